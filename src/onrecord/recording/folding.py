"""Words in names and titles, whatever their case; each database knows capital letters in its own way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import collate, func, literal

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

LOWER = "onrecord_lower"  # SQLite's own function knows English letters only; engines.py gives it this one
_UNICODE = "und-x-icu"  # PostgreSQL's collation that knows all, whatever the database's own


def lowered(value: Any) -> Any:
    """What SQLite calls by the name of LOWER."""
    return value.lower() if isinstance(value, str) else value


def holds(column: ColumnElement[Any], words: str, *, is_sqlite: bool) -> ColumnElement[bool]:
    """Whether a column has these letters in it, of any case."""
    if is_sqlite:
        # SQLite's own takes a tenth of the time, and does for English letters: no others turn into them, but for a
        # Turkish capital I with its dot and the sign for kelvin.
        lower = func.lower if words.isascii() else getattr(func, LOWER)
        found: ColumnElement[int] = func.instr(lower(column), words.lower())
    else:
        wanted = func.lower(collate(literal(words), _UNICODE))
        found = func.strpos(func.lower(collate(column, _UNICODE)), wanted)
    return found > 0
