"""Nouns that tell what befell a number: "the killing of 12", "the death toll climbed to 118"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES, PREPOSITIONS
from onrecord.annotating.quantities.predicates import PAUSES, passive, state_at, suits
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.predicates import Counted
    from onrecord.annotating.quantities.words import Words

# How many words may stand between a noun and its number.
_NEAR, _FAR = 5, 14


def of_noun(words: Words, counted: Counted) -> str | None:
    """The role by a noun of doing: "the release by the group of three hostages", "a $3 million ransom"."""
    if counted.kind == "money" and any(words.at(i) in ("ransom", "ransoms") for i in (counted.next, counted.next + 1)):
        return "demanded"
    at = counted.first - 1
    while words.at(at) in ("the", "a", "an", "another", "all", "some", "these", "those"):
        at -= 1
    if words.at(at) == "to" and words.at(at - 1) in ("damage", "injury", "injuries"):
        return _fitting(role_words().nouns[words.at(at - 1)], counted)
    if words.at(at) == "by" and role_words().nouns.get(words.at(at - 1)) == "protested":
        return _fitting("protested", counted)
    if words.at(at) not in ("of", "between"):
        return None
    role = "killed" if words.at(at - 1) in ("bodies", "corpses", "lives", "remains") else _noun_before(words, at)
    return _fitting(role, counted)


def _fitting(role: str | None, counted: Counted) -> str | None:
    return role if role and suits(role, counted) else None


def _noun_before(words: Words, of: int) -> str | None:
    """The role of the noun before "of": also "the release on Friday of 12", "the deaths in the city of 12"."""
    nouns = role_words().nouns
    for i in range(of - 1, max(of - 1 - _NEAR, -1), -1):
        if words.is_end(i) or words.at(i) in PAUSES | AUXILIARIES or words.breaks(i + 1):
            return None
        if words.at(i) in nouns and (i == of - 1 or words.at(i + 1) in ("by", "in", "on", "last", "this")):
            return nouns[words.at(i)]
    return None


def of_toll(words: Words, counted: Counted) -> str | None:
    """The role by a toll or a group: "the number of wounded rose to 48", "the dead included 12"."""
    link = words.at(counted.first - 1)
    role = None
    if link in counting().toll_links or counted.first != counted.number:
        role = _toll_before(words, counted)
    if role is None and link in counting().including:
        role = _group_before(words, counted)
    return _fitting(role, counted)


def _toll_before(words: Words, counted: Counted) -> str | None:
    known = role_words()
    if counted.kind not in ("none", "noun") or (counted.unit and not known.is_person(counted.unit)):
        return None
    for i in range(counted.first - 1, max(counted.first - _FAR, -1), -1):
        word = words.at(i)
        if words.is_end(i) or words.breaks(i + 1) or word in (";", ","):
            return None
        is_far = i < counted.first - 1
        if counted.unit and is_far and word in PREPOSITIONS and word not in ("of", "from", "in"):
            return None
        for length in (2, 1):
            if role := known.tolls.get(words.low[i : i + length]):
                return _toll_of(words, i, role)
        if word in ("deaths", "fatalities") or (word in counting().tallies and words.at(i + 1) == "of"):
            return next((r for k in range(i, counted.first - 1) if (r := _role_at(words, k, counted))), None)
    return None


def _toll_of(words: Words, i: int, role: str) -> str | None:
    """The role of the toll at word `i`, which the word before it may change: "the injury toll"."""
    return {"casualty": None, "injury": "injured"}.get(words.at(i - 1), role)


def _group_before(words: Words, counted: Counted) -> str | None:
    """The role of the group that the number is part of: "the dead included", "among those killed were"."""
    for i in range(counted.first - 2, max(counted.first - 8, -1), -1):
        if words.is_end(i) or words.breaks(i + 1) or words.at(i) in (",", ";"):
            return None
        if words.at(i) in ("victims", "fatalities"):
            return "killed"
        role = _role_at(words, i, counted)
        if role and (words.at(i - 1) in ("the", "those", "among") or words.at(i - 2) == "those"):
            return role
    return None


def _role_at(words: Words, i: int, counted: Counted) -> str | None:
    """The role that a word tells by itself: "dead", "wounded", "deaths"."""
    state = state_at(words, i)
    return state[0] if state else role_words().units.get(units().singular(words.at(i))) or passive(words.at(i), counted)
