"""Merging: one event told several times in an article becomes one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Entity, EventMention, Place, Quantity, Span, Statement, Time

# What is done with words is done anew each time it is told with other words; deeds are told again and again.
_VERBAL = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})


@dataclass(slots=True)
class Draft:
    """An event on its way into the record, with all that tell it."""

    type: str
    mode: str | None
    status: str
    lemma: str
    mentions: list[EventMention]
    actors: tuple[Entity, ...]
    recipients: tuple[Entity, ...]
    date: str | None
    time: Time | None
    place: Place | None
    quantities: tuple[Quantity, ...]
    asserted_by: Statement | None
    confidence: float

    @property
    def trigger(self) -> Span:
        """The words of the first mention that name the deed."""
        return self.mentions[0].trigger


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """The events, each once, in text order; later tellings add what the first leaves open."""
    kept: list[Draft] = []
    for draft in drafts:
        same = next((known for known in kept if _is_same(known, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            _add(same, draft)
    return kept


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two tellings can only be of one event."""
    if one.type != other.type or one.status != other.status or _differ(one.date, other.date):
        return False
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if one.place and other.place and one.place.name != other.place.name:
        return False
    actors, recipients = _sides(one.actors, other.actors), _sides(one.recipients, other.recipients)
    if actors is None or recipients is None:
        return False
    if one.type in _VERBAL:
        return actors and recipients and one.lemma == other.lemma
    return (actors and recipients) or (one.lemma == other.lemma and (actors or recipients))


def _sides(one: Sequence[Entity], other: Sequence[Entity]) -> bool | None:
    """Whether two sides are the same; None where they are not, and False where one is not told."""
    if not one or not other:
        return False
    left, right = {entity.id for entity in one}, {entity.id for entity in other}
    return True if left <= right or right <= left else None


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two dates cannot be one, at the precision of the lesser."""
    if not one or not other:
        return False
    first, second = one.partition("/"), other.partition("/")
    size = min(len(first[0]), len(second[0]))
    return (
        first[0][:size] != second[0][:size]
        and first[2][:size] != second[0][:size]
        and first[0][:size] != second[2][:size]
    )


def _add(known: Draft, draft: Draft) -> None:
    known.mentions += draft.mentions
    known.mode = known.mode or draft.mode
    known.actors = known.actors or draft.actors
    known.recipients = known.recipients or draft.recipients
    if known.date is None:
        known.date, known.time = draft.date, draft.time
    known.place = known.place or draft.place
    known.quantities += tuple(quantity for quantity in draft.quantities if quantity not in known.quantities)
    known.confidence = max(known.confidence, draft.confidence)
