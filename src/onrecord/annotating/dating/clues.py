"""What a reasoner finds: days on which the article can have been published, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.annotating.dating.days import ANY_DAY, Days

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Clue:
    """One ground for the date.

    Attributes:
        days: the days that it leaves.
        why: a clause that gives the ground ("23 February was a Sunday"), or what makes one of the day settled on.
        spans: (start, end) of the words that it rests on.
        certain: the days that it leaves for sure; the rest of what it says ("President Ash was in office until 2031")
            holds only where the text speaks of its own time.
        weekday: the weekday of publication that it tells; Monday is 0.
        points: it tells of the day of publication itself. Where no clue does, a single day is left by chance.
    """

    days: Days
    why: str | Callable[[int], str]
    spans: tuple[tuple[int, int], ...]
    certain: Days = ANY_DAY
    weekday: int | None = None
    points: bool = False

    @classmethod
    def firm(cls, days: Days, why: str, *spans: tuple[int, int], points: bool = False) -> Clue:
        """A clue that holds whatever time the text speaks of."""
        return cls(days, why, spans, days, points=points)

    @property
    def is_firm(self) -> bool:
        """Whether all that it says holds whatever time the text speaks of."""
        return self.days == self.certain

    def clause(self, day: int) -> str:
        """The clause that gives the ground, for an article of `day`."""
        return self.why if isinstance(self.why, str) else self.why(day)


def written(day: int) -> str:
    """The day of an ordinal in words: "23 February 2025"."""
    value = date.fromordinal(day)
    return f"{value.day} {value:%B} {value.year}"


def nearest(stretches: tuple[tuple[int, int], ...], day: int) -> tuple[int, int]:
    """The stretch that holds `day` or lies nearest to it."""
    return min(stretches, key=lambda stretch: max(stretch[0] - day, day - stretch[1], 0))
