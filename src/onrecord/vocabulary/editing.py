"""Words that a careful editor stops at: hearsay, claims that nobody makes, sources without a name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.vocabulary.checks import check_keys, check_words
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "editing.toml"


class EditingWords(NamedTuple):
    """Patterns of words.

    Attributes:
        unnamed: nouns, in lower case.
    """

    hearsay: re.Pattern[str]
    unattributed: re.Pattern[str]
    unnamed: frozenset[str]
    updates: re.Pattern[str]


@cache
def load_editing(folder: Path = FOLDER) -> EditingWords:
    """The words of editing.toml.

    Raises:
        VocabularyError: the table is malformed.
    """
    table = read_table(_TABLE, folder)
    keys = {"hearsay": "words", "unattributed": "phrases", "unnamed": "nouns", "updates": "words"}
    check_keys(table, set(keys), where=_TABLE)
    words = {}
    for section, key in keys.items():
        words[section] = check_words(table[section], key, where=f"{_TABLE}, [{section}]")
    return EditingWords(
        _pattern(words["hearsay"]),
        _pattern(words["unattributed"]),
        frozenset(words["unnamed"]),
        _pattern(words["updates"]),
    )


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = sorted(words, key=len, reverse=True)
    some = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    return re.compile(rf"\b(?:{some})\b", re.IGNORECASE)
