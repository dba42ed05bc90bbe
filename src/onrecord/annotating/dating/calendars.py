"""What the calendar tells: days told as past or ahead, weekdays with their day of the month, days that are "today"."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.annotating.dating.clues import Clue
from onrecord.annotating.dating.days import ANY_DAY, FIRST_YEAR, LAST_YEAR, Days, ordinal
from onrecord.annotating.dating.expressions import MONTHS, WEEKDAYS, between

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotating.dating.expressions import DateWords
    from onrecord.annotating.dating.passage import Passage

# "— Ana Duarte (@duarte) March 5, 2031": a post that the article shows. It carries the day of the reader's clock, so
# that it may be a day ahead of the paper.
_POSTED = re.compile(r"\(@\w{1,30}\)(?: on)? $|tweet-date=\"$|datetime=\"$")
_IN_YEAR = re.compile(r"\b(?:[Ii]n|[Ss]ince|[Dd]uring|[Oo]f|late|early) $")
_AFTER_YEAR = re.compile(
    r"[.,;:)]|\s(?:and|but|when|after|before|to|by|in|with|as|for|from|at|on|that|while|he|she|it|the)\b|$"
)
_SAME_DAY = re.compile(r"\b(?:overnight|tonight|today|this (?:morning|afternoon|evening))\b")
_CAPTION = re.compile(r"[^\n]{0,60}(?:REUTERS/|Reuters/|Getty|AP Photo|File|FILE)")
_FILE = re.compile(r"\b(?:File|FILE)\b")
# Of 35 articles whose latest written day is that of a post, 30 were published within a week and all within 39 days.
_POST_LAG = 46
_ON = re.compile(r"\b[Oo]n (?:the )?$")
_YEARS_AGO = re.compile(r"\b(?P<number>two|three|four|five|six|seven|eight|nine|ten|1\d|20) years ago\b")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NEAR = re.compile(r"\b(?:(?:this|last|next) (?:week|month|year|weekend)|today|tonight|yesterday|tomorrow|overnight)\b")
_WEEK = 6  # a bare weekday is of the last or the next six days: AP, Reuters and most papers write the date beyond


def is_news(passage: Passage, dates: Sequence[DateWords]) -> bool:
    """Whether the text, outside quotations, calls a day or a week by its distance, as the news of a day does."""
    if any(w.weekday is not None and w.day is None and not passage.is_quoted(w.start) for w in dates):
        return True
    return any(not passage.is_quoted(match.start()) for match in _NEAR.finditer(passage.text))


def read_calendar(passage: Passage, dates: Sequence[DateWords]) -> list[Clue]:
    """Clues from the dates of the text, apart from those that the text states as its own."""
    return list(
        chain(
            _bounds(passage, dates),
            _weekday_dates(passage, dates),
            _pairs(passage, dates),
            _same_day(passage, dates),
            _years_ago(passage, dates),
        )
    )


def _bounds(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    """The latest day told as past, and the earliest told as ahead."""
    latest: tuple[int, DateWords] | None = None
    earliest: tuple[int, DateWords] | None = None
    for words in dates:
        if words.year is None or not (stretch := _stretch(words)):
            continue
        first, last = stretch
        if words.day is None and (passage.is_quoted(words.start) or not _names_a_time(passage.text, words)):
            continue
        if posted := _is_post(passage, words):
            first -= 1
        tense = "past" if posted else passage.tense(words.start, words.end)
        if tense == "past" and (latest is None or first > latest[0]):
            latest = first, words
        if tense == "ahead" and not passage.is_quoted(words.start) and (earliest is None or last < earliest[0]):
            earliest = last, words
    if latest and earliest and (earliest[0] < latest[0] or _stretch(latest[1]) == _stretch(earliest[1])):
        return  # one of them is misread
    if latest is not None:
        yield from _latest(passage, dates, *latest)
    if earliest is not None:
        day, words = earliest
        span = (words.start, words.end)
        yield Clue.firm(Days.until(day), f"{passage.text[slice(*span)]} still lay ahead", span)


def _latest(passage: Passage, dates: Sequence[DateWords], day: int, words: DateWords) -> Iterator[Clue]:
    """What the latest day told as past leaves: all days since, or the next few where the text is news of that day."""
    span = (words.start, words.end)
    told = passage.text[slice(*span)]
    yield Clue.firm(Days.since(day), f"the text tells of {told} as past", span)
    if (
        words.day is None
        or _CAPTION.match(passage.text, words.end)
        or _FILE.search(passage.text, max(0, words.start - 20), words.start)
    ):
        return
    weekdays = [w for w in dates if w.weekday is not None and w.day is None and not passage.is_quoted(w.start)]
    past = [w for w in weekdays if passage.tense(w.start, w.end) == "past"]
    same = next((w for w in past if (words.ordinal or 0) % 7 == ((w.weekday or 0) + 1) % 7), None)
    if same is not None:
        name = WEEKDAYS[same.weekday or 0]
        why = f"the text tells of {_with_weekday(told, name)} as of a day that week"
        yield Clue(Days.between(day, day + _WEEK + 1), why, (span, (same.start, same.end)))
    elif words.weekday is not None:
        yield Clue(Days.between(day, day + _WEEK + 1), f"the text is news of {told}", (span,))
    elif weekdays and _is_post(passage, words):
        yield Clue(Days.between(day, day + _POST_LAG), f"the latest post that it shows is of {told}", (span,))


def _with_weekday(told: str, name: str) -> str:
    return told if told.startswith(name[:3]) else f"{name}, {told},"


def _is_post(passage: Passage, words: DateWords) -> bool:
    return bool(words.day and _POSTED.search(passage.text, max(0, words.start - 40), words.start))


def _stretch(words: DateWords) -> tuple[int, int] | None:
    """First and last day of what is written."""
    year, month = words.year or 0, words.month
    if words.day is not None:
        day = words.ordinal
        return (day, day) if day else None
    first, after = ordinal(year, month or 1, 1), ordinal(year + (month in {None, 12}), (month or 12) % 12 + 1, 1)
    return (first, after - 1) if first and after else None


def _names_a_time(text: str, words: DateWords) -> bool:
    """Whether a year or month is a time ("in 2016,") and no part of a name ("the 2016 election")."""
    return bool(_IN_YEAR.search(text, max(0, words.start - 8), words.start) and _AFTER_YEAR.match(text, words.end))


def _weekday_dates(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    """A weekday with its day of the month ("Sunday, Feb. 23") tells the year, where few years are left."""
    for words in dates:
        if words.weekday is None or words.day is None or words.year is not None or words.month is None:
            continue
        tense = passage.tense(words.start, words.end)
        if tense is None:
            continue
        before, after = (0, 60) if tense == "past" else (120, 0)
        days = Days.of((day - before, day + after) for day in _years_of(words.month, words.day, words.weekday))
        yield Clue(days, _told(words.month, words.day, words.weekday), ((words.start, words.end),))


def _pairs(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    """One weekday and one day of a month in the whole text, both past: the same day, told in two ways."""
    bare = [w for w in dates if w.weekday is not None and w.day is None and not passage.is_quoted(w.start)]
    told = [w for w in dates if w.month is not None and w.day is not None and not passage.is_quoted(w.start)]
    if not told or len({w.weekday for w in bare}) != 1 or len({(w.month, w.day) for w in told}) != 1:
        return
    weekday, words = bare[0], told[0]
    if words.year is not None or words.weekday is not None or words.month is None or words.day is None:
        return
    if not _ON.search(passage.text, max(0, words.start - 8), words.start):  # "by Jan. 14" is another day
        return
    if passage.tense(words.start, words.end) != "past" or passage.tense(weekday.start, weekday.end) != "past":
        return
    if abs(passage.sentence(words.start)[0] - passage.sentence(weekday.start)[0]) > 400:
        return
    number = weekday.weekday or 0
    days = Days.of((day, day + _WEEK) for day in _years_of(words.month, words.day, number))
    spans = tuple(sorted([(weekday.start, weekday.end), (words.start, words.end)]))
    yield Clue(days, _told(words.month, words.day, number), spans)


def _same_day(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    """Where something came "overnight, officials said Sunday", the article is of that Sunday."""
    for match in _SAME_DAY.finditer(passage.text):
        if passage.is_quoted(match.start()):
            continue
        start, end = passage.sentence(match.start())
        near = between(dates, start, end)
        weekdays = {w.weekday for w in near}
        if len(weekdays) == 1 and None not in weekdays and passage.tense(near[0].start, near[0].end) == "past":
            words = near[0]
            spans = tuple(sorted([match.span(), (words.start, words.end)]))
            why = f"“{match[0]}” makes that {WEEKDAYS[words.weekday or 0]} the day of writing"
            yield Clue(ANY_DAY, why, spans, ANY_DAY, words.weekday, points=True)


def _years_ago(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    """What was "in 2008, eight years ago" is told in 2016."""
    for match in _YEARS_AGO.finditer(passage.text):
        start, end = passage.sentence(match.start())
        years = [w for w in between(dates, start, end) if w.year is not None]
        if len(years) != 1 or years[0].month is not None or passage.is_quoted(match.start()):
            continue
        words = years[0]
        if not _names_a_time(passage.text, words):
            continue
        number = _NUMBERS.get(match["number"]) or int(match["number"])
        year = (words.year or 0) + number
        first, last = ordinal(year, 1, 1), ordinal(year, 12, 31)
        if first and last:
            spans = tuple(sorted([match.span(), (words.start, words.end)]))
            yield Clue(Days.between(first, last), f"{words.year} was {match['number']} years ago", spans)


def _years_of(month: int, day: int, weekday: int) -> Iterator[int]:
    for year in range(max(FIRST_YEAR, 1900), LAST_YEAR + 1):
        found = ordinal(year, month, day)
        if found is not None and found % 7 == (weekday + 1) % 7:
            yield found


def _told(month: int, day: int, weekday: int) -> str:
    return f"{day} {MONTHS[month - 1]} was a {WEEKDAYS[weekday]}"
