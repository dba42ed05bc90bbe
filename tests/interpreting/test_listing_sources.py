import numpy as np
import pytest

from onrecord.chains import KINDS, NAME, NOMINAL, Chain, FoundMention
from onrecord.inference import models_folder
from onrecord.interpreting.linking import Link
from onrecord.interpreting.speakers import resolve_speakers
from onrecord.records import Content, Cue, Source, Span, Statement
from onrecord.tokens import load_tokenizer, tokenize

END = " said that the truce would hold."


def names(source, *mentions):
    """The names of those whom a source means; each of its mentions, given by its words, is a chain of its own.

    A mention is its words, its kind, and of a name behind a title the word that it begins with.
    """
    text = source + END
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    words = [word.lower() for word in tokens.words]
    chains = []
    for phrase, kind, *begins in mentions:
        wanted = [word.lower() for word in phrase.split()]
        first = next(i for i in range(len(words)) if words[i : i + len(wanted)] == wanted)
        is_name = bool(begins) or phrase[0].isupper()
        head = first + (phrase.split().index(begins[0]) if begins else 0 if is_name else len(wanted) - 1)
        kinds = np.array([kind == other for other in KINDS], np.float32)
        form = NAME if is_name else NOMINAL
        mention = FoundMention(head, first, first + len(wanted), form, -1, kinds, 0.0, 0.5, tuple(wanted))
        chains.append(Chain((mention,), is_name, mention, kinds, 0.0))
    cue, content = (Span.of(text, text.index(w), text.index(w) + len(w)) for w in ("said", "that the truce would hold"))
    statement = Statement(
        "s1",
        Source((Span.of(text, 0, len(source)),)),
        Cue((cue,), "say", "say"),
        Content.of((content,)),
        "indirect",
        0.9,
    )
    (resolved,), *_ = resolve_speakers(text, tokens, [statement], chains, [Link() for _ in chains])
    return [entity.name for entity in resolved.source.entities]


@pytest.mark.parametrize(
    ("source", "mentions", "expected"),
    [
        ("Lind and Ek", ["Lind", "Ek"], ["Lind", "Ek"]),
        ("Lind , Ek and Brun", ["Lind", "Ek", "Brun"], ["Lind", "Ek", "Brun"]),
        ("Lind , Ek , and the mayor", ["Lind", "Ek", "the mayor"], ["Lind", "Ek", "the mayor"]),
        ("Lind , the mayor", ["Lind", "the mayor"], ["Lind"]),
        ("Lind , the mayor of Ardale", ["Lind", "the mayor", "Ardale"], ["Lind"]),
        ("the mayor , Lind", ["the mayor", "Lind"], ["Lind"]),
        ("the lawyer for the port , Lind", ["the lawyer", "the port", "Lind"], ["Lind"]),
        ("Lind of the council", ["Lind", "the council"], ["Lind"]),
        ("Lind ( D-Ohio ) , Ek ( D-Utah ) and Berg ( D-Iowa )", ["Lind", "Ek", "Berg", "Iowa"], ["Lind", "Ek", "Berg"]),
        ("the council", ["the council"], ["the council"]),
    ],
)
def test_a_list_is_several_and_an_apposition_is_one(source, mentions, expected):
    assert names(source, *((phrase, "person") for phrase in mentions)) == expected


def test_where_those_of_a_list_are_from_parts_it_not():
    mentions = [("Lind", "person"), ("Ohio", "place"), ("Ek", "person"), ("Utah", "place"), ("Berg", "person")]
    assert names("Lind of Ohio , Ek of Utah and Berg of Iowa", *mentions) == ["Lind", "Ek", "Berg"]


@pytest.mark.parametrize(
    ("source", "mentions"),
    [
        ("South Korean President Jo Lind", [("South Korean", "place"), ("Jo Lind", "person")]),
        ("North Ardale Foreign Minister Jo Lind", [("North Ardale", "place"), ("Jo Lind", "person")]),
        ("Harbour Board spokeswoman Jo Lind", [("Harbour Board", "organization"), ("Jo Lind", "person")]),
        ("Ostby 's deputy mayor Jo Lind", [("Ostby", "place"), ("Jo Lind", "person")]),
        ("South Korean President Jo Lind", [("South Korean President", "place"), ("Jo Lind", "person")]),
        ("Ostby Rovers head coach Jo Lind", [("Ostby", "person"), ("head coach Jo Lind", "person", "Jo")]),
    ],
)
def test_a_name_inside_somebody_s_title_is_no_source(source, mentions):
    assert names(source, *mentions) == ["Jo Lind"]


@pytest.mark.parametrize(
    ("source", "mentions"),
    [
        ("chip maker Brun Ltd", [("chip maker", "organization"), ("Brun Ltd", "organization")]),
        ("the state news agency RNA", [("the state news agency", "organization"), ("RNA", "organization")]),
        ("league star running back Jo Lind", [("league star", "person"), ("back", "other"), ("Jo Lind", "person")]),
        ("Ardale Rovers striker Jo Lind", [("Ardale", "place"), ("Jo Lind", "person")]),
        ("coastal firm Brun , which", [("coastal firm", "organization"), ("Brun", "organization")]),
    ],
)
def test_a_description_before_a_name_only_says_what_its_bearer_is(source, mentions):
    assert names(source, *mentions) == [mentions[-1][0]]


def test_two_offices_before_a_name_are_one_person_s():
    source = "company chairman and chief executive Jo Lind"
    assert names(source, ("company chairman", "person"), ("chief executive Jo Lind", "person", "Jo")) == ["Jo Lind"]


def test_what_a_description_tells_of_is_not_the_source():
    source = "sailors aboard the Tern"
    assert names(source, ("sailors", "person"), ("Tern", "organization")) == [source]


def test_both_begins_a_list():
    source = "Lind , both Ek and Brun"
    assert names(source, ("Lind", "person"), ("Ek", "person"), ("Brun", "person")) == ["Ek", "Brun"]


def test_a_firm_s_name_with_an_ampersand_is_part_of_a_title():
    source = "Brun & Ostby analyst Jo Lind"
    assert names(source, ("Brun", "person"), ("Ostby analyst Jo Lind", "person", "Jo")) == ["Jo Lind"]


@pytest.mark.parametrize("source", ["artists like Lind and Ek", "artists including Lind and Ek"])
def test_examples_are_not_the_source(source):
    assert names(source, ("artists", "person"), ("Lind", "person"), ("Ek", "person")) == [source]


def test_a_second_office_is_nobody_else():
    source = "the former minister and senator"
    assert names(source, ("the former minister", "person"), ("senator", "person")) == [source]


def test_a_country_before_a_second_office_is_no_speaker():
    source = "the former minister and Brunian senator"
    assert names(source, ("the former minister", "person"), ("Brunian", "place"), ("senator", "person")) == [source]


def test_what_somebody_is_president_of_is_no_second_source():
    source = "Jo Lind , president of Brun & Ek"
    assert names(source, ("Jo Lind", "person"), ("president of Brun", "person"), ("Ek", "organization")) == ["Jo Lind"]


def test_two_names_with_an_office_and_a_comma_between_are_no_title():
    assert names("Lind , mayor and Ek", ("Lind", "person"), ("Ek", "person")) != ["Ek"]


def test_a_body_behind_an_office_is_no_person_of_that_title():
    assert names("President Lind with the council", ("President Lind", "person"), ("the council", "organization")) == [
        "Lind"
    ]


def test_a_source_without_a_mention_has_no_entity():
    assert names("It") == []


def test_whom_a_complaint_is_against_is_no_source():
    assert names("the complaint against Brun", ("the complaint", "other"), ("Brun", "organization")) == [
        "the complaint against Brun"
    ]


def test_who_wrote_a_letter_is_not_the_letter():
    assert names("a letter Brun wrote", ("a letter", "other"), ("Brun", "organization")) == ["a letter Brun wrote"]


def test_what_stands_in_brackets_is_no_source():
    mentions = ("the founder", "person"), ("Brun", "organization"), ("Ostby", "organization")
    assert names("the founder of Brun ( and Ostby owner )", *mentions) == ["the founder of Brun ( and Ostby owner )"]


def test_behind_a_bracket_a_list_goes_on():
    mentions = ("Brun", "organization"), ("BR", "organization"), ("Ostby", "organization")
    assert names("Brun ( BR ) and Ostby", *mentions) == ["Brun", "Ostby"]


def test_where_a_firm_is_based_is_no_source():
    assert names("Ardale based Brun", ("Ardale", "place"), ("Brun", "organization")) == ["Brun"]


def test_what_a_firm_does_may_stand_between_names():
    assert names("Harbour insurer Brun", ("Harbour", "organization"), ("Brun", "organization")) == ["Brun"]
