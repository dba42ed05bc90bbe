"""Days of the year that have a name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import check_keys, check_words, read_table, rows

_RULE = re.compile(
    r"(?P<month>\d\d)-(?P<day>\d\d)|(?P<nth>[1-5]|last) (?P<weekday>[1-7]) of (?P<of>\d\d)(?: (?P<plus>[+-]\d+))?"
    r"|(?P<easter>easter|orthodox easter)(?: (?P<shift>[+-]\d+))?"
)


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day that comes every year, or every few years.

    Attributes:
        name: what it is called.
        rule: "12-25"; "4 4 of 11" (the fourth Thursday of November; Monday is 1), "last 1 of 05", "1 1 of 11 +1" (a day
            after the first Monday); "easter -2", "orthodox easter".
        patterns: words in lower case that mean it.
        is_capital: those words mean it only where the first has a capital.
        every, first: it comes in the years first, first + every, …
    """

    name: str
    rule: str
    patterns: tuple[str, ...]
    is_capital: bool = True
    every: int = 1
    first: int = 0

    @property
    def is_fixed(self) -> bool:
        """Whether it is the same day of the same month each year."""
        return self.rule[:2].isdigit() and self.every == 1

    def in_year(self, year: int) -> date | None:
        """The day in a year; None where it does not come in that year, or the calendar does not reach it."""
        match = _RULE.fullmatch(self.rule)
        if match is None or not 1 < year < 9999 or (year - self.first) % self.every:
            return None
        if match["month"]:
            return date(year, int(match["month"]), int(match["day"]))
        if match["easter"]:
            sunday = easter(year) if match["easter"] == "easter" else orthodox_easter(year)
            return sunday + timedelta(int(match["shift"] or 0))
        month, weekday = int(match["of"]), int(match["weekday"])
        if match["nth"] == "last":
            after = date(year + month // 12, month % 12 + 1, 1)
            return after - timedelta((after.isoweekday() - weekday - 1) % 7 + 1) + timedelta(int(match["plus"] or 0))
        first = date(year, month, 1)
        days = (weekday - first.isoweekday()) % 7 + 7 * (int(match["nth"]) - 1) + int(match["plus"] or 0)
        return first + timedelta(days)


def easter(year: int) -> date:
    """Easter Sunday of the western churches, by the algorithm that Nature printed in 1876."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the eastern churches, by Meeus's Julian algorithm, in the Gregorian calendar."""
    d = (19 * (year % 19) + 15) % 30
    e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(year // 100 - year // 400 - 2)


def parse_holidays(table: dict[str, Any], *, name: str) -> tuple[Holiday, ...]:
    """Read holidays from a parsed file and check them.

    Raises:
        KnowledgeError: a row is not as it should be.
    """
    found = []
    for row in rows(table, "holiday", where=name):
        where = f"{name}: {row.get('name')!r}"
        check_keys(row, {"name", "rule", "words"}, optional={"any_case", "every", "first"}, where=where)
        words = check_words(row["words"], where=f"{where}: words")
        if not isinstance(row["rule"], str) or not _RULE.fullmatch(row["rule"]):
            raise KnowledgeError(f"{where}: {row['rule']!r} is no rule, as 12-25")
        if any(one != one.lower() for one in words):
            raise KnowledgeError(f"{where}: words are not in lower case")
        holiday = Holiday(
            row["name"], row["rule"], words, not row.get("any_case", False), row.get("every", 1), row.get("first", 0)
        )
        found.append(holiday)
    return tuple(found)


@cache
def load_holidays() -> tuple[Holiday, ...]:
    """The package's holidays, read once a process."""
    return parse_holidays(read_table("holidays.toml"), name="holidays.toml")
