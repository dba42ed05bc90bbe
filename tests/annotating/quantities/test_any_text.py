import pytest
from growth import grows_in_line
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotating.quantities import find_quantities
from onrecord.records import Span

PIECES = [
    *(
        "1",
        "12,",
        "one ",
        "twenty-",
        "hundred and ",
        "$",
        "5 to ",
        "between 3 and ",
        "killed 12 and ",
        "1/",
        "2-",
        "3.",
    ),
    *(
        "a ",
        "half ",
        "of ",
        "dozens of ",
        "two of the ",
        "12 of which ",
        "“",
        "(",
        "12 people, ",
        "who ",
        "one in five ",
    ),
    *("up to ", "at least ", "million ", "\n", "12 red ", "US$", "A.", "12% to ", "a quarter of a ", "one and a half "),
    *(
        "12-member ",
        "1,234,",
        "0",
        "٣",
        "½",
        "3 1/2 ",
        "including three ",
        "at ",
        "in ",
        "𝟏",
        "²",
        "’s ",
        ", 45, ",
        "May ",
    ),
]
LONG = 20_000

texts = st.one_of(st.text(max_size=200), st.lists(st.sampled_from(PIECES), max_size=60).map("".join))


@settings(max_examples=300, deadline=None)
@given(texts)
def test_spans_hold_the_words_and_values_are_numbers(text):
    for quantity in find_quantities(text):
        quantity.span.check(text)
        assert quantity.value >= 0
        assert quantity.high is None or quantity.value <= quantity.high
        assert (quantity.high is not None) == (quantity.bound == "range")
        assert quantity.bound in {"exact", "at_least", "at_most", "about", "range"}


@settings(max_examples=100, deadline=None)
@given(texts)
def test_quantities_are_in_text_order_with_their_numbers(text):
    quantities = find_quantities(text)
    assert [q.id for q in quantities] == [f"q{n + 1}" for n in range(len(quantities))]
    assert [q.span.start for q in quantities] == sorted(q.span.start for q in quantities)


@settings(max_examples=100, deadline=None)
@given(texts.filter(bool))
def test_nothing_is_found_where_all_is_taken(text):
    assert find_quantities(text, [Span.of(text, 0, len(text))]) == ()


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_time_grows_with_the_text_and_no_faster(piece):
    text = (piece * (LONG // len(piece) + 1))[:LONG]
    assert grows_in_line(lambda: find_quantities(text[: LONG // 8]), lambda: find_quantities(text), 8)
