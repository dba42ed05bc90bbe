"""What people say of machine-made records, beside the machine's values and never over them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, get_args

from sqlalchemy import insert, select

from onrecord.errors import NotFound
from onrecord.recording.identity import SHORT
from onrecord.recording.schema import articles, judgements, passages, revisions
from onrecord.recording.writing import now

if TYPE_CHECKING:
    from sqlalchemy import Connection

Verdict = Literal["confirm", "reject", "correct"]
VERDICTS: tuple[str, ...] = get_args(Verdict)


@dataclass(frozen=True, slots=True)
class Judgement:
    """One person's word on one passage.

    Attributes:
        article: the article's short id.
        key: the passage's id in the record as it is now; None where no passage stands at these words any more.
        field, value: for a correction, which field is wrong and what is right.
    """

    article: str
    key: str | None
    verdict: str
    person: str
    field: str | None = None
    value: Any = None
    note: str = ""
    judged: str = ""


def add_judgement(connection: Connection, revision: int, judgement: Judgement) -> None:
    """Write a judgement down; it is anchored at the passage's words, whatever later models make of them.

    Raises:
        NotFound: the record has no such passage.
        ValueError: the verdict is none, or a correction does not say of what.
    """
    if judgement.verdict not in VERDICTS:
        raise ValueError(f"a verdict is one of {', '.join(VERDICTS)}, not {judgement.verdict!r}")
    if (judgement.verdict == "correct") != (judgement.field is not None):
        raise ValueError("a correction, and nothing else, names the field that is wrong")
    passage = select(passages.c.anchor).where(passages.c.revision_id == revision, passages.c.key == judgement.key)
    anchor = connection.scalar(passage)
    if anchor is None:
        raise NotFound(f"article {judgement.article} has no statement, event or condition {judgement.key}")
    row = {
        "revision_id": revision,
        "anchor": anchor,
        "verdict": judgement.verdict,
        "field": judgement.field,
        "value": None if judgement.field is None else json.dumps(judgement.value, ensure_ascii=False),
        "person": judgement.person,
        "note": judgement.note,
        "judged": now(),
    }
    connection.execute(insert(judgements), row)


def list_judgements(connection: Connection) -> list[Judgement]:
    """All judgements, oldest first."""
    at_the_same_words = (passages.c.revision_id == judgements.c.revision_id) & (
        passages.c.anchor == judgements.c.anchor
    )
    query = (
        select(judgements, articles.c.digest, passages.c.key)
        .join(revisions, revisions.c.id == judgements.c.revision_id)
        .join(articles)
        .outerjoin(passages, at_the_same_words)
        .order_by(judgements.c.id)
    )
    return [
        Judgement(
            row.digest[:SHORT],
            row.key,
            row.verdict,
            row.person,
            field=row.field,
            value=None if row.value is None else json.loads(row.value),
            note=row.note,
            judged=row.judged,
        )
        for row in connection.execute(query)
    ]
