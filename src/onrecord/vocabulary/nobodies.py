"""Nouns of what does nothing by itself, and of what nothing is done to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.inflection import plural

if TYPE_CHECKING:
    from pathlib import Path

_TABLE = "nobodies.toml"
_ACTIVE = ("vehicles", "weapons", "papers")
_DEAF = ("heaven", "weather", "illness", "times", "gatherings", "matters")


@dataclass(frozen=True, slots=True)
class Nobodies:
    """Nouns, lower case, singular and plural.

    Attributes:
        idle: what does nothing by itself, and is no actor.
        deaf: those of them to which nothing is done, and which are no recipients.
    """

    idle: frozenset[str]
    deaf: frozenset[str]


@cache
def load_nobodies(folder: Path = FOLDER) -> Nobodies:
    """The table.

    Raises:
        VocabularyError: it is missing or malformed.
    """
    whole = read_table(_TABLE, folder)
    check_keys(whole, {*_ACTIVE, "deaf"}, where=_TABLE)
    check_keys(whole["deaf"], set(_DEAF), where=_TABLE)
    deaf = _nouns(whole["deaf"], _DEAF)
    return Nobodies(idle=_nouns(whole, _ACTIVE) | deaf, deaf=deaf)


def _nouns(table: dict[str, Any], keys: tuple[str, ...]) -> frozenset[str]:
    nouns = [noun for key in keys for noun in str(table[key]).split()]
    if not nouns or any(noun != noun.lower() for noun in nouns):
        raise VocabularyError(f"{_TABLE}: needs nouns in lower case")
    return frozenset(form for noun in nouns for form in (noun, plural(noun)))
