"""Nouns of money after a number: "5 million Swiss francs", "30 cents", "two million pounds"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.nouns import Noun, spelled
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words

# How far from the number words tell money from weight.
_NEAR, _NEAREST = 10, 4


def read_money(words: Words, number: int, i: int, at: int, value: float) -> Noun | None:
    """The money that begins at word `at`, with an adjective before it or none.

    Args:
        words: the text's.
        number: where the number begins.
        i: where it ends; `at` is one further after a hyphen.
        at: where the money may begin.
        value: the number's.
    """
    for length in (3, 2):
        if code := _with_adjective(words, at, length):
            return Noun(code, "money", at + length, at + length)
    noun = words.at(at)
    code = units().nouns.get(noun)
    if code is None:
        return Noun(words.raw[at], "money", at + 1, at + 1) if words.at(at).upper() in _codes(words, at) else None
    if not _may_be_money(words, i, at, value):
        return None
    if code == "pound":
        if not _is_sterling(words, number, i):
            return Noun("pound", "measure", at + 1, at + 1)
        code = "GBP"
    return Noun(code, "money", at + 1, at + 1)


def _codes(words: Words, at: int) -> frozenset[str]:
    return units().codes if words.raw[at : at + 1] and words.raw[at].isupper() else frozenset()


def _with_adjective(words: Words, at: int, length: int) -> str | None:
    """The code of "Hong Kong dollars", "Swiss francs", "pounds sterling"."""
    known = units()
    if length == 2 and spelled(words, at, 2) in known.nouns:
        return known.nouns[spelled(words, at, 2)]
    noun = words.at(at + length - 1)
    if noun not in known.nouns:
        return None
    singular = known.singular_money(noun)
    return known.adjectives.get(singular, {}).get(spelled(words, at, length - 1))


def _may_be_money(words: Words, i: int, at: int, value: float) -> bool:
    """Whether a word that is also a verb, an adjective or a name is a noun of money here."""
    noun = words.at(at)
    if noun in counting().unlikely_money:
        return value >= 1000 and words.raw[at].islower()
    is_singular = noun in counting().single_money
    return not is_singular or value <= 1 or words.is_hyphen(i)  # not "the two dollar stores"


def _is_sterling(words: Words, number: int, i: int) -> bool:
    """Whether pounds are money: millions of them, or words of cost and none of weight nearby."""
    is_million = words.at(i - 1) in ("million", "billion", "trillion", "m", "bn")
    if words.is_hyphen(i):
        return is_million
    if not counting().weighed.isdisjoint(words.low[max(0, number - _NEAREST) : i + 1 + _NEAREST]):
        return False
    return is_million or not counting().costing.isdisjoint(words.low[max(0, number - _NEAR) : i + 2 + _NEAR])
