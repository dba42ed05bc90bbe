"""Leaving out what onrecord is not sure enough of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.nesting import relinked

if TYPE_CHECKING:
    from onrecord.records import Record

# A page for reading leaves out statements and events below this; data keep all. `make evaluate` prints what share of
# those that pages show, and of those that they leave out, is right.
READING_LEAST = 0.5


def choose_least(format_: str, asked: float | None) -> float:
    """The least confidence that a format prints: what was asked for, else READING_LEAST for pages and 0 for data."""
    if asked is not None:
        return asked
    return READING_LEAST if format_ in ("text", "md", "html") else 0.0


def sure_part(record: Record, least: float) -> tuple[Record, int]:
    """The record without what has a confidence below `least`, and how many statements were left out.

    A statement that was nested in one of those stands by itself. What rests on one of them (an event that it
    asserts, a condition that it holds, a dispute about it) is left out with it: it would seem to be the narrator's.
    """
    kept = [statement for statement in record.statements if statement.confidence >= least]
    left_out = len(record.statements) - len(kept)
    others = [event.confidence for event in record.events] + [one.confidence for one in record.conditions]
    if not left_out and all(confidence >= least for confidence in others):
        return record, 0
    sure = {statement.id: statement for statement in relinked(kept)}
    return record.narrowed(
        statements=tuple(sure.values()),
        events=tuple(
            replace(event, asserted_by=sure[event.asserted_by.id]) if event.asserted_by else event
            for event in record.events
            if event.confidence >= least and (event.asserted_by is None or event.asserted_by.id in sure)
        ),
        conditions=tuple(
            replace(condition, statement=sure[condition.statement.id]) if condition.statement else condition
            for condition in record.conditions
            if condition.confidence >= least and (condition.statement is None or condition.statement.id in sure)
        ),
        disputes=tuple(
            replace(dispute, statements=tuple(sure[statement.id] for statement in dispute.statements))
            for dispute in record.disputes
            if all(statement.id in sure for statement in dispute.statements)
        ),
    ), left_out


def tell_left_out(count: int) -> str:
    """A few words on what was left out, or "" where nothing was."""
    return f"{count} unsure left out (--min-confidence 0 shows all)" if count else ""
