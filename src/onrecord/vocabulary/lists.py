"""Tables that hold nothing but lists of words, one for each field of a dataclass."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, TypeVar

from onrecord.vocabulary.checks import check_keys, check_texts
from onrecord.vocabulary.files import FOLDER, read_table

if TYPE_CHECKING:
    from pathlib import Path

_Lists = TypeVar("_Lists")


def load_lists(kind: type[_Lists], name: str, folder: Path = FOLDER) -> _Lists:
    """Read and check a table of lists.

    Raises:
        VocabularyError: the file is missing or not as it should be; it names the list.
    """
    table = read_table(name, folder)
    names = {field.name for field in fields(kind)}  # type: ignore[arg-type]  # it is a dataclass
    check_keys(table, names, where=name)
    return kind(**{field: frozenset(check_texts(table[field], where=f"{name}: {field}")) for field in names})
