"""Sentences and pairs of real articles that look like a dispute from afar and are none: what is hardest to leave out.

    python -m training.conditions.likely --data DATA --out training/conditions/likely.jsonl

Networks that learnt from invented articles alone took one event told twice for a contradiction: of 23 such finds in 171
articles one was right. So what the cheap look (training.conditions.ranks) puts first in real articles is learnt as
none; a dispute among it is rare, and what a word names is left out. A line has an article's id, the offsets of one
sentence or two, and the share of passes that learn from it.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord import Reader
from onrecord.dossier import Dossier
from onrecord.errors import Refused
from onrecord.interpreting.disputes.candidates import Candidate, find_sentences, likeliest
from onrecord.reading import make_article
from onrecord.vocabulary.disputes import load_dispute_words
from training.conditions.disputes import read_lines

FILES = ("polnear_train.jsonl", "news_dev.jsonl")
_SHARES = {"polnear_train.jsonl": 0.4, "news_dev.jsonl": 0.9}
_SPEAKING = re.compile(r'\b(?:said|says|told|according to|tweeted|wrote|statement|reported)\b|["“”]')


def main() -> None:
    """Look at articles, and write down what is likeliest in them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=21)
    options = parser.parse_args()
    encode = next(step for step in Reader()._steps if "encoding" in step.makes)  # noqa: SLF001
    with options.out.open("w", encoding="utf8") as out:
        for name, count in zip(FILES, (330, 91), strict=True):
            rows = read_lines(options.data / name)
            random.Random(options.seed).shuffle(rows)
            for row in rows[:count]:
                for candidate in _candidates(row["text"], encode):
                    sides = [(one.start, one.end) for one in candidate.sentences]
                    out.write(json.dumps({"article": row["id"], "sides": sides, "share": _SHARES[name]}) + "\n")


def _candidates(text: str, encode: Any) -> Iterator[Candidate]:
    try:
        dossier = Dossier(make_article(text))
    except Refused:
        return
    encoding = encode(dossier)["encoding"]
    words = load_dispute_words()
    # Who speaks costs a whole reading to know: a verb of saying or a quotation mark is enough here.
    sentences = [
        one._replace(statements=(True,) if _SPEAKING.search(text, one.start, one.end) else ())
        for one in find_sentences(text, encoding.tokens, ())
    ]
    for candidate in likeliest(text, encoding, sentences):
        spans = [(one.start, one.end) for one in candidate.sentences]
        if not any(named.search(text, *span) for named in (words.denying, words.blaming) for span in spans):
            yield candidate


if __name__ == "__main__":
    main()
