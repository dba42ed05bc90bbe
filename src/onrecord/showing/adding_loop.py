"""The loop behind `onrecord add`: inputs in, a bar while it lasts, what came of it at the end, and an exit status."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.errors import StoreError
from onrecord.showing.interrupts import Interrupted, Interrupts
from onrecord.showing.meter import Meter, rate
from onrecord.showing.options import is_terminal
from onrecord.showing.plain_text import one_line
from onrecord.showing.reading_loop import ALL_READ, BY_SIGNAL, FAILED, SOME_REFUSED, tell_failure

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.batch import ArticleReader, Store
    from onrecord.recording import AddReport, Refusal
    from onrecord.showing.output import Output


@dataclass(frozen=True, slots=True)
class AddingLoop:
    """Everything that one run of `onrecord add` needs.

    Attributes:
        store: where to.
        make_reader: makes what reads articles; other processes call it, too.
        jobs: how many processes read.
        output: where the summary goes.
        tell: says a line on standard error.
        is_quiet: show no progress.
    """

    store: Store
    make_reader: Callable[[], ArticleReader]
    jobs: int
    output: Output
    tell: Callable[[str], None]
    is_quiet: bool = False

    def run(
        self,
        inputs: Sequence[str],
        *,
        columns: Mapping[str, str],
        published: str | None,
        allow_private: bool,
        is_again: bool,
    ) -> int:
        """Add all inputs and give the exit status. What was stored stays, whatever happens afterwards."""
        from onrecord.batch import Adding
        from onrecord.reading import ReadingOptions
        from onrecord.reading.gathering import Gathering

        options = ReadingOptions(allow_private=allow_private)
        gathering = Gathering(inputs, columns=columns, published=published, options=options)
        adding = Adding(self.store, gathering, make_reader=self.make_reader, jobs=self.jobs, is_again=is_again)
        report = adding.report
        status, why = ALL_READ, ""
        began = time.monotonic()
        with Interrupts(), Meter(is_quiet=self.is_quiet) as meter:
            try:
                for _ in adding:
                    told = _tell_progress(report, time.monotonic() - began)
                    meter.show(told, gathering.done, gathering.total)
            except Interrupted as interrupted:
                status = BY_SIGNAL + interrupted.signal
                why = "interrupted; what was added is kept, and the same command goes on from there"
            except StoreError as error:
                status, why = FAILED, one_line(str(error))
            except Exception as error:  # noqa: BLE001 - what was stored stays, whatever it is
                status, why = FAILED, tell_failure(error)
        if status == ALL_READ and report.refused:
            status = SOME_REFUSED
        # How long it took is for who waited for it, not for a log that is compared with another.
        seconds = time.monotonic() - began if is_terminal(sys.stdout) else 0.0
        lines = tell_report(report, adding.refusals, seconds=seconds, store=self.store.name)
        self.output.write("".join(f"{line}\n" for line in lines))
        if why:
            self.tell(why)
        return status


def _tell_progress(report: AddReport, seconds: float) -> str:
    told = [counted(report.read, "article") + " read", rate(report.read, seconds)]
    told += [f"{report.unchanged:,} unchanged"] if report.unchanged else []
    told += [f"{report.refused.total():,} refused"] if report.refused else []
    return " · ".join(filter(None, told))


def tell_report(report: AddReport, refusals: Sequence[Refusal], *, seconds: float, store: str) -> list[str]:
    """What came of adding, in lines: the numbers, then each reason for refusals with its first case."""
    numbers = [f"{report.added:,} added", f"{report.revised:,} revised", f"{report.unchanged:,} unchanged"]
    numbers += (
        [f"{report.removed:,} left out, as they were removed before (--again adds them)"] if report.removed else []
    )
    numbers += [f"{report.refused.total():,} refused"]
    lines = [" · ".join(numbers)]
    if report.read:
        lines[0] += f" · {rate(report.read, seconds)}" if seconds else ""
    for reason, number in report.refused.most_common():
        first = next((refusal for refusal in refusals if refusal.reason == reason), None)
        case = f", as {one_line(first.source)}: {one_line(first.message)}" if first else ""
        lines.append(f"  {number:,} {reason}{case}")
    if report.refused:
        lines.append(f"  onrecord refused {store} lists them all")
    if report.near_duplicates:
        pairs = counted(report.near_duplicates, "pair")
        lines.append(f"{pairs} of articles with nearly the same text, marked as such")
    if report.passed_over:
        lines.append(f"{counted(report.passed_over, 'other file')} passed over")
    return lines
