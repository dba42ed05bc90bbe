"""Warnings: a threat announces harm of one's own; to warn of what may come is none."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.events.raw import RawEvent

_WARNS = ("warn", "caution")
_REACH = 25  # words behind the trigger
# What a party does to another, by the beginnings of words.
_HARMS = (
    *("retaliat", "respon", "consequence", "punish", "reprisal", "revenge", "strike", "attack", "sanction", "tariff"),
    *("dut", "forc", "arrest", "expel", "invad", "shoot", "shot", "fire", "bomb", "destroy", "cut", "clos", "block"),
    *("ban", "suspend", "withdraw", "prosecut", "crush", "kill", "act", "measure", "price", "action", "war", "pay"),
)
_OWN = frozenset({"it", "they", "he", "she", "we", "i"})
_WILL = frozenset({"will", "would", "'ll", "’ll", "could", "may", "might"})


def is_mere_warning(event: RawEvent, words: Sequence[str]) -> bool:
    """Whether a threat is but a warning: no harm is told behind it that the one who warns would do.

    Args:
        event: of any type.
        words: the text's, lower case.
    """
    if event.type != "THREATEN" or not any(word.startswith(_WARNS) for word in words[slice(*event.trigger)]):
        return False
    behind = words[event.trigger[1] : min(event.sentence[1], event.trigger[1] + _REACH)]
    is_own = any(one in _OWN and other in _WILL for one, other in pairwise(behind))
    return not (is_own or any(word.startswith(_HARMS) for word in behind))
