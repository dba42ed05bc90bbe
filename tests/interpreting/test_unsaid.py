"""What looks like a statement and is none, and who only hears what is said."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.interpreting.unsaid import is_undergone


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader()


def cues(record):
    return [statement.cue.spans[0].surface for statement in record.statements if statement.cue]


@pytest.mark.parametrize(
    "text",
    [
        "The lighthouse incident suggests Norway watches its coast with care.",
        "Hidden factors explain the unease of the sailors in the bay.",
        "The government has introduced a bill to enact the tax in the spring.",
        "Harbour police have arrested a young pilot for the theft of two lanterns.",
        "A clerk of the harbour who spoke on Monday didn't want to be named.",
        "A survey was conducted to determine the age of the oaks in the park.",
        "The fisherman and his sister have launched a lawsuit against the ferry line.",
    ],
)
def test_a_deed_or_a_matter_makes_no_statement(reader, text):
    assert cues(reader.read(text)) == []


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("The Harbour Times suggested that the minister would resign in May.", "suggested"),
        ("The report explains why the bridge fell into the river.", "explains"),
        ("Lind questioned whether the bridge was safe after the storm.", "questioned"),
    ],
)
def test_papers_and_people_do_speak(reader, text, cue):
    assert cues(reader.read(text)) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "A jury was told that the man had fled across the river.",
        "The court heard that she was killed in May by her neighbour.",
    ],
)
def test_who_hears_what_is_said_has_not_said_it(reader, text):
    assert [statement.source for statement in reader.read(text).statements] == [None]


def test_what_is_said_of_someone_is_not_said_by_him(reader):
    record = reader.read("Olaf Ek, 61 and said to be penniless, was arrested on Monday in Ostby.")
    assert all(statement.source is None for statement in record.statements)


def test_an_agreement_that_rules_what_is_done_does_not_speak(reader):
    record = reader.read("According to an agreement reached in May, the troops will leave the town by June.")
    assert all(statement.source is None for statement in record.statements)


@pytest.mark.parametrize(
    ("cue", "expected"),
    [
        ("will be questioned by", True),
        ("is supported by", True),
        ("was frustrated with", False),
        ("said that", False),
        ("stood by", False),
    ],
)
def test_a_passive_cue_tells_what_befalls_the_one_before_it(cue, expected):
    assert is_undergone(cue.split()) is expected


def test_a_sale_that_is_approved_is_a_deed(reader):
    assert cues(reader.read("The ministry approved a sale of rifles to the army of Norway on Monday.")) == []
