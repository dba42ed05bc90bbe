"""Verbs that tell of saying with one object and of doing with another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import read_table

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLE = "deeds.toml"
_NEAR = 5  # words in which the object stands: "an emergency Security Council meeting"


@cache
def load_deeds() -> dict[str, frozenset[str]]:
    """Lemma of a verb to the objects with which it tells a deed.

    Raises:
        VocabularyError: the table is missing or malformed.
    """
    table = read_table(_TABLE).get("objects")
    if not isinstance(table, dict) or not all(isinstance(words, str) and words for words in table.values()):
        raise VocabularyError(f"{_TABLE}: [objects] is no table of words")
    return {verb: frozenset(words.split()) for verb, words in table.items()}


def is_deed(lemma: str, cue: Sequence[str], said: Sequence[str]) -> bool:
    """Whether a cue with what follows it tells a deed: "called a meeting", "was found guilty of …".

    Args:
        lemma: of the cue.
        cue: its words.
        said: the first words of the content.
    """
    words = [word.casefold() for word in cue]
    if "found" in words and "guilty" in words:
        return True
    objects = load_deeds().get(lemma)
    if objects is None or "for" in words or (said and said[0].casefold() == "to"):
        return False
    return any(word.strip(".,;:'\"“”‘’").casefold() in objects for word in said[:_NEAR])
