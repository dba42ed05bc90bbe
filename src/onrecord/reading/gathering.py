"""Many inputs at once: folders, patterns, archives, tables, files and addresses, to one stream of articles."""

from __future__ import annotations

import glob
import io
import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import IO, TYPE_CHECKING, cast

from onrecord.errors import Refused
from onrecord.reading.archives import broken, each_member, open_gzip, read_warc
from onrecord.reading.inputs import STANDARD_INPUT, is_page, kind_of, read_input, read_stream
from onrecord.reading.options import ReadingOptions
from onrecord.reading.tables import read_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.reading.networks import Network
    from onrecord.records import Article

_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_PATTERN = re.compile(r"[*?\[]")
_TABLES = (".csv", ".tsv")
_ARCHIVES = (".gz", ".zip", ".warc")
_PEEK = 4_096
_DEEPEST = 2  # a gzipped page in a zip; a zip in a zip is not opened


@dataclass(frozen=True, slots=True)
class Incoming:
    """An article, or why there is none.

    Attributes:
        input: the file or address.
        origin: the name of the file that it stood in, without its folder.
        item: the article or refusal; None when the input has come to its end.
    """

    input: str
    origin: str
    item: Article | Refused | None


class Gathering:
    """The articles of many inputs, in order.

    Args:
        inputs: files, folders, patterns ("news/**/*.html"), http(s) addresses, or "-" for standard input.
        columns: for CSV files, which column holds what; see `tables.COLUMNS`.
        published: the date of all articles.
        options: limits.
        network: how addresses are resolved and connected to.

    Attributes:
        total: bytes of all files.
        done: bytes of those that were read, as far as one has come.
        passed_over: files in folders and archives that are of no kind that articles come in.
    """

    def __init__(
        self,
        inputs: Iterable[str | Path],
        *,
        columns: Mapping[str, str] | None = None,
        published: str | None = None,
        options: ReadingOptions | None = None,
        network: Network | None = None,
    ) -> None:
        self._columns = columns
        self._published = published
        self._options = options or ReadingOptions()
        self._network = network
        self.passed_over = 0
        self._sources = list(dict.fromkeys(name for each in inputs for name in self._expand(str(each))))
        self._sizes = {name: _size(name) for name in self._sources}
        self.total = sum(self._sizes.values())
        self._finished = 0
        self._position = 0

    @property
    def done(self) -> int:
        """How many bytes of the files were read."""
        return min(self.total, self._finished + self._position)

    @property
    def inputs(self) -> int:
        """How many files and addresses there are."""
        return len(self._sources)

    def __iter__(self) -> Iterator[Incoming]:
        for name in self._sources:
            origin = STANDARD_INPUT if name == "-" else name if _SCHEME.match(name) else PurePath(name).name
            shown = STANDARD_INPUT if name == "-" else name.encode(errors="replace").decode()
            self._position = 0
            for item in self._read(name, shown):
                yield Incoming(shown, origin, item)
            self._finished += self._sizes[name]
            self._position = 0
            yield Incoming(shown, origin, None)

    def _expand(self, name: str) -> Iterator[str]:
        """The files that an input means."""
        path = Path(name)
        if name == "-" or _SCHEME.match(name):
            yield name
        elif path.is_dir():
            yield from self._walk(path)
        elif _PATTERN.search(name) and not os.path.lexists(path):
            matched = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - Path knows no absolute patterns
            files = [found for found in matched if not Path(found).is_dir()]
            yield from files or [name]
        else:
            yield name

    def _walk(self, folder: Path) -> Iterator[str]:
        """The files in a folder and those below it that may hold articles."""
        found = False
        for parent, folders, files in os.walk(folder):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(files):
                path = os.path.join(parent, name)  # noqa: PTH118 - a hundred thousand Paths take seconds
                if not name.startswith(".") and _may_hold_articles(path):
                    found = True
                    yield path
                else:
                    self.passed_over += 1
        if not found:
            yield str(folder)  # which is then refused

    def _read(self, name: str, shown: str) -> Iterator[Article | Refused]:
        suffix = PurePath(name).suffix.lower()
        if name == "-" or _SCHEME.match(name) or suffix not in (*_TABLES, *_ARCHIVES):
            if not Path(name).is_dir():
                yield from read_input(name, published=self._published, options=self._options, network=self._network)
            else:
                message = "no file in this folder is of a kind that articles come in"
                yield Refused("directory", message, remedy="see onrecord add --help", source=shown)
            return
        try:
            with Path(name).open("rb", buffering=0) as raw:
                stream = cast("IO[bytes]", io.BufferedReader(_Counted(raw, self)))
                yield from self._read_named(PurePath(name).name, stream, shown, depth=0)
        except FileNotFoundError:
            yield Refused("missing", "there is no such file", remedy="check the name", source=shown)
        except PermissionError:
            yield Refused("unreadable", "you may not read this file", remedy="check its permissions", source=shown)
        except OSError as error:
            yield broken(error).at(shown)

    def _read_named(self, name: str, stream: IO[bytes], shown: str, *, depth: int) -> Iterator[Article | Refused]:
        """The articles of an open file, by the ending of its name."""
        try:
            yield from self._read_open(name, stream, shown, depth)
        except Refused as refused:
            yield refused if refused.source else refused.at(shown)
        except Exception as error:  # noqa: BLE001 - readers of archives raise errors of every kind on broken ones
            yield broken(error).at(shown)

    def _read_open(self, name: str, stream: IO[bytes], shown: str, depth: int) -> Iterator[Article | Refused]:
        low = name.lower()
        if depth > _DEEPEST or (depth and low.endswith(".zip")):
            raise Refused("unreadable", "this is an archive inside an archive", remedy="unpack it first")
        if low.endswith((".warc", ".warc.gz")):
            yield from read_warc(
                stream, source=shown, options=self._options, published=self._published, pass_over=self._pass_over
            )
        elif low.endswith(".gz"):
            yield from self._read_open(name[: -len(".gz")], open_gzip(stream), shown, depth + 1)
        elif low.endswith(".zip"):
            yield from self._read_zip(stream, shown, depth)
        elif low.endswith(_TABLES):
            yield from read_table(
                stream,
                source=shown,
                max_bytes=self._options.max_bytes,
                columns=self._columns,
                published=self._published,
            )
        else:
            yield from read_stream(stream, kind_of(name), shown, self._published, self._options)

    def _read_zip(self, stream: IO[bytes], shown: str, depth: int) -> Iterator[Article | Refused]:
        articles = 0
        taken = 0
        for name, open_member, size in each_member(stream):
            taken += size
            base = PurePath(name).name
            if base.startswith(".") or "__MACOSX" in name or not _has_known_ending(base):
                self._pass_over()
                continue
            try:
                with open_member() as member:
                    for item in self._read_named(base, member, f"{shown} {name}", depth=depth + 1):
                        articles += 1
                        yield item
            except Exception as error:  # noqa: BLE001 - as above; also a member that is locked by a password
                articles += 1
                yield broken(error).at(f"{shown} {name}")
            if not depth:
                self._position = taken
        if not articles:
            yield Refused("empty", "no file in the archive is of a kind that articles come in", source=shown)

    def _pass_over(self) -> None:
        self.passed_over += 1

    def note_position(self, position: int) -> None:
        """Note how many bytes of the present file were read."""
        self._position = position


class _Counted(io.RawIOBase):
    """A file that tells how far it was read."""

    def __init__(self, raw: io.FileIO, gathering: Gathering) -> None:
        super().__init__()
        self._raw = raw
        self._gathering = gathering

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self._raw.seekable()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        return self._raw.seek(offset, whence)

    def tell(self) -> int:
        return self._raw.tell()

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        count = self._raw.readinto(buffer) or 0
        self._gathering.note_position(self._raw.tell())
        return count


def _has_known_ending(name: str) -> bool:
    return kind_of(name) is not None or name.lower().endswith((*_TABLES, *_ARCHIVES))


def _may_hold_articles(path: str) -> bool:
    """Whether a file's name says so, or it is a page under another name, as copies of sites have."""
    if _has_known_ending(path):
        return True
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as file:
            return is_page(file.read(_PEEK))
    except OSError:
        return False


def _size(name: str) -> int:
    try:
        return 0 if _SCHEME.match(name) or name == "-" else os.stat(name).st_size  # noqa: PTH116
    except (OSError, ValueError):
        return 0
