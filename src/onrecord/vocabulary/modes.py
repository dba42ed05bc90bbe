"""Modes: words that must stand in a sentence for an event to have a mode that a network proposes."""

from __future__ import annotations

import json
import re
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.contexts import word_pattern
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLE = "modes.toml"


@cache
def load_modes(folder: Path = FOLDER) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each "TYPE.mode" that needs words.

    Raises:
        VocabularyError: the table is malformed, or names a mode that PLOVER does not have.
    """
    whole = read_table(_TABLE, folder)
    check_keys(whole, {"modes"}, where=_TABLE)
    events = json.loads((FOLDER / "plover.json").read_text("utf8"))["events"]
    known = {f"{event['name']}.{mode['name']}" for event in events for mode in event["modes"]}
    found = {}
    for name, words in whole["modes"].items():
        if name not in known:
            raise VocabularyError(f"{_TABLE}: PLOVER has no mode {name!r}")
        if not isinstance(words, str) or not words.split() or words != words.lower():
            raise VocabularyError(f"{_TABLE}: {name} needs words in lower case")
        found[name] = re.compile(r"\b(?:" + "|".join(map(word_pattern, words.split())) + r")", re.IGNORECASE)
    return found


def is_told(kind: str, mode: str, words: str) -> bool:
    """Whether words can tell a mode of an event's type: "blew up" alone is no suicide attack."""
    pattern = load_modes().get(f"{kind}.{mode}")
    return pattern is None or pattern.search(words) is not None
