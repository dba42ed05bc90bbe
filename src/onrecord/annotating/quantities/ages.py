"""Ages: "Lind, 45,", "aged 30", "at the age of 12", "he is 45", "children under five"; they count nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary.numbered import numbered
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words

_OLDEST = 120
AGES = frozenset({"age", "aged", "ages"})
_ENDS = frozenset({",", ".", ";", ")", "and"})
_LINKS = frozenset({"and", "or", "to", ","})
_SOMEONE = frozenset({"he", "i", "she", "who"})
_BE = frozenset({"'s", "am", "is", "was"})


def is_age(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether the number is someone's age."""
    if amount.value > _OLDEST:
        return False
    first = amount.first
    before, further = words.at(first - 1), words.at(first - 2)
    if before in AGES or (before in numbered().ages and noun.kind == "none"):
        return True
    if further == "ages" or (further in AGES and before in ("of", "between", "from", "over", "under")):
        return True
    if noun.kind != "none":
        return False
    return _is_aside(words, amount) or _is_said(words, amount) or _is_limit(words, amount) or _is_second(words, first)


def _is_aside(words: Words, amount: Amount) -> bool:
    """Whether it is "Lind, 45,", "a driver, 45, of", "Lind (45)"; not "killed 12, 45 and 60"."""
    first, before, after = amount.first, words.at(amount.first - 1), words.at(amount.end)
    if before == "(" and after == ")":
        return words.is_capital(first - 2)
    is_over = after in _ENDS or (after in ("of", "from") and words.is_capital(amount.end + 1))
    if before != "," or not is_over or not words.is_figure(first) or amount.low.is_scaled or amount.value < 1:
        return False
    return words.is_word(first - 2) and (words.is_capital(first - 2) or _is_person_at(words, first - 2))


def _is_said(words: Words, amount: Amount) -> bool:
    """Whether it is "he is 45", "my mother's 82", "died at 77", "the over-60s"."""
    first, after = amount.first, words.at(amount.end)
    before, further = words.at(first - 1), words.at(first - 2)
    if before == "at" and further in ("dead", "death", "died", "dies"):
        return True
    if before.endswith("'s") and role_words().is_person(before[:-2]):
        return after in (",", ".")
    if before in _BE and further in _SOMEONE:
        return words.is_figure(first) and (after in _ENDS or after in ("at", "when", ""))
    return after == "s" and words.touches(amount.end)


def _is_limit(words: Words, amount: Amount) -> bool:
    """Whether it is "children under five", "people over 60"."""
    return words.at(amount.first - 1) in ("above", "below", "over", "under") and _is_person_at(words, amount.first - 2)


def _is_second(words: Words, first: int) -> bool:
    """Whether it is the second of two ages: "aged 7 and 9", "two women, 30 and 41"."""
    if words.at(first - 1) not in _LINKS:
        return False
    if not words.is_figure(first - 2) and words.at(first - 2) not in number_words().cardinals:
        return False
    return words.at(first - 3) in AGES or (words.at(first - 3) == "," and _is_person_at(words, first - 4))


def _is_person_at(words: Words, i: int) -> bool:
    return role_words().is_person(units().singular(words.at(i)))
