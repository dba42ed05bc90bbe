import numpy as np
import pytest

from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN, Chain, FoundMention
from onrecord.inference import models_folder
from onrecord.interpreting.entities import Namer
from onrecord.interpreting.linking import Link
from onrecord.tokens import load_tokenizer, tokenize

FORMS = {"name": NAME, "nominal": NOMINAL, "pronoun": PRONOUN}


def entity(text, *mentions, kind="person", plural=0.0, speaks=True, described=None, link=None, full_name=None):
    """The entity of a chain; each mention is its words, where they stand next, its form and its head."""
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    words = [word.lower() for word in tokens.words]
    kinds = np.array([kind == other for other in KINDS], np.float32)
    found = []
    at = 0
    for phrase, form, head in mentions:
        wanted = [word.lower() for word in phrase.split()]
        at = next(i for i in range(at, len(words)) if words[i : i + len(wanted)] == wanted)
        number = at + wanted.index(head.lower())
        found.append(FoundMention(number, at, at + len(wanted), FORMS[form], -1, kinds, plural, 0.5, tuple(wanted)))
        at += len(wanted)
    named = [m for m in found if m.form == NAME]
    fullest = max(named, key=lambda m: m.last - m.head, default=found[0])
    chain = Chain(tuple(found), bool(named), fullest, kinds, plural, full_name)
    namer = Namer(text, tokens)
    return namer.entity(chain, link or Link(), described=described and namer.span(*described), speaks=speaks)


def test_the_name_is_the_fullest_that_the_text_has():
    made = entity("Lind came . Mara Lind left .", ("Lind", "name", "Lind"), ("Mara Lind", "name", "Mara"))
    assert made.name == "Mara Lind"


def test_a_first_name_before_the_head_is_in_the_name():
    assert entity("Mara Lind left .", ("Mara Lind", "name", "Lind")).name == "Mara Lind"


def test_a_title_before_the_head_is_in_no_name():
    assert entity("Sen. Lind left .", ("Sen . Lind", "name", "Lind")).name == "Lind"


def test_the_name_that_only_the_headline_has_in_full_is_the_name():
    assert entity("Lind came .", ("Lind", "name", "Lind"), full_name="Mara Lind").name == "Mara Lind"


def test_a_title_is_no_part_of_a_person_s_name():
    assert entity("Admiral Jon Ek left .", ("Admiral Jon Ek", "name", "Jon")).name == "Jon Ek"


def test_an_article_is_no_part_of_a_body_s_name():
    made = entity("the Harbour Board met .", ("the Harbour Board", "name", "Board"), kind="organization")
    assert made.name == "Harbour Board"


def test_a_possessive_ending_is_no_part_of_a_name():
    assert entity("Mara Lind 's deputy left .", ("Mara Lind ' s", "name", "Mara")).name == "Mara Lind"


def test_a_name_over_two_spaces_is_told_with_one():
    assert entity("Mara  Lind left .", ("Mara Lind", "name", "Mara")).name == "Mara Lind"


def test_of_two_spellings_that_without_headline_capitals_is_the_name():
    made = entity("NORTHERN LEAGUE MEETS\nThe Northern League met .", ("NORTHERN LEAGUE", "name", "LEAGUE"),
                  ("Northern League", "name", "League"), kind="organization")  # fmt: skip
    assert made.name == "Northern League"


def test_a_person_s_name_in_capitals_is_told_as_names_are_written():
    assert entity("MARA LIND left .", ("MARA LIND", "name", "MARA")).name == "Mara Lind"


def test_an_acronym_stays_in_capitals():
    assert entity("LNP met .", ("LNP", "name", "LNP"), kind="organization").name == "LNP"


def test_one_without_a_name_is_described():
    made = entity("a senior official left .", ("a senior official", "nominal", "official"))
    assert (made.name, made.named) == ("a senior official", False)


def test_the_words_of_the_source_describe_better_than_the_mention():
    made = entity(
        "a senior official of the port left .", ("a senior official", "nominal", "official"), described=(0, 6)
    )
    assert made.name == "a senior official of the port"


@pytest.mark.parametrize(
    ("kind", "plural", "speaks", "told"),
    [
        ("person", 0.1, True, "person"),
        ("person", 0.9, True, "group"),
        ("organization", 0.9, True, "organization"),
        ("place", 0.1, True, "organization"),
        ("place", 0.1, False, "place"),
    ],
)
def test_kinds_are_told_by_number_and_by_who_speaks(kind, plural, speaks, told):
    made = entity("the dockers left .", ("the dockers", "nominal", "dockers"), kind=kind, plural=plural, speaks=speaks)
    assert made.kind == told


def test_one_with_a_first_name_is_no_group():
    assert entity("Mara Lind left .", ("Mara Lind", "name", "Mara"), plural=0.9).kind == "person"


def test_a_report_is_a_document():
    assert entity("the report warned .", ("the report", "nominal", "report"), kind="other").kind == "document"


@pytest.mark.parametrize(
    ("text", "mentions", "roles"),
    [
        ("Admiral Jon Ek left .", [("Admiral Jon Ek", "name", "Jon")], ["Admiral"]),
        ("Mr. Jon Ek left .", [("Mr . Jon Ek", "name", "Jon")], []),
        ("Jon Ek , the mayor , left .", [("Jon Ek", "name", "Jon"), ("the mayor", "nominal", "mayor")], ["mayor"]),
        ("Jon Ek , a mayor , left .", [("Jon Ek", "name", "Jon"), ("a mayor", "nominal", "mayor")], ["mayor"]),
        ("Jon Ek left . The mayor slept .", [("Jon Ek", "name", "Jon"), ("The mayor", "nominal", "mayor")], []),
        ("Jon Ek , the winner , left .", [("Jon Ek", "name", "Jon"), ("the winner", "nominal", "winner")], []),
        (
            "Chief Justice Jon Ek left . Justice Ek slept .",
            [("Chief Justice Jon Ek", "name", "Jon"), ("Justice Ek", "name", "Ek")],
            ["Chief Justice"],
        ),
    ],
)
def test_offices_beside_the_name_are_roles(text, mentions, roles):
    assert [role.title for role in entity(text, *mentions).roles] == roles


def test_mentions_tell_their_words_and_form():
    made = entity("Jon Ek , the mayor , left .", ("Jon Ek", "name", "Jon"), ("the mayor", "nominal", "mayor"))
    assert [(m.span.surface, m.form) for m in made.mentions] == [("Jon Ek", "name"), ("the mayor", "nominal")]
