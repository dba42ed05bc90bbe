"""What kind of matter words tell of."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import VocabularyError
from onrecord.vocabulary.contexts import find_contexts, load_contexts
from onrecord.vocabulary.files import FOLDER, read_table


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("Troops left the town", ("military",), id="a word"),
        pytest.param("troops left the town", ("military",), id="in any writing"),
        pytest.param("it raised tariffs", ("economic",), id="a beginning"),
        pytest.param("the air force flew", ("military",), id="a phrase"),
        pytest.param("the air\nforce flew", ("military",), id="a phrase over a line's end"),
        pytest.param("they met for lunch", (), id="none"),
        pytest.param("", (), id="no words"),
    ],
)
def test_words_tell_their_context(words, expected):
    assert find_contexts(words) == expected


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("he spied a courtesan", id="longer than a whole word"),
        pytest.param("the unbanked", id="within a word"),
        pytest.param("by air, with force", id="a phrase in parts"),
    ],
)
def test_other_words_tell_none(words):
    assert find_contexts(words) == ()


def test_what_is_told_most_often_comes_first():
    assert find_contexts("A church near the courts; judges and a trial") == ("legal", "religion_ethnicity")


def test_of_contexts_told_as_often_the_first_of_the_table_comes_first():
    assert find_contexts("asylum, the senate and the army") == ("military", "legislative", "asylum")


def test_no_more_than_three_are_told_and_those_most_often():
    assert find_contexts("army, senate, tariffs, court and court") == ("legal", "military", "legislative")


TOLD = [
    word.removesuffix("*").replace("|", " ")
    for words in read_table("contexts.toml")["contexts"].values()
    for word in words.split()
]


@given(st.lists(st.sampled_from(TOLD) | st.text(max_size=5)).map(" ".join))
def test_of_any_words_at_most_three_contexts_are_told_each_once(words):
    told = find_contexts(words)
    assert len(told) == len(set(told)) <= 3


def test_every_word_of_the_table_tells_a_context():
    assert [word for word in TOLD if not find_contexts(word)] == []


def test_every_context_is_one_of_plover_s():
    known = {context["name"] for context in json.loads((FOLDER / "plover.json").read_text("utf8"))["contexts"]}
    assert set(load_contexts()) <= known


# The table


def load(folder, table):
    (folder / "contexts.toml").write_text(table, "utf8")
    return load_contexts(folder)


def test_contexts_come_in_the_table_s_order(tmp_path):
    assert list(load(tmp_path, '[contexts]\nlegal = "court"\nasylum = "asylum"\n')) == ["legal", "asylum"]


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"contexts\.toml: cannot be read"):
        load_contexts(tmp_path)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("[contexts", r"contexts\.toml: "),
        ("", r"contexts\.toml: missing or unknown: contexts"),
        ('nonsense = 1\n[contexts]\nlegal = "court"', r"contexts\.toml: missing or unknown: nonsense"),
        ('[contexts]\nweather = "rain"', r"contexts\.toml: PLOVER has no context 'weather'"),
        ('[contexts]\nlegal = "Court"', r"contexts\.toml: legal needs words in lower case"),
        ('[contexts]\nlegal = " "', r"contexts\.toml: legal needs words in lower case"),
        ('[contexts]\nlegal = ["court"]', r"contexts\.toml: legal needs words in lower case"),
    ],
)
def test_a_fault_in_the_table_is_named(tmp_path, table, message):
    with pytest.raises(VocabularyError, match=message):
        load(tmp_path, table)


def test_words_of_the_table_are_no_patterns(tmp_path):
    pattern = load(tmp_path, '[contexts]\nlegal = "co.rt"\n')["legal"]
    assert pattern.search("court") is None
