"""Disputes in short articles that were written from the codebook by someone who had not seen the code.

    python -m evaluation.disputes                         the cases that count; they are not looked at
    python -m evaluation.disputes --cases FILE --errors

A dispute is right where its kind is that of a case's and its sentences touch each of the case's spans. Half of the
cases hold none.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import onrecord
from onrecord.records import Dispute

FOLDER = Path(__file__).parent / "cases"
DATA = "disputes.jsonl"


def measure(_data: Path, cases: Path = FOLDER / DATA, *, errors: bool = False) -> dict[str, float]:
    """Precision and recall."""
    reader = onrecord.Reader()
    right = said = true = 0
    kinds: Counter[str] = Counter()
    for row in (json.loads(line) for line in cases.read_text("utf8").splitlines() if line.strip()):
        record = reader.read(row["text"], published=row.get("published"))
        said += len(record.disputes)
        true += len(row["expect"])
        open_ = list(record.disputes)
        for expected in row["expect"]:
            hit = next((one for one in open_ if _is_right(one, expected, row["text"])), None)
            if hit is not None:
                open_.remove(hit)
                right += 1
            kinds[f"{expected['kind']} {'found' if hit else 'missed'}"] += 1
        for one in open_:
            kinds[f"{one.kind} wrong"] += 1
            if errors:
                print("WRONG", row["id"], one.kind, [span.surface[:90] for span in one.spans])
    if errors:
        print(dict(sorted(kinds.items())))
    return {"disputes: precision": right / max(said, 1), "disputes: recall": right / max(true, 1)}


def _is_right(dispute: Dispute, expected: dict[str, Any], text: str) -> bool:
    if dispute.kind != expected["kind"]:
        return False
    for words in expected["spans"]:
        start = text.find(words)
        is_told = any(span.start < start + len(words) and start < span.end for span in dispute.spans)
        if not is_told and not (dispute.kind == "denial" and words != expected["spans"][0]):
            return False
    return True


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=FOLDER / DATA)
    parser.add_argument("--errors", action="store_true", help="print what went wrong: never of the cases that count")
    options = parser.parse_args()
    for name, value in measure(Path(), options.cases, errors=options.errors).items():
        print(f"{name:30} {value:.4f}")


if __name__ == "__main__":
    main()
