"""Where output goes: standard output, or a file that is whole or not there at all."""

from __future__ import annotations

import contextlib
import os
import stat
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from onrecord.showing.plain_text import input_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class OutputError(Exception):
    """What was read cannot be written; says where to, and why."""


class PipeClosedError(OutputError):
    """Who read our output has gone, as `head` does when it has enough."""


class Output:
    """A stream of text; `keep` decides whether a file takes the place of the one before."""

    def __init__(self, name: str, stream: TextIO, keep: Callable[[], None] | None = None) -> None:
        self._name = name
        self._stream = stream
        self._keep = keep

    def write(self, text: str) -> None:
        """Write `text` and pass it on at once, so that a reader at the other end of a pipe can begin.

        Raises:
            OutputError: it cannot be written.
        """
        with _named(self._name):
            self._stream.write(text)
            self._stream.flush()

    def keep(self) -> None:
        """Let what was written stand; a file is put into place, where it was not yet."""
        if self._keep:
            with _named(self._name):
                self._keep()
            self._keep = None


@contextmanager
def open_output(target: str) -> Iterator[Output]:
    """Open `target`, a path or "-" for standard output.

    A regular file is written beside its place and moved there by `keep`; without that, all is as it was before.
    Anything else that has a name (a device, a named pipe) is written to directly.

    Raises:
        OutputError: it cannot be opened.
    """
    if target == "-":
        if sys.stdout is None:
            raise OutputError("standard output: it is closed")
        yield Output("standard output", sys.stdout)
        return
    name = input_name(target)
    place = Path(target).resolve()  # a link keeps pointing where it does
    if place.exists() and not place.is_file():
        with _closing(name, lambda: place.open("w", encoding="utf-8", errors="replace")) as stream:
            yield Output(name, stream)
        return
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")

    def keep() -> None:
        stream.flush()
        os.fsync(stream.fileno())
        if place.exists():
            draft.chmod(stat.S_IMODE(place.stat().st_mode))
        draft.replace(place)

    with _closing(name, lambda: draft.open("x", encoding="utf-8", errors="replace", newline="\n")) as stream:
        try:
            yield Output(name, stream, keep)
        finally:
            with contextlib.suppress(FileNotFoundError):
                draft.unlink()


@contextmanager
def _closing(name: str, open_it: Callable[[], TextIO]) -> Iterator[TextIO]:
    """A stream that is closed at the end; opening and closing fail with an OutputError."""
    with _named(name):
        stream = open_it()
    try:
        yield stream
    finally:
        with _named(name):  # what could not be written is tried once more
            stream.close()


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turn an OSError into an OutputError that says where."""
    try:
        yield
    except BrokenPipeError as error:
        raise PipeClosedError(name) from error
    except OSError as error:
        raise OutputError(f"{name}: cannot be written: {error.strerror or error}") from error


def speak_utf8() -> None:
    """Make standard output and standard error UTF-8 in any locale, and never fail on a character.

    A standard error that is closed becomes one that goes nowhere, so that nobody need ask whether there is one.
    """
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - it stays open as long as we run
    for stream, errors in ((sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors=errors)


def hush_stdout() -> None:
    """Send the rest of standard output nowhere, where it cannot be written: Python would complain at exit."""
    if sys.stdout is None:
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
