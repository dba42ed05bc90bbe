"""Sentences and pairs of sentences that hold a dispute, from short articles that were invented.

    python -m training.conditions.disputes FILE ...

checks files and counts what is in them. A line has `text` and `expect`: kinds of disputes with parties and the words of
each side, every one of them once in the text.
"""

from __future__ import annotations

import collections
import json
import random
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

from onrecord.interpreting.disputes.pairs import PairWindow, pair_window
from onrecord.sentences import find_ends
from onrecord.tokens import tokenize

KINDS = ("none", "denial", "contradiction", "reversal", "blame")
_FARTHEST = 5  # sentences between two sides
_SHARE_ALONE, _SHARE_OF_PAIRS = 0.4, 0.15  # of those without a dispute that are learnt from
# Which of a denial's two sentences denies.
_WORDS = re.compile(
    r"\b(?:den\w+|reject\w*|dismiss\w*|refut\w*|rebut\w*|rebuff\w*|disput\w*|false|lies?|untrue|never|no|not|nothing|nonsense|"
    r"invention|fabricat\w*|baseless|groundless|wrong|fairy tale)\b|n['’]t\b",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Pair:
    """One sentence, or two in text order.

    Attributes:
        kind: an index into KINDS.
    """

    group: str
    window: PairWindow
    kind: int
    weight: float = 1.0


def read_disputes(path: Path, tokenizer: Any, rng: random.Random, *, everything: bool = False) -> Iterator[Pair]:
    """The sentences of each text, and pairs of them; of pairs without a dispute a share, unless `everything`."""
    for row in read_lines(path):
        text = row["text"]
        bounds = [0, *(at for _, at in find_ends(text)), len(text)]
        sentences = [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]
        tokens = [tokenize(text[a:b].strip(), tokenizer) for a, b in sentences]
        alone: dict[int, int] = {}
        paired: dict[tuple[int, int], int] = {}
        for dispute in row["expect"]:
            kind = KINDS.index(dispute["kind"])
            at = sorted({sentence_of(sentences, text.find(words)) for words in dispute["spans"]})
            denying = [i for i in at if denies(text[slice(*sentences[i])])]
            if len(at) == 1 or dispute["kind"] == "blame":
                alone[at[0]] = kind
            elif dispute["kind"] == "denial":
                alone |= {i: kind if denying == [i] else -1 for i in at}
            for one, other in combinations(at, 2):
                paired[one, other] = kind
                if dispute["kind"] in {"contradiction", "reversal"}:
                    alone.setdefault(one, -1)
                    alone.setdefault(other, -1)
        for i, some in enumerate(tokens):
            kind = alone.get(i, 0)
            if kind > 0 or (kind == 0 and (everything or rng.random() < _SHARE_ALONE)):
                yield Pair(row["id"], pair_window(some, None), kind)
        for i, j in combinations(range(len(tokens)), 2):
            kind = paired.get((i, j), 0)
            if j - i <= _FARTHEST and (kind or everything or rng.random() < _SHARE_OF_PAIRS):
                yield Pair(row["id"], pair_window(tokens[i], tokens[j]), kind)


def denies(sentence: str) -> bool:
    """Whether a sentence has a word that says no."""
    return _WORDS.search(sentence) is not None


def sentence_of(sentences: list[tuple[int, int]], at: int) -> int:
    """The number of the sentence that an offset lies in."""
    return next(i for i, (a, b) in enumerate(sentences) if a <= at < b)


def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def main() -> None:
    """Check files."""
    for name in sys.argv[1:]:
        rows = read_lines(Path(name))
        wrong = [r["id"] for r in rows for d in r["expect"] for words in d["spans"] if r["text"].count(words) != 1]
        kinds = collections.Counter(d["kind"] for r in rows for d in r["expect"])
        print(name, len(rows), dict(kinds), "none:", sum(not r["expect"] for r in rows), "malformed:", wrong)


if __name__ == "__main__":
    main()
