"""The words that are known to tell a type of event."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.vocabulary.files import read_table
from onrecord.vocabulary.inflection import guess_lemma

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@cache
def _told() -> Mapping[str, frozenset[str]]:
    return {kind: frozenset(words.split()) for kind, words in read_table("familiar.toml").items()}


def is_familiar(kind: str, words: Iterable[str]) -> bool:
    """Whether one of some lower-case words has told events of a type before; all have of a type not in the table."""
    known = _told().get(kind)
    return known is None or any(guess_lemma(word) in known for word in words)
