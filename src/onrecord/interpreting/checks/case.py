"""What the rules look at: an article with all that was made of it, and what a rule finds."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal, NamedTuple

from onrecord.interpreting.checks.masks import Masked, mask
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.office_names import OfficeNames
from onrecord.sentences import find_ends

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Entity, Event, Quantity, Statement, Time

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
Offsets = tuple[int, int]
_MOST_FIGURES = 14  # of a sentence that rules reckon with; they try numbers in threes
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR = re.compile(r"\b(1[6-9]\d\d|20\d\d)\b(?![%\w])")


class Finding(NamedTuple):
    """What a rule found: offsets in the article's text, or in its title.

    Attributes:
        message: one sentence.
        evidence: the fact it was held against, and where that is from.
    """

    severity: Severity
    message: str
    spans: tuple[Offsets, ...]
    evidence: str | None = None
    title_spans: tuple[Offsets, ...] = ()


@dataclass(frozen=True)
class Case:
    """An article as the rules see it; it changes nothing.

    Attributes:
        text: with blanks for what is no part of the story; same offsets as the article's.
        published: ISO 8601, given or inferred; None where it is not known.
    """

    text: str
    title: str
    published: str | None
    statements: Sequence[Statement] = ()
    entities: Sequence[Entity] = ()
    times: Sequence[Time] = ()
    quantities: Sequence[Quantity] = ()
    events: Sequence[Event] = ()

    @cached_property
    def day(self) -> str | None:
        """The day of publication; None where no day is known."""
        match = _DAY.match(self.published or "")
        return match[0] if match else None

    @cached_property
    def date(self) -> date | None:
        """The same as a date."""
        try:
            return date.fromisoformat(self.day) if self.day else None
        except ValueError:
            return None

    @cached_property
    def names(self) -> OfficeNames:
        """The knowledge base, with its offices by their names."""
        return _office_names()

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(following for _, following in find_ends(self.text))]

    def sentence(self, at: int) -> Offsets:
        """The sentence that an offset is in."""
        number = bisect_right(self._starts, at)
        end = self._starts[number] if number < len(self._starts) else len(self.text)
        return self._starts[number - 1], end

    @cached_property
    def sentences(self) -> list[Offsets]:
        """All sentences, in text order."""
        ends = [*self._starts[1:], len(self.text)]
        return list(zip(self._starts, ends, strict=True))

    @cached_property
    def _quoted(self) -> list[Offsets]:
        return sorted(
            (span.start, span.end)
            for statement in self.statements
            for span in statement.content.spans
            if statement.quotation == "direct"
        )

    def is_quoted(self, at: int) -> bool:
        """Whether an offset lies in words that somebody is quoted with."""
        return any(start <= at < end for start, end in self._quoted) or self._in_marks(at)

    def _in_marks(self, at: int) -> bool:
        """Whether a quotation mark is open there, in its own paragraph."""
        start = self.text.rfind("\n", 0, at) + 1
        before = self.text[start:at]
        return before.count("“") > before.count("”") or before.count('"') % 2 == 1 or before.count("''") % 2 == 1

    @cached_property
    def masked(self) -> list[Masked]:
        """All sentences with their numbers masked, in text order; those of tables and long lists have none."""
        return [
            masked if len(masked.figures) <= _MOST_FIGURES else Masked(masked.text, {}, masked.start)
            for masked in (mask(self, start, end) for start, end in self.sentences)
        ]

    def times_in(self, start: int, end: int) -> list[Time]:
        """The times of a stretch."""
        return [t for t in self.times if start <= t.span.start and t.span.end <= end]

    def years_in(self, start: int, end: int) -> Iterator[int]:
        """The years that a stretch names in figures."""
        return (int(match[1]) for match in _YEAR.finditer(self.text, start, end))


@cache
def _office_names() -> OfficeNames:
    """One index a process: making it takes longer than all rules together."""
    return OfficeNames(load_knowledge())


def tell_day(day: str) -> str:
    """An ISO date in words: "23 February 2025", "February 2025", "2025"."""
    parts = day.split("-")
    if len(parts) == 1:
        return parts[0]
    month = _MONTHS[int(parts[1]) - 1]
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) > 2 else f"{month} {parts[0]}"


_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
