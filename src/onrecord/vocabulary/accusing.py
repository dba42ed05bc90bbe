"""Words that accuse by themselves: "criticised", "sued", and not "irresponsible"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.word_tables import word_pattern

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "accusing.toml"


@cache
def load_accusing(folder: Path = FOLDER) -> re.Pattern[str]:
    """A pattern that finds such a word in lower-case ones.

    Raises:
        VocabularyError: the table is missing or malformed.
    """
    whole = read_table(_TABLE, folder)
    check_keys(whole, {"words"}, where=_TABLE)
    sections = whole["words"] if isinstance(whole["words"], dict) else {}
    check_keys(sections, {"speech", "law"}, where=_TABLE)
    words = [word for some in sections.values() for word in str(some).split()]
    if not words or any(word != word.lower() for word in words):
        raise VocabularyError(f"{_TABLE}: needs words in lower case")
    return re.compile(r"\b(?:" + "|".join(map(word_pattern, dict.fromkeys(words))) + ")")


def accuses(words: str) -> bool:
    """Whether lower-case words hold one that accuses."""
    return load_accusing().search(words) is not None
