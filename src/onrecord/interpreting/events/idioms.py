"""Idioms whose words stand apart, which the network does not see: "[held] Lind and Ek [responsible] for the war"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.interpreting.events.raw import Range

_HOLDS = frozenset({"hold", "holds", "held", "holding"})
_BLAMED = frozenset({"responsible", "accountable", "liable"})
_BE = frozenset({"be", "is", "are", "was", "were", "been", "being"})
_LONGEST = 12  # words of those who are held so
_BREAKS = _BE | frozenset('. ; : " “ ” that who which has had have will would'.split())


def find_blame(words: Sequence[str]) -> Iterator[Range]:
    """The words of a sentence's accusations by "hold … responsible", with whom is held so between.

    Args:
        words: the sentence's, lower case.
    """
    for at, word in enumerate(words):
        if word not in _HOLDS or (at and words[at - 1] in _BE):
            continue
        end = next((i for i in range(at + 1, min(len(words), at + _LONGEST)) if words[i] in _BLAMED | _BREAKS), None)
        if end is None or end == at + 1 or words[end] not in _BLAMED:
            continue
        behind = words[end + 1] if end + 1 < len(words) else "."
        if behind == "for" or not behind.isalpha():  # and not "held a responsible post"
            yield at, at + 1
