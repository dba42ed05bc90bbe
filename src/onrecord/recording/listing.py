"""The articles of a store in short, the one added last first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.recording.folding import holds
from onrecord.recording.identity import SHORT
from onrecord.recording.schema import articles, checks, disputes, makers, passages, revisions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

_OPENING = 300  # characters of the text, of which a page shows the first line


@dataclass(frozen=True, slots=True)
class ListedArticle:
    """An article in short.

    Attributes:
        number: by which lists go on: those added before it have lower ones.
        id: what the store knows it by, in short.
        published: ISO 8601, at the precision known; published_from as in the record.
        added: when it came into the store, ISO 8601 in UTC.
        opening: how its text begins, for articles without a title.
        counts: of its statements, events, conditions and disputes, and of its checks by severity.
    """

    number: int
    id: str
    title: str | None
    url: str | None
    publisher: str | None
    published: str | None
    added: str
    opening: str
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class RevisionFacts:
    """What is known of an article in a store besides its record.

    Attributes:
        id: what the store knows it by, in short.
        revision: 1, 2, …; revisions: how many there are.
        added, read: date-times in UTC: of the article, and of this record.
        origin: the file or address that it came from.
        steps: the versions of the steps that made the record, by name.
        anchors: by the keys of its statements, events and conditions ("s3"), what they are known by whatever model
            finds them; only of the current revision.
        record_digest: another for every other record.
    """

    id: str
    revision: int
    revisions: int
    added: str
    read: str
    origin: str | None
    steps: str
    anchors: dict[str, str]
    record_digest: str


def list_articles(
    connection: Connection,
    *,
    before: int | None,
    limit: int,
    publisher: str | None = None,
    title: str | None = None,
    least: float = 0.0,
) -> list[ListedArticle]:
    """Articles, the one added last first.

    Args:
        before: only those with lower numbers.
        publisher: only of this one; title: only those that have these words in their title, in any case.
        least: what is less sure is not counted.
    """
    opening = func.substr(revisions.c.text, 1, _OPENING).label("opening")
    wanted: list[Any] = [revisions.c.is_current == 1]
    if before is not None:
        wanted.append(revisions.c.article_id < before)
    if publisher:
        wanted.append(revisions.c.publisher == publisher)
    is_sqlite = connection.dialect.name == "sqlite"
    wanted += [holds(revisions.c.title, word, is_sqlite=is_sqlite) for word in (title or "").split()]
    own = (revisions.c.id.label("revision"), revisions.c.title, revisions.c.publisher, revisions.c.published, opening)
    rows = connection.execute(
        select(articles.c.id, articles.c.digest, articles.c.url, articles.c.added, *own)
        .join(revisions)
        .where(*wanted)
        .order_by(revisions.c.article_id.desc())  # by which there is an index; SQLite sorted them all by the other's
        .limit(limit)
    ).all()
    counts = _counts(connection, [row.revision for row in rows], least)
    return [
        ListedArticle(
            row.id,
            row.digest[:SHORT],
            row.title,
            row.url,
            row.publisher,
            row.published,
            row.added,
            row.opening,
            counts.get(row.revision, Counter()),
        )
        for row in rows
    ]


def _counts(connection: Connection, ids: Sequence[int], least: float) -> dict[int, Counter[str]]:
    """How many statements, events, conditions, disputes and checks of each severity these revisions have."""
    counts: dict[int, Counter[str]] = {id_: Counter() for id_ in ids}
    queries = (
        select(passages.c.revision_id, passages.c.kind, func.count())
        .where(passages.c.revision_id.in_(ids), passages.c.confidence >= least)
        .group_by(passages.c.revision_id, passages.c.kind),
        select(checks.c.revision_id, checks.c.severity, func.count())
        .where(checks.c.revision_id.in_(ids))
        .group_by(checks.c.revision_id, checks.c.severity),
    )
    for query in queries:
        for revision, kind, number in connection.execute(query):
            counts[revision][kind] = number
    disputed = select(disputes.c.revision_id, func.count()).where(disputes.c.revision_id.in_(ids))
    for revision, number in connection.execute(disputed.group_by(disputes.c.revision_id)):
        counts[revision]["dispute"] = number
    return counts


def read_facts(connection: Connection, row: Any) -> RevisionFacts:
    """What is known of the article of a revision's row; see `looking_up.find_revision`."""
    added, origin = connection.execute(
        select(articles.c.added, articles.c.origin).where(articles.c.id == row.article_id)
    ).one()
    count = select(func.count()).select_from(revisions).where(revisions.c.article_id == row.article_id)
    keyed = select(passages.c.key, passages.c.anchor).where(passages.c.revision_id == row.id)
    return RevisionFacts(
        row.digest[:SHORT],
        row.number,
        connection.scalar(count) or 0,
        added,
        row.read,
        origin,
        connection.scalar(select(makers.c.steps).where(makers.c.id == row.maker_id)) or "{}",
        {row.key: row.anchor for row in connection.execute(keyed)},
        row.record_digest,
    )
