"""Weapons fired at someone."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.raw import RawEvent
from onrecord.interpreting.events.weapons import fired_at_someone


def read(sentence, trigger, recipient, kind="MOBILIZE"):
    words = sentence.lower().split()
    place = words.index(trigger)
    recipients = ((words.index(recipient), words.index(recipient) + 1),) if recipient else ()
    event = RawEvent(kind, "weapons", "actual", (place, place + 1), (), recipients, (0, len(words)), 0.8)
    made = fired_at_someone(event, words)
    return made.type, made.mode


@pytest.mark.parametrize(
    ("sentence", "mode"),
    [
        ("Tessen launched 40 drones at Arvelle", "drone"),
        ("Tessen launched two missiles against Arvelle", "heavy-weapons"),
        ("Tessen launched bombs on the Arvelle depot", "aerial"),
    ],
)
def test_weapons_fired_at_someone_are_an_assault(sentence, mode):
    assert read(sentence, "launched", "arvelle") == ("ASSAULT", mode)


@pytest.mark.parametrize(
    ("sentence", "recipient"),
    [
        pytest.param("Tessen launched a satellite at dawn", None, id="at nobody"),
        pytest.param("Tessen launched a satellite over Arvelle", "arvelle", id="no weapon"),
        pytest.param("Tessen launched drones with Arvelle", "arvelle", id="together with someone"),
        pytest.param("Arvelle saw Tessen launched drones at", "arvelle", id="the recipient before the trigger"),
    ],
)
def test_weapons_that_are_fired_at_nobody_stay_a_mobilization(sentence, recipient):
    assert read(sentence, "launched", recipient) == ("MOBILIZE", "weapons")


def test_other_events_stay_as_they_are():
    assert read("Tessen launched drones at Arvelle", "launched", "arvelle", kind="AID") == ("AID", "weapons")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tessen fired a ballistic missile over Arvelle", id="over someone"),
        pytest.param("Tessen fired a satellite into orbit as Arvelle looked on", id="into space"),
    ],
)
def test_what_flies_far_and_at_nobody_is_a_test(sentence):
    assert read(sentence, "fired", "arvelle", "ASSAULT") == ("MOBILIZE", "weapons")


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Tessen fired a ballistic missile at Arvelle", id="at someone"),
        pytest.param("Tessen fired shells near Arvelle", id="no far weapon"),
        pytest.param("Arvelle was fired on with ballistic missiles", id="someone before the trigger"),
    ],
)
def test_what_is_fired_at_someone_stays_an_assault(sentence):
    assert read(sentence, "fired", "arvelle", "ASSAULT")[0] == "ASSAULT"
