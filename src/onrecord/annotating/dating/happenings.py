"""Known events: anniversaries of those that are remembered, and those that everybody knew beforehand."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

from onrecord.annotating.dating.clues import Clue, nearest, written
from onrecord.annotating.dating.days import ANY_DAY, FIRST_YEAR, LAST_YEAR, Days
from onrecord.annotating.dating.expressions import MONTHS, WEEKDAYS, DateWords, between, find_dates
from onrecord.annotating.dating.phrases import Phrases
from onrecord.knowledge import load_remembered, load_scheduled, load_seasons

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotating.dating.passage import Passage, Tense
    from onrecord.knowledge import Remembered, Scheduled, Season

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70}
_TENS |= {"eightieth": 80, "ninetieth": 90, "hundredth": 100}
_NUMBERS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | _TENS
_BEFORE_ANNIVERSARY = re.compile(
    r"(?P<eve>\b(?:[Oo]n the eve of|[Aa] day before|[Tt]he day before) (?:the )?)?"
    r"\b(?P<number>[A-Za-z]{5,12}|\d{1,3}(?:st|nd|rd|th)|(?:[Oo]ne|two|\d{1,3})-year) $"
)
_ANNIVERSARY = re.compile(r"anniversary (?:of|since|after|marking) ")
_EVENT_REACH = 90
# Anniversaries are news from weeks before, and are looked back on for months ("marked in June").
_BEFORE, _AFTER = 60, 200
_WEEK = 6  # days for which news calls a day by its weekday alone

_AHEAD_CUE = re.compile(
    r"\b(?:ahead of|heading into|head into|going into|in advance of|leading up to|upcoming|looming|next|"
    r"(?:days?|weeks?|months?) (?:before|until|away from)|prepar\w+ for|early voting|in time for)\b[^.!?]{0,45}$",
    re.I,
)
_PAST_CUE = re.compile(
    r"\b(?:after|following|since|in the wake of|won|wins|winning|lost|losing|victor(?:y|ies)|finish(?:ed|ing)?|"
    r"defeat(?:ed|s)?|fresh off)\b"
    r"[^.!?]{0,45}$",
    re.I,
)
_THIS_ONE = re.compile(r"(?P<word>tonight|today|tomorrow|yesterday|last night)['’]s (?:[\w.’'-]+ ){0,4}$", re.I)
_LAGS = {"tonight": 0, "today": 0, "tomorrow": -1, "yesterday": 1, "last night": 1}
_RELATIVE_BEFORE = re.compile(r"\b(?P<which>last|this|next) (?P<unit>week|month)['’]s (?:[\w.’'-]+ ){0,3}$", re.I)
_RELATIVE_AFTER = re.compile(r"(?: in [A-Z]\w+)? (?P<which>last|next|later this|earlier this) (?P<unit>month)\b", re.I)
_IN_MONTH = re.compile(rf"^.{{0,30}}?\b(?:in|last|next|since) (?:{'|'.join(MONTHS)})\b")
_PRESENT = re.compile(r"\b(?:is|are|has|have|says|say)\b")
_EVE = re.compile(r"\b[Oo]n the eve of (?:[\w.’'-]+ ){0,4}$")
_DAY_BEFORE = re.compile(r"\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:['’]s| night['’]s) (?:[\w.’'-]+ ){0,4}$")
_DAY_AFTER = re.compile(r"(?:,? (?:on|late|early|here))? (Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_BETWEEN = re.compile(
    r"(?:(?:republican|democratic|gop|democrats['’]|republicans['’]|presidential|first-in-the-nation|state['’]?s?|"
    r"national|nominating) )+$",
    re.I,
)
_YEAR_NEAR = re.compile(r"\b(?:19|20)\d\d\b|\byears? ago\b|\bfour years\b|\beight years\b")
_NOVEMBER = re.compile(
    r"\bNovember(?:['’]s)? (?:general |presidential )?election\b|"
    r"\bgeneral election (?:this |in |come )(?:November|fall)|"
    r"\bin (?:the|a) (?:general )?election in November\b|\bin November['’]s general"
)
_LAST_NOVEMBER = re.compile(r"\b(?:last|next|midterm|since|after|following)\b", re.I)
_SEASON = 400  # days before an election in which news speaks of it as ahead


def read_happenings(passage: Passage, dates: Sequence[DateWords]) -> list[Clue]:
    """Clues from anniversaries and from scheduled events."""
    return list(chain(_anniversaries(passage, dates), _scheduled(passage), _seasons(passage), _november(passage)))


def _anniversaries(passage: Passage, dates: Sequence[DateWords]) -> Iterator[Clue]:
    for found in _ANNIVERSARY.finditer(passage.text):
        match = _BEFORE_ANNIVERSARY.search(passage.text, max(0, found.start() - 50), found.start())
        number = _number(match["number"]) if match else None
        if match is None or number is None or passage.is_quoted(found.start()):
            continue
        _, end = passage.sentence(found.start())
        words = passage.text[found.end() : min(end, found.end() + _EVENT_REACH)].lower().replace("’", "'")
        meant = [
            (words.find(phrase), event) for event in load_remembered() for phrase in event.phrases if phrase in words
        ]
        if not meant:
            continue
        event = min(meant, key=lambda pair: pair[0])[1]
        day = _anniversary(event, number)
        if day is None:
            continue
        span, told = (match.start(), found.end() - 1), _told(match["number"], event)
        eve = _eve(passage, dates, span, day - 1, told) if match["eve"] else None
        yield eve or Clue.firm(Days.between(day - _BEFORE, day + _AFTER), f"{told} was on {written(day)}", span)


def _told(number: str, event: Remembered) -> str:
    began = "" if str(event.day.year) in event.name else f" ({written(event.day.toordinal())})"
    return f"the {number} anniversary of {event.name}{began}"


def _eve(passage: Passage, dates: Sequence[DateWords], span: tuple[int, int], eve: int, told: str) -> Clue | None:
    """The clue of what comes "on the eve of" an anniversary; None where it may be told from a distance."""
    near = between(dates, *passage.sentence(span[0]))
    if {words.weekday for words in near if words.day is None} == {(eve - 1) % 7}:
        last = eve + _WEEK
    elif _PRESENT.search(passage.text, *passage.sentence(span[0])) and passage.tense(*span) != "past":
        last = eve
    else:
        return None
    day = date.fromordinal(eve)
    same = [(words.start, words.end) for words in dates if (words.month, words.day) == (day.month, day.day)]
    return Clue.firm(Days.between(eve, last), f"{written(eve)}, a {day:%A}, was the eve of {told}", span, *same[:3])


def _number(word: str) -> int | None:
    word = word.lower()
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0]) or None
    return {"one-year": 1, "two-year": 2}.get(word) or _NUMBERS.get(word)


def _anniversary(event: Remembered, number: int) -> int | None:
    year = event.day.year + number
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    try:
        return event.day.replace(year=year).toordinal()
    except ValueError:  # 29 February
        return date(year, 3, 1).toordinal()


@cache
def _phrases() -> Phrases[Scheduled]:
    return Phrases({phrase: event for event in load_scheduled() for phrase in event.phrases})


def _scheduled(passage: Passage) -> Iterator[Clue]:
    for start, end, event in _phrases().find(passage.text, between=_BETWEEN):
        clue = None if passage.is_quoted(start) else _of_event(passage, event, start, end)
        if clue is not None:
            yield clue


@cache
def _season_phrases() -> Phrases[Season]:
    return Phrases({phrase: season for season in load_seasons() for phrase in season.phrases})


def _seasons(passage: Passage) -> Iterator[Clue]:
    for start, end, season in _season_phrases().find(passage.text):
        first, last = passage.sentence(start)
        if passage.is_quoted(start) or _YEAR_NEAR.search(passage.text, first, last):
            continue
        times = tuple((a.toordinal(), b.toordinal()) for a, b in season.times)
        words = passage.text[start:end]

        def why(
            day: int, times: tuple[tuple[int, int], ...] = times, words: str = words, season: Season = season
        ) -> str:
            return f"“{words}” is of {season.name} ({_stretch(*nearest(times, day))})"

        yield Clue(Days.of(times), why, ((start, end),))


def _november(passage: Passage) -> Iterator[Clue]:
    """Of elections called "the November election", without a year, only that of the article's own year is meant."""
    for match in _NOVEMBER.finditer(passage.text):
        start, end = passage.sentence(match.start())
        if (
            passage.is_quoted(match.start())
            or _YEAR_NEAR.search(passage.text, max(start, match.start() - 60), min(end, match.end() + 40))
            or _LAST_NOVEMBER.search(passage.text, max(start, match.start() - 60), match.end())
        ):
            continue
        if passage.tense(*match.span()) == "past":
            continue
        election = next(event for event in load_scheduled() if "election day" in event.phrases)
        times = [(date(first.year, 1, 1).toordinal(), first.toordinal()) for first, _ in election.times]
        yield Clue(Days.of(times), "the election of that November still lay ahead", (match.span(),))


def _of_event(passage: Passage, event: Scheduled, start: int, end: int) -> Clue | None:
    first, last = passage.sentence(start)
    before, after = passage.text[max(first, start - 80) : start], passage.text[end : min(last, end + 60)]
    if _YEAR_NEAR.search(before[-45:]) or _YEAR_NEAR.search(after[:45]):
        return None
    times = tuple((a.toordinal(), b.toordinal()) for a, b in event.times)
    near = [w for w in find_dates(before[-25:] + passage.text[start:end] + after[:30]) if w.month and w.day]
    if near:
        times = tuple(time for time in times if any(_is_day(time[0], words) for words in near))
        if not times:
            return None
    elif _IN_MONTH.match(after):
        return None  # "the convention in July" is told from a distance, from either side

    def clue(days: Days, verb: str, *, certain: Days = ANY_DAY, points: bool = False) -> Clue:
        def why(day: int) -> str:
            held = nearest(times, day)
            return f"{event.name} ({_stretch(*held)}) {verb}"

        return Clue(days, why, ((start, end),), certain, points=points)

    if one := _THIS_ONE.search(before):
        lag = _LAGS[one["word"].lower()]
        return clue(Days.of((a + lag, b + lag) for a, b in times), f"is “{one['word'].lower()}’s” here", points=True)
    if relative := _RELATIVE_BEFORE.search(before) or _RELATIVE_AFTER.match(after):
        which, unit = relative["which"].lower(), relative["unit"].lower()
        return clue(_by_relation(which, unit, times), f"came “{which} {unit}”")
    tense = _tense(passage, before, after, start, end)
    if _EVE.search(before) and _PRESENT.search(passage.text, first, last) and tense != "past":
        return clue(Days.of((a - 1, a - 1) for a, _ in times), "came a day later", points=True)
    if weekday := _DAY_BEFORE.search(before) or _DAY_AFTER.match(after):
        number = [name[:3] for name in WEEKDAYS].index(weekday[1][:3])
        back, on = {"past": (0, _WEEK), "ahead": (_WEEK, 0), None: (_WEEK, _WEEK)}[tense]
        held = [d for a, b in times for d in range(a, b + 1) if d % 7 == (number + 1) % 7]
        return clue(Days.of((d - back, d + on) for d in held), f"fell on the {WEEKDAYS[number]} of that week")
    if tense == "past":
        return clue(Days.of((a, _year_end(a)) for a, _ in times), "lay behind", certain=Days.since(times[0][0]))
    if tense == "ahead":
        return clue(Days.of((b - _SEASON, b) for _, b in times), "still lay ahead")
    if near:
        return clue(Days.of((a - _SEASON, _year_end(a)) for a, _ in times), "was that year")
    return None


def _stretch(first: int, last: int) -> str:
    return written(first) if first == last else f"{written(first)} to {written(last)}"


def _by_relation(which: str, unit: str, times: tuple[tuple[int, int], ...]) -> Days:
    """The days of which `times` are "last month" and the like."""
    step = {"last": 1, "next": -1}.get(which, 0)
    if (
        unit == "week"
    ):  # a week begins on a Sunday or a Monday, and "last week" may be said on a Saturday of six days ago
        return Days.of((a + 7 * step - 7, b + 7 * step + 7) for a, b in times)
    stretches = []
    for a, b in times:
        day = date.fromordinal(a)
        months = day.year * 12 + day.month - 1 + step
        first = date(months // 12, months % 12 + 1, 1).toordinal()
        last = date((months + 1) // 12, (months + 1) % 12 + 1, 1).toordinal() - 1
        if which.startswith("later"):
            last = min(last, b)
        if which.startswith("earlier"):
            first = max(first, a)
        stretches.append((first, last))
    return Days.of(stretches)


def _is_day(day: int, words: DateWords) -> bool:
    found = date.fromordinal(day)
    return (found.month, found.day) == (words.month, words.day) and words.year in {None, found.year}


def _year_end(day: int) -> int:
    return date(date.fromordinal(day).year, 12, 31).toordinal()


def _tense(passage: Passage, before: str, after: str, start: int, end: int) -> Tense:
    if _AHEAD_CUE.search(before):
        return "ahead"
    general = passage.tense(start, end)
    if _PAST_CUE.search(before):
        return None if general == "ahead" else "past"
    return "ahead" if general == "ahead" and re.match(r" (?:will|is|are) ", after) else None
