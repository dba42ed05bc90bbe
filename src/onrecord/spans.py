"""Spans: half-open ranges of a text, in Unicode code points, with the words that stand there."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.brief import shortened
from onrecord.errors import SpanError

_LONGEST_SHOWN = 60


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of an article's text with the words it holds.

    Attributes:
        start, end: code-point offsets, 0 <= start < end.
        surface: the words; `text[start:end]`.

    Raises:
        SpanError: the range is empty or negative, or `surface` has another length.
    """

    start: int
    end: int
    surface: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"[{self.start}, {self.end}) is no range of text")
        if len(self.surface) != self.end - self.start:
            raise SpanError(f"[{self.start}, {self.end}) cannot hold {self.surface!r}")

    def __repr__(self) -> str:
        return f"Span({self.start}, {self.end}, {shortened(self.surface, _LONGEST_SHOWN)!r})"

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[max(start, 0) : max(end, 0)])

    def check(self, text: str) -> None:
        """Raise SpanError unless `text` holds the span's words at its place."""
        if text[self.start : self.end] != self.surface:
            found = text[self.start : self.end]
            raise SpanError(f"[{self.start}, {self.end}) holds {found!r}, not {self.surface!r}")


Spans = tuple[Span, ...]
