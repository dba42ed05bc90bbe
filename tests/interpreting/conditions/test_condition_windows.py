"""What the network of conditions sees: a sentence and the one before it, with marks around a possible marker."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.interpreting.conditions.windows import MOST_PIECES, window_of
from onrecord.tokens import GAPS, QUOTES, SHAPES, load_tokenizer, tokenize

CLS, SEP, OPENS, CLOSES = 101, 102, 5, 6


def tokens_of(text):
    return tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))


def ids(*words):
    """The pieces of words; a number stands for itself."""
    made = ([word] if isinstance(word, int) else tokens_of(word).pieces.tolist() for word in words)
    return [one for some in made for one in some]


def window(text, marker, *, before=None):
    """The window on a text of one sentence, or of the sentence behind `before`; its marker is a word of it."""
    tokens = tokens_of(f"{before} {text}" if before else text)
    border = len(tokens_of(before)) if before else 0
    at = tokens.words.index(marker, border)
    return window_of(tokens, (border, len(tokens)), (0, border) if before else None, (at, at + 1)), tokens


def seen(text, marker, *, before=None):
    """The words that the network sees, and the number of pieces that it sees of them."""
    made, tokens = window(text, marker, before=before)
    first, last = made.words
    return tokens.words[first:last], len(made.pieces) - 4


# Marks


@pytest.mark.parametrize(
    ("text", "marker", "pieces"),
    [
        pytest.param(
            "Talks end if rebels attack", "if", ("talks end", OPENS, "if", CLOSES, "rebels attack"), id="amid"
        ),
        pytest.param("If rebels attack", "If", (OPENS, "if", CLOSES, "rebels attack"), id="at the head"),
        pytest.param("Stop or else", "else", ("stop or", OPENS, "else", CLOSES), id="at the end"),
    ],
)
def test_a_marker_stands_between_marks(text, marker, pieces):
    assert window(text, marker)[0].pieces.tolist() == ids(CLS, *pieces, SEP)


def test_marks_stand_around_all_words_of_a_marker():
    tokens = tokens_of("Talks go on as long as rain falls")
    made = window_of(tokens, (0, 8), None, (3, 6))
    assert made.pieces.tolist() == ids(CLS, "talks go on", OPENS, "as long as", CLOSES, "rain falls", SEP)


@pytest.mark.parametrize(
    ("text", "marker", "rows"),
    [
        pytest.param("Talks end if rebels attack", "if", [1, 2, 4, 6, 7], id="amid"),
        pytest.param("If rebels attack", "If", [2, 4, 5], id="at the head"),
        pytest.param("Stop or else", "else", [1, 2, 4], id="at the end"),
    ],
)
def test_the_rows_of_words_leave_out_the_marks(text, marker, rows):
    assert window(text, marker)[0].rows.tolist() == rows


def test_the_row_of_a_word_of_several_pieces_is_that_of_its_first():
    made, _ = window("Ardalesk leaves if Brusklin attacks", "if")
    length = len(ids("Ardalesk"))
    assert length > 1
    assert made.rows.tolist()[:4] == [1, length + 1, length + 3, length + 5]


# Features


def test_words_have_their_features():
    made, tokens = window("He said: “Leave if NATO stays.”", "if")
    expected = np.stack([tokens.shapes, tokens.gaps, tokens.quotes], axis=1)
    assert made.features[made.rows].tolist() == expected.tolist()


def test_marks_and_the_window_s_ends_have_no_features():
    made, _ = window("He said: “Leave if NATO stays.”", "if")
    places = np.flatnonzero(np.isin(made.pieces, [CLS, SEP, OPENS, CLOSES]))
    assert made.features[places].tolist() == [[0, 0, 0]] * 4


def test_a_window_s_first_word_begins_a_line():
    made, _ = window("Leave if NATO stays.", "if", before="He knows.")
    tokens = tokens_of("So what? He knows. Leave if NATO stays.")
    later = window_of(tokens, (6, 11), (3, 6), (7, 8))
    assert later.features.tolist() == made.features.tolist()


def test_all_pieces_of_a_first_word_begin_a_line():
    tokens = tokens_of("No. Ardalesk leaves if rain falls")
    made = window_of(tokens, (2, 7), None, (4, 5))
    line = GAPS.index("line")
    assert [gap == line for gap in made.features[:, 1]].count(True) == len(ids("Ardalesk")) > 1


def test_all_pieces_of_a_word_have_its_features():
    made, _ = window("“Leave if Brusklin attacks”", "if")
    row = made.rows[3]
    expected = [SHAPES.index("title"), GAPS.index("space"), QUOTES.index("inside")]
    assert made.features[row : row + len(ids("Brusklin"))].tolist() == [expected] * len(ids("Brusklin"))


# The sentence before


def test_the_sentence_before_stands_in_front():
    assert " ".join(seen("Otherwise we leave.", "Otherwise", before="Rain falls.")[0]) == (
        "Rain falls . Otherwise we leave ."
    )


def test_without_a_sentence_before_a_window_begins_with_its_own():
    tokens = tokens_of("Rain falls. Otherwise we leave.")
    assert window_of(tokens, (3, 7), None, (3, 4)).words == (3, 7)


def test_of_a_long_sentence_before_the_last_words_are_seen():
    words, pieces = seen("Otherwise we leave.", "Otherwise", before="rain " * 100)
    assert (words.count("rain"), pieces) == (60, 64)


def test_a_long_sentence_before_is_cut_between_words():
    long = "Ardalesk " * 40
    words, pieces = seen("Otherwise we leave.", "Otherwise", before=long)
    assert (words.count("Ardalesk"), pieces) == (60 // len(ids("Ardalesk")), 60 // len(ids("Ardalesk")) * 3 + 4)


def test_a_long_sentence_leaves_less_room_for_the_one_before():
    words, pieces = seen(f"Otherwise {'we ' * 169}", "Otherwise", before="rain " * 100)
    assert (words.count("rain"), words.count("we"), pieces) == (20, 169, MOST_PIECES)


def test_a_sentence_that_fills_the_window_leaves_no_room_for_the_one_before():
    words, _ = seen(f"Otherwise {'we ' * (MOST_PIECES - 1)}", "Otherwise", before="rain " * 100)
    assert (words.count("rain"), len(words)) == (0, MOST_PIECES)


# Long sentences


def test_a_long_sentence_is_cut_around_its_marker():
    words, pieces = seen(f"{'rain ' * 200}if {'we ' * 200}", "if")
    assert (words.count("rain"), words.count("we"), pieces) == (90, 99, MOST_PIECES)


def test_a_long_sentence_whose_marker_stands_at_its_head_keeps_its_head():
    words, pieces = seen(f"rain if {'we ' * 300}", "if")
    assert (words[:2], pieces) == (("rain", "if"), MOST_PIECES)


def test_a_long_sentence_whose_marker_stands_at_its_end_keeps_its_end():
    words, _ = seen(f"{'rain ' * 300}if we leave", "if")
    assert (words.count("rain"), words[-3:]) == (90, ("if", "we", "leave"))


def test_a_long_sentence_is_seen_without_the_one_before():
    words, _ = seen(f"If {'we ' * 300}", "If", before="Rain falls.")
    assert words[0] == "If"


def test_a_long_sentence_is_cut_between_words():
    words, pieces = seen(f"{'Ardalesk ' * 100}if {'we ' * 10}", "if")
    length = len(ids("Ardalesk"))
    assert (words.count("Ardalesk"), pieces) == (90 // length, 90 // length * length + 11)


def test_a_long_marker_at_a_window_s_end_is_seen_whole():
    tokens = tokens_of(f"{'rain ' * 90}{'if ' * 120}")
    assert window_of(tokens, (0, 210), None, (90, 210)).words == (0, 210)


# Any text

WORDS = st.sampled_from(
    ["If", "the", "rebels", "Ardalesk", "“", "”", "U.S.", "naïve", "5,000", "🕊", "Brusklin’s", "…", "ß"]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=12).map(" ".join)


@st.composite
def situations(draw):
    """Words of a text that may be long, a sentence of it, whether the words before are one, and a marker."""
    text = f"{draw(TEXTS)} " * draw(st.sampled_from([1, 2, 30, 90])) + draw(TEXTS | st.text(max_size=20))
    tokens = tokens_of(text)
    start = draw(st.integers(0, len(tokens) - 1))
    end = draw(st.integers(start + 1, len(tokens)))
    first = draw(st.integers(start, end - 1))
    marker = first, draw(st.integers(first + 1, min(end, first + 5)))
    before = (draw(st.integers(0, start - 1)), start) if start and draw(st.booleans()) else None
    return tokens, (start, end), before, marker


SOME = settings(max_examples=60, deadline=None)


@SOME
@given(situations())
def test_each_row_points_at_the_first_piece_of_its_word(situation):
    tokens, *_ = situation
    made = window_of(*situation)
    first, last = made.words
    assert made.pieces[made.rows].tolist() == tokens.pieces[tokens.first_piece[first:last]].tolist()


@SOME
@given(situations())
def test_without_marks_a_window_has_all_pieces_of_its_words(situation):
    tokens, _, _, (opens, closes) = situation
    made = window_of(*situation)
    first, last = made.words
    at = tokens.first_piece
    rows = [1 + int(at[opens] - at[first]), 2 + int(at[closes] - at[first])]
    assert made.pieces[rows].tolist() == [OPENS, CLOSES]
    assert np.delete(made.pieces, rows)[1:-1].tolist() == tokens.pieces[at[first] : at[last]].tolist()


@SOME
@given(situations())
def test_a_window_holds_its_marker_and_nothing_outside_its_sentences(situation):
    _, sentence, before, marker = situation
    first, last = window_of(*situation).words
    assert (before or sentence)[0] <= first <= marker[0] < marker[1] <= last <= sentence[1]


@SOME
@given(situations())
def test_each_piece_has_features(situation):
    made = window_of(*situation)
    assert made.features.shape == (len(made.pieces), 3)
    assert made.features[made.rows, 0].tolist() == situation[0].shapes[slice(*made.words)].tolist()


@SOME
@given(situations())
def test_a_window_is_no_longer_than_it_may_be(situation):
    closes = situation[3][1]
    made = window_of(*situation)
    assert len(made.pieces) <= MOST_PIECES + 4 or made.words[1] == closes
