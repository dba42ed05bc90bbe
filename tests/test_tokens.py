import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.inference import models_folder
from onrecord.spans import Span
from onrecord.tokens import GAPS, QUOTES, SHAPES, load_tokenizer, tokenize, word_range


@pytest.fixture(scope="module")
def tokenizer():
    return load_tokenizer(models_folder() / "tokenizer.json")


def words_of(text, tokens):
    return [text[s:e] for s, e in zip(tokens.starts, tokens.ends, strict=True)]


def quotes_of(text, tokenizer):
    tokens = tokenize(text, tokenizer)
    return dict(zip(words_of(text, tokens), (QUOTES[q] for q in tokens.quotes), strict=True))


def test_offsets_count_code_points_of_the_text_as_it_is(tokenizer):
    text = "🕊 Zoë Müller\u00a0said: «Nein»\r\n"
    tokens = tokenize(text, tokenizer)
    assert "Müller" in words_of(text, tokens)


@given(text=st.text(max_size=300))
def test_words_lie_in_order_inside_any_text(tokenizer, text):
    tokens = tokenize(text, tokenizer)
    before = 0
    for start, end in zip(tokens.starts, tokens.ends, strict=True):
        assert before <= start < end <= len(text)
        before = end


@given(text=st.text(max_size=300))
def test_every_word_has_a_first_piece_of_its_own(tokenizer, text):
    tokens = tokenize(text, tokenizer)
    assert len(tokens.first_piece) == len(tokens) + 1
    assert (tokens.first_piece[1:] > tokens.first_piece[:-1]).all()
    assert tokens.first_piece[-1] == len(tokens.pieces)


@pytest.mark.parametrize(
    ("word", "shape"),
    [("peace", "lower"), ("Peace", "title"), ("NATO", "upper"), ("McRae", "mixed"), ("2031", "digit"), (",", "other")],
)
def test_a_word_knows_how_it_is_written(tokenizer, word, shape):
    assert SHAPES[tokenize(word, tokenizer).shapes[0]] == shape


def test_a_word_knows_what_stands_before_it(tokenizer):
    tokens = tokenize("First line.\n\nSecond", tokenizer)
    assert [GAPS[g] for g in tokens.gaps] == ["line", "space", "joined", "line"]


def test_words_between_marks_are_inside_a_quotation(tokenizer):
    assert quotes_of('"No," he said.', tokenizer) == {
        '"': "closes", "No": "inside", ",": "inside", "he": "outside", "said": "outside", ".": "outside",
    }  # fmt: skip


def test_curly_marks_open_and_close(tokenizer):
    states = quotes_of("“Never” again", tokenizer)
    assert (states["“"], states["Never"], states["”"], states["again"]) == ("opens", "inside", "closes", "outside")


def test_a_mark_that_is_never_closed_ends_with_its_paragraph(tokenizer):
    states = quotes_of('"One thing\nAnother', tokenizer)
    assert (states["thing"], states["Another"]) == ("inside", "outside")


def test_an_inch_mark_after_a_number_opens_nothing(tokenizer):
    assert quotes_of('a 6" pipe and more', tokenizer)["pipe"] == "outside"


@pytest.mark.parametrize(
    ("phrase", "words"),
    [
        ("Mara Lind", ["Mara", "Lind"]),
        ("“It", ["“", "It"]),
        ("ind sa", ["Lind", "said"]),
        (".", ["."]),
        (" ", ["Mara"]),
    ],
)
def test_a_span_covers_the_words_that_it_touches(tokenizer, phrase, words):
    text = "Mara Lind said: “It held.”"
    tokens = tokenize(text, tokenizer)
    first, last = word_range(tokens, Span.of(text, text.index(phrase), text.index(phrase) + len(phrase)))
    assert list(tokens.words[first:last]) == words


@given(text=st.text(min_size=1, max_size=60), data=st.data())
def test_a_word_s_own_span_covers_it_alone(tokenizer, text, data):
    tokens = tokenize(text, tokenizer)
    if len(tokens):
        word = data.draw(st.integers(0, len(tokens) - 1))
        assert word_range(tokens, Span.of(text, int(tokens.starts[word]), int(tokens.ends[word]))) == (word, word + 1)
