"""What is told of a deed: that it was not done, is but wanted or asked about, or that someone is accused of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.events.raw import RawEvent

_NOT = frozenset({"not", "never", "without", "cannot"})
_FAILING = frozenset("unable declined declines decline refused refuses fail failed fails reluctant unwilling".split())
_WANTING = frozenset("needs need needed ought wants want wanted hopes hoped able".split())
_ASKING = frozenset("do does did is are was were will would can could should shall may might must has have had".split())
_CLAUSES = frozenset("that who which whom when while after before since because where whether if".split())
_DETERMINERS = frozenset("the this these those his her its their my our your s".split())
_QUOTES = frozenset({'"', "“", "”", "‘", "’", "'"})
_NOBODY = frozenset({"none", "nobody", "neither"})
_HELPING = frozenset("be been being have has had yet ever".split())
_MARKS = frozenset({"'", "’"})
_CLIPPED = ("n", "t")  # "didn't" is three words
_REFUSING = frozenset({"REJECT"})  # "would not negotiate" is a refusal that was made
_ACCUSED = "accus"
_OF = frozenset({"of"})
_REACH = 14  # words between "accused" and the deed
_ASKED = frozenset({"ask", "asked", "asking", "asks"})
_ABOUT = frozenset("about how if what when where whether which who why".split())
_WANTED = frozenset({"for", "not", "that", "to"})
_QUESTION_REACH = 8  # words
_MOST, _BREAKS = frozenset({"first", "most", "only", "worst"}), frozenset({",", ".", ";", ":", "—", "–"})


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
    if status := _governed(event, words):
        return replace(event, status=status)
    at = event.trigger[0] - 1
    while at > event.sentence[0] and (words[at] in _HELPING or words[at].endswith("ly")):
        at -= 1
    if at < event.sentence[0]:
        return event
    is_clipped = words[at] == _CLIPPED[1] and words[at - 1] in _MARKS and words[at - 2].endswith(_CLIPPED[0])
    is_over = words[at] == "longer" and words[at - 1] == "no"
    return replace(event, status="denied") if words[at] in _NOT or is_clipped or is_over else event


def _governed(event: RawEvent, words: Sequence[str]) -> str:
    """The status that the word before a "to" gives: "is unable to [accuse]", "needs to [challenge]"; else empty."""
    start = event.trigger[0]
    at = start - 1 if words[start] == "to" else start - 2
    if at < event.sentence[0] or words[at + 1] != "to":
        return ""
    return "denied" if words[at] in _FAILING else "hypothetical" if words[at] in _WANTING else ""


def is_asked(event: RawEvent, words: Sequence[str]) -> bool:
    """Whether its sentence but asks for a yes or a no: "Do you [support] the guild?"."""
    inside = [word for word in words[slice(*event.sentence)] if word not in _QUOTES]
    if len(inside) < len(("did", "they", "?")) or inside[-1] != "?" or inside[0] not in _ASKING:
        return False
    # What a clause of the question tells, or a noun with an article, is taken for granted: "before [the attacks]".
    before = words[event.sentence[0] : event.trigger[0]]
    return _CLAUSES.isdisjoint(before) and before[-1] not in _DETERMINERS


def is_question(event: RawEvent, words: Sequence[str]) -> bool:
    """Whether someone is only asked for an answer: "[asked] Lind about the border", not "asked Lind to go"."""
    if event.type != "REQUEST" or not any(word in _ASKED for word in words[slice(*event.trigger)]):
        return False
    behind = words[event.trigger[1] : min(event.sentence[1], event.trigger[1] + _QUESTION_REACH)]
    told = next((word for word in behind if word in _ABOUT | _WANTED), "")
    return told in _ABOUT


def is_mere_measure(event: RawEvent, words: Sequence[str]) -> bool:
    """Whether it but tells since when: "the largest attack since drones started [hitting] the town"."""
    before = words[event.sentence[0] : event.trigger[0]]
    if "since" not in before:
        return False
    at = len(before) - 1 - before[::-1].index("since")
    is_near = len(before) - at <= _QUESTION_REACH and _BREAKS.isdisjoint(before[at:])
    return is_near and any(word in _MOST or word.endswith("est") for word in before[max(0, at - _QUESTION_REACH) : at])


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
