"""Real sentences, and pairs of them, that hold no dispute: what reading asks the network about in real articles.

    python -m training.conditions.quiet --data DATA --articles 400 --out training/conditions/quiet.jsonl

Nearly all pairs in a report are none, and invented articles have too few of them: trained on those alone the network
took unlike accounts of one accident for contradictions. A line has an article's id and the offsets of one sentence or
two. What the words themselves name, and what the network that ships is sure of, is left out: it may be a dispute.
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import onrecord
from onrecord.errors import Refused
from onrecord.inference import models_folder
from onrecord.interpreting.disputes import reading
from onrecord.interpreting.disputes.explicit import read_explicit
from onrecord.interpreting.disputes.pairs import pair_window
from onrecord.tokens import load_tokenizer, tokenize
from training.conditions.disputes import Pair, read_lines

_SURE = 0.9  # what the network is so sure of is left out
_LIKELY, _SHARE = 0.08, 0.25  # of what it takes for a dispute with a smaller chance, a share is enough


def read_quiet(path: Path, data: Path, tokenizer: Any) -> Iterator[Pair]:
    """The pairs of a file, with the articles' words from the data."""
    texts = {row["id"]: row["text"] for row in read_lines(data / "polnear_train.jsonl")}
    for row in read_lines(path):
        sides = [tokenize(texts[row["article"]][start:end], tokenizer) for start, end in row["sides"]]
        yield Pair(row["article"], pair_window(sides[0], sides[1] if len(sides) > 1 else None), 0)


def main() -> None:
    """Read articles with what ships, and write down what it was asked about."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--articles", type=int, default=400)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    rng = random.Random(options.seed)
    rows = read_lines(options.data / "polnear_train.jsonl")
    rng.shuffle(rows)
    reader = onrecord.Reader()
    with options.out.open("w", encoding="utf8") as out:
        for row in rows[: options.articles]:
            try:
                record = reader.read(row["text"])
            except Refused:
                continue
            for sides in _asked(row["text"], record, rng):
                out.write(json.dumps({"article": row["id"], "sides": sides}) + "\n")


def _asked(text: str, record: Any, rng: random.Random) -> Iterator[list[tuple[int, int]]]:
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    sentences = reading.speaking_sentences(text, tokens, record.statements)
    named = {one.number for one in sentences if list(read_explicit(text, one.statements))}
    alone = [(one,) for one in reading.likeliest(text, sentences)]
    for sides in (*alone, *reading.pairs_of(text, sentences)):
        if any(one.number in named for one in sides):
            continue
        words = [one.words for one in sides]
        chances = reading.chances_of(pair_window(tokens, tokens if len(sides) > 1 else None, *words))
        likeliest = max(chances[1:])
        if likeliest < _SURE and (likeliest > _LIKELY or rng.random() < _SHARE):
            yield [(one.start, one.end) for one in sides]


if __name__ == "__main__":
    main()
