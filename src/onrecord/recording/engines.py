"""Opening a database: a SQLite file by its path, PostgreSQL by its address; one transaction at a time that writes."""

from __future__ import annotations

import os
import re
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import NullPool

from onrecord.errors import NotFound, StoreError
from onrecord.recording.folding import LOWER, lowered

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Hashable, Iterator

    from sqlalchemy import Connection

APPLICATION_ID = 0x6F6E7265  # "onre": what `file` and a glance at the header know a store by
_WRITERS_LOCK = 0x6F6E7265  # the number of the lock that writers share on PostgreSQL
_SCHEME = re.compile(r"[a-z][a-z0-9+]*://", re.I)
_PASSWORD = re.compile(r"//[^/@]*@")
_CACHE_KB = 16_384  # of each connection; pages served have some fifteen
_MAPPED = 1 << 30  # bytes of the file that are read through the system's own cache, which all connections share


class Database:
    """A database that holds a store.

    Args:
        place: a path, or an address "postgresql://user@host/name".
        create: make the file where there is none.
        wait: seconds to wait for another process that is writing.

    Raises:
        NotFound: there is no such file, and it is not to be made.
        StoreError: it cannot be opened.
    """

    def __init__(self, place: str | Path, *, create: bool, wait: float) -> None:
        self.is_sqlite = not (isinstance(place, str) and _SCHEME.match(place))
        self.name = _PASSWORD.sub("//…@", str(place))
        self.path = Path(place) if self.is_sqlite else None
        if self.path is not None:
            self._check_file(self.path, create=create)
            self._engine = _open_sqlite(self.path, wait)
        else:
            self._engine = _open_postgresql(str(place), wait)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def state(self) -> Hashable:
        """Another value after every change, by whichever process."""
        if self.path is None:
            with self.reading() as connection:
                return str(connection.scalar(text("SELECT pg_current_wal_insert_lsn()")))
        told = []
        for path in (self.path, self.path.with_name(self.path.name + "-wal")):
            with suppress(FileNotFoundError):
                about = path.stat()
                told += [about.st_mtime_ns, about.st_size]
        return tuple(told)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the store throughout.

        Raises:
            StoreError: the database says no.
        """
        with self._told(), self._engine.connect() as connection:
            if self.is_sqlite:
                connection.exec_driver_sql("BEGIN")
            else:
                connection.execute(text("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"))
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction that writes; all of it is kept, or after an error nothing. Others that write wait.

        Raises:
            StoreError: the database says no, as where the disk is full or another process writes for too long.
        """
        with self._told(), self._engine.connect() as connection:
            if self.is_sqlite:
                # pysqlite would begin at the first insert, and what was read before could have changed by then.
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": _WRITERS_LOCK})
            yield connection
            connection.commit()

    @contextmanager
    def outside_transactions(self) -> Iterator[Connection]:
        """A connection for what no transaction may hold, such as VACUUM."""
        with self._told(), self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except DBAPIError as error:
            raise StoreError(f"{self.name}: {_tell(error)}") from error
        except SQLAlchemyError as error:
            raise StoreError(f"{self.name}: {error}") from error
        except (OverflowError, UnicodeError) as error:  # a number or half a character that it has no room for
            raise StoreError(f"{self.name}: {error}") from error

    def _check_file(self, path: Path, *, create: bool) -> None:
        if path.is_dir():
            raise StoreError(f"{path}: this is a folder; name a file for the store")
        if not path.exists():
            if not create:
                raise NotFound(f"{path}: there is no such store; onrecord add makes one")
            if not path.absolute().parent.is_dir():
                raise StoreError(f"{path}: there is no folder {path.parent}")
            return
        if not os.access(path, os.R_OK):
            raise StoreError(f"{path}: you may not read this file")
        with path.open("rb") as file:
            head = file.read(16)
        if head and head != b"SQLite format 3\0":
            raise StoreError(f"{path}: this is no store; name a new file, or one that onrecord add has made")


def _open_sqlite(path: Path, wait: float) -> Engine:
    # SQLAlchemy's own way to begin transactions is turned off: they begin in `writing`, at once.
    engine = create_engine(
        URL.create("sqlite", database=str(path.absolute())),
        connect_args={"timeout": wait, "isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def set_up(connection: sqlite3.Connection, _record: Any) -> None:
        connection.execute(f"PRAGMA busy_timeout = {int(wait * 1000)}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")  # a power cut loses nothing that was said to be added
        connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        connection.execute(f"PRAGMA mmap_size = {_MAPPED}")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.create_function(LOWER, 1, lowered, deterministic=True)

    return engine


def _open_postgresql(address: str, wait: float) -> Engine:
    try:
        url = make_url(address)
    except ArgumentError:
        raise StoreError(f"{_PASSWORD.sub('//…@', address)}: this is no address of a database") from None
    if url.get_backend_name() != "postgresql":
        raise StoreError(f"{url.drivername}: a store lies in a SQLite file or on PostgreSQL (postgresql://…)")
    try:
        engine = create_engine(url.set(drivername="postgresql+psycopg"), poolclass=NullPool)
    except (ImportError, NoSuchModuleError):
        remedy = "run pip install 'onrecord[postgres]'"
        raise StoreError(f"PostgreSQL needs the package psycopg; {remedy}") from None

    @event.listens_for(engine, "connect")
    def set_up(connection: Any, _record: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute(f"SET lock_timeout = {int(wait * 1000)}")
        connection.commit()

    return engine


def _tell(error: DBAPIError) -> str:
    """What the database says, in words that help."""
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    low = said.lower()
    if "locked" in low or "lock timeout" in low:
        return "another process is writing to it; try again when it is done"
    if "disk is full" in low or "no space left" in low:
        return "the disk is full; what was added before is kept"
    if "disk i/o error" in low:
        return "the disk cannot be written (I/O error); what was added before is kept"
    if "readonly" in low or "read-only" in low:
        return "it may only be read"
    if "unable to open" in low:
        return "it cannot be opened; check the folder and its permissions"
    if "malformed" in low or "not a database" in low:
        return "the file is damaged; onrecord check-store tells more"
    return said
