"""What makes two things the same: digests of articles, of parts of records, of names."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.records import Article, Entity
    from onrecord.spans import Span

SHORT = 12  # characters of an article's digest that people are shown


def digest_of(*parts: Any) -> str:
    """sha256 of parts that JSON can write; ("ab", "c") and ("a", "bc") differ."""
    return hashlib.sha256(
        json.dumps(parts, ensure_ascii=False, sort_keys=True).encode(errors="surrogatepass")
    ).hexdigest()


def text_digest(text: str) -> str:
    """sha256 of a text, as `Article.id` has it where nobody has set another."""
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()


def article_digest(article: Article, origin: str | None) -> str:
    """What a stored article is known by.

    Its address, where it has one: another text at the same address is a revision of it. Else the id that it came with
    and the file that it came in, since ids such as "1" are used in many. Else its text.
    """
    if article.url:
        return digest_of("url", article.url)
    if article.given_id and origin:
        return digest_of("given_id", origin, article.given_id)
    return digest_of("text", text_digest(article.text), article.given_id)


def anchor_of(kind: str, spans: tuple[Span, ...]) -> str:
    """What a part of a record is known by: its kind and spans, never a score, a model or the clock."""
    return digest_of(kind, [[span.start, span.end] for span in spans])[:16]


def entity_digest(entity: Entity) -> str:
    """Names are the same where they read the same and mean the same entry of the knowledge base, or none."""
    kind = [entity.name, entity.kind, entity.named, entity.entry, entity.wikidata, entity.country, entity.sector]
    return digest_of("entity", *kind)[:32]
