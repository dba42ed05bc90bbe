"""The desk where what visitors put in is read: in a process of its own, one after another, so that pages stay fast."""

from __future__ import annotations

import multiprocessing
import os
import re
import secrets
import tempfile
import threading
from collections import OrderedDict
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from onrecord.batch.store import make_reader
from onrecord.batch.workers import follow_parent, read_rows
from onrecord.errors import OnrecordError, Refused

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection

    from onrecord.batch.workers import ArticleReader
    from onrecord.recording import RecordRows

_MOST_WAITING = 8  # visitors; more are asked to come again
_MOST_LOOKS = 100  # records that are kept to be looked at, without going into the store
_MOST_ARTICLES = 20  # of one file; more are work for onrecord add
_LONGEST_NAME = 80
_NICENESS = 5
_LOADING = 120.0  # seconds that the models may take to load
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)
_WARMING = "The harbour opened on Monday, the mayor said. Ships may enter again from noon, she told reporters there."


@dataclass(frozen=True, slots=True)
class Handed:
    """What a visitor hands in: the text of an article, an address, or a file's name and bytes."""

    text: str = ""
    url: str = ""
    file: tuple[str, bytes] | None = None
    title: str = ""
    published: str = ""


@dataclass(frozen=True, slots=True)
class Problem:
    """Why something could not be read, and what to do."""

    reason: str
    message: str
    remedy: str


class DeskBusyError(Exception):
    """Too many are waiting."""


class Desk:
    """Reads what visitors hand in.

    Args:
        patience: seconds that reading one thing may take.
        allow_private: fetch addresses inside private networks, too.
        make: makes the reader; a function of a module, as another process is to call it.
    """

    def __init__(
        self, *, patience: float, allow_private: bool = False, make: Callable[[], ArticleReader] = make_reader
    ) -> None:
        self._patience, self._allow_private, self._make = patience, allow_private, make
        self._lock = threading.Lock()  # held by whose turn it is
        self._waiting = threading.BoundedSemaphore(_MOST_WAITING)
        self._process: Any = None
        self._line: Connection | None = None
        self._is_ready = self._is_closed = False
        self._looks: OrderedDict[str, RecordRows] = OrderedDict()
        self._looks_lock = threading.Lock()

    def open(self) -> None:
        """Start the process, and have it load its models meanwhile."""
        with self._lock:
            self._start()

    def close(self) -> None:
        """End the process, also in the middle of an article."""
        self._is_closed = True
        if (process := self._process) is not None:
            process.kill()  # whoever waits for it has the lock
        with self._lock:
            self._stop()

    def read(self, handed: Handed) -> list[RecordRows | Problem]:
        """The records of what was handed in, or why there are none.

        Raises:
            DeskBusyError: too many others are waiting.
        """
        if not self._waiting.acquire(blocking=False):
            raise DeskBusyError
        try:
            # The file lies here, so that it goes also where the process that reads it is ended.
            with self._lock, tempfile.TemporaryDirectory(prefix="onrecord-") as folder:
                path = None
                if handed.file is not None:
                    path = Path(folder) / _safe_name(handed.file[0])
                    path.write_bytes(handed.file[1])
                return self._ask(replace(handed, file=None), path)
        finally:
            self._waiting.release()

    def keep_look(self, rows: RecordRows) -> str:
        """Keep a record to be looked at; the name by which."""
        name = secrets.token_urlsafe(16)
        with self._looks_lock:
            self._looks[name] = rows
            while len(self._looks) > _MOST_LOOKS:
                self._looks.popitem(last=False)
        return name

    def look(self, name: str) -> RecordRows | None:
        """The record that was kept by this name, if it still is."""
        return self._looks.get(name)

    def _ask(self, handed: Handed, path: Path | None) -> list[RecordRows | Problem]:
        for _ in range(2):  # a process that has died since the last time is started once more
            if self._is_closed:
                break
            line = self._start()
            try:
                if not self._is_ready:  # its models take a while, which is not the article's fault
                    if not line.poll(_LOADING):
                        self._stop()
                        continue
                    self._is_ready = bool(line.recv())
                line.send((handed, path, self._allow_private))
                if not line.poll(self._patience):
                    self._stop()
                    seconds = f"{self._patience:g} seconds"
                    return [Problem("too-slow", f"reading this took over {seconds}", "try a shorter article")]
                answer: list[RecordRows | Problem] = line.recv()
            except (EOFError, OSError):
                self._stop()
                continue
            return answer
        return [Problem("step-failed", "the process that reads died on this", "try onrecord read in a terminal")]

    def _start(self) -> Connection:
        if self._line is not None and self._process.is_alive():
            return self._line
        self._stop()
        # A process of its own and no copy of this one: threads and open databases do not survive a copy.
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, self._make), daemon=True)
        self._process.start()
        theirs.close()
        return self._line

    def _stop(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None
        self._is_ready = False


def _work(line: Connection, make: Callable[[], ArticleReader]) -> None:
    """What the process does: load the models, say so, wait for something, read it, answer."""
    follow_parent()
    if hasattr(os, "nice"):
        os.nice(_NICENESS)  # pages come first, where both want the same core
    reader = make()
    with suppress(OnrecordError):  # it will be told to whoever hands something in
        for article in _articles(Handed(text=_WARMING), None, allow_private=False):
            if not isinstance(article, Refused):
                read_rows(reader, article)
    with suppress(EOFError, OSError):  # the other end is gone
        line.send(True)
        while True:
            handed, path, allow_private = line.recv()
            line.send(_read(reader, handed, path, allow_private=allow_private))


def _read(
    reader: ArticleReader, handed: Handed, path: Path | None, *, allow_private: bool
) -> list[RecordRows | Problem]:
    read: list[RecordRows | Problem] = []
    try:
        for article in _articles(handed, path, allow_private=allow_private):
            if len(read) == _MOST_ARTICLES:
                message = f"only the first {_MOST_ARTICLES} articles of this file were read"
                read.append(Problem("too-large", message, "onrecord add reads all of them"))
                break
            rows = article if isinstance(article, Refused) else read_rows(reader, article)
            read.append(_problem(rows) if isinstance(rows, OnrecordError) else rows)
    except (OnrecordError, ValueError) as error:
        read.append(_problem(error))
    return read


def _problem(error: Exception) -> Problem:
    if isinstance(error, Refused):
        return Problem(error.reason, error.message, error.remedy)
    return Problem("step-failed", str(error), "")


def _articles(handed: Handed, path: Path | None, *, allow_private: bool) -> Any:
    """Articles and refusals of what was handed in; `path` is where its file lies."""
    from onrecord.reading import ReadingOptions, check_date, make_article, read_input

    published = check_date(handed.published) if handed.published else None
    if path is not None:
        yield from read_input(path, published=published)
    elif handed.url and not handed.text.strip():
        if not _ADDRESS.match(handed.url):  # else it would be a path on this machine
            message = "this is no address of a page"
            raise Refused("forbidden-address", message, remedy="give one that begins with https://")
        options = ReadingOptions(allow_private=allow_private, total_timeout=30.0)
        yield from read_input(handed.url, published=published, options=options)
    else:
        yield make_article(
            handed.text,
            title=handed.title or None,
            url=handed.url or None,
            published=published,
            published_from="given" if published else None,
        )


def _safe_name(name: str) -> str:
    """A file's name without folders and odd characters; its ending tells what is in it."""
    plain = PurePath(name.replace("\\", "/")).name
    kept = "".join(c if c.isalnum() or c in "._- " else "_" for c in plain)[-_LONGEST_NAME:]
    return kept.lstrip(".") or "article"
