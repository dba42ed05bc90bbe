"""Quantities in sentences that were written from the codebook by someone who had not seen the program.

A found quantity is right if its span overlaps a gold one's, and value, upper end, bound and unit are equal, one to one;
for the second figure the role must be equal too. The sentences are the project's own, in `evaluation/cases/`:
`quantities.jsonl` decides and is not looked at, `quantities_tuning.jsonl`, by another author, is what the program was
made with.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from onrecord.annotating.quantities import find_quantities

FOLDER = Path(__file__).parent / "cases"
DATA = "quantities.jsonl"
TUNING = "quantities_tuning.jsonl"
_CLOSE = 1e-9


@dataclass(frozen=True)
class Counts:
    """How many quantities were found, are in the gold, and were found right."""

    found: int
    gold: int
    right: int

    @property
    def figures(self) -> tuple[float, float, float]:
        """Precision, recall and F1."""
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        return precision, recall, 2 * self.right / (self.found + self.gold) if self.found + self.gold else 0.0


def read_cases(path: Path) -> list[dict[str, Any]]:
    """The cases of a file, each gold quantity with its `span`.

    Raises:
        ValueError: the words of a gold quantity do not stand in the text as often as `nth` says.
    """
    cases = [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
    for case in cases:
        for quantity in case["quantities"]:
            quantity["span"] = _span(case["text"], quantity["words"], quantity.get("nth") or 1, case["id"])
    return cases


def _span(text: str, words: str, nth: int, case: str) -> tuple[int, int]:
    start = -1
    for _ in range(nth):
        start = text.find(words, start + 1)
        if start < 0:
            raise ValueError(f"{case}: {words!r} does not stand there {nth} times")
    return start, start + len(words)


def pairs(
    text: str, gold: list[dict[str, Any]], *, with_role: bool
) -> tuple[list[tuple[Any, dict[str, Any]]], list[Any]]:
    """What was found in `text` beside the gold quantity that it matches, and all that was found."""
    found = list(find_quantities(text))
    left = list(gold)
    matched = []
    for one in found:
        for other in left:
            if _is_right(one, other, with_role=with_role):
                left.remove(other)
                matched.append((one, other))
                break
    return matched, found


def _is_right(one: Any, gold: dict[str, Any], *, with_role: bool) -> bool:
    start, end = gold["span"]
    if one.span.end <= start or one.span.start >= end:
        return False
    if not _same(one.value, gold["value"]) or not _same(one.high, gold["high"]):
        return False
    return one.bound == gold["bound"] and one.unit == gold["unit"] and (not with_role or one.role == gold["role"])


def _same(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _CLOSE * max(1.0, abs(other))


def count(cases: list[dict[str, Any]], *, with_role: bool = False) -> Counts:
    """What was found of all cases."""
    found = gold = right = 0
    for case in cases:
        matched, all_found = pairs(case["text"], case["quantities"], with_role=with_role)
        found, gold, right = found + len(all_found), gold + len(case["quantities"]), right + len(matched)
    return Counts(found, gold, right)


def measure(_data: Path) -> dict[str, float]:
    """The figures of the deciding cases, by name."""
    cases = read_cases(FOLDER / DATA)
    return {
        "quantities, F1": round(count(cases).figures[2], 4),
        "quantities, F1 with role": round(count(cases, with_role=True).figures[2], 4),
    }


def main() -> None:
    """Print precision, recall and F1 of a file of cases: python -m evaluation.quantities [quantities_tuning.jsonl]."""
    path = FOLDER / (sys.argv[1] if len(sys.argv) > 1 else DATA)
    cases = read_cases(path)
    for with_role in (False, True):
        precision, recall, f1 = count(cases, with_role=with_role).figures
        print(f"{'with role' if with_role else 'value, bound, unit':20} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}")


if __name__ == "__main__":
    main()
