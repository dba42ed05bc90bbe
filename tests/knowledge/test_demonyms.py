import pytest

from onrecord.knowledge.demonyms import is_demonym, read_demonyms


@pytest.mark.parametrize("words", [("ukrainian",), ("south", "korean"), ("palestinian",), ("american",)])
def test_adjectives_of_countries_are_known(words):
    assert is_demonym(words)


@pytest.mark.parametrize("words", [("ukraine",), ("korea",), ("lind",), ()])
def test_other_words_are_none(words):
    assert not is_demonym(words)


def test_all_are_lower_case_words():
    assert all(word == word.lower() and word for words in read_demonyms() for word in words)
