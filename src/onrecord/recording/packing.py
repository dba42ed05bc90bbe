"""A record as the bytes that a store keeps, and back.

The record's JSON is kept whole but for the article's text, which stands in a column of its own, and compressed: an
article of 600 words has some 90 kB of it, a tenth of that when compressed.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from typing import Any

from onrecord.errors import RecordError, StoreError
from onrecord.records import Record

_LEVEL = 6  # 9 gains 1 % and takes twice the time


def pack(plain: dict[str, Any]) -> tuple[bytes, str]:
    """The bytes of a record's plain form, and the digest by which damage is seen."""
    article = {name: value for name, value in plain["article"].items() if name != "text"}
    data = json.dumps({**plain, "article": article}, ensure_ascii=False, separators=(",", ":")).encode(
        errors="surrogatepass"
    )
    return zlib.compress(data, _LEVEL), hashlib.sha256(data).hexdigest()


def unpack(packed: bytes, digest: str, text: str) -> dict[str, Any]:
    """The plain form of a record whose article has this text.

    Raises:
        StoreError: the bytes are damaged.
    """
    try:
        data = zlib.decompress(packed)
    except zlib.error:
        raise StoreError("a record is damaged: its bytes cannot be unpacked") from None
    if hashlib.sha256(data).hexdigest() != digest:
        raise StoreError("a record is damaged: its digest is another")
    plain: dict[str, Any] = json.loads(data.decode(errors="surrogatepass"))
    plain["article"] = _with_text(plain["article"], text)
    return plain


def unpack_record(packed: bytes, digest: str, text: str) -> Record:
    """The record itself.

    Raises:
        StoreError: the bytes are damaged, or the text is not the record's.
    """
    try:
        return Record.from_dict(unpack(packed, digest, text))
    except RecordError as error:
        raise StoreError(f"a record is damaged: {error}") from None


def _with_text(article: dict[str, Any], text: str) -> dict[str, Any]:
    """The article's keys in the order of the record format, in which the text follows the id."""
    return {"id": article["id"], "text": text, **{name: value for name, value in article.items() if name != "id"}}
