"""Events that only seem to be some: sport, space, accidents, couples; and those that are of another type.

The rules are `onrecord.vocabulary.seeming`'s.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.vocabulary.seeming import load_seemings

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from onrecord.interpreting.events.raw import RawEvent

# These types the network tells wrongly where it is not sure: of 14 such events in 125 articles that no rule was made
# from, 3 were right, and of 16 in the 1,050 single sentences of PLOVER, 3. Of the other types more were right.
_DOUBTED = frozenset({"AID", "CONSULT", "COOPERATE", "PROTEST", "SANCTION", "THREATEN"})
_SURE = 0.45


def as_it_is(event: RawEvent, words: Sequence[str], subjects: Container[str] = frozenset()) -> RawEvent | None:
    """An event, of another type where its words tell one; None where they tell none.

    Args:
        event: as the network reads it.
        words: the text's, lower case.
        subjects: what the text reports of.
    """
    first, last = event.sentence
    start, end = event.trigger[0] - first, event.trigger[1] - first
    inside = words[first:last]
    told = next((rule for rule in load_seemings() if rule.fits(event.type, inside, start, end, subjects)), None)
    if told is not None:
        return replace(event, type=told.becomes, mode=None) if told.becomes else None
    return None if event.type in _DOUBTED and event.confidence < _SURE else event
