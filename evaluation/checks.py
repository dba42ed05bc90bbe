"""Checks on articles with one planted mistake each and their clean twins.

python -m evaluation.checks                 the cases that count; their texts are not to be looked at
python -m evaluation.checks --cases FILE --errors
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import onrecord

FOLDER = Path(__file__).parent / "cases"
DATA = "checks.jsonl"


def measure(_data: Path, cases: Path = FOLDER / DATA, *, errors: bool = False) -> dict[str, float]:
    """The share of mistakes found, and how many clean twins have an error.

    A mistake is found where a finding of its rule, error or warning, touches the words that are wrong.
    """
    rows = [json.loads(line) for line in cases.read_text("utf8").splitlines() if line.strip()]
    reader = onrecord.Reader()
    found: Counter[str] = Counter()
    total: Counter[str] = Counter()
    false = 0
    for row in rows:
        record = reader.read(row["text"], title=row["title"], published=row["published"])
        if row["mistake"] is None:
            wrong = [check for check in record.checks if check.severity == "error"]
            false += bool(wrong)
            for check in wrong if errors else ():
                print("FALSE", row["id"], check.rule, check.message, check.evidence)
            continue
        rule = row["mistake"]["rule"]
        total[rule] += 1
        is_found = any(_is_right(check, row) for check in record.checks)
        found[rule] += is_found
        if errors and not is_found:
            print("MISSED", row["id"], rule, row["mistake"]["words"])
        for check in record.checks if errors else ():
            if check.severity == "error" and not _is_right(check, row):
                print("OTHER", row["id"], check.rule, check.message)
    if errors:
        print({rule: f"{found[rule]}/{total[rule]}" for rule in total})
    return {
        "checks: planted mistakes found": sum(found.values()) / max(sum(total.values()), 1),
        "checks: clean twins without an error": 1.0 - false / max(len(rows) - sum(total.values()), 1),
    }


def list_findings(articles: Path) -> None:
    """Print every error and warning that real articles raise, with the words around it."""
    reader = onrecord.Reader()
    counts: Counter[str] = Counter()
    for row in (json.loads(line) for line in articles.read_text("utf8").splitlines() if line.strip()):
        published = row.get("published") or row.get("date_publish")
        try:
            record = reader.read(row["text"], title=row.get("title"), published=published)
        except onrecord.Refused:
            counts["refused"] += 1
            continue
        counts["read"] += 1
        for check in record.checks:
            counts[f"{check.rule}, {check.severity}"] += 1
            if check.severity == "note":
                continue
            at = min((span.start for span in check.spans), default=0)
            words = " ".join(record.article.text[max(0, at - 120) : at + 160].split())
            where = f"{check.severity} {check.rule} | {row['id']} {published}"
            print(f"{where} | {check.message} | {check.evidence} | {words}")
    print(dict(sorted(counts.items())))


def _is_right(check: onrecord.Check, row: dict[str, Any]) -> bool:
    mistake = row["mistake"]
    if check.rule != mistake["rule"] or check.severity == "note":
        return False
    words = mistake["words"]
    for text, spans in ((row["text"], check.spans), (row["title"], check.title_spans)):
        at = text.find(words)
        if at >= 0 and any(span.start < at + len(words) and at < span.end for span in spans):
            return True
    return False


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=FOLDER / DATA)
    parser.add_argument("--errors", action="store_true", help="print what went wrong: never of the cases that count")
    parser.add_argument("--articles", type=Path, help="articles to list all errors and warnings of")
    options = parser.parse_args()
    if options.articles:
        list_findings(options.articles)
        return
    for name, value in measure(Path(), options.cases, errors=options.errors).items():
        print(f"{name:45} {value:.4f}")


if __name__ == "__main__":
    main()
