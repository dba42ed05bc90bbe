"""Records as JSON: an indented array, or one record a line.

What is printed is what the record holds. Characters that a terminal or a splitter of lines might act on are written as
JSON escapes, which read back as the same characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.showing.export import Export
from onrecord.showing.sureness import sure_part

if TYPE_CHECKING:
    from onrecord.records import Record

# The json module escapes C0 controls; C1 controls may steer a terminal, some programs end lines at U+2028 and U+2029,
# and a lone surrogate cannot be written as UTF-8.
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")
# A span on one line. A string in JSON text holds no raw line end, so nothing inside strings can match.
_SPREAD_SPAN = re.compile(r"\[\n +(\d+),\n +(\d+)\n +\]")


def make_json_export(*, least: float = 0.0) -> Export:
    """An indented array of records, without statements and events below `least` confidence."""
    return Export(
        lambda record: _show_indented(sure_part(record, least)[0]),
        opening="[\n",
        between=",\n",
        closing="\n]\n",
        empty="[]\n",
    )


def make_json_lines_export(*, least: float = 0.0) -> Export:
    """One record a line, without statements and events below `least` confidence."""
    return Export(lambda record: f"{_escape(sure_part(record, least)[0].to_json())}\n")


def _show_indented(record: Record) -> str:
    text = _SPREAD_SPAN.sub(r"[\1, \2]", _escape(record.to_json(indent=2)))
    return "\n".join(f"  {line}" for line in text.split("\n"))


def _escape(text: str) -> str:
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)
