"""Events: whole records of conflict news made by hand, and pairs in single sentences.

`records/` are six articles, annotated by one person in one pass; the network learns nothing from them nor from articles
on the same stories. The pairs (PLOVER, Hu et al. 2024) are that fifth of the train split which the shipped weights have
not seen. Where the pair is not given, an event is right where an actor's and a recipient's words overlap the pair's and
the type is the pair's.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from evaluation.scorers import load_scorer
from onrecord import Reader
from onrecord.interpreting.events.pairs import type_pair
from onrecord.records import Article

DATA = "news_dev.jsonl"
PAIRS = "plover_pairs_train.jsonl"
FOLDS = 5  # as in training.events.train


def measure(data: Path) -> dict[str, float]:
    """All figures of events, by name."""
    found = score_records(data)["events"]
    given, free = score_given(data), score_pairs(data)
    return {
        "events, typed F1": found["typed"]["f1"],
        "events, found F1": found["detect"]["f1"],
        "events, actors": found["actors"],
        "events, recipients": found["recipients"],
        "events, date": found["date"],
        "events, place": found["place"],
        "events, status": found["status"],
        "pairs given, accuracy": given["accuracy"],
        "pairs given, macro-F1": given["macro_f1"],
        "pairs not given, accuracy": free["accuracy"],
        "pairs not given, coverage": free["coverage"],
    }


def score_records(data: Path, errors: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    """What the scorer of whole records says."""
    scorer = load_scorer(data, "records")
    gold = scorer.read_gold(data / "records")
    texts = {row["id"]: row for row in _rows(data / DATA)}
    reader = Reader()
    records = []
    for one in gold:
        text = texts[one["file"]]["text"][: one["text_chars"]]
        article = Article(
            id=one["file"], text=text, given_id=one["file"], title=one["title"], published=one["published"]
        )
        records.append(reader.read(article).to_dict())
    scored: dict[str, Any] = scorer.score(gold, records, errors)
    return scored


def score_given(data: Path) -> dict[str, Any]:
    """What the scorer of pairs says, the pairs given."""
    gold = _held(data)
    made = [
        {"id": row["id"], "type": type_pair(row["text"], row["actor_spans"], row["recipient_spans"])} for row in gold
    ]
    scored: dict[str, Any] = load_scorer(data, "pairs").score(gold, made)
    return scored


def score_pairs(data: Path) -> dict[str, Any]:
    """What the scorer of pairs says, the pairs not given."""
    gold = _held(data)
    reader = Reader()
    records = [reader.read(Article(id=row["id"], text=row["text"], given_id=row["id"])).to_dict() for row in gold]
    scored: dict[str, Any] = load_scorer(data, "pairs").score(gold, records)
    return scored


def _held(data: Path) -> list[dict[str, Any]]:
    """The fifth of the pairs that the shipped weights have not learnt from."""
    return [row for row in _rows(data / PAIRS) if int(row["id"].rsplit("-", 1)[-1]) % FOLDS == 0]


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def main() -> None:
    """Print the figures of the records; with --errors each event that was missed or mistyped."""
    data = Path(sys.argv[1])
    errors: list[dict[str, Any]] | None = [] if "--errors" in sys.argv else None
    print(json.dumps(score_records(data, errors), indent=1))
    for error in errors or ():
        print(json.dumps(error))
    if "--pairs" in sys.argv:
        print(json.dumps({"given": score_given(data), "not given": score_pairs(data)}, indent=1))


if __name__ == "__main__":
    main()
