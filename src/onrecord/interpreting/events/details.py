"""Details of events: where it was, the numbers that belong to it, and the statement that tells it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Place, Quantity, Span, Statement

_BEFORE_PLACES = re.compile(
    r"\b(?:in|at|near|on|outside|inside|over|across|around|from|off|along|of|throughout)(?:\s+(?:the|a|\w+(?:ern|side)))*\s*$",
    re.IGNORECASE,
)
_LOOK = 40  # characters before a place
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
        arguments: words of actors and recipients, which are parties and no places.
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
    sentence: tuple[int, int],
    rivals: Sequence[tuple[str, Span]],
) -> tuple[Quantity, ...]:
    """The numbers of a sentence that belong to an event: those whose role it may have, and no nearer event has.

    Args:
        quantities: all of the article, in text order.
        kind: the event's type.
        trigger: the event's.
        sentence: offsets of the sentence.
        rivals: types and triggers of the sentence's other events.
    """
    return tuple(
        quantity
        for quantity in quantities
        if sentence[0] <= quantity.span.start < sentence[1]
        and quantity.role is not None
        and _suits(quantity, kind)
        and all(
            _gap(quantity.span, trigger) <= _gap(quantity.span, other)
            for other_kind, other in rivals
            if _suits(quantity, other_kind)
        )
    )


def _suits(quantity: Quantity, kind: str) -> bool:
    return kind in _OF_ROLE.get(quantity.role or "", {kind})


def _gap(one: Span, other: Span) -> int:
    return max(0, max(one.start, other.start) - min(one.end, other.end))


def find_asserter(statements: Sequence[Statement], trigger: Span) -> Statement | None:
    """The innermost statement whose content tells a deed; None where the narrator does."""
    holding = [
        statement
        for statement in statements
        if statement.source is not None
        and any(span.start <= trigger.start and trigger.end <= span.end for span in statement.content.spans)
    ]
    return min(holding, key=lambda statement: sum(s.end - s.start for s in statement.content.spans), default=None)


def find_own_statement(statements: Sequence[Statement], trigger: Span) -> Statement | None:
    """The statement that an event is itself: "condemned" is the cue of the words that condemn."""
    for statement in statements:
        if statement.cue and any(span.start < trigger.end and trigger.start < span.end for span in statement.cue.spans):
            return statement
    return None
