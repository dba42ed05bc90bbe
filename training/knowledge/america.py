"""Presidents and vice presidents of the United States as us_executive.yaml has them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml  # type: ignore[import-untyped]

from training.knowledge.leaders import FIRST_START, Leader
from training.knowledge.listed import Found, Office
from training.knowledge.names import slug
from training.knowledge.terms import Term

FILE = "us_executive.yaml"
PRESIDENT = "USA.president"
VICE = Office(
    "USA.vice-president",
    "Vice President of the United States",
    "deputy",
    "Vice President|Vice-President|Veep",
    known_until="2026-01-22",
)


def name_of(person: dict[str, Any]) -> str:
    """The name by which people know him."""
    page = re.sub(r" \(.*\)| Jr\.$", "", person["id"].get("wikipedia", "")).replace("_", " ")
    name = person["name"]
    return page or f"{name.get('nickname') or name['first']} {name['last']}"


def read_america(folder: Path, leaders: Iterable[Leader], *, today: str) -> Found:
    """Terms of presidents and vice presidents that began from 1900 on; an end to come is left open.

    Args:
        folder: where the file is.
        leaders: Wikidata's, which tell the ids and the usual names of presidents.
        today: what ends later has not ended.
    """
    text = (folder / FILE).read_text(encoding="utf-8")
    # Each term's line, in the order of the file: the parser keeps none.
    numbers = [number for number, line in enumerate(text.splitlines(), 1) if re.match(r"  - type: ", line)]
    lines = iter(numbers)
    known = {leader.start: leader for leader in leaders if leader.country == "USA"}
    found = Found(offices={VICE.id: VICE})
    for person in yaml.load(text, Loader=yaml.CSafeLoader):
        terms = [(term, next(lines)) for term in person["terms"]]
        same = next((known[t["start"]] for t, _ in terms if t["type"] == "prez" and t["start"] in known), None)
        name = same.label if same else name_of(person)
        who = person["id"].get("wikidata") or (same.person if same else slug(name))
        for term, line in terms:
            if term["start"] < FIRST_START:
                continue
            end = term["end"] if term["end"] < today else ""
            office = VICE.id if term["type"] == "viceprez" else PRESIDENT
            found.name(who, name, name_of(person))
            found.terms.append(Term(office, who, term["start"], end, "", f"{FILE}:{line}"))
    return found
