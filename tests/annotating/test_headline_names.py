import pytest

from onrecord.annotating.headlines import headline_names

TEXT = "Lind says that she was afraid . Sarah , as friends call her , will sue".split()


@pytest.mark.parametrize("title", ["This Is Why Sarah Lind Is Angry", "Board fears Sarah Lind", "Sarah Lind: I fought"])
def test_a_headline_tells_who_a_surname_is(title):
    assert headline_names(title, TEXT) == {"lind": "Sarah Lind"}


@pytest.mark.parametrize(
    "title",
    [
        "Lind Will Sue",
        "Will Lind Sue?",
        "Why Lind Is Angry",
        "Mayor Lind Is Angry",
        "Sarah, Lind Part",
        "Sarah Ek Sues",
    ],
)
def test_no_other_word_is_a_first_name(title):
    assert headline_names(title, TEXT) == {}


def test_a_first_name_that_nobody_known_bears_is_one_where_the_text_uses_it():
    assert headline_names("Qwuma Lind Sues", ["Qwuma", "and", "Lind"], {"Qwuma"}) == {"lind": "Qwuma Lind"}


def test_two_of_a_surname_in_the_headline_are_none():
    assert headline_names("Sarah Lind and Michael Lind Part", ["Lind"]) == {}


def test_the_headline_tells_nothing_that_the_text_does():
    assert headline_names("Sarah Lind Is Angry", ["Sarah", "Lind", "said"]) == {}


def test_without_a_headline_nobody_is_named_in_it():
    assert headline_names(None, TEXT) == {}
