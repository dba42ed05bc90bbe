"""Numbers inside longer words and figures: "F-16", "3.2.1", "9/11", "two-way"; they count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.words import HYPHENS
from onrecord.vocabulary.numbered import numbered

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words

_GLUES = frozenset("#@_=&§№/\\.:*×")
_GLUES_AFTER = frozenset(":/_=@&")


def is_joined(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is part of a longer word or figure: "F-16", "G7", "3.2.1", "12:30", "9/11", "#2", "mid-2016"."""
    first = amount.number
    if not words.is_figure(first):
        return words.is_hyphen(first - 1) and words.is_word(first - 2)
    if words.at(first - 1) in ("§", "#", "№"):
        return True
    return _is_joined_before(words, first) or _is_joined_after(words, amount.end, noun)


def _is_joined_before(words: Words, first: int) -> bool:
    if not words.touches(first):
        return False
    before = words.raw[first - 1]
    if before.isalnum() or before in _GLUES:
        return not (before == "." and words.at(first - 2) == "rs")
    if before in HYPHENS and words.touches(first - 1) and words.raw[first - 2][-1].isalnum():
        is_dash = before in "–—" and words.raw[first - 2].islower()
        return not is_dash
    return False


def _is_joined_after(words: Words, end: int, noun: Noun) -> bool:
    if not words.touches(end):
        return False
    after = words.at(end)
    if words.is_word(end):
        return noun.kind not in ("measure", "money")
    if not words.touches(end + 1):
        return False
    if after in ("'", "’"):  # "Pixel 2's camera"
        return words.at(end + 1) == "s"
    if after in _GLUES_AFTER:
        return words.is_figure(end + 1) or words.is_word(end + 1)
    return (after == "." or after in HYPHENS) and words.is_figure(end + 1)


def is_idle_compound(words: Words, amount: Amount) -> bool:
    """Whether a compound counts nothing: "two-way", "four-star", "one-sided", "5-a-side", "12-fold"."""
    if not words.is_hyphen(amount.end):
        return False
    after = words.at(amount.end + 1)
    if amount.value == 0 or after in numbered().compounds or not words.is_word(amount.end + 1):
        return True
    if after.endswith(("ed", "ish", "ly", "th")) and after not in ("bed", "seed", "month"):
        return True
    return after in ("year", "old")
