"""A record as Markdown (CommonMark, with care for GitHub's additions): a heading, then a list for each kind."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from onrecord.showing.checks import describe_checks
from onrecord.showing.conditions import describe_conditions
from onrecord.showing.disputes import describe_disputes
from onrecord.showing.entities import describe_entities
from onrecord.showing.events import describe_events
from onrecord.showing.export import Export
from onrecord.showing.places import describe_places
from onrecord.showing.quantities import describe_quantities
from onrecord.showing.sureness import sure_part, tell_left_out
from onrecord.showing.times import describe_times
from onrecord.showing.wording import StatementView, count_statements, describe_heading, describe_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.records import Record
    from onrecord.showing.rows import ContextView, RowView, SectionView

_SPECIAL = re.compile(r"[\\`*_#\[\]<>&|~$]")
_LINE_MARK = re.compile(r"^(?:[+=:-]|\d{1,9}(?=[.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\\`]+")
_INDENT = "  "


def make_markdown_export(*, least: float = 0.0) -> Export:
    """Markdown, a second-level section a kind of record; what is below `least` confidence is left out."""
    return Export(partial(show_markdown, least=least), between="\n")


def show_markdown(record: Record, *, least: float = 0.0) -> str:
    """The record's heading and sections."""
    lines = [*_heading(record)]
    for section in _SECTIONS:
        told = list(section(record, least))
        if told:
            lines += ["", *told]
    return "\n".join(lines) + "\n"


def _heading(record: Record) -> Iterator[str]:
    heading = describe_heading(record.article)
    yield f"# {escape(heading.title)}"
    yield ""
    yield escape(" · ".join(heading.facts))
    if heading.url:
        yield ""
        yield f"<{heading.url}>" if _ADDRESS.fullmatch(heading.url) else escape(heading.url)


def _statements(record: Record, least: float) -> Iterator[str]:
    sure, left_out = sure_part(record, least)
    yield "## Who said what"
    yield ""
    facts = " · ".join(filter(None, [count_statements(sure.statements), tell_left_out(left_out)]))
    yield escape(facts if sure.statements or left_out else f"{facts} found.")
    for statement in describe_statements(sure):
        yield ""
        yield from _statement(statement)


def _section(section: SectionView | None) -> Iterator[str]:
    """Rows as a list, then the others in a paragraph."""
    if section is None:
        return
    yield f"## {section.title}"
    yield ""
    yield escape(" · ".join(filter(None, [section.count, tell_left_out(section.left_out)])))
    if section.rows:
        yield ""
        yield from map(_row, section.rows)
    if section.others:
        yield ""
        yield f"*{_inside(section.others_label)}:* {_inside(section.brief_others)}"


def _row(row: RowView) -> str:
    """What it is, what belongs to it, and what is said of it: "- **Ostrel**, Portugal: 3 times"."""
    told = [_inside(note) for note in (row.sentence, *row.notes, row.hint) if note]
    if row.link:
        told.append(f"[Wikidata]({row.link})")
    if row.context:
        told.insert(0, _context(row.context))
    beside = f", {_inside(row.beside)}" if row.beside else ""
    beside += f" ({_inside(row.code)})" if row.code else ""
    return f"- **{_inside(row.told)}**{beside}{': ' if told else ''}{' · '.join(told)}"


def _context(context: ContextView) -> str:
    """The words in bold, where no letter touches them: Markdown would show the asterisks."""
    is_touched = context.before[-1:].isalnum() or context.after[:1].isalnum()
    words = _inside(context.words)
    return f"{_inside(context.before)}{words if is_touched else f'**{words}**'}{_inside(context.after)}"


# One function a kind of record, in the order of the page; each gives no line where there is nothing to tell.
_SECTIONS: tuple[Callable[[Record, float], Iterator[str]], ...] = (
    _statements,
    lambda record, least: _section(describe_conditions(record, least=least)),
    lambda record, least: _section(describe_disputes(record, least=least)),
    lambda record, least: _section(describe_events(record, least=least)),
    lambda record, _: _section(describe_entities(record)),
    lambda record, _: _section(describe_times(record.times)),
    lambda record, _: _section(describe_places(record.places)),
    lambda record, _: _section(describe_quantities(record.quantities, record.article.text)),
    lambda record, _: _section(describe_checks(record)),
)


def _statement(statement: StatementView) -> Iterator[str]:
    """A list item: who and how, the words below (a block quotation where direct), then the details."""
    yield f"- {_introduction(statement)}"
    yield ""
    yield f"{_INDENT}{'> ' if statement.is_direct else ''}{escape(statement.words)}"
    if statement.details:
        yield ""
        yield f"{_INDENT}*{escape(' · '.join(statement.details))}*"
    for nested in statement.nested:
        yield ""
        for line in _statement(nested):
            yield f"{_INDENT}{line}" if line else ""


def _introduction(statement: StatementView) -> str:
    speaker = f"**{escape(statement.speaker)}**"
    if statement.speaker_words:
        speaker += f" (“{escape(statement.speaker_words)}”)"
    cue = f" (“{escape(statement.cue_words)}”)" if statement.cue_words else ""
    return f"{speaker} {escape(statement.act)}{cue}:"


def escape(text: str) -> str:
    """One line of plain text, written so that Markdown shows it as it is."""
    return _LINE_MARK.sub(_escaped_mark, _inside(text))


def _inside(text: str) -> str:
    """The same for words that stand behind others on a line."""
    return _SPECIAL.sub(lambda match: f"\\{match[0]}", text)


def _escaped_mark(match: re.Match[str]) -> str:
    """A mark at the start of a line, disarmed: a number gets a backslash behind it, any other one before it."""
    return f"{match[0]}\\" if match[0][0].isdigit() else f"\\{match[0]}"
