"""An article's text cut into blocks and segments, so that marks that nest, overlap or stand apart all come out right.

A segment is a stretch of text that the same marks cover from end to end: the text is cut wherever a mark begins or
ends. Offsets count code points, and all cutting is done here, so that a browser, which counts otherwise, need not.
"""

from __future__ import annotations

import re
from collections import deque
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

Part = Literal[
    "source",
    "cue",
    "content",
    "date",
    "event",
    "condition",
    "dispute",
    "check",
    "entity",
    "time",
    "place",
    "quantity",
    "party",
    "then",
]
Layout = Literal["flowing", "kept", "headline"]

_FIRST_LINES = re.compile(r"(?:[^\S\n]*\n)*")  # those that are blank
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
_LINE_END = re.compile(r"\n")
_SET = re.compile(r"\n|\t|  |^ ")  # white space that someone set on purpose
_LONGEST_FOLDED = 100  # characters; who folds lines by hand or by program folds them before that
_SHORTEST_FOLDED = 40
_LONGEST_HEADLINE = 120
_PART_ORDER: tuple[Part, ...] = (
    *("cue", "source", "check", "event", "condition", "then", "dispute"),
    *("time", "place", "quantity", "entity", "date", "content", "party"),
)
_ROWS = frozenset({"event", "party", "condition", "then", "dispute", "check", "entity", "time", "place", "quantity"})
# What HTML would swallow, or take for something else, drawn by one character each, so that no offset moves. Line ends
# of other systems become line feeds; a carriage return before one is written as a character reference by the template.
_DRAWN = {
    **{code: 0x2400 + code for code in range(0x20)},
    **dict.fromkeys(range(0x7F, 0xA0), 0xFFFD),
    **dict.fromkeys(range(0xD800, 0xE000), 0xFFFD),
    0x09: 0x09,
    0x0A: 0x0A,
    0x0B: 0x0A,
    0x0C: 0x0A,
    0x0D: 0x0D,
    0x7F: 0x2421,
    0x85: 0x0A,
    0x2028: 0x0A,
    0x2029: 0x0A,
}
_LONE_RETURN = re.compile(r"\r(?!\n)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of text that is a part of something.

    Attributes:
        start, end: code-point offsets.
        number: of the statement that it is a part of, or of the row in its list; 0 for the date's evidence.
        is_faint: shown only on demand.
    """

    start: int
    end: int
    number: int
    part: Part
    is_faint: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text with all marks that cover it, the innermost first."""

    start: int
    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, and the white space behind it.

    Attributes:
        layout: `kept`: its line ends and spaces mean something; `flowing`: they only fold it, if there are any;
            `headline`: it is the article's title.
    """

    layout: Layout
    segments: tuple[Segment, ...]
    space: str = ""


def drawn(text: str) -> str:
    """`text` with a picture in the place of each character that HTML cannot hold; as long as it was."""
    return _LONE_RETURN.sub("\n", text).translate(_DRAWN)


def cut_text(text: str, marks: Sequence[Mark], *, has_title: bool) -> list[Block]:
    """The blocks of `text`, with `marks` on them.

    The blocks' segments and white space, joined, are the text as `drawn`. Where the article has no title of its own,
    a short first line is its headline.
    """
    text = drawn(text)
    stretches = list(_stretches(text))
    width = _folding_width(text[start:end] for start, end in stretches)
    edges = [0, *(edge for stretch in stretches for edge in stretch), len(text)]
    segments = deque(_segments(text, marks, edges))
    blocks: list[Block] = []
    for start, end in stretches:
        _put_behind(blocks, _taken(segments, start))
        paragraph = text[start:end]
        layout: Layout = "flowing" if _is_folded(paragraph, width) or not _SET.search(paragraph) else "kept"
        if start == stretches[0][0] and len(stretches) > 1 and not has_title and _may_be_headline(paragraph):
            layout = "headline"
        blocks.append(Block(layout, _taken(segments, end)))
    _put_behind(blocks, tuple(segments))
    return blocks


def _taken(segments: deque[Segment], end: int) -> tuple[Segment, ...]:
    """The first of `segments`, those before `end`, taken from there."""
    taken = []
    while segments and segments[0].start < end:
        taken.append(segments.popleft())
    return tuple(taken)


def _put_behind(blocks: list[Block], segments: tuple[Segment, ...]) -> None:
    """Put white space behind the last block; what stands before the first is a block of its own."""
    space = "".join(segment.text for segment in segments)
    if blocks:
        blocks[-1] = replace(blocks[-1], space=space)
    elif space:
        blocks.append(Block("kept", (), space))


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """Where the paragraphs start and end."""
    start, last = _FIRST_LINES.match(text).end(), len(text.rstrip())  # type: ignore[union-attr] # it matches ""
    for match in _BLANK_LINES.finditer(text, start, last):
        yield from _lines(text, start, match.start())
        start = match.end()
    if start < last:
        yield from _lines(text, start, last)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch itself where its lines are short, else each of its lines: a long line is a paragraph."""
    line_ends = [start - 1, *(match.start() for match in _LINE_END.finditer(text, start, end)), end]
    lines = [(before + 1, after) for before, after in pairwise(line_ends)]
    if all(after - before <= _LONGEST_FOLDED for before, after in lines):
        yield start, end
    else:
        yield from lines


def _folding_width(paragraphs: Iterable[str]) -> int:
    """The longest line of all that stand in a paragraph with others."""
    lines = (line.rstrip() for paragraph in paragraphs if "\n" in paragraph for line in paragraph.split("\n"))
    return max(map(len, lines), default=0)


def _is_folded(paragraph: str, width: int) -> bool:
    """Whether each line of `paragraph` is as full as `width` allows, so that its line ends mean nothing."""
    lines = [line.strip() for line in paragraph.split("\n")]
    if len(lines) < 2 or width < _SHORTEST_FOLDED:
        return False
    return all(len(line) + 1 + len(following.split(maxsplit=1)[0]) > width for line, following in pairwise(lines))


def _may_be_headline(paragraph: str) -> bool:
    return "\n" not in paragraph and len(paragraph) <= _LONGEST_HEADLINE


def _segments(text: str, marks: Sequence[Mark], edges: Sequence[int]) -> Iterator[Segment]:
    """The text, cut at `edges` and wherever a mark begins or ends."""
    starting: dict[int, list[Mark]] = {}
    ending: dict[int, list[Mark]] = {}
    extents = _extents(marks)
    for mark in dict.fromkeys(marks):
        starting.setdefault(mark.start, []).append(mark)
        ending.setdefault(mark.end, []).append(mark)
    active: dict[Mark, tuple[int, bool, int, int]] = {}
    for start, end in pairwise(sorted({*edges, *starting, *ending})):
        for mark in ending.get(start, ()):
            active.pop(mark, None)
        for mark in starting.get(start, ()):
            # Words that name someone are theirs before they are of a deed.
            active[mark] = (extents[_whole(mark)], mark.part == "party", -mark.number, _PART_ORDER.index(mark.part))
        yield Segment(start, text[start:end], tuple(sorted(active, key=active.__getitem__)))


def _extents(marks: Sequence[Mark]) -> dict[int | Mark, int]:
    """How much text each statement's parts take up: of two nested ones the inner has less."""
    extents: dict[int | Mark, int] = {}
    for mark in marks:
        extents[_whole(mark)] = extents.get(_whole(mark), 0) + mark.end - mark.start
    return extents


def _whole(mark: Mark) -> int | Mark:
    """What a mark is a part of: a statement, by its number; a row's mark is a whole by itself."""
    return mark if mark.part in _ROWS else mark.number
