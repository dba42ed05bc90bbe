"""Offices and candidacies: who held which, and when."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import check_day, check_keys, check_source, check_words, read_table, rows

if TYPE_CHECKING:
    from datetime import date


_FLAGS = ("title_stays", "says_who", "contested")  # in the order of Tenure's fields


@dataclass(frozen=True, slots=True)
class Tenure:
    """One person's time in one office.

    Attributes:
        office: as a sentence would name it ("prime minister of Japan").
        titles: what stands before the holder's name ("Japanese Prime Minister", "Prime Minister").
        holder: the full name, in one of its spellings.
        since: the first day.
        until: the day the next holder took over; None where the holder was still in office on `known_until`.
        title_stays: those who held it are called so for life, so that the title tells of no end.
        says_who: the title alone means its holder, where the text names the holder elsewhere ("the nominee said").
        contested: several run for it at a time, so that their names together tell which time it is.
        known_until: nothing is known of the time after it.
    """

    office: str
    titles: tuple[str, ...]
    holder: str
    since: date
    until: date | None
    known_until: date
    title_stays: bool = False
    says_who: bool = False
    contested: bool = False


def parse_tenures(table: dict[str, Any], *, name: str) -> tuple[Tenure, ...]:
    """Read offices from a parsed file and check them.

    Raises:
        KnowledgeError: a row is not as it should be.
    """
    found = []
    for row in rows(table, "office", where=name):
        where = f"{name}: office {row.get('name')!r}"
        check_keys(row, {"name", "titles", "known_until", "holders"}, optional=set(_FLAGS), where=where)
        flags = [row.get(flag, False) for flag in _FLAGS]
        if not all(isinstance(flag, bool) for flag in flags):
            raise KnowledgeError(f"{where}: {', '.join(_FLAGS)} are true or false")
        titles = check_words(row["titles"], where=f"{where}: titles")
        known_until = check_day(row["known_until"], where=where)
        for holder in rows(row, "holders", where=where):
            here = f"{where}, {holder.get('who')!r}"
            check_keys(holder, {"who", "since", "source"}, optional={"until"}, where=here)
            check_source(holder["source"], where=here)
            since = check_day(holder["since"], where=here)
            until = check_day(holder["until"], where=here) if "until" in holder else None
            if not since < (until or known_until) <= known_until:
                raise KnowledgeError(f"{here}: {since} to {until or known_until} is no time before {known_until}")
            found.append(Tenure(row["name"], titles, holder["who"], since, until, known_until, *flags))
    return tuple(found)


@cache
def load_tenures() -> tuple[Tenure, ...]:
    """The package's tenures, read once a process."""
    return parse_tenures(read_table("offices.toml"), name="offices.toml")
