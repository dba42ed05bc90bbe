"""Ministers and others in high office, and heads of world bodies, as ministers_*.csv have them."""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from training.knowledge.listed import Found, joined_aliases, office_of
from training.knowledge.tables import read_rows
from training.knowledge.terms import Term

LINES = Path(__file__).parent / "minister_offices.tsv"
# The day of the last change in each file; an open end there means that no more is known.
UNTIL = {
    "us-cabinet": "2022-07-19",
    "ukraine-cabinet": "2022-07-19",
    "russia-cabinet": "2022-07-15",
    "israel-ministers": "2022-07-01",
    "world": "2022-09-13",
}
LATIN = re.compile(r"[^Ѐ-ӿ؀-ۿ]+")
DATE = re.compile(r"\d{4}(-\d\d){0,2}")


def plain_name(name: str) -> str:
    """A name without rank, peerage and what tells it from another: "Mark Malloch Brown, Baron Malloch-Brown"."""
    return re.sub(r",? (?:Jr|Sr)\.$|, (?:\d+\w+ )?(?:Baron|Baroness|Viscount|Earl|Lord)\b.*| \(.*\)$", "", name).strip()


def read_ministers(folder: Path) -> Found:
    """The terms of all positions that minister_offices.tsv takes over."""
    found = Found()
    lines = read_rows(LINES)
    aliases: dict[str, list[str]] = defaultdict(list)
    positions: dict[tuple[str, str], Mapping[str, str]] = {}
    for line in lines:
        positions[line["file"], line["position"]] = line
        aliases[line["office"]].append(line["aliases"])
    for name, until in UNTIL.items():
        file = f"ministers_{name}.csv"
        with (folder / file).open(encoding="utf-8", newline="") as text:
            reader = csv.DictReader(text)
            for row in reader:
                taken = positions.get((name, row["position"]))
                found.name(row["personID"], *_names(row))
                if taken and DATE.fullmatch(row["start"]) and LATIN.fullmatch(row["person"]):
                    end = row["end"] or ""
                    source = f"{file}:{reader.line_num}"
                    found.terms.append(Term(taken["office"], row["personID"], row["start"], end, "", source))
                    known = {**taken, "aliases": joined_aliases(aliases[taken["office"]])}
                    found.offices[taken["office"]] = office_of(known, until)
    return found


def _names(row: Mapping[str, str]) -> list[str]:
    names = [plain_name(row["person"]), plain_name(row.get("enwiki") or "")]
    return [name for name in names if name and LATIN.fullmatch(name)]
