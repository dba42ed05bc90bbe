"""What a clause needs to know of the thing counted, and which words of the vocabulary may be said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words
    from onrecord.vocabulary.roles import Verb


# What is told of persons, and of a percentage in another sense: "15 percent held in cash".
_NO_PERCENT = frozenset({"detained", "released", "killed"})
PAUSES = frozenset(',;:—–-()“”"')


@dataclass(frozen=True, slots=True)
class Counted:
    """A number with what it counts, as the clause sees it.

    Attributes:
        first: its first word, bound and "a record" included.
        number: the first word of the number itself.
        end: where its unit ends; next: where "others", "of them" and the like have ended too.
        unit: what is counted, None where no noun says.
        kind: "noun", "measure", "money", "share" or "none".
        states: words between number and noun ("12 wounded soldiers").
        is_compound: "a 10-member panel".
    """

    first: int
    number: int
    end: int
    next: int
    unit: str | None
    kind: str
    states: tuple[str, ...] = ()
    is_compound: bool = False


@dataclass(frozen=True, slots=True)
class Governed:
    """What a clause tells of what is counted.

    Attributes:
        role: the role, or None.
        end: where the predicate that told it ends.
        has_verb: there is a verb of its own that gives it none.
        verb: the word of the verb whose object it is, else -1.
    """

    role: str | None
    end: int
    has_verb: bool = False
    verb: int = -1


def fits(verb: Verb, unit: str | None, kind: str) -> bool:
    """Whether a verb may be said of what is counted."""
    known, takes = role_words(), verb.takes
    if kind == "money":
        is_seized = verb.role == "seized" and takes == "any"  # not "to take a $5 billion hit"
        return takes == "money" or is_seized or verb.role in ("pledged", "paid")
    if takes == "money" or (unit == "percent" and verb.role in _NO_PERCENT):
        return False
    if unit in units().lengths:
        return False
    if unit is None or kind == "share" or unit == "percent":
        return takes in ("any", "person", "thing")
    if takes == "any":
        return True
    is_person = known.is_person(unit) or _is_people_name(unit)
    if takes == "person":
        return is_person
    if takes == "thing":
        return not is_person
    if takes == "force":
        is_sent = unit.endswith(("keeper", "fighter", "trooper", "guard"))
        return is_sent or unit in known.classes["force"] or (is_person and bool(verb.particle))
    return unit in known.classes[takes]


def suits(role: str, counted: Counted) -> bool:
    """Whether a role may be that of the thing counted, where no verb asks."""
    is_money_role = role in ("paid", "pledged", "demanded")
    if counted.kind == "money":
        return is_money_role or role == "seized"
    if counted.unit in units().lengths or (
        counted.kind == "measure" and counted.unit != "percent" and role not in ("seized", "destroyed", "pledged")
    ):
        return False
    if is_money_role:
        return role == "pledged" and counted.kind == "noun"
    if role in role_words().people and counted.unit is not None and counted.kind == "noun":
        return (
            role_words().is_person(counted.unit)
            or _is_people_name(counted.unit)
            or (
                role in ("killed", "injured", "evacuated", "rescued", "missing", "released")
                and counted.unit not in units().times
                and _is_alive(counted.unit)
            )
        )
    return True


def _is_people_name(unit: str) -> bool:
    return is_demonym((unit,))


def _is_alive(unit: str) -> bool:
    known = role_words()
    return (
        unit not in known.classes["place"]
        and not unit.endswith(("ing", "tion", "ity", "ment", "ance", "ence"))
        and unit not in known.nouns
        and unit not in ("attack", "raid", "strike", "year", "region", "area", "state", "country")
    )


def verb_at(words: Words, i: int, counted: Counted, *, of_subject: bool, after: int) -> tuple[Verb, int] | None:
    """The verb of the vocabulary at word `i` that fits, with where it and its particle end.

    The particle may follow the verb, or stand at word `after`, behind what is counted.
    """
    for verb in role_words().verbs.get(words.at(i), ()):
        if verb.of_subject != of_subject or not fits(verb, counted.unit, counted.kind):
            continue
        if not verb.particle:
            return verb, i + 1
        if words.low[i + 1 : i + 1 + len(verb.particle)] == verb.particle:
            return verb, i + 1 + len(verb.particle)
        for at in range(after, min(after + 3, len(words))):
            if words.at(at) in PAUSES | AUXILIARIES or words.breaks(at):
                break
            if words.low[at : at + len(verb.particle)] == verb.particle and (not of_subject or at == i + 1):
                return verb, i + 1
        for skip in (1, 2):  # "were killed or shot dead", "taken by force to hospital": an adverb between
            if (
                words.at(i + skip) in counting().adverbs
                and words.low[i + skip + 1 : i + skip + 1 + len(verb.particle)] == verb.particle
            ):
                return verb, i + skip + 1 + len(verb.particle)
    return None


def passive(word: str, counted: Counted) -> str | None:
    """The role that a participle gives what it is said of."""
    for verb in role_words().verbs.get(word, ()):
        if (
            not verb.of_subject
            and not verb.particle
            and word in role_words().participles
            and fits(verb, counted.unit, counted.kind)
        ):
            return verb.role
    return None


def state_at(words: Words, i: int) -> tuple[str, int] | None:
    """The role of a state that begins at word `i` ("dead", "in custody"), with its end."""
    states = role_words().states
    for length in (3, 2, 1):
        role = states.get(words.low[i : i + length])
        if role and not words.breaks(i):
            return role, i + length
    return None


def is_auxiliary(words: Words, i: int) -> bool:
    """Whether word `i` is an auxiliary, and not the month."""
    return words.at(i) in AUXILIARIES and words.raw[i] != "May"
