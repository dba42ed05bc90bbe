"""Where the words that describe an unnamed source end: before a relative clause, an age, a time, a "here"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.vocabulary.referring import DEFINITE, WHO
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_RELATIVE = WHO | {"where", "when"}
# Behind a comma they add what is no part of the description: "a clerk, the first to see it", "a poll, released Monday".
_ADDS = _RELATIVE | DEFINITE | {"a", "an", "all", "both", "including", "most", "some"}
_HERE = frozenset("ago also earlier here later now recently then there today tomorrow tonight yesterday".split())
_DAYS = words_of("MONTH", "WEEKDAY", "SHORT_WEEKDAY") - {"sat", "sun", "wed"}
_SPANS = words_of("UNIT", "SEASON", "PART") | {"weekend"}
_POINTS = frozenset({"this", "last", "next", "that"})  # "this month"
_LEADS = frozenset({"on", "in", "during", "late", "early"})
# A time behind one of these belongs to it: "officials of last year", "a poll released last week".
_HOLDS = frozenset("after as at before between by for from of over since than to until with".split())
_CLOSES = frozenset({",", ";", ":", "-", "–", "—", "(", "."})


def end_of_description(words: Sequence[str], core: int) -> int:
    """How many of the words are the description.

    Args:
        words: those of a source, as written.
        core: how many of them the mention in it ends behind; never fewer are kept.
    """
    written, words = words, [word.lower() for word in words]
    end = next((at for at in range(core, len(words) - 1) if words[at] == "," and _adds(words[at + 1])), len(words))
    while end > core:
        if words[end - 1] in _HERE and written[end - 1] != words[end - 1]:
            break  # "a reporter for Ardale Today"
        shorter = _without_last(words, end)
        if shorter < core or shorter == end:
            break
        end = shorter
    return end


def _adds(word: str) -> bool:
    """Whether a word behind a comma opens a clause, an age or an apposition, and no further item of a list."""
    return word in _ADDS or word.isdigit() or word.endswith(("ed", "ing"))


def _without_last(words: Sequence[str], end: int) -> int:
    """The end without a last mark, relative pronoun, "here" or time; the same where there is none."""
    last = words[end - 1]
    if last == "." and len(words[end - 2]) == 1:
        return end  # "the U.S."
    if last in _CLOSES or last in _RELATIVE or last in _HERE:
        return end - 1
    start = end - 1
    if last in _SPANS and end > 1 and words[end - 2] in _POINTS:
        start = end - 2
    elif not (last in _DAYS or (last.isdigit() and len(last) == 4 and words[end - 2] == "in")):
        return end
    while start > 0 and words[start - 1] in _LEADS:
        start -= 1
    before = words[start - 1] if start else ""
    return end if before in _HOLDS or before.endswith("ed") else start
