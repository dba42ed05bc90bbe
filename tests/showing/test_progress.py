"""Progress on standard error, and remarks beside it."""

from __future__ import annotations

import io
import re

import pytest

from onrecord.showing.progress import Reporter


class Terminal(io.StringIO):
    def isatty(self):
        return True

    def shown(self):
        return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", self.getvalue())


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setenv("TERM", "xterm-256color")
    return Terminal()


def test_progress_counts_articles_and_refusals(terminal):
    with Reporter(2, stream=terminal) as reporter:
        reporter.opened()
        reporter._appear()
        reporter.read()
        reporter.refused("x.txt: the file is empty")
    assert "1 article read, 1 refused" in terminal.shown()


def test_remarks_stand_on_lines_of_their_own(terminal):
    with Reporter(2, stream=terminal) as reporter:
        reporter._appear()
        reporter.tell("a remark")
    assert "onrecord: a remark" in re.split(r"[\r\n]", terminal.shown())


def test_nothing_is_shown_of_what_is_soon_done(terminal):
    with Reporter(1, stream=terminal) as reporter:
        reporter.opened()
        reporter.read()
    assert terminal.getvalue() == ""


def test_quiet_shows_no_progress(terminal):
    with Reporter(2, is_quiet=True, stream=terminal) as reporter:
        reporter._appear()
        reporter.read()
    assert terminal.getvalue() == ""


def test_dumb_terminal_gets_no_progress(terminal, monkeypatch):
    monkeypatch.setenv("TERM", "dumb")
    with Reporter(2, stream=terminal) as reporter:
        reporter._appear()
    assert terminal.getvalue() == ""


def test_progress_makes_way_for_output_on_the_same_terminal(terminal):
    with Reporter(2, is_beside_output=True, stream=terminal) as reporter:
        reporter._appear()
        before = terminal.getvalue()
        with reporter.making_way():
            taken_away = terminal.getvalue()[len(before) :]
    assert taken_away.endswith("\x1b[1A\x1b[2K")


def test_cursor_is_shown_again_at_the_end(terminal):
    with Reporter(2, stream=terminal) as reporter:
        reporter._appear()
    assert terminal.getvalue().rindex("\x1b[?25h") > terminal.getvalue().rindex("\x1b[?25l")
