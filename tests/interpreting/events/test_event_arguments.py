"""Which mentions, and so which entities, an event's words mean."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.chains import KINDS, NAME, PRONOUN, Chain, FoundMention
from onrecord.interpreting.events.arguments import Parties, argument_ranges, core_end, entities_of, is_count
from onrecord.interpreting.events.raw import RawEvent
from onrecord.records import Entity

EVEN = np.full(len(KINDS), 0.25, np.float32)
WORDS = "at least 130 people and a member of the harbour council met the old fishermen of ardale , who left".split()


def at(phrase):
    """The half-open range of words of a phrase."""
    wanted = phrase.split()
    return next((i, i + len(wanted)) for i in range(len(WORDS)) if WORDS[i : i + len(wanted)] == wanted)


def mention(phrase, head=None):
    """The mention that a phrase is; its head is `head` or its last word."""
    first, last = at(phrase)
    words = tuple(WORDS[first:last])
    return FoundMention(WORDS.index(head or words[-1], first), first, last, NAME, -1, EVEN, 0.0, 0.5, words)


def parties(*chains):
    return Parties([Chain(tuple(some), is_named=True, name=some[0], kinds=EVEN, plural=0.0) for some in chains], WORDS)


def found(phrase, *mentions):
    """The words of the mention that a phrase is."""
    one = parties(*([m] for m in mentions)).mention(at(phrase))
    return " ".join(one.words) if one is not None else None


@pytest.mark.parametrize(
    "phrase",
    ["the old fishermen", "old fishermen", "fishermen", "the old fishermen of ardale", "met the old fishermen"],
)
def test_words_are_the_mention_that_closes_with_their_head(phrase):
    assert found(phrase, mention("the old fishermen"), mention("ardale")) == "the old fishermen"


def test_words_are_the_mention_with_their_head_and_more_behind_it():
    assert (
        found("the old fishermen", mention("the old fishermen of ardale", "fishermen")) == "the old fishermen of ardale"
    )


@pytest.mark.parametrize("joint", ["and", "along with", "together with", "as well as"])
def test_a_list_is_of_several_however_it_is_joined(joint):
    words = f"fishermen {joint} pilots met".split()
    last = len(words) - 1
    made = [FoundMention(i, i, i + 1, NAME, -1, EVEN, 0.0, 0.5, (words[i],)) for i in (0, last - 1)]
    chains = [Chain((one,), is_named=True, name=one, kinds=EVEN, plural=0.0) for one in made]
    assert Parties(chains, words).mentions((0, last)) == made


def test_of_mentions_in_one_another_the_most_alike_is_meant():
    assert found("the old fishermen", mention("fishermen"), mention("old fishermen")) == "old fishermen"


def test_of_mentions_of_several_chains_the_most_alike_is_meant():
    made = parties([mention("a member", "member"), mention("fishermen")], [mention("old fishermen")])
    assert made.mention(at("the old fishermen")).words == ("old", "fishermen")


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        pytest.param("the old fishermen", "the harbour council", id="elsewhere"),
        pytest.param("a member of the harbour council", "the harbour council", id="behind of"),
        pytest.param("the old fishermen of ardale", "ardale", id="a place behind of"),
    ],
)
def test_words_are_no_mention_that_has_not_their_head(phrase, other):
    assert found(phrase, mention(other)) is None


@pytest.mark.parametrize(
    ("phrase", "head"), [("fishermen", None), ("the old fishermen", "old"), ("old fishermen of ardale", "fishermen")]
)
def test_a_mention_that_closes_with_the_head_goes_before_one_that_is_more_alike(phrase, head):
    whole = mention("the old fishermen of ardale", "ardale")
    assert found("the old fishermen of ardale", whole, mention(phrase, head)) == phrase


def test_words_within_a_mention_that_is_about_another_are_not_it():
    assert found("the harbour", mention("a member of the harbour council", "member")) is None


def test_without_mentions_words_are_none():
    assert found("the old fishermen") is None


def test_a_number_is_no_party():
    assert found("at least 130 people", mention("at least 130 people")) is None


@pytest.mark.parametrize("words", ["at least 130 people", "130", "dozens", "more than 20 others", "all three"])
def test_words_that_tell_only_of_how_many_are_a_count(words):
    assert is_count(words.split())


@pytest.mark.parametrize("words", ["130 miners", "at least one soldier", "the rebels", "three people smugglers"])
def test_words_that_tell_of_whom_are_no_count(words):
    assert not is_count(words.split())


@pytest.mark.parametrize(
    ("phrase", "core"),
    [
        ("the old fishermen", "the old fishermen"),
        ("the old fishermen of ardale", "the old fishermen"),
        ("ardale , who left", "ardale"),
        ("of the harbour council", "of the harbour council"),
    ],
)
def test_the_core_of_a_noun_phrase_ends_with_its_head(phrase, core):
    assert core_end(WORDS, at(phrase)) == at(core)[1]


REBELS, TOWN = Entity("e1", "rebels", "group"), Entity("e2", "a town", "place")


MEMBER, FISHERMEN = mention("member"), mention("fishermen")


def test_the_entities_of_words_come_in_their_order():
    made = parties([MEMBER], [FISHERMEN])
    ranges = [at("old fishermen"), at("a member")]
    assert entities_of(made, ranges, {MEMBER.head: REBELS, FISHERMEN.head: TOWN}) == (TOWN, REBELS)


def test_an_entity_that_is_meant_twice_comes_once():
    made = parties([MEMBER, FISHERMEN])
    ranges = [at("a member"), at("old fishermen")]
    assert entities_of(made, ranges, {MEMBER.head: REBELS, FISHERMEN.head: REBELS}) == (REBELS,)


def test_words_that_are_no_mention_mean_no_entity():
    assert entities_of(parties([MEMBER]), [at("old fishermen")], {MEMBER.head: REBELS}) == ()


def test_a_mention_that_is_no_entity_s_means_none():
    made = parties([MEMBER], [FISHERMEN])
    assert entities_of(made, [at("a member"), at("old fishermen")], {FISHERMEN.head: TOWN}) == (TOWN,)


def event(actors, recipients):
    return RawEvent("ASSAULT", None, "actual", (0, 1), tuple(actors), tuple(recipients), (0, 20), 0.9)


def test_ranges_of_all_arguments_come_in_text_order():
    events = [event([(8, 10)], [(2, 4), (12, 13)]), event([(0, 1)], [])]
    assert argument_ranges(events) == [(0, 1), (2, 4), (8, 10), (12, 13)]


def test_a_range_of_several_events_and_sides_comes_once():
    events = [event([(2, 4)], [(2, 4)]), event([(2, 4), (2, 5)], [])]
    assert argument_ranges(events) == [(2, 4), (2, 5)]


def test_without_events_there_are_no_ranges():
    assert argument_ranges([]) == []


def test_a_he_that_was_tied_to_a_country_s_adjective_is_the_person_who_bears_it():
    words = "the greek president mara lind left as she called".split()
    mentions = [
        FoundMention(at_, first, last, form, -1, EVEN, 0.0, 0.5, tuple(words[first:last]))
        for at_, first, last, form in ((1, 1, 2, NAME), (3, 3, 5, NAME), (7, 7, 8, PRONOUN))
    ]
    adjective, person, she = mentions
    object.__setattr__(person, "kind", "person")
    chains = [
        Chain(some, is_named=True, name=some[0], kinds=EVEN, plural=0.0) for some in ((adjective, she), (person,))
    ]
    assert Parties(chains, words).mentions((7, 8)) == [person]


def test_a_he_that_was_taken_for_a_place_is_nobody():
    he = FoundMention(0, 0, 1, PRONOUN, 0, EVEN, 0.0, 1.0, ("he",))
    made = Parties([Chain((he,), is_named=False, name=he, kinds=EVEN, plural=0.0)], ["he", "fled"])
    places = [Entity("e1", "Ardale", kind) for kind in ("place", "organization", "person")]
    found = [entities_of(made, [(0, 1)], {0: entity}) for entity in places]
    assert found == [(), (), (places[2],)]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        pytest.param([Entity("e2", "Norway", "organization", country="NOR")], "Norway", id="named elsewhere"),
        pytest.param([Entity("e2", "Oslo", "place", country="NOR")], "Norwegian", id="only a town of it"),
        pytest.param([], "Norwegian", id="named nowhere"),
    ],
)
def test_an_adjective_is_the_country_that_the_article_names(others, expected):
    one = FoundMention(0, 0, 1, NAME, -1, EVEN, 0.0, 0.5, ("norwegian",))
    made = Parties([Chain((one,), is_named=True, name=one, kinds=EVEN, plural=0.0)], ["norwegian", "jets"])
    listed = {0: Entity("e1", "Norwegian", "place", country="NOR"), **dict(enumerate(others, start=5))}
    assert [entity.name for entity in entities_of(made, [(0, 1)], listed)] == [expected]
