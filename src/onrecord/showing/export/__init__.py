"""The formats that records are printed in, one module each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.records import Record

FORMATS = ("text", "json", "jsonl", "md", "html")


@dataclass(frozen=True, slots=True)
class Export:
    """How a stream of records becomes one output, piece by piece.

    Attributes:
        show: one record.
        opening, between: what stands before the first record, and before each other.
        closing: what stands after the last; where that depends on all of them, what makes it.
        empty: the whole output where there was no record.
    """

    show: Callable[[Record], str]
    opening: str = ""
    between: str = ""
    closing: str | Callable[[], str] = ""
    empty: str = ""

    def close(self) -> str:
        """What stands after the last record."""
        return self.closing if isinstance(self.closing, str) else self.closing()


def make_export(name: str, *, width: int = 80, is_colored: bool = False, least: float = 0.0) -> Export:
    """The export named `name`, one of FORMATS.

    Args:
        width, is_colored: for text only.
        least: statements and events of a confidence below this are left out.
    """
    match name:
        case "text":
            from onrecord.showing.export.text import make_text_export

            return make_text_export(width=width, is_colored=is_colored, least=least)
        case "json":
            from onrecord.showing.export.jsons import make_json_export

            return make_json_export(least=least)
        case "jsonl":
            from onrecord.showing.export.jsons import make_json_lines_export

            return make_json_lines_export(least=least)
        case "md":
            from onrecord.showing.export.markdown import make_markdown_export

            return make_markdown_export(least=least)
        case "html":
            from onrecord.showing.export.pages import make_page_export

            return make_page_export(least=least)
    raise ValueError(f"{name!r} is none of the formats {', '.join(FORMATS)}")
