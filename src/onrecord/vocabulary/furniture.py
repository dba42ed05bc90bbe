"""Lines that pages put around an article: advertisements, links, credits of pictures."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from onrecord.errors import VocabularyError
from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import read_table

_TABLE = "furniture.toml"


class FurnitureWords(NamedTuple):
    """How such lines begin, and how they end; both match at the line's border."""

    begins: re.Pattern[str]
    ends: re.Pattern[str]


@cache
def furniture_words() -> FurnitureWords:
    """The table, read once.

    Raises:
        VocabularyError: it is missing or malformed.
    """
    table = read_table(_TABLE)
    check_keys(table, {"begins", "stamps", "ends", "ends_like"}, where=_TABLE)
    lists = {key: check_texts(table[key], where=f"{_TABLE}: {key}") for key in table}
    for key, texts in lists.items():
        if not texts:
            raise VocabularyError(f"{_TABLE}: {key} is empty")
    begins, stamps, ends = (_any(lists[key]) for key in ("begins", "stamps", "ends"))
    try:
        return FurnitureWords(
            re.compile(rf"(?:{begins})|(?:{stamps})(?!\s*[a-z])"),
            re.compile(rf"(?<!\w)(?:{ends}|{'|'.join(lists['ends_like'])})$"),
        )
    except re.error as error:
        raise VocabularyError(f"{_TABLE}: ends_like: {error}") from error


def _any(texts: tuple[str, ...]) -> str:
    """A pattern for any of the texts; one that ends with a letter ends with a word."""
    return "|".join(re.escape(text) + (r"(?!\w)" if text[-1].isalnum() else "") for text in texts)
