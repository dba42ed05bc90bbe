"""Markers of conditions: where one thing may depend on another, and where the same words never do."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import VocabularyError
from onrecord.vocabulary import markers
from onrecord.vocabulary.files import FOLDER, read_table
from onrecord.vocabulary.markers import load_markers

TABLE = read_table("markers.toml")


def found(text):
    return [text[marker.start : marker.end] for marker in load_markers().find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("IF IT IS CALM, WE SAIL.", ["IF"], id="in any writing"),
        pytest.param("[I]f it is calm, we sail.", ["[I]f"], id="altered by an editor"),
        pytest.param("As long as it is calm, we sail.", ["As long as"], id="several words"),
        pytest.param("We sail unless\nand until it storms.", ["unless\nand until"], id="over a line's end"),
        pytest.param("We sail if and when it is calm.", ["if and when"], id="the longest of several"),
    ],
)
def test_a_marker_is_found_wherever_it_stands(text, expected):
    assert found(text) == expected


@pytest.mark.parametrize("text", ["He sniffed the wind, a gifted cook.", "Ifs and buts."])
def test_other_words_are_no_markers(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They sailed even if it stormed.",
        "Few boats, if any, came back.",
        "He rowed as if the sea were calm.",
    ],
)
def test_what_only_looks_like_a_marker_is_none(text):
    assert found(text) == []


def test_a_marker_beside_what_looks_like_one_is_found():
    assert found("Even if it storms they sail, if the pay is good.") == ["if"]


def test_a_marker_within_what_looks_like_one_is_none():
    assert found("He would not sail, with or without pay.") == []


# Markers in some places only


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Should the talks fail, boats will sail.", "Should"),
        ("Boats will sail should Arda refuse.", "should"),
        ("The crew waited, and had it rained, they would have stayed.", "had"),
    ],
)
def test_a_verb_before_its_subject_is_a_marker(text, marker):
    assert found(text) == [marker]


@pytest.mark.parametrize("text", ["Boats should sail.", "Boats had, by noon, sailed."])
def test_the_same_verb_behind_its_subject_is_none(text):
    assert found(text) == []


def test_a_verb_before_a_bare_noun_is_a_marker():
    assert found("Should talks fail, boats will sail.") == ["Should"]


@pytest.mark.parametrize("text", ["Arda would trade the port for grain.", "He is ready to resign for a truce."])
def test_for_behind_a_bargain_is_a_marker(text):
    assert found(text) == ["for"]


@pytest.mark.parametrize("text", ["They sailed for Arda.", "He was ready. For years he had rowed."])
def test_any_other_for_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "There will be no talks before the boats leave.",
        "They don’t talk before the boats leave.",
    ],
)
def test_before_behind_what_has_to_be_is_a_marker(text):
    assert found(text) == ["before"]


@pytest.mark.parametrize("text", ["It stormed before noon.", "No boats sailed; it had stormed before noon."])
def test_any_other_before_is_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("Leave or we will fire.", "or"),
        ("Pay and we will go.", "and"),
        ("Leave or face the navy.", "or"),
    ],
)
def test_or_and_and_before_what_follows_are_markers(text, marker):
    assert found(text) == [marker]


@pytest.mark.parametrize("text", ["Boats or nets are lost.", "They came by sea or they walked."])
def test_or_and_and_between_other_words_are_none(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "marker"),
    [
        ("To join the league, Arda must pay.", "To"),
        ("In order to join, Arda has to pay.", "In order to"),
        ("“To join the league, Arda must pay,” he said.", "To"),
        ("By leaving the league, Arda would lose the port.", "By leaving"),
    ],
)
def test_a_means_at_the_head_of_a_sentence_is_a_marker(text, marker):
    assert found(text) == [marker]


@pytest.mark.parametrize("text", ["He went to Arda; it must pay.", "Arda is leaving; that would mean ruin."])
def test_the_same_words_elsewhere_are_none(text):
    assert found(text) == []


WORDS = [word for section in TABLE.values() for words in section.values() for word in words]


@given(st.lists(st.sampled_from(WORDS) | st.sampled_from([",", ".", "Arda", "the", "will", "it"])).map(" ".join))
def test_markers_of_any_words_stand_in_order_and_apart(text):
    places = list(load_markers().find(text))
    assert all(one.end <= other.start for one, other in pairwise(places))


def test_every_marker_of_the_table_is_found():
    markers = [word for words in TABLE["markers"].values() for word in words]
    assert [word for word in markers if found(f"it was {word} Arda") != [word]] == []


def test_nothing_of_the_table_that_only_looks_like_a_marker_is_found():
    lookalikes = [word for words in TABLE["lookalikes"].values() for word in words]
    assert [word for word in lookalikes if found(f"it was {word} Arda")] == []


# The table


def load(folder, old, new):
    """The markers of the table with some words of it changed."""
    text = (FOLDER / "markers.toml").read_text("utf8")
    changed = text.replace(old, new, 1)
    assert changed != text
    (folder / "markers.toml").write_text(changed, "utf8")
    return load_markers(folder)


def test_a_word_that_is_put_into_the_table_is_found(tmp_path):
    patterns = load(tmp_path, 'unless = ["unless"', 'unless = ["save where", "unless"')
    assert [*patterns.find("save where it rains")] == [(0, 10)]


def test_words_of_the_table_are_no_patterns(tmp_path):
    patterns = load(tmp_path, 'if = ["if"', 'if = ["i.f", "if"')
    assert [*patterns.find("iff")] == []


def test_a_missing_table_is_named(tmp_path):
    with pytest.raises(VocabularyError, match=r"markers\.toml: cannot be read"):
        load_markers(tmp_path)


def test_a_table_that_is_no_toml_is_named(tmp_path):
    (tmp_path / "markers.toml").write_text("[markers", "utf8")
    with pytest.raises(VocabularyError, match=r"markers\.toml: "):
        load_markers(tmp_path)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[markers]", "[signs]", r"markers\.toml: missing or unknown: markers, signs"),
        ('must = ["must"', 'shall = ["must"', r"markers\.toml, \[means\]: missing or unknown: must, shall"),
        ('if = ["if"', 'if = ["If"', r"markers\.toml, \[markers\] if needs words in lower case"),
        ('anywhere = ["should"]', "anywhere = []", r"markers\.toml, \[inverted\] anywhere needs words in lower case"),
        ('anywhere = ["should"]', 'anywhere = "should"', r"markers\.toml, \[inverted\] anywhere is no list of words"),
        (
            'anywhere = ["should"]',
            'anywhere = ["should", "should"]',
            r"\[inverted\] anywhere: should stands there twice",
        ),
    ],
)
def test_a_fault_in_the_table_is_named(tmp_path, old, new, message):
    with pytest.raises(VocabularyError, match=message):
        load(tmp_path, old, new)


@pytest.mark.parametrize("section", ["markers", "inverted"])
def test_a_section_that_is_no_table_is_a_fault(monkeypatch, section):
    monkeypatch.setattr(markers, "read_table", lambda *_: {**TABLE, section: 7})
    with pytest.raises(VocabularyError, match=section):
        load_markers.__wrapped__()
