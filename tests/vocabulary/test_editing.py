"""Words that a careful editor stops at."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import editing
from onrecord.vocabulary.editing import load_editing
from onrecord.vocabulary.files import FOLDER, read_table

TABLE = read_table("editing.toml")


def found(section, text):
    return [match[0] for match in getattr(load_editing(), section).finditer(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rumours had it that the mayor left.", ["Rumours"]),
        ("The mayor is said\nto have left.", ["said\nto have"]),
    ],
)
def test_words_of_hearsay_are_found(text, words):
    assert found("hearsay", text) == words


@pytest.mark.parametrize(
    "text",
    ["He said to stay.", "An unreportedly odd word."],
)
def test_words_like_those_of_hearsay_are_not(text):
    assert found("hearsay", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is believed that he left.", ["It is believed"]),
        ("The cook is suspected of theft.", ["is suspected of"]),
    ],
)
def test_claims_that_nobody_makes_are_found(text, words):
    assert found("unattributed", text) == words


@pytest.mark.parametrize(
    "text",
    ["She believes that he left.", "The alleged theft."],
)
def test_claims_that_somebody_makes_are_not(text):
    assert found("unattributed", text) == []


def test_those_without_a_name_are_known_by_their_noun():
    assert {"official", "officials", "sources", "aide", "diplomats", "insiders"} <= load_editing().unnamed


def test_those_whose_office_or_part_tells_who_they_are_are_not_unnamed():
    assert load_editing().unnamed.isdisjoint({"mayor", "spokesman", "witness", "resident", "president", "offices"})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The toll rose to nine, up from five.", ["rose", "up from"]),
        ("Nine are NOW dead.", ["NOW"]),
    ],
)
def test_words_of_an_update_are_found(text, words):
    assert found("updates", text) == words


@pytest.mark.parametrize("text", ["A known name.", "A lateral move, up the hill from Arda."])
def test_words_like_those_of_an_update_are_not(text):
    assert found("updates", text) == []


def test_of_phrases_that_begin_alike_the_longest_is_found(tmp_path):
    patterns = load(tmp_path, 'words = [\n  "reportedly"', 'words = [\n  "it seems", "it seems that", "reportedly"')
    assert patterns.hearsay.search("it seems that he left")[0] == "it seems that"


# The table


def load(folder, old, new):
    """The words of the table with some of it changed."""
    text = (FOLDER / "editing.toml").read_text("utf8")
    changed = text.replace(old, new, 1)
    assert changed != text
    (folder / "editing.toml").write_text(changed, "utf8")
    return load_editing(folder)


def test_words_of_the_table_are_no_patterns(tmp_path):
    patterns = load(tmp_path, '"reportedly"', '"report.dly"')
    assert patterns.hearsay.search("reportedly") is None


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"editing\.toml: cannot be read"):
        load_editing(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[hearsay]", "[hearsay", r"editing\.toml: "),
        ("[hearsay]", "[gossip]", r"editing\.toml: missing or unknown: gossip, hearsay"),
        ("phrases = [", "words = [", r"editing\.toml, \[unattributed\]: missing or unknown: phrases, words"),
        ('"reportedly"', '""', r"editing\.toml, \[hearsay\] words is no list of words"),
        (
            '"reportedly"',
            '"reportedly", "reportedly"',
            r"editing\.toml, \[hearsay\] words: reportedly stands there twice",
        ),
        ('"source", "sources"', '"source", "source"', r"editing\.toml, \[unnamed\] nouns: source stands there twice"),
    ],
)
def test_a_fault_in_the_table_is_named(tmp_path, old, new, message):
    with pytest.raises(VocabularyError, match=message):
        load(tmp_path, old, new)


def test_an_empty_list_is_a_fault(monkeypatch):
    monkeypatch.setattr(editing, "read_table", lambda *_: {**TABLE, "unattributed": {"phrases": []}})
    with pytest.raises(VocabularyError, match="unattributed"):
        load_editing.__wrapped__()


def test_a_section_that_is_no_table_is_a_fault(monkeypatch):
    monkeypatch.setattr(editing, "read_table", lambda *_: {**TABLE, "hearsay": 7})
    with pytest.raises(VocabularyError, match="hearsay"):
        load_editing.__wrapped__()
