"""Whose verb a trigger is: its subject acts, or is acted upon where the verb is passive."""

from __future__ import annotations

import numpy as np
import pytest
from raw_event_samples import at, event, in_words

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, Chain, FoundMention
from onrecord.interpreting.events.arguments import Parties
from onrecord.interpreting.events.clauses import subject_of, with_subject

PERSON = np.array([kind == "person" for kind in KINDS], np.float32)
PRONOUNS = ("he", "she", "it", "they")


def parties_of(words, mentions):
    chains = []
    for phrase in mentions:
        first, last = at(words, phrase)
        form = PRONOUN if phrase in PRONOUNS else NAME if len(phrase.split()) == 1 else NOMINAL
        one = FoundMention(last - 1, first, last, form, -1, PERSON, 0.0, 1.0, tuple(words[first:last]))
        chains.append(Chain((one,), form == NAME, one, PERSON, 0.0))
    return Parties(chains, words)


def read(sentence, kind, trigger, actors=(), recipients=(), *, mentions, others=()):
    """The actors and recipients, in words; `mentions` are the phrases that may be parties."""
    words = sentence.split()
    made = with_subject(
        event(words, kind, trigger, actors, recipients),
        [event(words, *other) for other in others],
        parties_of(words, mentions),
        words,
    )
    return in_words(words, made)


def test_who_stands_before_an_active_verb_does_it_and_not_the_speaker_of_the_clause_before():
    sentence = "lind said that ek , who leads the port , had threatened to burn it"
    made = read(sentence, "THREATEN", "threatened", ["lind"], ["ek"], mentions=["lind", "ek", "the port"])
    assert made == (["ek"], [])


def test_two_who_stand_before_the_verb_both_do_it():
    sentence = "then lind and ek have condemned berg"
    made = read(sentence, "ACCUSE", "condemned", [], ["berg"], mentions=["lind", "ek", "berg"])
    assert made == (["lind", "ek"], ["berg"])


def test_who_opposes_what_a_relative_clause_tells_does_it_alone():
    sentence = "the pact with tessen , which berg strenuously opposed , was signed"
    made = read(sentence, "REJECT", "opposed", ["tessen", "berg"], mentions=["tessen", "berg"])
    assert made == (["berg"], [])


def test_those_whom_a_relative_clause_is_about_do_what_it_tells():
    sentence = "lind leans on berg and ek , who have so far refused"
    made = read(sentence, "REJECT", "refused", ["lind"], mentions=["lind", "berg", "ek"])
    assert made == (["berg", "ek"], [])


def test_an_apposition_between_does_not_take_the_actor_s_place():
    sentence = "ek , a guard who had backed berg"
    made = read(sentence, "SUPPORT", "backed", ["ek"], ["berg"], mentions=["ek", "a guard", "berg"])
    assert made == (["ek"], ["berg"])


def test_it_is_whom_the_network_read():
    sentence = "the army says it has opened fire on lind"
    made = read(sentence, "ASSAULT", "opened", ["the army"], ["lind"], mentions=["the army", "it", "lind"])
    assert made == (["the army"], ["lind"])


def test_whom_a_passive_verb_befell_did_nothing():
    sentence = "ek has been indicted on monday"
    assert read(sentence, "ACCUSE", "indicted", ["ek"], mentions=["ek"]) == ([], ["ek"])


def test_who_is_named_behind_by_did_it():
    sentence = "ek was fired by the guild that lind had founded with berg"
    made = read(
        *(sentence, "SANCTION", "fired", ["lind", "berg"], ["ek"]), mentions=["ek", "the guild", "lind", "berg"]
    )
    assert made == (["the guild"], ["ek"])


def test_who_did_it_may_be_written_with_a_hyphen():
    sentence = "ek was shot by four plain - clothes officers"
    made = read(sentence, "ASSAULT", "shot", ["clothes officers"], ["ek"], mentions=["ek", "four plain"])
    assert made == (["clothes officers"], ["ek"])


def test_who_is_named_behind_by_did_it_in_a_headline_too():
    sentence = "lind removed from the site by police"
    made = read(sentence, "SANCTION", "removed", ["lind"], ["the site"], mentions=["lind", "the site", "police"])
    assert made == (["police"], ["lind"])


def test_a_participle_is_told_of_the_nearest_noun():
    sentence = "the wife of ek shot by police"
    made = read(sentence, "ASSAULT", "shot", mentions=["the wife of ek", "ek", "police"])
    assert made == (["police"], ["ek"])


def test_who_is_named_behind_by_in_another_clause_did_something_else():
    sentence = "lind met the guild , and was greeted by ek"
    made = read(sentence, "CONSULT", "met", ["lind"], ["the guild"], mentions=["lind", "the guild", "ek"])
    assert made == (["lind"], ["the guild"])


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("lind has removed from ardale by night", id="no passive"),
        pytest.param("lind removed from the stand - by ek", id="a by in another word"),
        pytest.param("lind removed from ardale by using ek", id="by doing something"),
    ],
)
def test_not_every_by_names_who_did_it(sentence):
    made = read(sentence, "SANCTION", "removed", ["lind"], mentions=["lind"])
    assert made == (["lind"], [])


def test_a_second_passive_verb_has_the_subject_of_the_first():
    sentence = "ek was fired by the guild and was expelled from the port"
    made = read(
        *(sentence, "SANCTION", "expelled", ["the guild"], ["the port"]),
        mentions=["ek", "the guild", "the port"],
        others=[("SANCTION", "fired", ["the guild"], ["ek"])],
    )
    assert made == (["the guild"], ["ek"])


def test_a_mere_number_of_dead_leaves_those_whom_the_network_read():
    sentence = "ten people were killed in attacks on the guild"
    made = read(sentence, "ASSAULT", "killed", [], ["the guild"], mentions=["ten people", "the guild"])
    assert made == ([], ["the guild"])


def test_whom_a_deed_befell_is_its_object_where_the_network_read_nobody():
    sentence = "she bit a guard ' s hand"
    made = read(sentence, "ASSAULT", "bit", ["she"], mentions=["she", "a guard"])
    assert made == (["she"], ["a guard"])


def test_what_is_done_both_ways_stays_as_it_is():
    sentence = "lind said ek had met berg"
    sides = ["lind", "ek", "berg"]
    assert read(sentence, "CONSULT", "met", sides, sides, mentions=sides) == (sides, sides)


@pytest.mark.parametrize(
    ("sentence", "trigger"),
    [
        pytest.param("the man indicted by ek", "indicted", id="a participle"),
        pytest.param("a woman guilty of hitting ek could be jailed", "jailed", id="an object of another verb"),
        pytest.param("the head of ek had resigned", "resigned", id="part of a longer phrase"),
        pytest.param("ek is under investigation", "under investigation", id="no verb"),
        pytest.param("ek has received a pardon", "received", id="a verb that tells what befell its subject"),
        pytest.param("ek was opposed to it", "opposed", id="a state"),
        pytest.param("ek ' s attacks", "attacks", id="a noun"),
    ],
)
def test_no_subject_is_told_where_grammar_leaves_it_open(sentence, trigger):
    words = sentence.split()
    assert subject_of(event(words, "ACCUSE", trigger), parties_of(words, ["ek"]), words) is None
