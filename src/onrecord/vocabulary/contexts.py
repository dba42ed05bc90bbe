"""Contexts: what kind of matter an event is of, by words near its trigger (PLOVER's 37)."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.word_tables import read_word_patterns

if TYPE_CHECKING:
    import re
    from collections.abc import Mapping
    from pathlib import Path

_MOST = 3  # contexts of one event worth telling


@cache
def load_contexts(folder: Path = FOLDER) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each context, in the table's order.

    Raises:
        VocabularyError: the table is malformed, or names a context that PLOVER does not have.
    """
    known = {context["name"] for context in json.loads((FOLDER / "plover.json").read_text("utf8"))["contexts"]}
    return read_word_patterns(folder, "contexts", known)


def find_contexts(words: str) -> tuple[str, ...]:
    """The contexts that words tell, those told most often first; at most three."""
    straight = words.replace("’", "'")
    counts = {name: len(pattern.findall(straight)) for name, pattern in load_contexts().items()}
    told = [name for name, count in counts.items() if count]
    return tuple(sorted(told, key=lambda name: -counts[name])[:_MOST])
