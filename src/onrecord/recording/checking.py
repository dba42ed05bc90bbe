"""Proof that a store is whole: the database's own checks, then every record against its text and its rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, select, text
from sqlalchemy.exc import SQLAlchemyError

from onrecord.errors import StoreError
from onrecord.recording.identity import SHORT, text_digest
from onrecord.recording.packing import unpack_record
from onrecord.recording.reports import CheckReport
from onrecord.recording.rows import make_rows
from onrecord.recording.schema import articles, passages, revisions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from sqlalchemy import Connection

_MOST_FAULTS = 100


def check(connection: Connection, *, tick: Callable[[], None] = lambda: None) -> CheckReport:
    """Look at everything that is stored.

    Args:
        tick: called once an article.
    """
    faults: list[str] = []
    looked = 0
    try:
        faults += _check_database(connection)
        for fault in _check_revisions(connection):
            if fault is None:
                looked += 1
                tick()
            elif len(faults) < _MOST_FAULTS:
                faults.append(fault)
    except (SQLAlchemyError, UnicodeError) as error:  # the file is damaged where it was read
        faults.append(f"the database cannot be read to its end: {str(getattr(error, 'orig', error)).splitlines()[0]}")
    return CheckReport(looked, tuple(faults))


def _check_database(connection: Connection) -> Iterator[str]:
    if connection.dialect.name != "sqlite":
        return
    for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
        if line != "ok":
            yield f"the file is damaged: {line}"
    for table, row, *_ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} belongs to nothing"
    unindexed = connection.execute(
        text("SELECT (SELECT count(*) FROM passages) - (SELECT count(*) FROM passages_index_docsize)")
    ).scalar()
    if unindexed:
        yield f"the full-text index and the passages differ by {unindexed}"


def _check_revisions(connection: Connection) -> Iterator[str | None]:
    """A line for each fault, and None for each article looked at."""
    current = select(func.sum(revisions.c.is_current)).where(revisions.c.article_id == articles.c.id).scalar_subquery()
    for digest, number in connection.execute(select(articles.c.digest, current)):
        if number != 1:
            yield f"article {digest[:SHORT]} has {number or 0} current revisions"
    ids = connection.scalars(select(revisions.c.id).order_by(revisions.c.id)).all()
    for id_ in ids:  # one at a time: all texts would not fit into memory
        row = connection.execute(select(revisions, articles.c.digest).join(articles).where(revisions.c.id == id_)).one()
        name = f"article {row.digest[:SHORT]}, revision {row.number}"
        yield from (f"{name}: {fault}" for fault in _check_revision(connection, row))
        if row.is_current:
            yield None


def _check_revision(connection: Connection, row: Any) -> Iterator[str]:
    if text_digest(row.text) != row.text_digest:
        yield "the text is not the one that was added"
        return
    try:
        record = unpack_record(row.record, row.record_digest, row.text)
    except StoreError as error:
        yield str(error)
        return
    made = make_rows(record)
    wanted = {each.passage["key"]: each.passage["anchor"] for each in made.passages} if row.is_current else {}
    stored = select(passages.c.key, passages.c.anchor).where(passages.c.revision_id == row.id)
    if {row.key: row.anchor for row in connection.execute(stored)} != wanted:
        yield "what can be found is not what the record holds"
