"""Events that news tells the date by: those whose anniversaries are kept, and those that are known beforehand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import check_day, check_keys, check_source, check_words, read_table, rows

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

Stretch = tuple["date", "date"]  # the first and the last day


@dataclass(frozen=True, slots=True)
class Remembered:
    """An event whose anniversaries are news.

    Attributes:
        name: as a sentence would name it ("the fall of the Berlin Wall").
        day: when it happened or began.
        phrases: words in lower case that mean it after "anniversary of".
    """

    name: str
    day: date
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Scheduled:
    """An event that is known beforehand, once or time and again.

    Attributes:
        name: as a sentence would name it ("the Iowa caucuses").
        times: each time it was held.
        phrases: words in lower case that mean it.
    """

    name: str
    times: tuple[Stretch, ...]
    phrases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Season:
    """A time with words of its own.

    Attributes:
        name: as a sentence would name it ("the primary season").
        times: each time it was.
        phrases: words in lower case that are news in it only.
    """

    name: str
    times: tuple[Stretch, ...]
    phrases: tuple[str, ...]


def parse_remembered(table: dict[str, Any], *, name: str) -> tuple[Remembered, ...]:
    """Read remembered events from a parsed file and check them.

    Raises:
        KnowledgeError: a row is not as it should be.
    """
    found = []
    for row in rows(table, "remembered", where=name):
        where = f"{name}: {row.get('name')!r}"
        check_keys(row, {"name", "day", "phrases", "source"}, where=where)
        check_source(row["source"], where=where)
        found.append(Remembered(row["name"], check_day(row["day"], where=where), _phrases(row, where=where)))
    return tuple(found)


def parse_scheduled(table: dict[str, Any], *, name: str) -> tuple[Scheduled, ...]:
    """Read scheduled events from a parsed file and check them.

    Raises:
        KnowledgeError: a row is not as it should be.
    """
    return tuple(Scheduled(*row) for row in _repeated(table, "scheduled", name=name))


def parse_seasons(table: dict[str, Any], *, name: str) -> tuple[Season, ...]:
    """Read seasons from a parsed file and check them.

    Raises:
        KnowledgeError: a row is not as it should be.
    """
    return tuple(Season(*row) for row in _repeated(table, "season", name=name))


def _repeated(
    table: dict[str, Any], key: str, *, name: str
) -> Iterator[tuple[str, tuple[Stretch, ...], tuple[str, ...]]]:
    for row in rows(table, key, where=name):
        where = f"{name}: {row.get('name')!r}"
        check_keys(row, {"name", "days", "phrases", "source"}, where=where)
        check_source(row["source"], where=where)
        times = tuple(_stretch(days, where=where) for days in check_words(row["days"], where=f"{where}: days"))
        if list(times) != sorted(times):
            raise KnowledgeError(f"{where}: days are not in order")
        yield row["name"], times, _phrases(row, where=where)


def _phrases(row: dict[str, Any], *, where: str) -> tuple[str, ...]:
    phrases = check_words(row["phrases"], where=f"{where}: phrases")
    for phrase in phrases:
        if phrase != phrase.lower():
            raise KnowledgeError(f"{where}: the phrase {phrase!r} is not in lower case")
    return phrases


def _stretch(days: str, *, where: str) -> Stretch:
    first, _, last = days.partition("/")
    stretch = check_day(first, where=where), check_day(last or first, where=where)
    if stretch[1] < stretch[0]:
        raise KnowledgeError(f"{where}: {days!r} ends before it begins")
    return stretch


@cache
def load_remembered() -> tuple[Remembered, ...]:
    """The package's remembered events, read once a process."""
    return parse_remembered(read_table("events.toml"), name="events.toml")


@cache
def load_scheduled() -> tuple[Scheduled, ...]:
    """The package's scheduled events, read once a process."""
    return parse_scheduled(read_table("events.toml"), name="events.toml")


@cache
def load_seasons() -> tuple[Season, ...]:
    """The package's seasons, read once a process."""
    return parse_seasons(read_table("events.toml"), name="events.toml")
