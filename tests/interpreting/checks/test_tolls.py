"""Two different numbers of the dead or injured of one event."""

from __future__ import annotations

import pytest
from case_samples import make_case, read

from onrecord.interpreting.checks.tolls import check_tolls
from onrecord.records import Event, Quantity, Span


def event(text, *numbers, role="killed", bound="exact", unit="person"):
    """An event that is told with numbers: their words and values."""
    quantities, at = [], 0
    for n, (words, value) in enumerate(numbers):
        at = text.index(words, at)
        span = Span.of(text, at, at + len(words))
        quantities.append(Quantity(f"q{n}", span, value, None, bound, unit, role))
        at += len(words)
    trigger = Span.of(text, 0, 4)
    sides = {"actors": (), "recipients": (), "actor_spans": (), "recipient_spans": (), "mentions": ()}
    facts = {"mode": None, "contexts": (), "date": None, "time": None, "place": None, "asserted_by": None}
    return Event(
        "v1",
        type="ASSAULT",
        trigger=trigger,
        quantities=tuple(quantities),
        status="actual",
        confidence=0.9,
        **sides,
        **facts,
    )


def tolls(text, *numbers, **known):
    findings = check_tolls(make_case(text, events=(event(text, *numbers, **known),)))
    return [(finding.severity, *(text[a:b] for a, b in finding.spans)) for finding in findings]


BLAST = "The blast in Ostrel killed twelve people. Police in Ostrel spoke of 15 people dead."
NUMBERS = (("twelve people", 12), ("15 people", 15))


def test_two_numbers_of_one_toll_are_a_warning():
    assert tolls(BLAST, *NUMBERS) == [("warning", "twelve people", "15 people")]


def test_the_message_tells_both_numbers_and_whose_they_are():
    (finding,) = check_tolls(make_case(BLAST, events=(event(BLAST, *NUMBERS),)))
    assert (finding.message, finding.evidence) == (
        "Two numbers of killed: 12 and 15.",
        "Both are told of the same event.",
    )


@pytest.mark.parametrize("role", ["killed", "missing"])
def test_the_dead_and_the_missing_are_counted(role):
    assert len(tolls(BLAST, *NUMBERS, role=role)) == 1


@pytest.mark.parametrize(
    "known",
    [
        pytest.param({"role": "launched"}, id="another role"),
        pytest.param({"bound": "at_least"}, id="bounds"),
    ],
)
def test_other_numbers_are_left_alone(known):
    assert tolls(BLAST, *NUMBERS, **known) == []


def test_the_same_number_twice_is_right():
    text = "The blast in Ostrel killed twelve people. Police in Ostrel spoke of 12 people dead."
    assert tolls(text, ("twelve people", 12), ("12 people", 12)) == []


def test_the_same_pair_is_told_once():
    text = f"{BLAST} {BLAST}"
    assert len(tolls(text, *NUMBERS, *NUMBERS)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The blast in Ostrel killed twelve people. The toll in Ostrel rose to 15 people.",
        "The blast in Ostrel killed twelve people. Arvelle claimed that 15 people died in Ostrel.",
    ],
)
def test_an_update_or_another_side_s_number_is_right(text):
    assert tolls(text, *NUMBERS) == []


def test_numbers_in_one_sentence_are_right():
    assert tolls("The blast in Ostrel killed twelve people and then 15 people in Ostrel.", *NUMBERS) == []


def test_numbers_of_sentences_that_share_no_name_are_right():
    assert tolls("The blast in Ostrel killed twelve people. Police spoke of 15 people dead in Arda.", *NUMBERS) == []


def test_a_number_of_one_or_two_is_left_alone():
    text = "The blast in Ostrel killed twelve people. Police in Ostrel spoke of two people dead."
    assert tolls(text, ("twelve people", 12), ("two people", 2)) == []


def test_numbers_of_two_events_are_left_alone():
    one, other = event(BLAST, NUMBERS[0]), event(BLAST, NUMBERS[1])
    assert list(check_tolls(make_case(BLAST, events=(one, other)))) == []


# Read as a whole


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            "A bomb in Ostrel killed 12 people on Monday.\n\nThe mayor spoke. The attack in Ostrel killed 15 people.",
            ["12 people", "15 people"],
        ),
        (
            "A bomb in Ostrel killed 12 people and wounded 30 on Monday.\n\nThe bomb in Ostrel wounded 40 people.",
            ["30", "40 people"],
        ),
    ],
)
def test_two_numbers_in_an_article_are_a_warning(reader, text, words):
    (check,) = read(reader, "number", text)
    assert (check.severity, [span.surface for span in check.spans]) == ("warning", words)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb in Ostrel killed 12 people on Monday.\n\nThe toll in Ostrel later rose to 15 killed.",
        "A bomb in Ostrel killed 12 people on Monday.\n\nThe attack in Ostrel killed 12 people.",
        "A bomb in Ostrel killed 12 people on Monday.\n\nIn May a flood in Arda killed 15 people.",
    ],
)
def test_an_article_without_two_numbers_of_one_toll_is_right(reader, text):
    assert read(reader, "number", text) == []
