"""onrecord: news articles as a record that anyone can check.

import onrecord

record = onrecord.read(text, published="2025-02-23")
for statement in record.statements:
    print(statement.source, statement.cue, statement.content.text)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord._version import __version__
from onrecord.errors import (
    InternalError,
    KnowledgeError,
    ModelError,
    NotFound,
    OnrecordError,
    RecordError,
    Refused,
    SchemaTooNew,
    SpanError,
    StepError,
    StoreError,
    VocabularyError,
)
from onrecord.records import Article, Content, Cue, Entity, Record, Source, Span, Statement

if TYPE_CHECKING:
    from onrecord.batch import Store
    from onrecord.pipeline import Reader

__all__ = [
    "Article",
    "Content",
    "Cue",
    "Entity",
    "InternalError",
    "KnowledgeError",
    "ModelError",
    "NotFound",
    "OnrecordError",
    "Reader",
    "Record",
    "RecordError",
    "Refused",
    "SchemaTooNew",
    "Source",
    "Span",
    "SpanError",
    "Statement",
    "StepError",
    "Store",
    "StoreError",
    "VocabularyError",
    "__version__",
    "read",
]

_reader: Reader | None = None


def _show_in_notebook(record: Record) -> str:
    """The page of `onrecord read --format html`, in a frame, for a notebook to show in a record's place."""
    from onrecord.showing.export.pages import show_frame
    from onrecord.showing.sureness import READING_LEAST

    return show_frame(record, least=READING_LEAST)


# Records know nothing of how they are shown, and nothing of that is loaded before a notebook asks.
setattr(Record, "_repr_html_", _show_in_notebook)  # noqa: B010 - to mypy, a class has no attribute but its own


def read(text: str, *, published: str | None = None, title: str | None = None, url: str | None = None) -> Record:
    """Read one article.

    The models are loaded at the first call and kept. For many articles use a `Reader` and its `pipe`.

    Args:
        text: the article's text.
        published: ISO 8601 date or date-time of publication.
        title: the headline; it is context, not text.
        url: where the article stands.

    Raises:
        Refused: the text is empty, too large, not English, or no article.
    """
    global _reader  # noqa: PLW0603 - the one cache that a module-level read() needs
    if _reader is None:
        from onrecord.pipeline import Reader

        _reader = Reader()
    return _reader.read(text, published=published, title=title, url=url)


def __getattr__(name: str) -> Any:
    """Give `Reader` and `Store` at their first use, so that importing onrecord loads no model code and no database."""
    if name == "Store":
        from onrecord.batch import Store

        return Store
    if name == "Reader":
        from onrecord.pipeline import Reader

        return Reader
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
