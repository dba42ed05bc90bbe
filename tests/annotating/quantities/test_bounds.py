import pytest

from onrecord.annotating.quantities import find_quantities


def read(text):
    return [(q.span.surface, q.bound) for q in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("She saw at least 12 boats.", "at least 12 boats", "at_least"),
        ("She saw no fewer than 12 boats.", "no fewer than 12 boats", "at_least"),
        ("She saw upwards of 12 boats.", "upwards of 12 boats", "at_least"),
        ("She saw 12 or more boats.", "12 or more boats", "at_least"),
        ("She saw 12 boats or more.", "12 boats or more", "at_least"),
        ("She saw 12+ boats.", "12+ boats", "at_least"),
        ("She saw 12-plus boats.", "12-plus boats", "at_least"),
        ("She saw at least another 12 boats.", "at least another 12 boats", "at_least"),
        ("She saw up to 12 boats.", "up to 12 boats", "at_most"),
        ("She saw as many as 12 boats.", "as many as 12 boats", "at_most"),
        ("She saw 12 or fewer boats.", "12 or fewer boats", "at_most"),
        ("She paid less than $12.", "less than $12", "at_most"),
        ("She saw some 12 boats.", "some 12 boats", "about"),
        ("She saw nearly 12 boats.", "nearly 12 boats", "about"),
        ("She saw just over 12 boats.", "just over 12 boats", "about"),
        ("She saw 12 or so boats.", "12 or so boats", "about"),
        ("She saw a couple of boats.", "a couple of boats", "about"),
        ("She saw only 12 boats.", "12 boats", "exact"),
        ("She saw a record 12 boats.", "12 boats", "exact"),
        ("She saw a total of 12 boats.", "12 boats", "exact"),
        ("She saw another 12 boats.", "12 boats", "exact"),
    ],
)
def test_words_around_a_number_tell_its_bound(text, words, bound):
    assert read(text) == [(words, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "They asked her about 12 boats.",
        "It was a dispute over 12 boats.",
        "It is up to 12 judges to decide.",
        "It is a film about two boats.",
    ],
)
def test_a_preposition_is_no_bound(text):
    (quantity,) = find_quantities(text)
    assert quantity.bound == "exact"


def test_more_between_number_and_noun_is_no_bound():
    assert [q.bound for q in find_quantities("He used his van to run over 10 more people.")] == ["exact"]
