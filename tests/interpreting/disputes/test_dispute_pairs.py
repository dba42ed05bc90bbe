"""What the network of disputes sees: one sentence, or two with a separator between them."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.disputes.pairs import pair_window
from onrecord.tokens import GAPS, load_tokenizer, tokenize

CLS, SEP = 101, 102
LINE = GAPS.index("line")
TEXT = "He denied it. “NATO sank the ferry,” she said."  # words 0-4, 4-14
MOST = 90  # pieces of a sentence of two


def tokens_of(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def ids(*words):
    """The pieces of words; a number stands for itself."""
    made = ([word] if isinstance(word, int) else tokens_of(word).pieces.tolist() for word in words)
    return [one for some in made for one in some]


# Pieces


def test_a_sentence_alone_stands_before_a_separator():
    assert pair_window(tokens_of("He denied it."), None).pieces.tolist() == ids(CLS, "he denied it.", SEP)


def test_two_sentences_have_a_separator_each():
    made = pair_window(tokens_of("He denied it."), tokens_of("She said so."))
    assert made.pieces.tolist() == ids(CLS, "he denied it.", SEP, "she said so.", SEP)


def test_words_of_an_article_may_be_the_sentences():
    tokens = tokens_of(TEXT)
    made = pair_window(tokens, tokens, (0, 4), (11, 14))
    assert made.pieces.tolist() == ids(CLS, "he denied it.", SEP, "she said.", SEP)


def test_words_of_an_article_may_be_a_sentence_alone():
    made = pair_window(tokens_of(TEXT), None, (0, 4))
    assert made.pieces.tolist() == ids(CLS, "he denied it.", SEP)


@pytest.mark.parametrize(("count", "kept"), [(MOST - 1, MOST - 1), (MOST, MOST), (MOST + 1, MOST), (500, MOST)])
def test_a_long_sentence_of_two_is_cut_at_its_end(count, kept):
    made = pair_window(tokens_of("rain " * count), tokens_of("She said so."))
    assert made.pieces.tolist() == ids(CLS, "rain " * kept, SEP, "she said so.", SEP)


def test_the_second_sentence_is_cut_alike():
    made = pair_window(tokens_of("He denied it."), tokens_of("rain " * 500))
    assert made.pieces.tolist() == ids(CLS, "he denied it.", SEP, "rain " * MOST, SEP)


@pytest.mark.parametrize(("count", "kept"), [(2 * MOST, 2 * MOST), (2 * MOST + 1, 2 * MOST), (500, 2 * MOST)])
def test_a_sentence_alone_may_be_twice_as_long(count, kept):
    assert pair_window(tokens_of("rain " * count), None).pieces.tolist() == ids(CLS, "rain " * kept, SEP)


# Features


def features_of(made):
    """The features of each piece that is no separator."""
    return made.features[~np.isin(made.pieces, [CLS, SEP])].tolist()


def test_separators_have_no_features():
    made = pair_window(tokens_of("He denied it."), tokens_of("She said so."))
    assert made.features[np.isin(made.pieces, [CLS, SEP])].tolist() == [[0, 0, 0]] * 3


def test_words_have_their_features():
    tokens = tokens_of("“NATO sank it,” she said.")
    expected = np.stack([tokens.shapes, tokens.gaps, tokens.quotes], axis=1)
    assert features_of(pair_window(tokens, None)) == expected.tolist()


def test_all_pieces_of_a_word_have_its_features():
    tokens = tokens_of("No Ardalesk.")
    length = len(ids("Ardalesk"))
    made = features_of(pair_window(tokens, None))
    assert made[1 : 1 + length] == [[tokens.shapes[1], tokens.gaps[1], tokens.quotes[1]]] * length


def test_each_sentence_begins_a_line():
    tokens = tokens_of(TEXT)
    made = pair_window(tokens, tokens, (0, 4), (4, 14))
    assert np.flatnonzero(made.features[:, 1] == LINE).tolist() == [1, 6]


def test_all_pieces_of_a_first_word_begin_a_line():
    made = pair_window(tokens_of("So Ardalesk sank."), None, (1, 4))
    assert (made.features[:, 1] == LINE).sum() == len(ids("Ardalesk"))


def test_sentences_of_an_article_look_like_sentences_by_themselves():
    tokens = tokens_of(TEXT)
    of_article = pair_window(tokens, tokens, (0, 4), (4, 14))
    alone = pair_window(tokens_of(TEXT[:13]), tokens_of(TEXT[14:]))
    assert of_article.features.tolist() == alone.features.tolist()


# Any text

WORDS = st.sampled_from(["He", "denied", "Ardalesk", "“", "”", "U.S.", "naïve", "5,000", "🕊", "Brusklin’s", "ß"])
TEXTS = st.builds("{} {}".format, WORDS, st.lists(WORDS, max_size=12).map(" ".join) | st.text(max_size=20))


@st.composite
def articles(draw):
    """Words of a text that may be long, and two sentences of it."""
    tokens = tokens_of(draw(TEXTS) + f" {draw(TEXTS)}" * draw(st.sampled_from([1, 2, 20])))
    cuts = draw(st.lists(st.integers(0, len(tokens)), min_size=3, max_size=3, unique=True).map(sorted))
    return tokens, (cuts[0], cuts[1]), (cuts[1], cuts[2])


@settings(max_examples=60, deadline=None)
@given(articles())
def test_of_any_sentences_the_first_pieces_are_seen(article):
    tokens, *sentences = article
    at = tokens.first_piece
    shown = [tokens.pieces[at[first] : at[last]][:MOST].tolist() for first, last in sentences]
    assert pair_window(tokens, tokens, *sentences).pieces.tolist() == [CLS, *shown[0], SEP, *shown[1], SEP]


@settings(max_examples=60, deadline=None)
@given(articles())
def test_of_any_sentences_each_piece_has_features(article):
    tokens, *sentences = article
    made = pair_window(tokens, tokens, *sentences)
    assert made.features.shape == (len(made.pieces), 3)
