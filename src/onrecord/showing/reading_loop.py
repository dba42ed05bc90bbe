"""The loop behind `onrecord read`: inputs in, records out, a line for each refusal, and an exit status."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from onrecord.errors import ModelError, OnrecordError, Refused, StepError, VocabularyError
from onrecord.records import Article, Record
from onrecord.showing.chosen_checks import ChosenChecks, is_grave
from onrecord.showing.interrupts import Interrupted, Interrupts
from onrecord.showing.output import OutputError
from onrecord.showing.plain_text import input_name, one_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from onrecord.showing.export import Export
    from onrecord.showing.output import Output
    from onrecord.showing.progress import Reporter

ALL_READ = 0
SOME_REFUSED = 1
FAILED = 3
GRAVE = 4  # all were read, and a check is as grave as was asked
BY_SIGNAL = 128  # plus its number, as shells have it: 130 for Ctrl-C


class ArticleReader(Protocol):
    """What the loop needs of `onrecord.pipeline.Reader`."""

    def pipe(self, articles: Iterable[Article | Refused], *, jobs: int = 1) -> Iterator[Record | Refused | StepError]:
        """A record or an error for each article, in order."""
        ...


@dataclass(frozen=True, slots=True)
class ReadingLoop:
    """Everything that one run of `onrecord read` needs.

    Attributes:
        make_reader: makes what reads articles.
        read_input: the articles, or refusals, of one input.
        export: how records are printed.
        output: where to.
        reporter: for refusals and progress.
        jobs: how many articles are read at the same time.
        checks: which checks are printed.
        fail_on: how grave one of those must be for the exit status to tell; None where it never does.
    """

    make_reader: Callable[[], ArticleReader]
    read_input: Callable[[str], Iterator[Article | Refused]]
    export: Export
    output: Output
    reporter: Reporter
    jobs: int
    checks: ChosenChecks = field(default_factory=ChosenChecks)
    fail_on: str | None = None

    def run(self, inputs: Sequence[str]) -> int:
        """Read all inputs and give the exit status.

        Finished records are kept whatever happens afterwards, and the output is always whole. A file that was to be
        replaced stays as it was if reading ended early without a single record.
        """
        written, status, why, is_grave_any = 0, ALL_READ, "", False
        names: dict[str, str] = {}
        with Interrupts() as interrupts:
            try:
                for item in self.make_reader().pipe(self._articles(inputs, names), jobs=self.jobs):
                    with interrupts.held():
                        if isinstance(item, Record):
                            chosen = self.checks.applied(item)
                            is_grave_any |= self.fail_on is not None and is_grave(chosen, self.fail_on)
                            self._write(chosen, is_first=not written)
                            names.pop(item.article.id, None)
                            written += 1
                        else:
                            self.reporter.refused(_tell_refusal(item, names))
                            status = SOME_REFUSED
            except Interrupted as interrupted:
                status = BY_SIGNAL + interrupted.signal
                why = f"interrupted; {written} record{'' if written == 1 else 's'} written"
            except OutputError:
                raise
            except Exception as error:  # noqa: BLE001 - the records so far are kept, whatever it is
                status, why = FAILED, tell_failure(error)
            with interrupts.held():
                if written or status <= SOME_REFUSED:
                    self.output.write(self.export.close() if written else self.export.empty)
                    self.output.keep()
                if why:
                    self.reporter.tell(why)
        return GRAVE if is_grave_any and status == ALL_READ else status

    def _articles(self, inputs: Sequence[str], names: dict[str, str]) -> Iterator[Article | Refused]:
        """The articles of all inputs; notes in `names` which input each came from."""
        for name in inputs:
            self.reporter.opened()
            for item in self.read_input(name):
                if isinstance(item, Article):
                    names[item.id] = name
                yield item

    def _write(self, record: Record, *, is_first: bool) -> None:
        text = self.export.show(record)
        with self.reporter.making_way():
            self.output.write((self.export.opening if is_first else self.export.between) + text)
        self.reporter.read()


def _tell_refusal(error: Refused | StepError, names: dict[str, str]) -> str:
    if isinstance(error, StepError):
        name = names.pop(error.article, f"article {error.article[:12]}")
        return f"{input_name(name)}: step {error.step} failed: {one_line(error.message)}; please report it"
    parts = [f"{input_name(error.source)}: " if error.source else "", one_line(error.message)]
    if error.remedy:
        parts.append(f"; {one_line(error.remedy)}")
    return "".join(parts)


def tell_failure(error: Exception) -> str:
    """What stopped the work, in one line; for a mistake of ours, how to see where."""
    if isinstance(error, ModelError | VocabularyError):
        return one_line(str(error))
    if os.environ.get("ONRECORD_DEBUG"):
        raise error
    kind = "" if isinstance(error, OnrecordError) else f"{type(error).__name__}: "
    return f"internal error: {kind}{one_line(str(error))}; please report it (set ONRECORD_DEBUG=1 to see where)"
