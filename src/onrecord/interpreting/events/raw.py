"""Events as the network reads them: words of one sentence, before anyone knows who is meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Range: TypeAlias = tuple[int, int]
# What both sides may do at once, each to the other.
MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE", "SUPPORT", "ASSAULT", "CONCEDE", "RETREAT"})


@dataclass(frozen=True, slots=True)
class RawEvent:
    """An event of one sentence; ranges are half-open ranges of the text's words.

    Attributes:
        type, mode, status: PLOVER's; `mode` None where none is likely.
        trigger: the words that name the deed.
        actors, recipients: the words of each.
        sentence: the words of the sentence.
        confidence: that it is an event, and of this type.
    """

    type: str
    mode: str | None
    status: str
    trigger: Range
    actors: tuple[Range, ...]
    recipients: tuple[Range, ...]
    sentence: Range
    confidence: float
