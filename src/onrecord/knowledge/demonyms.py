"""Adjectives of countries: "Ukrainian", "South Korean"."""

from __future__ import annotations

from functools import cache

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import read_table, rows

_TABLE = "demonyms.toml"
_SOURCES = ("factbook", "unverified")


@cache
def read_demonyms() -> frozenset[tuple[str, ...]]:
    """All adjectives of countries, each as its words in lower case.

    Raises:
        KnowledgeError: the table is missing, or a row is not as it should be.
    """
    found = set()
    for row in rows(read_table(_TABLE), "country", where=_TABLE):
        name, adjectives = row.get("name"), row.get("adjectives")
        if not isinstance(name, str) or not isinstance(adjectives, list) or row.get("source") not in _SOURCES:
            raise KnowledgeError(f"{_TABLE}: {row} needs a name, adjectives, and a source of {_SOURCES}")
        found |= {tuple(adjective.lower().split()) for adjective in adjectives}
    return frozenset(found)


def is_demonym(words: tuple[str, ...]) -> bool:
    """Whether lower-case words are an adjective of a country."""
    return words in read_demonyms()
