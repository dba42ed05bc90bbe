"""Tables of what is stored, for pandas: the views that people query by hand, with the same columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import text

from onrecord.errors import StoreError

if TYPE_CHECKING:
    import pandas as pd
    from sqlalchemy import Connection

FRAMES = {
    "articles": "SELECT * FROM article_list ORDER BY revision_id",
    "statements": "SELECT * FROM statement_list ORDER BY passage_id",
    "events": "SELECT * FROM event_list ORDER BY passage_id",
    "conditions": "SELECT * FROM condition_list ORDER BY passage_id",
    "entities": """
        SELECT article_list.article, appearances.key, entities.name, entities.kind, entities.is_named, entities.entry,
               entities.wikidata, entities.country, entities.sector, appearances.mentions
        FROM appearances JOIN entities ON entities.id = appearances.entity_id
        JOIN article_list ON article_list.revision_id = appearances.revision_id
        ORDER BY appearances.revision_id, appearances.key
    """,
    "refusals": "SELECT input, source, reason, message, remedy, met FROM refusals ORDER BY id",
}
_NUMBERS = ("passage_id", "revision_id", "article_id")  # the database's own, which mean nothing outside it


def read_frame(connection: Connection, kind: str) -> pd.DataFrame:
    """The table named `kind`, one of FRAMES.

    Raises:
        StoreError: pandas is not installed.
    """
    try:
        import pandas as pd
    except ImportError:
        raise StoreError("tables need the package pandas; run pip install 'onrecord[tables]'") from None
    rows = connection.execute(text(FRAMES[kind]))
    names = list(rows.keys())
    return pd.DataFrame(rows.all(), columns=names).drop(columns=[name for name in _NUMBERS if name in names])
