"""Reading again what older steps or models have read, and telling what that changes."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.batch.workers import Workers
from onrecord.recording import Change, RecordRows, make_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.batch.workers import ArticleReader
    from onrecord.recording import RecordStore
    from onrecord.records import Article, Record

_Key = tuple[str, str]  # kind and anchor


class Updating:
    """One run of reading again. What it has replaced stays, wherever it is stopped.

    Attributes:
        total: how many articles were read by something older.
        failed: why some could not be read again, by article; their old records stay.
    """

    def __init__(self, store: RecordStore, *, make_reader: Callable[[], ArticleReader], jobs: int) -> None:
        self._store = store
        self._workers: Workers[tuple[int, str, Record]] = Workers(make_reader, jobs)
        reader = make_reader()
        self._revisions = store.outdated(reader.maker, reader.step_versions)
        self.total = len(self._revisions)
        self.failed: dict[str, str] = {}

    def __iter__(self) -> Iterator[Change | None]:
        """What reading each article again changed; None where it could not be read.

        Raises:
            StoreError: the store cannot be read or written.
        """
        for (number, article, old), read in self._workers.read(self._articles()):
            if isinstance(read, RecordRows):
                self._store.replace(number, read)
                yield compare(article, make_rows(old), read)
            else:
                self.failed[article] = str(read)
                yield None

    def _articles(self) -> Iterator[tuple[tuple[int, str, Record], Article]]:
        for number in self._revisions:
            short, record = self._store.revision(number)
            yield (number, short, record), _as_it_came(record.article)


def _as_it_came(article: Article) -> Article:
    """The article without what a step inferred."""
    if article.published_from == "inferred":
        return replace(article, published=None, published_from=None, published_why=None)
    return article


def compare(article: str, old: RecordRows, new: RecordRows) -> Change:
    """What is in one record and not in the other, passage by passage."""
    before, after = _told(old), _told(new)
    gained = Counter(kind for kind, anchor in after.keys() - before.keys())
    lost = Counter(kind for kind, anchor in before.keys() - after.keys())
    changed = sum(before[key] != after[key] for key in before.keys() & after.keys())
    return Change(article, new.article.title, dict(gained), dict(lost), changed)


def _told(rows: RecordRows) -> dict[_Key, object]:
    """What each passage says but for its confidence and the numbers of its neighbours, by kind and anchor."""
    told: dict[_Key, object] = {}
    for each in rows.passages:
        said = {name: each.passage[name] for name in ("text", "speaker", "actor", "recipient", "place", "date")}
        detail = {name: value for name, value in each.detail.items() if name not in _REFERENCES}
        told[each.passage["kind"], each.passage["anchor"]] = (said, detail)
    return told


_REFERENCES = ("nested_in", "asserted_by", "statement")
