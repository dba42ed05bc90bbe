"""Borders of names that the mention finder drew too narrow, told by the words beside them alone."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, NOMINAL, FoundMention
from onrecord.vocabulary.titles import ABBREVIATED, OFFICES, PORTFOLIOS

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.interpreting.linking.wording import Wording

_PARTICLES = frozenset({"al", "el", "bin", "ben", "ibn", "ould", "abu", "ad", "ash", "as", "ar", "an"})
_WORDS = frozenset({"as", "an", "ad"})  # of these, words of English
_HYPHENS = frozenset("-‐‑–")
# Last words of the names of offices of state, which are taken for people: "the Justice Department".
_OFFICES = frozenset({"department", "ministry", "office", "bureau", "agency", "directorate", "authority"})
# First words of names that "of" and "for" go on with: "the Union for Free Rivers".
_BODIES = frozenset(
    """
    academy alliance army association brigade brigades centre coalition committee congress council federation forces
    front group initiative institute league movement network organisation organization partnership party rally society
    transport union
    """.split()
)
_GOES_ON = frozenset({"of", "for"})
_SMALL = _GOES_ON | {"a", "the"}
_ARTICLES = frozenset({"a", "an", "the"})
_HALVES = frozenset({"north", "south"})
_LONGEST = 10  # words
_MARKS = frozenset({".", "!", "?"})


def mended_borders(wording: Wording, mention: FoundMention, heads: Collection[int]) -> FoundMention:
    """A name with what was cut from it: "al-Shara", "the Union" for Free Rivers, South "Korean coastguard".

    Of any mention what it has of the sentence before its head is left out.

    Args:
        heads: the heads of all mentions.
    """
    mention = _within_sentence(wording, mention)
    if mention.first > 1 and wording.lower[mention.first] == "president":
        mention = _with_vice(wording, mention)
    if mention.form != NAME:
        return _as_name(wording, _without_remark(wording, mention))
    if (body := _body_before(wording, mention)) is not None and body not in heads:
        kinds = np.array([kind == "organization" for kind in KINDS], np.float32)
        return replace(_between(wording, mention, body, mention.last), head=body, kinds=kinds)
    if mention.first and wording.lower[mention.first] == "korean" and wording.lower[mention.first - 1] in _HALVES:
        mention = _between(wording, mention, mention.first - 1, mention.last)
    if wording.lower[mention.last - 1] in _OFFICES and mention.last - mention.first > 1 and mention.kind == "person":
        kinds = np.array([kind == "organization" for kind in KINDS], np.float32)
        return replace(mention, head=mention.last - 1, kinds=kinds)
    if wording.lower[mention.last - 1] in _BODIES and mention.kind == "organization":
        return _going_on(wording, mention)
    return _with_particle(wording, mention) if mention.kind == "person" else mention


def _within_sentence(wording: Wording, mention: FoundMention) -> FoundMention:
    """A mention without the sentence before: "the lower house on Tuesday. Its new speaker" is the speaker."""
    for at in range(mention.head - 1, mention.first, -1):
        before = wording.lower[at - 1]
        is_mark = wording.lower[at] in _MARKS and len(before) > 1 and before not in ABBREVIATED
        if is_mark or (wording.lower[at] == "," and _opens_subject(wording, at + 1, mention)):
            return _between(wording, mention, at + 1, mention.last)
    return mention


def _with_vice(wording: Wording, mention: FoundMention) -> FoundMention:
    """A mention with the "vice-" that was cut from its title."""
    is_cut = wording.lower[mention.first - 2] == "vice" and wording.lower[mention.first - 1] in _HYPHENS
    return _between(wording, mention, mention.first - 2, mention.last) if is_cut else mention


def _opens_subject(wording: Wording, at: int, mention: FoundMention) -> bool:
    """Whether behind a comma a noun phrase begins with whose it is: "the lower house, [Tessia's premier]"."""
    lower = wording.lower
    is_owned = at + 2 < mention.head and lower[at + 1] in ("'", "’") and lower[at + 2] == "s"
    return mention.form == NOMINAL and is_owned and wording.tokens.words[at][0].isupper()


def _as_name(wording: Wording, mention: FoundMention) -> FoundMention:
    """A person's name that was taken for a description for its title: "President Abdel Fattah al-Sissi"."""
    words = wording.tokens.words[mention.first : mention.last]
    if mention.kind != "person" or not words[0][0].isupper() or words[0].lower() not in OFFICES:
        return mention
    name = [word for word in words[1:] if word[0].isalpha() and word not in _PARTICLES]
    is_name = len(name) > 1 and all(word[0].isupper() and word.lower() not in OFFICES | PORTFOLIOS for word in name)
    return replace(mention, form=NAME, head=mention.first + 1) if is_name else mention


def _without_remark(wording: Wording, mention: FoundMention) -> FoundMention:
    """A description without the one word that begins a remark on it: "the premier, [newly] returned from talks"."""
    end = mention.last - 2
    if end <= mention.head or wording.lower[end] != "," or not wording.lower[end + 1].isalpha():
        return mention
    return _between(wording, mention, mention.first, end)


def _body_before(wording: Wording, mention: FoundMention) -> int | None:
    """The word that begins a body's name of which only the end was found: "the Rally for a [New Morning]"."""
    at = mention.first - 1
    while at > 1 and wording.tokens.words[at][0].isupper() and wording.tokens.words[at].isalpha():
        at -= 1  # "the Center for Open [Harbours]"
    while at > 0 and wording.lower[at] in _ARTICLES:
        at -= 1
    is_for = at > 0 and wording.lower[at] == "for" and wording.lower[at - 1] in _BODIES
    return at - 1 if is_for and wording.tokens.words[at - 1][0].isupper() else None


def _going_on(wording: Wording, mention: FoundMention) -> FoundMention:
    """A body's name with the "of" and "for" that follow."""
    lower, words, end = wording.lower, wording.tokens.words, mention.last
    if end >= len(lower) or lower[end] not in _GOES_ON:
        return mention
    at = end
    while at < min(len(lower), mention.last + _LONGEST) and (lower[at] in _SMALL or words[at][0].isupper()):
        at += 1
        if words[at - 1][0].isupper():
            end = at
    return _between(wording, mention, mention.first, end)


def _with_particle(wording: Wording, mention: FoundMention) -> FoundMention:
    """A person's name with the "al-Shara" or the "Usama bin" that was cut from it."""
    last, lower = mention.last, wording.lower
    start = mention.first - 1
    is_word = start > 0 and lower[start] in _WORDS  # "Dakar as Lind returned"
    if start > 0 and lower[start] in _PARTICLES and not is_word and wording.tokens.words[start - 1][0].isupper():
        mention = replace(_between(wording, mention, start - 1, last), head=start - 1)
    end = last
    while end + 1 < len(lower) and lower[end] in _PARTICLES:  # "Zine" al-Abidin bin Ali
        name = end + 1 + (lower[end + 1] in _HYPHENS)
        if name >= len(lower) or not wording.tokens.words[name][0].isupper():
            break
        end = name + 1
    return _between(wording, mention, mention.first, end) if end > last else mention


def _between(wording: Wording, mention: FoundMention, first: int, last: int) -> FoundMention:
    return replace(mention, first=first, last=last, words=tuple(wording.lower[first:last]))
