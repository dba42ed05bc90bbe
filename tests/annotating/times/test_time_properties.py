"""What must hold of any text whatever."""

import pytest
from growth import grows_in_line
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating.times import find_times, is_value
from onrecord.annotating.times.finding import load_grammar
from onrecord.annotating.times.values import MODS, TYPES
from onrecord.vocabulary.times import load_time_words

GIVEN_NAMES = sorted({word for words in load_time_words().classes.values() for word in words})
NUMBERS = [
    "1",
    "5",
    "31",
    "99",
    "2024",
    "9999",
    "0001",
    "1,000",
    "10:30",
    "24:59",
    "3/4",
    "9/11",
    "31st",
    "'98",
    "’90s",
]
OTHERS = [
    "said",
    "will",
    "of",
    "the",
    "a",
    "ago",
    "to",
    "anniversary of the full-scale invasion",
    "२",
    "²",
    "30/2/2024",
]
WORDS = st.sampled_from([*GIVEN_NAMES, *map(str.capitalize, GIVEN_NAMES), *NUMBERS, *OTHERS])
JOINTS = st.sampled_from([" ", " ", " ", "-", ", ", ". ", "\n", "", "/"])
TEXTS = st.lists(st.tuples(WORDS, JOINTS), max_size=14).map(lambda pairs: "".join(w + joint for w, joint in pairs))
DATES = st.none() | st.dates().map(str) | st.dates().map(lambda day: str(day)[:7]) | st.sampled_from(["2031", "x", ""])


@given(st.text() | TEXTS, DATES)
def test_spans_hold_their_words_and_do_not_overlap(text, published):
    end = 0
    for found in find_times(text, published):
        found.span.check(text)
        assert found.span.start >= end
        end = found.span.end


@given(TEXTS, DATES)
def test_every_value_is_one_of_timeml(text, published):
    for found in find_times(text, published):
        assert found.type in TYPES
        assert found.mod is None or found.mod in MODS
        assert is_value(found.type, found.value), found


@given(TEXTS, DATES)
def test_an_anchor_is_published_or_an_earlier_time(text, published):
    times = find_times(text, published)
    for number, found in enumerate(times):
        assert found.anchor in {None, "published"} or any(found.anchor is other for other in times[:number])


@given(TEXTS, DATES)
def test_the_same_text_gives_the_same_times(text, published):
    assert find_times(text, published) == find_times(text, published)


@pytest.mark.parametrize(
    "part",
    [
        *("1", "9,999,", "1 ", "3/4 ", "10:10:", "1st", "'", "-", " ", "\n", "x", '" ', "1."),
        *("March ", "May 5, ", "Feb. 1 - ", "the ", "a ", "the end of ", "about ", "two hundred ", "on Monday. "),
        *("last week ", "overnight ", "to be a ", "the quarter ", "anniversary of ", "in 2014 ", "said soon "),
    ],
)
@pytest.mark.parametrize("published", ["2031-03-02", None], ids=["of a Sunday", "undated"])
def test_time_grows_no_faster_than_the_text(part, published):
    text = part * (40_000 // len(part) + 1)
    assert grows_in_line(lambda: find_times(text[:5_000], published), lambda: find_times(text[:40_000], published), 8)


def test_every_pattern_names_known_classes():
    grammar = load_grammar()
    assert grammar.lexicon.find("MONTH", "march") == 3
