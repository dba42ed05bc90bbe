"""Words that seem to tell an event, and tell none, or one of another type."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.word_tables import word_pattern

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence
    from pathlib import Path

_TABLE = "seeming.toml"
_KEYS = {"types", "trigger", "behind", "near", "unless", "becomes", "alone", "report", "next"}
_BEHIND = 10  # words behind a trigger
# A report is of a subject where so many of its words in a hundred, and so many different ones, are the subject's. Of
# the sport reports of news_dev the thinnest has 2.2 and 4, of all others the thickest 1.1 and 3.
_SHARE, _DIFFERENT = 2.0, 4


@dataclass(frozen=True, slots=True)
class Seeming:
    """A rule: of which types it is asked, which words it needs, and what such an event is.

    Attributes:
        types: PLOVER's.
        trigger, next, behind, near, unless: of words in the trigger, of the next word, of words behind it, in the
            sentence, and in no such sentence.
        becomes: the type that it is; empty where it is no event.
        report: the subject of the reports that it is said of; empty where of all.
    """

    types: frozenset[str]
    trigger: re.Pattern[str]
    next: re.Pattern[str] | None
    behind: re.Pattern[str] | None
    near: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    becomes: str
    report: str

    def fits(
        self, kind: str, words: Sequence[str], start: int, end: int, subjects: Container[str] = frozenset()
    ) -> bool:
        """Whether it is said of an event.

        Args:
            kind: the event's type.
            words: the sentence's, lower case.
            start, end: the trigger's range of them.
            subjects: what the whole text reports of.
        """
        if kind not in self.types or (self.report and self.report not in subjects):
            return False
        if not self.trigger.search(" ".join(words[start:end])):
            return False
        if self.next and not self.next.match(" ".join(words[end : end + 1])):
            return False
        if self.behind and not self.behind.search(" ".join(words[end : end + _BEHIND])):
            return False
        whole = " ".join(words)
        return not (self.near and not self.near.search(whole)) and not (self.unless and self.unless.search(whole))


@cache
def load_seemings(folder: Path = FOLDER) -> tuple[Seeming, ...]:
    """All rules, in the table's order.

    Raises:
        VocabularyError: the table is missing or malformed, or names a type that PLOVER does not have.
    """
    whole = read_table(_TABLE, folder)
    check_keys(whole, {"rule", "reports"}, where=_TABLE)
    known = {event["name"] for event in json.loads((FOLDER / "plover.json").read_text("utf8"))["events"]}
    return tuple(_rule(row, known) for row in whole["rule"])


@cache
def _reports(folder: Path) -> Mapping[str, re.Pattern[str]]:
    return {name: _any_of(words) for name, words in read_table(_TABLE, folder)["reports"].items()}


def subjects_of(words: Sequence[str], folder: Path = FOLDER) -> frozenset[str]:
    """What a text of some lower-case words reports of, among the table's reports."""
    text = " ".join(words)
    found = set()
    for name, pattern in _reports(folder).items():
        told = pattern.findall(text)
        if len(told) >= _SHARE * sum(map(str.isalpha, words)) / 100 and len(set(told)) >= _DIFFERENT:
            found.add(name)
    return frozenset(found)


def _rule(row: dict[str, Any], known: set[str]) -> Seeming:
    types = frozenset(str(row.get("types", "")).split())
    becomes = row.get("becomes", "")
    if not types or not types | {becomes or min(types)} <= known or not row.get("trigger") or not row.keys() <= _KEYS:
        raise VocabularyError(f"{_TABLE}: {row} needs a trigger and types of PLOVER's, and nothing unknown")
    patterns = {key: _any_of(row[key]) if key in row else None for key in ("next", "behind", "near", "unless")}
    whole = _any_of(row["trigger"]).pattern
    trigger = re.compile(rf"\A{whole}\Z" if row.get("alone") else whole)
    return Seeming(types, trigger, becomes=becomes, report=row.get("report", ""), **patterns)


def _any_of(words: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(map(word_pattern, words.split())) + ")")
