"""Conditions on record: which statement carries them, who holds them, who has to act."""

from __future__ import annotations

import pytest

import onrecord
from onrecord.interpreting.conditions.reading import KINDS
from onrecord.interpreting.conditions.step import find_statement
from onrecord.records import Content, Cue, Record, Source, Span, Statement

ARTICLE = (
    "“If the rebels leave the port, we will end the blockade,” said General Jon Lind. Nobody in the valley slept that "
    "night.\n"
    "Mara Berg, the mayor of Ardale, promised to build a new school if she was elected.\n"
    "If the dam breaks, thousands of people will drown.\n"
)


@pytest.fixture(scope="session")
def reader():
    return onrecord.Reader()


@pytest.fixture(scope="module")
def record(reader):
    return reader.read(ARTICLE)


@pytest.fixture
def only(reader):
    """Read a text and give its only condition."""

    def do(text):
        (condition,) = reader.read(text).conditions
        return condition

    return do


def name(entity):
    return entity.name if entity is not None else None


def surfaces(part):
    return [span.surface for span in part.spans]


# On record


def test_conditions_are_numbered_in_text_order(record):
    assert [condition.id for condition in record.conditions] == ["c1", "c2", "c3"]


def test_conditions_come_in_text_order(record):
    assert [condition.marker.surface for condition in record.conditions] == ["If", "if", "If"]


def test_conditions_have_kinds(record):
    assert {condition.kind for condition in record.conditions} <= set(KINDS)


def test_conditions_have_the_words_of_both_parts(record):
    assert [(surfaces(condition.if_), surfaces(condition.then)) for condition in record.conditions][::2] == [
        (["the rebels leave the port"], ["we will end the blockade"]),
        (["the dam breaks"], ["thousands of people will drown"]),
    ]


def test_all_spans_hold_the_text_s_words(record):
    for condition in record.conditions:
        for span in (condition.marker, *condition.if_.spans, *condition.then.spans):
            assert ARTICLE[span.start : span.end] == span.surface


def test_conditions_have_a_confidence(record):
    assert all(0.5 <= condition.confidence <= 1 for condition in record.conditions)


def test_conditions_survive_printing(record):
    assert Record.from_json(record.to_json()).to_dict()["conditions"] == record.to_dict()["conditions"]


def test_an_article_without_conditions_has_none(reader):
    assert reader.read("Mara Berg, the mayor of Ardale, opened a new school on Monday.").conditions == ()


def test_the_network_is_named_in_the_record(record):
    assert {"shared_layers.onnx", "conditions.onnx"} <= set(record.onrecord.models)


# Statement and holder


def test_who_says_it_holds_it(record):
    assert [name(condition.holder) for condition in record.conditions[:2]] == ["Jon Lind", "Mara Berg"]


def test_a_condition_knows_the_statement_that_carries_it(record):
    assert [condition.statement for condition in record.conditions[:2]] == list(record.statements)


def test_what_the_narrator_says_has_no_statement(record):
    assert record.conditions[2].statement is None


def test_what_the_narrator_says_is_held_by_none(record):
    assert record.conditions[2].holder is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("General Jon Lind said that he would resign if the talks failed.", id="indirect"),
        pytest.param("“If the talks fail,” General Jon Lind said, “I will resign.”", id="around the speaker"),
        pytest.param("“I will resign,” General Jon Lind said, “if the talks fail.”", id="behind the speaker"),
        pytest.param("If the talks fail, he will resign, General Jon Lind said.", id="before the speaker"),
    ],
)
def test_words_around_a_speaker_are_his(only, text):
    assert name(only(text).holder) == "Jon Lind"


def test_who_is_quoted_in_another_s_words_holds_it(only):
    text = (
        "Mara Berg said that General Jon Lind had told her: “If the rebels leave the port, we will end the blockade.”"
    )
    assert name(only(text).holder) == "Jon Lind"


def span(text, words):
    return Span.of(text, text.index(words), text.index(words) + len(words))


TEXT = "Berg said Lind had said that they would leave if it rained on Monday, and went home."
IF, THEN, MARKER = (span(TEXT, words) for words in ("it rained on Monday", "they would leave", "if"))
WHOLE = "Lind had said that they would leave if it rained on Monday"


def said(number, *contents, source="Berg"):
    """A statement with some words for its content."""
    who = Source((span(TEXT, source),), ()) if source else None
    return Statement(
        number,
        who,
        Cue((span(TEXT, "said"),), "say", "say"),
        Content.of(tuple(span(TEXT, c) for c in contents)),
        "indirect",
        0.9,
    )


def carrier(*statements):
    found = find_statement(statements, MARKER, (IF, THEN))
    return found.id if found is not None else None


def test_of_nested_statements_the_innermost_carries_it():
    inner = said("inner", "that they would leave if it rained on Monday", source="Lind")
    assert carrier(said("outer", WHOLE), inner) == "inner"


def test_a_statement_without_a_source_carries_none():
    assert (
        carrier(said("outer", WHOLE), said("inner", "they would leave if it rained on Monday", source=None)) == "outer"
    )


def test_a_statement_that_holds_no_marker_carries_none():
    assert carrier(said("s1", "they would leave", "it rained on Monday")) is None


def test_a_statement_that_holds_one_part_only_carries_none():
    assert carrier(said("s1", "if it rained")) is None


def test_a_statement_that_holds_most_of_both_parts_carries_it():
    assert carrier(said("s1", "they would leave if it rained")) == "s1"


def test_a_statement_in_pieces_carries_it():
    assert carrier(said("s1", "they would", "leave if it rained on Monday")) == "s1"


def test_without_statements_none_carries_it():
    assert carrier() is None


# Counterpart


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "“If the rebels leave the port, we will end the blockade,” said Jon Lind.", "the rebels", id="first"
        ),
        pytest.param(
            "“We will end the blockade if the rebels leave the port,” said Jon Lind.", "the rebels", id="last"
        ),
        pytest.param("“There will be no talks until Mara Berg resigns,” said Jon Lind.", "Mara Berg", id="a name"),
        pytest.param(
            "Mara Berg has led the city since May. “If she resigns, we will end the strike,” said Jon Lind.",
            "Mara Berg",
            id="a pronoun",
        ),
    ],
)
def test_who_has_to_act_is_the_counterpart(only, text, who):
    assert name(only(text).counterpart) == who


def test_whom_the_words_are_addressed_to_is_the_counterpart(only):
    assert name(only("“If you resign, we will end the strike,” Jon Lind told Mara Berg.").counterpart) == "Mara Berg"


def test_a_counterpart_is_an_entity_of_the_record(record):
    assert record.conditions[0].counterpart in record.entities


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“If the dam breaks, thousands of people will drown,” said Jon Lind.", id="a thing"),
        pytest.param("“If it rains, thousands of people will drown,” said Jon Lind.", id="nobody"),
        pytest.param("“If Mara Berg's talks fail, thousands of people will drown,” said Jon Lind.", id="whose it is"),
    ],
)
def test_without_one_who_has_to_act_there_is_no_counterpart(only, text):
    assert only(text).counterpart is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Mara Berg promised to build a new school if she was elected.", id="a pronoun"),
        pytest.param("“If I am elected, I will build a new school,” Mara Berg promised.", id="I"),
        pytest.param("“If Mara Berg is elected, she will build a new school,” Mara Berg promised.", id="a name"),
    ],
)
def test_nobody_is_his_own_counterpart(only, text):
    assert only(text).counterpart is None
