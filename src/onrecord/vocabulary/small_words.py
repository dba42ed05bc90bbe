"""The words that texts write small."""

from __future__ import annotations

from functools import cache

from onrecord.errors import VocabularyError
from onrecord.vocabulary.files import FOLDER

_TABLE = "small_words.txt"


@cache
def load_small_words() -> frozenset[str]:
    """About 8,400 words that are hardly ever written with a capital within a sentence: "worker", "according".

    Raises:
        VocabularyError: the file is missing.
    """
    try:
        return frozenset((FOLDER / _TABLE).read_text("utf8").split())
    except OSError as error:
        raise VocabularyError(f"{_TABLE}: cannot be read ({error.strerror})") from error
