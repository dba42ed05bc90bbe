"""Stretches of the calendar: a grain (day, month, quarter, …) and a place on that grain's endless row."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import Literal

Grain = Literal["day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century"]
SEASONS = ("SP", "SU", "FA", "WI")
_MONTHS = {"month": 1, "quarter": 3, "half": 6, "season": 3, "year": 12, "decade": 120, "century": 1200}
_SEASON_SHIFT = 2  # spring begins with March, so that a winter belongs to the year it begins in
_LAST_YEAR = 9999


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar.

    Attributes:
        grain: its length.
        index: its place in the row of all periods of that grain: the ordinal of a day, the number of weeks since the
            first Monday of year 1, of months (or quarters, …) since the year 0; so that arithmetic is addition.
    """

    grain: Grain
    index: int

    @classmethod
    def day(cls, year: int, month: int, day: int) -> Period | None:
        """A day; None where the calendar has none such."""
        if not 1 <= year <= _LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
            return None
        return cls("day", date(year, month, day).toordinal())

    @classmethod
    def month(cls, year: int, month: int) -> Period:
        """A month; 1 is January."""
        return cls("month", year * 12 + month - 1)

    @classmethod
    def part(cls, grain: Grain, year: int, number: int) -> Period:
        """A quarter, half or season of a year; the first is 1."""
        return cls(grain, year * (12 // _MONTHS[grain]) + number - 1)

    @classmethod
    def year(cls, year: int) -> Period:
        """A year."""
        return cls("year", year)

    @property
    def is_real(self) -> bool:
        """Whether it lies in the years 1 to 9999, which ISO 8601 can write."""
        if self.grain in {"day", "week", "weekend"}:
            days = 1 if self.grain == "day" else 7
            return 0 < self.index * days < date.max.toordinal() - 7
        return self._first_month >= 12 and self._last_month // 12 <= _LAST_YEAR

    @property
    def _first_month(self) -> int:
        months = self.index * _MONTHS[self.grain]
        return months + _SEASON_SHIFT if self.grain == "season" else months

    @property
    def _last_month(self) -> int:
        return self._first_month + _MONTHS[self.grain] - 1

    @property
    def first(self) -> int:
        """The ordinal of its first day."""
        match self.grain:
            case "day":
                return self.index
            case "week":
                return self.index * 7 + 1
            case "weekend":
                return self.index * 7 + 6
        year, month = divmod(self._first_month, 12)
        return date(max(year, 1), month + 1, 1).toordinal()

    @property
    def last(self) -> int:
        """The ordinal of its last day."""
        match self.grain:
            case "day":
                return self.index
            case "week" | "weekend":
                return self.index * 7 + 7
        year, month = divmod(self._last_month, 12)
        return date(year, month + 1, monthrange(max(year, 1), month + 1)[1]).toordinal()

    def shift(self, number: int) -> Period:
        """The period `number` places on, or back where it is below 0."""
        return Period(self.grain, self.index + number)

    def to(self, grain: Grain) -> Period | None:
        """The period of another grain that holds the first day of this one; None where that is too fine to be known."""
        if _ORDER[grain] < _ORDER[self.grain] and grain != self.grain:
            return None
        return holding(grain, self.first)

    @property
    def value(self) -> str:
        """As TimeML writes it."""
        match self.grain:
            case "day":
                return date.fromordinal(self.index).isoformat()
            case "week" | "weekend":
                year, week, _ = date.fromordinal(self.first).isocalendar()
                return f"{year:04}-W{week:02}" + ("-WE" if self.grain == "weekend" else "")
            case "month":
                return f"{self.index // 12:04}-{self.index % 12 + 1:02}"
            case "quarter":
                return f"{self.index // 4:04}-Q{self.index % 4 + 1}"
            case "half":
                return f"{self.index // 2:04}-H{self.index % 2 + 1}"
            case "season":
                return f"{self.index // 4:04}-{SEASONS[self.index % 4]}"
            case "year":
                return f"{self.index:04}"
            case "decade":
                return f"{self.index:03}X"
            case "century":
                return f"{self.index:02}XX"


_ORDER = {"day": 0, "week": 1, "weekend": 1, "month": 2, "quarter": 3, "season": 3, "half": 4, "year": 5}
_ORDER |= {"decade": 6, "century": 7}


def holding(grain: Grain, day: int) -> Period:
    """The period of a grain that holds the day of an ordinal; of a weekend, that of the day's week."""
    if grain == "day":
        return Period("day", day)
    if grain in {"week", "weekend"}:
        return Period(grain, (day - 1) // 7)
    at = date.fromordinal(day)
    months = at.year * 12 + at.month - 1 - (_SEASON_SHIFT if grain == "season" else 0)
    return Period(grain, months // _MONTHS[grain])
