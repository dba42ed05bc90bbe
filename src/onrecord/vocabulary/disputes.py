"""Words by which sentences may hold sides against each other: where disputes are looked for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from onrecord.vocabulary.checks import check_keys, check_words
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "disputes.toml"
_VERBS = ("turning_down", "calling")
_NEGATED = "n't"  # the end of a word, and no word


class DisputeWords(NamedTuple):
    """Patterns of the words of each section, and of two the verbs; the table says what they are."""

    alone: re.Pattern[str]
    denying: re.Pattern[str]
    blaming: re.Pattern[str]
    against: re.Pattern[str]
    charges: re.Pattern[str]
    writings: re.Pattern[str]
    lies: re.Pattern[str]
    deeds: re.Pattern[str]
    harms: re.Pattern[str]
    turns: re.Pattern[str]
    turning_down: frozenset[str]
    calling: frozenset[str]


@cache
def load_dispute_words(folder: Path = FOLDER) -> DisputeWords:
    """The words of disputes.toml.

    Raises:
        VocabularyError: the table is malformed.
    """
    table = read_table(_TABLE, folder)
    check_keys(table, set(DisputeWords._fields), where=_TABLE)
    words = {
        section: check_words(table[section], "words", where=f"{_TABLE}, [{section}]")
        for section in DisputeWords._fields
    }
    made: dict[str, Any] = {
        section: frozenset(some) if section in _VERBS else _pattern(some) for section, some in words.items()
    }
    return DisputeWords(**made)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
        for word in sorted(words, key=len, reverse=True)
        if word != _NEGATED
    )
    ending = r"|(?<=\w)n['’]t" if _NEGATED in words else ""
    return re.compile(rf"(?:(?<!\w)(?:{some}){ending})(?!\w)", re.IGNORECASE)
