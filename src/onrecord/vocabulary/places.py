"""Words that tell places: kinds of regions and sites, prepositions, and names that only look like places'."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_FILES = ("places.toml", "lookalikes.toml")


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Lists of lower-case words; what each is for is told in the files.

    Attributes:
        regions, grounds, sites, houses, heads: kinds of places.
        locating, dealing: what stands before a place that is literal, or that is a party.
        verbs, loose: what stands behind it and is no noun.
        common, people, others: names of places that news seldom means as such.
        famous: of places, that something else is better known by.
    """

    regions: frozenset[str]
    grounds: frozenset[str]
    sites: frozenset[str]
    houses: frozenset[str]
    heads: frozenset[str]
    locating: frozenset[str]
    dealing: frozenset[str]
    verbs: frozenset[str]
    loose: frozenset[str]
    common: frozenset[str]
    famous: frozenset[str]
    people: frozenset[str]
    others: frozenset[str]


def parse_words(folder: Path = FOLDER) -> PlaceWords:
    """Read the lists from a folder's files and check them.

    Raises:
        VocabularyError: a list is missing, unknown, empty or not in lower case.
    """
    lists: dict[str, object] = {}
    for name in _FILES:
        lists |= read_table(name, folder)
    known = {field.name for field in fields(PlaceWords)}
    if lists.keys() != known:
        raise VocabularyError(f"{' and '.join(_FILES)}: need the lists {', '.join(sorted(known))} and no others")
    for name, words in lists.items():
        if not isinstance(words, str) or not words.split() or words != words.lower():
            raise VocabularyError(f"{' or '.join(_FILES)}: {name} needs words in lower case")
    return PlaceWords(**{name: frozenset(str(words).split()) for name, words in lists.items()})


@cache
def load_words() -> PlaceWords:
    """The package's lists, read once a process."""
    return parse_words()
