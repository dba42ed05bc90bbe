"""Condition markers: words that may make one thing depend on another, and where they are worth a look."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLE = "markers.toml"
_SECTIONS = {
    "markers": None,
    "lookalikes": None,
    "inverted": {"anywhere", "at_head", "subjects"},
    "bargains": {"verbs"},
    "sequences": {"before"},
    "alternatives": {"subjects", "outcomes"},
    "means": {"must", "would"},
}
_HEAD = r"(?:^|[,;:(—–\"“‘'-]\s*|\b(?:and|but|that|than)\s+)"
_NEAR = r"[^.;:?!]{1,120}?"  # within a clause or two


class Marker(NamedTuple):
    """A place that may be a condition's marker: offsets in the text it was looked for in."""

    start: int
    end: int


class Markers(NamedTuple):
    """The patterns that find markers; the places are the groups named `m`."""

    plain: re.Pattern[str]
    never: re.Pattern[str]
    placed: tuple[re.Pattern[str], ...]

    def find(self, text: str) -> Iterator[Marker]:
        """The places in a sentence that may be markers, in text order; none overlap."""
        taken = [(m.start(), m.end(), False) for m in self.never.finditer(text)]
        taken += [(m.start(), m.end(), True) for m in self.plain.finditer(text)]
        for pattern in self.placed:
            taken += [(m.start("m"), m.end("m"), True) for m in pattern.finditer(text)]
        taken.sort(key=lambda place: (place[0], -place[1], place[2]))
        last = 0
        for start, end, is_marker in taken:
            if start >= last:
                last = end
                if is_marker:
                    yield Marker(start, end)


@cache
def load_markers(folder: Path = FOLDER) -> Markers:
    """The markers of conditions.

    Raises:
        VocabularyError: the table is malformed.
    """
    table = read_table(_TABLE, folder)
    check_keys(table, set(_SECTIONS), where=_TABLE)
    for name, keys in _SECTIONS.items():
        if not isinstance(table[name], dict):
            raise VocabularyError(f"{_TABLE}, [{name}] is no table")
        if keys is not None:
            check_keys(table[name], keys, where=f"{_TABLE}, [{name}]")
    words = {(section, name): _words(table, section, name) for section in table for name in table[section]}
    plain = [word for (section, _), found in words.items() if section == "markers" for word in found]
    never = [word for (section, _), found in words.items() if section == "lookalikes" for word in found]
    anywhere, at_head = words["inverted", "anywhere"], words["inverted", "at_head"]
    # A name is a subject too; the rest of the pattern is matched without regard to case.
    subject = rf"(?:{_any(words['inverted', 'subjects'])}\b|(?-i:[A-Z]))"
    bargain, before = words["bargains", "verbs"], words["sequences", "before"]
    pronoun, outcome = words["alternatives", "subjects"], words["alternatives", "outcomes"]
    will = r"(?:'ll|’ll|\s+(?:will|would|shall|can|could|may|might|won't|won’t))\b"
    placed = (
        rf"\b(?P<m>{_any(anywhere)})\s+(?={subject})",
        rf"{_HEAD}(?P<m>{_any(anywhere)})\s+(?=\w)",
        rf"{_HEAD}(?P<m>{_any(at_head)})\s+(?={subject})",
        rf"\b{_any(bargain)}\b{_NEAR}\b(?P<m>for)\b",
        rf"(?:\b{_any(before)}|n['’]t)\b{_NEAR}\b(?P<m>before)\b",
        rf"\b(?P<m>or|and)\s+(?:{_any(pronoun)}{will}|{_any(outcome)}\b)",
        rf"^[\"“‘']*(?P<m>(?:in order )?to)\s+\w+\b{_NEAR}\b{_any(words['means', 'must'])}\b",
        rf"^[\"“‘']*(?P<m>(?:by )?\w+ing)\b{_NEAR}\b{_any(words['means', 'would'])}\b",
    )
    return Markers(
        re.compile(rf"(?<!\w)(?:{_any(plain)})(?!\w)", re.IGNORECASE),
        re.compile(rf"(?<!\w)(?:{_any(never)})(?!\w)", re.IGNORECASE),
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in placed),
    )


def _words(table: dict[str, Any], section: str, name: str) -> tuple[str, ...]:
    where = f"{_TABLE}, [{section}] {name}"
    words = check_texts(table[section][name], where=where)
    if not words or any(word != word.lower() for word in words):
        raise VocabularyError(f"{where} needs words in lower case")
    return words


def _any(words: tuple[str, ...] | list[str]) -> str:
    """A pattern of any of these, the longest first; white space between words may be of any kind."""
    longest_first = sorted(words, key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first) + ")"
