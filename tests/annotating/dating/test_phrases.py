import re

from onrecord.annotating.dating.phrases import Phrases

FILLER = re.compile(r"(?:republican )+$", re.IGNORECASE)


def test_the_longest_phrase_is_meant():
    found = Phrases({"minister": 1, "prime minister": 2}).find("Prime Minister Lind and Minister Ek")
    assert [value for *_, value in found] == [2, 1]


def test_a_phrase_ends_and_begins_with_a_word():
    assert list(Phrases({"pope": 1, "iowa vote": 2}).find("popes, antipope, an Iowavote, noniowa vote")) == []


def test_offsets_are_those_of_the_phrase():
    text = "In the IOWA vote"
    ((start, end, _),) = Phrases({"iowa vote": 1}).find(text)
    assert text[start:end] == "IOWA vote"


def test_words_may_stand_between():
    text = "the Iowa Republican vote"
    assert [v for *_, v in Phrases({"iowa vote": 1}).find(text, between=FILLER)] == [1]
