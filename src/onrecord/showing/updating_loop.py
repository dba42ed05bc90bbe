"""The loop behind `onrecord update`: articles read again, what changed, and an exit status."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.brief import brief, counted
from onrecord.errors import StoreError
from onrecord.showing.interrupts import Interrupted, Interrupts
from onrecord.showing.meter import Meter
from onrecord.showing.plain_text import one_line
from onrecord.showing.reading_loop import ALL_READ, BY_SIGNAL, FAILED, SOME_REFUSED, tell_failure

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.batch import ArticleReader, Store
    from onrecord.recording import Change
    from onrecord.showing.output import Output


def run_update(
    store: Store,
    *,
    make_reader: Callable[[], ArticleReader],
    jobs: int,
    output: Output,
    tell: Callable[[str], None],
    is_quiet: bool,
) -> int:
    """Read again what is outdated, print a line for each article that changed, and give the exit status."""
    from onrecord.batch import Updating

    status, why = ALL_READ, ""
    again = changed = 0
    sums: Counter[str] = Counter()
    updating = None
    with Interrupts(), Meter(is_quiet=is_quiet) as meter:
        try:
            updating = Updating(store, make_reader=make_reader, jobs=jobs)
            for number, change in enumerate(updating, start=1):
                meter.show(f"{number:,} of {counted(updating.total, 'article')} read again", number, updating.total)
                again += change is not None
                if change is not None and not change.is_empty:
                    changed += 1
                    sums.update(_signed(change))
                    output.write(f"{change.article}  {_tell_change(_signed(change))}  {_title(change)}\n")
        except Interrupted as interrupted:
            status = BY_SIGNAL + interrupted.signal
            why = "interrupted; what was read again is kept, and the same command goes on from there"
        except StoreError as error:
            status, why = FAILED, one_line(str(error))
        except Exception as error:  # noqa: BLE001 - what was read again stays, whatever it is
            status, why = FAILED, tell_failure(error)
    for article, reason in updating.failed.items() if updating else ():
        tell(f"{article}: {reason}; its old record stays")
        status = status or SOME_REFUSED
    told = f"{counted(again, 'article')} read again · {changed:,} changed"
    output.write(f"{told}{f': {_tell_change(sums)}' if sums else ''}\n" if again else "everything is up to date\n")
    if why:
        tell(why)
    return status


def _signed(change: Change) -> Counter[str]:
    numbers: Counter[str] = Counter({f"+{kind}": number for kind, number in change.gained.items()})
    numbers.update({f"-{kind}": number for kind, number in change.lost.items()})
    numbers.update({"~passage": change.changed} if change.changed else {})
    return numbers


def _tell_change(numbers: Counter[str]) -> str:
    """In words: "+2 statements, -1 event, 3 passages told otherwise"."""
    told = []
    for name, number in sorted(numbers.items()):
        sign, kind = name[0], name[1:]
        noun = counted(number, kind)
        told.append(f"{noun} told otherwise" if sign == "~" else f"{sign}{noun}")
    return ", ".join(told)


def _title(change: Change) -> str:
    return brief(one_line(change.title or "(no title)"))
