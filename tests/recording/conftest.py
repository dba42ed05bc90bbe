"""Stores to test on: every test that takes `store` runs on SQLite and on PostgreSQL."""

from __future__ import annotations

import itertools
from contextlib import ExitStack

import postgres
import pytest
from sqlalchemy import create_engine, text

import onrecord
from onrecord.recording.schema import metadata

_numbers = itertools.count()


@pytest.fixture(scope="session")
def server():
    """The address of a PostgreSQL as long as the tests run; None and the reason where there is none."""
    with ExitStack() as stack:
        try:
            address = stack.enter_context(postgres.running())
        except postgres.NoPostgresError as error:
            yield None, str(error)
            return
        yield address, ""


@pytest.fixture(scope="session")
def make_database(server):
    """Makes empty databases."""
    address, why = server
    if address is None:
        yield lambda: pytest.skip(f"the store is not tested on PostgreSQL: {why}")
        return
    url = f"{address}/postgres".replace("postgresql:", "postgresql+psycopg:")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")

    def make():
        name = f"test{next(_numbers)}"
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        return f"{address}/{name}"

    yield make
    engine.dispose()


@pytest.fixture(scope="session")
def common_database(make_database):
    """One database for all tests that are content with tables emptied."""
    return make_database()


@pytest.fixture(params=["sqlite", "postgresql"])
def place(request, tmp_path):
    """Where a store can be made."""
    if request.param == "sqlite":
        return str(tmp_path / "news.db")
    return request.getfixturevalue("make_database")()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    """An empty store."""
    if request.param == "sqlite":
        with onrecord.Store(tmp_path / "news.db") as opened:
            yield opened
        return
    with onrecord.Store(request.getfixturevalue("common_database")) as opened:
        names = ", ".join(table.name for table in metadata.sorted_tables if table.name != "migrations")
        with opened._database.writing() as connection:
            connection.execute(text(f"TRUNCATE {names}"))
        yield opened


@pytest.fixture
def file(tmp_path):
    """An empty store in a SQLite file."""
    with onrecord.Store(tmp_path / "news.db") as opened:
        yield opened
