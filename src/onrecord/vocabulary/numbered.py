"""What a number names instead of counting; see numbered.toml."""

from __future__ import annotations

from dataclasses import dataclass, fields
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "numbered.toml"


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
    table = read_table(_TABLE, folder)
    names = {field.name for field in fields(Numbered)}
    check_keys(table, names, where=_TABLE)
    return Numbered(**{name: frozenset(check_texts(table[name], where=f"{_TABLE}: {name}")) for name in names})


@cache
def numbered() -> Numbered:
    """The package's own lists, read once a process."""
    return load_numbered()
