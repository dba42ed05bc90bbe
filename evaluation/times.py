"""Times against TimeBank and AQUAINT: half of the one and all of the other, in TempEval-3's cleaned edition.

An article's own creation time is given as its publication date. The figures are F1, micro-averaged: of spans that
overlap ("found"), of those with the same type, and of those with the same value, which is TempEval-3's main score.

Read with care: the two corpora disagree with each other ("last week" is a week, a month, or 1989-WXX), and AQUAINT is
full of slips of the pen. `python -m evaluation.times ../shared/data` prints them apart.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

from evaluation.scorers import load_scorer
from onrecord.annotating.times import find_times

DATA = "timex_dev.jsonl"
# TimeBank's articles are of the Wall Street Journal, of broadcasts of 1998, and of a few agencies' early days.
_TIMEBANK = re.compile(r"wsj|ABC|CNN|PRI|VOA|ed98|SJMN|AP9|APW19980[2-6]|NYT19980[24]")


def measure(data: Path) -> dict[str, float]:
    """All figures of times, by name."""
    scores = _scored(data, _read(data / DATA))
    return {
        "times, found F1": round(scores["relaxed"]["f1"] / 100, 4),
        "times, type F1": round(scores["type"]["f1"] / 100, 4),
        "times, value F1": round(scores["value"]["f1"] / 100, 4),
    }


def _read(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def _scored(data: Path, articles: list[dict[str, Any]]) -> dict[str, Any]:
    scores: dict[str, Any] = load_scorer(data, "times").score(articles, [_record(article) for article in articles])
    return scores


def _record(article: dict[str, Any]) -> dict[str, Any]:
    times = [
        {"span": [time.span.start, time.span.end], "type": time.type, "value": time.value}
        for time in find_times(article["text"], article["dct"])
    ]
    return {"article": {"given_id": article["id"], "text": article["text"]}, "times": times}


def main() -> None:
    """Print each corpus's scores."""
    data = Path(sys.argv[1])
    articles = _read(data / DATA)
    timebank = [article for article in articles if _TIMEBANK.match(article["id"])]
    others = [article for article in articles if not _TIMEBANK.match(article["id"])]
    for name, part in (("TimeBank, half", timebank), ("AQUAINT", others), ("both", articles)):
        scores = _scored(data, part)
        figures = (f"{level} {scores[level]['f1']:.1f}" for level in ("strict", "relaxed", "type", "value"))
        print(f"{name:16} {scores['articles']:4} articles", *figures, sep="  ")


if __name__ == "__main__":
    main()
