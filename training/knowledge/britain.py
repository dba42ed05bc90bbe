"""Ministers of the United Kingdom as the uk_*.csv have them."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from training.knowledge.listed import Found, office_of
from training.knowledge.names import fold, slug
from training.knowledge.tables import read_rows
from training.knowledge.terms import Term

LINES = Path(__file__).parent / "british_offices.tsv"
UNTIL = "2026-06-12"  # the day of the last change in uk_appointment.csv
ANY = "*"
PEERS = ("Lord ", "Lady ", "Baroness ", "Viscount ", "Earl ", "Duke ", "Sir ", "Dame ", "Dr ")


def usual(names: list[str]) -> str:
    """Of a person's names through life the one without a peerage."""
    return next((name for name in names if not name.startswith(PEERS)), names[0])


def read_britain(folder: Path, known: Mapping[str, str]) -> Found:
    """The terms of all posts that british_offices.tsv takes over.

    Args:
        folder: where the files are.
        known: ids of people by folded name, for those whom another source gives one.
    """
    found = Found()
    lines = {(line["department"], line["post"]): line for line in read_rows(LINES)}
    departments = {row["id"]: row["short_name"] for row in _rows(folder, "organisation")}
    posts = {}
    for row in _rows(folder, "post"):
        name = row["name"].strip()
        posts[row["id"]] = lines.get((departments.get(row["organisation_id"], ""), name)) or lines.get((ANY, name))
    names: dict[str, list[str]] = defaultdict(list)
    for row in sorted(_rows(folder, "person"), key=lambda row: row["start_date"]):
        names[row["id"]].append(row["name"].strip())
    with (folder / "uk_appointment.csv").open(encoding="utf-8", newline="") as text:
        reader = csv.DictReader(text)
        for row in reader:
            line = posts[row["post_id"]]
            if not line:
                continue
            theirs = names[row["person_id"]]
            person = known.get(fold(usual(theirs)), slug(usual(theirs)))
            found.name(person, usual(theirs), *theirs)
            source = f"uk_appointment.csv:{reader.line_num}"
            found.terms.append(Term(line["office"], person, row["start_date"], row["end_date"], "", source))
            found.offices[line["office"]] = office_of(line, UNTIL)
    return found


def _rows(folder: Path, table: str) -> list[dict[str, str]]:
    with (folder / f"uk_{table}.csv").open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))
