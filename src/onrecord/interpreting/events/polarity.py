"""What is told of a deed: that it was not done, or that someone is accused of it, which is told already."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.events.raw import RawEvent

_NOT = frozenset({"not", "never", "without", "cannot"})
_NOBODY = frozenset({"none", "nobody", "neither"})
_HELPING = frozenset("be been being have has had yet ever".split())
_MARKS = frozenset({"'", "’"})
_CLIPPED = ("n", "t")  # "didn't" is three words
_REFUSING = frozenset({"REJECT"})  # "would not negotiate" is a refusal that was made
_ACCUSED = "accus"
_OF = frozenset({"of"})
_REACH = 14  # words between "accused" and the deed


def with_negation(event: RawEvent, words: Sequence[str]) -> RawEvent:
    """An event that is told as done as one that was denied, where it was not: "has never been [charged]".

    Args:
        event: of any type.
        words: the text's, lower case.
    """
    if event.status != "actual" or event.type in _REFUSING:
        return event
    if any(words[first] in _NOBODY for first, _ in (*event.actors, *event.recipients)):
        return replace(event, status="denied")
    at = event.trigger[0] - 1
    while at > event.sentence[0] and (words[at] in _HELPING or words[at].endswith("ly")):
        at -= 1
    if at < event.sentence[0]:
        return event
    is_clipped = words[at] == _CLIPPED[1] and words[at - 1] in _MARKS and words[at - 2].endswith(_CLIPPED[0])
    is_over = words[at] == "longer" and words[at - 1] == "no"
    return replace(event, status="denied") if words[at] in _NOT or is_clipped or is_over else event


def is_alleged(event: RawEvent, others: Sequence[RawEvent], words: Sequence[str]) -> bool:
    """Whether it is but what someone is accused of: "accused Norway of [shelling] a port".

    Args:
        event: of any type.
        others: the article's events.
        words: the text's, lower case.
    """
    start = event.trigger[0]
    if words[start - 1] not in _OF or not words[start].endswith("ing"):
        return False
    return any(
        0 < start - other.trigger[1] <= _REACH and any(map(_is_accusing, words[slice(*other.trigger)]))
        for other in others
        if other.type == "ACCUSE" and other.sentence == event.sentence
    )


def _is_accusing(word: str) -> bool:
    return word.startswith(_ACCUSED)
