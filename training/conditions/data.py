"""Examples: marked sentences that were invented, our marks of real ones, and the sentences of conditions_dev.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.interpreting.conditions.windows import Window, window_of
from onrecord.sentences import find_ends
from onrecord.tokens import Tokens, tokenize
from training.conditions.markup import KINDS, Marked, Range, read_file

TEXTS = ("polnear_train.jsonl", "polnear_dev.jsonl", "news_dev.jsonl")
_DOUBTFUL = 0.5  # weight in the loss of what its annotator was not sure of


@dataclass(slots=True, eq=False)
class Example:
    """A possible marker in its window.

    Attributes:
        group: what it was taken from; examples of one group stay together when a share is held out.
        kind: an index into KINDS.
        parts: whether each word of the window is in the if-part, in the then-part; shape (words, 2).
    """

    group: str
    text: str
    window: Window
    kind: int
    parts: np.ndarray
    weight: float = 1.0


def make_example(group: str, marked: Marked, tokenizer: Any, weight: float = 1.0) -> Example | None:
    """An example of a text of one sentence or some; None where its marker falls on no word."""
    tokens = tokenize(marked.text, tokenizer)
    marker = _words_of(tokens, marked.marker)
    if marker is None:
        return None
    window = window_of(tokens, *_sentence_and_before(marked.text, tokens, marker), marker)
    first, last = window.words
    parts = np.zeros((len(tokens), 2), np.float32)
    for column, spans in enumerate((marked.if_, marked.then)):
        for span in spans:
            if words := _words_of(tokens, span):
                parts[slice(*words), column] = 1.0
    return Example(group, marked.text, window, KINDS.index(marked.kind), parts[first:last], weight)


def _sentence_and_before(text: str, tokens: Tokens, marker: Range) -> tuple[Range, Range | None]:
    """The words of the sentence that a marker is in, and of the one before it."""
    borders = sorted({0, *(int(np.searchsorted(tokens.starts, at)) for _, at in find_ends(text)), len(tokens)})
    end = next(i for i, border in enumerate(borders) if border > marker[0])
    before = (borders[end - 2], borders[end - 1]) if end > 1 else None
    return (borders[end - 1], max(borders[end], marker[1])), before


def read_marked(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of a marked file, each a group with those of the same text."""
    for marked in read_file(path):
        example = make_example(f"{path.stem}:{marked.text[:60]}", marked, tokenizer)
        if example is not None:
            yield example


def read_real(path: Path, data: Path, tokenizer: Any) -> Iterator[Example]:
    """Our marks of real sentences; the sentences stand in the data."""
    texts = read_texts(data)
    for row in _rows(path):
        low, high = row["window"]
        spans = [[_moved(span, low) for span in row[part]] for part in ("if", "then")]
        marked = Marked(
            texts[row["id"]][low:high], row["kind"], _moved(row["marker"], low), tuple(spans[0]), tuple(spans[1])
        )
        example = make_example(row["id"], marked, tokenizer, _DOUBTFUL if row.get("doubt") else 1.0)
        if example is not None:
            yield example


def read_dev(data: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of conditions_dev.jsonl, with the one before each."""
    texts = read_texts(data)
    for row in _rows(data / "conditions_dev.jsonl"):
        text = texts[row["stem"]]
        start, end = row["sent"]
        start = min(start, *(s for part in ("if", "then") for s, _ in row[part]), start)
        low = max(text.rfind("\n", 0, start) + 1, _before(text, start))
        end = max(end, row["marker"][1])
        spans = [[_moved(span, low) for span in row[part]] for part in ("if", "then")]
        marked = Marked(text[low:end], row["kind"], _moved(row["marker"], low), tuple(spans[0]), tuple(spans[1]))
        example = make_example(row["stem"], marked, tokenizer, _DOUBTFUL if row.get("doubt") else 1.0)
        if example is not None:
            yield example


def _before(text: str, start: int) -> int:
    """Where the sentence before the one at `start` begins."""
    begins = [0, *(at for _, at in find_ends(text, max(0, start - 1500), start) if at < start)]
    return begins[-1]


def read_texts(data: Path) -> dict[str, str]:
    """The articles' texts by id."""
    return {row["id"]: row["text"] for name in TEXTS for row in _rows(data / name)}


def _moved(span: Iterable[int], low: int) -> Range:
    start, end = span
    return start - low, end - low


def _words_of(tokens: Tokens, span: Iterable[int]) -> Range | None:
    start, end = span
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    return (first, last) if first < last else None


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
