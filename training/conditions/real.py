"""Marks of real sentences: offsets and labels only; the sentences stand in the data and are never kept here.

    python -m training.conditions.real --data ../shared/data --answers FOLDER --out training/conditions/real.jsonl

makes the file of marks from annotators' answers. FOLDER holds `index.jsonl`, which says where each numbered candidate
stands, and `out*.jsonl` with a kind and the words of both parts for each.
"""

from __future__ import annotations

import argparse
import collections
import json
from pathlib import Path

from training.conditions.data import read_texts
from training.conditions.markup import KINDS


def find_words(text: str, words: str, low: int, high: int, marker: list[int]) -> list[int] | None:
    """Where words stand, of several places the one nearest to the marker and not in it."""
    places = []
    at = text.find(words, low, high)
    while at >= 0:
        end = at + len(words)
        if end <= marker[0] or at >= marker[1] or len(words) > marker[1] - marker[0]:
            places.append((min(abs(at - marker[1]), abs(end - marker[0])), at))
        at = text.find(words, at + 1, high)
    return [min(places)[1], min(places)[1] + len(words)] if places else None


def main() -> None:
    """Turn answers into marks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--answers", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    texts = read_texts(options.data)
    index = {row["n"]: row for row in map(json.loads, (options.answers / "index.jsonl").read_text("utf8").splitlines())}
    lines, kinds, lost = [], collections.Counter(), 0
    for path in sorted(options.answers.glob("out*.jsonl")):
        for line in path.read_text("utf8").splitlines():
            if not line.strip():
                continue
            answer = json.loads(line)
            place = index[answer["n"]]
            text = texts[place["stem"]]
            low = place["prev"][0] if place["prev"] else place["sent"][0]
            if place["prev"] and "\n" in text[place["prev"][1] : place["sent"][0]]:
                low = place["sent"][0]
            high = place["sent"][1]
            spans = {
                part: [
                    find_words(text, words, place["sent"][0], high, place["marker"])
                    or find_words(text, words, low, high, place["marker"])
                    for words in answer.get(part, ())
                ]
                for part in ("if", "then")
            }
            is_whole = all(all(some) and (some or answer["kind"] == "none") for some in spans.values())
            if answer["kind"] not in KINDS or not is_whole:
                lost += 1
                continue
            row = {
                "id": place["stem"],
                "window": [low, high],
                "marker": place["marker"],
                "kind": answer["kind"],
                **spans,
            }
            lines.append(json.dumps(row | ({"doubt": True} if answer.get("doubt") else {}), separators=(",", ":")))
            kinds[answer["kind"]] += 1
    options.out.write_text("\n".join(lines) + "\n", "utf8")
    print(len(lines), "marks,", lost, "lost", dict(kinds))


if __name__ == "__main__":
    main()
