"""Files inside files: gzip, zip and WARC. A bad member is refused and the rest is still read."""

from __future__ import annotations

import contextlib
import gzip
import io
import logging
import zipfile
from typing import IO, TYPE_CHECKING, cast

from onrecord.errors import Refused
from onrecord.reading.addresses import Answer
from onrecord.reading.articles import too_large
from onrecord.reading.inputs import read_answer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.reading.options import ReadingOptions
    from onrecord.records import Article

logging.getLogger("warcio").addHandler(logging.NullHandler())

_RECORD_TYPES = frozenset({"warcinfo", "response", "resource", "request", "metadata", "revisit", "conversion"})
_CHUNK = 65_536
_CHARSET = "charset="
_OK = "200"
_READ = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


def open_gzip(stream: IO[bytes]) -> IO[bytes]:
    """What is inside a gzip file, as a stream; broken ones fail when they are read."""
    return cast("IO[bytes]", io.BufferedReader(gzip.GzipFile(fileobj=stream, mode="rb")))


def broken(error: Exception) -> Refused:
    """The refusal of an archive whose reader has given up."""
    said = str(error).splitlines()[0][:80] if str(error) else type(error).__name__
    return Refused("unreadable", f"the archive is broken: {said}", remedy="make or fetch it anew")


def each_member(stream: IO[bytes]) -> Iterator[tuple[str, Callable[[], IO[bytes]], int]]:
    """The files in a zip archive: name, how to open it, and how many bytes of the archive it takes.

    Raises:
        Refused: it is no such archive, or broken.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except Exception as error:  # noqa: BLE001 - on broken archives its reader raises errors of every kind
        raise broken(error) from None
    with archive:
        for member in archive.infolist():
            if not member.is_dir():
                yield member.filename, lambda member=member: archive.open(member), member.compress_size  # type: ignore[misc]


def read_warc(
    stream: IO[bytes], *, source: str, options: ReadingOptions, published: str | None, pass_over: Callable[[], None]
) -> Iterator[Article | Refused]:
    """The articles among the answers that a crawl has kept.

    Args:
        pass_over: called for each answer that is no page, text or PDF, or tells of an error or another place.
    """
    from warcio.archiveiterator import ArchiveIterator

    records = iter(ArchiveIterator(stream))
    is_crawl = has_any = False
    while True:
        try:
            with contextlib.redirect_stderr(io.StringIO()):  # warcio writes what is wrong, and what is there, to it
                record = next(records)
                is_crawl = is_crawl or _is_kept(record)
                answer = _answer(record, options)
        except StopIteration:
            break
        except Refused as refused:
            has_any = True
            yield refused if refused.source else refused.at(source)
            continue
        except Exception as error:  # noqa: BLE001 - as above
            yield broken(error).at(source)
            return
        if answer is None:
            pass_over()
            continue
        has_any = True
        name = f"{source} {answer.url}"
        try:
            for item in read_answer(answer, name, published):
                yield item if not isinstance(item, Refused) or item.source else item.at(name)
        except Refused as refused:
            yield refused if refused.source else refused.at(name)
    if not is_crawl:
        yield Refused("unreadable", "this is no WARC file, whatever its name says", remedy="check it", source=source)
    elif not has_any:
        yield Refused("empty", "the archive holds no page, text or PDF that was found", source=source)


def _is_kept(record: object) -> bool:
    """Whether a record is one; five words of anything are taken for the head of one in WARC's forerunner, ARC."""
    kept = cast("_WarcRecord", record)
    return kept.rec_type in _RECORD_TYPES and (kept.format == "warc" or kept.http_headers is not None)


def _answer(record: object, options: ReadingOptions) -> Answer | None:
    """What a server answered with a page, a text or a PDF; None for any other record."""
    kept = cast("_WarcRecord", record)
    if kept.rec_type not in ("response", "resource"):
        return None
    headers = kept.http_headers
    if headers is not None and headers.get_statuscode() != _OK:
        return None
    said = headers.get_header("Content-Type") if headers is not None else kept.rec_headers.get_header("Content-Type")
    media, _, parameters = (said or "").lower().partition(";")
    if media.strip() not in _READ:
        return None
    url = (kept.rec_headers.get_header("WARC-Target-URI") or "").strip("<> ")
    data = kept.content_stream().read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise too_large(f"the answer is over {options.max_bytes:,} bytes").at(url)
    while kept.raw_stream.read(_CHUNK):
        pass
    if getattr(kept.raw_stream, "limit", 0) > 0:
        raise Refused("unreadable", "the archive ends in the middle of an answer", remedy="make or fetch it anew")
    _, _, charset = parameters.partition(_CHARSET)
    return Answer(data, url=url, kind=media.strip(), charset=charset.strip(" \"';") or None)


if TYPE_CHECKING:
    from typing import Protocol

    class _Headers(Protocol):
        def get_header(self, name: str) -> str | None: ...
        def get_statuscode(self) -> str: ...

    class _WarcRecord(Protocol):
        format: str
        rec_type: str
        rec_headers: _Headers
        http_headers: _Headers | None
        raw_stream: IO[bytes]

        def content_stream(self) -> IO[bytes]: ...
