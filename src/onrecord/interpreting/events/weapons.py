"""Weapons fired at someone are an assault, whatever the verb: "launched 267 drones at Ukraine" readies no weapons."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.events.raw import RawEvent

_MODE_OF = {
    **dict.fromkeys(("drone", "drones", "uav", "uavs"), "drone"),
    **dict.fromkeys(
        ("missile", "missiles", "rocket", "rockets", "shell", "shells", "mortar", "mortars"), "heavy-weapons"
    ),
    **dict.fromkeys(("artillery", "projectile", "projectiles"), "heavy-weapons"),
    **dict.fromkeys(("bomb", "bombs"), "aerial"),
}
_AT = frozenset({"at", "on", "against", "toward", "towards", "into", "onto"})
_FIRES = frozenset({"fired", "fire", "fires", "firing", "launched", "launch", "launches", "launching"})
_FAR = frozenset("ballistic intercontinental satellite satellites orbit".split())  # what flies too far to be aimed
_NEAR = 2  # words in which "at" stands before its target
_REACH = 12  # words between the verb and its target


def fired_at_someone(event: RawEvent, words: Sequence[str]) -> RawEvent:
    """A mobilization as the assault that it is, where its words send weapons at a recipient.

    Args:
        event: of any type.
        words: the text's, lower case.
    """
    if event.type == "ASSAULT":
        return _tested(event, words)
    if event.type != "MOBILIZE":
        return event
    for start, _ in event.recipients:
        between = words[event.trigger[1] : start]
        if not 0 < len(between) <= _REACH or _AT.isdisjoint(between[-2:]):
            continue
        modes = [_MODE_OF[word] for word in between if word in _MODE_OF]
        if modes:
            return replace(event, type="ASSAULT", mode=modes[0])
    return event


def _tested(event: RawEvent, words: Sequence[str]) -> RawEvent:
    """An assault as the test that it is, where a missile or a rocket flies over someone and at nobody."""
    start, end = event.trigger
    if _FIRES.isdisjoint(words[start:end]):
        return event
    hit = tuple(
        one
        for one in event.recipients
        if one[0] < start or not _AT.isdisjoint(words[max(end - 1, one[0] - _NEAR) : one[0]])
    )
    if hit or _FAR.isdisjoint(words[slice(*event.sentence)]):
        return event
    return replace(event, type="MOBILIZE", mode="weapons", recipients=())
