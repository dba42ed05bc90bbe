"""Words by which sentences may hold sides against each other: where disputes are looked for."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.vocabulary.checks import check_keys, check_words
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "disputes.toml"
_NEGATED = "n't"  # the end of a word, and no word


class DisputeWords(NamedTuple):
    """Patterns: words of a sentence by itself, those that deny, those that blame, and words of the later of two."""

    alone: re.Pattern[str]
    denying: re.Pattern[str]
    blaming: re.Pattern[str]
    against: re.Pattern[str]


@cache
def load_dispute_words(folder: Path = FOLDER) -> DisputeWords:
    """The words of disputes.toml.

    Raises:
        VocabularyError: the table is malformed.
    """
    table = read_table(_TABLE, folder)
    check_keys(table, set(DisputeWords._fields), where=_TABLE)
    found = []
    for section in DisputeWords._fields:
        found.append(_pattern(check_words(table[section], "words", where=f"{_TABLE}, [{section}]")))
    return DisputeWords(*found)


def _pattern(words: tuple[str, ...]) -> re.Pattern[str]:
    some = "|".join(
        r"\s+".join(re.escape(part).replace(r"\*", r"\w*") for part in word.split())
        for word in sorted(words, key=len, reverse=True)
        if word != _NEGATED
    )
    ending = r"|(?<=\w)n['’]t" if _NEGATED in words else ""
    return re.compile(rf"(?:(?<!\w)(?:{some}){ending})(?!\w)", re.IGNORECASE)
