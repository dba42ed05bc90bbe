"""Offsets for JavaScript: from Unicode code points to UTF-16 code units, and nowhere else."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

_SPANS = frozenset({"span", "trigger", "marker", "relation"})
_LISTS = frozenset({"spans", "actor_spans", "recipient_spans"})
_OF_TITLE = "title_spans"
_LAST_OF_ONE_UNIT = 0xFFFF


class Utf16:
    """Turns offsets in `text` from code points to UTF-16 code units."""

    def __init__(self, text: str) -> None:
        self._wide = [i for i, character in enumerate(text) if ord(character) > _LAST_OF_ONE_UNIT]

    def offset(self, offset: int) -> int:
        """The offset in code units: one more for every wide character before it."""
        return offset + bisect_left(self._wide, offset)

    def span(self, span: list[int]) -> list[int]:
        """A pair of offsets."""
        return [self.offset(span[0]), self.offset(span[1])]


def with_utf16_offsets(record: dict[str, Any]) -> dict[str, Any]:
    """A record's plain form with all its spans in UTF-16 code units of the text, or of the title."""
    text, title = Utf16(record["article"]["text"]), Utf16(record["article"].get("title") or "")

    def turned(value: Any, key: str) -> Any:
        if isinstance(value, dict):
            return {name: turned(part, name) for name, part in value.items()}
        if value and key in _SPANS:
            return text.span(value)
        if value and (key in _LISTS or key == _OF_TITLE):
            within = title if key == _OF_TITLE else text
            return [within.span(span) for span in value]
        return [turned(part, "") for part in value] if isinstance(value, list) else value

    return {name: turned(part, name) for name, part in record.items()}
