"""The versions of the schema, each made from the one before in one transaction with its row in `migrations`.

A new store goes through all of them, so that old files and new ones end up the same. What a migration makes is frozen
once it is released: a later change to a table is a migration of its own. `tests/recording/version-1.db.gz` is a file as
version 1 left it.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import func, inspect, select

from onrecord.errors import SchemaTooNew, StoreError
from onrecord.recording.indexes import create_indexes, create_orders
from onrecord.recording.likeness import bands_of, signature_of
from onrecord.recording.schema import (
    FIRST_TABLES,
    SECOND_TABLES,
    articles,
    bands,
    metadata,
    migrations,
    revisions,
    signatures,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection


def _create_first(connection: Connection) -> None:
    metadata.create_all(connection, FIRST_TABLES, checkfirst=False)
    create_indexes(connection)


def _note_near_duplicates(connection: Connection) -> None:
    """Tables for near-duplicates and removals; the texts that are there get their signatures."""
    metadata.create_all(connection, SECOND_TABLES, checkfirst=False)
    current = select(revisions.c.id, revisions.c.text).where(revisions.c.is_current == 1)
    for id_, words in connection.execute(current).all():
        signature = signature_of(words)
        connection.execute(signatures.insert().values(revision_id=id_, signature=signature))
        if signature:
            connection.execute(bands.insert(), [{"band": band, "revision_id": id_} for band in bands_of(signature)])


MIGRATIONS: tuple[tuple[int, str, Callable[[Connection], None]], ...] = (
    (1, "articles, records, passages and their index", _create_first),
    (2, "near-duplicates, and what was removed", _note_near_duplicates),
    (3, "passages by their confidence, and those of longer times", create_orders),
)
NEWEST = MIGRATIONS[-1][0]


def read_version(connection: Connection) -> int:
    """The schema's version; 0 for an empty database.

    Raises:
        StoreError: the database holds tables, but not a store's.
    """
    names = set(inspect(connection).get_table_names())
    if migrations.name not in names:
        if names:
            raise StoreError("this is a database of something else, not a store of onrecord")
        return 0
    if articles.name not in names:
        raise StoreError("this is a database of something else, not a store of onrecord")
    return connection.execute(select(func.max(migrations.c.version))).scalar() or 0


def check_version(version: int) -> None:
    """Raise SchemaTooNew for a version that this onrecord does not know."""
    if version > NEWEST:
        raise SchemaTooNew(
            f"the store has tables of version {version}, this onrecord knows them up to {NEWEST}; "
            "install a newer onrecord"
        )


def migrate(connection: Connection, *, to: int = NEWEST) -> None:
    """Bring the schema to version `to`, inside the transaction that is open.

    Raises:
        StoreError: see `read_version`.
        SchemaTooNew: see `check_version`.
    """
    version = read_version(connection)
    check_version(version)
    for number, name, apply in MIGRATIONS:
        if version < number <= to:
            apply(connection)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            connection.execute(migrations.insert().values(version=number, name=name, applied=now))
