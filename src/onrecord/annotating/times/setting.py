"""Where words of time stand: what is known of the day of publication, of times before them, and of the tense."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotating.times.forthcoming import weekday_tense
from onrecord.annotating.times.periods import Grain, Period
from onrecord.annotating.times.tenses import Direction, tense_of

if TYPE_CHECKING:
    from onrecord.annotating.dating.passage import Passage
    from onrecord.annotating.times.lexing import Words
    from onrecord.annotating.times.rules import Anchor, Match, Reading

_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def read_published(published: str | None) -> Period | None:
    """The day, month or year of an ISO 8601 date or date-time; None where there is none."""
    match = _ISO.match(published or "")
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    if not year:
        return None
    if month is None:
        return Period.year(year)
    if not 1 <= month <= 12:
        return None
    return Period.month(year, month) if day is None else Period.day(year, month, day)


@dataclass(slots=True)
class Setting:
    """What is known at a place of the text.

    Attributes:
        words, passage: the text.
        published: when the article was published, at the precision known.
        found: the times before this place, with the place where each ends in the text.
        position: the place.
        is_led: whether words that lead a time stand before ("the end of the year").
    """

    words: Words
    passage: Passage
    published: Period | None
    found: list[tuple[Reading, int]] = field(default_factory=list)
    position: int = 0
    is_led: bool = False
    _anchor: int | None = None
    _written: set[int] = field(default_factory=set)

    def now(self, grain: Grain) -> tuple[Period, Anchor] | None:
        """The period of a grain in which the text was written; where nobody knows, of the latest date written out."""
        if self.published is not None:
            period = self.published.to(grain)
            return None if period is None else (period, "published")
        place = self._anchor
        period = self.found[place][0].period if place is not None else None
        period = period and period.to(grain)
        return None if period is None else (period, place)

    def add(self, reading: Reading, end: int) -> None:
        """Note a time that was found, and where it ends in the text."""
        if reading.period is not None and reading.period.grain == "day":
            if reading.is_stated:
                self._anchor = len(self.found)
            if reading.is_written:
                self._written.add(reading.period.index)
        self.found.append((reading, end))

    def latest(self, *grains: Grain, reach: int = 1500) -> tuple[Period, Anchor] | None:
        """The latest period before this place that is of one of the grains, with its place."""
        for place in range(len(self.found) - 1, max(-1, len(self.found) - 12), -1):
            reading, end = self.found[place]
            if self.position - end > reach:
                return None
            if reading.period is not None and not reading.is_aside and reading.period.grain in grains:
                return reading.period, place
        return None

    def has_written(self, day: int) -> bool:
        """Whether the text before this place has named a day (an ordinal) by its month."""
        return day in self._written

    def tense(self, match: Match) -> Direction:
        """Whether the words are told as past or as still ahead."""
        return tense_of(self.passage, self.words.starts[match.start], self.words.ends[match.end - 1])

    def weekday_tense(self, match: Match) -> Direction:
        """The same of a bare weekday, or a part of one."""
        start, end = self.words.starts[match.start], self.words.ends[match.end - 1]
        return weekday_tense(self.passage, min(self.position, start), start, end)
