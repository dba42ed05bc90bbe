import pytest

from onrecord.annotating.quantities import find_quantities
from onrecord.records import Span


def found(text):
    return [q.span.surface for q in find_quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "It began in 2031, on March 5, at 10:30 and on 2031-03-05.",
        "It began on May 22 and 23 and in the 1990s.",
        "It lasts three days and two and a half hours.",
        "It was a two-hour meeting, a five-year plan and a 24-hour strike.",
        "It opens at 9 a.m. and closes at 5 p.m.",
    ],
)
def test_times_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Mara Lind, 45, came.",
        "Mara Lind (45) came.",
        "A boy aged 7 and a 12-year-old girl came.",
        "His sons, aged 7 and 9, came.",
        "She turned 40; he is 45.",
        "Children under five may stay.",
        "He died at 77.",
    ],
)
def test_ages_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They won 3-1 and lost 6-4, 7-5.",
        "The bill passed 52-48.",
        "Members voted 52 to 48.",
    ],
)
def test_scores_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A Boeing 737 and an F-16 flew to the G7.",
        "Articles 5 and 6 and Resolution 1701 apply.",
        "They took Highway 61 to Room 12.",
        "They read page 12 of Chapter 11.",
        "They called No. 2 and the Big Three.",
        "They called 555-0142.",
        "They met at 10 Downing Street.",
        "The Group of 77 watched Channel 4.",
        "Version 3.2.1 came after 9/11.",
        "Registration number: 130349.",
    ],
)
def test_numbers_that_name_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "No one came, and one wonders why.",
        "They helped one another one day.",
        "It is one of the oldest mosques.",
        "She is the one who left.",
        "They went one by one.",
    ],
)
def test_one_that_stands_for_something_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize("text", ["One guard came.", "It killed one.", "One was killed.", "At least one came."])
def test_one_that_counts_is_a_quantity(text):
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "It was the third attack, and the 21st this year.",
        "They met twice, then three times, then four times.",
        "Several men, a few boys, many girls and both dogs came.",
        "It was a four-star hotel on a two-way road.",
        "In the second half, his half brother came.",
        "1. Read this",
        "Photo 3 of 41",
    ],
)
def test_ordinals_repetitions_and_vague_words_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They killed 2000 people.", "2000 people"),
        ("About 2000 homes burned.", "About 2000 homes"),
        ("They have 1500 boats.", "1500 boats"),
        ("They sent 2,016 boats.", "2,016 boats"),
    ],
)
def test_four_digits_before_a_noun_are_not_always_a_year(text, words):
    assert found(text) == [words]


def test_a_year_before_a_noun_is_a_year():
    assert found("The 2016 elections and the 1948 war.") == []


def test_what_is_taken_is_none():
    text = "It bought 12 boats and 15 ferries."
    assert [q.span.surface for q in find_quantities(text, [Span.of(text, 10, 18)])] == ["15 ferries"]


@pytest.mark.parametrize(
    "text",
    [
        "It was one hell of a winter.",
        "She read it in one go.",
        "They found 7.65 bullets.",
        "He carried a 7.62 rifle.",
        "Nothing moved during phase two of the talks.",
        "They want a two-state solution.",
        "He had one purpose-built for the ice.",
    ],
)
def test_idioms_calibres_and_numbered_parts_count_nothing(text):
    assert find_quantities(text) == ()
