"""Details of events: where it was, the numbers that belong to it, and the statement that tells it."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Place, Quantity, Span, Statement

_BEFORE_PLACES = re.compile(
    r"\b(?:in|into|at|near|on|outside|inside|within|over|across|around|from|off|along|of|throughout)(?:\s+(?:the|a|central|downtown|\w+(?:ern|side)|\w+['’]s))*\s*$",
    re.IGNORECASE,
)
_LOOK = 40  # characters before a place
_NEAR = 60  # characters between a trigger and a number without a role
_SENTENCES = 2  # that an outcome may stand behind its assault
_OUTCOMES = frozenset({"killed", "injured"})
_CLAUSE = re.compile(r"[,;:—–\"“”]|\b(?:who|which|that|after|before|while|when|because|as|if)\b", re.IGNORECASE)
# What befell whom, by the types of events that do it; a role that is not here may belong to any.
_OF_ROLE = {
    "killed": {"ASSAULT"},
    "injured": {"ASSAULT"},
    "missing": {"ASSAULT", "COERCE"},
    "destroyed": {"ASSAULT"},
    "shot_down": {"ASSAULT"},
    "launched": {"ASSAULT", "MOBILIZE"},
    "detained": {"COERCE", "ASSAULT", "SANCTION"},
    "displaced": {"ASSAULT", "COERCE"},
    "deployed": {"MOBILIZE", "AID", "ASSAULT"},
    "released": {"RETREAT", "AGREE", "CONCEDE"},
}


def choose_place(
    places: Sequence[Place], text: str, trigger: Span, sentence: tuple[int, int], arguments: Sequence[Span]
) -> Place | None:
    """The place of a sentence where the deed was: the nearest literal one with a preposition, behind the trigger first.

    Args:
        places: all of the article, in text order.
        text: the article's.
        trigger: the event's.
        sentence: offsets of the sentence.
        arguments: words of actors, recipients and sources, which are parties and no places.
    """
    fit = [
        place
        for place in places
        if place.use == "literal"
        and sentence[0] <= place.span.start < sentence[1]
        and _BEFORE_PLACES.search(text, max(sentence[0], place.span.start - _LOOK), place.span.start)
        and not any(span.start <= place.span.start and place.span.end <= span.end for span in arguments)
    ]
    return min(
        fit,
        key=lambda place: (place.span.start < trigger.start, abs(place.span.start - trigger.start)),
        default=None,
    )


def choose_quantities(
    quantities: Sequence[Quantity],
    kind: str,
    trigger: Span,
    sentence: Span,
    rivals: Sequence[tuple[str, Span]],
) -> tuple[Quantity, ...]:
    """The numbers of a sentence that belong to an event, and to no nearer one.

    They have a role that its type gives ("12 killed" in an assault), or no role and stand close behind the trigger,
    with no clause between: "approved a transfer of 40 million shekels ($11 million)", "met 11 rabbis".

    Args:
        quantities: all of the article, in text order.
        kind: the event's type.
        trigger: the event's.
        sentence: the event's.
        rivals: types and triggers of the sentence's other events.
    """

    def belongs(quantity: Quantity, some_kind: str, some: Span) -> bool:
        if quantity.role is None:
            return _follows(quantity.span, some, sentence)
        return some_kind in _OF_ROLE.get(quantity.role, {some_kind})

    return tuple(
        quantity
        for quantity in quantities
        if sentence.start <= quantity.span.start < sentence.end
        and belongs(quantity, kind, trigger)
        and all(
            _gap(quantity.span, trigger) <= _gap(quantity.span, other)
            for other_kind, other in rivals
            if belongs(quantity, other_kind, other)
        )
    )


def outcomes_alone(
    quantities: Sequence[Quantity], assaults: Sequence[Span], sentences: Sequence[int]
) -> dict[int, list[Quantity]]:
    """Numbers of killed and injured that a later sentence tells of an assault: "42 are in critical condition".

    Args:
        quantities: all of the article, in text order.
        assaults: triggers of assaults, in text order.
        sentences: where each sentence of the article starts.

    Returns:
        by the place of an assault's trigger in `assaults`, the numbers that belong to it: those of a sentence without
        an assault, within two sentences of the last one.
    """
    found: dict[int, list[Quantity]] = {}
    at_of = [bisect_right(sentences, trigger.start) for trigger in assaults]
    for quantity in quantities:
        if quantity.role not in _OUTCOMES:
            continue
        at = bisect_right(sentences, quantity.span.start)
        last = bisect_right(at_of, at) - 1
        if last >= 0 and at - _SENTENCES <= at_of[last] < at:
            found.setdefault(last, []).append(quantity)
    return found


def _follows(span: Span, trigger: Span, sentence: Span) -> bool:
    """Whether a number stands close behind a trigger, with no comma, colon or quotation mark between."""
    if not trigger.end <= span.start <= trigger.end + _NEAR:
        return False
    between = sentence.surface[trigger.end - sentence.start : span.start - sentence.start]
    return _CLAUSE.search(between) is None


def _gap(one: Span, other: Span) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def find_asserter(statements: Sequence[Statement], trigger: Span) -> Statement | None:
    """The innermost statement whose content tells a deed; None where the narrator does."""
    holding = [
        statement
        for statement in statements
        if statement.source is not None and is_within(trigger, statement.content.spans)
    ]
    return min(holding, key=lambda statement: sum(s.end - s.start for s in statement.content.spans), default=None)


def is_within(span: Span, others: Sequence[Span]) -> bool:
    """Whether it lies in one of some others."""
    return any(other.start <= span.start and span.end <= other.end for other in others)


def find_own_statement(statements: Sequence[Statement], trigger: Span) -> Statement | None:
    """The statement that an event is itself: "condemned" is the cue of the words that condemn."""
    for statement in statements:
        if statement.cue and any(span.start < trigger.end and trigger.start < span.end for span in statement.cue.spans):
            return statement
    return None
