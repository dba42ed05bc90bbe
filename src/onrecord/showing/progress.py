"""What stands on standard error while articles are read: progress where it takes long, and remarks."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Self, TextIO

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.progress import Progress, TaskID

_PATIENCE = 2.0  # seconds without a sign of life that one bears for one input
_PATIENCE_WITH_MANY = 0.5


class Reporter:
    """Shows progress on a terminal after a while, and takes it away before anything else is written.

    Args:
        inputs: how many inputs there are.
        is_quiet: show no progress.
        is_beside_output: records are written to the same terminal.
        stream: where to; standard error by default.
    """

    def __init__(
        self, inputs: int, *, is_quiet: bool = False, is_beside_output: bool = False, stream: TextIO | None = None
    ) -> None:
        self._inputs = inputs
        self._stream = stream or sys.stderr
        self._is_beside_output = is_beside_output
        self._is_shown = not is_quiet and is_live(self._stream)
        self._lock = threading.RLock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._opened = 0
        self._read = 0
        self._refused = 0
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Self:
        if self._is_shown:
            self._timer = threading.Timer(_PATIENCE if self._inputs == 1 else _PATIENCE_WITH_MANY, self._appear)
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            if self._timer:
                self._timer.cancel()
            if self._progress:
                self._progress.stop()
            self._is_shown = False

    def opened(self) -> None:
        """Count an input whose articles begin to come."""
        self._opened += 1
        self._update()

    def read(self) -> None:
        """Count an article that was read."""
        self._read += 1
        self._update()

    def refused(self, line: str) -> None:
        """Count and tell what could not be read."""
        self._refused += 1
        self.tell(line)
        self._update()

    def tell(self, line: str) -> None:
        """Write a remark, on one line."""
        with self._aside():
            self._stream.write(f"onrecord: {line}\n")
            self._stream.flush()

    @contextmanager
    def making_way(self) -> Iterator[None]:
        """Take progress away while the block writes output, where that would stand on the same terminal."""
        if self._is_beside_output:
            with self._aside():
                yield
        else:
            yield

    @contextmanager
    def _aside(self) -> Iterator[None]:
        with self._lock:
            if self._progress:
                self._progress.stop()
            try:
                yield
            finally:
                if self._progress and self._is_shown:
                    self._progress.start()

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        with self._lock:
            if not self._is_shown:
                return
            bar = [BarColumn(bar_width=24)] if self._inputs > 1 else []
            columns = [SpinnerColumn(), *bar, TextColumn("{task.description}"), TimeElapsedColumn()]
            self._progress = Progress(
                *columns,
                console=Console(file=self._stream),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._task = self._progress.add_task("", total=self._inputs)
            self._update()
            self._progress.start()

    def _update(self) -> None:
        if self._progress is None or self._task is None:
            return
        told = "reading" if self._read == 0 else f"{self._read} article{'s' if self._read > 1 else ''} read"
        if self._refused:
            told += f", {self._refused} refused"
        self._progress.update(self._task, description=told, completed=max(0, self._opened - 1))


def is_live(stream: TextIO) -> bool:
    """Whether `stream` is a terminal that can move its cursor."""
    return stream.isatty() and os.environ.get("TERM", "") not in {"dumb", "unknown"}
