import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating.contents import split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("“He left.” “She stayed.”", ["“He left.”", "“She stayed.”"]),
        ("He left at 3.5 km. She stayed", ["He left at 3.5 km.", "She stayed"]),
        ("Ms. Weber met the U.S. Senate.", ["Ms. Weber met the U.S. Senate."]),
        ("no end at all", ["no end at all"]),
        ("", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text, parts):
    assert sentences(text) == parts


@given(st.text(alphabet='Ab .!?"“”\n', max_size=60))
def test_sentences_lose_nothing_but_white_space(text):
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
