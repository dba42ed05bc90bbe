"""Adding: inputs in, articles read where they are new, records stored, refusals noted."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.batch.workers import Workers
from onrecord.errors import Refused, StepError
from onrecord.recording import AddReport, RecordRows, Refusal
from onrecord.records import Article

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.batch.workers import ArticleReader, Read
    from onrecord.reading.gathering import Gathering, Incoming
    from onrecord.recording import RecordStore

STEP_FAILED = "step-failed"


class Adding:
    """One run of adding. What it has stored stays, wherever it is stopped, and the next run goes on from there.

    Args:
        store: where to.
        gathering: what is added.
        make_reader: makes what reads articles.
        jobs: how many processes read.
        is_again: add articles that were removed before, too.

    Attributes:
        report: what came of it so far.
        gathering: how far it has come in its inputs.
        refusals: the first refusal of each reason.
    """

    def __init__(
        self,
        store: RecordStore,
        gathering: Gathering,
        *,
        make_reader: Callable[[], ArticleReader],
        jobs: int,
        is_again: bool = False,
    ) -> None:
        self.report = AddReport()
        self.gathering = gathering
        self.refusals: list[Refusal] = []
        self._store = store
        self._workers: Workers[tuple[Incoming, str]] = Workers(make_reader, jobs)
        self._is_again = is_again
        self._refused_before = Counter(refusal.input for refusal in store.refusals())
        self._near_before = store.count_near_duplicates()
        self._refused_now: set[str] = set()

    def __iter__(self) -> Iterator[None]:
        """Go on by one article or refusal.

        Raises:
            StoreError: the store cannot be written.
            ModelError: a model cannot be loaded.
        """
        for (incoming, outcome), read in self._workers.read(self._incoming()):
            self._take(incoming, outcome, read)
            self.report.passed_over = self.gathering.passed_over
            yield
        self.report.near_duplicates = self._store.count_near_duplicates() - self._near_before
        self.report.passed_over = self.gathering.passed_over

    def _incoming(self) -> Iterator[tuple[tuple[Incoming, str], Article | None]]:
        """What comes in, with the article where it must be read: those that the store has are not read again."""
        for incoming in self.gathering:
            if not isinstance(incoming.item, Article):
                yield (incoming, ""), None
                continue
            outcome = self._store.outcome_of(incoming.item, incoming.origin)
            if outcome == "removed" and self._is_again:
                self._store.readmit(incoming.item, incoming.origin)
                outcome = "added"
            is_new = outcome in ("added", "revised")
            yield (incoming, outcome), incoming.item if is_new else None

    def _take(self, incoming: Incoming, outcome: str, read: Read | None) -> None:
        if isinstance(read, RecordRows):
            outcome = self._store.put(read, origin=incoming.origin)
        if isinstance(incoming.item, Refused):
            self._refuse(incoming, incoming.item)
        elif isinstance(read, Refused | StepError):
            self._refuse(incoming, read)
        elif incoming.item is None:
            self._end(incoming.input)
        else:
            setattr(self.report, outcome, getattr(self.report, outcome) + 1)

    def _refuse(self, incoming: Incoming, error: Refused | StepError) -> None:
        if isinstance(error, StepError):
            name = f"{incoming.input} article {error.article[:12]}"
            message = f"step {error.step} failed: {error.message}"
            refusal = Refusal(incoming.input, name, STEP_FAILED, message, "please report it")
        else:
            source = error.source or incoming.input
            refusal = Refusal(incoming.input, source, error.reason, error.message, error.remedy)
        self._store.refuse(refusal)
        self._refused_now.add(refusal.source)
        if not self.report.refused[refusal.reason]:
            self.refusals.append(refusal)
        self.report.refused[refusal.reason] += 1

    def _end(self, input_: str) -> None:
        """Drop what was refused of an input in an earlier run and is not any more."""
        if self._refused_before[input_]:
            self._store.forget_refusals(input_, but=self._refused_now)
        self._refused_now.clear()
