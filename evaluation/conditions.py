"""Conditions: on the articles of conditions_dev.jsonl by the data's scorer, and on sentences of bargaining of our own.

    python -m evaluation.conditions --data ../shared/data [--errors]      errors of the development articles only

The 160 sentences of `evaluation/cases/conditions.txt` were written from the codebook by someone who had not seen the
code, and committed before it; they decide, and are not looked at.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

import onrecord
from evaluation.scorers import load_scorer
from onrecord.records import Part
from onrecord.showing.sureness import READING_LEAST
from training.conditions.markup import read_marks

DATA = "conditions_dev.jsonl"
CASES = Path(__file__).parent / "cases" / "conditions.txt"
_LEAST = 0.5  # overlap of spans, as the data's scorer has it


def measure(data: Path, *, errors: bool = False) -> dict[str, float]:
    """Detection, spans and kinds on both."""
    gold = _rows(data / DATA)
    stems = {row["stem"] for row in gold}
    reader = onrecord.Reader()
    articles = [row for row in _rows(data / "polnear_dev.jsonl") if row["id"] in stems]
    records = [reader.read(row["text"], given_id=row["id"]).to_dict() for row in articles]
    wrong: list[dict[str, Any]] | None = [] if errors else None
    scored = load_scorer(data, "conditions").score(gold, records, errors=wrong)
    for line in wrong or []:
        print(json.dumps(line, ensure_ascii=False))
    return {
        "conditions: detection F1": scored["detect"]["f1"],
        "conditions: spans right, of those found": scored["spans"],
        "conditions: kind right, of those found": scored["kind"],
        "conditions: macro F1 of the three groups": scored["macro_f1"],
        **measure_cases(reader),
    }


def measure_cases(reader: onrecord.Reader, path: Path = CASES, *, errors: bool = False) -> dict[str, float]:
    """Detection, kind and spans on sentences with one condition or none each."""
    found = said = true = kinds = spans = 0
    for line in path.read_text("utf8").splitlines():
        if not line.strip():
            continue
        kind, _, _, marked = line.split(" | ", 3)
        text, parts = read_marks(marked)
        made = [c for c in reader.read(text).conditions if c.confidence >= READING_LEAST]
        said += len(made)
        is_any = kind != "none"
        true += is_any
        start, end = parts["m"][0]
        hits = [c for c in made if c.marker.start < end and start < c.marker.end] if is_any else []
        hits = hits or ([c for c in made if _overlap(_pairs(c.if_), parts["i"]) >= _LEAST] if is_any else [])
        if hits:
            found += 1
            kinds += hits[0].kind == kind
            both = ((hits[0].if_, parts["i"]), (hits[0].then, parts["t"]))
            spans += all(_overlap(_pairs(part), gold) >= _LEAST for part, gold in both)
        if errors and (bool(made) != is_any or (hits and hits[0].kind != kind)):
            print(kind, "|", [(c.kind, c.marker.surface) for c in made], "|", marked)
    precision, recall = found / max(said, 1), found / max(true, 1)
    return {
        "conditions, sentences of bargaining: detection F1": 2 * precision * recall / max(precision + recall, 1e-9),
        "conditions, sentences of bargaining: kind right": kinds / max(found, 1),
        "conditions, sentences of bargaining: spans right": spans / max(found, 1),
    }


def _pairs(part: Part) -> list[tuple[int, int]]:
    return [(span.start, span.end) for span in part.spans]


def _overlap(one: list[tuple[int, int]], other: list[tuple[int, int]]) -> float:
    mine, theirs = ({at for start, end in spans for at in range(start, end)} for spans in (one, other))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 1.0


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--errors", action="store_true")
    options = parser.parse_args()
    for name, value in measure(options.data, errors=options.errors).items():
        print(f"{name:55} {value:.4f}")


if __name__ == "__main__":
    main()
