"""How a table is written: tab-separated, comments at the top, rows sorted, so that a change shows as few lines."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "src" / "onrecord" / "knowledge" / "tables"
BETWEEN = "|"  # parts several values in one cell


def cell(values: Iterable[str]) -> str:
    """Several values as one cell: each once, in the order they came."""
    return BETWEEN.join(dict.fromkeys(value for value in values if value))


def values(text: str) -> list[str]:
    """The values of a cell."""
    return [value for value in text.split(BETWEEN) if value]


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of a table, its comments left out."""
    lines = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def write_table(
    name: str,
    columns: tuple[str, ...],
    rows: Iterable[Mapping[str, str]],
    *,
    about: str,
    sort: tuple[str, ...],
    folder: Path = FOLDER,
) -> None:
    """Write `name`, its rows in the order of the columns in `sort`.

    Args:
        name: the file's name, "countries.tsv".
        columns: in the order in which they are written; each row has just these.
        rows: a cell is a text without tabs; see `cell` for several values.
        about: what the table is, its sources and how to amend it; becomes the comment at its top.
        sort: columns whose cells give the order; the rest of the row decides between equal ones.
        folder: where to.

    Raises:
        ValueError: a row lacks a column or has one too many, or a cell holds a tab or the end of a line.
    """
    lines = []
    for row in rows:
        if row.keys() != set(columns):
            raise ValueError(f"{name}: {dict(row)} does not have the columns {', '.join(columns)}")
        cells = [row[column] for column in columns]
        if any("\t" in text or "\n" in text or text != text.strip() for text in cells):
            raise ValueError(f"{name}: a cell of {cells} holds white space that it may not")
        if cells[0].startswith("#"):
            raise ValueError(f"{name}: {cells[0]!r} would read as a comment")
        lines.append((tuple(row[column] for column in sort), cells))
    lines.sort()
    comments = "".join(f"# {line}".rstrip() + "\n" for line in about.strip().splitlines())
    body = "".join("\t".join(cells) + "\n" for cells in [list(columns), *(cells for _, cells in lines)])
    (folder / name).write_text(comments + body, encoding="utf-8", newline="\n")
    print(f"{name}: {len(lines):,} rows")
