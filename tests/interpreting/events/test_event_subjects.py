"""Who does what a verb tells, by the form of the sentence."""

from __future__ import annotations

import numpy as np
from raw_event_samples import at, event, in_words

from onrecord.chains import KINDS, NAME, Chain, FoundMention
from onrecord.interpreting.events.arguments import Parties
from onrecord.interpreting.events.subjects import settle_subjects, told_actors

PERSON, PLACE = (np.array([kind == one for kind in KINDS], np.float32) for one in ("person", "place"))


def settled(sentence, kind, trigger, actors=(), recipients=(), *, mentions, others=(), places=()):
    """The actors and recipients, in words; `mentions` are the phrases that are some, persons or `places`."""
    words = sentence.split()
    chains = []
    for phrase in mentions:
        first, last = at(words, phrase)
        inner = [i for i in range(first, last) if words[i] in ("of", "for", "and")]
        head = (inner[0] if inner else last) - 1
        kinds = PLACE if phrase in places else PERSON
        one = FoundMention(head, first, last, NAME, -1, kinds, 0.0, 1.0, tuple(words[first:last]))
        chains.append(Chain((one,), True, one, kinds, 0.0))
    made = settle_subjects(
        event(words, kind, trigger, actors, recipients),
        [event(words, *other) for other in others],
        Parties(chains, words),
        words,
    )
    return in_words(words, made)


def test_who_was_filmed_doing_it_did_it():
    sentence = "judges tried a girl on monday who was filmed last week in ardale slapping guards"
    made = settled(sentence, "ASSAULT", "slapping", ["ardale"], ["guards"], mentions=["a girl", "ardale", "guards"])
    assert made == (["a girl"], ["guards"])


def test_whom_the_network_took_for_the_actor_behind_a_deed_that_was_seen_is_whom_it_befell():
    sentence = "she was pictured biting a guard who held her brother"
    made = settled(sentence, "ASSAULT", "biting", ["a guard"], ["her brother"], mentions=["she", "a guard"])
    assert made == (["she"], ["a guard"])


def test_who_is_charged_for_a_deed_did_it():
    sentence = "ardale charged a man for punching a guard"
    charge = ("ACCUSE", "charged", ["ardale"], ["a man"])
    made = settled(sentence, "ASSAULT", "punching", [], ["a guard"], mentions=["ardale", "a man"], others=[charge])
    assert made == (["a man"], ["a guard"])


def test_nobody_is_charged_where_no_charge_is_read():
    made = settled("they met for bombing a port", "ASSAULT", "bombing", [], ["a port"], mentions=["they", "a port"])
    assert made == ([], ["a port"])


def test_the_subject_of_one_verb_is_that_of_the_next():
    sentence = "in 2030 she was given a prize and met the minister"
    sides = ["the minister"], ["the minister"]
    made = settled(sentence, "CONSULT", "met", *sides, mentions=["2030", "she", "a prize", "the minister"])
    assert made == (["she", "the minister"], ["she", "the minister"])


def test_two_subjects_of_one_verb_are_both_those_of_the_next():
    sentence = "ardale and brusk have mended ties and will exchange envoys"
    made = settled(sentence, "AGREE", "will exchange", [], ["envoys"], mentions=["ardale", "brusk", "envoys"])
    assert made == (["ardale", "brusk"], ["envoys"])


def test_a_verb_without_an_object_has_no_subject_from_another():
    sentence = "he was arrested and beaten in ardale"
    assert settled(sentence, "ASSAULT", "beaten", mentions=["he", "ardale"]) == ([], [])


def test_a_place_behind_in_does_nothing():
    made = settled("a bomb in ardale killed a man", "ASSAULT", "killed", ["ardale"], ["a man"], mentions=["ardale"])
    assert made == ([], ["a man"])


def test_who_met_in_a_place_may_be_told_by_it():
    sides = ["envoys", "ardale"], ["envoys", "ardale"]
    assert settled("envoys met in ardale", "CONSULT", "met", *sides, mentions=["envoys", "ardale"]) == sides


def test_a_part_is_no_actor_beside_the_whole():
    sentence = "the section of the court opened an inquiry"
    whole = "the section of the court"
    made = settled(sentence, "ACCUSE", "opened", ["the section", "the court"], mentions=[whole, "the court"])
    assert made == (["the section"], [])


def test_those_to_whom_an_actor_is_linked_are_no_actors():
    sentence = "rebels linked to the guild bombed a port"
    made = settled(sentence, "ASSAULT", "bombed", ["rebels", "the guild"], mentions=["rebels", "the guild"])
    assert made == (["rebels"], [])


def test_all_of_a_list_are_actors():
    sentence = "judges , clerks and guards marched"
    sides = ["judges", "clerks", "guards"]
    made = settled(sentence, "PROTEST", "marched", sides, mentions=["judges , clerks and guards", *sides])
    assert made == (sides, [])


SAID = "lind told ek that brusk fired".split()


def told(kind, actors, speaking, inside):
    chains = []
    for name in actors:
        first, last = at(SAID, name)
        one = FoundMention(first, first, last, NAME, -1, PERSON, 0.0, 1.0, (name,))
        chains.append(Chain((one,), True, one, PERSON, 0.0))
    ranges = [{at(SAID, name) for name in some} for some in (speaking, inside)]
    made = told_actors(event(SAID, kind, "fired", actors), *ranges, Parties(chains, SAID))
    return [SAID[first] for first, _ in made]


def test_who_reports_a_deed_has_not_done_it():
    assert told("ASSAULT", ["lind", "brusk"], ["lind"], ["brusk"]) == ["brusk"]


def test_who_says_what_is_done_with_words_does_it_and_not_the_hearer():
    assert told("ACCUSE", ["lind", "ek"], ["lind"], []) == ["lind"]


def test_who_is_told_to_demand_it_does_so_too():
    assert told("REQUEST", ["lind", "brusk"], ["lind"], ["brusk"]) == ["lind", "brusk"]


def test_actors_of_whom_nothing_is_said_stay():
    assert told("ASSAULT", ["lind"], ["lind"], []) == ["lind"]


def test_a_place_behind_in_is_where_it_was_and_no_recipient():
    sentence = "ek attacked her in ardale"
    made = settled(sentence, "ASSAULT", "attacked", ["ek"], ["her", "ardale"], mentions=["ek", "her", "ardale"])
    assert made == (["ek"], ["her"])


def test_an_emergency_in_a_place_is_declared_to_it():
    sentence = "lind declared an emergency in ardale"
    made = settled(sentence, "COERCE", "declared", ["lind"], ["ardale"], mentions=["lind", "ardale"])
    assert made == (["lind"], ["ardale"])


def test_whom_an_alleged_deed_befell_is_not_accused():
    sentence = "lind accused ek of bombing brusk"
    made = settled(sentence, "ACCUSE", "accused", ["lind"], ["ek", "brusk"], mentions=["lind", "ek", "brusk"])
    assert made == (["lind"], ["ek"])


def test_whom_a_deed_of_the_next_clause_befell_is_its_own():
    sentence = "she bit ek as he held berg"
    held = ("ASSAULT", "held", ["he"], ["berg"])
    made = settled(
        sentence, "ASSAULT", "bit", ["she"], ["ek", "berg"], mentions=["she", "ek", "he", "berg"], others=[held]
    )
    assert made == (["she"], ["ek"])


def test_who_is_charged_did_it_though_the_network_read_those_who_charge():
    sentence = "ardale charged a man for punching a guard"
    charge = ("ACCUSE", "charged", ["ardale"], ["a man"])
    made = settled(
        sentence, "ASSAULT", "punching", ["ardale"], ["a guard"], mentions=["ardale", "a man"], others=[charge]
    )
    assert made == (["a man"], ["a guard"])


def test_to_whom_someone_is_to_apologise_did_not_do_it():
    sentence = "lind called on ek to apologise to berg for calling him a liar"
    call = ("ACCUSE", "called on", ["lind"], ["ek"])
    mentions = ["lind", "ek", "berg", "him"]
    made = settled(sentence, "ACCUSE", "calling", ["berg"], ["him"], mentions=mentions, others=[call])
    assert made == (["ek"], ["him"])


def test_whom_the_network_took_for_the_actor_behind_a_deed_that_someone_is_charged_with_did_not_do_it():
    sentence = "ardale charged a man for punching a guard , as berg saw it"
    charge = ("ACCUSE", "charged", ["ardale"], ["a man"])
    mentions = ["ardale", "a man", "a guard", "berg"]
    made = settled(sentence, "ASSAULT", "punching", ["berg"], ["a guard"], mentions=mentions, others=[charge])
    assert made == (["a man"], ["a guard"])


def test_where_shots_came_from_is_not_what_they_hit():
    sentence = "ek fired from brusk"
    made = settled(sentence, "ASSAULT", "fired", ["ek"], ["brusk"], mentions=["ek", "brusk"])
    assert made == (["ek"], [])


def test_a_country_in_which_a_number_of_people_was_killed_was_attacked():
    sentence = "tessen launched drones in norway killing at least one person"
    recipients = ["norway", "at least one person"]
    made = settled(sentence, "ASSAULT", "launched", ["tessen"], recipients, mentions=["tessen", "norway"])
    assert made == (["tessen"], recipients)


def test_a_place_that_tells_which_street_is_no_recipient():
    sentence = "ek shot two guards in a brusk street"
    recipients = ["two guards", "brusk"]
    made = settled(
        sentence, "ASSAULT", "shot", ["ek"], recipients, mentions=["ek", "two guards", "brusk"], places=["brusk"]
    )
    assert made == (["ek"], ["two guards"])


def test_whom_a_deed_befell_for_which_another_is_jailed_is_not_jailed():
    sentence = "a man guilty of hitting a guard could be jailed"
    made = settled(sentence, "COERCE", "jailed", [], ["a man", "a guard"], mentions=["a man", "a guard"])
    assert made == ([], ["a man"])
