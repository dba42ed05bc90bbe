"""Leaving out what onrecord is not sure enough of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.records import Record

# A page for reading leaves out statements below this; data keep all. `make evaluate` prints what share of those that
# pages show, and of those that they leave out, is right.
READING_LEAST = 0.5


def choose_least(format_: str, asked: float | None) -> float:
    """The least confidence that a format prints: what was asked for, else READING_LEAST for pages and 0 for data."""
    if asked is not None:
        return asked
    return READING_LEAST if format_ in ("text", "md") else 0.0


def sure_part(record: Record, least: float) -> tuple[Record, int]:
    """The record without statements of a confidence below `least`, and how many were left out.

    A statement that was nested in one of those stands by itself.
    """
    kept = [statement for statement in record.statements if statement.confidence >= least]
    left_out = len(record.statements) - len(kept)
    if not left_out:
        return record, 0
    ids = {statement.id for statement in kept}
    freed = tuple(s if s.nested_in is None or s.nested_in in ids else replace(s, nested_in=None) for s in kept)
    return replace(record, statements=freed), left_out


def tell_left_out(count: int) -> str:
    """A few words on what was left out, or "" where nothing was."""
    return f"{count} unsure left out (--min-confidence 0 shows all)" if count else ""
