"""Text cut short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.brief import brief, counted, quoted, shortened


def test_short_text_is_not_cut():
    assert shortened("twelve chars", 12) == "twelve chars"


def test_long_text_is_cut_after_a_word():
    assert shortened("The dam holds, for now", 18) == "The dam holds…"


def test_text_without_spaces_is_cut_anyway():
    assert shortened("abcdefghij", 5) == "abcd…"


@given(st.text())
def test_brief_text_stands_on_one_line_and_can_be_seen(text):
    assert brief(text).isprintable()


def test_brief_text_of_a_million_characters_is_as_brief():
    assert len(brief("word " * 200_000)) <= 60


def test_brief_text_ends_in_an_ellipsis_also_where_it_is_mostly_white_space():
    assert brief("word" + " " * 5000 + "word") == "word …"


def test_an_ellipsis_is_not_doubled_by_the_cut():
    assert shortened("The dam … holds, for now", 10) == "The dam…"


def test_words_are_put_in_quotation_marks():
    assert quoted("the dam") == '"the dam"'


def test_words_with_quotation_marks_of_their_own_get_no_others():
    assert quoted("“the dam” holds") == "“the dam” holds"


@pytest.mark.parametrize(("number", "told"), [(0, "0 entities"), (1, "1 entity"), (2, "2 entities")])
def test_a_number_has_its_noun(number, told):
    assert counted(number, "entity", "entities") == told
