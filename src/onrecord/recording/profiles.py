"""A person, body or country in a store: what it is, and how often it stands in which part of what is told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.errors import NotFound
from onrecord.recording.folding import holds
from onrecord.recording.queries import party_ids
from onrecord.recording.schema import appearances, entities, parties

if TYPE_CHECKING:
    from sqlalchemy import Connection

KEY_LENGTH = 12  # characters of the digest of a name without an entry
_OF_PARTY = ("id", "digest", "entry", "name", "kind", "country")
_MOST_OTHERS = 12
_MOST_CALLED = 20


@dataclass(frozen=True, slots=True)
class Profile:
    """One that articles name.

    Attributes:
        key: its entry in the knowledge base, or the beginning of its name's digest.
        name: the most frequent of its names; others: the rest of them, the most frequent first.
        kind: person, organization, …
        entry, wikidata, country, sector: as of `records.Entity`; None where not known.
        articles: how many speak of it; mentions: how many words for it they have.
        parts: how many passages it stands in, by part: speaker, actor, recipient, ….
    """

    key: str
    name: str
    kind: str
    entry: str | None
    wikidata: str | None
    country: str | None
    sector: str | None
    articles: int
    mentions: int
    parts: dict[str, int]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One that articles name, in short: its key, its name, its kind, and how many articles name it."""

    key: str
    name: str
    kind: str
    country: str | None
    articles: int


def find_profile(connection: Connection, key: str) -> Profile:
    """The one with this key.

    Raises:
        NotFound: nobody in the store has it.
    """
    number = func.count(func.distinct(appearances.c.revision_id))
    rows = connection.execute(
        select(entities, number.label("articles"), func.coalesce(func.sum(appearances.c.mentions), 0).label("mentions"))
        .outerjoin(appearances, appearances.c.entity_id == entities.c.id)
        .where(entities.c.id.in_(party_ids(key)))
        .group_by(*entities.c)
        .order_by(number.desc(), entities.c.id)
    ).all()
    if not rows:
        raise NotFound(f"nobody in the store has the key {key!r}; look for a name")
    ids = [row.id for row in rows]
    distinct = func.count(func.distinct(appearances.c.revision_id))
    articles = connection.scalar(select(distinct).where(appearances.c.entity_id.in_(ids))) or 0
    by_part = select(parties.c.part, func.count(func.distinct(parties.c.passage_id))).where(
        parties.c.entity_id.in_(ids)
    )
    first = rows[0]

    def known(name: str) -> str | None:
        return next((value for row in rows if (value := getattr(row, name))), None)

    names = list(dict.fromkeys(row.name for row in rows))
    return Profile(
        key_of(first.entry, first.digest),
        names[0],
        first.kind,
        first.entry,
        known("wikidata"),
        known("country"),
        known("sector"),
        articles,
        sum(row.mentions for row in rows),
        {row[0]: row[1] for row in connection.execute(by_part.group_by(parties.c.part))},
        tuple(names[1 : _MOST_OTHERS + 1]),
    )


def list_parties(connection: Connection, words: str, *, limit: int) -> list[Party]:
    """Those whose names hold all these words, in any case; the most often named first. Unnamed ones are left out."""
    is_sqlite = connection.dialect.name == "sqlite"
    wanted = [holds(entities.c.name, word, is_sqlite=is_sqlite) for word in words.split()]
    return _parties(connection, [entities.c.is_named == 1, *wanted], limit=limit)


def find_called(connection: Connection, name: str) -> list[Party]:
    """Those with just this name, named ones or not, the most often named first."""
    return _parties(connection, [entities.c.name == name], limit=_MOST_CALLED)


def _parties(connection: Connection, wanted: list[Any], *, limit: int) -> list[Party]:
    number = func.count(func.distinct(appearances.c.revision_id))
    rows = connection.execute(
        select(*(entities.c[name] for name in _OF_PARTY), number)
        .join(appearances, appearances.c.entity_id == entities.c.id)
        .where(*wanted)
        .group_by(*(entities.c[name] for name in _OF_PARTY))
        .order_by(number.desc(), entities.c.name)
        .limit(limit * 2)
    ).all()
    same: dict[str, list[Any]] = {}
    for row in rows:
        same.setdefault(row.entry or f"{row.kind} {row.name}", []).append(row)  # of one entry, names and kinds differ
    found = []
    for group in same.values():
        first, articles = group[0], group[0][-1]
        if len(group) > 1:  # an article that has several of its names counts once
            distinct = func.count(func.distinct(appearances.c.revision_id))
            ids = [row.id for row in group]
            articles = connection.scalar(select(distinct).where(appearances.c.entity_id.in_(ids))) or 0
        country = next((row.country for row in group if row.country), None)
        found.append(Party(key_of(first.entry, first.digest), first.name, first.kind, country, articles))
    return sorted(found, key=lambda party: -party.articles)[:limit]


def key_of(entry: str | None, digest: str) -> str:
    """What a name is known by: its entry, or the beginning of its digest."""
    return entry or digest[:KEY_LENGTH]
