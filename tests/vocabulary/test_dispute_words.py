"""Words by which sentences may hold sides against each other."""

from __future__ import annotations

import pytest

from onrecord.errors import VocabularyError
from onrecord.vocabulary import disputes
from onrecord.vocabulary.disputes import DisputeWords, load_dispute_words
from onrecord.vocabulary.files import read_table

TABLE = read_table("disputes.toml")


def found(section, text):
    return [match[0] for match in getattr(load_dispute_words(), section).finditer(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("Arda DENIES it.", ["DENIES"], id="in any writing"),
        pytest.param("The mayor brushed aside the report.", ["brushed aside"], id="a beginning and a word"),
        pytest.param("There is no\ntruth in it.", ["no\ntruth"], id="over a line's end"),
        pytest.param("He blames the crew and rejects the claim.", ["blames", "rejects"], id="two"),
    ],
)
def test_words_that_may_dispute_by_themselves_are_found(text, words):
    assert found("alone", text) == words


@pytest.mark.parametrize(
    "text",
    ["", "They believe it.", "He brushed his teeth."],
)
def test_a_sentence_without_them_is_passed_over(text):
    assert found("alone", text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("But nobody came.", ["But", "nobody"]),
        ("The navy, on the other hand, sailed.", ["on the other hand"]),
    ],
)
def test_words_that_may_set_a_sentence_against_an_earlier_one_are_found(text, words):
    assert found("against", text) == words


@pytest.mark.parametrize("text", ["A knot in the rope.", "Butter came from Arda."])
def test_a_sentence_that_is_set_against_nothing_is_passed_over(text):
    assert found("against", text) == []


@pytest.mark.parametrize("text", ["It didn't sail.", "It DIDN’T sail."])
def test_a_shortened_not_is_found(text):
    assert [word.lower().replace("’", "'") for word in found("against", text)] == ["n't"]


def test_a_shortened_not_is_the_end_of_a_word():
    assert found("against", "They n't it.") == []


PATTERNS = [name for name in DisputeWords._fields if name not in ("turning_down", "calling")]


@pytest.mark.parametrize("section", PATTERNS)
def test_every_word_of_the_table_is_found(section):
    words = [word.replace("*", "ing") for word in TABLE[section]["words"] if word != "n't"]
    assert [word for word in words if not found(section, f"they {word} it")] == []


# The table


OTHERS = "".join(f'[{name}]\nwords = ["no"]\n' for name in DisputeWords._fields if name not in ("alone", "against"))


def load(folder, text):
    (folder / "disputes.toml").write_text(text, "utf8")
    return load_dispute_words(folder)


def test_a_star_stands_for_the_rest_of_a_word(tmp_path):
    words = load(tmp_path, '[alone]\nwords = ["quarrel*"]\n[against]\nwords = ["yet"]\n' + OTHERS)
    assert words.alone.search("a quarrelsome crew")[0] == "quarrelsome"


def test_a_word_without_a_star_is_whole(tmp_path):
    words = load(tmp_path, '[alone]\nwords = ["quarrel"]\n[against]\nwords = ["yet"]\n' + OTHERS)
    assert words.alone.search("a quarrelsome crew") is None


def test_words_of_the_table_are_no_patterns(tmp_path):
    words = load(tmp_path, '[alone]\nwords = ["qu.rrel"]\n[against]\nwords = ["yet"]\n' + OTHERS)
    assert words.alone.search("a quarrel") is None


@pytest.mark.parametrize(("section", "verb"), [("turning_down", "brush aside"), ("calling", "brand")])
def test_verbs_are_kept_as_they_are(section, verb):
    assert verb in getattr(load_dispute_words(), section)


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"disputes\.toml: cannot be read"):
        load_dispute_words(tmp_path)


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("[alone", r"disputes\.toml: "),
        ("", r"disputes\.toml: missing or unknown: against, alone, blaming, calling"),
        (
            OTHERS + '[alone]\nwords = ["a"]\n[against]\nwords = ["a"]\n[more]\n',
            r"disputes\.toml: missing or unknown: more",
        ),
        (
            OTHERS + '[alone]\nverbs = ["a"]\n[against]\nwords = ["a"]\n',
            r"disputes\.toml, \[alone\]: missing or unknown: verbs, words",
        ),
        (
            OTHERS + '[alone]\nwords = ["a"]\n[against]\nwords = [""]\n',
            r"disputes\.toml, \[against\] words is no list of words",
        ),
        (
            OTHERS + '[alone]\nwords = ["a"]\n[against]\nwords = ["b", "b"]\n',
            r"disputes\.toml, \[against\] words: b stands there twice",
        ),
    ],
)
def test_a_fault_in_the_table_is_named(tmp_path, table, message):
    with pytest.raises(VocabularyError, match=message):
        load(tmp_path, table)


@pytest.mark.parametrize("section", ["denying", "blaming"])
def test_words_that_name_a_dispute_are_looked_for(section):
    assert set(TABLE[section]["words"]) <= set(TABLE["alone"]["words"])


def test_an_empty_list_is_a_fault(monkeypatch):
    monkeypatch.setattr(disputes, "read_table", lambda *_: {**TABLE, "against": {"words": []}})
    with pytest.raises(VocabularyError, match="against"):
        load_dispute_words.__wrapped__()


def test_a_section_that_is_no_table_is_a_fault(monkeypatch):
    monkeypatch.setattr(disputes, "read_table", lambda *_: {**TABLE, "alone": 7})
    with pytest.raises(VocabularyError, match="alone"):
        load_dispute_words.__wrapped__()
