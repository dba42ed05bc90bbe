"""Merging: one event told several times in an article becomes one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Entity, EventMention, Place, Quantity, Span, Statement, Time

# What is done with words is done anew each time it is told with other words; deeds are told again and again.
_VERBAL = frozenset({"ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"})
# What an assault did, told beside the assault or of one told before: "killed in the attack".
_OUTCOMES = frozenset(
    "killed kill killing died dead death deaths injured injuring wounded wounding hurt maimed".split()
)
_TOLD_BEFORE = re.compile(
    r"\b(?:the|this|that) (?:\w+ )?(?:attacks?|assault|strikes?|airstrikes?|explosions?|blasts?|shootings?|raids?"
    r"|bombings?|clash|clashes|violence|massacre|carnage|shelling|ambush)\b",
    re.IGNORECASE,
)
_FEWEST_WORDS = 6  # of a run that nobody writes twice by chance


@dataclass(slots=True)
class Draft:
    """An event on its way into the record, with all that tell it.

    Attributes:
        lemma: the likely dictionary forms of the first trigger's words, by which tellings are compared.
        sentence: the first telling's; all others are as in the record.
    """

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
    sentence: Span

    @property
    def trigger(self) -> Span:
        """The words of the first mention that name the deed."""
        return self.mentions[0].trigger

    @property
    def is_outcome(self) -> bool:
        """Whether it tells what an assault did, and not who did it."""
        return (
            self.type == "ASSAULT"
            and not self.actors
            and not _OUTCOMES.isdisjoint(self.trigger.surface.lower().split())
        )

    @property
    def tells_before(self) -> bool:
        """Whether it tells the outcome of an assault that was told before."""
        return self.is_outcome and _TOLD_BEFORE.search(self.sentence.surface) is not None


def merge(drafts: Sequence[Draft]) -> list[Draft]:
    """The events, each once, in text order; later tellings add what the first leaves open.

    Where one event shows that "a girl" is "Mara Lind", she is so in all others.
    """
    kept: list[Draft] = []
    called: dict[str, Entity] = {}
    for draft in drafts:
        same = next((known for known in reversed(kept) if _is_same(known, draft)), None)
        if same is None:
            kept.append(draft)
        else:
            if _is_printed_twice(same, draft):
                same.mentions += draft.mentions  # what stands beside it in the second place is no part of it
                continue
            called |= _names(same.actors, draft.actors) | _names(same.recipients, draft.recipients)
            _add(same, draft)
    for draft in kept:
        draft.actors, draft.recipients = _named(draft.actors, called), _named(draft.recipients, called)
    return kept


def _names(one: Sequence[Entity], other: Sequence[Entity]) -> dict[str, Entity]:
    """By the id of someone without a name the named one of the same side of the same event."""
    if not _may_be_one(one, other):
        return {}
    unnamed, named = sorted((one[0], other[0]), key=lambda entity: entity.named)
    return {unnamed.id: named}


def _named(side: Sequence[Entity], called: dict[str, Entity]) -> tuple[Entity, ...]:
    """A side with names for those of whom they are known, each once."""
    known = [called.get(entity.id, entity) for entity in side]
    return tuple({entity.id: entity for entity in known}.values())


def _is_same(one: Draft, other: Draft) -> bool:
    """Whether two tellings can only be of one event; `other` is told later."""
    if one.type != other.type:
        return False
    if _is_printed_twice(one, other):
        return True
    if one.status != other.status or _differ(one.date, other.date):
        return False
    in_one = one.sentence.start == other.sentence.start
    if in_one and one.actors == other.actors and one.recipients == other.recipients and one.actors and one.recipients:
        return True
    if one.mode and other.mode and one.mode != other.mode:
        return False
    if one.place and other.place and one.place.name != other.place.name:
        return False
    if other.tells_before or (in_one and (one.is_outcome or other.is_outcome)):
        return True
    actors, recipients = _sides(one.actors, other.actors), _sides(one.recipients, other.recipients)
    if actors is None or recipients is None:
        return False
    if in_one:
        return bool(actors or recipients) or not all(draft.actors or draft.recipients for draft in (one, other))
    if one.type in _VERBAL:
        return one.lemma == other.lemma and _agree(one, other, actors=actors, recipients=recipients)
    return bool(actors and recipients) or (one.lemma == other.lemma and bool(actors or recipients))


def _is_printed_twice(one: Draft, other: Draft) -> bool:
    """Whether the same run of words tells both, as in a heading that stands under each picture."""
    if one.sentence.start == other.sentence.start or one.lemma != other.lemma:
        return False
    (left, start), (right, at) = _words(one), _words(other)
    before = _common(left[:start][::-1], right[:at][::-1])
    return before + _common(left[start:], right[at:]) >= _FEWEST_WORDS


def _words(draft: Draft) -> tuple[list[str], int]:
    """The words of a telling's sentence, and how many stand before its trigger."""
    surface, start = draft.sentence.surface, draft.trigger.start - draft.sentence.start
    return surface.split(), len(surface[: max(start, 0)].split())


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many first words two rows have in common."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _agree(one: Draft, other: Draft, *, actors: bool, recipients: bool) -> bool:
    """Whether both sides agree, or one does and the other is without a name."""
    if actors and recipients:
        return True
    told = (one.recipients, other.recipients) if actors else (one.actors, other.actors)
    return (actors or recipients) and all(told)


def _sides(one: Sequence[Entity], other: Sequence[Entity]) -> bool | None:
    """Whether two sides are the same; None where they are not, and False where that is not told.

    Someone without a name may be one with a name: "a girl" may be "Mara Lind".
    """
    if not one or not other:
        return False
    left, right = {entity.id for entity in one}, {entity.id for entity in other}
    if left <= right or right <= left:
        return True
    return False if _may_be_one(one, other) else None


def _may_be_one(one: Sequence[Entity], other: Sequence[Entity]) -> bool:
    """Whether of two someones one has a name, and the other may be called so."""
    if len(one) != 1 or len(other) != 1 or one[0].named == other[0].named:
        return False
    return one[0].kind == other[0].kind == "person"


def _differ(one: str | None, other: str | None) -> bool:
    """Whether two dates, months, years or intervals have no day in common."""
    if not one or not other:
        return False
    (first, last), (start, end) = _days(one), _days(other)
    return last < start or end < first


def _days(date: str) -> tuple[str, str]:
    """The first and the last day, so written that they compare."""
    first, _, last = date.partition("/")
    return first + "-01-01"[len(first) - 4 :], (last or first) + "-12-31"[len(last or first) - 4 :]


def _add(known: Draft, draft: Draft) -> None:
    is_further = draft.tells_before and known.sentence.start != draft.sentence.start  # one more victim of many
    known.mentions += draft.mentions
    known.mode = known.mode or draft.mode
    known.actors = _fuller(known.actors, draft.actors)
    known.recipients = known.recipients if is_further else _fuller(known.recipients, draft.recipients)
    if known.date is None:
        known.date, known.time = draft.date, draft.time
    known.place = known.place or draft.place
    known.quantities += tuple(quantity for quantity in draft.quantities if quantity not in known.quantities)
    known.confidence = max(known.confidence, draft.confidence)


def _fuller(one: tuple[Entity, ...], other: tuple[Entity, ...]) -> tuple[Entity, ...]:
    """Of two tellings of one side the first, but where the other alone has a name for the same."""
    return other if not one or (_may_be_one(one, other) and other[0].named) else one
