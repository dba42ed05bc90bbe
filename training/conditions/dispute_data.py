"""What the layers of disputes learn from: sentences and pairs, each with the states that the shared layers give it."""

from __future__ import annotations

import json
import random
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.interpreting.disputes.pairs import PairWindow, pair_window
from onrecord.interpreting.shared_layers import read_states
from onrecord.sentences import find_ends
from onrecord.tokens import tokenize
from training.conditions.claims import make_pairs
from training.conditions.disputes import KINDS, denies, read_lines, sentence_of
from training.conditions.likely import FILES
from training.conditions.quiet import read_quiet

_FARTHEST = 5  # sentences between two sides
_ASIDE = 7  # a seventh of the articles, and of the lines of claims, is kept aside
_AGAINST, _NOT_AGAINST = 0.97, 0.04  # of claims
_UNRELATED = 900  # pairs of two claims that have nothing to do with each other
Teacher = dict[tuple[str, int, int], float]


@dataclass(slots=True, eq=False)
class Shown:
    """One sentence, or two.

    Attributes:
        group: the article, or the line of claims.
        kind: an index into KINDS; -1 where it is unknown.
        against: how likely the two cannot both be true; None where nobody said so.
        share: how often it is learnt from, once a pass at most.
        states: what the shared layers give; shape (pieces, 384).
    """

    group: str
    window: PairWindow
    kind: int
    against: float | None
    is_pair: bool
    share: float
    states: np.ndarray = field(init=False)

    def __post_init__(self) -> None:
        self.states = read_states(self.window.pieces, self.window.features)[0].astype(np.float16)

    @property
    def is_aside(self) -> bool:
        """Whether it is kept aside."""
        return zlib.crc32(self.group.encode()) % _ASIDE == 0


def read_teacher(path: Path) -> Teacher:
    """What training.conditions.teacher wrote: article and starts of two sentences to their being against each other."""
    found: Teacher = {}
    for line in path.read_text("utf8").splitlines():
        article, first, second, score = json.loads(line)
        found[article, first, second] = score
    return found


def read_articles(path: Path, tokenizer: Any, teacher: Teacher) -> Iterator[Shown]:
    """All sentences of invented articles, and all near pairs, those that are against each other both ways round."""
    for row in read_lines(path):
        text = row["text"]
        bounds = [0, *(at for _, at in find_ends(text)), len(text)]
        sentences = [(a, b) for a, b in pairwise(bounds) if text[a:b].strip()]
        tokens = [tokenize(text[a:b].strip(), tokenizer) for a, b in sentences]
        alone, paired = _kinds(text, sentences, row["expect"])
        for i, some in enumerate(tokens):
            if (kind := alone.get(i, 0)) >= 0:
                yield Shown(row["id"], pair_window(some, None), kind, None, False, 1.0 if kind else 0.4)
        for i, j in combinations(range(len(tokens)), 2):
            if j - i > _FARTHEST:
                continue
            kind = paired.get((i, j), 0)
            against = teacher.get((row["id"], sentences[i][0], sentences[j][0]))
            is_hard = kind > 0 or (against is not None and against > 0.5)
            yield Shown(row["id"], pair_window(tokens[i], tokens[j]), kind, against, True, 1.0 if is_hard else 0.3)
            if kind and KINDS[kind] != "reversal":
                yield Shown(row["id"], pair_window(tokens[j], tokens[i]), kind, against, True, 0.5)


def _kinds(
    text: str, sentences: list[tuple[int, int]], disputes: Sequence[dict[str, Any]]
) -> tuple[dict[int, int], dict[tuple[int, int], int]]:
    """The kinds of sentences alone, -1 where it is unknown, and of pairs."""
    alone: dict[int, int] = {}
    paired: dict[tuple[int, int], int] = {}
    for dispute in disputes:
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
    return alone, paired


def read_claims(folder: Path, tokenizer: Any, rng: random.Random, times: int) -> Iterator[Shown]:
    """Pairs made from invented claims, and some of two claims that have nothing to do with each other."""
    made = list(make_pairs(folder, rng, times))
    pairs = [one for one in made if one.other is not None]
    for _ in range(_UNRELATED):
        one, other = rng.sample(pairs, 2)
        if one.row != other.row:
            made.append(one._replace(other=other.other, kind=0, is_against=False))
    for one in made:
        first = tokenize(one.one, tokenizer)
        second = tokenize(one.other, tokenizer) if one.other is not None else None
        against = (_AGAINST if one.is_against else _NOT_AGAINST) if second is not None else None
        share = 1.0 if one.kind else 0.8
        yield Shown(one.row, pair_window(first, second), one.kind, against, second is not None, share)


def read_likely(path: Path, data: Path, tokenizer: Any) -> Iterator[Shown]:
    """What training.conditions.likely wrote."""
    texts = {row["id"]: row["text"] for name in FILES for row in read_lines(data / name)}
    for row in read_lines(path):
        sides = [tokenize(texts[row["article"]][start:end], tokenizer) for start, end in row["sides"]]
        window = pair_window(sides[0], sides[1] if len(sides) > 1 else None)
        yield Shown(row["article"], window, 0, None, len(sides) > 1, row["share"])


def read_all_quiet(path: Path, data: Path, tokenizer: Any) -> Iterator[Shown]:
    """Real sentences and pairs without a dispute."""
    for pair, line in zip(read_quiet(path, data, tokenizer), read_lines(path), strict=True):
        yield Shown(pair.group, pair.window, 0, None, len(line["sides"]) > 1, 0.6)
