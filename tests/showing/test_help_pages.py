"""Help pages for the documentation."""

from __future__ import annotations

import subprocess
import sys

from onrecord.showing import help_pages


def test_every_command_has_a_page():
    commands = "add check-store find read refused remove schema serve show stats update who".split()
    assert list(help_pages()) == ["onrecord", *(f"onrecord {name}" for name in commands)]


def test_pages_are_80_columns_wide_on_any_terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "200")
    assert max(len(line) for page in help_pages().values() for line in page.splitlines()) <= 80


def test_a_page_is_what_the_command_prints(monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    done = subprocess.run(
        [sys.executable, "-m", "onrecord.showing.cli", "read", "--help"], capture_output=True, text=True, check=True
    )
    assert help_pages()["onrecord read"] == done.stdout
