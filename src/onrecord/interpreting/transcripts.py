"""Transcripts inside articles: turns that begin with the speaker's name in capitals and a colon."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.records import Content, Cue, Source, Span, Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

_LABEL = r"[A-Z][A-Z.'’-]+(?:[ \u00a0][A-Z][A-Z.'’-]*){0,3}"
_TURN = re.compile(
    rf"^[\"“]?(?P<who>{_LABEL})(?:, [A-Z][A-Z ]+)?(?P<cue>:)[ \t\u00a0]+(?P<said>\S[^\n]*)", re.MULTILINE
)
_LEAST_TURNS = 3
# In PolNeAR's train split 21 of 25 such lines are annotated as statements, of those that are said again 14 of 16.
CONFIDENCE = 0.85


def find_turns(text: str) -> list[Statement]:
    """The turns of a transcript as direct statements with provisional ids; none where the lines are but headings.

    A transcript has three turns or more, and someone takes the word twice.
    """
    matches = list(_TURN.finditer(text))
    again = Counter(match["who"] for match in matches)
    if len(matches) < _LEAST_TURNS or max(again.values()) < 2:
        return []
    return [
        Statement(
            id="",
            source=Source((Span.of(text, *match.span("who")),)),
            cue=Cue((Span.of(text, *match.span("cue")),), ":", "say"),
            content=Content.of((Span.of(text, *match.span("said")),)),
            quotation="direct",
            confidence=CONFIDENCE,
        )
        for match in matches
        if again[match["who"]] > 1 or _is_name(match["who"], text)
    ]


def join_turns(statements: Sequence[Statement], turns: Sequence[Statement]) -> tuple[Statement, ...]:
    """The turns with those statements that do not stand in one."""
    apart = [s for s in statements if not any(_overlap(s, turn) for turn in turns)]
    return tuple(sorted([*apart, *turns], key=lambda s: s.content.spans[0].start))


def _is_name(label: str, text: str) -> bool:
    """Whether the label's last word stands in the text as a name is written."""
    return re.search(rf"\b{re.escape(label.rsplit(maxsplit=1)[-1].title())}\b", text) is not None


def _overlap(statement: Statement, turn: Statement) -> bool:
    assert turn.source is not None  # noqa: S101 - turns have one
    start, end = turn.source.spans[0].start, turn.content.spans[-1].end
    return any(span.start < end and start < span.end for span in statement.content.spans)
