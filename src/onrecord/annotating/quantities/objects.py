"""The verb to the left of a number: "killed at least 12", "paid the group $5 million", "a barrage of 50 rockets"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import (
    AUXILIARIES,
    BE,
    CONJUNCTIONS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    SPEECH,
)
from onrecord.annotating.quantities.predicates import PAUSES, fits, verb_at
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.predicates import Counted
    from onrecord.annotating.quantities.words import Words
    from onrecord.vocabulary.roles import Verb


def role_by(words: Words, verb_at: int, counted: Counted) -> str | None:
    """The role that the verb at a word gives to another object of it."""
    for verb in role_words().verbs.get(words.at(verb_at), ()) if verb_at >= 0 else ():
        follows = words.low[verb_at + 1 : verb_at + 1 + len(verb.particle)]
        if not verb.of_subject and fits(verb, counted.unit, counted.kind) and follows == verb.particle:
            return verb.role
    return None


def as_object(words: Words, counted: Counted) -> tuple[str, int] | None:
    """The role as a verb's object, with the verb's word: "killed 12", "paid the group $5 million"."""
    at = counted.first - 1
    if words.at(at) == "of" and (words.at(at - 1) in counting().groups):
        at = _before_phrase(words, at - 1)
    at = _skip_left(words, at)
    found = _verb_before(words, at, counted)
    if found:
        return found
    if words.at(at) == "for" and counted.kind == "money":
        role = _bought(words, at)
        return (role, -1) if role else None
    if counted.kind == "money" or (counted.kind == "noun" and words.at(at) not in PREPOSITIONS):
        role = _ditransitive(words, at, counted)
        if role:
            return role, -1
    return None


def _skip_left(words: Words, at: int) -> int:
    """Leftwards past determiners and adverbs, which stand between a verb and its object."""
    for _ in range(4):
        word = words.at(at)
        if word in counting().skipped or word.endswith("ly") or (word and word in "\"“‘'"):
            at -= 1
        else:
            break
    return at


def _before_phrase(words: Words, at: int) -> int:
    """Leftwards past a noun with its adjectives and article: the word before "a massive wave"."""
    for _ in range(4):
        at -= 1
        if words.at(at) in DETERMINERS:
            return at - 1
        if not words.is_word(at) or words.at(at) in PREPOSITIONS or words.at(at) in role_words().verbs:
            return at
    return at


def _verb_before(words: Words, at: int, counted: Counted) -> tuple[str, int] | None:
    """The role that a verb ending at word `at` gives its object, and the verb's first word."""
    if at < 0 or words.is_end(at):
        return None
    for back in (3, 2, 1, 0):  # a particle of up to three words, else the verb itself
        i = at - back
        if i < 0 or words.at(i) not in role_words().verbs or any(words.breaks(k) for k in range(i + 1, at + 1)):
            continue
        found = verb_at(words, i, counted, of_subject=False, after=counted.next)
        if found and (found[1] == at + 1) and _is_active(words, i, counted, found[0]):
            return _promised(words, i, found[0].role), i
    return None


def _promised(words: Words, i: int, role: str) -> str:
    """The role of an object whose verb is only promised: "pledged to give $12 million"."""
    if role not in ("paid", "deployed") or words.at(i - 1) != "to":
        return role
    verbs = role_words().verbs.get(words.at(i - 2), ())
    return "pledged" if any(verb.role == "pledged" for verb in verbs) else role


def _is_active(words: Words, i: int, counted: Counted, verb: Verb) -> bool:
    """Whether the verb at word `i` is no passive; of money the second object of a passive counts ("was paid $5")."""
    word = words.at(i)
    if word.endswith("ing"):
        return words.at(i - 1) != "being"
    if word not in role_words().participles:
        if word == "down":  # more often an adverb
            return words.at(i - 1) in MODALS or words.at(i - 1) == "to"
        return words.at(i - 1) not in ("the", "a", "an", "its", "their", "his", "this") or word.endswith("ed")
    before = i - 1
    while words.at(before) in counting().adverbs or (words.at(before).endswith("ly") and words.is_word(before)):
        before -= 1
    if words.at(before) in BE:
        return counted.kind == "money" and verb.role in ("paid", "pledged")
    return True


def _ditransitive(words: Words, at: int, counted: Counted) -> str | None:
    """The role as a second object: "paid the group $5 million", "offered them 20 howitzers"."""
    for back in range(1, 6):
        i = at - back
        word = words.at(i)
        if (
            i < 0
            or words.breaks(i + 1)
            or words.at(i + 1) in PREPOSITIONS | CONJUNCTIONS | AUXILIARIES
            or words.at(i + 1) in PAUSES
            or words.is_figure(i + 1)
        ):
            return None
        if words.at(i + 1) in SPEECH or words.is_end(i + 1):
            return None
        for verb in role_words().verbs.get(word, ()):
            if verb.of_subject or verb.particle or verb.role not in ("paid", "pledged"):
                continue
            if verb.role == "paid" and counted.kind != "money":
                continue
            if fits(verb, counted.unit, counted.kind) and _is_active(words, i, counted, verb):
                return verb.role
    return None


def _bought(words: Words, at: int) -> str | None:
    """The role of a price: "bought the land for $49 million"."""
    near = words.low[max(0, at - 10) : at]
    return "paid" if any(word in counting().trades for word in near) else None


def as_joined_object(words: Words, counted: Counted) -> str | None:
    """The role past another object of the verb: "killing the driver and 12 others"."""
    at = _skip_left(words, counted.first - 1)
    if words.at(at) not in ("and", "or", ",", "plus", "&", "nor"):
        return None
    for back in range(1, 9):
        i = at - back
        word = words.at(i)
        if i < 0 or words.breaks(i + 1) or words.is_end(i) or word in AUXILIARIES | CONJUNCTIONS:
            return None
        if words.is_figure(i) and words.at(i - 1) != ",":  # "a man, 24, and two women"
            return None
        if word in PREPOSITIONS and word not in ("of", "including"):
            return None
        if word in number_words().cardinals or word in PRONOUNS | SPEECH:
            return None
        if word in role_words().verbs and back > 1 and words.is_word(i):
            if word.endswith("ed") and words.at(i - 1) in DETERMINERS:
                continue
            found = _verb_before(words, i, counted)
            return found[0] if found else None
    return None
