"""A record as text for a terminal: a heading, what to check, who said what, and all else that was found.

Speakers stand in a left column and their words in a right one; on a narrow terminal the words stand under the speaker.
So do deeds, people, times, places and quantities, and what is said of them.
Colour repeats what words, quotation marks and places say, so nothing is lost without it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.text import Text

from onrecord.showing.checks import describe_checks
from onrecord.showing.conditions import describe_conditions
from onrecord.showing.disputes import describe_disputes
from onrecord.showing.entities import describe_entities
from onrecord.showing.events import describe_events
from onrecord.showing.export import Export
from onrecord.showing.places import describe_places
from onrecord.showing.quantities import describe_quantities
from onrecord.showing.sureness import sure_part, tell_left_out
from onrecord.showing.terminal import GAP, NARROWEST_COLUMNS, Terminal
from onrecord.showing.times import describe_times
from onrecord.showing.wording import (
    NOT_STATED,
    StatementView,
    count_statements,
    describe_heading,
    describe_statements,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.records import Record
    from onrecord.showing.rows import RowView, SectionView

_LEFT_SHARE = 0.32  # of the width, at most, for speakers
_LEFT_SHARE_OF_ROWS = 0.44  # a time with its day and year stands on one line of 80 cells
_LEFT_LEAST, _LEFT_MOST = 12, 32
_NESTED = "↳ "

_TITLE = "bold"
_FAINT = "dim"
_SPEAKER = "bold"
_ACT = "cyan"
_DIRECT = "green"
_TONES = {
    "verbal-cooperation": "bold cyan",
    "material-cooperation": "bold green",
    "verbal-conflict": "bold magenta",
    "material-conflict": "bold red",
}


def make_text_export(*, width: int, is_colored: bool, least: float = 0.0) -> Export:
    """Text wrapped to `width` cells, with colour or without; what is below `least` confidence is left out."""
    page = _Page(width, is_colored=is_colored, least=least)
    return Export(page.show, between="\n\n")


class _Page:
    """Lays out records at one width."""

    def __init__(self, width: int, *, is_colored: bool, least: float) -> None:
        self._least = least
        self._terminal = Terminal(width, is_colored=is_colored)
        self._width = self._terminal.width
        # One function a kind of record, in the order of the page; each gives no line where there is nothing to tell.
        self._sections: tuple[Callable[[Record], list[Text]], ...] = (
            lambda record: self._section(describe_checks(record)) if _is_flagged(record) else [],
            self._statements,
            lambda record: self._section(describe_conditions(record, least=self._least)),
            lambda record: self._section(describe_disputes(record, least=self._least)),
            lambda record: self._section(describe_events(record, least=self._least)),
            lambda record: self._section(describe_entities(record)),
            lambda record: self._section(describe_times(record.times)),
            lambda record: self._section(describe_places(record.places)),
            lambda record: self._section(describe_quantities(record.quantities, record.article.text)),
            lambda record: [] if _is_flagged(record) else self._section(describe_checks(record)),
        )

    def show(self, record: Record) -> str:
        """The record's heading and sections."""
        lines = self._heading(record)
        for section in self._sections:
            if told := section(record):
                lines += [Text(), *told]
        return self._terminal.printed(lines)

    def _heading(self, record: Record) -> list[Text]:
        heading = describe_heading(record.article)
        lines = self._terminal.wrapped(Text(heading.title, _TITLE), self._width)
        lines += self._terminal.wrapped(Text(" · ".join(heading.facts), _FAINT), self._width)
        if heading.url:
            lines += self._terminal.wrapped(Text(heading.url, _FAINT), self._width)
        return [*lines, Text("═" * self._width, _FAINT)]

    def _statements(self, record: Record) -> list[Text]:
        sure, left_out = sure_part(record, self._least)
        statements = describe_statements(sure)
        facts = " · ".join(filter(None, [count_statements(sure.statements), tell_left_out(left_out)]))
        if not statements:
            return self._terminal.wrapped(Text(f"{facts} found." if not left_out else facts), self._width)
        title = Text.assemble(("Who said what", _TITLE), (f" · {facts}", _FAINT))
        lines = self._terminal.wrapped(title, self._width)
        if self._width < NARROWEST_COLUMNS:
            blocks = [self._stacked(statement) for statement in statements]
        else:
            left = self._left_width(statements)
            blocks = [self._in_columns(statement, left) for statement in statements]
        for block in blocks:
            lines += [Text(), *block]
        return lines

    def _section(self, section: SectionView | None) -> list[Text]:
        """Rows in columns, then the others in a paragraph."""
        if section is None:
            return []
        facts = " · ".join(filter(None, [section.count, tell_left_out(section.left_out)]))
        title = Text.assemble((section.title, _TITLE), (f" · {facts}", _FAINT))
        lines = [*self._terminal.wrapped(title, self._width), *([Text()] if section.rows or section.others else [])]
        if self._width < NARROWEST_COLUMNS:
            for row in section.rows:
                first, *rest = self._terminal.wrapped(_row(row), self._width - len(GAP))
                lines += [first, *(Text.assemble(GAP, line) for line in rest)]
        else:
            left = max((cell_len(line.plain) for row in section.rows for line in _in_lines(row)), default=0)
            left = min(left, _LEFT_MOST, int(self._width * _LEFT_SHARE_OF_ROWS))
            for row in section.rows:
                told = _told_in_lines(row)
                right = [line for each in told for line in self._terminal.wrapped(each, self._width - left - len(GAP))]
                named = [line for told in _in_lines(row) for line in self._terminal.wrapped(told, left)]
                lines += _beside(named, right, left)
        if section.others:
            others = Text(f"{section.others_label}: ", _FAINT)
            others.append(section.brief_others)
            first, *rest = self._terminal.wrapped(others, self._width - len(GAP))
            lines += [*([Text()] if section.rows else []), first, *(Text.assemble(GAP, line) for line in rest)]
        return lines

    def _left_width(self, statements: Sequence[StatementView]) -> int:
        """As wide as the longest line about a speaker needs, within limits."""
        needed = max(cell_len(line.plain) for statement in statements for line in _told_of_speaker(statement))
        return max(_LEFT_LEAST, min(needed, _LEFT_MOST, int(self._width * _LEFT_SHARE)))

    def _in_columns(self, statement: StatementView, left_width: int) -> list[Text]:
        left = [line for told in _told_of_speaker(statement) for line in self._terminal.wrapped(told, left_width)]
        return _beside(left, self._words(statement, self._width - left_width - len(GAP)), left_width)

    def _stacked(self, statement: StatementView) -> list[Text]:
        first, *rest = self._terminal.wrapped(_introduction(statement), self._width - len(GAP))
        words = self._words(statement, self._width - len(GAP))
        return [first, *(Text.assemble(GAP, line) for line in [*rest, *words])]

    def _words(self, statement: StatementView, width: int) -> list[Text]:
        """The words, the details, and the statements inside the words."""
        lines = self._terminal.wrapped(_quoted(statement), width)
        if statement.details:
            lines += self._terminal.wrapped(Text(" · ".join(statement.details), _FAINT), width)
        for nested in statement.nested:
            lines += self._nested(nested, width)
        return lines

    def _nested(self, statement: StatementView, width: int) -> list[Text]:
        inner = max(8, width - len(_NESTED))
        told = Text.assemble(_introduction(statement), " ", _quoted(statement))
        if statement.details:
            told.append(f" · {' · '.join(statement.details)}", _FAINT)
        first, *rest = self._terminal.wrapped(told, inner)
        for deeper in statement.nested:
            rest += self._nested(deeper, inner)
        return [Text.assemble((_NESTED, _ACT), first), *(Text.assemble(" " * len(_NESTED), line) for line in rest)]


def _is_flagged(record: Record) -> bool:
    """Whether a check is more than a note, and stands above all."""
    return any(check.severity != "note" for check in record.checks)


def _told_of_speaker(statement: StatementView) -> list[Text]:
    """The speaker, the words for the speaker where they differ, and the act with its cue."""
    told = [Text(statement.speaker, _FAINT if statement.speaker == NOT_STATED else _SPEAKER)]
    if statement.speaker_words:
        told.append(Text(f"(“{statement.speaker_words}”)", _FAINT))
    act = Text(statement.act, _ACT)
    if statement.cue_words:
        act.append(f" (“{statement.cue_words}”)", _FAINT)
    return [*told, act]


def _introduction(statement: StatementView) -> Text:
    """The same in a row: "Ana Duarte (“she”) warned:"."""
    return Text(" ").join(_told_of_speaker(statement)).append(":")


def _named(row: RowView) -> Text:
    """What a row is about: "Ostrel, Portugal"."""
    named = Text(row.told, _TONES.get(row.tone, _SPEAKER))
    return named.append(f", {row.beside}", _FAINT) if row.beside else named


def _in_lines(row: RowView) -> list[Text]:
    """The same, and below it what analysts call it."""
    return [_named(row), *([Text(row.code, _FAINT)] if row.code else [])]


def _told_in_lines(row: RowView) -> list[Text]:
    """What is said of it: what is told in full, and below that the article's words, how often."""
    told = _notes(row)
    return [Text(row.sentence), *([told] if told.plain else [])] if row.sentence else [told]


def _notes(row: RowView) -> Text:
    told = Text(" · ".join(row.notes), _FAINT)
    if row.context:
        words = Text.assemble(row.context.before, (row.context.words, _TITLE), row.context.after)
        told = Text(" · ").join([words, told]) if told.plain else words
    return told


def _row(row: RowView) -> Text:
    """The same in a row."""
    told, named = Text(" · ").join(filter(None, _told_in_lines(row))), _named(row)
    if row.code:
        named.append(f" ({row.code})", _FAINT)
    return Text(": ").join([named, told]) if told.plain else named


def _quoted(statement: StatementView) -> Text:
    return Text(statement.words, _DIRECT if statement.is_direct else "")


def _beside(left: list[Text], right: list[Text], left_width: int) -> list[Text]:
    """Two columns, the shorter one filled up."""
    height = max(len(left), len(right))
    left, right = (side + [Text()] * (height - len(side)) for side in (left, right))
    return [_joined(*pair, left_width) for pair in zip(left, right, strict=True)]


def _joined(left: Text, right: Text, left_width: int) -> Text:
    if not right.plain:
        return left
    return Text.assemble(left, " " * (left_width - cell_len(left.plain)), GAP, right)
