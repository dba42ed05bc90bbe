"""Checks that the tables of numbers, units and roles share; each names the file and the entry."""

from __future__ import annotations

from typing import Any

from onrecord.errors import VocabularyError


def check_keys(table: dict[str, Any], keys: set[str], *, where: str) -> None:
    """Raise VocabularyError unless `table` has exactly these keys."""
    if table.keys() != keys:
        raise VocabularyError(f"{where}: missing or unknown: {', '.join(sorted(table.keys() ^ keys))}")


def check_texts(value: Any, *, where: str) -> tuple[str, ...]:
    """`value` as texts, each once; VocabularyError where it is no list of them."""
    if not isinstance(value, list) or not all(isinstance(v, str) and v and v == v.strip() for v in value):
        raise VocabularyError(f"{where} is no list of words")
    twice = sorted({v for v in value if value.count(v) > 1})
    if twice:
        raise VocabularyError(f"{where}: {', '.join(twice)} stands there twice")
    return tuple(value)


def check_words(table: Any, key: str, *, where: str) -> tuple[str, ...]:
    """The words of a section that has one list of them, `key`; VocabularyError where it has none, or no such list."""
    if not isinstance(table, dict):
        raise VocabularyError(f"{where} is no table")
    check_keys(table, {key}, where=where)
    words = check_texts(table[key], where=f"{where} {key}")
    if not words:
        raise VocabularyError(f"{where} {key} has no words")
    return words


def check_numbers(value: Any, *, where: str) -> dict[str, float]:
    """`value` as numbers by word; VocabularyError where it is no table of them."""
    if not isinstance(value, dict) or not value:
        raise VocabularyError(f"{where} is no table")
    for word, number in value.items():
        if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
            raise VocabularyError(f"{where}: {word} = {number!r} is no number")
    return value


def check_names(value: Any, *, where: str) -> dict[str, str]:
    """`value` as texts by word; VocabularyError where it is no table of them."""
    if not isinstance(value, dict) or not value:
        raise VocabularyError(f"{where} is no table")
    for word, name in value.items():
        if not isinstance(name, str) or not name:
            raise VocabularyError(f"{where}: {word} = {name!r} is no word")
    return value
