"""The store: records in, findings out. One object for a SQLite file or a PostgreSQL database."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Self

from sqlalchemy import delete, func, insert, select, text

from onrecord.errors import StoreError
from onrecord.recording.catalogue import Catalogue
from onrecord.recording.checking import check
from onrecord.recording.counting import count
from onrecord.recording.engines import APPLICATION_ID, Database
from onrecord.recording.frames import FRAMES, read_frame
from onrecord.recording.identity import SHORT, article_digest
from onrecord.recording.judging import Judgement, add_judgement, list_judgements
from onrecord.recording.looking_up import find_article, find_revision
from onrecord.recording.migrations import NEWEST, check_version, migrate, read_version
from onrecord.recording.packing import unpack, unpack_record
from onrecord.recording.queries import Query
from onrecord.recording.reports import Refusal
from onrecord.recording.rows import RecordRows, make_rows, maker_row
from onrecord.recording.schema import articles, makers, near_duplicates, refusals, removals, revisions
from onrecord.recording.searching import search
from onrecord.recording.writing import Outcome, find_stored, now, put_record, remove_article, replace_record

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

    import pandas as pd
    from sqlalchemy import Connection

    from onrecord.recording.findings import Findings
    from onrecord.recording.reports import CheckReport, Stats
    from onrecord.records import Article, Maker, Record

_PAGE = 200  # records fetched at a time


class RecordStore:
    """Articles with their records, kept in one database.

    One process writes at a time, others wait; any number read. What is added goes in whole or not at all.

    Attributes:
        catalogue: lists, counts and profiles, as pages show them.

    Args:
        place: the path of a SQLite file, or "postgresql://user@host/name".
        create: make the store where there is none.
        wait: seconds to wait while another process writes.

    Raises:
        NotFound: there is no store at `place`, and none is to be made.
        SchemaTooNew: it was made by a newer onrecord.
        StoreError: it cannot be opened, or is something else.
    """

    def __init__(self, place: str | Path, *, create: bool = True, wait: float = 30.0) -> None:
        self._database = Database(place, create=create, wait=wait)
        self.catalogue = Catalogue(self._database)
        try:
            self._prepare(create=create)
        except BaseException:
            self._database.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self._database.close()

    @property
    def name(self) -> str:
        """The store's path or address, without a password."""
        return self._database.name

    # Writing

    def put(
        self, record: Record | RecordRows, *, origin: str | None = None, steps: Mapping[str, str] | None = None
    ) -> Outcome:
        """Store a record, unless its article is there with the same text or was removed.

        Args:
            record: the record, or its rows where another process has made them.
            origin: the name of the file or address that the article came in; part of what it is known by where it has
                a given id and no address.
            steps: the versions of the steps that made the record.

        Returns:
            "added", "revised" (the text at its address has changed; the old one is kept), "unchanged" or "removed".

        Raises:
            StoreError: it cannot be written; nothing of it is.
        """
        rows = record if isinstance(record, RecordRows) else make_rows(record, steps)
        with self._database.writing() as connection:
            return put_record(connection, rows, origin)

    def outcome_of(self, article: Article, origin: str | None = None) -> Outcome:
        """What putting a record of `article` would come to; nothing is written."""
        with self._database.reading() as connection:
            return find_stored(connection, article, origin)[1]

    def refuse(self, refusal: Refusal) -> None:
        """Note an input that could not become an article; what was noted of the same source before is replaced."""
        with self._database.writing() as connection:
            same = (refusals.c.input == refusal.input) & (refusals.c.source == refusal.source)
            connection.execute(delete(refusals).where(same))
            connection.execute(insert(refusals), asdict(refusal) | {"met": now()})

    def forget_refusals(self, input_: str, *, but: Collection[str] = ()) -> None:
        """Drop the refusals of an input that was read to its end, but those of some sources."""
        with self._database.writing() as connection:
            known = connection.execute(select(refusals.c.id, refusals.c.source).where(refusals.c.input == input_)).all()
            for id_, source in known:
                if source not in but:
                    connection.execute(delete(refusals).where(refusals.c.id == id_))

    def remove(self, *names: str, reason: str = "") -> list[str]:
        """Take articles out: all revisions, records, judgements, and what the index and free pages hold of them.

        Only digests of their addresses or texts stay, so that adding them again leaves them out. The file is written
        anew, which takes a while for a large one, and room for another of its size.

        Args:
            names: their ids, addresses or given ids.
            reason: why, for the books.

        Returns:
            The articles' short ids.

        Raises:
            NotFound: there is no such article; none was taken out.
            StoreError: a name can mean several, or the store cannot be written.
        """
        removed = []
        with self._database.writing() as connection:
            for name in names:
                article = find_article(connection, name)
                digest = connection.scalar(select(articles.c.digest).where(articles.c.id == article)) or ""
                remove_article(connection, article, reason)
                removed.append(str(digest)[:SHORT])
        if self._database.is_sqlite:
            try:
                self._clean()
            except StoreError as error:
                told = f"taken out, but words of them may be left in the file's free pages: {error}"
                raise StoreError(f"{', '.join(removed)}: {told}; VACUUM in the sqlite3 shell cleans them") from error
        return removed

    def _clean(self) -> None:
        """Write the file without what was deleted."""
        with self._database.outside_transactions() as connection:
            # An index of words keeps those of deleted rows until its parts are merged, and a file its free pages.
            connection.execute(text("INSERT INTO passages_index (passages_index) VALUES ('optimize')"))
            connection.execute(text("VACUUM"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def readmit(self, article: Article, origin: str | None = None) -> None:
        """Let an article that was removed be added again."""
        with self._database.writing() as connection:
            connection.execute(delete(removals).where(removals.c.digest == article_digest(article, origin)))

    def judge(
        self,
        name: str,
        key: str,
        verdict: str,
        *,
        person: str,
        field: str | None = None,
        value: Any = None,
        note: str = "",
    ) -> None:
        """Write down what a person says of a statement, event or condition; the machine's values stay as they are.

        Args:
            name: the article's id, address or given id.
            key: the passage's id in its record, as "s3".
            verdict: "confirm", "reject" or "correct".
            person: whose word it is.
            field, value: for "correct", which field is wrong and what is right.
            note: anything else.

        Raises:
            NotFound: there is no such article or passage.
            ValueError: the verdict is none, or a correction does not say of what.
        """
        with self._database.writing() as connection:
            row = find_revision(connection, name, None)
            judgement = Judgement(row.digest[:SHORT], key, verdict, person, field=field, value=value, note=note)
            add_judgement(connection, row.id, judgement)

    # Reading

    def find(
        self, words: str = "", *, limit: int | None = 20, offset: int = 0, order: str = "best", **filters: Any
    ) -> Findings:
        """Find statements, events and conditions.

        Args:
            words: all must stand in the passage or its names; "in quotation marks" next to each other; "begin*".
            limit: how many to give, after the first `offset`; None for all.
            order: "best", "newest", "oldest" or "surest".
            filters: the fields of `Query`: kind, speaker, actor, recipient, person, party, part, place, country, act,
                quotation, type, mode, context, status, condition, since, until, publisher, least.

        Raises:
            TypeError: there is no such filter.
            ValueError: a filter's value cannot be.
            StoreError: the words hold no word, or the database cannot be read.
        """
        query = Query(words=words, **filters)
        with self._database.reading() as connection:
            return search(connection, query, limit=limit, offset=offset, order=order)

    def record(self, name: str, *, revision: int | None = None) -> Record:
        """The record of one article.

        Args:
            name: its id (or the beginning of it), address, given id, or the digest of its text.
            revision: 1, 2, …; the newest by default.

        Raises:
            NotFound: there is no such article or revision.
            StoreError: the name can mean several, or the record is damaged.
        """
        with self._database.reading() as connection:
            row = find_revision(connection, name, revision)
            return unpack_record(row.record, row.record_digest, row.text)

    def records(self) -> Iterator[Record]:
        """The current records of all articles, in the order in which the articles came."""
        for row in self._revisions():
            yield unpack_record(row.record, row.record_digest, row.text)

    def dicts(self) -> Iterator[dict[str, Any]]:
        """The same as `Record.to_dict` gives them, without the time that checking them takes."""
        for row in self._revisions():
            yield unpack(row.record, row.record_digest, row.text)

    def frame(self, kind: str) -> pd.DataFrame:
        """A pandas table of all "articles", "statements", "events", "conditions", "entities" or "refusals".

        Raises:
            StoreError: pandas is not there, or the database cannot be read.
            ValueError: `kind` is none of these.
        """
        if kind not in FRAMES:
            raise ValueError(f"kind must be one of {', '.join(FRAMES)}, not {kind!r}")
        with self._database.reading() as connection:
            return read_frame(connection, kind)

    def refusals(self) -> list[Refusal]:
        """What could not be read, in the order in which it was met."""
        with self._database.reading() as connection:
            rows = connection.execute(select(refusals).order_by(refusals.c.id)).mappings()
            return [Refusal(**{name: row[name] for name in Refusal.__slots__}) for row in rows]

    def judgements(self) -> list[Judgement]:
        """What people said of records, oldest first."""
        with self._database.reading() as connection:
            return list_judgements(connection)

    def near_duplicates(self) -> list[tuple[str, str, float]]:
        """Pairs of articles whose texts are nearly equal, the older first, with the share that they have in common."""
        older, newer = articles.alias(), articles.alias()
        query = (
            select(older.c.digest, newer.c.digest, near_duplicates.c.likeness)
            .join(older, older.c.id == near_duplicates.c.article_id)
            .join(newer, newer.c.id == near_duplicates.c.other_id)
            .order_by(near_duplicates.c.article_id, near_duplicates.c.other_id)
        )
        with self._database.reading() as connection:
            return [(one[:SHORT], other[:SHORT], share) for one, other, share in connection.execute(query)]

    def count_near_duplicates(self) -> int:
        """How many pairs of articles are nearly equal."""
        with self._database.reading() as connection:
            return connection.scalar(select(func.count()).select_from(near_duplicates)) or 0

    def stats(self) -> Stats:
        """What is in the store."""
        with self._database.reading() as connection:
            return count(connection)

    def check(self, *, tick: Callable[[], None] = lambda: None) -> CheckReport:
        """Prove the store whole: the file, its indexes, every record against its text and its rows.

        Args:
            tick: called once an article, for progress.
        """
        with self._database.reading() as connection:
            return check(connection, tick=tick)

    # Reading again

    def outdated(self, maker: Maker, steps: Mapping[str, str]) -> list[int]:
        """The numbers of current revisions whose records were made by something else than this."""
        digest = maker_row(maker, steps)["digest"]
        query = (
            select(revisions.c.id)
            .join(makers, makers.c.id == revisions.c.maker_id)
            .where(revisions.c.is_current == 1, makers.c.digest != digest)
            .order_by(revisions.c.id)
        )
        with self._database.reading() as connection:
            return list(connection.scalars(query))

    def revision(self, number: int) -> tuple[str, Record]:
        """The article's short id and the record of the revision with this number."""
        with self._database.reading() as connection:
            query = select(revisions, articles.c.digest).join(articles).where(revisions.c.id == number)
            row = connection.execute(query).first()
            if row is None:
                raise StoreError(f"revision {number} is gone; another process has removed it")
            return row.digest[:SHORT], unpack_record(row.record, row.record_digest, row.text)

    def replace(self, number: int, rows: RecordRows) -> None:
        """Put a new record in the place of a revision's; judgements stay."""
        with self._database.writing() as connection:
            is_there = select(revisions.c.id).where(revisions.c.id == number, revisions.c.is_current == 1)
            if connection.scalar(is_there) is not None:
                replace_record(connection, rows, number)

    # Within

    def _revisions(self) -> Iterator[Any]:
        """Rows of current revisions, a page at a time, so that no reader holds the database for long."""
        last = 0
        while True:
            query = select(revisions).where(revisions.c.is_current == 1, revisions.c.id > last).order_by(revisions.c.id)
            with self._database.reading() as connection:
                rows = connection.execute(query.limit(_PAGE)).all()
            if not rows:
                return
            yield from rows
            last = rows[-1].id

    def _prepare(self, *, create: bool) -> None:
        """Make the tables, or bring them up to date, or say why not."""
        with self._database.reading() as connection:
            version = self._read_version(connection)
        if version == NEWEST:
            return
        if version == 0 and not create:
            raise StoreError(f"{self.name}: this is an empty database, no store; onrecord add makes one")
        if self._database.is_sqlite:
            with self._database.outside_transactions() as connection:
                connection.execute(text("PRAGMA journal_mode = WAL"))
                connection.execute(text(f"PRAGMA application_id = {APPLICATION_ID}"))
        with self._database.writing() as connection:
            migrate(connection)

    def _read_version(self, connection: Connection) -> int:
        try:
            version = read_version(connection)
            check_version(version)
        except StoreError as error:
            raise type(error)(f"{self.name}: {error}") from None
        return version
