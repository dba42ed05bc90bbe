"""People of a party, told from mentions made by hand."""

import pytest
from mention_samples import found, tokens_of, words_of

from onrecord.annotating.partisans import with_partisans
from onrecord.chains import NAME, NOMINAL


def read(text, *mentions):
    """Form and words of each mention that is left; each is given by its words and its form."""
    tokens = tokens_of(text)
    made = [found(tokens, words, form) for words, form in mentions]
    return [(one.form, " ".join(one.words)) for one in with_partisans(made, words_of(tokens))]


@pytest.mark.parametrize("many", ["Some", "Most", "Many", "Other"])
def test_so_many_of_a_party_are_people_and_the_word_for_how_many_is_theirs(many):
    text = f"{many} Republicans stayed away."
    assert read(text, (many, "pronoun"), ("Republicans", "name")) == [(NOMINAL, f"{many.lower()} republicans")]


@pytest.mark.parametrize("text", ["The Democrat from Ohio left.", "A Democrat said no.", "One Democrat walked out."])
def test_one_of_a_party_is_a_person(text):
    one = text.split()[0].lower()
    assert read(text, ("Democrat", "name")) == [(NOMINAL, f"{one} democrat")]


@pytest.mark.parametrize("text", ["Republicans stayed.", "The Republicans stayed.", "House Republicans stayed."])
def test_a_party_s_people_as_such_stay_the_party(text):
    assert read(text, ("Republicans", "name")) == [(NAME, "republicans")]


def test_what_says_of_which_party_a_nominee_is_stays_an_adjective():
    assert read("The Republican nominee left.", ("Republican", "name")) == [(NAME, "republican")]
