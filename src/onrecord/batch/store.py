"""`onrecord.Store`: the store with what reads for it."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from onrecord.batch.adding import Adding
from onrecord.batch.updating import Updating
from onrecord.reading import ReadingOptions, check_date
from onrecord.reading.gathering import Gathering
from onrecord.recording import AddReport, Change, RecordStore
from onrecord.records import Article, Record

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from onrecord.batch.workers import ArticleReader


def make_reader(events: str | None = None) -> ArticleReader:
    """The reader of articles, for this process or another one.

    Args:
        events: a file with a user's own types of events.
    """
    from onrecord.pipeline import Reader

    return Reader(events=events)


def count_cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


class Store(RecordStore):
    """A store of articles with their records: one SQLite file, or a PostgreSQL database.

    with onrecord.Store("news.db") as store:
        store.add("articles/")
        for finding in store.find("ceasefire", act="deny"):
            print(finding.speaker, finding.text)
    """

    def add(
        self,
        *inputs: str | Path | Article | Record,
        jobs: int | None = None,
        columns: Mapping[str, str] | None = None,
        published: str | None = None,
        allow_private: bool = False,
        events: str | None = None,
        reader: Callable[[], ArticleReader] | None = None,
    ) -> AddReport:
        """Read articles and store their records. Those that are there already are not read again.

        Args:
            inputs: files, folders, patterns, archives or addresses, as for `onrecord add`; or articles and records.
            jobs: how many processes read; by default one a core.
            columns: for CSV files: which column holds "text", "title", "url", "publisher", "authors", "published" or
                "id".
            published: the date of all articles, ISO 8601.
            allow_private: fetch addresses inside private networks, too.
            events: a YAML file with types of events of your own.
            reader: makes another reader than onrecord's; a function of a module, which other processes can import.

        Returns:
            How many were added, revised, unchanged and refused, and why.

        Raises:
            StoreError: the store cannot be written; what was stored before stays.
            ValueError: `published` is no date, or `jobs` is less than 1.
        """
        makes = reader or partial(make_reader, events)
        options = ReadingOptions(allow_private=allow_private)
        date = check_date(published) if published else None
        places = [each for each in inputs if not isinstance(each, Article | Record)]
        gathering = Gathering(places, columns=columns, published=date, options=options)
        adding = Adding(self, gathering, make_reader=makes, jobs=jobs or count_cores())
        for _ in adding:
            pass
        self._add_values([each for each in inputs if isinstance(each, Article | Record)], makes, adding.report)
        return adding.report

    def update(self, *, jobs: int | None = None, reader: Callable[[], ArticleReader] | None = None) -> list[Change]:
        """Read again every article whose record was made by other steps or models than today's.

        Returns:
            What changed, for each article in which something did. Judgements stay.

        Raises:
            StoreError: the store cannot be read or written.
        """
        updating = Updating(self, make_reader=reader or make_reader, jobs=jobs or count_cores())
        return [change for change in updating if change is not None and not change.is_empty]

    def _add_values(
        self, values: list[Article | Record], makes: Callable[[], ArticleReader], report: AddReport
    ) -> None:
        reader: ArticleReader | None = None
        for value in values:
            steps: Mapping[str, str] = {}
            article = value.article if isinstance(value, Record) else value
            outcome = self.outcome_of(article)
            if outcome in ("added", "revised"):
                if not isinstance(value, Record):
                    reader = reader or makes()
                    value, steps = reader.read(value), reader.step_versions  # noqa: PLW2901 - read in its place
                outcome = self.put(value, steps=steps)
            setattr(report, outcome, getattr(report, outcome) + 1)
