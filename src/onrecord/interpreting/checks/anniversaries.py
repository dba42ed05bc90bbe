"""Anniversaries whose number does not go with the years since the event."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding, tell_day
from onrecord.knowledge import load_remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case, Offsets
    from onrecord.records import Time

_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
)
_TENS = {"twentieth": 20, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70}
_TENS |= {"eightieth": 80, "ninetieth": 90, "hundredth": 100, "centenary": 100}
_TENS_BEFORE = {word.removesuffix("ieth") + "y": number for word, number in _TENS.items() if word.endswith("ieth")}
_NUMBERS = {word: number for number, word in enumerate(_ORDINALS, start=1)} | _TENS
_ANNIVERSARY = re.compile(
    r"\b(?P<number>\d{1,3}(?:st|nd|rd|th)|[A-Za-z]+(?:-[A-Za-z]+)?|(?:one|two|\d{1,3})-year) (?:anniversary|birthday)\b(?: (?P<of>of|since|marking))?|\b(?P<centenary>centenary|centennial)\b(?: (?P<of2>of))?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\b(1[5-9]\d\d|20\d\d)\b")
_DATED = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
_FOUNDED = re.compile(
    r"\b(?:[Ff]ounded|[Ee]stablished|[Ff]ormed|[Cc]reated|[Oo]pened|[Bb]egan|[Ll]aunched|[Ss]et up|[Ss]tarted)\b[^.;]{0,50}?\b(1[5-9]\d\d|20\d\d)\b"
)
_ITS = re.compile(r"\b(?:its|the) $", re.IGNORECASE)
_OWN = re.compile(r"^ (?:its|their|this) ")  # "of their cooperative"
_WORD = re.compile(r"[A-Za-z]{4,}")
_IDLE = frozenset(
    "this that with from which when were been have their there marked marks during under after before".split()
)
_BY_HAND = "events.toml, unverified"  # the table of events is by hand, and what nobody verified raises no error
_LONGEST = 110  # characters of the words that say of what
_FEWEST_SHARED = 2  # words by which a date elsewhere is the event's
# An anniversary is news some weeks before and after its day; what is told of another one lies a year off.
_NEAR = 75  # days
_BESIDE = 3  # days
_AHEAD = re.compile(
    r"\b(?:next year|in \w+ (?:19|20)\d\d|two years|years? (?:ahead|before|after|ago|earlier|later))\b", re.IGNORECASE
)


def check_anniversaries(case: Case) -> Iterator[Finding]:
    """Anniversaries held against the day of their event, as the article or the table of events tells it."""
    if case.date is None:
        return
    for match in _ANNIVERSARY.finditer(case.text):
        number = 100 if match["centenary"] else _number(match["number"])
        if number is None or case.is_quoted(match.start()):
            continue
        if match[0].endswith("birthday"):
            continue  # a person's, and nobody's else; what has an owner follows "of"
        first, last = case.sentence(match.start())
        words = case.text[match.end() : min(last, match.end() + _LONGEST)] if match["of"] or match["of2"] else ""
        told = _event(case, words, match.start(), first, last)
        if told is None:
            continue
        day, name, source, spans = told
        expected = _expected(case.date, day)
        span = (match.start(), match.end())
        is_by_year = len(day) == len("1971")
        if expected is None or (is_by_year and abs(number - expected) == 1):
            continue
        if number == expected:
            yield Finding(
                "note",
                f"It agrees: {name} was {_years(number)} ago.",
                (span, *spans),
                f"{name}: {tell_day(day)} ({source}).",
            )
        elif not _is_of_another_year(case, first, last, int(day[:4]) + number):
            yield Finding(
                "warning" if source == _BY_HAND else "error",
                f"“{match[0]}”: {name} was {_years(expected)} ago, not {number}.",
                (span, *spans),
                f"{name}: {tell_day(day)} ({source}); published {tell_day(case.day or '')}.",
            )


def _years(number: int) -> str:
    return "a year" if number == 1 else f"{number} years"


def _number(word: str) -> int | None:
    digits = re.match(r"\d+", word)
    if digits:
        return int(digits[0]) or None
    tens, _, ones = word.lower().partition("-")
    if ones in _NUMBERS and tens in _TENS_BEFORE:
        return _TENS_BEFORE[tens] + _NUMBERS[ones]
    return {"one-year": 1, "two-year": 2}.get(word.lower()) or _NUMBERS.get(word.lower())


def _event(case: Case, words: str, at: int, first: int, last: int) -> tuple[str, str, str, tuple[Offsets, ...]] | None:
    """The event that is remembered: its day as ISO 8601, its name, the source of it, and the words that date it."""
    lower = words.lower().replace("’", "'")
    known = [(lower.find(p), -len(p), event) for event in load_remembered() for p in event.phrases if p in lower]
    if known:
        event = min(known, key=lambda one: one[:2])[2]
        return event.day.isoformat(), event.name, _BY_HAND, ()
    for time in case.times_in(at, last) if words else ():
        is_of_it = not case.text[: time.span.start].endswith(", in ") and time.span.start < at + _LONGEST
        if is_of_it and _DATED.fullmatch(time.value) and _YEAR.search(time.span.surface):
            return time.value, "the event", "the article", ((time.span.start, time.span.end),)
    named = {word.lower() for word in _WORD.findall(words)} - _IDLE
    if not words and not (_ITS.search(case.text[max(first, at - 8) : at]) and _is_news(case, first, last)):
        return None
    if not words or _OWN.match(lower):
        for match in _FOUNDED.finditer(case.text):
            sentence = case.sentence(match.start())
            told = next((t for t in case.times_in(*sentence) if match[1] in t.span.surface), None)
            value = told.value if told is not None and _DATED.fullmatch(told.value) else match[1]
            return value, "the founding", "the article", (match.span(),)
        return None
    same_day = [time for time in case.times if _is_same_day(case, time)]
    if len({time.value for time in same_day}) == 1:
        return same_day[0].value, "the event", "the article", ((same_day[0].span.start, same_day[0].span.end),)
    for start, end in case.sentences:
        if start == first:
            continue
        told_words = {_stem(word.lower()) for word in _WORD.findall(case.text[start:end])}
        if sum(_stem(word) in told_words for word in named) < _FEWEST_SHARED:
            continue
        dated = [t for t in case.times_in(start, end) if _DATED.fullmatch(t.value) and _YEAR.search(t.span.surface)]
        past = [t for t in dated if case.day and t.value[:4] < case.day[:4] and len(t.value) > len("1994")]
        if len(past) == 1:
            return past[0].value, "the event", "the article", ((past[0].span.start, past[0].span.end),)
    return None


def _is_news(case: Case, first: int, last: int) -> bool:
    """Whether a sentence has a time about the day of publication."""
    for time in case.times_in(first, last):
        if case.day and len(time.value) >= len("2031-03") and time.value[:4] == case.day[:4]:
            return True
    return False


def _is_same_day(case: Case, time: Time) -> bool:
    """Whether a date of an earlier year, written in full, falls on the day of publication, or some days beside it."""
    if case.date is None or len(time.value) != len("1994-06-06") or not _YEAR.search(time.span.surface):
        return False
    try:
        day = date.fromisoformat(time.value)
        this_year = day.replace(year=case.date.year)
    except ValueError:
        return False
    return day.year < case.date.year and abs((this_year - case.date).days) <= _BESIDE


def _stem(word: str) -> str:
    return word[:6]


def _expected(published: date, day: str) -> int | None:
    """Which anniversary is near the day of publication; None where none is, or the event's day is not known well enough."""
    parts = [int(part) for part in day.split("-")]
    if len(parts) == 1:
        return None if published.year <= parts[0] else published.year - parts[0]
    month, in_month = parts[1], parts[2] if len(parts) > 2 else 15
    for year in (published.year - 1, published.year, published.year + 1):
        try:
            anniversary = date(year, month, in_month)
        except ValueError:  # 29 February
            anniversary = date(year, 3, 1)
        if abs((anniversary - published).days) <= _NEAR and year > parts[0]:
            return year - parts[0]
    return None


def _is_of_another_year(case: Case, first: int, last: int, year: int) -> bool:
    """Whether a sentence tells of an anniversary in another year than that of publication."""
    words = case.text[first:last]
    is_told = any(match[1] == str(year) for match in _YEAR.finditer(words))
    return is_told or bool(_AHEAD.search(words))
