"""Words of time by class, read from `times.toml` and checked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

Value = int | str


@dataclass(frozen=True, slots=True)
class TimeWords:
    """Words of time.

    Attributes:
        classes: by class (upper case), each word in lower case with its value.
        capital: by class, the words that belong to it only where they are written with a capital.
    """

    classes: dict[str, dict[str, Value]]
    capital: dict[str, frozenset[str]]


def parse_time_words(table: dict[str, Any], *, name: str) -> TimeWords:
    """Read words of time from a parsed file and check them.

    Raises:
        VocabularyError: a class is not as it should be, or a word of [capital] is not in its class.
    """
    unknown = table.keys() - {"classes", "capital"}
    classes, capital = table.get("classes"), table.get("capital", {})
    if unknown or not isinstance(classes, dict) or not classes or not isinstance(capital, dict):
        raise VocabularyError(f"{name}: needs [classes] and may have [capital], nothing else")
    for key, words in classes.items():
        if key != key.upper() or not isinstance(words, dict) or not words:
            raise VocabularyError(f"{name}: [classes.{key}] needs a name in upper case and words")
        for word, value in words.items():
            if (
                not word.isalpha()
                or word != word.lower()
                or isinstance(value, bool)
                or not isinstance(value, int | str)
            ):
                raise VocabularyError(
                    f"{name}: [classes.{key}]: {word!r} = {value!r} is no word with a number or a code"
                )
    for key, words in capital.items():
        if not isinstance(words, list) or not set(words) <= classes.get(key, {}).keys():
            raise VocabularyError(f"{name}: [capital] {key} needs words of [classes.{key}]")
    return TimeWords(classes, {key: frozenset(words) for key, words in capital.items()})


@cache
def load_time_words(folder: Path = FOLDER) -> TimeWords:
    """The package's words of time, read once a process."""
    return parse_time_words(read_table("times.toml", folder), name="times.toml")


@cache
def words_of(*classes: str) -> frozenset[str]:
    """The words of some classes: `words_of("WEEKDAY", "MONTH")`."""
    return frozenset(word for name in classes for word in load_time_words().classes[name])
