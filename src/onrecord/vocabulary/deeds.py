"""Verbs that tell of saying with one object and of doing with another."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

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
_CLAUSES = frozenset({"how", "that", "what", "whether", "why", "if"})
_OF_OBJECT = frozenset({"against", "of", "to", "from", "with"})
_NEAR = 5  # words in which the object stands: "an emergency Security Council meeting"


@cache
def load_deeds() -> dict[str, frozenset[str]]:
    """Lemma of a verb to the objects with which it tells a deed.

    Raises:
        VocabularyError: the table is missing or malformed.
    """
    table = _read()["objects"]
    if not isinstance(table, dict) or not all(isinstance(words, str) and words for words in table.values()):
        raise VocabularyError(f"{_TABLE}: [objects] is no table of words")
    return {verb: frozenset(words.split()) for verb, words in table.items()}


@cache
def _always() -> frozenset[str]:
    """Lemmas of verbs that tell a deed whatever their object."""
    return frozenset(_read()["always"].split())


def _read() -> dict[str, Any]:
    whole = read_table(_TABLE)
    check_keys(whole, {"always", "objects"}, where=_TABLE)
    if not isinstance(whole["always"], str):
        raise VocabularyError(f"{_TABLE}: always is no list of words")
    return whole


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
    if words[-1:] == ["determine"] and "to" in words:
        return True  # "was conducted to determine"
    if lemma.split(maxsplit=1)[0] in _always():
        return not said or said[0].strip(_MARKS).casefold() not in _CLAUSES
    objects = load_deeds().get(lemma)
    if objects is not None and _is_held(objects, words):
        return True
    if objects is None or "for" in words or (said and said[0].casefold() == "to"):
        return False
    for i, word in enumerate(said[:_NEAR]):
        bare = word.strip(_MARKS).casefold()
        after = said[i + 1].strip(_MARKS).casefold() if i + 1 < len(said) else ""
        if bare in objects and (word[-1] in _MARKS or after in _CLOSING):
            return True
    return False


def _is_held(objects: frozenset[str], cue: Sequence[str]) -> bool:
    """Whether a cue has its verb's object in itself: "launched a lawsuit against", "posted a clip of"."""
    return cue[-1] in objects or (cue[-1] in _OF_OBJECT and not objects.isdisjoint(cue[1:-1]))
