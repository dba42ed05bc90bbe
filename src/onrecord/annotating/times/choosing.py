"""Which of the days, months or quarters of a name is meant: the one before the day of writing, or the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.times.periods import Period, holding

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.annotating.times.tenses import Direction

_PER_YEAR = {"month": 12, "quarter": 4, "half": 2, "season": 4}
# How far ahead a month or a day of one may lie, in months, by the tense that its sentence seems to be in. Of 143 months
# and days without a year in the dev articles, 24 lie one to four months ahead, half of them in sentences that look past
# ("the ship was refitted for the race of Jan. 2"), and 4 lie nine to twelve months back.
_MOST_AHEAD = {"gone": 0, "past": 3, None: 4, "ahead": 11}
_JUST_GONE = 4  # days: "will" in the sentence says little of a day that has just gone,
_LONG_GONE, _FAR = 45, 200  # nor of one some weeks ago that comes again far ahead only


def weekday_near(now: Period, weekday: int, tense: Direction) -> Period:
    """The day of a weekday (Monday is 1) told on the day `now`: today, or of the last or the next six days."""
    behind = (now.index - weekday) % 7
    if tense == "ahead" and behind:
        return now.shift(7 - behind)
    return now.shift(-behind)


def part_near(now: Period, number: int, tense: Direction) -> Period:
    """The month, quarter, half or season of a number (the first is 1) told in the one that is `now`."""
    per_year = _PER_YEAR[now.grain]
    behind = (now.index - (number - 1)) % per_year
    if now.grain == "month":
        is_ahead = behind and per_year - behind <= _MOST_AHEAD[tense]
    else:  # of a quarter that just ended, results are "expected"
        is_ahead = behind and tense == "ahead" and (now.grain != "quarter" or behind >= 2)
    return now.shift(per_year - behind) if is_ahead else now.shift(-behind)


def last_part(now: Period, number: int) -> Period:
    """The last month, quarter, half or season of a number (the first is 1) up to the one that is `now`."""
    return now.shift(-((now.index - (number - 1)) % _PER_YEAR[now.grain]))


def date_near(now: Period, in_year: Callable[[int], Period | None], tense: Direction) -> Period | None:
    """The day of the year told on the day `now`; `in_year` gives it in a year; None where no year near has it."""
    year = holding("year", now.index).index
    found = [p for y in range(year - 4, year + 5) if (p := in_year(y)) is not None and p.is_real]
    if not found:
        return None
    latest = now.index + 31 * _MOST_AHEAD[tense]
    ahead = [period for period in found if now.index <= period.index <= latest]
    behind = [period for period in found if period.index <= now.index]
    if tense == "ahead":
        is_far = not ahead or ahead[0].index - now.index > _FAR
        recent = [p for p in behind if p.index > now.index - (_LONG_GONE if is_far else _JUST_GONE)]
        return min(recent or ahead or found, key=lambda period: abs(period.index - now.index))
    if ahead and ahead[0].index - now.index <= latest - now.index:
        return min(ahead + behind[-1:], key=lambda period: abs(period.index - now.index))
    return behind[-1] if behind else found[0]
