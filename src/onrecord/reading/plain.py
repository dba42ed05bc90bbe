"""Plain text and Markdown: the text is the input, unchanged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.reading.articles import MAX_TEXT_BYTES, make_article, too_large
from onrecord.reading.encodings import decode

if TYPE_CHECKING:
    from onrecord.records import Article

MAX_PLAIN_BYTES = 4 * MAX_TEXT_BYTES + 4  # 1 MB of ASCII takes so much in UTF-32, with its mark


def read_plain(
    data: bytes, *, url: str | None = None, declared: str | None = None, published: str | None = None
) -> Article:
    """The article that a plain-text file holds.

    Raises:
        Refused: see `make_article`.
    """
    if len(data) > MAX_PLAIN_BYTES:
        raise too_large("the text is over 1 MB")
    return make_article(decode(data, declared=declared), url=url, published=published)
