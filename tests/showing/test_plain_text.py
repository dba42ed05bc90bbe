"""Text made safe to show."""

from __future__ import annotations

import pytest

from onrecord.showing.plain_text import input_name, one_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("two\nlines\r\n\tand a tab", "two lines and a tab", id="white space"),
        pytest.param(" a\u00a0\u2003b\u2028c ", "a b c", id="white space of other kinds"),
        pytest.param("\x1b[31mred\x1b]0;title\x07", "␛[31mred␛]0;title␇", id="escape sequences"),
        pytest.param("a\x00b\x08c\x7f", "a␀b␈c␡", id="control characters"),
        pytest.param("a\x9b2Jb", "a\ufffd2Jb", id="control characters of eight bits"),
        pytest.param("left\u202eright\u2066\u200f", "leftright", id="marks that turn the direction"),
        pytest.param("so\u00adft \u200bzero\ufeff", "soft zero", id="invisible characters"),
        pytest.param("👩\u200d🚒", "👩\u200d🚒", id="joined emoji"),
        pytest.param("Zoe\u0301", "Zoe\u0301", id="combining marks"),
        pytest.param("a\ud800b", "a\ufffdb", id="lone surrogates"),
        pytest.param("“Früh” 水 🎉", "“Früh” 水 🎉", id="ordinary letters"),
    ],
)
def test_one_line_keeps_words_and_disarms_the_rest(text, shown):
    assert one_line(text) == shown


def test_name_of_an_input_shows_what_the_locale_could_not_decode():
    assert input_name("fr\udcc3\udcbch.txt") == "früh.txt"


def test_name_of_an_input_cannot_steer_the_terminal():
    assert input_name("\x1b[2Jx.txt") == "␛[2Jx.txt"
