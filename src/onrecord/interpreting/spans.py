"""Spans that the models found, in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """A span that a tagger found.

    Attributes:
        role: `source`, `cue` or `content`.
        first, last: half-open range of words.
        exact: posterior probability that a span of this role has exactly these borders.
        inside: mean posterior probability of its words being of this role.
    """

    role: str
    first: int
    last: int
    exact: float
    inside: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """A cue with its source and its contents, as found.

    Attributes:
        source: None where the text names none.
        contents: in text order, one or more.
    """

    cue: TaggedSpan
    source: TaggedSpan | None
    contents: tuple[TaggedSpan, ...]

    def spans(self) -> tuple[TaggedSpan, ...]:
        """Its cue, its contents, and its source where it has one."""
        return (self.cue, *self.contents, *(() if self.source is None else (self.source,)))
