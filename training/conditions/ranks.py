"""Fit the cheap look that says which sentences, and which two of them, the network of disputes is asked about.

    python -m training.conditions.ranks --data DATA [--disputes FOLDER] [--real 150]

Two logistic models on the invented articles, on what reading itself computes: the mean states of sentences in the
shared encoder, and a few counts. First fitted without a seventh of the articles, to say how good they are, then on all.
Nearly all sentences of real articles are in no dispute: those of some of PolNeAR's train split are taken for such where
no word of theirs names one. Writes dispute_ranks.json into src/onrecord/models/.
"""

from __future__ import annotations

import argparse
import json
import random
import zlib
from collections.abc import Sequence
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import torch
from torch.nn import functional as F

from onrecord import Reader
from onrecord.dossier import Dossier
from onrecord.interpreting.disputes.candidates import RANKS, counts_between, find_sentences
from onrecord.reading import make_article
from onrecord.sentences import find_ends
from onrecord.vocabulary.disputes import load_dispute_words
from training.attribution.export import MODELS, write_manifest
from training.conditions.disputes import read_lines

_FARTHEST = 5  # sentences between two sides
_ASIDE = 7  # a seventh of the articles
_REAL = 0.5  # weight of a real article's sentences
_DECAY, _STEPS, _RATE = 1e-3, 250, 0.01


class Rows(NamedTuple):
    """What is to be told apart, a row a sentence or a pair; `articles` says whose, `weights` how much it counts."""

    features: np.ndarray
    labels: np.ndarray
    articles: np.ndarray
    weights: np.ndarray


def read_rows(rows: Sequence[dict[str, Any]]) -> tuple[Rows, Rows]:
    """Sentences alone, and pairs; articles without `expect` are real ones."""
    encode = next(step for step in Reader()._steps if "encoding" in step.makes)  # noqa: SLF001
    words = load_dispute_words()
    alone: list[tuple[Any, bool, int, float]] = []
    paired: list[tuple[Any, bool, int, float]] = []
    for number, row in enumerate(rows):
        dossier = Dossier(make_article(_in_paragraphs(row["text"]) if number % 2 and "expect" in row else row["text"]))
        text = dossier.article.text
        encoding = encode(dossier)["encoding"]
        sentences = find_sentences(text, encoding.tokens, ())
        states = [encoding.hidden[slice(*one.words)].mean(0) for one in sentences]
        single: dict[int, int] = {}
        pairs = set()
        weight = 1.0 if "expect" in row else _REAL
        for dispute in row.get("expect", ()):
            starts = [text.find(one) for one in dispute["spans"]]
            at = sorted({i for i, one in enumerate(sentences) if any(one.start <= s < one.end for s in starts)})
            pairs |= set(combinations(at, 2))
            if len(at) == 1 or dispute["kind"] == "blame":
                single[at[0]] = 1
            elif dispute["kind"] == "denial":
                single |= dict.fromkeys(at, -1)  # which of the two denies is not marked
        naming = [any(w.search(text, one.start, one.end) for w in (words.denying, words.blaming)) for one in sentences]
        if "expect" not in row:
            single = {i: -1 for i, is_naming in enumerate(naming) if is_naming}
        for i, one in enumerate(sentences):
            named = words.alone.search(text, one.start, one.end) is not None
            if single.get(i, 0) >= 0:
                alone.append((np.append(states[i], named), single.get(i) == 1, number, weight))
            for j in range(i + 1, len(sentences)):
                other = sentences[j]
                is_unknown = "expect" not in row and (naming[i] or naming[j])
                if other.number - one.number <= _FARTHEST and not is_unknown:
                    counts = counts_between(text, one, other)
                    paired.append((np.concatenate([states[i], states[j], counts]), (i, j) in pairs, number, weight))
    return _rows(alone), _rows(paired)


def _in_paragraphs(text: str) -> str:
    """A text with a paragraph a sentence, as reports have: else paragraphs would tell the real articles."""
    ends = [following for _, following in find_ends(text)]
    return "\n\n".join(text[a:b].strip() for a, b in pairwise([0, *ends, len(text)]))


def _rows(some: list[tuple[Any, bool, int, float]]) -> Rows:
    features, labels, articles, weights = zip(*some, strict=True)
    return Rows(np.array(features, np.float32), np.array(labels), np.array(articles), np.array(weights, np.float32))


def fit(rows: Rows, kept: np.ndarray) -> tuple[np.ndarray, float]:
    """Weights and bias of a logistic model on some of the rows."""
    x, y = torch.from_numpy(rows.features[kept]), torch.from_numpy(rows.labels[kept]).float()
    counts = torch.from_numpy(rows.weights[kept])
    mean, spread = x.mean(0), x.std(0) + 1e-6
    weights = torch.zeros(x.shape[1], requires_grad=True)
    bias = torch.tensor(-3.0, requires_grad=True)
    optimiser = torch.optim.Adam([weights, bias], lr=_RATE)
    x = (x - mean) / spread
    for _ in range(_STEPS):
        optimiser.zero_grad()
        loss = F.binary_cross_entropy_with_logits(x @ weights + bias, y, counts) + _DECAY * weights.square().sum()
        loss.backward()
        optimiser.step()
    own = (weights / spread).detach()
    return own.numpy(), float(bias.detach() - mean @ own)


def describe(name: str, rows: Rows, aside: np.ndarray) -> None:
    """How good a model is on articles that it was not fitted on."""
    weights, bias = fit(rows, ~aside)
    scores = rows.features @ weights + bias
    mine = scores[aside]
    least = float(np.quantile(mine[rows.labels[aside]], 0.02))
    count, share = int(rows.labels[aside].sum()), np.mean(mine > least)
    print(f"{name}: {count} aside; .98 of them above {least:.2f}, of all {share:.3f}")
    places = []
    for article in set(rows.articles[aside & rows.labels]):
        own = np.flatnonzero(rows.articles == article)
        order = own[np.argsort(-scores[own])].tolist()
        places += [order.index(row) for row in own if rows.labels[row]]
    for most in (1, 2, 3, 4, 6):
        print(f"  among the likeliest {most} of its article: {np.mean([place < most for place in places]):.3f}")


def _real_articles(data: Path, count: int) -> list[dict[str, Any]]:
    rows = read_lines(data / "polnear_train.jsonl")
    random.Random(1).shuffle(rows)
    return [{"id": row["id"], "text": row["text"]} for row in rows[:count]]


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--real", type=int, default=150, help="articles of PolNeAR's train split")
    parser.add_argument("--disputes", type=Path, default=Path(__file__).parent / "disputes")
    options = parser.parse_args()
    torch.manual_seed(1)
    articles = [row for path in sorted(options.disputes.glob("*.jsonl")) for row in read_lines(path)]
    held = np.array([zlib.crc32(row["id"].encode()) % _ASIDE == 0 for row in articles] + [False] * options.real)
    alone, paired = read_rows([*articles, *_real_articles(options.data, options.real)])
    for name, rows in (("alone", alone), ("pairs", paired)):
        describe(name, rows, held[rows.articles])
    of_one, bias_of_one = fit(alone, np.ones(len(alone.labels), bool))
    of_two, bias_of_two = fit(paired, np.ones(len(paired.labels), bool))
    size = len(of_one) - 1
    made = {
        "first": of_two[:size],
        "second": of_two[size : 2 * size],
        "between": [*of_two[2 * size :], bias_of_two],
        "alone": of_one[:size],
        "word": [of_one[size], bias_of_one],
    }
    rounded = {name: [round(float(x), 4) for x in some] for name, some in made.items()}
    (MODELS / RANKS).write_text(json.dumps(rounded) + "\n", "utf8")
    write_manifest(MODELS)


if __name__ == "__main__":
    main()
