"""What a page's markup says of its article: JSON-LD, meta elements, time elements. Nothing is guessed from the text.

Dates are read here and not by the extractor, whose finder also takes them from the text, from copyright lines and from
the address, and drops those that lie after the day it runs on.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin, urlsplit

from onrecord.reading.dates import normalize_date

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARTICLE_TYPES = ("article", "blogposting", "newsarticle", "report", "liveblogposting", "socialmediaposting")
_DATE_NAMES = (  # most reliable first; names that also carry the day of the last change are left out
    "article:published_time", "article:published", "og:article:published_time", "og:published_time",
    "datepublished", "parsely-pub-date", "sailthru.date", "citation_publication_date", "dc.date.issued",
    "dcterms.issued", "publishdate", "publish-date", "publish_date", "published_time", "publication_date", "pubdate",
    "date.published", "date_published", "originalpublicationdate", "article.published", "cxenseparse:recs:publishtime",
    "dcterms.created", "dc.date", "dcterms.date", "date",
)  # fmt: skip
_MOST_NODES = 2_000  # of JSON-LD; a page with more is no page for readers


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the markup says; None or () where it says nothing."""

    title: str | None
    authors: tuple[str, ...]
    publisher: str | None
    url: str | None
    published: str | None


def read_metadata(tree: Any, *, base: str | None) -> Metadata:
    """The metadata of a parsed page; `base` is the address that it came from."""
    article = next((node for node in _linked_data(tree) if _is_article(node)), {})
    meta = _meta_contents(tree)
    return Metadata(
        title=_first_string(article.get("headline")),
        authors=tuple(_names(article.get("author"))),
        publisher=next(iter(_names(article.get("publisher"))), None) or meta.get("og:site_name"),
        url=_canonical(tree, meta, base),
        published=_published(tree, article, meta),
    )


def _linked_data(tree: Any) -> Iterator[dict[str, Any]]:
    """Every object of the page's JSON-LD, in order."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            waiting = [
                json.loads(script.text.strip().removeprefix("<!--").removesuffix("-->").strip("; \n"), strict=False)
            ]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while waiting and seen < _MOST_NODES:
            value = waiting.pop()
            seen += 1
            if isinstance(value, dict):
                yield value
                waiting.extend(reversed([value[key] for key in ("@graph", "mainEntity") if key in value]))
            elif isinstance(value, list):
                waiting.extend(reversed(value))


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    names = types if isinstance(types, list) else [types]
    return any(isinstance(name, str) and name.rpartition("/")[2].lower().endswith(_ARTICLE_TYPES) for name in names)


def _names(value: Any) -> Iterator[str]:
    for item in value if isinstance(value, list) else [value]:
        name = item.get("name") if isinstance(item, dict) else item
        for one in name if isinstance(name, list) else [name]:
            if isinstance(one, str) and one.strip():
                yield one


def _first_string(value: Any) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def _meta_contents(tree: Any) -> dict[str, str]:
    """The first content of each meta element, by its name, property or itemprop in lower case."""
    contents: dict[str, str] = {}
    for element in tree.iter("meta"):
        content = (element.get("content") or element.get("datetime") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (element.get(attribute) or "").strip().lower()
            if name and content:
                contents.setdefault(name, content)
    return contents


def _published(tree: Any, article: dict[str, Any], meta: dict[str, str]) -> str | None:
    if date := normalize_date(article.get("datePublished")):
        return date
    for name in _DATE_NAMES:
        if date := normalize_date(meta.get(name)):
            return date
    for element in tree.iter("time", "span", "abbr", "div", "p"):
        marked = (element.get("itemprop") or "").lower() == "datepublished" or (
            element.tag == "time" and element.get("pubdate") is not None
        )
        if marked and (date := normalize_date(element.get("datetime") or element.get("content") or element.text)):
            return date
    return None


def _canonical(tree: Any, meta: dict[str, str], base: str | None) -> str | None:
    """The page's own address: its canonical link, og:url, or where it came from."""
    links = (link.get("href") for link in tree.iter("link") if "canonical" in (link.get("rel") or "").lower().split())
    for address in (*links, meta.get("og:url")):
        if not address or not address.strip():
            continue
        try:
            whole: str = urljoin(base or "", address.strip())
            parts = urlsplit(whole)
            # a canonical link to the front page is a mistake of the site's
            if parts.scheme in {"http", "https"} and parts.hostname and (parts.path.strip("/") or parts.query):
                return whole
        except ValueError:
            continue
    return base
