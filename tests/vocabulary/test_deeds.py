import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import classify_cue, deeds
from onrecord.vocabulary.deeds import is_deed, load_deeds


def tells_deed(cue, said):
    words = cue.split()
    return is_deed(classify_cue(words).lemma, words, said.split())


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("called", "an emergency meeting"),
        ("called", "an emergency Harbour Council session"),
        ("has called", "early elections."),
        ("called", "“elections”"),
        ("called", "a Strike"),
        ("committed", "war crimes"),
        ("had committed", "suicide"),
        ("demonstrated", "the ability to sail"),
        ("paid", "tribute to the sailors"),
        ("was found guilty", "of fraud"),
    ],
)
def test_a_verb_with_what_is_done_tells_a_deed(cue, said):
    assert tells_deed(cue, said)


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("called", "it a disaster"),
        ("called", "the bridge a danger to every ship"),
        ("called for", "an election"),
        ("called for", "an emergency meeting"),
        ("called", "to end the strike"),
        ("committed", "to a truce"),
        ("demonstrated", "that the bridge would hold"),
        ("found", "that the bridge was old"),
        ("said", "a meeting would be held"),
        ("called", ""),
    ],
)
def test_a_verb_with_what_is_said_tells_no_deed(cue, said):
    assert not tells_deed(cue, said)


def test_an_object_far_behind_the_verb_tells_no_deed():
    assert not tells_deed("called", "the old bridge of Ardale a meeting place")


def test_an_unknown_verb_tells_no_deed():
    assert not is_deed("hum", ["hummed"], ["a", "meeting"])


@pytest.mark.parametrize("said", ["the election a sham", "the summit “a waste of time”", "the strike illegal"])
def test_calling_an_event_something_is_no_deed(said):
    assert not tells_deed("called", said)


def test_every_object_is_a_word_in_lower_case():
    objects = [word for words in load_deeds().values() for word in words]
    assert [word for word in objects if word != word.lower()] == []


@pytest.mark.parametrize(
    "table",
    [
        {"objects": []},
        {"objects": "meeting"},
        {"objects": {"call": ["meeting"]}},
        {"objects": {"call": ""}},
        {"objects": {"call": 7}},
    ],
)
def test_a_table_that_is_no_table_of_words_is_refused(monkeypatch, table):
    monkeypatch.setattr(deeds, "read_table", lambda name: table | {"always": "arrest"})
    with pytest.raises(VocabularyError, match=r"deeds\.toml: \[objects\] is no table of words"):
        load_deeds.__wrapped__()


def test_a_list_that_is_no_words_is_refused(monkeypatch):
    monkeypatch.setattr(deeds, "read_table", lambda name: {"always": 7, "objects": {}})
    with pytest.raises(VocabularyError, match=r"deeds\.toml: always is no list of words"):
        load_deeds.__wrapped__()


@pytest.mark.parametrize(
    ("cue", "said"),
    [
        ("have arrested", "a man for theft"),
        ("launched a lawsuit against", "the port"),
        ("posted a clip of", "the speech"),
        ("introduced a bill", "to raise the tax"),
        ("was conducted to determine", "the effects of salt"),
    ],
)
def test_a_deed_is_told_by_its_verb_and_its_object(cue, said):
    assert tells_deed(cue, said)


def test_an_arrest_that_opens_a_clause_is_left():
    assert not tells_deed("was arrested", "that he fled")
