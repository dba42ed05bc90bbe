"""All that is not said, on a page: rows with numbers, from checks to quantities, the later of many folded away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.showing.checks import describe_checks
from onrecord.showing.conditions import describe_conditions
from onrecord.showing.disputes import describe_disputes
from onrecord.showing.entities import describe_entities
from onrecord.showing.events import describe_events
from onrecord.showing.places import describe_places
from onrecord.showing.quantities import describe_quantities
from onrecord.showing.times import describe_times

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Record
    from onrecord.showing.rows import RowView, SectionView

RowPart = Literal["check", "condition", "dispute", "event", "entity", "time", "place", "quantity"]

_FEW_ROWS = 12  # as many as stand in the window with their heading; the others are folded away
_MARKS: dict[RowPart, str] = {
    "check": "Checks",
    "condition": "Conditions",
    "dispute": "Disputes",
    "event": "Events",
    "entity": "Names",
    "time": "Times",
    "place": "Places",
    "quantity": "Numbers",
}
LETTERS: dict[str, str] = {
    "check": "h",
    "condition": "f",
    "dispute": "x",
    "event": "v",
    "entity": "e",
    "time": "t",
    "place": "p",
    "quantity": "q",
}
_ONCE = "hfxve"  # letters of lists whose rows are counted, not the places that they have in the text


@dataclass(frozen=True, slots=True)
class RowItemView:
    """A row of a list.

    Attributes:
        key: its number behind the letter of its kind, as in "t3".
        name: its id on the page; anchor: that of its first words, or "" where it has none to show.
    """

    number: int
    part: RowPart
    name: str
    view: RowView

    @property
    def key(self) -> str:
        """The letter of its kind and its number: "t3"."""
        return f"{LETTERS[self.part]}{self.number}"

    @property
    def anchor(self) -> str:
        """The id of its first words in the text."""
        return f"{self.name}-words"

    @property
    def has_words(self) -> bool:
        """There is something to see at its place in the text."""
        return any(span.surface.strip() for span in self.view.spans)


@dataclass(frozen=True, slots=True)
class RowSectionView:
    """A list of rows.

    Attributes:
        letter: that of its part in LETTERS; marks: what its marks in the text are called.
        rows: what to show; more: what to fold away behind it; others: what to show more quietly.
    """

    letter: str
    marks: str
    view: SectionView
    rows: tuple[RowItemView, ...]
    more: tuple[RowItemView, ...]
    others: tuple[RowItemView, ...]

    @property
    def all_rows(self) -> tuple[RowItemView, ...]:
        """Every row, in order."""
        return (*self.rows, *self.more, *self.others)

    @property
    def count(self) -> int:
        """How many rows there are, or, of times, places and quantities, how many places of the text they have."""
        if self.letter in _ONCE:
            return len(self.all_rows)
        return sum(len(row.view.spans) for row in self.all_rows)


def view_rows(record: Record, *, least: float) -> tuple[RowSectionView, ...]:
    """The lists from checks to quantities, those that have rows.

    Conditions and events of a confidence below `least` are left out.
    """
    quantities = describe_quantities(record.quantities, record.article.text)
    found = (
        ("check", describe_checks(record)),
        ("condition", describe_conditions(record, least=least)),
        ("dispute", describe_disputes(record, least=least)),
        ("event", describe_events(record, least=least)),
        ("entity", describe_entities(record)),
        ("time", describe_times(record.times)),
        ("place", describe_places(record.places)),
        ("quantity", quantities),
    )
    return tuple(_section(part, view) for part, view in found if view)  # type: ignore[arg-type] # it is a RowPart


def _section(part: RowPart, view: SectionView) -> RowSectionView:
    rows = tuple(_numbered(view.rows, part, view.name, 1))
    others = tuple(_numbered(view.others, part, view.name, 1 + len(rows)))
    few = len(rows) if len(rows) <= _FEW_ROWS + 2 else _FEW_ROWS  # a fold of one or two gains nothing
    return RowSectionView(LETTERS[part], _MARKS[part], view, rows[:few], rows[few:], others)


def _numbered(rows: Sequence[RowView], part: RowPart, name: str, first: int) -> Iterator[RowItemView]:
    for number, row in enumerate(rows, start=first):
        yield RowItemView(number, part, f"{name}-{number}", row)
