"""Words that two cues want, and words that stray from their cue: what an attribution keeps."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.interpreting.quoting import paragraph_numbers, quotation_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.spans import Attribution, TaggedSpan
    from onrecord.tokens import Tokens

# Swept from 0 to 0.3 on the dev split, with earlier weights: 0.02 was best, 0.2 points of linked F1 above none at all.
_DISTANCE = 0.02
_NOBODY = -1


def settle(attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions whose contents and cues do not overlap, in text order of their cues.

    The surest content takes its words first, and of two that are about as sure the one nearer to its cue. A content
    that overlaps one taken before it is given up, and with it its attribution where nothing else is left; so is an
    attribution whose cue lies in another's content (a second look at that content may find it again, as nested).
    """
    size = max((s.last for a in attributions for s in (a.cue, *a.contents)), default=0)
    owner = np.full(size, _NOBODY)  # whose content each word is: linear where comparing all pairs would not be
    kept: dict[int, list[TaggedSpan]] = {}
    wanted = sorted(
        (
            (content.inside - _DISTANCE * math.log1p(_gap(a.cue, content)), i, content)
            for i, a in enumerate(attributions)
            for content in a.contents
        ),
        key=lambda item: (-item[0], item[1], item[2].first),
    )
    for _, i, content in wanted:
        words = owner[content.first : content.last]
        if (words == _NOBODY).all() and not _overlap(content, attributions[i].cue):
            words[:] = i
            kept.setdefault(i, []).append(content)
    settled = []
    for i, attribution in enumerate(attributions):
        holders = owner[attribution.cue.first : attribution.cue.last]
        if i in kept and ((holders == _NOBODY) | (holders == i)).all():
            settled.append(replace(attribution, contents=tuple(sorted(kept[i], key=lambda c: c.first))))
    return settled


def drop_strays(tokens: Tokens, attributions: Sequence[Attribution]) -> list[Attribution]:
    """Attributions without unquoted contents that stand in another line than the cue while others stand in its own.

    Such a content is nearly always a heading or a caption that stands before the sentence. On the dev split the rule
    changes exact F1 of contents by +0.1 points and linked F1 by less than that; it is for articles with headings.
    """
    numbers = paragraph_numbers(tokens)
    kept = []
    for attribution in attributions:
        line = numbers[attribution.cue.first]
        at_home = [c for c in attribution.contents if numbers[c.first] == line]
        quoted = [c for c in attribution.contents if quotation_of(tokens, [(c.first, c.last)]) != "indirect"]
        contents = tuple(c for c in attribution.contents if not at_home or c in at_home or c in quoted)
        kept.append(replace(attribution, contents=contents))
    return kept


def _gap(a: TaggedSpan, b: TaggedSpan) -> int:
    """Words between two spans."""
    return max(0, a.first - b.last, b.first - a.last)


def _overlap(a: TaggedSpan, b: TaggedSpan) -> bool:
    """Whether two spans overlap."""
    return a.first < b.last and b.first < a.last
