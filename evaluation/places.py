"""Places: toponyms found, and put where they are, against GeoWebNews.

    python -m evaluation.places ../shared/data

prints the figures of each half of the articles too, what is right by confidence, and literal and associative uses. The
rules were written by the errors in every second article, the first half. The second half is no held-out set: of its
errors the names of wrong places were looked at once, and constants and confidences were chosen on both halves.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from evaluation.scorers import load_scorer
from onrecord.errors import OnrecordError
from onrecord.pipeline import Reader

DATA = "places_dev.jsonl"
NEAR_KM = 161.0
_LITERAL = {"Literal", "Literal_Modifier", "Coercion", "Embedded_Literal"}
_ASSOCIATIVE = {"Metonymic", "Non_Literal_Modifier", "Demonym", "Language", "Embedded_Non_Lit"}


def read_all(data: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The annotated articles, and the records of them."""
    gold = [json.loads(line) for line in (data / DATA).read_text("utf8").splitlines() if line.strip()]
    reader = Reader()
    records = []
    for article in gold:
        try:
            records.append(reader.read(article["text"], given_id=article["id"]).to_dict())
        except OnrecordError as error:
            print(f"{article['id']}: {error}", file=sys.stderr)
    return gold, records


def figures(gold: list[dict[str, Any]], records: list[dict[str, Any]], data: Path) -> dict[str, float]:
    """The scorer's figures, by the names of the floors."""
    scored = load_scorer(data, "places").score(gold, records)
    return {
        "places, F1": scored["spans"]["f1"],
        "places, within 161 km of those found": scored["at_161km"],
        "places, found and within 161 km": scored["both"],
        "places, GeoNames id of those found": scored["id"],
    }


def measure(data: Path) -> dict[str, float]:
    """The figures, by name."""
    gold, records = read_all(data)
    return figures(gold, records, data) | {"places, literal or associative": uses(gold, records)}


def pairs(
    gold: list[dict[str, Any]], records: list[dict[str, Any]]
) -> list[tuple[dict[str, Any], dict[str, Any] | None]]:
    """Each place that was found with the toponym that it touches; None where it touches nothing annotated."""
    by_id = {record["article"]["given_id"]: record for record in records}
    found = []
    for article in gold:
        for place in by_id.get(article["id"], {"places": []})["places"]:
            start, end = place["span"]
            touched = [t for t in article["toponyms"] if min(end, t["end"]) > max(start, t["start"])]
            wanted = [t for t in touched if not t["ignore"]]
            if wanted or not touched:
                found.append((place, wanted[0] if wanted else None))
    return found


def uses(gold: list[dict[str, Any]], records: list[dict[str, Any]]) -> float:
    """The share of found toponyms with the right use; those that the corpus calls mixed are left out."""
    told = [(place["use"], toponym["kind"]) for place, toponym in pairs(gold, records) if toponym]
    judged: list[bool] = [
        (use == "literal") == (kind in _LITERAL) for use, kind in told if kind in _LITERAL | _ASSOCIATIVE
    ]
    return round(sum(judged) / len(judged), 4) if judged else 0.0


def by_confidence(
    gold: list[dict[str, Any]], records: list[dict[str, Any]], data: Path
) -> dict[float, tuple[float, int]]:
    """By confidence, in tenths: the share of places that are within reach of the annotated point, and their number."""
    km = load_scorer(data, "places").km
    bins: dict[float, list[bool]] = defaultdict(list)
    for place, toponym in pairs(gold, records):
        is_right = toponym is not None and place["lat"] is not None and toponym["lat"] is not None
        if toponym is not None and toponym["lat"] is None:
            continue
        if is_right and toponym is not None:
            is_right = km(place["lat"], place["lon"], toponym["lat"], toponym["lon"]) <= NEAR_KM
        bins[int(place["confidence"] * 10) / 10].append(is_right)
    return {low: (round(sum(right) / len(right), 3), len(right)) for low, right in sorted(bins.items())}


def main() -> None:
    """Print everything."""
    data = Path(sys.argv[1])
    gold, records = read_all(data)
    for name, part in (("all", gold), ("first half", gold[::2]), ("second half", gold[1::2])):
        print(name, figures(part, records, data) | {"uses": uses(part, records)})
    print("right by confidence", by_confidence(gold, records, data))


if __name__ == "__main__":
    main()
