"""Tables that a person can read and amend: tab-separated, a header line, "#" comments, several values joined by "|"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.errors import KnowledgeError
from onrecord.knowledge.files import FOLDER

if TYPE_CHECKING:
    from pathlib import Path

TABLES = FOLDER / "tables"
BY_HAND = "_by_hand"
Row = TypeVar("Row")
_LISTS = frozenset({"names", "former", "adjectives", "metonyms", "aliases"})


def read_rows(kind: type[Row], name: str, folder: Path = TABLES, *, needed: bool = True) -> list[Row]:
    """The rows of a table, as `kind`: a NamedTuple whose fields are the table's columns.

    Args:
        kind: the rows' type.
        name: the file's name without its ending.
        folder: where it is.
        needed: a missing file is an error, and not an empty table.

    Raises:
        KnowledgeError: the file cannot be read, or a line is not as the header says; the line is named.
    """
    path = folder / f"{name}.tsv"
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        if not needed:
            return []
        raise KnowledgeError(f"{path.name}: is missing; install onrecord again") from error
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: cannot be read ({error})") from error
    columns: tuple[str, ...] = kind._fields  # type: ignore[attr-defined]
    lists = [i for i, column in enumerate(columns) if column in _LISTS]
    make: Any = kind._make  # type: ignore[attr-defined]
    found: list[Row] = []
    width = len(columns)
    has_header = False
    for number, line in enumerate(lines, start=1):
        if not line or line[0] == "#":
            continue
        cells: list[Any] = line.split("\t")
        if not has_header:
            if tuple(cells) != columns:
                raise KnowledgeError(f"{path.name}:{number}: the columns are {', '.join(columns)}")
            has_header = True
            continue
        if len(cells) != width:
            raise KnowledgeError(f"{path.name}:{number}: {len(cells)} cells where there are {width} columns")
        for i in lists:
            cells[i] = tuple(cells[i].split("|")) if cells[i] else ()
        found.append(make(cells))
    if not has_header:
        raise KnowledgeError(f"{path.name}: has no header line")
    return found
