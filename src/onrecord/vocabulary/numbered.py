"""What a number names instead of counting; see numbered.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.lists import load_lists

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Numbered:
    """The word lists of numbered.toml, lower case."""

    nouns: frozenset[str]
    firm: frozenset[str]
    in_words: frozenset[str]
    loose: frozenset[str]
    makers: frozenset[str]
    with_words: frozenset[str]
    ages: frozenset[str]
    scores: frozenset[str]
    streets: frozenset[str]
    telephones: frozenset[str]
    compounds: frozenset[str]
    idioms: frozenset[str]
    pronouns: frozenset[str]
    bored: frozenset[str]


def load_numbered(folder: Path = FOLDER) -> Numbered:
    """Read and check the table in `folder`.

    Raises:
        VocabularyError: the file is missing or not as it should be; it names the list.
    """
    return load_lists(Numbered, "numbered.toml", folder)


@cache
def numbered() -> Numbered:
    """The package's own lists, read once a process."""
    return load_numbered()
