"""Where sentences end, and at which full stops they do not."""

import pytest
from growth import grows_in_line
from hypothesis import given
from hypothesis import strategies as st

from onrecord.sentences import find_ends, is_abbreviation


def sentences(text, **options):
    start, found = 0, []
    for end, following in find_ends(text, **options):
        found.append(text[start:end])
        start = following
    return [*found, text[start:]]


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind said on Jan. 5 that it holds.",
        "Mara Lind said in St. Petersburg that it holds.",
        "Mara Lind said at 9 p.m. Monday that it holds.",
        "Gen. Ek and Sen. J. R. Brun met U.S. President Lind.",
        "It is No. 5 of Fig. 3, said Ostby Corp. President Ek.",
        "He is 5.5 feet tall, vs. Ek.",
        "They bought yahoo! shares, etc. and left.",
    ],
)
def test_a_full_stop_of_an_abbreviation_ends_no_sentence(text):
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It rained. Ek slept.", "It rained."),
        ("“It rained.” “It did,” he said.", "“It rained.”"),
        ("It rained in the U.S. The harbour shut.", "It rained in the U.S."),
        ("It rained at 9 p.m. They slept.", "It rained at 9 p.m."),
        ("It began in Jan. The harbour shut.", "It began in Jan."),
        ("He said no. Ek slept.", "He said no."),
        ("They saw the sun. Ek slept.", "They saw the sun."),
        ("It rained! 12 people slept.", "It rained!"),
        ("It rained. Élise slept.", "It rained."),
        ("Rain\nEk slept.", "Rain"),
        ("A talk with Gen.\n\nEk slept.", "A talk with Gen."),
    ],
)
def test_a_sentence_ends(text, first):
    assert sentences(text)[0] == first
    assert len(sentences(text)) == 2


def test_lines_need_not_end_sentences():
    assert sentences("It rained\nin Ostby. Ek\nslept.", lines=False) == ["It rained\nin Ostby.", "Ek\nslept."]


def test_only_a_part_of_the_text_is_looked_at():
    text = "One. Two. Three. Four."
    assert list(find_ends(text, 5, 10)) == [(9, 10)]


@pytest.mark.parametrize(("word", "following"), [("Gen", "The"), ("U.S", "Senate"), ("No", "7"), ("Jan", "")])
def test_abbreviations_are_known(word, following):
    assert is_abbreviation(word, following)


@given(st.text(alphabet="Ab.!? \n”(1é", max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_ends_stand_in_order_inside_what_is_looked_at(text, first, last):
    reached = first
    for end, following in find_ends(text, first, last):
        assert reached <= end <= following <= last
        reached = following


@pytest.mark.parametrize("piece", [". ", ".\n", "A. ", "a.”” ", "\n "])
def test_time_grows_with_the_text_only(piece):
    few, many = piece * 10_000 + "x", piece * 80_000 + "x"
    assert grows_in_line(lambda: list(find_ends(few)), lambda: list(find_ends(many)), 8)
