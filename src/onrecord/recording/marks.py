"""A passage's closed fields as words, so that full-text search narrows by them as it does by words.

An index of words joins "drone", "attack", "said by way of denial" and "in March 2025" in one pass, however many
passages each of them has. Each mark begins with a letter for its field and ends in a figure, which no stemmer touches.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.recording.periods import months_between

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.recording.periods import Period

_NO_WORD = re.compile(r"[^0-9a-z]+")
_MOST_MONTHS = 24  # a passage of a longer period is marked "wide" instead
_WIDE = "mwide0"
_LETTERS = {
    "kind": "k", "act": "a", "quotation": "q", "type": "t", "mode": "o", "status": "s", "context": "x",
    "condition": "c", "country": "n",
}  # fmt: skip
_FIELDS = {letter: field for field, letter in _LETTERS.items()}


def mark(field: str, value: str) -> str:
    """The mark of a field's value: "adeny0" for the act `deny`."""
    return f"{_LETTERS[field]}{_NO_WORD.sub('', value.lower())}0"


def field_of(word: str) -> tuple[str, str]:
    """The field of a mark, and its value in lower case without hyphens; ("", "") of a month's."""
    field = _FIELDS.get(word[:1], "")
    return (field, word[1:-1]) if field else ("", "")


def month_marks(period: Period | None) -> list[str]:
    """The marks of the months that a passage may be of."""
    if period is None:
        return []
    months = months_between(*period, most=_MOST_MONTHS)
    return [_WIDE] if months is None else [f"m{month}" for month in months]


def wanted_months(period: Period) -> list[str]:
    """The marks of which a passage has one if it may be of the period; none where that would be too many."""
    months = months_between(*period, most=_MOST_MONTHS)
    return [] if months is None else [*(f"m{month}" for month in months), _WIDE]


def joined(marks: Iterable[str]) -> str:
    """Marks in one column, each once."""
    return " ".join(dict.fromkeys(marks))
