"""Lines on a terminal: wrapped to its width, and printed with colour or without."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Sequence

_NARROWEST, _WIDEST = 4, 110  # cells; longer lines are hard to read
NARROWEST_COLUMNS = 60  # cells; below, two columns would leave the words fewer than some 40
GAP = "  "  # between two columns


class Terminal:
    """A terminal of one width.

    Args:
        width: in cells; at most 110 of them are used.
        is_colored: with escape sequences for colour.
    """

    def __init__(self, width: int, *, is_colored: bool) -> None:
        self.width = max(_NARROWEST, min(width, _WIDEST))
        # Everything is given, so that nothing is taken from the environment; the command line has looked at that.
        self._console = Console(
            file=StringIO(),
            width=self.width,
            height=25,
            color_system="standard" if is_colored else None,
            force_terminal=is_colored,
            no_color=not is_colored,
            legacy_windows=False,
        )

    def wrapped(self, text: Text, width: int | None = None) -> list[Text]:
        """Lines of at most the terminal's width, or of another."""
        lines = list(text.wrap(self._console, width or self.width))
        for line in lines:
            line.rstrip()
        return lines

    def printed(self, lines: Sequence[Text]) -> str:
        """Lines as they are written to the terminal."""
        with self._console.capture() as capture:
            self._console.print(Text("\n").join(lines), soft_wrap=True, markup=False, highlight=False, emoji=False)
        return capture.get()
