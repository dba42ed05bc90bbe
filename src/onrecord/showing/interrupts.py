"""Ctrl-C and SIGTERM that wait while a record is being written, so that output stays whole."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Iterator


class Interrupted(KeyboardInterrupt):
    """The user, or the system, wants us to end.

    Attributes:
        signal: the number of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.signal = number


class Interrupts:
    """Turns the signals into Interrupted while it is open; inside `held` they wait until its end."""

    _SIGNALS = (signal.SIGINT, signal.SIGTERM)

    def __init__(self) -> None:
        self._before: dict[int, Any] = {}
        self._is_held = False
        self._waiting: int | None = None

    def __enter__(self) -> Self:
        if threading.current_thread() is threading.main_thread():  # elsewhere Python allows no handlers
            for number in self._SIGNALS:
                # Who started us may have asked to be spared (nohup, a shell's background job).
                if signal.getsignal(number) is not signal.SIG_IGN:
                    self._before[number] = signal.signal(number, self._receive)
        return self

    def __exit__(self, *_: object) -> None:
        for number, handler in self._before.items():
            signal.signal(number, handler)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Let a signal wait until the block is done; a second one does not wait."""
        self._is_held = True
        try:
            yield
        finally:
            self._is_held = False
        if self._waiting is not None:
            number, self._waiting = self._waiting, None
            raise Interrupted(number)

    def _receive(self, number: int, _frame: object) -> None:
        if self._is_held and self._waiting is None:
            self._waiting = number
        else:
            raise Interrupted(number)
