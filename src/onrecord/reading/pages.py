"""HTML pages: the article's text as plain paragraphs, and what the markup says of it."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING, Any

from onrecord.errors import Refused
from onrecord.reading.articles import clean_line, make_article, too_large
from onrecord.reading.encodings import check_text, decode
from onrecord.reading.metadata import Metadata, read_metadata

if TYPE_CHECKING:
    from onrecord.records import Article

# Without a handler of the caller's, their warnings would reach standard error; ours are refusals.
for _name in ("trafilatura", "htmldate"):
    logging.getLogger(_name).addHandler(logging.NullHandler())

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
# News pages hold up to some 10,000 elements; of 50,000 the extractor needs many seconds, and more than linearly.
_MOST_ELEMENTS = 50_000
_BLOCKS = frozenset({"p", "head", "item", "quote", "row", "table", "list", "lb", "div", "body", "ab"})
_SKIPPED = frozenset({"graphic", "comments"})
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u2060\u00ad"))
_GIVE_TEXT = "save the article's text in a file and read that"


def read_page(
    data: bytes, *, url: str | None = None, declared: str | None = None, published: str | None = None
) -> Article:
    """The article that an HTML page holds.

    Args:
        data: the page.
        url: the address that it came from, kept where the page names no canonical one.
        declared: the encoding that its sender names.
        published: the date that the caller gives; it wins over the page's.

    Raises:
        Refused: see `make_article`; not-an-article also where no text is found in the page.
    """
    html = decode(data, declared=declared or _find_charset(data), lenient=True)
    if not html.strip():
        raise Refused("empty", "there is no text")
    document, metadata = _extract(html, url)
    title = clean_line(document.title if document else None) or clean_line(metadata.title)
    text = _flatten(document.body, title) if document is not None and document.body is not None else ""
    if not text:
        raise Refused("not-an-article", "no article was found in the page", remedy=_GIVE_TEXT)
    check_text(text)
    authors = metadata.authors or tuple((document.author or "").split(";"))
    return make_article(
        text,
        title=title,
        url=metadata.url,
        publisher=metadata.publisher or document.sitename,
        authors=authors,
        published=published or metadata.published,
        published_from="given" if published else "metadata",
    )


def _find_charset(data: bytes) -> str | None:
    found = _META_CHARSET.search(data[:4_096])
    return found[1].decode("ascii", "replace") if found else None


def _extract(html: str, url: str | None) -> tuple[Any, Metadata]:
    from trafilatura import bare_extraction
    from trafilatura.utils import load_html

    if "<html" not in html[:2_000].lower():
        html = f"<html><body>{html}</body></html>"  # the extractor takes no fragments
    try:
        tree = load_html(html)
        elements = 0 if tree is None else sum(1 for _ in tree.iter())
        if not 0 < elements <= _MOST_ELEMENTS:
            document, metadata = None, Metadata(None, (), None, url, None)
        else:
            metadata = read_metadata(tree, base=url)
            document = bare_extraction(
                tree,
                url=url,
                include_comments=False,
                with_metadata=True,
                # the date it finds is not used: let it look no further than it must
                date_extraction_params={"extensive_search": False, "original_date": True},
            )
    except Exception:  # noqa: BLE001 - parser and extractor raise errors of every kind on broken pages
        raise Refused("unreadable", "the page is too broken to be read", remedy=_GIVE_TEXT) from None
    if elements > _MOST_ELEMENTS:
        raise too_large(f"the page has over {_MOST_ELEMENTS:,} elements")
    return document, metadata


def _flatten(body: Any, title: str | None) -> str:
    """The text of the extractor's tree, a paragraph a line; the headline above it is left out."""
    lines: list[list[str]] = [[]]
    waiting: list[tuple[Any, bool]] = [(body, False)]
    while waiting:
        element, closing = waiting.pop()
        if closing:
            if element.tag in _BLOCKS:
                lines.append([])
            elif element.tag == "cell":
                lines[-1].append(" ")
            lines[-1].append(element.tail or "")
            continue
        if not isinstance(element.tag, str) or element.tag in _SKIPPED:
            lines[-1].append(element.tail or "")
            continue
        if element.tag in _BLOCKS:
            lines.append([])
        lines[-1].append(element.text or "")
        if element is not body:
            waiting.append((element, True))
        waiting.extend((child, False) for child in reversed(element))
    paragraphs = [" ".join("".join(line).translate(_UNSEEN).split()) for line in lines]
    paragraphs = [paragraph for paragraph in paragraphs if paragraph]
    while paragraphs and title and _same(paragraphs[0], title):
        paragraphs.pop(0)
    return "\n".join(paragraphs)


def _same(one: str, other: str) -> bool:
    return "".join(filter(str.isalnum, one.casefold())) == "".join(filter(str.isalnum, other.casefold()))
