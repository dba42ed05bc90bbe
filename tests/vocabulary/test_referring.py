import pytest

from onrecord.vocabulary.referring import (
    FEMALE_TITLES,
    MALE_TITLES,
    MALE_WORDS,
    POSSESSIVES,
    PRONOUN_NAMES,
    PRONOUNS,
    pronoun_class,
)
from onrecord.vocabulary.titles import ABBREVIATED, DOCUMENTS, OFFICES


@pytest.mark.parametrize(
    ("word", "name"),
    [("him", "he"), ("hers", "she"), ("its", "it"), ("theirs", "they"), ("my", "i"), ("us", "we"), ("whose", "who")],
)
def test_a_pronoun_knows_its_class(word, name):
    assert PRONOUN_NAMES[pronoun_class(word)] == name


def test_other_words_have_no_class():
    assert pronoun_class("mayor") == -1


def test_no_pronoun_is_of_two_classes():
    assert sum(map(len, PRONOUNS)) == len(frozenset().union(*PRONOUNS))


def test_every_class_has_a_name_among_its_words():
    assert [name in words for name, words in zip(PRONOUN_NAMES, PRONOUNS, strict=True)] == [True] * len(PRONOUNS)


def test_possessives_are_pronouns():
    assert all(pronoun_class(word) >= 0 for word in POSSESSIVES)


def test_no_title_is_of_both_sexes():
    assert MALE_WORDS.isdisjoint(FEMALE_TITLES)


@pytest.mark.parametrize("words", [MALE_TITLES, FEMALE_TITLES, MALE_WORDS, OFFICES, ABBREVIATED, DOCUMENTS, *PRONOUNS])
def test_words_are_in_lower_case(words):
    assert {word for word in words if word != word.lower() or not word} == set()


def test_no_office_is_a_document():
    assert OFFICES.isdisjoint(DOCUMENTS)
