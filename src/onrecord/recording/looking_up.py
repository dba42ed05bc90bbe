"""Articles by what people call them: the short id, the address, the given id, the digest of the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from sqlalchemy import Row, or_, select

from onrecord.errors import NotFound, StoreError
from onrecord.recording.identity import SHORT
from onrecord.recording.schema import articles, revisions

if TYPE_CHECKING:
    from sqlalchemy import Connection

_FEWEST = 4  # characters of an id that may be its beginning
_DIGEST = re.compile(rf"[0-9a-f]{{{_FEWEST},64}}")
_MOST_LISTED = 5


def find_article(connection: Connection, name: str) -> int:
    """The number of the one article that `name` means.

    Raises:
        NotFound: there is none.
        StoreError: there are several.
    """
    exact = or_(articles.c.url == name, articles.c.given_id == name)
    found = connection.execute(select(articles.c.id, articles.c.digest).where(exact)).all()
    low = name.lower()
    if not found and _DIGEST.fullmatch(low):
        begins = articles.c.digest.between(low, low + "g")  # "g" stands behind all hexadecimal digits
        found = connection.execute(select(articles.c.id, articles.c.digest).where(begins)).all()
    if not found and _DIGEST.fullmatch(low):
        by_text = revisions.c.text_digest.between(low, low + "g")
        query = select(articles.c.id, articles.c.digest).join(revisions).where(by_text).distinct()
        found = connection.execute(query).all()
    if not found:
        raise NotFound(f"no article {name!r} is in the store; give its id, address or given id")
    if len(found) > 1:
        ids = ", ".join(row.digest[:SHORT] for row in found[:_MOST_LISTED])
        more = f" and {len(found) - _MOST_LISTED} more" if len(found) > _MOST_LISTED else ""
        raise StoreError(f"{name!r} can mean {len(found)} articles: {ids}{more}")
    return int(found[0].id)


def find_revision(connection: Connection, name: str, number: int | None) -> Row[Any]:
    """The current revision of the article that `name` means, or another one of its revisions.

    Raises:
        NotFound, StoreError: see `find_article`; NotFound also where there is no such revision.
    """
    article = find_article(connection, name)
    wanted = revisions.c.is_current == 1 if number is None else revisions.c.number == number
    query = select(revisions, articles.c.digest).join(articles).where(revisions.c.article_id == article, wanted)
    row = connection.execute(query).first()
    if row is None:
        have = connection.scalars(
            select(revisions.c.number).where(revisions.c.article_id == article).order_by(revisions.c.number)
        ).all()
        raise NotFound(f"article {name} has no revision {number}, only {', '.join(map(str, have))}")
    return row
