"""Spans of the first reading, from tag scores made by hand: lines are read side by side."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.roles import _alike_lines, find_spans
from onrecord.tokens import Encoding, load_tokenizer, tokenize

TAGS = {"O": 0, "S": 1, "s": 2, "Q": 3, "q": 4, "C": 5, "c": 6}  # capitals begin a source, a cue, a content
PLAIN = "SsOQCccc"
CLEAR = 12.0


def encoding_of(text, scores):
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    assert len(tokens) == len(scores)
    hidden = np.zeros((len(tokens), 384), np.float32)
    return Encoding(tokens, hidden, np.asarray(scores, np.float32), hidden)


def read(*lines):
    """The spans of lines, each given as the tags of its words, as (role, first word, last word)."""
    text = "\n".join(" ".join(["word"] * len(line)) for line in lines)
    scores = np.zeros((sum(map(len, lines)), len(TAGS)))
    for i, tag in enumerate("".join(lines)):
        scores[i, TAGS[tag]] = CLEAR
    return [(span.role, span.first, span.last) for span in find_spans(encoding_of(text, scores))]


def shifted(spans, by):
    return [(role, first + by, last + by) for role, first, last in spans]


PLAIN_SPANS = [("source", 0, 2), ("cue", 3, 4), ("content", 4, 8)]


def test_a_line_has_the_spans_of_its_tags():
    assert read(PLAIN) == PLAIN_SPANS


def test_a_second_line_s_spans_count_words_from_the_text_s_beginning():
    assert read("OOOOO", PLAIN) == shifted(PLAIN_SPANS, 5)


@pytest.mark.parametrize("words", [3, 63, 64, 65, 128, 129, 300])
def test_a_long_line_before_moves_the_spans_of_a_short_one(words):
    assert read("O" * words, PLAIN) == shifted(PLAIN_SPANS, words)


@pytest.mark.parametrize("words", [1, 60, 64, 65, 128, 129, 300])
def test_a_span_of_a_long_line_is_found_whole(words):
    assert read("O", "C" + "c" * (words - 1), "Q") == [
        ("content", 1, words + 1),
        ("cue", words + 1, words + 2),
    ]


def test_spans_of_short_and_long_lines_come_in_text_order():
    lines = [PLAIN, "O" * 70 + PLAIN, PLAIN, "O" * 140 + PLAIN, PLAIN]
    firsts = [first for _, first, _ in read(*lines)]
    assert firsts == sorted(firsts)


def test_a_span_that_ends_a_line_ends_with_it():
    assert read("OCcc", "ccOO")[0] == ("content", 1, 4)


def test_a_text_without_words_has_no_spans():
    assert find_spans(encoding_of("", np.zeros((0, len(TAGS))))) == []


def test_a_text_of_one_word_can_be_a_span():
    assert read("C") == [("content", 0, 1)]


@st.composite
def lines_of_tags(draw):
    """Tags of a line in which an inside tag follows only its own kind."""
    parts = draw(
        st.lists(st.tuples(st.sampled_from("OSQC"), st.integers(1, 4) | st.integers(60, 70)), min_size=1, max_size=4)
    )
    return "".join(tag + (tag if tag == "O" else tag.lower()) * (count - 1) for tag, count in parts)


@given(st.lists(lines_of_tags(), min_size=1, max_size=6))
def test_lines_side_by_side_have_the_spans_of_each_alone(lines):
    starts = np.cumsum([0, *map(len, lines)]).tolist()
    alone = [span for line, start in zip(lines, starts, strict=False) for span in shifted(read(line), start)]
    assert read(*lines) == alone


def test_how_sure_a_span_is_does_not_depend_on_the_lines_beside_it():
    scores = np.random.default_rng(3).normal(size=(12, len(TAGS)))
    scores[7:, TAGS["C"]] += 3
    alone = find_spans(encoding_of("word word word word word word word word", scores[:8]))
    beside = find_spans(encoding_of("word " * 8 + "\n" + "word " * 12, np.concatenate([scores[:8], scores])))
    assert [(s.last, round(s.exact, 6)) for s in beside if s.last <= 8] == [(s.last, round(s.exact, 6)) for s in alone]


BREAKS = st.lists(st.integers(1, 300), min_size=1, max_size=12)


def breaks_of(lengths):
    breaks = np.zeros(sum(lengths), bool)
    breaks[np.cumsum([0, *lengths[:-1]])] = True
    return breaks


@given(BREAKS)
def test_every_word_is_in_one_line(lengths):
    lines = sorted(line for group in _alike_lines(breaks_of(lengths)) for line in group)
    assert lines == list(pairwise(np.cumsum([0, *lengths]).tolist()))


@given(BREAKS)
def test_lines_read_side_by_side_are_short_or_no_more_than_twice_each_other_s_length(lengths):
    for group in _alike_lines(breaks_of(lengths)):
        words = [last - first for first, last in group]
        assert max(words) <= max(64, 2 * min(words))
