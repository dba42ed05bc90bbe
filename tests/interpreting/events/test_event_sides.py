"""Who did it, and to whom."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, Chain, FoundMention
from onrecord.interpreting.events.arguments import Parties
from onrecord.interpreting.events.raw import RawEvent
from onrecord.interpreting.events.sides import sides_of, without_nobodies
from onrecord.records import Entity

WORDS = "lind accused ek , prompting ek to call him a liar".split()
PERSON = np.array([kind == "person" for kind in KINDS], np.float32)


def mention(at, form=NAME, male=1.0):
    return FoundMention(at, at, at + 1, form, -1, PERSON, 0.0, male, (WORDS[at],))


def entity(name):
    return Entity(name, name, "person", named=True, mentions=())


LIND, EK, BERG = entity("Lind"), entity("Ek"), entity("Berg")


def sides(kind, actors, recipients, entity_at, mentions=()):
    """The names of both sides; actors and recipients are told by the places of their words."""
    found = list(mentions) or [mention(at) for at in entity_at]
    chains = [Chain((one,), True, one, PERSON, 0.0) for one in found]
    ranges = [tuple((at, at + 1) for at in some) for some in (actors, recipients)]
    event = RawEvent(kind, None, "actual", (7, 8), *ranges, (0, len(WORDS)), 0.9)
    return tuple([one.name for one in some] for some in sides_of(event, Parties(chains, WORDS), entity_at))


def test_who_does_something_and_to_whom_are_the_entities_at_their_words():
    assert sides("ACCUSE", [0], [2], {0: LIND, 2: EK}) == (["Lind"], ["Ek"])


def test_nobody_accuses_himself():
    assert sides("ACCUSE", [2], [5], {2: EK, 5: EK}) == (["Ek"], [])


def test_a_pronoun_that_was_taken_for_the_actor_is_the_only_other_person_of_the_sentence():
    mentions = [mention(0), mention(5), mention(8, PRONOUN)]
    assert sides("ACCUSE", [5], [8], {0: LIND, 5: EK, 8: EK}, mentions) == (["Ek"], ["Lind"])


def test_of_two_other_persons_none_is_taken():
    mentions = [mention(0), mention(2), mention(5), mention(8, PRONOUN)]
    assert sides("ACCUSE", [5], [8], {0: LIND, 2: BERG, 5: EK, 8: EK}, mentions) == (["Ek"], [])


def test_a_person_of_the_other_sex_is_not_taken():
    mentions = [mention(0, male=0.0), mention(5), mention(8, PRONOUN)]
    assert sides("ACCUSE", [5], [8], {0: LIND, 5: EK, 8: EK}, mentions) == (["Ek"], [])


@pytest.mark.parametrize("kind", ["CONSULT", "AGREE"])
def test_what_is_done_both_ways_has_every_side_in_both_roles(kind):
    assert sides(kind, [0], [0, 2], {0: LIND, 2: EK}) == (["Lind", "Ek"], ["Lind", "Ek"])


def test_one_who_meets_someone_who_is_not_told_has_not_met_himself():
    assert sides("CONSULT", [0], [0], {0: LIND}) == (["Lind"], [])


def test_one_who_agrees_alone_is_no_recipient():
    assert sides("AGREE", [0], [0], {0: LIND}) == (["Lind"], [])


def without(sentence, actors=(), recipients=()):
    """The parties that are left, in words; each phrase is a description."""
    words = sentence.split()

    def at(phrase):
        parts = phrase.split()
        first = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
        return first, first + len(parts)

    chains = []
    for first, last in map(at, (*actors, *recipients)):
        one = FoundMention(last - 1, first, last, NOMINAL, -1, PERSON, 0.0, 0.5, tuple(words[first:last]))
        chains.append(Chain((one,), is_named=False, name=one, kinds=PERSON, plural=0.0))
    ranges = [tuple(map(at, some)) for some in (actors, recipients)]
    event = RawEvent("ASSAULT", None, "actual", (0, 1), *ranges, (0, len(words)), 0.9)
    made = without_nobodies(event, Parties(chains, words))
    return tuple([" ".join(words[slice(*one)]) for one in some] for some in (made.actors, made.recipients))


@pytest.mark.parametrize("thing", ["a lorry", "two missiles", "the report", "a storm", "the day", "a lorry driven"])
def test_what_does_nothing_by_itself_is_no_actor(thing):
    assert without(f"{thing} hit a crowd", [thing], ["a crowd"]) == ([], ["a crowd"])


@pytest.mark.parametrize(("thing", "kept"), [("the convoy", True), ("the summit", False), ("a storm", False)])
def test_something_may_be_done_to_a_vehicle_and_not_to_an_hour_or_a_meeting(thing, kept):
    assert without(f"rebels hit {thing}", ["rebels"], [thing]) == (["rebels"], [thing] if kept else [])


def test_a_storm_with_a_name_does_nothing():
    one = FoundMention(1, 0, 2, NAME, -1, PERSON, 0.0, 0.5, ("hurricane", "ada"))
    parties = Parties([Chain((one,), is_named=True, name=one, kinds=PERSON, plural=0.0)], ["hurricane", "ada", "hit"])
    event = RawEvent("ASSAULT", None, "actual", (2, 3), ((0, 2),), (), (0, 3), 0.9)
    assert without_nobodies(event, parties).actors == ()


def test_someone_who_is_called_like_a_paper_acts():
    one = FoundMention(0, 0, 2, NAME, -1, PERSON, 0.0, 0.5, ("bill", "lind"))
    parties = Parties([Chain((one,), is_named=True, name=one, kinds=PERSON, plural=0.0)], ["bill", "lind", "hit"])
    event = RawEvent("ASSAULT", None, "actual", (2, 3), ((0, 2),), (), (0, 3), 0.9)
    assert without_nobodies(event, parties).actors == ((0, 2),)


def test_whose_a_thing_is_counts_and_not_the_month():
    made = without("gave bread every month to the poor", [], ["every month to the poor"])
    assert made == ([], ["the poor"])


def test_his_alone_is_no_actor_where_another_is():
    assert without("he said his lawyer came", ["he", "his"]) == (["he"], [])
