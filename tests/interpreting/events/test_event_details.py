"""Where an event was, the numbers that are its own, and the statement that tells it."""

from __future__ import annotations

import json

import pytest

from onrecord.interpreting.events import details
from onrecord.interpreting.events.details import (
    choose_place,
    choose_quantities,
    find_asserter,
    find_own_statement,
    outcomes_alone,
)
from onrecord.records import Content, Cue, Place, Quantity, Source, Span, Statement
from onrecord.vocabulary.files import FOLDER
from onrecord.vocabulary.roles import ROLES


def span(text, words):
    return Span.of(text, text.index(words), text.index(words) + len(words))


# Places


def where(text, trigger, places, *, parties=(), sentence=None, use="literal"):
    """The name of the place that is chosen."""
    made = [
        Place(name, span(text, name), use, None, name, None, None, None, None, 0.9)
        for name in sorted(places, key=text.index)
    ]
    start, end = (0, len(text)) if sentence is None else (text.index(sentence), text.index(sentence) + len(sentence))
    found = choose_place(made, text, span(text, trigger), (start, end), [span(text, words) for words in parties])
    return found.name if found is not None else None


@pytest.mark.parametrize(
    "words",
    [
        *("in", "at", "near", "on", "outside", "inside", "over", "across", "around", "from", "off", "along"),
        *("throughout", "in the", "In", "in eastern", "north of", "on the outskirts of", "in the western"),
        *("in Tessen's", "on the council’s"),
    ],
)
def test_a_place_with_a_preposition_is_where_it_was(words):
    assert where(f"Rebels shelled homes {words} Velmora.", "shelled", ["Velmora"]) == "Velmora"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rebels shelled Velmora.", id="an object"),
        pytest.param("Velmora was shelled.", id="first word of the text"),
        pytest.param("Rebels shelled the Velmora road.", id="part of a name"),
        pytest.param("Rebels shelled in hot anger Velmora.", id="a preposition farther off"),
        pytest.param("Rebels shelled therein Velmora.", id="a preposition in another word"),
    ],
)
def test_a_place_without_a_preposition_is_not_where_it_was(text):
    assert where(text, "shelled", ["Velmora"]) is None


def test_a_government_is_not_where_it_was():
    assert where("Rebels shelled homes in Velmora.", "shelled", ["Velmora"], use="associative") is None


def test_a_party_is_not_where_it_was():
    text = "Rebels declared war on Velmora."
    assert where(text, "declared war", ["Velmora"], parties=["Velmora"]) is None


def test_a_place_within_a_party_s_words_is_not_where_it_was():
    text = "Rebels shelled the villagers of Velmora."
    assert where(text, "shelled", ["Velmora"], parties=["the villagers of Velmora"]) is None


def test_a_place_beside_a_party_is_where_it_was():
    text = "Rebels shelled villagers in Velmora."
    assert where(text, "shelled", ["Velmora"], parties=["villagers"]) == "Velmora"


def test_of_places_behind_the_trigger_the_nearest_is_where_it_was():
    assert where("Rebels shelled homes in Velmora near Ardale.", "shelled", ["Velmora", "Ardale"]) == "Velmora"


def test_of_places_before_the_trigger_the_nearest_is_where_it_was():
    assert where("Near Ardale, in Velmora, rebels shelled homes.", "shelled", ["Velmora", "Ardale"]) == "Velmora"


def test_a_place_behind_the_trigger_goes_before_a_nearer_one_in_front():
    text = "In Ardale rebels shelled a very old row of homes of fishermen, all of them in Velmora."
    assert where(text, "shelled", ["Velmora", "Ardale"]) == "Velmora"


@pytest.mark.parametrize(
    "text", ["Rebels shelled homes. In Velmora it rained.", "It rained in Velmora. Rebels shelled homes."]
)
def test_a_place_of_another_sentence_is_not_where_it_was(text):
    assert where(text, "shelled", ["Velmora"], sentence="Rebels shelled homes.") is None


def test_a_preposition_of_the_sentence_before_brings_no_place():
    assert where("They came in\nVelmora was shelled.", "shelled", ["Velmora"], sentence="Velmora was shelled.") is None


# Quantities


def counted(text, kind, trigger, roles, *, rivals=(), sentence=None):
    """The words of the numbers that belong to an event; `roles` are told by words."""
    made = [Quantity(words, span(text, words), 3, None, "exact", "person", role) for words, role in roles.items()]
    others = [(other, span(text, words)) for other, words in rivals]
    return [one.id for one in choose_quantities(made, kind, span(text, trigger), span(text, sentence or text), others)]


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("killed", "ASSAULT"),
        ("injured", "ASSAULT"),
        ("destroyed", "ASSAULT"),
        ("launched", "MOBILIZE"),
        ("detained", "COERCE"),
        ("displaced", "COERCE"),
        ("deployed", "AID"),
        ("released", "RETREAT"),
    ],
)
def test_a_number_belongs_to_an_event_that_may_do_it(role, kind):
    assert counted("The strike: 3 men.", kind, "strike", {"3 men": role}) == ["3 men"]


@pytest.mark.parametrize(
    ("role", "kind"),
    [
        ("killed", "CONSULT"),
        ("injured", "COERCE"),
        ("missing", "PROTEST"),
        ("shot_down", "SANCTION"),
        ("detained", "ACCUSE"),
        ("deployed", "CONSULT"),
        ("released", "ASSAULT"),
    ],
)
def test_a_number_does_not_belong_to_an_event_that_cannot_do_it(role, kind):
    assert counted("The strike: 3 men.", kind, "strike", {"3 men": role}) == []


@pytest.mark.parametrize("kind", ["PROTEST", "AID", "ASSAULT"])
def test_a_role_that_is_no_type_s_own_may_belong_to_any(kind):
    assert counted("The march drew 3 men.", kind, "march", {"3 men": "protested"}) == ["3 men"]


def test_a_number_without_a_role_belongs_to_the_event_close_before_it():
    assert counted("Rebels met with 3 men.", "CONSULT", "met", {"3 men": None}) == ["3 men"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("3 men were met by rebels.", id="before the trigger"),
        pytest.param("Rebels met the envoy, and 3 men left.", id="behind a comma"),
        pytest.param("Rebels met the envoy who has 3 men.", id="in a clause of its own"),
        pytest.param(f"Rebels met the envoy of the {'very ' * 12}small 3 men.", id="far off"),
    ],
)
def test_a_number_without_a_role_that_stands_elsewhere_belongs_to_none(text):
    assert counted(text, "CONSULT", "met", {"3 men": None}) == []


OUTCOMES = "Rebels shelled the port. It burned. 42 people are in critical condition. Talks began. 3 men died."


def outcomes(text, roles, triggers):
    made = [Quantity(words, span(text, words), 3, None, "exact", "person", role) for words, role in roles.items()]
    starts = [0, *(i + 2 for i, mark in enumerate(text) if mark == "." and i + 2 < len(text))]
    found = outcomes_alone(made, [span(text, trigger) for trigger in triggers], starts)
    return {triggers[at]: [one.id for one in some] for at, some in found.items()}


def test_the_injured_of_a_later_sentence_are_those_of_the_assault_told_before():
    assert outcomes(OUTCOMES, {"42 people": "injured"}, ["shelled"]) == {"shelled": ["42 people"]}


def test_the_dead_of_a_sentence_farther_on_are_no_outcome():
    assert outcomes(OUTCOMES, {"3 men": "killed"}, ["shelled"]) == {}


def test_a_number_that_is_no_outcome_stays_alone():
    assert outcomes(OUTCOMES, {"42 people": "detained"}, ["shelled"]) == {}


def test_a_sentence_with_an_assault_of_its_own_keeps_its_numbers():
    assert outcomes(OUTCOMES, {"42 people": "injured"}, ["shelled", "critical"]) == {}


def test_a_number_of_another_sentence_does_not_belong_to_the_event():
    text = "Rebels shelled homes. Then 3 men fell."
    assert counted(text, "ASSAULT", "shelled", {"3 men": "killed"}, sentence="Rebels shelled homes.") == []


TWO_STRIKES = "The shelling killed 3 men after the bombing, in which 5 women died."


@pytest.mark.parametrize(
    ("trigger", "rival", "expected"), [("shelling", "bombing", ["3 men"]), ("bombing", "shelling", ["5 women"])]
)
def test_the_nearest_event_gets_a_number(trigger, rival, expected):
    roles = {"3 men": "killed", "5 women": "killed"}
    assert counted(TWO_STRIKES, "ASSAULT", trigger, roles, rivals=[("ASSAULT", rival)]) == expected


def test_a_nearer_event_that_cannot_do_it_takes_no_number():
    text = "Rebels shelled the town as envoys met 3 men of the port."
    assert counted(text, "ASSAULT", "shelled", {"3 men": "killed"}, rivals=[("CONSULT", "met")]) == ["3 men"]


def test_numbers_stay_in_the_text_s_order():
    text = "The strike killed 3 men and hurt 5 women."
    assert counted(text, "ASSAULT", "strike", {"3 men": "killed", "5 women": "injured"}) == ["3 men", "5 women"]


def test_roles_are_those_of_the_codebook():
    assert set(details._OF_ROLE) <= set(ROLES)


def test_types_of_roles_are_plover_s():
    known = {event["name"] for event in json.loads((FOLDER / "plover.json").read_text("utf8"))["events"]}
    assert set().union(*details._OF_ROLE.values()) <= known


# Statements

TEXT = "Mara Lind said that Jon Ek had told her that rebels shelled the port, and she condemned it."
OUTER, INNER = "Jon Ek had told her that rebels shelled the port", "rebels shelled the port"


def statement(id_, cue, *contents, source="Mara Lind"):
    return Statement(
        id=id_,
        source=Source((span(TEXT, source),)) if source else None,
        cue=Cue((span(TEXT, cue),), cue, "say") if cue else None,
        content=Content.of(tuple(span(TEXT, content) for content in contents)),
        quotation="indirect",
        confidence=0.9,
    )


def asserter(*statements, trigger="shelled"):
    found = find_asserter(statements, span(TEXT, trigger))
    return found.id if found is not None else None


@pytest.mark.parametrize("ids", [("outer", "inner"), ("inner", "outer")])
def test_the_innermost_statement_asserts_an_event(ids):
    both = {"outer": statement("outer", "said", OUTER), "inner": statement("inner", "told", INNER, source="Jon Ek")}
    assert asserter(*(both[id_] for id_ in ids)) == "inner"


def test_what_the_narrator_tells_nobody_asserts():
    assert asserter(statement("s1", "said", "Jon Ek had told her")) is None


def test_a_statement_without_a_source_asserts_nothing():
    assert asserter(statement("s1", "said", OUTER, source=None)) is None


def test_of_a_statement_without_a_source_the_one_around_it_asserts():
    inner = statement("inner", "told", INNER, source=None)
    assert asserter(statement("outer", "said", OUTER), inner) == "outer"


def test_a_statement_asserts_what_any_of_its_parts_tells():
    assert asserter(statement("s1", "said", "Jon Ek had told her", INNER)) == "s1"


def test_a_statement_does_not_assert_what_it_holds_in_part():
    assert asserter(statement("s1", "said", "shelled"), trigger="rebels shelled") is None


def own_statement(*statements, trigger="condemned"):
    found = find_own_statement(statements, span(TEXT, trigger))
    return found.id if found is not None else None


@pytest.mark.parametrize("trigger", ["condemned", "she condemned", "condemned it"])
def test_an_event_whose_words_are_a_cue_is_that_statement(trigger):
    both = statement("s1", "said", OUTER), statement("s2", "condemned", "it")
    assert own_statement(*both, trigger=trigger) == "s2"


def test_an_event_in_a_content_is_not_that_statement():
    assert own_statement(statement("s1", "said", OUTER), trigger="shelled") is None


@pytest.mark.parametrize("trigger", ["she ", " it"])
def test_an_event_that_only_touches_a_cue_is_not_that_statement(trigger):
    assert own_statement(statement("s1", "condemned", "it"), trigger=trigger) is None


def test_a_statement_without_a_cue_is_no_event_s():
    assert own_statement(statement("s1", None, OUTER)) is None
