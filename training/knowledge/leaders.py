"""Heads of state and government as leaders_wikidata.csv has them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FILE = "leaders_wikidata.csv"
FIRST_START, STILL_RUNNING = "1900", "1945"
LAST_START = "2026"  # beyond the file's own time a start is a slip of the pen, such as the year 20254
DAY = re.compile(r"(\d{4}-\d\d-\d\d)T00:00:00Z")
QID = re.compile(r"Q\d+")
# Offices that change hands on New Year's Day; elsewhere that day stands for a year of which no more is known.
NEW_YEAR = {"BRA", "CHE"}


@dataclass(frozen=True, slots=True)
class Leader:
    """One row: `role` is "state" or "government", `line` its line in the file."""

    country: str
    role: str
    person: str
    label: str
    start: str
    end: str
    line: int

    @property
    def source(self) -> str:
        """File and line."""
        return f"{FILE}:{self.line}"


def date_in(text: str, country: str) -> str:
    """A date as the file has it, at its precision; empty where it is none."""
    found = DAY.fullmatch(text)
    if not found:
        return ""
    day = found[1]
    return day[:4] if day.endswith("-01-01") and country not in NEW_YEAR else day


def read_leaders(folder: Path) -> Iterator[Leader]:
    """The rows with a person and a start, from 1900 on or still running in 1945."""
    with (folder / FILE).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        for row in reader:
            start, end = (date_in(row[key], row["iso3"]) for key in ("start", "end"))
            if not start or start >= LAST_START or not QID.fullmatch(row["person_qid"]):
                continue
            if start < FIRST_START and not end >= STILL_RUNNING:
                continue
            if end and end < start[: len(end)]:
                continue
            yield Leader(
                row["iso3"],
                row["role"].removeprefix("head_of_"),
                row["person_qid"],
                row["person"],
                start,
                end,
                reader.line_num,
            )
