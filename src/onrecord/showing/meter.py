"""A bar on standard error for work whose end is known: how far, how fast, how long it still takes."""

from __future__ import annotations

import sys
import threading
import time
from typing import TYPE_CHECKING, Self, TextIO

from onrecord.showing.progress import is_live

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_PATIENCE = 0.5  # seconds before it appears: what is done at once needs no bar
_PAUSE = 0.1  # seconds between two looks of it, so that showing costs nothing


class Meter:
    """Appears on a terminal after a while, and goes away at the end.

    Args:
        is_quiet: never appear.
        stream: where to; standard error by default.
    """

    def __init__(self, *, is_quiet: bool = False, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._is_shown = not is_quiet and is_live(self._stream)
        self._lock = threading.RLock()
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._began = time.monotonic()
        self._last = 0.0
        self._state: tuple[str, float, float | None] = ("", 0, None)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._lock:
            if self._progress:
                self._progress.stop()
            self._is_shown = False

    def show(self, told: str, done: float, total: float | None) -> None:
        """Say how far it is: `done` of `total`, where that is known."""
        now = time.monotonic()
        if not self._is_shown or now - self._began < _PATIENCE or now - self._last < _PAUSE:
            return
        self._last = now
        with self._lock:
            if self._progress is None:
                self._appear()
            if self._progress is not None and self._task is not None:
                self._progress.update(self._task, description=told, completed=done, total=total or None)

    def _appear(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeRemainingColumn

        self._progress = Progress(
            SpinnerColumn(),
            BarColumn(bar_width=24),
            TextColumn("{task.description}"),
            TimeRemainingColumn(compact=True, elapsed_when_finished=True),
            console=Console(file=self._stream),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._progress.add_task("", total=None)
        self._progress.start()


def rate(number: int, seconds: float) -> str:
    """How many articles a second: "3.1 articles/s"."""
    if not number or seconds <= 0:
        return ""
    each = number / seconds
    return f"{each:,.0f} articles/s" if each >= 10 else f"{each:.1f} articles/s"
