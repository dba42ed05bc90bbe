"""Modes: words that must stand in a sentence for an event to have a mode that a network proposes."""

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


@cache
def load_modes(folder: Path = FOLDER) -> Mapping[str, re.Pattern[str]]:
    """The pattern of each "TYPE.mode" that needs words.

    Raises:
        VocabularyError: the table is malformed, or names a mode that PLOVER does not have.
    """
    events = json.loads((FOLDER / "plover.json").read_text("utf8"))["events"]
    known = {f"{event['name']}.{mode['name']}" for event in events for mode in event["modes"]}
    return read_word_patterns(folder, "modes", known)


def is_told(kind: str, mode: str, words: str) -> bool:
    """Whether words can tell a mode of an event's type: "blew up" alone is no suicide attack."""
    pattern = load_modes().get(f"{kind}.{mode}")
    return pattern is None or pattern.search(words) is not None
