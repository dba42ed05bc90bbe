"""Dates as English news writes them, in full or in part. Only what is written is read; nothing is completed here."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.dating.days import ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

_WEEKDAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day\b|\b\.?)"
_MONTH = r"(?:Jan(?:uary|\b\.?)|Feb(?:ruary|\b\.?)|Mar(?:ch|\b\.?)|Apr(?:il|\b\.?)|May|Jun(?:e|\b\.?)|Jul(?:y|\b\.?)|"
_MONTH += r"Aug(?:ust|\b\.?)|Sep(?:tember|t?\b\.?)|Oct(?:ober|\b\.?)|Nov(?:ember|\b\.?)|Dec(?:ember|\b\.?))"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
_YEAR = r"(?:1[6-9]|20|21)\d\d"
# A number that goes on is no day and no year: "March 4c", "May 3.5", "2,016", "2016ers".
_END = r"(?![\w%])(?![,.:/]\d)"

_FOUND = re.compile(
    rf"""
    (?<![\w.,/$£€#-])
    (?:
      (?: (?P<weekday>{_WEEKDAY}) ,?\ (?:the\ )? )?
      (?:
        (?P<month>{_MONTH}) \ ?(?P<day>{_DAY})(?! \d) (?: ,?\ (?P<year>{_YEAR}) )? {_END}
      | (?P<day2>{_DAY}) \ (?:of\ )?(?P<month2>{_MONTH})(?:(?<=\.)|(?![\w])) (?: ,?\ (?P<year2>{_YEAR}){_END} )?
      | (?P<month3>{_MONTH}) (?:,|\ of)?\ (?P<year3>{_YEAR}) {_END}
      )
    | (?P<year4>{_YEAR})-(?P<month4>\d\d)-(?P<day4>\d\d) (?![\w-])
    | (?P<only>{"|".join(WEEKDAYS)}) (?![\w-])
    | (?P<year5>{_YEAR}) (?![\w%-]) (?![,.:/]\d)
    )
    """,
    re.VERBOSE,
)
_KEYS = tuple(month[:3] for month in MONTHS)
_DAY_KEYS = tuple(day[:3] for day in WEEKDAYS)


@dataclass(frozen=True, slots=True)
class DateWords:
    """Words that tell a date, in full or in part.

    Attributes:
        start, end: where they stand.
        year, month, day: as written; None where not written.
        weekday: Monday is 0; None where not written.
    """

    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None

    @property
    def ordinal(self) -> int | None:
        """The day meant, where year, month and day are written."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return ordinal(self.year, self.month, self.day)


def find_dates(text: str) -> Iterator[DateWords]:
    """The dates of `text` in order; days that no calendar has (31 June, a Sunday that was a Monday) are left out."""
    for match in _FOUND.finditer(text):
        month = match["month"] or match["month2"] or match["month3"]
        day = match["day"] or match["day2"] or match["day4"]
        year = match["year"] or match["year2"] or match["year3"] or match["year4"] or match["year5"]
        weekday = match["weekday"] or match["only"]
        number = _KEYS.index(month[:3]) + 1 if month else int(match["month4"]) if match["month4"] else None
        words = DateWords(
            *match.span(),
            year=int(year) if year else None,
            month=number,
            day=int(day.rstrip("stndrh")) if day else None,
            weekday=_DAY_KEYS.index(weekday[:3]) if weekday else None,
        )
        if _is_possible(words) and not text.endswith("Long ", 0, words.start):  # the rocket Long March
            yield words


def between(dates: Sequence[DateWords], start: int, end: int) -> Sequence[DateWords]:
    """Those of the dates, in order, that begin from `start` up to but not including `end`."""
    first, last = (bisect_left(dates, position, key=lambda words: words.start) for position in (start, end))
    return dates[first:last]


def _is_possible(words: DateWords) -> bool:
    if words.month is not None and words.day is not None:
        found = ordinal(words.year or 2000, words.month, words.day)  # 2000 has a 29 February
        if found is None:
            return False
        return words.weekday is None or words.year is None or found % 7 == (words.weekday + 1) % 7
    return words.month is None or 1 <= words.month <= 12
