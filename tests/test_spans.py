"""Spans hold the words between their offsets."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SpanError
from onrecord.spans import Span


@given(st.text(min_size=1), st.data())
def test_a_span_holds_the_words_between_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.surface == text[start:end]
    span.check(text)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_a_span_that_is_no_range_of_the_text_is_refused(start, end):
    with pytest.raises(SpanError):
        Span.of("a short text", start, end)


def test_a_span_with_other_words_than_the_text_is_found_out():
    with pytest.raises(SpanError, match="not 'peace'"):
        Span(0, 5, "peace").check("war and peace")


def test_a_span_shows_its_offsets_and_words():
    assert repr(Span(37, 57, "President Ana Duarte")) == "Span(37, 57, 'President Ana Duarte')"


def test_a_long_span_shows_its_first_words():
    assert repr(Span(0, 100, "word " * 20)) == f"Span(0, 100, '{'word ' * 10}word…')"
