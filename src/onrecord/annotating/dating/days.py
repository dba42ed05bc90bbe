"""Sets of days on which an article can have been published."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What is read at all; the lower end is that of reading/dates.py. A set that reaches either end has none there.
FIRST_YEAR, LAST_YEAR = 1600, 2199
FIRST, LAST = date(FIRST_YEAR, 1, 1).toordinal(), date(LAST_YEAR, 12, 31).toordinal()
# Weekdays are laid over a set of days only where they leave few stretches.
_MOST_DAYS = 400


@dataclass(frozen=True, slots=True)
class Days:
    """A set of days, as stretches of ordinals.

    Attributes:
        stretches: (first, last), both inclusive, in order, apart from each other.
    """

    stretches: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, stretches: Iterable[tuple[int, int]]) -> Days:
        """The days of `stretches`, which may overlap, touch or be empty."""
        joined: list[tuple[int, int]] = []
        for first, last in sorted((max(f, FIRST), min(t, LAST)) for f, t in stretches):
            if last < first:
                continue
            if joined and first <= joined[-1][1] + 1:
                joined[-1] = joined[-1][0], max(last, joined[-1][1])
            else:
                joined.append((first, last))
        return cls(tuple(joined))

    @classmethod
    def between(cls, first: int, last: int) -> Days:
        """The days from `first` to `last`."""
        return cls.of([(first, last)])

    @classmethod
    def since(cls, first: int) -> Days:
        """The days from `first` on."""
        return cls.of([(first, LAST)])

    @classmethod
    def until(cls, last: int) -> Days:
        """The days up to `last`."""
        return cls.of([(FIRST, last)])

    def __bool__(self) -> bool:
        return bool(self.stretches)

    def __and__(self, other: Days) -> Days:
        both, mine, its = [], 0, 0
        while mine < len(self.stretches) and its < len(other.stretches):
            (a, b), (c, d) = self.stretches[mine], other.stretches[its]
            if max(a, c) <= min(b, d):
                both.append((max(a, c), min(b, d)))
            if b < d:
                mine += 1
            else:
                its += 1
        return Days(tuple(both))

    def on(self, weekday: int) -> Days:
        """Those of the days that are a `weekday` (Monday is 0); all of them where they are more than a year."""
        if sum(last - first + 1 for first, last in self.stretches) > _MOST_DAYS:
            return self
        return Days.of(
            (day, day)
            for first, last in self.stretches
            for day in range(first, last + 1)
            if day % 7 == (weekday + 1) % 7
        )

    @property
    def first(self) -> int:
        """The first of them; the set must not be empty."""
        return self.stretches[0][0]

    @property
    def last(self) -> int:
        """The last of them; the set must not be empty."""
        return self.stretches[-1][1]

    def date(self) -> str | None:
        """The finest ISO date (day, month or year) that holds all of them; None where none does."""
        if not self or self.first == FIRST or self.last == LAST:
            return None
        first, last = date.fromordinal(self.first).isoformat(), date.fromordinal(self.last).isoformat()
        return next((first[:end] for end in (10, 7, 4) if first[:end] == last[:end]), None)


ANY_DAY = Days.between(FIRST, LAST)


def ordinal(year: int, month: int, day: int) -> int | None:
    """The ordinal of a day; None where the calendar has no such day."""
    if not FIRST_YEAR <= year <= LAST_YEAR or not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return date(year, month, day).toordinal()
