"""A verb group read from its first word: "could have been killed", "are feared dead", "died", "killed by shelling"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    HAVE,
    PREPOSITIONS,
    WEEKDAYS,
)
from onrecord.annotating.quantities.predicates import Governed, passive, state_at, verb_at
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.predicates import Counted
    from onrecord.annotating.quantities.words import Words


_BOUND_STARTS = frozenset(
    {
        ("at", "least"),
        ("at", "most"),
        ("up", "to"),
        ("as", "many"),
        ("close", "to"),
        ("in", "excess"),
    }
)


def read_verb_group(words: Words, i: int, counted: Counted) -> Governed:
    """The role that the verb group beginning at word `i` gives its subject: "could have been killed", "are missing"."""
    has_be = False
    for _ in range(9):
        word = words.at(i)
        if not word or words.breaks(i):
            break
        state = state_at(words, i)
        if state and not (state[0] == "infected" and not has_be):
            return Governed(*state)
        if word in BE or word in ("become", "became"):
            has_be = True
        elif word == "among":
            return _among(words, i + 1, counted)
        elif word in AUXILIARIES or word in counting().adverbs or word == "to":
            has_be = has_be and word not in HAVE
        elif word in role_words().verbs:
            is_progressive = word.endswith("ing")
            if has_be and not is_progressive:
                found = verb_at(words, i, counted, of_subject=False, after=i + 1)
                if found and word in role_words().participles:
                    return Governed(found[0].role, found[1])
            if not has_be or is_progressive:
                found = verb_at(words, i, counted, of_subject=True, after=i + 1)
                if found:
                    return Governed(found[0].role, found[1])
            if word not in counting().told:
                return Governed(None, i, has_verb=True)
        elif has_be and words.at(i + 1) in ("and", "or") and words.at(i + 2) in role_words().participles:
            i += 1  # "were charged and jailed"
        elif word not in counting().told and not (word.endswith("ly") and words.is_word(i)):
            break
        i += 1
    return Governed(None, i, has_verb=True)


def _among(words: Words, i: int, counted: Counted) -> Governed:
    """The role in "were among the dead", "was among those killed"."""
    for j in range(i, min(i + 5, len(words))):
        if state := state_at(words, j):
            return Governed(*state)
        if role := passive(words.at(j), counted):
            return Governed(role, j + 1)
    return Governed(None, i)


def read_bare_verb(words: Words, i: int, counted: Counted, *, is_near: bool, is_tied: bool) -> Governed | None:
    """A verb without an auxiliary: "12 died", "12 people killed in the attack"; not "12 drones killed three"."""
    word = words.at(i)
    found = verb_at(words, i, counted, of_subject=True, after=i + 1)
    if found and (is_near or not is_tied) and not (word.endswith("ing") and not is_near):
        return Governed(found[0].role, found[1])
    if word not in role_words().participles:
        return None
    found = verb_at(words, i, counted, of_subject=False, after=i + 1)
    if found is None or (is_tied and not is_near):
        return None
    if not _may_end_here(words, found[1]):
        return None
    return Governed(found[0].role, found[1])


def _may_end_here(words: Words, i: int) -> bool:
    """Whether no object follows a participle, so that it is a passive."""
    word = words.at(i)
    if not word or words.breaks(i) or not words.is_word(i):
        return not words.is_figure(i) and word not in ("$", "£", "€")
    if (word, words.at(i + 1)) in _BOUND_STARTS:
        return False
    if word in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES or word in WEEKDAYS or word.endswith("ly"):
        return word not in ("over", "about", "around", "nearly", "up") or not words.is_figure(i + 1)
    if word in DETERMINERS:
        return word in ("this", "that", "each", "every") or words.at(i + 1) in (
            "week",
            "day",
            "month",
            "year",
            "night",
            "past",
            "last",
            "previous",
        )
    return word in counting().adverbs or word in counting().after_passive
