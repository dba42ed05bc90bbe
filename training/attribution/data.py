"""PolNeAR articles as windows of words with tags and links."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.tokens import Tokens, tokenize

ROLES = ("source", "cue", "content")
MOST_PIECES = 382  # and [CLS] and [SEP]: windows of 384


@dataclass
class Example:
    """An article with its spans in words: {role: [(first, last)]} and each attribution's spans."""

    id: str
    text: str
    tokens: Tokens
    attributions: list[dict[str, list[tuple[int, int]]]]


@dataclass
class Window:
    """Words `first` to `last` of an example, cut so that no more than MOST_PIECES pieces are in it."""

    example: Example
    first: int
    last: int
    size: int = field(init=False)

    def __post_init__(self) -> None:
        at = self.example.tokens.first_piece
        self.size = int(at[self.last] - at[self.first])


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    """Read JSON lines."""
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def read_examples(path: Path, tokenizer: Any) -> list[Example]:
    """Read articles and snap the gold spans to words."""
    examples = []
    for row in read_jsonl(path):
        tokens = tokenize(row["text"], tokenizer)
        attributions = [{role: _words(tokens, a.get(role) or []) for role in ROLES} for a in row["attributions"]]
        examples.append(Example(row["id"], row["text"], tokens, attributions))
    return examples


def _words(tokens: Tokens, spans: list[list[int]]) -> list[tuple[int, int]]:
    out = []
    for start, end in spans:
        first = int(np.searchsorted(tokens.ends, start, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        if first < last:
            out.append((first, last))
    return out


def cut(example: Example, rng: random.Random) -> list[Window]:
    """Cut an article into windows, at line breaks where one is near; the first at random, so that passes differ."""
    at = example.tokens.first_piece
    words = len(example.tokens)
    if at[-1] <= MOST_PIECES:
        return [Window(example, 0, words)] if words else []
    windows = []
    first = 0
    room = rng.randint(MOST_PIECES // 3, MOST_PIECES)
    while first < words:
        last = int(np.searchsorted(at, at[first] + room, side="right")) - 1
        last = max(last, first + 1)
        if last < words:
            breaks = [w for w in range(first + int((last - first) * 0.75), last) if example.tokens.gaps[w] == 2]
            last = breaks[-1] if breaks else last
        windows.append(Window(example, first, last))
        first = last
        room = MOST_PIECES
    return windows


def batches(windows: list[Window], budget: int, rng: random.Random) -> list[list[Window]]:
    """Group windows of like size so that a batch pads to at most `budget` pieces."""
    order = sorted(windows, key=lambda w: w.size + rng.random() * 40)
    out: list[list[Window]] = [[]]
    for window in order:
        group = out[-1]
        if group and (len(group) + 1) * (max(w.size for w in [*group, window]) + 2) > budget:
            out.append([])
        out[-1].append(window)
    rng.shuffle(out)
    return out
