"""What the two databases do differently: full-text indexes, and the views that people query.

On SQLite the index is an FTS5 table over `passages`, kept by triggers; on PostgreSQL the columns are indexed as they
stand, by functions that take accents off and stem English, as FTS5 does, and drop no words.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from sqlalchemy import text

if TYPE_CHECKING:
    from sqlalchemy import Connection

COLUMNS = ("text", "speaker", "actor", "recipient", "place", "marks")

_NEW = ", ".join(f"new.{name}" for name in COLUMNS)
_OLD = ", ".join(f"old.{name}" for name in COLUMNS)
_NAMES = ", ".join(COLUMNS)
_DELETE = f"INSERT INTO passages_index (passages_index, rowid, {_NAMES}) VALUES ('delete', old.id, {_OLD});"  # noqa: S608 - all names are ours
_INSERT = f"INSERT INTO passages_index (rowid, {_NAMES}) VALUES (new.id, {_NEW});"  # noqa: S608


def _translation() -> tuple[str, str]:
    """Characters and what stands for them: letters without their accents, blanks for what parts words."""
    accented = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))]
    letters = {c: base for c in accented if (base := unicodedata.normalize("NFD", c)[0]) != c and base.isascii()}
    letters |= dict.fromkeys("-–—./:@_&#~+=%<>$€£*^|", " ")  # else parsed as addresses, paths, numbers with a sign
    return "".join(letters), "".join(letters.values())


def _function(name: str, returns: str, body: str) -> str:
    head = f"CREATE FUNCTION {name}(words text) RETURNS {returns} LANGUAGE sql IMMUTABLE PARALLEL SAFE"
    return f"{head} AS $$ SELECT {body} $$"


_PLAIN = "translate(words, '{}', '{}')".format(*_translation()).replace(":", "\\:")

_SQLITE: tuple[str, ...] = (
    (
        f"CREATE VIRTUAL TABLE passages_index USING fts5({_NAMES}, content='passages', content_rowid='id', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    ),
    f"CREATE TRIGGER passages_indexed AFTER INSERT ON passages BEGIN {_INSERT} END",
    f"CREATE TRIGGER passages_unindexed AFTER DELETE ON passages BEGIN {_DELETE} END",
    f"CREATE TRIGGER passages_reindexed AFTER UPDATE ON passages BEGIN {_DELETE} {_INSERT} END",
)
_VIEWS = (
    """
    CREATE VIEW article_list AS
    SELECT articles.id AS article_id, substr(articles.digest, 1, 12) AS article, revisions.number AS revision,
           revisions.title, articles.url, revisions.publisher, revisions.authors, revisions.published,
           revisions.published_from, articles.given_id, articles.origin, articles.added, revisions.id AS revision_id
    FROM articles JOIN revisions ON revisions.article_id = articles.id AND revisions.is_current = 1
    """,
    """
    CREATE VIEW statement_list AS
    SELECT article_list.article, passages.key, passages.speaker, statements.act, statements.cue, passages.text,
           statements.quotation, passages.date, article_list.published, passages.place, passages.confidence,
           statements.source, statements.nested_in, article_list.title, article_list.publisher,
           passages.id AS passage_id
    FROM passages JOIN statements ON statements.passage_id = passages.id
    JOIN article_list ON article_list.revision_id = passages.revision_id
    """,
    """
    CREATE VIEW event_list AS
    SELECT article_list.article, passages.key, events.type, events.mode, passages.actor, passages.recipient,
           passages.date, passages.place, events.status, events.quantities, passages.speaker, passages.text,
           events.contexts, events.trigger, passages.confidence, article_list.published, article_list.title,
           article_list.publisher, passages.id AS passage_id
    FROM passages JOIN events ON events.passage_id = passages.id
    JOIN article_list ON article_list.revision_id = passages.revision_id
    """,
    """
    CREATE VIEW condition_list AS
    SELECT article_list.article, passages.key, conditions.condition_kind AS kind, passages.speaker AS holder,
           passages.recipient AS counterpart, conditions.if_words, conditions.then_words, conditions.marker,
           passages.text, passages.confidence, article_list.published, article_list.title,
           article_list.publisher, passages.id AS passage_id
    FROM passages JOIN conditions ON conditions.passage_id = passages.id
    JOIN article_list ON article_list.revision_id = passages.revision_id
    """,
)


def _postgresql(schema: str) -> tuple[str, ...]:
    """What PostgreSQL's index is made by; the configuration goes by its whole name, the only one that dumps know."""
    english = f"'{schema}.onrecord_english'"
    return (
        "CREATE TEXT SEARCH DICTIONARY onrecord_stem (TEMPLATE = snowball, LANGUAGE = english)",
        "CREATE TEXT SEARCH CONFIGURATION onrecord_english (COPY = simple)",
        "ALTER TEXT SEARCH CONFIGURATION onrecord_english ALTER MAPPING FOR asciiword, word WITH onrecord_stem",
        _function("onrecord_plain", "text", _PLAIN),
        _function("onrecord_words", "tsvector", f"to_tsvector({english}, {_PLAIN})"),
        _function("onrecord_phrase", "tsquery", f"phraseto_tsquery({english}, {_PLAIN})"),
        _function("onrecord_prefix", "tsquery", rf"(phraseto_tsquery('simple', {_PLAIN})\:\:text || '\:*')\:\:tsquery"),
        *(f"CREATE INDEX passages_by_{name}_words ON passages USING gin (onrecord_words({name}))" for name in COLUMNS),
    )


# By which what is asked without words comes in its order, besides the one by days: the surest first, and what began
# before the time asked for and goes on into it. Without them 570,000 passages were gone through or sorted.
_ORDERS = (
    "CREATE INDEX passages_by_confidence ON passages (confidence DESC, id)",
    "CREATE INDEX passages_across_days ON passages (last_day) WHERE last_day > first_day",
)


def create_orders(connection: Connection) -> None:
    """Make the indexes of orders, which stores have since version 3."""
    for statement in _ORDERS:
        connection.execute(text(statement))


def create_indexes(connection: Connection) -> None:
    """Make the full-text index and the views."""
    made_by = _SQLITE
    if connection.dialect.name != "sqlite":
        schema = str(connection.scalar(text("SELECT current_schema()")))
        made_by = _postgresql(connection.dialect.identifier_preparer.quote(schema))
    for statement in (*made_by, *_VIEWS):
        connection.execute(text(statement))
