"""Tables that tell by which words something is known: each name with a pattern that finds one of its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import read_table

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from pathlib import Path


def read_word_patterns(folder: Path, section: str, known: Container[str]) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each name, in the order of the table `section`.toml, which has one section of that name.

    Raises:
        VocabularyError: the table is malformed, or has a name that is not known.
    """
    table = f"{section}.toml"
    whole = read_table(table, folder)
    check_keys(whole, {section}, where=table)
    found = {}
    for name, words in whole[section].items():
        if name not in known:
            raise VocabularyError(f"{table}: PLOVER has no {section.removesuffix('s')} {name!r}")
        if not isinstance(words, str) or not words.split() or words != words.lower():
            raise VocabularyError(f"{table}: {name} needs words in lower case")
        found[name] = re.compile(r"\b(?:" + "|".join(map(word_pattern, words.split())) + r")", re.IGNORECASE)
    return found


def word_pattern(word: str) -> str:
    """The word, all that it begins where it ends in "*", a phrase where it has "|"."""
    stem = re.escape(word.removesuffix("*")).replace(r"\|", r"\s+")
    return stem + (r"\w*" if word.endswith("*") else r"\b")
