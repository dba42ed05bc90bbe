"""Search: the newest thousand passages that match, ranked by how much of them the words are.

To rank all that match, their number would have to be small: for words that a tenth of a million passages have, counting
them takes longer than anyone waits. Of equal rank the newer is first anyway.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, literal_column, or_, select

from onrecord.recording.findings import Finding, Findings, FoundArticle
from onrecord.recording.identity import SHORT
from onrecord.recording.queries import conditions_of, index, terms_of, tsquery
from onrecord.recording.schema import (
    articles,
    conditions,
    events,
    judgements,
    near_duplicates,
    passages,
    revisions,
    statements,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.recording.queries import Query, Term, Wanted

MOST_RANKED = 1_000
# Of what an index of words finds without words to rank by, the newest so many are sorted: to sort 57,000 by day took a
# quarter of a second.
_MOST_SORTED = 10_000
_CHUNK = 500
_NEVER = "9999"  # what has no day comes behind all that have one
_OPENING = 200  # characters
_OPEN, _SHUT = "\x02", "\x03"  # around a match; no text that the store takes in has them
_MARKED = re.compile(f"{_OPEN}([^{_SHUT}]*){_SHUT}")
_BETWEEN = re.compile(f"{_SHUT}(\\W{{1,2}}){_OPEN}")  # two matches next to each other are one run
# Okapi BM25's two constants at their usual values, and the words of a usual passage. Rare words count no more than
# others: all words must be there.
_SATURATION, _LENGTH_SHARE, _USUAL_LENGTH = 1.2, 0.75, 25
_TOGETHER = 0.3  # for two words of the query next to each other

_DETAILS = {
    "statement": (statements, ("act", "cue", "quotation", "source", "nested_in")),
    "event": (events, ("type", "mode", "contexts", "status", "trigger", "asserted_by", "quantities")),
    "condition": (conditions, ("condition_kind", "if_words", "then_words", "marker", "statement")),
}


ORDERS = ("best", "newest", "oldest", "surest")


def search(
    connection: Connection, query: Query, *, limit: int | None, offset: int = 0, order: str = "best"
) -> Findings:
    """What matches a query.

    Args:
        limit: how many to give, after the first `offset`; None for all.
        order: one of ORDERS. "best": with words by how much of a passage they are, without words the newest first.

    Raises:
        StoreError: the query's words or names hold no word.
        ValueError: `order` is none.
    """
    if order not in ORDERS:
        raise ValueError(f"order must be one of {', '.join(ORDERS)}, not {order!r}")
    is_sqlite = connection.dialect.name == "sqlite"
    terms = terms_of(query.words)
    wanted = conditions_of(query, is_sqlite=is_sqlite)
    most = None if limit is None else max(offset + limit, MOST_RANKED)
    if terms:
        marked = _ranked(connection, wanted, terms, most, order, is_sqlite=is_sqlite)
    else:
        marked = _newest(connection, wanted, most, order)
    is_counted = most is None or len(marked) <= most
    marked = marked[:most]
    chosen = dict(marked[offset:] if limit is None else marked[offset : offset + limit])
    return Findings(_fetch(connection, chosen), len(marked), is_counted=is_counted)


def _ranked(
    connection: Connection, wanted: Wanted, terms: list[Term], most: int | None, order: str, *, is_sqlite: bool
) -> list[tuple[int, str]]:
    """Numbers of passages with their marked text, best first; one more than `most` where there are more."""
    limit = None if most is None else most + 1
    if is_sqlite:
        source = index.join(passages, passages.c.id == index.c.rowid).join(revisions)
        told = func.highlight(index.c.passages_index, 0, _OPEN, _SHUT)
        rows = connection.execute(
            select(passages.c.id, told, passages.c.confidence, passages.c.first_day)
            .select_from(source)
            .where(*wanted.conditions)
            .order_by(index.c.rowid.desc())
            .limit(limit)
        ).all()
    else:
        ids = (
            select(passages.c.id).join(revisions).where(*wanted.conditions).order_by(passages.c.id.desc()).limit(limit)
        )
        asked: Any = tsquery(terms[0])
        for term in terms[1:]:
            asked = asked.op("||")(tsquery(term))
        options = f"StartSel={_OPEN}, StopSel={_SHUT}, HighlightAll=true"
        plain = func.onrecord_plain(passages.c.text)  # without accents, and no shorter
        told = func.ts_headline(literal_column("'onrecord_english'"), plain, asked, options)
        rows = connection.execute(
            select(passages.c.id, told, passages.c.confidence, passages.c.first_day).where(
                passages.c.id.in_(ids.scalar_subquery())
            )
        ).all()
    # Of equal scores the surer, then the later one; sorting is stable, and the numbers run from new to old.
    rows = sorted(rows, key=lambda row: -row.id)
    # Those behind the newest thousand stay behind them: a further page would else put others in their places.
    last = None if most is None else MOST_RANKED
    further = [(row.id, row[1]) for row in rows[last:]] if last else []
    scored = [(_score(marked), confidence, day or "", id_, marked) for id_, marked, confidence, day in rows[:last]]
    match order:
        case "newest":
            scored.sort(key=lambda row: (row[2], row[0], row[1], row[3]), reverse=True)
        case "oldest":
            scored.sort(key=lambda row: (row[2] or _NEVER, -row[0], -row[1], row[3]))
        case "surest":
            scored.sort(key=lambda row: row[1], reverse=True)
        case _:
            scored.sort(key=lambda row: row[:4], reverse=True)
    return [*((id_, marked) for *_, id_, marked in scored), *further]


def _newest(connection: Connection, wanted: Wanted, most: int | None, order: str) -> list[tuple[int, str]]:
    """Numbers of passages in an order that no words tell, with nothing marked in them."""
    source = index.join(passages, passages.c.id == index.c.rowid) if wanted.by_index else passages
    columns = (passages.c.id, passages.c.first_day, passages.c.confidence)
    query = select(*columns).select_from(source.join(revisions))
    parts, found = wanted.by_days, passages.c
    if wanted.by_index:
        query = query.where(*wanted.conditions)
        if most is not None:
            query = query.order_by(index.c.rowid.desc()).limit(max(_MOST_SORTED, most + 1))
        some: Any = query.subquery()
        query, found = select(some.c.id), some.c
        parts = (((), found.first_day),)
    elif order == "surest":
        parts = ((wanted.conditions, found.first_day),)
    elif order == "oldest":
        parts = parts[::-1]
    ids: list[int] = []
    for conditions_, day in parts:
        in_order = {"oldest": day.asc().nulls_last(), "surest": found.confidence.desc()}
        query_ = query.where(*conditions_).order_by(in_order.get(order, day.desc().nulls_last()), found.id)
        ids += connection.scalars(query_.limit(None if most is None else most + 1 - len(ids)))
    return [(id_, "") for id_ in ids]


def _score(marked: str) -> float:
    runs = [run.count(" ") + 1 for run in _MARKED.findall(_BETWEEN.sub(r"\1", marked))]
    found = sum(runs)
    length = marked.count(" ") + 1
    weight = _SATURATION * (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / _USUAL_LENGTH)
    score: float = found / (found + weight) + _TOGETHER * (found - len(runs))
    return round(score, 3)


def _fetch(connection: Connection, marked: dict[int, str]) -> tuple[Finding, ...]:
    """The findings with these numbers, in their order."""
    ids = list(marked)
    found: dict[int, Finding] = {}
    for start in range(0, len(ids), _CHUNK):
        found |= _fetch_some(connection, ids[start : start + _CHUNK], marked)
    return tuple(found[id_] for id_ in ids)


def _fetch_some(connection: Connection, ids: Sequence[int], marked: dict[int, str]) -> dict[int, Finding]:
    opening = func.substr(revisions.c.text, 1, _OPENING).label("opening")
    columns = (articles.c.id.label("article_id"), articles.c.digest, articles.c.url, opening)
    rows = connection.execute(
        select(passages, revisions.c.title, revisions.c.publisher, revisions.c.published, *columns)
        .join(revisions, revisions.c.id == passages.c.revision_id)
        .join(articles)
        .where(passages.c.id.in_(ids))
    ).all()
    details: dict[int, dict[str, Any]] = {}
    for table, names in _DETAILS.values():
        wanted = select(table.c.passage_id, *(table.c[name] for name in names)).where(table.c.passage_id.in_(ids))
        for row in connection.execute(wanted):
            details[row.passage_id] = {name: getattr(row, name) for name in names}
    near = _count_near(connection, {row.article_id for row in rows})
    verdicts = _read_verdicts(connection, {row.revision_id for row in rows})
    return {
        row.id: Finding(
            row.kind,
            row.key,
            FoundArticle(
                row.digest[:SHORT],
                row.title,
                row.url,
                row.publisher,
                row.published,
                opening=row.opening,
                near_duplicates=near.get(row.article_id, 0),
            ),
            text=row.text,
            matches=_matches(marked[row.id]),
            date=row.date,
            speaker=row.speaker,
            actor=row.actor,
            recipient=row.recipient,
            place=row.place,
            confidence=row.confidence,
            details=details.get(row.id, {}),
            verdict=verdicts.get((row.revision_id, row.anchor)),
        )
        for row in rows
    }


def _count_near(connection: Connection, ids: set[int]) -> dict[int, int]:
    pairs = near_duplicates
    counts: dict[int, int] = {}
    query = select(pairs.c.article_id, pairs.c.other_id)
    for pair in connection.execute(query.where(or_(pairs.c.article_id.in_(ids), pairs.c.other_id.in_(ids)))):
        for id_ in pair:
            counts[id_] = counts.get(id_, 0) + 1
    return counts


def _read_verdicts(connection: Connection, revision_ids: set[int]) -> dict[tuple[int, str], str]:
    """The last verdict on each part of these revisions."""
    query = select(judgements.c.revision_id, judgements.c.anchor, judgements.c.verdict)
    rows = connection.execute(query.where(judgements.c.revision_id.in_(revision_ids)).order_by(judgements.c.id))
    return {(revision, anchor): verdict for revision, anchor, verdict in rows}


def _matches(marked: str) -> tuple[tuple[int, int], ...]:
    """Where the marked words stand in the text without its marks."""
    return tuple(
        (match.start() - 2 * number, match.start() - 2 * number + len(match[1]))
        for number, match in enumerate(_MARKED.finditer(marked))
    )
