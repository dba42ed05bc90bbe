import pytest

from onrecord.annotating.dating.expressions import between, find_dates


def read(text):
    return [(words.year, words.month, words.day, words.weekday) for words in find_dates(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on March 5, 2031, they", (2031, 3, 5, None)),
        ("on 5 March 2031 they", (2031, 3, 5, None)),
        ("on Wednesday, March 5, 2031.", (2031, 3, 5, 2)),
        ("on Wed. Mar. 5", (None, 3, 5, 2)),
        ("the 5th of March", (None, 3, 5, None)),
        ("on March 2nd,", (None, 3, 2, None)),
        ("the 3rd March", (None, 3, 3, None)),
        ("Sept. 1st, 2031", (2031, 9, 1, None)),
        ("Updated: 2031-03-05 10:15", (2031, 3, 5, None)),
        ("since March 2031.", (2031, 3, None, None)),
        ("in March of 2031,", (2031, 3, None, None)),
        ("Wednesday’s vote", (None, None, None, 2)),
        ("in 2031.", (2031, None, None, None)),
        ("on Feb. 29", (None, 2, 29, None)),
        ("on Feb. 29, 2032", (2032, 2, 29, None)),
    ],
)
def test_dates_are_read_as_they_are_written(text, found):
    assert read(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "May I go? She may 3 times. Theresa May said so.",
        "They march on. March past the hall. In August company.",
        "on 31 June 2031",
        "on February 29, 2031",
        "on Thursday, March 5, 2031",  # it was a Wednesday
        "Long March 5 lifted off",
        "Long March 4C lifted off",
        "2,016 people, $2031, 2031.5 metres, the 2016-17 season, 12/2031, 20310",
        "sun and sat and wed",
        "2031-13-05",
        "friday",
    ],
)
def test_what_is_no_date_is_none(text):
    assert read(text) == []


def test_offsets_are_those_of_the_words():
    text = "😀 On 5 March 2031 and on Friday."
    assert [text[words.start : words.end] for words in find_dates(text)] == ["5 March 2031", "Friday"]


def test_dates_between_two_places_are_those_that_begin_there():
    dates = list(find_dates("Monday Tuesday Wednesday"))
    assert [words.weekday for words in between(dates, 7, 15)] == [1]
