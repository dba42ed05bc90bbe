"""A record as Markdown (CommonMark, with care for GitHub's additions): a heading, then who said what as a list."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from onrecord.showing.export import Export
from onrecord.showing.sureness import sure_part, tell_left_out
from onrecord.showing.wording import StatementView, count_statements, describe_heading, describe_statements

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.records import Record

_SPECIAL = re.compile(r"[\\`*_#\[\]<>&|~$]")
_LINE_MARK = re.compile(r"^(?:[+=:-]|\d{1,9}(?=[.)]))")
_ADDRESS = re.compile(r"https?://[^\s<>\\`]+")
_INDENT = "  "


def make_markdown_export(*, least: float = 0.0) -> Export:
    """Markdown, a second-level section a kind of record; statements below `least` confidence are left out."""
    return Export(partial(show_markdown, least=least), between="\n")


def show_markdown(record: Record, *, least: float = 0.0) -> str:
    """The record's heading and sections."""
    sure, left_out = sure_part(record, least)
    lines = [*_heading(record)]
    for section in _SECTIONS:
        told = list(section(sure, left_out))
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


def _statements(record: Record, left_out: int) -> Iterator[str]:
    yield "## Who said what"
    yield ""
    facts = " · ".join(filter(None, [count_statements(record.statements), tell_left_out(left_out)]))
    yield escape(facts if record.statements or left_out else f"{facts} found.")
    for statement in describe_statements(record):
        yield ""
        yield from _statement(statement)


# One function a kind of record, in the order of the page; each gives no line where there is nothing to tell.
_SECTIONS: tuple[Callable[[Record, int], Iterator[str]], ...] = (_statements,)


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
    text = _SPECIAL.sub(lambda match: f"\\{match[0]}", text)
    return _LINE_MARK.sub(_escaped_mark, text)


def _escaped_mark(match: re.Match[str]) -> str:
    """A mark at the start of a line, disarmed: a number gets a backslash behind it, any other one before it."""
    return f"{match[0]}\\" if match[0][0].isdigit() else f"\\{match[0]}"
