"""Articles as JSON: one object, an array of them, or one a line. The text is the JSON string, unchanged."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, cast, get_args

from onrecord.errors import Refused
from onrecord.reading.articles import make_article, too_large
from onrecord.reading.dates import normalize_date
from onrecord.reading.encodings import decode
from onrecord.records import Article, PublishedFrom

if TYPE_CHECKING:
    from collections.abc import Iterator

_EXPECTED = 'write objects with a "text"'
_FROM: tuple[str, ...] = get_args(PublishedFrom)
_BOM = b"\xef\xbb\xbf"


def read_json(
    data: bytes, *, source: str, declared: str | None = None, published: str | None = None
) -> Iterator[Article | Refused]:
    """The articles of a whole JSON file: an object, an array of objects, or one object a line."""
    try:
        text = decode(data, declared=declared)
    except Refused as refused:
        yield refused.at(source)
        return
    if not text.strip():
        yield Refused("empty", "there is no text", source=source)
        return
    try:
        value = _parse(text)
    except Refused as refused:
        lines = text.split("\n")
        if not _starts_with_object(lines):
            yield refused.at(source)
            return
        for number, line in enumerate(lines, start=1):
            if line.strip():
                yield _read_line(line, source=f"{source} line {number}", published=published)
        return
    if not isinstance(value, list):
        yield read_value(value, source=source, published=published)
        return
    if not value:
        yield Refused("empty", "the JSON array is empty", source=source)
    for number, item in enumerate(value, start=1):
        yield read_value(item, source=f"{source} item {number}", published=published)


def read_json_lines(
    stream: IO[bytes], *, source: str, max_bytes: int, published: str | None = None
) -> Iterator[Article | Refused]:
    """The articles of a stream of JSON lines, one at a time; a bad line is refused and the next is read."""
    number = articles = 0
    while line := stream.readline(max_bytes + 1):
        number += 1
        here = f"{source} line {number}"
        if len(line) > max_bytes:
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes)
            articles += 1
            yield too_large(f"the line is over {max_bytes:,} bytes").at(here)
            continue
        line = line.removeprefix(_BOM) if number == 1 else line
        if not line.strip():
            continue
        articles += 1
        try:
            text = line.decode()
        except UnicodeDecodeError as error:
            message = f"the line is not UTF-8 (byte {error.start})"
            yield Refused("not-text", message, remedy="save it as UTF-8", source=here)
            continue
        yield _read_line(text, source=here, published=published)
    if not articles:
        yield Refused("empty", "there is no text", source=source)


def _starts_with_object(lines: list[str]) -> bool:
    first = next((line for line in lines if line.strip()), "")
    try:
        return isinstance(_parse(first), dict)
    except Refused:
        return False


def _parse(text: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"line {error.lineno}, column {error.colno}" if "\n" in text.strip() else f"column {error.colno}"
        raise Refused("bad-json", f"not valid JSON at {where}: {error.msg}", remedy=_EXPECTED) from None
    except RecursionError:
        raise Refused("bad-json", "the JSON is nested too deeply", remedy=_EXPECTED) from None
    except ValueError:  # an integer of thousands of digits
        raise Refused("bad-json", "the JSON holds a number that is too long", remedy=_EXPECTED) from None


def _read_line(line: str, *, source: str, published: str | None) -> Article | Refused:
    try:
        value = _parse(line)
    except Refused as refused:
        return refused.at(source)
    return read_value(value, source=source, published=published)


def read_value(value: Any, *, source: str, published: str | None) -> Article | Refused:
    """The article that an object with a "text" is, or why it is none."""
    if isinstance(value, dict) and "text" not in value and isinstance(value.get("article"), dict):
        value = value["article"]  # a record that onrecord itself has printed
    try:
        return _make_article(value, published=published)
    except Refused as refused:
        return refused.at(source)


def _make_article(value: Any, *, published: str | None) -> Article:
    if not isinstance(value, dict):
        raise Refused("bad-json", "no JSON object stands here", remedy=_EXPECTED)
    text = value.get("text")
    if not isinstance(text, str):
        found = 'the object has no "text"' if text is None else 'the object\'s "text" is no string'
        raise Refused("bad-json", found, remedy=_EXPECTED)
    published_from: PublishedFrom = "given"
    if published is None:
        published, published_from = _read_date(value)
    return make_article(
        text,
        title=_read_string(value, "title"),
        url=_read_string(value, "url"),
        publisher=_read_string(value, "publisher") or _read_string(value, "source_domain"),
        authors=_read_names(value.get("authors")),
        published=published,
        published_from=published_from,
        given_id=_read_id(value),
    )


def _read_date(value: dict[str, Any]) -> tuple[str | None, PublishedFrom]:
    said = value.get("published_from")
    if said == "inferred":  # onrecord inferred it from the text, and will again
        return None, "metadata"
    published_from = cast("PublishedFrom", said) if said in _FROM else "metadata"
    date = normalize_date(value.get("published")) or normalize_date(value.get("date_publish"))
    return date, published_from


def _read_string(value: dict[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) else None


def _read_id(value: dict[str, Any]) -> str | None:
    found = value.get("given_id" if "given_id" in value else "id")
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found) if abs(found) < 10**100 else None  # Python writes no longer integers
    return found if isinstance(found, str) else None


def _read_names(value: Any) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.split(";"))
    if not isinstance(value, list):
        return ()
    return tuple(name for name in value if isinstance(name, str))
