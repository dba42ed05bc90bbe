"""Make an Article of a text and what is known of it; every check that a text must pass is here."""

from __future__ import annotations

import hashlib
import unicodedata
from typing import TYPE_CHECKING

from onrecord.errors import Refused
from onrecord.reading.bylines import name_in_byline
from onrecord.reading.dates import check_date, date_in_address, normalize_date
from onrecord.reading.encodings import check_text
from onrecord.reading.languages import detect_language, name_language
from onrecord.reading.screening import check_article, count_words
from onrecord.records import Article, PublishedFrom

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_TEXT_BYTES = 1_000_000
_MAX_LINE = 1_000  # characters of a title or a name
_MAX_AUTHORS = 100
_UNSEEN = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\u00ad"))


def make_article(
    text: str,
    *,
    title: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    authors: Iterable[str] = (),
    published: str | None = None,
    published_from: PublishedFrom | None = None,
    given_id: str | None = None,
) -> Article:
    """An Article of `text`, which is kept as it is.

    Args:
        text: the whole text; offsets count in it.
        title: the headline, which is no part of the text.
        url: where the text stands.
        publisher: who published it.
        authors: who wrote it.
        published: an ISO 8601 date at the precision known, or a date-time.
        published_from: how the date is known; "given" where there is a date and nothing is said. A date from
            "metadata" that is none is left out. Without a date, the one that `url` files the article under is taken.
        given_id: the id that the caller knows it by.

    Raises:
        Refused: the text is empty, too large, not text, not English or not an article.
        ValueError: `published` was given and is no date.
    """
    if published is not None:
        published = normalize_date(published) if published_from == "metadata" else check_date(published)
    if published is None and (published := date_in_address(url)):
        published_from = "metadata"
    check_size(text)
    check_text(text)
    if not text.translate(_UNSEEN).strip():
        raise Refused("empty", "there is no text")
    if count_words(text) > 3:  # fewer tell no language
        language = detect_language(text)
        if language != "en":
            raise Refused(
                "unsupported-language", f"the text is in {name_language(language)}", remedy="only English is read"
            )
    check_article(text)
    return Article(
        id=hashlib.sha256(text.encode()).hexdigest(),
        text=text,
        given_id=clean_line(given_id),
        title=clean_line(title),
        url=clean_line(url),
        publisher=clean_line(publisher),
        authors=clean_names(authors),
        language="en",
        published=published,
        published_from=(published_from or "given") if published else None,
    )


def check_size(text: str) -> None:
    """Raise Refused (too-large) where `text` is over 1 MB."""
    # a code point takes one to four bytes, so most texts need not be encoded to know
    if len(text) > MAX_TEXT_BYTES or (
        len(text) * 4 > MAX_TEXT_BYTES and len(text.encode(errors="surrogatepass")) > MAX_TEXT_BYTES
    ):
        raise too_large("the text is over 1 MB")


def too_large(message: str) -> Refused:
    """The refusal of something over a limit."""
    return Refused("too-large", message, remedy="split it into its articles")


def clean_line(value: str | None) -> str | None:
    """A title or name on one line, without control characters; None where nothing is left."""
    if not value:
        return None
    line = " ".join(value[: 4 * _MAX_LINE].split())
    line = "".join(c for c in line if unicodedata.category(c) not in {"Cc", "Cf", "Cs"})
    return line[:_MAX_LINE].strip() or None


def clean_names(lines: Iterable[str]) -> tuple[str, ...]:
    """The names of authors, each once, in order; what stands in their place is left out."""
    cleaned: dict[str, None] = {}
    for line in lines:
        name = name_in_byline(clean_line(line) or "")
        if name and len(cleaned) < _MAX_AUTHORS:
            cleaned.setdefault(name)
    return tuple(cleaned)
