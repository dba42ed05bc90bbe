"""One input, whatever it is, to its articles: files by their ending or first bytes, addresses by their media type."""

from __future__ import annotations

import io
import os
import re
import stat
import sys
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, Literal, cast

from onrecord.errors import Refused
from onrecord.reading.addresses import Answer, fetch
from onrecord.reading.articles import too_large
from onrecord.reading.dates import check_date
from onrecord.reading.jsons import read_json, read_json_lines
from onrecord.reading.options import ReadingOptions
from onrecord.reading.pages import read_page
from onrecord.reading.pdfs import read_pdf
from onrecord.reading.plain import MAX_PLAIN_BYTES, read_plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.reading.networks import Network
    from onrecord.records import Article

Kind = Literal["plain", "page", "pdf", "json", "lines"]

STANDARD_INPUT = "standard input"
_ENDINGS: dict[str, Kind] = {
    ".txt": "plain", ".text": "plain", ".md": "plain", ".markdown": "plain",
    ".html": "page", ".htm": "page", ".xhtml": "page", ".pdf": "pdf",
    ".json": "json", ".jsonl": "lines", ".ndjson": "lines",
}  # fmt: skip
_MEDIA: dict[str, Kind] = {
    "text/html": "page", "application/xhtml+xml": "page", "application/pdf": "pdf", "application/x-pdf": "pdf",
    "application/json": "json", "application/ld+json": "json", "text/json": "json",
    "application/jsonl": "json", "application/x-ndjson": "json", "application/x-jsonlines": "json",
    "text/plain": "plain", "text/markdown": "plain", "text/x-markdown": "plain",
}  # fmt: skip
_UNSAID = frozenset({"", "application/octet-stream", "binary/octet-stream", "text/xml", "application/xml"})
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_PASSWORD = re.compile(r"//[^/?#]*@")
_PEEK = 4_096
_SPACE = b" \t\r\n\f\v"
_BOM = b"\xef\xbb\xbf"
_PAGE_START = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|article|main|div|p|h1|table)\b", re.I)
_COMMENTS = re.compile(rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)+", re.S)
_FEED_START = re.compile(rb"<(?:rss|feed|rdf:RDF)\b", re.I)


def read_input(
    source: str | Path,
    *,
    published: str | None = None,
    options: ReadingOptions | None = None,
    network: Network | None = None,
) -> Iterator[Article | Refused]:
    """The articles of one input, in order; what cannot become one comes as the Refused that says why.

    Args:
        source: a path, "-" for standard input, or an http or https address.
        published: the date of all its articles, which wins over what they say themselves.
        options: limits and time-outs.
        network: how addresses are resolved and connected to; the world's own way.

    Raises:
        ValueError: at once, where `published` is no date.
    """
    if published is not None:
        published = check_date(published)
    return _read(source, published, options or ReadingOptions(), network)


def _read(
    source: str | Path, published: str | None, options: ReadingOptions, network: Network | None
) -> Iterator[Article | Refused]:
    name = _display(source)
    try:
        if isinstance(source, str) and _SCHEME.match(source.strip()):
            yield from read_answer(fetch(source.strip(), options, network=network), name, published)
        elif source == "-":
            yield from _read_standard_input(published, options)
        else:
            yield from _read_file(Path(source), name, published, options)
    except Refused as refused:
        yield refused if refused.source else refused.at(name)


def _display(source: str | Path) -> str:
    """The input's name as every terminal can show it."""
    name = STANDARD_INPUT if source == "-" else str(source).strip()
    if _SCHEME.match(name):
        name = _PASSWORD.sub("//…@", name)
    return name.encode(errors="replace").decode() or "the empty name"


def read_answer(answer: Answer, name: str, published: str | None) -> Iterator[Article | Refused]:
    """The articles that an address gave, or an archive of such answers.

    Raises:
        Refused: it cannot become one.
    """
    kind = _MEDIA.get(answer.kind)
    if kind is None and answer.kind not in _UNSAID and not answer.kind.startswith("text/"):
        remedy = "give the address of a page, a text or a PDF"
        raise Refused("not-text", f"the address gives {answer.kind[:60]}, not text", remedy=remedy)
    if kind is None or (kind == "plain" and answer.data.startswith(b"%PDF-")):
        kind = _sniff(answer.data)
    yield from _read_whole(answer.data, kind, name, published, url=answer.url, declared=answer.charset)


def _read_standard_input(published: str | None, options: ReadingOptions) -> Iterator[Article | Refused]:
    stream = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise Refused("unreadable", "standard input is closed", remedy="name a file")
    try:
        yield from read_stream(cast("IO[bytes]", stream), None, STANDARD_INPUT, published, options)
    except (OSError, ValueError):
        raise Refused("unreadable", "standard input cannot be read", remedy="name a file") from None


def _read_file(path: Path, name: str, published: str | None, options: ReadingOptions) -> Iterator[Article | Refused]:
    kind = kind_of(path.name)
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise Refused(
                "directory", "this is a folder", remedy=f"name the files in it, as in {name.rstrip(os.sep)}/*.txt"
            )
        if kind != "lines":
            _check_size(found.st_size, kind, options)
        with path.open("rb") as stream:
            yield from read_stream(stream, kind, name, published, options)
    except (FileNotFoundError, NotADirectoryError, ValueError):
        raise Refused("missing", "there is no such file", remedy="check the name") from None
    except PermissionError:
        raise Refused("unreadable", "you may not read this file", remedy="check its permissions") from None
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise Refused("unreadable", f"the file cannot be read: {reason}", remedy="check the file") from None


def kind_of(name: str) -> Kind | None:
    """What the ending of a file's name says that it holds."""
    return _ENDINGS.get(PurePath(name).suffix.lower())


def is_page(head: bytes) -> bool:
    """Whether these first bytes of a file begin a web page, whatever its name is."""
    try:
        return b"\0" not in head and _sniff(head) == "page"
    except Refused:
        return False


def read_stream(
    stream: IO[bytes], kind: Kind | None, name: str, published: str | None, options: ReadingOptions
) -> Iterator[Article | Refused]:
    """The articles of an open file.

    Args:
        kind: what it holds; found out from its first bytes where that is not known.
        name: what it is called in refusals.

    Raises:
        Refused: it cannot become one.
    """
    if kind is None or kind == "lines":
        head = stream.read(_PEEK)
        stream = cast("IO[bytes]", io.BufferedReader(_Again(head, stream)))
        start = head.removeprefix(_BOM).lstrip(_SPACE)
        if kind is None:
            kind = _sniff(head)
            if kind == "json" and _holds_line_of_json(head):
                kind = "lines"
        elif start.startswith(b"[") or head.startswith((b"\xff\xfe", b"\xfe\xff")):
            kind = "json"  # an array by the wrong name, or UTF-16, which has no line ends to stream by
    if kind == "lines":
        yield from read_json_lines(stream, source=name, max_bytes=options.max_bytes, published=published)
        return
    limit = _limit(kind, options)
    data = stream.read(limit + 1)
    _check_size(len(data), kind, options)
    yield from _read_whole(data, kind, name, published)


def _read_whole(
    data: bytes, kind: Kind, name: str, published: str | None, *, url: str | None = None, declared: str | None = None
) -> Iterator[Article | Refused]:
    if not data.removeprefix(_BOM).strip(_SPACE):
        raise Refused("empty", "there is no text", remedy="give a file with the article's text")
    if kind in {"json", "lines"}:
        yield from read_json(data, source=name, declared=declared, published=published)
    elif kind == "page":
        yield read_page(data, url=url, declared=declared, published=published)
    elif kind == "pdf":
        if b"%PDF-" not in data[:1_024]:
            raise Refused("unreadable", "this is no PDF file, whatever its name says", remedy="check the file")
        yield read_pdf(data, url=url, published=published)
    else:
        yield read_plain(data, url=url, declared=declared, published=published)


def _sniff(head: bytes) -> Kind:
    """What the first bytes say that the input is."""
    if head[:1_024].lstrip(_SPACE).startswith(b"%PDF-"):
        return "pdf"
    start = head[: 2 * _PEEK].removeprefix(_BOM).lstrip(_SPACE)
    if start.startswith(b"<"):
        skipped = _COMMENTS.match(start)
        opened = start[skipped.end() :] if skipped else start
        if _FEED_START.match(opened):
            raise Refused("not-an-article", "this is a feed, not an article", remedy="give the articles' own addresses")
        if _PAGE_START.match(opened):
            return "page"
    if re.match(rb"\{\s*\"|\[\s*\{\s*\"", start):
        return "json"
    return "plain"


def _holds_line_of_json(head: bytes) -> bool:
    """Whether the first line is, or begins, an object of its own: not "{" alone, as an indented file begins."""
    start = head.removeprefix(_BOM).lstrip(_SPACE)
    line, end, _ = start.partition(b"\n")
    return start.startswith(b"{") and (line.rstrip().endswith(b"}") if end else len(head) >= _PEEK)


def _limit(kind: Kind | None, options: ReadingOptions) -> int:
    return min(MAX_PLAIN_BYTES, options.max_bytes) if kind == "plain" else options.max_bytes


def _check_size(size: int, kind: Kind | None, options: ReadingOptions) -> None:
    if size > _limit(kind, options):
        if kind == "plain":
            raise too_large("the text is over 1 MB")
        raise too_large(f"the file is over {options.max_bytes:,} bytes")


class _Again(io.RawIOBase):
    """A stream whose first bytes, already read, are read again."""

    def __init__(self, head: bytes, stream: IO[bytes]) -> None:
        super().__init__()
        self._head = head
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        data = self._head[: len(buffer)] or self._stream.read(len(buffer))
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)
