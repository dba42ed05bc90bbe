"""How `onrecord who` lays out what it tells: rows in two columns, and on a narrow terminal in one."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from rich.text import Text

from onrecord.showing.terminal import GAP, NARROWEST_COLUMNS, Terminal

if TYPE_CHECKING:
    from collections.abc import Sequence

_LEFT_MOST, _LEFT_SHARE = 40, 0.45  # of the width, at most, for the left column
_MARK = "cyan"


class Row(NamedTuple):
    """A row of two cells; the mark stands before the left one."""

    left: Text
    right: Text
    mark: str = ""


class Sheet:
    """Lines of one width.

    Args:
        width: in cells.
        is_colored: with escape sequences for colour.
    """

    def __init__(self, width: int, *, is_colored: bool) -> None:
        self._terminal = Terminal(width, is_colored=is_colored)
        self._width = self._terminal.width

    def show(self, blocks: Sequence[Sequence[Text]]) -> str:
        """Blocks of lines as text, an empty line between two; nothing where there is none."""
        lines = [line for block in blocks for line in (Text(), *block)][1:]
        if not lines:
            return ""
        return self._terminal.printed(lines)

    def rows(self, rows: Sequence[Row]) -> list[Text]:
        """Rows in two columns; on a narrow terminal one below the other."""
        if self._width < NARROWEST_COLUMNS:
            stacked = ((row.mark, Text.assemble(row.left, ": " if row.left.plain else "", row.right)) for row in rows)
            return [line for mark, told in stacked for line in self.hanging(told, mark, " " * len(mark) or GAP)]
        needed = max((len(row.mark) + cell_len(row.left.plain) for row in rows), default=0)
        width = min(needed, _LEFT_MOST, int(self._width * _LEFT_SHARE))
        lines = []
        for row in rows:
            lefts = self.hanging(row.left, row.mark, " " * len(row.mark), width=width)
            rights = self.wrapped(row.right, "", width=self._width - width - len(GAP))
            for left, right in zip_longest(lefts, rights, fillvalue=Text()):
                space = " " * (width - cell_len(left.plain)) + GAP if right.plain else ""
                lines.append(Text.assemble(left, space, right))
        return lines

    def hanging(self, text: Text, mark: str, hang: str, *, width: int | None = None) -> list[Text]:
        """Lines of which the first begins with a mark, the others with `hang`."""
        lines = self.wrapped(text, "", width=(width or self._width) - len(hang))
        return [Text.assemble(hang, line) if i else Text.assemble((mark, _MARK), line) for i, line in enumerate(lines)]

    def wrapped(self, text: str | Text, style: str, *, width: int | None = None) -> list[Text]:
        """Lines of at most the sheet's width, or of another."""
        return self._terminal.wrapped(Text(text, style) if isinstance(text, str) else text, width)
