"""Events read out of words that tell none of their type elsewhere."""

from __future__ import annotations

from onrecord.interpreting.events.familiar import is_far_fetched
from onrecord.records import Entity

LIND = Entity("e1", "Mara Lind", "person")
ARMY = Entity("e2", "the army", "organization", sector="MIL")


def test_an_unsure_event_in_strange_words_is_none():
    assert is_far_fetched("CONSULT", ["dated"], 0.6, [LIND])


def test_an_unsure_event_in_words_that_have_told_its_type_is_one():
    assert not is_far_fetched("CONSULT", ["met"], 0.6, [LIND])


def test_one_known_word_is_enough():
    assert not is_far_fetched("ACCUSE", ["quietly", "blamed"], 0.6, [LIND])


def test_a_sure_event_may_be_told_in_any_word():
    assert not is_far_fetched("REQUEST", ["importuned"], 0.9, [LIND])


def test_violence_is_told_in_many_words():
    assert not is_far_fetched("ASSAULT", ["walloped"], 0.6, [LIND])


def test_who_governs_or_fights_does_it_in_many_words():
    assert not is_far_fetched("COERCE", ["hemmed"], 0.6, [LIND, ARMY])


def test_a_type_of_the_user_s_own_is_never_far_fetched():
    assert not is_far_fetched("PORT-CLOSURE", ["shut"], 0.6, [])
