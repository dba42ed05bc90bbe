"""Marks around the parties of a pair."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.events.pairs import between, spread, type_pair, with_marks, words_of
from onrecord.tokens import load_tokenizer, tokenize

TEXT = "Velmora's fleet shelled Ardale, and Ardale blamed Velmora."


def tokens_of(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def words_in(tokens, ranges):
    return [[word for word in tokens.words[first:last] if word] for first, last in ranges]


@st.composite
def ranges(draw):
    count = len(tokens_of(TEXT))
    ends = draw(st.lists(st.integers(0, count), min_size=2, max_size=6, unique=True).map(sorted))
    return list(zip(ends[::2], ends[1::2], strict=False))


@given(ranges(), ranges())
def test_without_its_marks_a_marked_sentence_is_as_it_was(actors, recipients):
    tokens = tokens_of(TEXT)
    marked, _, _ = with_marks(tokens, actors, recipients)
    assert tuple(word for word in marked.words if word) == tokens.words
    assert [piece for piece in marked.pieces if piece > 4] == list(tokens.pieces)
    assert len(marked.pieces) == marked.first_piece[-1] == len(tokens.pieces) + 2 * (len(actors) + len(recipients))


@given(ranges(), ranges())
def test_each_party_has_its_words_and_a_mark_at_either_end(actors, recipients):
    tokens = tokens_of(TEXT)
    marked, actors_now, recipients_now = with_marks(tokens, actors, recipients)
    for before, now, marks in ((actors, actors_now, (1, 2)), (recipients, recipients_now, (3, 4))):
        assert words_in(marked, now) == words_in(tokens, before)
        for first, last in now:
            pieces = marked.pieces[marked.first_piece[first] : marked.first_piece[last]]
            assert (pieces[0], pieces[-1]) == marks


def test_words_of_spans_are_all_words_where_the_sentence_has_none_of_them():
    tokens = tokens_of(TEXT)
    assert words_of(tokens, [[900, 950]]) == [(0, len(tokens))]


def test_between_two_parties_are_the_words_that_part_them():
    assert np.flatnonzero(between([(0, 2)], [(5, 7)], 10)).tolist() == [2, 3, 4]


def test_between_parties_that_touch_are_the_words_around():
    assert np.flatnonzero(between([(3, 5)], [(5, 6)], 10)).tolist() == list(range(9))


def test_weights_of_words_sum_to_one():
    assert spread([(0, 2), (4, 5)], 6).sum() == pytest.approx(1.0)


def test_a_sentence_without_words_has_a_type_too():
    assert type_pair(" ", [[0, 1]], [[0, 1]]).isupper()


def test_the_type_is_that_between_the_two_who_are_marked():
    text = "France sent 30 million euros to Mali on Monday, and Niger accused Algeria of shelling a village."
    spans = {who: [[text.index(who), text.index(who) + len(who)]] for who in ("France", "Mali", "Niger", "Algeria")}
    assert type_pair(text, spans["France"], spans["Mali"]) == "AID"
    assert type_pair(text, spans["Niger"], spans["Algeria"]) == "ACCUSE"
