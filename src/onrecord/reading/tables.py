"""CSV: an article a row, its parts in columns that the first row names."""

from __future__ import annotations

import csv
from typing import IO, TYPE_CHECKING

from onrecord.errors import Refused
from onrecord.reading.jsons import read_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.records import Article

# What columns are called where nobody says; the first that is there is taken.
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": ("text", "body", "content", "article", "fulltext", "full_text", "maintext"),
    "title": ("title", "headline"),
    "url": ("url", "link", "address", "uri"),
    "publisher": ("publisher", "source", "source_domain", "outlet", "newspaper"),
    "authors": ("authors", "author", "byline"),
    "published": ("published", "date", "date_publish", "publication_date", "pubdate"),
    "id": ("id", "given_id"),
}
_DELIMITERS = ",;\t|"
_BOM = b"\xef\xbb\xbf"


def read_table(
    stream: IO[bytes],
    *,
    source: str,
    max_bytes: int,
    columns: Mapping[str, str] | None = None,
    published: str | None = None,
) -> Iterator[Article | Refused]:
    """The articles of a CSV file, one at a time; a bad row is refused and the next is read.

    Args:
        columns: which column holds what, by the keys of COLUMNS, where its name does not say so.
        max_bytes: the longest line and the longest field.

    Raises:
        Refused: bad-table where no column holds texts.
    """
    csv.field_size_limit(max_bytes)
    lines = _lines(stream, max_bytes)
    first = next(lines, "")
    if not first.strip():
        raise Refused("empty", "there is no text")
    delimiter = max(_DELIMITERS, key=first.count)
    head = [name.strip() for name in next(csv.reader([first], delimiter=delimiter), [])]
    places = _find_columns(head, columns or {})
    reader = csv.reader(lines, delimiter=delimiter)
    has_rows = False
    while True:
        here = f"{source} line {reader.line_num + 2}"
        try:
            row = next(reader)
        except StopIteration:
            break
        except (csv.Error, Refused) as error:
            message = error.message if isinstance(error, Refused) else f"this is no row of a table: {error}"
            has_rows = True
            yield Refused("bad-table", message, source=here)
            continue
        if not any(cell.strip() for cell in row):
            continue
        has_rows = True
        value = {name: row[place] for name, place in places.items() if place < len(row) and row[place].strip()}
        if "text" not in value:
            yield Refused("bad-table", "the row has no text", source=here)
            continue
        yield read_value(value, source=here, published=published)
    if not has_rows:
        yield Refused("empty", "the table has no rows", source=source)


def _find_columns(head: list[str], columns: Mapping[str, str]) -> dict[str, int]:
    """Where each part of an article stands in a row."""
    known = {name.casefold(): place for place, name in reversed(list(enumerate(head)))}
    places = {}
    for part, names in COLUMNS.items():
        wanted = (columns[part],) if part in columns else names
        found = next((known[name.casefold()] for name in wanted if name.casefold() in known), None)
        if found is not None:
            places[part] = found
        elif part in columns:
            has = ", ".join(head[:8])
            raise Refused("bad-table", f"there is no column {columns[part]!r}", remedy=f"it has {has}")
    if "text" not in places:
        has = ", ".join(head[:8])
        raise Refused(
            "bad-table", f"no column is known to hold texts (it has {has})", remedy="name it: --columns text=NAME"
        )
    return places


def _lines(stream: IO[bytes], max_bytes: int) -> Iterator[str]:
    """The lines of a file in UTF-8, or of Windows, in which spreadsheets save."""
    is_first = True
    while line := stream.readline(max_bytes + 1):
        if is_first:
            line = line.removeprefix(_BOM)
            is_first = False
        if len(line) > max_bytes and not line.endswith(b"\n"):
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            yield "\n"
            continue
        try:
            yield line.decode()
        except UnicodeDecodeError:
            yield line.decode("cp1252", "replace")
