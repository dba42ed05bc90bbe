"""Numbers that count and measure nothing: times and ages, names that hold a number, scores, idle compounds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.ages import is_age
from onrecord.annotating.quantities.closed import PREPOSITIONS
from onrecord.annotating.quantities.dating import is_clock_or_date, is_ordinal, is_place_in_row, is_telephone, is_year
from onrecord.annotating.quantities.joins import is_idle_compound, is_joined
from onrecord.annotating.quantities.names import is_name
from onrecord.annotating.quantities.words import HYPHENS
from onrecord.vocabulary.numbered import numbered

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words


def counts_nothing(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether the amount is no quantity, by what it is written like or by the words around it."""
    if noun.kind == "time" or amount.is_pair:
        return True
    if amount.money:
        return False
    if noun.kind in ("measure", "money"):
        return is_joined(words, amount, noun)
    return (
        is_joined(words, amount, noun)
        or is_ordinal(words, amount)
        or is_clock_or_date(words, amount, noun)
        or is_year(words, amount, noun)
        or is_age(words, amount, noun)
        or _is_score(words, amount, noun)
        or is_idle_compound(words, amount)
        or _is_calibre(words, amount, noun)
        or _is_idle_word(words, amount, noun)
        or is_name(words, amount, noun)
        or is_telephone(words, amount)
        or is_place_in_row(words, amount, noun)
    )


def _is_score(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is half of a score ("won 3 to 1", "lost 10-15"); "by 52 votes to 48" counts votes."""
    first = amount.first
    near = words.low[max(0, first - 6) : first]
    if amount.high is not None and noun.kind == "none" and words.at(amount.low.end) in HYPHENS:
        return any(word in numbered().scores for word in near)
    if noun.kind != "none" or amount.high is not None:
        return False
    if words.at(amount.end) == "to" and (words.is_figure(amount.end + 1)) and words.at(first - 1) not in ("from",):
        return any(word in numbered().scores for word in near) and not any(
            word in ("from", "rose", "fell") for word in near
        )
    if words.at(first - 1) == "to" and words.is_figure(first - 2):
        return any(word in numbered().scores for word in words.low[max(0, first - 8) : first - 2])
    return False


def _is_idle_word(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether a number word is none: "zero in on"."""
    if words.is_figure(amount.number):
        return False
    word = words.at(amount.number)
    return word == "zero" and noun.kind == "none" and words.at(amount.end) in PREPOSITIONS


def _is_calibre(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether it is the width of a weapon's barrel, of which no unit is told: "7.65 bullets", "a .45 pistol"."""
    is_weapon = noun.unit in numbered().bored or words.at(amount.end) in numbered().bored
    return is_weapon and "." in words.raw[amount.number] and not amount.low.is_scaled
