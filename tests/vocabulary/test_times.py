import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary.times import load_time_words, parse_time_words, words_of

TABLE = {"classes": {"MONTH": {"may": 5}}, "capital": {"MONTH": ["may"]}}


def test_the_packages_words_of_time_pass_their_checks():
    assert load_time_words().classes["MONTH"]["december"] == 12


def test_words_are_read_by_class():
    words = parse_time_words(TABLE, name="t")
    assert (words.classes, words.capital) == ({"MONTH": {"may": 5}}, {"MONTH": frozenset({"may"})})


@pytest.mark.parametrize(
    "change",
    [
        {"classes": {}},
        {"classes": {"month": {"may": 5}}},
        {"classes": {"MONTH": {"May": 5}}},
        {"classes": {"MONTH": {"may": 5.5}}},
        {"capital": {"MONTH": ["june"]}},
        {"capital": {"DAY": ["may"]}},
        {"more": {}},
    ],
)
def test_a_table_that_is_not_as_it_should_be_is_refused(change):
    with pytest.raises(VocabularyError):
        parse_time_words(TABLE | change, name="t")


def test_the_words_of_several_classes_are_given_together():
    assert {"sunday", "sun", "may"} <= words_of("WEEKDAY", "SHORT_WEEKDAY", "MONTH")
    assert "sun" not in words_of("WEEKDAY")
