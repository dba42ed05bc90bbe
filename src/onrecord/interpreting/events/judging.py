"""Judgements: words that accuse nobody by themselves, and do so where someone says them of someone.

Lind's "Ek is clueless" accuses Ek; a reporter's "the clueless Ek" does not. In 385 articles the network read 310 such
accusations without a word that accuses. Of those that a reporter tells few were any; of those that someone says of
someone 24 of 42 were right with a confidence of .8 and more, and 10 of 33 with less.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from onrecord.records import Entity, Statement

Side: TypeAlias = "tuple[Entity, ...]"
_SURE = 0.8


def judging(
    actors: Side, recipients: Side, told: Statement | None, confidence: float, *, is_done: bool
) -> tuple[Side, Side] | None:
    """Both sides of a judgement: who speaks, and of whom; None where nobody says it of anybody.

    Args:
        actors, recipients: as the words have them.
        told: the statement that tells it.
        confidence: the event's.
        is_done: its trigger is a verb with a subject: "Ek [misled] the guild" judges Ek, and else whom it befalls.
    """
    if told is None or told.source is None or confidence < _SURE:
        return None
    speaking = told.source.entities
    doing, done_to = (tuple(entity for entity in side if entity not in speaking) for side in (actors, recipients))
    judged = (doing or done_to) if is_done else (done_to or doing)
    return (speaking, judged) if speaking and judged else None
