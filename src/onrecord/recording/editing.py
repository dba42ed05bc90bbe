"""What is to be checked, and what is disputed, in all articles of a store."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, literal, select

from onrecord.recording.identity import SHORT
from onrecord.recording.schema import articles, checks, disputes, revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select, Table

_OPENING = 300  # characters of the text, of which a page shows the first line
SEVERITIES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Remark:
    """A check or a dispute, with the article that it is of.

    Attributes:
        key: its id in the article's record: "k1", "d2".
        kind: of a check its rule, of a dispute denial, contradiction, reversal or blame.
        severity: of a check error, warning or note; "" of a dispute.
        words: of a check its message, of a dispute what it is about.
        evidence: of a check the fact that it was held against, of a dispute its parties.
        sides: of a dispute, how many statements it has; 0 of a check.
        article: the article's short id; opening: how its text begins.
    """

    key: str
    kind: str
    severity: str
    words: str
    evidence: str
    sides: int
    article: str
    title: str | None
    publisher: str | None
    published: str | None
    opening: str


@dataclass(frozen=True, slots=True)
class Remarks:
    """Those of one page, with how many there are in all, by severity and by kind."""

    items: tuple[Remark, ...]
    total: int
    severities: dict[str, int]
    kinds: tuple[tuple[str, int], ...]


def list_checks(
    connection: Connection, *, severity: str | None, rule: str | None, limit: int, offset: int = 0
) -> Remarks:
    """Checks, the gravest first, of equal ones those of the article added last."""
    gravest = case({name: place for place, name in enumerate(SEVERITIES)}, value=checks.c.severity, else_=9)
    columns = (
        checks.c.key,
        checks.c.rule,
        checks.c.severity,
        checks.c.message,
        func.coalesce(checks.c.evidence, ""),
        literal(""),
    )
    query = _listed(checks, *columns)
    if severity:
        query = query.where(checks.c.severity == severity)
    kinds = _counted(connection, query, checks.c.rule)
    if rule:
        query = query.where(checks.c.rule == rule)
    shown = connection.execute(query.order_by(gravest, articles.c.id.desc(), checks.c.key).limit(limit).offset(offset))
    severities = dict(_counted(connection, _listed(checks, checks.c.key), checks.c.severity))
    total = dict(kinds).get(rule, 0) if rule else sum(count for _, count in kinds)
    return Remarks(tuple(map(_remark, shown)), total, severities, kinds)


def list_disputes(connection: Connection, *, kind: str | None, limit: int, offset: int = 0) -> Remarks:
    """Disputes, those of the article added last first."""
    columns = (
        disputes.c.key,
        disputes.c.kind,
        literal(""),
        disputes.c.about,
        disputes.c.parties,
        disputes.c.statements,
    )
    query = _listed(disputes, *columns)
    kinds = _counted(connection, query, disputes.c.kind)
    if kind:
        query = query.where(disputes.c.kind == kind)
    shown = connection.execute(query.order_by(articles.c.id.desc(), disputes.c.key).limit(limit).offset(offset))
    total = dict(kinds).get(kind, 0) if kind else sum(count for _, count in kinds)
    return Remarks(tuple(map(_remark, shown)), total, {}, kinds)


def _listed(table: Table, *columns: Any) -> Select[Any]:
    """Rows of current revisions with their articles."""
    opening = func.substr(revisions.c.text, 1, _OPENING)
    of_article = (articles.c.digest, revisions.c.title, revisions.c.publisher, revisions.c.published, opening)
    return (
        select(*columns, *of_article)
        .select_from(table.join(revisions, revisions.c.id == table.c.revision_id).join(articles))
        .where(revisions.c.is_current == 1)
    )


def _counted(connection: Connection, query: Select[Any], column: Any) -> tuple[tuple[str, int], ...]:
    """How many there are of each value of a column, the most first."""
    counts = connection.execute(query.with_only_columns(column, func.count()).group_by(column))
    return tuple(sorted(((str(value), int(count)) for value, count in counts), key=lambda each: (-each[1], each[0])))


def _remark(row: Any) -> Remark:
    key, kind, severity, words, evidence, statements, digest, *of_article = row
    return Remark(key, kind, severity, words, evidence, len(statements.split()), digest[:SHORT], *of_article)
