"""Rows into tables. Everything here runs inside one transaction that its caller has open."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Literal

from sqlalchemy import delete, func, insert, select, update

from onrecord.recording.identity import article_digest, text_digest
from onrecord.recording.likeness import NEAR, likeness
from onrecord.recording.schema import (
    appearances,
    articles,
    bands,
    checks,
    conditions,
    disputes,
    entities,
    events,
    locations,
    makers,
    near_duplicates,
    parties,
    passages,
    removals,
    revisions,
    signatures,
    statements,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Table

    from onrecord.recording.rows import RecordRows, Row
    from onrecord.records import Article

Outcome = Literal["added", "revised", "unchanged", "removed"]

_DETAILS = {"statement": statements, "event": events, "condition": conditions}
_MOST_COMPARED = 50  # texts that share a band; boilerplate may be shared by thousands
_CHUNK = 500  # parameters of one query; SQLite once allowed no more than 999


def now() -> str:
    """The moment, as the store writes it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


def find_stored(connection: Connection, article: Article, origin: str | None) -> tuple[int | None, Outcome]:
    """The stored article that this one is, and what adding it would come to."""
    digest, of_text = article_digest(article, origin), text_digest(article.text)
    if connection.scalar(select(removals.c.digest).where(removals.c.digest == digest)):
        return None, "removed"
    stored = connection.scalar(select(articles.c.id).where(articles.c.digest == digest))
    if stored is None and article.given_id and not article.url:
        # the same text with the same id, from a file of another name
        same = articles.join(revisions, revisions.c.article_id == articles.c.id)
        query = select(articles.c.id).select_from(same).where(revisions.c.text_digest == of_text)
        stored = connection.scalar(query.where(articles.c.given_id == article.given_id, articles.c.url.is_(None)))
    if stored is None:
        return None, "added"
    known = select(revisions.c.id).where(revisions.c.article_id == stored, revisions.c.text_digest == of_text)
    return stored, "unchanged" if connection.scalar(known) is not None else "revised"


def put_record(connection: Connection, rows: RecordRows, origin: str | None) -> Outcome:
    """Put a record's rows into the store, unless its article is there with this text, or was removed."""
    stored, outcome = find_stored(connection, rows.article, origin)
    if outcome in ("unchanged", "removed"):
        return outcome
    number = 1
    if stored is None:
        stored = _next_id(connection, articles)
        article = {
            "id": stored,
            "digest": article_digest(rows.article, origin),
            "url": rows.article.url,
            "given_id": rows.article.given_id,
            "origin": origin,
            "added": now(),
        }
        connection.execute(insert(articles), article)
    else:
        number = 1 + (
            connection.scalar(select(func.max(revisions.c.number)).where(revisions.c.article_id == stored)) or 0
        )
        _retire(connection, stored)
    revision = _next_id(connection, revisions)
    place = {"id": revision, "article_id": stored, "number": number, "is_current": 1, "read": now()}
    connection.execute(insert(revisions), {**rows.revision, **place, "maker_id": _number_maker(connection, rows.maker)})
    _put_parts(connection, rows, revision)
    _put_signature(connection, rows, revision, stored)
    return outcome


def replace_record(connection: Connection, rows: RecordRows, revision: int) -> None:
    """Put what was read anew in the place of a revision's record; its text and people's judgements stay."""
    _drop_parts(connection, revision)
    made = {
        **{name: rows.revision[name] for name in ("published", "published_from", "record", "record_digest")},
        "maker_id": _number_maker(connection, rows.maker),
        "read": now(),
    }
    connection.execute(update(revisions).where(revisions.c.id == revision).values(**made))
    _put_parts(connection, rows, revision)
    _drop_unused_makers(connection)


def remove_article(connection: Connection, article: int, reason: str) -> None:
    """Take out an article with all that came of it; only the digest of its address stays, so that it stays out."""
    digest = connection.scalar(select(articles.c.digest).where(articles.c.id == article))
    for revision in connection.scalars(select(revisions.c.id).where(revisions.c.article_id == article)).all():
        _drop_parts(connection, revision)
    connection.execute(delete(articles).where(articles.c.id == article))
    connection.execute(insert(removals), {"digest": digest, "reason": reason, "removed": now()})
    _drop_unused_makers(connection)


def _put_parts(connection: Connection, rows: RecordRows, revision: int) -> None:
    """What can be found, and who is in it."""
    numbers = _number_entities(connection, rows.entities)
    _insert(
        connection,
        appearances,
        (
            {
                "revision_id": revision,
                "key": row["key"],
                "entity_id": numbers[row["entity"]],
                "mentions": row["mentions"],
            }
            for row in rows.appearances
        ),
    )
    first = _next_id(connection, passages)
    numbered = list(enumerate(rows.passages, start=first))
    _insert(connection, passages, ({**made.passage, "id": id_, "revision_id": revision} for id_, made in numbered))
    for kind, table in _DETAILS.items():
        of_kind = ((id_, made) for id_, made in numbered if made.passage["kind"] == kind)
        _insert(connection, table, ({**made.detail, "passage_id": id_} for id_, made in of_kind))
    named = ((id_, part, numbers[entity]) for id_, made in numbered for part, entity in made.parties)
    _insert(connection, parties, ({"passage_id": id_, "part": part, "entity_id": who} for id_, part, who in named))
    _insert(connection, locations, ({**row, "passage_id": id_} for id_, made in numbered for row in made.locations))
    _insert(connection, disputes, ({**row, "revision_id": revision} for row in rows.disputes))
    _insert(connection, checks, ({**row, "revision_id": revision} for row in rows.checks))


def _put_signature(connection: Connection, rows: RecordRows, revision: int, article: int) -> None:
    connection.execute(insert(signatures), {"revision_id": revision, "signature": rows.signature})
    shared = (
        select(revisions.c.article_id, signatures.c.signature)
        .join(bands, bands.c.revision_id == revisions.c.id)
        .join(signatures, signatures.c.revision_id == revisions.c.id)
        .where(bands.c.band.in_(rows.bands), revisions.c.article_id != article, revisions.c.is_current == 1)
        .distinct()
        .limit(_MOST_COMPARED)
    )
    near = []
    for other, signature in connection.execute(shared).all() if rows.bands else ():
        share = likeness(rows.signature, signature)
        if share >= NEAR:
            pair = sorted((other, article))
            near.append({"article_id": pair[0], "other_id": pair[1], "likeness": round(share, 3)})
    _insert(connection, near_duplicates, near)
    _insert(connection, bands, ({"band": band, "revision_id": revision} for band in rows.bands))


def _retire(connection: Connection, article: int) -> None:
    """Let a newer revision take the place of the current one, whose text, record and judgements stay."""
    old = connection.scalar(
        select(revisions.c.id).where(revisions.c.article_id == article, revisions.c.is_current == 1)
    )
    if old is not None:
        _drop_parts(connection, old)
        connection.execute(delete(signatures).where(signatures.c.revision_id == old))
        connection.execute(delete(bands).where(bands.c.revision_id == old))
        connection.execute(update(revisions).where(revisions.c.id == old).values(is_current=0))
    pairs = near_duplicates
    connection.execute(delete(pairs).where((pairs.c.article_id == article) | (pairs.c.other_id == article)))


def _drop_parts(connection: Connection, revision: int) -> None:
    """Take out what a revision's record put into the other tables, and the names that nobody else has."""
    named = connection.scalars(
        select(appearances.c.entity_id).where(appearances.c.revision_id == revision).distinct()
    ).all()
    for table in (passages, appearances, disputes, checks):  # what belongs to a passage goes with it
        connection.execute(delete(table).where(table.c.revision_id == revision))
    for start in range(0, len(named), _CHUNK):
        chunk = named[start : start + _CHUNK]
        is_used = select(appearances.c.entity_id).where(appearances.c.entity_id == entities.c.id).exists()
        connection.execute(delete(entities).where(entities.c.id.in_(chunk), ~is_used))


def _drop_unused_makers(connection: Connection) -> None:
    is_used = select(revisions.c.id).where(revisions.c.maker_id == makers.c.id).exists()
    connection.execute(delete(makers).where(~is_used))


def _number_entities(connection: Connection, rows: dict[str, Row]) -> dict[str, int]:
    """The numbers of names, by digest; new names get one."""
    numbers: dict[str, int] = {}
    digests = list(rows)
    for start in range(0, len(digests), _CHUNK):
        chunk = digests[start : start + _CHUNK]
        found = connection.execute(select(entities.c.digest, entities.c.id).where(entities.c.digest.in_(chunk))).all()
        numbers.update((row.digest, row.id) for row in found)
    missing = [digest for digest in digests if digest not in numbers]
    if missing:
        numbers.update({digest: id_ for id_, digest in enumerate(missing, start=_next_id(connection, entities))})
        _insert(connection, entities, ({**rows[digest], "digest": digest, "id": numbers[digest]} for digest in missing))
    return numbers


def _number_maker(connection: Connection, row: Row) -> int:
    known = connection.scalar(select(makers.c.id).where(makers.c.digest == row["digest"]))
    if known is not None:
        return int(known)
    number = _next_id(connection, makers)
    connection.execute(insert(makers), {**row, "id": number})
    return number


def _next_id(connection: Connection, table: Table) -> int:
    """The next free number; nobody else takes one, since one process writes at a time."""
    return 1 + (connection.scalar(select(func.max(table.c.id))) or 0)


def _insert(connection: Connection, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    listed = list(rows)
    if listed:
        connection.execute(insert(table), listed)
