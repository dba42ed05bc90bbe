"""Verbs that tell of saying with one object and of doing with another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys
from onrecord.vocabulary.files import read_table
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

_TABLE = "deeds.toml"
_MARKS = ".,;:'\"“”‘’"
# What may follow such an object. Where anything else does, something is said of it: "called the election a sham".
_CLOSING = (
    frozenset(
        """
    after against and around as at before between but by during for from in next of on or over since this to tomorrow
    tonight under until when where which while with within yesterday today
    """.split()
    )
    | words_of("WEEKDAY")
    | {""}
)
_NEAR = 5  # words in which the object stands: "an emergency Security Council meeting"


@cache
def load_deeds() -> dict[str, frozenset[str]]:
    """Lemma of a verb to the objects with which it tells a deed.

    Raises:
        VocabularyError: the table is missing or malformed.
    """
    whole = read_table(_TABLE)
    check_keys(whole, {"objects"}, where=_TABLE)
    table = whole["objects"]
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
    for i, word in enumerate(said[:_NEAR]):
        bare = word.strip(_MARKS).casefold()
        after = said[i + 1].strip(_MARKS).casefold() if i + 1 < len(said) else ""
        if bare in objects and (word[-1] in _MARKS or after in _CLOSING):
            return True
    return False
