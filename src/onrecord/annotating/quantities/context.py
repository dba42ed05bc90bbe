"""What a number takes from its neighbours: the noun that is left out, and the predicate of a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.clauses import shares_predicate
from onrecord.annotating.quantities.closed import AUXILIARIES
from onrecord.annotating.quantities.objects import role_by
from onrecord.annotating.quantities.predicates import Counted, Governed, suits
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.bounds import Bound
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words

# A figure this many words after one with a noun may be of the same: "12 percent, up from 10".
_NEAR = 9


@dataclass(frozen=True, slots=True)
class Found:
    """A quantity on its way: its number, noun, bound, and the predicate that governs it."""

    amount: Amount
    noun: Noun
    bound: Bound
    counted: Counted
    governed: Governed


def with_context(words: Words, found: list[Found]) -> list[Found]:
    """The same quantities, each with what it takes from those beside it."""
    done: list[Found] = []
    for n, one in enumerate(found):
        before = done[-1] if done and _same_sentence(words, done[-1], one) else None
        following = found[n + 1] if n + 1 < len(found) else None
        told = _with_role(words, one, _anchor(done) if before else None)
        done.append(_with_unit(words, told, before, following))
    return done


def _anchor(done: list[Found]) -> Found:
    """The quantity whose predicate a list goes on with: of "27 of 30 missiles and 18 drones" the first."""
    last = done[-1]
    if len(done) > 1 and done[-2].noun.refers == "of" and last.governed.role is None:
        return replace(done[-2], counted=replace(done[-2].counted, next=last.counted.next))
    return last


def _same_sentence(words: Words, before: Found, one: Found) -> bool:
    first, last = before.noun.end, one.bound.begins
    return last - first < 60 and not any(words.is_end(i) or words.breaks(i + 1) for i in range(first, last))


def _with_role(words: Words, one: Found, before: Found | None) -> Found:
    if (
        one.governed.role
        or one.governed.has_verb
        or before is None
        or not before.governed.role
        or one.counted.is_compound
    ):
        return one
    role: str | None = before.governed.role
    is_left_out = one.noun.kind == "none"
    if not is_left_out and (before.governed.verb >= 0 or not suits(before.governed.role, one.counted)):
        role = role_by(words, before.governed.verb, one.counted)
        if role is None:
            return one
    end = before.governed.end if before.governed.end <= one.bound.begins else before.counted.next
    is_them = words.at(one.amount.end) == "of" and words.at(one.amount.end + 1) in ("them", "whom", "which", "it")
    if not shares_predicate(words, max(end, before.counted.next), one.bound.begins, is_them=is_them):
        return one
    if is_left_out and words.at(one.counted.next) in AUXILIARIES:
        return one
    return replace(one, governed=Governed(role, one.governed.end, verb=before.governed.verb))


def _with_unit(words: Words, one: Found, before: Found | None, following: Found | None) -> Found:
    if one.noun.unit is not None:
        return one
    role = one.governed.role
    if role in role_words().people:
        return _of(one, "person")
    before_one = words.at(one.bound.begins - 1)
    if (
        before_one == "from"
        and following is not None
        and words.at(following.bound.begins - 1) == "to"
        and following.bound.begins - one.counted.next <= 1
        and following.noun.unit
    ):
        return _of(one, following.noun.unit)
    if before is None or before.noun.unit is None or before.noun.kind == "share" or one.noun.refers == "them":
        return one
    is_near = one.bound.begins - before.noun.end <= _NEAR
    is_linked = before_one in counting().links and is_near and (before_one != "to" or before.noun.kind == "noun")
    if before.noun.refers == "compound" and not is_linked:
        return one
    is_left_out = one.noun.refers == "which" or role is not None or one.governed.has_verb
    if before.noun.kind == "noun" and (is_left_out or is_linked):
        return _of(one, before.noun.unit)
    if before.noun.kind in ("money", "measure") and (is_linked or (role is not None and role == before.governed.role)):
        return _of(one, before.noun.unit)
    return one


def _of(one: Found, unit: str) -> Found:
    return replace(one, noun=replace(one.noun, unit=unit))
