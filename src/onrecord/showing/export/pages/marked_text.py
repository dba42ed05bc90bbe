"""The article's text with its statements marked in it, their numbers behind their words, and what the rows tell of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.showing.export.pages.row_items import LETTERS
from onrecord.showing.export.pages.segments import Block, Mark, Part, Segment, cut_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from onrecord.records import Record, Statement
    from onrecord.showing.export.pages.row_items import RowItemView
    from onrecord.spans import Spans

_LETTERS = {"source": "s", "cue": "k", "content": "c", "date": "d", "party": "w", "then": "g", **LETTERS}


@dataclass(frozen=True, slots=True)
class PieceView:
    """A segment of the text.

    Attributes:
        text: the words.
        classes: what to draw: s, k, c, cc (source, cue, content, content in content), d (the date's evidence), h
            (what to check), f, g (an if-part, what follows from it), x (a side of a dispute), v, w (a deed, who is in
            one), e, t, p, q (person or body, time, place, quantity), and with u- before it what to draw only where
            unsure statements are shown.
        keys: every statement and row that covers it with the part's letter, the innermost first, as in "4k 2c".
        anchors: the ids of rows whose first words begin here.
        badges: the numbers behind it.
        is_evidence: it is the first of the words that tell the date.
    """

    text: str
    classes: str
    keys: str
    badges: tuple[BadgeView, ...]
    anchors: tuple[str, ...]
    is_evidence: bool


@dataclass(frozen=True, slots=True)
class BadgeView:
    """A statement's number in the text; the first of several carries the anchor."""

    number: int
    is_first: bool
    is_unsure: bool


@dataclass(frozen=True, slots=True)
class BlockView:
    """A paragraph or the headline; see `segments.Block`."""

    layout: str
    pieces: tuple[PieceView, ...]
    space: str


def view_text(
    record: Record, numbers: Mapping[str, int], unsure: Collection[str], rows: Sequence[RowItemView]
) -> list[BlockView]:
    """The blocks of the article's text.

    Args:
        numbers: each statement's, by its id.
        unsure: the ids of statements to draw only on demand.
        rows: events, people and bodies, times, places and quantities.
    """
    article = record.article
    evidence = list(_stretches(article.published_why.spans)) if article.published and article.published_why else []
    marks = [Mark(start, end, 0, "date") for start, end in evidence]
    for statement in record.statements:
        marks += _marks(statement, numbers[statement.id], is_faint=statement.id in unsure)
    badges = _badges(record, numbers, unsure)
    anchors: dict[int, list[str]] = {}
    for row in rows:
        stretches = list(_stretches(row.view.spans))
        marks += [Mark(start, end, row.number, row.part) for start, end in stretches]
        beside: Part = "then" if row.part == "condition" else "party"
        marks += [Mark(start, end, row.number, beside) for start, end in _stretches(row.view.around)]
        if stretches:
            anchors.setdefault(stretches[0][0], []).append(row.anchor)

    def view(segment: Segment) -> PieceView:
        keys = " ".join(f"{mark.number}{_LETTERS[mark.part]}" for mark in segment.marks)
        classes = [*_classes(segment, is_faint=False), *(f"u-{name}" for name in _classes(segment, is_faint=True))]
        end = segment.start + len(segment.text)
        is_evidence = bool(evidence) and segment.start == evidence[0][0]
        starting = tuple(anchors.get(segment.start, ()))
        return PieceView(segment.text, " ".join(classes), keys, badges.get(end, ()), starting, is_evidence)

    def view_block(block: Block) -> BlockView:
        return BlockView(block.layout, tuple(map(view, block.segments)), block.space)

    return [view_block(block) for block in cut_text(article.text, marks, has_title=bool(article.title))]


def _marks(statement: Statement, number: int, *, is_faint: bool) -> Iterator[Mark]:
    parts = (("source", statement.source), ("cue", statement.cue), ("content", statement.content))
    for name, part in parts:
        for start, end in _stretches(part.spans if part else ()):
            yield Mark(start, end, number, name, is_faint)  # type: ignore[arg-type] # it is one of the three


def _stretches(spans: Spans) -> Iterator[tuple[int, int]]:
    """The spans' offsets without the white space at their ends."""
    for span in spans:
        if words := span.surface.strip():
            start = span.start + span.surface.index(words)
            yield start, start + len(words)


def _badges(record: Record, numbers: Mapping[str, int], unsure: Collection[str]) -> dict[int, tuple[BadgeView, ...]]:
    """The numbers that stand in the text, by where: one behind each stretch of a content."""
    badges: dict[int, dict[int, BadgeView]] = {}
    for statement in sorted(record.statements, key=lambda statement: numbers[statement.id]):
        number = numbers[statement.id]
        for place, end in enumerate(sorted({end for _, end in _stretches(statement.content.spans)})):
            badges.setdefault(end, {})[number] = BadgeView(number, place == 0, statement.id in unsure)
    return {end: tuple(there.values()) for end, there in badges.items()}


def _classes(segment: Segment, *, is_faint: bool) -> list[str]:
    letters = [_LETTERS[mark.part] for mark in segment.marks if mark.is_faint == is_faint]
    return [*dict.fromkeys(letters), *(["cc"] if letters.count("c") > 1 else [])]
