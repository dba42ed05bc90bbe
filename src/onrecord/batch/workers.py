"""Processes that read articles. A quarter of reading is Python's own work, which threads cannot share out.

So threads use four cores at most, and processes all; on two cores both take the same time (docs/store.md). Processes
also leave the writer alone, and one that dies takes no other with it. A few articles are read in this one, as starting
others takes seconds.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from onrecord.errors import Refused, StepError
from onrecord.recording import RecordRows, make_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from concurrent.futures import Future

    from onrecord.records import Article, Maker, Record

T = TypeVar("T")
Read = RecordRows | Refused | StepError

_FEWEST = 6  # articles worth starting processes for: two processes need as long to load their models as six to be read
_AHEAD = 3  # articles that wait for each process, so that none waits for the writer


class ArticleReader(Protocol):
    """What is needed of `onrecord.pipeline.Reader`."""

    @property
    def maker(self) -> Maker:
        """What makes its records."""
        ...

    @property
    def step_versions(self) -> Mapping[str, str]:
        """The versions of its steps, by name."""
        ...

    def read(self, article: Article, /) -> Record:
        """The record of one article."""
        ...


def read_rows(reader: ArticleReader, article: Article) -> Read:
    """An article's record as the rows that a store takes, or why there is none."""
    try:
        return make_rows(reader.read(article), reader.step_versions)
    except (Refused, StepError) as error:
        return error


class Workers(Generic[T]):
    """Reads the articles of a stream, in its order.

    Args:
        make_reader: makes what reads; a function of a module, as other processes are to call it.
        jobs: how many processes; with 1 all is done in this one.
    """

    def __init__(self, make_reader: Callable[[], ArticleReader], jobs: int) -> None:
        if jobs < 1:
            raise ValueError(f"jobs must be 1 or more, not {jobs}")
        self._make_reader = make_reader
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def read(self, items: Iterable[tuple[T, Article | None]]) -> Iterator[tuple[T, Read | None]]:
        """Each item with what its article gave; None for an item without one."""
        stream = iter(items)
        if self._jobs == 1:
            yield from self._read_here(stream)
            return
        first: list[tuple[T, Article | None]] = []
        articles = 0
        for item in stream:
            if not first and item[1] is None:
                yield item[0], None
                continue
            first.append(item)
            articles += item[1] is not None
            if articles == _FEWEST:
                break
        if articles < _FEWEST:
            yield from self._read_here(first)
        else:
            yield from self._read_there(chain(first, stream))

    def _read_here(self, stream: Iterable[tuple[T, Article | None]]) -> Iterator[tuple[T, Read | None]]:
        reader: ArticleReader | None = None
        for item, article in stream:
            if article is not None and reader is None:
                reader = self._make_reader()
            yield item, read_rows(reader, article) if article is not None and reader is not None else None

    def _read_there(self, stream: Iterator[tuple[T, Article | None]]) -> Iterator[tuple[T, Read | None]]:
        waiting: deque[tuple[T, Article | None, Future[Read] | None]] = deque()
        pending = 0
        try:
            for item, article in stream:
                waiting.append((item, article, None if article is None else self._submit(article)))
                pending += article is not None
                while waiting and self._is_due(waiting[0][2], is_full=pending >= _AHEAD * self._jobs):
                    pending -= waiting[0][1] is not None
                    yield self._received(*waiting.popleft())
            while waiting:
                yield self._received(*waiting.popleft())
        finally:
            self._stop()

    @staticmethod
    def _is_due(future: Future[Read] | None, *, is_full: bool) -> bool:
        return future is None or is_full or future.done()

    def _received(self, item: T, article: Article | None, future: Future[Read] | None) -> tuple[T, Read | None]:
        return item, None if article is None or future is None else self._result(article, future)

    def _submit(self, article: Article) -> Future[Read]:
        if self._pool is None:
            # A process of its own and no copy of this one: threads and open databases do not survive a copy.
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._jobs, context, initializer=_start, initargs=(self._make_reader,))
        try:
            return self._pool.submit(_read, article)
        except BrokenProcessPool:
            self._stop()
            return self._submit(article)

    def _result(self, article: Article, future: Future[Read]) -> Read:
        """What came of an article. Where a process died, it is tried once more by itself, and then given up."""
        for _ in range(2):
            try:
                return future.result()
            except BrokenProcessPool:
                self._stop()
                future = self._submit(article)
        try:
            return future.result()
        except BrokenProcessPool:
            self._stop()
            return StepError("reading", article.id, "the process that read it died, perhaps for want of memory")

    def _stop(self) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


_reader: ArticleReader | None = None


def _start(make_reader: Callable[[], ArticleReader]) -> None:
    """Set up a process that reads: Ctrl-C is for the one that writes, and when that one dies, so does this."""
    global _reader  # noqa: PLW0603 - what a pool's function can use must be global
    follow_parent()
    _reader = make_reader()


def follow_parent() -> None:
    """Leave Ctrl-C to the process that started this one, and end when that does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent: Any = multiprocessing.parent_process()
    parent.join()
    os._exit(1)


def _read(article: Article) -> Read:
    if _reader is None:
        raise RuntimeError("the process was not set up")
    return read_rows(_reader, article)
