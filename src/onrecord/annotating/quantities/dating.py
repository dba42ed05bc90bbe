"""Numbers that tell a time, and those that number a row: they count nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.bounds import read_before
from onrecord.annotating.quantities.closed import MONTHS
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbered import numbered
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words


_BRITISH_CLOCK = re.compile(r"[012]?\d\.[0-5]\d")
_LAST_YEAR = 2199
# Figures in between are years in the news unless something shows that they count.
_RECENT = range(1900, 2101)
# Words that a year stands after, and a number of people seldom.
_BEFORE_YEARS = frozenset("early her his in its late mid of since the their".split())
_NEVER_OF_YEARS = frozenset({"civilian", "person", "soldier", "troop"})


def is_clock_or_date(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is a clock time, or the day or year of a date."""
    first, end = amount.number, amount.end
    after, before = words.at(end), words.at(first - 1)
    if after in counting().clocks or (after in ("a", "p") and words.low[end + 1 : end + 3] == (".", "m")):
        return True
    if before == "at" and noun.kind == "none" and _BRITISH_CLOCK.fullmatch(words.raw[first]):
        return True
    if (
        before in ("and", "or", "to", "-", "–")
        and words.is_figure(first - 2)
        and words.at(first - 3).rstrip(".") in MONTHS
    ):
        return amount.value <= 31  # "May 22 and 23"
    if after in ("and", "or", "to") and words.is_figure(end + 1) and words.at(end + 2) in MONTHS:
        return amount.value <= 31 and words.is_capital(end + 2)  # "22 and 23 May"
    if before == "." and words.at(first - 2) in MONTHS and words.is_capital(first - 2):
        return amount.value <= 31 or amount.value >= 1000
    if before in MONTHS and words.is_capital(first - 1) and not words.breaks(first):
        return not words.is_word(end) or amount.value <= 31 or amount.value >= 1000
    if before == "," and words.at(first - 2).isdigit() and words.at(first - 3).rstrip(".") in MONTHS:
        return 1000 <= amount.value < 2200
    if after in MONTHS and words.is_capital(end) and not words.breaks(end):
        return amount.value <= 31
    return before in ("noon", "midnight") or (before == "at" and words.at(end) in ("on",) and amount.value <= 12)


def is_year(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is a year: four digits without a comma; not "1500 troops", "about 2000 homes"."""
    figures = [amount.number] if amount.high is None else [amount.number, amount.high.first]
    if amount.low.is_scaled or any(len(words.raw[k]) != 4 or not words.raw[k].isdecimal() for k in figures):
        return False
    if not 1000 <= amount.value <= _LAST_YEAR:
        return False
    if noun.kind != "noun" or noun.unit is None:
        return True
    before = words.at(amount.first - 1)
    is_bounded = read_before(words, amount.first).name != "exact"
    if amount.value not in _RECENT or is_bounded or before in role_words().verbs:
        return False
    if role_words().is_person(noun.unit):
        return before in _BEFORE_YEARS and noun.unit not in _NEVER_OF_YEARS
    return True


def is_ordinal(words: Words, amount: Amount) -> bool:
    """A list's own number: "1. Foo", "2) Bar", or a figure alone on its line."""
    first, end = amount.first, amount.end
    if not words.is_figure(amount.number) or not (first == 0 or words.breaks(first)):
        return False
    if end >= len(words) or words.breaks(end):
        return True
    return words.at(end) in (".", ")") and words.touches(end) and amount.value < 100 and not words.breaks(end + 1)


def is_place_in_row(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is a figure of a figure, with nothing counted: "Photo 3 of 41"."""
    first, end = amount.number, amount.end
    if not words.is_figure(first) or noun.kind != "none" or amount.high is not None:
        return False
    if words.at(end) == "of" and words.is_figure(end + 1):
        return True
    return words.at(first - 1) == "of" and words.is_figure(first - 2)


def is_telephone(words: Words, amount: Amount) -> bool:
    """Whether it is a telephone number, or one of a row of figures."""
    first, end = amount.number, amount.end
    if not words.is_figure(first):
        return False
    near = words.low[max(0, first - 4) : first]
    if (
        amount.value >= 100
        and words.low[first - 1 : first]
        and any(w in numbered().telephones for w in near)
        and not words.is_word(end)
    ):
        return True
    if words.raw[first][0] == "0" and len(words.raw[first]) > 1 and words.raw[first][1] != ".":
        return True
    return (words.is_figure(end) and not words.breaks(end) and words.at(end) != "000") or (
        words.is_figure(first - 1) and not words.breaks(first)
    )
