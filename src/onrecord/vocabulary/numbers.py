"""Number words, and the phrases that make a number a bound; see numbers.toml."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.checks import check_keys, check_numbers, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_TABLE = "numbers.toml"
_NUMBERS = ("cardinals", "magnitudes", "abbreviations", "plurals", "parts")
_BEFORE = ("at_least", "at_most", "about", "exact")
_AFTER = ("at_least", "at_most", "about")


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases with a bound each, arranged by the word that they are looked up by, the longest first."""

    by_word: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]


@dataclass(frozen=True, slots=True)
class NumberWords:
    """The words of numbers.toml.

    Attributes:
        cardinals, magnitudes, abbreviations, plurals, parts: value by word.
        before: phrases that stand before a number, by their last word.
        after: phrases that stand after a number, by their first word.
        prepositional: after which words a bound's last word is a preposition.
    """

    cardinals: Mapping[str, float]
    magnitudes: Mapping[str, float]
    abbreviations: Mapping[str, float]
    plurals: Mapping[str, float]
    parts: Mapping[str, float]
    before: Phrases
    after: Phrases
    prepositional: Mapping[str, frozenset[str]]


def load_number_words(folder: Path = FOLDER) -> NumberWords:
    """Read and check the table in `folder`.

    Raises:
        VocabularyError: the file is missing or not as it should be; it names the entry.
    """
    table = read_table(_TABLE, folder)
    check_keys(table, {*_NUMBERS, "before", "after", "prepositional"}, where=_TABLE)
    numbers = {name: check_numbers(table[name], where=f"{_TABLE}: {name}") for name in _NUMBERS}
    check_keys(table["before"], set(_BEFORE), where=f"{_TABLE}: before")
    check_keys(table["after"], set(_AFTER), where=f"{_TABLE}: after")
    return NumberWords(
        **numbers,
        before=_arranged(table["before"], "before", place=-1),
        after=_arranged(table["after"], "after", place=0),
        prepositional={
            word: frozenset(check_texts(words, where=f"{_TABLE}: prepositional: {word}"))
            for word, words in table["prepositional"].items()
        },
    )


@cache
def number_words() -> NumberWords:
    """The package's own number words, read once a process."""
    return load_number_words()


def _arranged(table: dict[str, list[str]], name: str, *, place: int) -> Phrases:
    phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bound, texts in table.items():
        for text in check_texts(texts, where=f"{_TABLE}: {name}: {bound}"):
            words = tuple(text.split(" "))
            phrases.setdefault(words[place], []).append((words, bound))
    return Phrases({word: tuple(sorted(group, key=lambda p: -len(p[0]))) for word, group in phrases.items()})
