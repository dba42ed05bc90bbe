"""Contexts: what kind of matter an event is of, by words near its trigger (PLOVER's 37)."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLE = "contexts.toml"
_MOST = 3  # contexts of one event worth telling


@cache
def load_contexts(folder: Path = FOLDER) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each context, in the table's order.

    Raises:
        VocabularyError: the table is malformed, or names a context that PLOVER does not have.
    """
    whole = read_table(_TABLE, folder)
    check_keys(whole, {"contexts"}, where=_TABLE)
    known = {context["name"] for context in json.loads((FOLDER / "plover.json").read_text("utf8"))["contexts"]}
    found = {}
    for name, words in whole["contexts"].items():
        if name not in known:
            raise VocabularyError(f"{_TABLE}: PLOVER has no context {name!r}")
        if not isinstance(words, str) or not words.split() or words != words.lower():
            raise VocabularyError(f"{_TABLE}: {name} needs words in lower case")
        found[name] = re.compile(r"\b(?:" + "|".join(map(word_pattern, words.split())) + r")", re.IGNORECASE)
    return found


def word_pattern(word: str) -> str:
    """A pattern for a word of a table: the word, all that it begins where it ends in "*", a phrase where it has "|"."""
    stem = re.escape(word.removesuffix("*")).replace(r"\|", r"\s+")
    return stem + (r"\w*" if word.endswith("*") else r"\b")


def find_contexts(words: str) -> tuple[str, ...]:
    """The contexts that words tell, those told most often first; at most three."""
    straight = words.replace("’", "'")
    counts = {name: len(pattern.findall(straight)) for name, pattern in load_contexts().items()}
    told = [name for name, count in counts.items() if count]
    return tuple(sorted(told, key=lambda name: -counts[name])[:_MOST])
