"""TimeML values in words for people: "2025-02-23" is Sun 23 February 2025, "P3D" is 3 days.

A value that TimeML does not know is told as it is.
"""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.showing.date_words import DateWords, Order, read_date, tell_days
from onrecord.showing.period_words import tell_period
from onrecord.showing.plain_text import one_line

_REFERENCES = {"PAST_REF": "in the past", "PRESENT_REF": "at present", "FUTURE_REF": "in the future"}
_MODS = {
    "START": "start of {}",
    "MID": "middle of {}",
    "END": "end of {}",
    "BEFORE": "before {}",
    "AFTER": "after {}",
    "ON_OR_BEFORE": "{} or before",
    "ON_OR_AFTER": "{} or after",
    "MORE_THAN": "more than {}",
    "LESS_THAN": "less than {}",
    "EQUAL_OR_MORE": "at least {}",
    "EQUAL_OR_LESS": "at most {}",
    "APPROX": "about {}",
}
_MODS_OF_PERIODS = {
    "BEFORE": "LESS_THAN",
    "AFTER": "MORE_THAN",
    "ON_OR_BEFORE": "EQUAL_OR_LESS",
    "ON_OR_AFTER": "EQUAL_OR_MORE",
}
# Of a year that was counted back to, a part may be meant too: "more than five years ago" is 2011 or before.
_MODS_OF_YEARS = {"BEFORE": "ON_OR_BEFORE", "AFTER": "ON_OR_AFTER"}
_PARTS_OF = frozenset({"START", "MID", "END"})
_PARTS_OF_DAYS = {"START": "early on {}", "MID": "in the middle of {}", "END": "late on {}"}


@dataclass(frozen=True, slots=True)
class TimeWords:
    """A value in words.

    Attributes:
        short: as in a list: "Sun 23 February 2025".
        adverb: as in a sentence: "on Sunday, 23 February 2025"; "" where the value is at no known place in time.
        order: sorts by when it starts, of equal ones the wider first; None where there is no saying.
        is_vague: it only says past, present or future, or only how wide it is: "a day".
    """

    short: str
    adverb: str = ""
    order: Order | None = None
    is_vague: bool = False


def tell_time(value: str, *, kind: str = "", mod: str | None = None) -> TimeWords:
    """A TimeML value in words.

    Args:
        kind: DATE, TIME, DURATION or SET; a SET is told with "every".
        mod: START, APPROX, MORE_THAN, …
    """
    if value in _REFERENCES:
        return TimeWords(_REFERENCES[value], is_vague=True)
    is_set = kind == "SET"
    if period := tell_period(value, is_set=is_set):
        return TimeWords(_modified(period, _MODS_OF_PERIODS.get(mod or "", mod)))
    first, slash, last = value.partition("/")
    if slash:
        return _tell_range(first, last) or TimeWords(one_line(value))
    found = read_date(value, is_set=is_set)
    if found is None:
        return TimeWords(one_line(value))
    is_vague = found.is_nameless and not is_set
    mod = _MODS_OF_YEARS.get(mod or "", mod) if len(value) == len("2025") else mod
    return TimeWords(_short(found, is_set=is_set, mod=mod), _adverb(found, mod), found.order, is_vague=is_vague)


def _short(found: DateWords, *, is_set: bool, mod: str | None) -> str:
    noun = found.noun
    if found.is_open and is_set:
        noun = f"{noun} of every month" if noun.startswith("the ") else f"every {noun}"
        noun += "" if found.rest.startswith(",") else found.rest
    elif found.is_open:
        noun = f"{noun}{found.rest}" if found.rest.startswith(",") else f"a {noun}{found.rest}"
    if found.day and mod in _PARTS_OF_DAYS:
        return _PARTS_OF_DAYS[mod].format(noun)
    return _modified(found.article + noun if mod in _PARTS_OF else noun, mod)


def _adverb(found: DateWords, mod: str | None) -> str:
    if found.order is None or found.is_open:
        return ""
    noun = f"{found.article}{found.long or found.noun}"
    if found.day and mod in _PARTS_OF_DAYS:
        return _PARTS_OF_DAYS[mod].format(noun)
    if mod in _PARTS_OF:
        return f"{'in' if mod == 'MID' else 'at'} the {_modified(noun, mod)}"
    return _modified(noun, mod) if mod in _MODS else f"{found.preposition} {noun}"


def _modified(words: str, mod: str | None) -> str:
    return _MODS.get(mod or "", "{}").format(words)


def _tell_range(first: str, last: str) -> TimeWords | None:
    """Two dates with "to" between them; what they share is told once."""
    start, end = read_date(first, is_set=False), read_date(last, is_set=False)
    if start is None or end is None:
        return None
    if start.day and end.day and "T" not in first + last:
        told = tell_days(start.day, end.day)
        return TimeWords(told, f"from {told}", start.order)
    told = f"{_short(start, is_set=False, mod=None)} to {_short(end, is_set=False, mod=None)}"
    return TimeWords(told, f"from {told}" if start.order else "", start.order)
