"""Old stores are brought up to date, newer ones are refused, and other people's databases are left alone."""

from __future__ import annotations

import gzip
import sqlite3
from pathlib import Path

import pytest
from recording_samples import road

import onrecord
from onrecord.errors import NotFound, SchemaTooNew, StoreError
from onrecord.recording.migrations import MIGRATIONS, NEWEST, migrate

OLD = Path(__file__).with_name("version-1.db.gz")


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "old.db"
    path.write_bytes(gzip.decompress(OLD.read_bytes()))
    return path


def schema_of(path):
    with sqlite3.connect(path) as connection:
        rows = connection.execute("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name").fetchall()
    connection.close()
    return rows


def test_a_store_of_version_1_is_brought_up_to_date_and_keeps_everything(old):
    with onrecord.Store(old) as store:
        assert (store.stats().schema, store.stats().counts["articles"], store.judgements()[0].verdict) == (
            NEWEST,
            3,
            "reject",
        )


def test_a_store_of_version_1_is_whole_afterwards(old):
    with onrecord.Store(old) as store:
        assert (store.check().faults, store.find("drone", speaker="duarte").total) == ((), 1)


def test_texts_of_a_store_of_version_1_are_compared_with_new_ones(old):
    with onrecord.Store(old) as store:
        store.put(road(url="https://mail.example/copy"))
        assert len(store.near_duplicates()) == 1


def test_an_old_store_ends_up_with_the_tables_of_a_new_one(old, tmp_path):
    for path in (old, tmp_path / "new.db"):
        onrecord.Store(path).close()
    assert schema_of(old) == schema_of(tmp_path / "new.db")


def test_a_store_of_version_1_may_be_opened_for_reading_alone(old):
    with onrecord.Store(old, create=False) as store:
        assert store.stats().schema == NEWEST


def test_versions_are_counted_without_a_gap():
    assert [number for number, _, _ in MIGRATIONS] == list(range(1, NEWEST + 1))


def test_a_migration_that_fails_leaves_the_store_as_it_was(old, monkeypatch):
    def fail(connection):
        connection.exec_driver_sql("CREATE TABLE half (id INTEGER)")
        raise StoreError("no")

    before = schema_of(old)
    monkeypatch.setattr("onrecord.recording.migrations.MIGRATIONS", ((1, "", None), (2, "fails", fail)))
    with pytest.raises(StoreError):
        onrecord.Store(old)
    assert schema_of(old) == before


def test_every_version_can_be_reached_from_nothing(place):
    with onrecord.Store(place) as store, store._database.writing() as connection:
        migrate(connection)  # there is nothing left to do
    with onrecord.Store(place) as store:
        assert store.stats().schema == NEWEST


def test_postgresql_can_rebuild_its_indexes_as_dumps_and_upkeep_do(make_database):
    with onrecord.Store(make_database()) as store:
        store.put(road())
        with store._database.writing() as connection:
            connection.exec_driver_sql("SET LOCAL search_path = ''")
            connection.exec_driver_sql("REINDEX TABLE public.passages")
        assert store.find("drone").total == 2


def test_a_newer_store_is_refused_with_the_remedy(place):
    with onrecord.Store(place) as store, store._database.writing() as connection:
        connection.exec_driver_sql(f"INSERT INTO migrations VALUES ({NEWEST + 5}, 'from the future', '2099-01-01')")
    with pytest.raises(SchemaTooNew, match=f"version {NEWEST + 5}.*install a newer onrecord"):
        onrecord.Store(place)


def test_two_processes_may_open_a_new_store_at_once(place):
    with onrecord.Store(place) as one, onrecord.Store(place) as two:
        one.put(road())
        assert two.stats().counts["articles"] == 1


@pytest.mark.parametrize("contents", [b"no database at all, only text of some length", b"\x00" * 4096])
def test_a_file_of_another_kind_is_no_store_and_stays_as_it_is(tmp_path, contents):
    path = tmp_path / "notes.txt"
    path.write_bytes(contents)
    with pytest.raises(StoreError, match="no store"):
        onrecord.Store(path)
    assert path.read_bytes() == contents


def test_a_database_of_something_else_is_left_alone(tmp_path):
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE birds (name)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="something else"):
        onrecord.Store(path)
    assert path.read_bytes() == before


def test_a_store_that_is_not_there_is_not_made_by_those_who_read(tmp_path):
    with pytest.raises(NotFound, match="no such store"):
        onrecord.Store(tmp_path / "typo.db", create=False)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["what?.db", "100%.db", "a b#c.db", "ärger.db"])
def test_a_file_may_have_any_name(tmp_path, name):
    with onrecord.Store(tmp_path / name) as store:
        store.put(road())
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(StoreError, match="folder"):
        onrecord.Store(tmp_path)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(StoreError, match="no folder"):
        onrecord.Store(tmp_path / "no" / "news.db")


@pytest.mark.parametrize(
    ("address", "said"),
    [("mysql://x@y/z", "SQLite file or on PostgreSQL"), ("postgresql://127.0.0.1:1/x?connect_timeout=2", "refused")],
)
def test_an_address_where_no_store_can_be_is_told(address, said):
    with pytest.raises(StoreError, match=said):
        onrecord.Store(address)


def test_passwords_are_not_told():
    with pytest.raises(StoreError) as caught:
        onrecord.Store("postgresql://ana:secret@127.0.0.1:1/x?connect_timeout=2")
    assert "secret" not in str(caught.value)
