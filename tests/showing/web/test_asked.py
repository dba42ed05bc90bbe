"""What an address asks: its parameters, and those inside the words of the search box."""

from __future__ import annotations

import pytest

from onrecord.showing.web.asked import parse_asked


@pytest.mark.parametrize(
    ("words", "given"),
    [
        ("quay act:deny", {"q": "quay", "act": "deny"}),
        ("act:deny quay", {"q": "quay", "act": "deny"}),
        ('speaker:"Ana Duarte" quay gate', {"q": "quay gate", "speaker": '"Ana Duarte"'}),
        ("type:ASSAULT", {"type": "ASSAULT"}),
        ("Kind:event from:2031-03 to:2031-04", {"kind": "event", "from": "2031-03", "to": "2031-04"}),
        ('"act of war" quay', {"q": '"act of war" quay'}),
        ("act: deny", {"q": "act: deny"}),
        ("contract:deny", {"q": "contract:deny"}),
        ("at 10:30", {"q": "at 10:30"}),
        ("https://example.org/quay", {"q": "https://example.org/quay"}),
    ],
)
def test_what_narrows_may_stand_inside_the_words(words, given):
    assert parse_asked({"q": words}).given == given


def test_what_narrows_inside_the_words_wins_over_what_was_chosen_before():
    assert parse_asked({"q": "quay act:deny", "act": "say"}).given == {"q": "quay", "act": "deny"}


def test_a_value_that_cannot_be_is_told():
    assert "kind must be one of" in parse_asked({"q": "kind:rumour"}).fault


def test_a_new_question_begins_at_its_first_page():
    asked = parse_asked({"q": "quay", "page": "3"})
    assert asked.address("/search", act="deny") == "/search?q=quay&act=deny"


def test_an_address_keeps_what_narrows():
    assert parse_asked({"q": "quay", "act": "deny"}).address("/map") == "/map?q=quay&act=deny"


@pytest.mark.parametrize("page", ["0", "-1", "x", "41", "1.5", "٣"])
def test_a_page_that_cannot_be_is_told(page):
    assert "page must be" in parse_asked({"page": page}).fault


@pytest.mark.parametrize("least", ["2", "-0.1", "nan", "sure"])
def test_a_confidence_that_cannot_be_is_told(least):
    assert "least must be" in parse_asked({"least": least}).fault
