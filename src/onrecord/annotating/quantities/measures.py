"""Measures and rates after a number: "20 sq km", "51.2°C", "900,000 barrels a day", "$50 per barrel"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.money import read_money
from onrecord.annotating.quantities.nouns import Noun, is_noun_next, is_stop, spelled
from onrecord.annotating.quantities.words import HYPHENS
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words

_LONGEST_NAME = 3  # words
_SHORT_RATES = {"bbl": "barrel", "h": "hour", "hr": "hour", "s": "second"}


def read_measure(words: Words, number: int, i: int, value: float) -> Noun | None:
    """The measure or the money after the number that begins at word `number` and ends before word `i`."""
    at = i
    if words.is_hyphen(i) and words.is_word(i + 1):
        at = i + 1  # "a 20-mile march"
    elif words.at(i) == "more" or (words.at(i) == "of" and words.at(i - 1) in number_words().plurals):
        at = i + 1  # "20 more miles", "thousands of miles"
    for length in (3, 2, 1):
        spelling = spelled(words, at, length)
        unit = units().measures.get(spelling)
        if unit and _may_be_measure(words, at, spelling) and not _is_first_noun(words, at, length, value):
            return Noun(unit, "measure", at + length, at + length)
    return read_money(words, number, i, at, value)


def _is_first_noun(words: Words, at: int, length: int, value: float) -> bool:
    """Whether a measure in the singular belongs to a noun that is counted: "12 barrel bombs", "12 foot soldiers"."""
    word = words.at(at + length - 1)
    is_singular = value > 1 and len(word) > 3 and not units().is_plural(word) and word != "percent"
    return is_singular and not words.is_hyphen(at - 1) and is_noun_next(words, at + length)


def _may_be_measure(words: Words, at: int, spelling: str) -> bool:
    """Whether letters that are also words or initials measure here: "5 m", "50g", "20C"; not "5 MB Smith", "5G"."""
    if not spelling.isalpha():
        return True
    if len(spelling) > 1:
        return spelling not in counting().initials or words.touches(at) or words.raw[at].islower()
    is_initial = spelling == "g" and words.touches(at + 1) and words.at(at + 1) in ("-", "'", "&")
    return words.raw[at].islower() and not is_initial


def rated(words: Words, noun: Noun) -> Noun:
    """The unit with its "per": "barrels a day", "$50 per barrel", "£73-a-week", "m/s"."""
    if noun.unit is None or noun.kind in ("time", "none") or " per " in noun.unit or words.breaks(noun.end):
        return noun
    found = _rate(words, noun)
    if found is None:
        return noun
    per, end = found
    known = units()
    return replace(noun, unit=f"{noun.unit} per {known.measures.get(per, known.singular(per))}", next=end)


def _rate(words: Words, noun: Noun) -> tuple[str, int] | None:
    """What follows "per", "a" or a stroke, and where it ends."""
    at, rates = _past_matter(words, noun.end), counting().rates
    link, per = words.at(at), words.at(at + 1)
    if words.breaks(at + 1):
        return None
    if link in HYPHENS and per == "a" and words.at(at + 2) in HYPHENS:
        return (words.at(at + 3), at + 4) if words.at(at + 3) in rates else None
    if link in ("a", "an") or (link in ("each", "every") and noun.kind != "noun"):
        return (per, at + 2) if per in rates and words.at(at + 2) not in counting().later else None
    if link == "per" and words.is_word(at + 1) and per not in ("cent", "capita"):
        return _per_what(words, at + 1)
    if link == "/" and words.touches(at) and words.touches(at + 1) and (per in rates or per in _SHORT_RATES):
        return _SHORT_RATES.get(per, per), at + 2
    return None


def _per_what(words: Words, i: int) -> tuple[str, int]:
    """What stands behind "per": a measure of several words, or the noun that a name leads: "per Nordsjo share"."""
    for length in (3, 2):
        spelling = spelled(words, i, length)
        if spelling in units().measures:
            return spelling, i + length
    end = i
    while end < i + _LONGEST_NAME and words.is_word(end) and words.is_capital(end) and not words.breaks(end):
        end += 1
    if end > i and words.is_word(end) and not words.breaks(end) and not is_stop(words, end):
        return words.at(end), end + 1
    return words.at(i), i + 1


def _past_matter(words: Words, i: int) -> int:
    """Past "of oil" in "900,000 barrels of oil a day"."""
    if words.at(i) != "of":
        return i
    end = i + 1
    while end < i + 4 and words.is_word(end) and not is_stop(words, end):
        end += 1
    return end if words.at(end) in ("a", "an", "per") else i


def money_rate(words: Words, code: str, end: int) -> Noun:
    """The unit of an amount with a currency's sign before it."""
    return rated(words, Noun(code, "money", end, end))
