"""`onrecord.Store`: adding of whatever is given, and reading again."""

from __future__ import annotations

from light_reader import make_light_reader, make_newer_reader
from recording_samples import ROAD, TALKS, road

import onrecord
from onrecord.reading import make_article


def test_folders_articles_and_records_can_be_added_together(tmp_path):
    (tmp_path / "talks.txt").write_text(TALKS)
    article = make_article(f"{ROAD} It was so.", url="https://x.example/1")
    with onrecord.Store(tmp_path / "news.db") as store:
        report = store.add(tmp_path / "talks.txt", article, road(), jobs=1, reader=make_light_reader)
        again = store.add(tmp_path / "talks.txt", article, road(), jobs=1, reader=make_light_reader)
        assert (report.added, again.added, again.unchanged) == (3, 0, 3)


def test_what_was_read_knows_what_read_it(tmp_path):
    with onrecord.Store(tmp_path / "news.db") as store:
        store.add(make_article(ROAD), reader=make_light_reader)
        reader = make_light_reader()
        assert store.outdated(reader.maker, reader.step_versions) == []


def test_near_duplicates_are_counted(tmp_path):
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text(f"{ROAD} ({name})")
    with onrecord.Store(tmp_path / "news.db") as store:
        assert store.add(tmp_path, jobs=1, reader=make_light_reader).near_duplicates == 1


def test_a_published_date_is_given_to_all(tmp_path):
    (tmp_path / "talks.txt").write_text(TALKS)
    with onrecord.Store(tmp_path / "news.db") as store:
        store.add(tmp_path, published="2031-04", jobs=1, reader=make_light_reader)
        assert [record.article.published for record in store.records()] == ["2031-04"]


def test_an_update_leaves_other_articles_alone(tmp_path):
    with onrecord.Store(tmp_path / "news.db") as store:
        store.add(make_article(ROAD), reader=make_newer_reader)
        store.add(make_article(TALKS), reader=make_light_reader)
        before = [record.onrecord for record in store.records()]
        assert (store.update(jobs=1, reader=make_newer_reader), store.check().faults, len(before)) == ([], (), 2)
