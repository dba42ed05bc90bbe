"""Events through the whole reader: who travels together, and words that tell none."""

from __future__ import annotations

import pytest

import onrecord


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader()


def told(reader, text):
    return [
        (event.type, [party.name for party in event.actors], [party.name for party in event.recipients])
        for event in reader.read(text, published="2018-04-05").events
    ]


def test_who_travels_together_visits_not_one_another(reader):
    text = "Emmanuel Macron and Jean-Yves Le Drian have visited North Africa twice."
    assert all(set(actors).isdisjoint(recipients) for _, actors, recipients in told(reader, text))


@pytest.mark.parametrize(
    "text",
    [
        "Olaf Ekvall pleaded guilty to four charges on Monday.",
        "Tilda Moor offered remarks at the opening of the bridge.",
        "The woman had withdrawn her mother's pension for three years.",
        "The central bank tightened monetary policy in May.",
        "The league postponed three games in Seoul because of the smog.",
    ],
)
def test_what_only_sounds_like_a_deed_is_none(reader, text):
    assert told(reader, text) == []


def test_a_promise_to_leave_something_is_no_refusal(reader):
    assert [kind for kind, *_ in told(reader, "The police agreed not to spy on Muslims.")] == ["AGREE"]


def test_who_is_held_responsible_is_accused(reader):
    made = told(reader, "Mara Lind held Norway and Sweden responsible for the failure of the talks.")
    assert made == [("ACCUSE", ["Mara Lind"], ["Norway", "Sweden"])]


@pytest.mark.parametrize(
    "text",
    [
        "He held a responsible post in the ministry for ten years.",
        "The rebels, who held the town, were responsible for the killings of three guards.",
    ],
)
def test_who_holds_something_else_accuses_nobody(reader, text):
    assert "ACCUSE" not in [kind for kind, *_ in told(reader, text)]
