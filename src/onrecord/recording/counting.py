"""What is in a store, in numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, cast, func, select, text

from onrecord.recording.migrations import read_version
from onrecord.recording.reports import Stats
from onrecord.recording.schema import (
    articles,
    conditions,
    entities,
    events,
    judgements,
    makers,
    near_duplicates,
    parties,
    refusals,
    revisions,
    statements,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

_MOST_LISTED = 10
_COUNTED = {
    "articles": articles,
    "revisions": revisions,
    "statements": statements,
    "events": events,
    "conditions": conditions,
    "entities": entities,
    "near_duplicates": near_duplicates,
    "judgements": judgements,
    "refusals": refusals,
}


def count(connection: Connection) -> Stats:
    """Count everything."""
    current = revisions.c.is_current == 1
    dates = select(
        func.min(revisions.c.published),
        func.max(revisions.c.published),
        func.count() - func.count(revisions.c.published),
    ).where(current)
    first, last, undated = connection.execute(dates).one()
    speakers = (
        select(entities.c.name, func.count().label("number"))
        .join(parties, parties.c.entity_id == entities.c.id)
        .where(parties.c.part == "speaker", entities.c.is_named == 1)
        .group_by(entities.c.name)
    )
    types = select(events.c.type, func.count().label("number")).group_by(events.c.type)
    publishers = select(revisions.c.publisher, func.count().label("number")).where(
        current, revisions.c.publisher.is_not(None)
    )
    reasons = select(refusals.c.reason, func.count().label("number")).group_by(refusals.c.reason)
    versions = (
        select(makers.c.version, func.count().label("number"))
        .join(revisions, revisions.c.maker_id == makers.c.id)
        .where(current)
        .group_by(makers.c.version)
    )
    as_bytes = func.octet_length if connection.dialect.name == "postgresql" else _length_in_bytes
    return Stats(
        counts={name: connection.scalar(select(func.count()).select_from(t)) or 0 for name, t in _COUNTED.items()},
        first=first,
        last=last,
        undated=undated,
        speakers=_top(connection, speakers),
        types=_top(connection, types),
        publishers=_top(connection, publishers.group_by(revisions.c.publisher)),
        refused=dict(_top(connection, reasons)),
        makers=_top(connection, versions),
        text_bytes=connection.scalar(select(func.sum(as_bytes(revisions.c.text))).where(current)) or 0,
        stored_bytes=_size(connection),
        schema=read_version(connection),
    )


def _length_in_bytes(column: Any) -> Any:
    return func.length(cast(column, LargeBinary))


def _top(connection: Connection, query: Select[Any]) -> tuple[tuple[str, int], ...]:
    ordered = query.order_by(text("number DESC"), query.selected_columns[0]).limit(_MOST_LISTED)
    return tuple((str(name), int(number)) for name, number in connection.execute(ordered))


def _size(connection: Connection) -> int:
    if connection.dialect.name == "postgresql":
        return int(connection.scalar(text("SELECT pg_database_size(current_database())")) or 0)
    pages, size = (connection.scalar(text(f"PRAGMA {name}")) or 0 for name in ("page_count", "page_size"))
    return int(pages * size)
