"""Warnings that are threats, and those that are none."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.raw import RawEvent
from onrecord.interpreting.events.warnings import is_mere_warning


def is_mere(sentence, trigger="warned", kind="THREATEN"):
    words = sentence.lower().split()
    at = words.index(trigger)
    return is_mere_warning(RawEvent(kind, None, "actual", (at, at + 1), (), (), (0, len(words)), 0.9), words)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tessen warned Arvelle of severe consequences",
        "Tessen warned that it would leave the pact",
        "Tessen warned that any ship would be shot at",
    ],
)
def test_a_warning_of_own_harm_is_a_threat(sentence):
    assert not is_mere(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Tessen warned that the army would need to grow",
        "the minister warned of hunger in the valley",
        "doctors warned",
    ],
)
def test_a_warning_of_what_may_come_is_none(sentence):
    assert is_mere(sentence)


def test_a_threat_in_other_words_is_a_threat():
    assert not is_mere("Tessen threatened the valley", "threatened")


def test_a_warning_that_was_read_as_something_else_stays():
    assert not is_mere("doctors warned of hunger", kind="REQUEST")
