"""On what condition: a row for each condition."""

from __future__ import annotations

from dataclasses import replace

import pytest
from showing_samples import MAKER, make_article

from onrecord.interpreting.conditions.reading import KINDS
from onrecord.records import Condition, Content, Cue, Entity, Mention, Part, Record, Source, Span, Statement
from onrecord.showing.conditions import VERBS, describe_conditions

TEXT = (
    "Ines Calder said the harbour would open if the wreck was gone. Arvelle wants rope in exchange for grain. "
    "Only if it is calm will the boats sail, and with a full crew. "
    "The boats return once again once the storm is over, the crew said."
)


def at(surface, *, occurrence=1):
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(surface, start + 1)
    return Span.of(TEXT, start, start + len(surface))


CALDER = Entity("e1", "Ines Calder", "person", mentions=(Mention(at("Ines Calder"), "name"),))
ARVELLE = Entity("e2", "Arvelle", "organization", mentions=(Mention(at("Arvelle"), "name"),))
CREW = Statement(
    "s1",
    Source((at("the crew"),)),
    Cue((at("said", occurrence=2),), "say", "say"),
    Content.of((at("The boats return"),)),
    "indirect",
    0.9,
)
OPEN = Condition(
    "c1",
    "offer",
    CALDER,
    None,
    Part((at("the wreck was gone"),)),
    Part((at("the harbour would open"),)),
    at("if"),
    None,
    0.9,
)


def describe(*conditions, least=0.0, text=TEXT):
    numbered = tuple(replace(one, id=f"c{n}") for n, one in enumerate(conditions, start=1))
    statements = {one.statement.id: one.statement for one in conditions if one.statement}
    record = Record(MAKER, make_article(text), (CALDER, ARVELLE), tuple(statements.values()), conditions=numbered)
    return describe_conditions(record, least=least)


def row(**known):
    return describe(replace(OPEN, **known)).rows[0]


def test_no_conditions_make_no_section():
    assert describe() is None


def test_the_section_has_its_name_and_title():
    section = describe(OPEN)
    assert (section.name, section.title) == ("on-what-condition", "On what condition")


def test_one_condition_is_counted():
    assert describe(OPEN).count == "1 condition"


def test_several_conditions_are_counted_by_kind():
    kinds = ("offer", "threat", "offer", "procedure", "hypothetical")
    section = describe(*(replace(OPEN, kind=kind) for kind in kinds))
    assert section.count == "5 conditions: 2 offers, 1 threat, 1 rule, 1 supposition"


def test_kinds_are_counted_in_the_plural_with_an_s():
    counts = [describe(replace(OPEN, kind=kind), replace(OPEN, kind=kind)).count for kind in KINDS]
    assert [count for count in counts if not (count.startswith("2 conditions: 2 ") and count.endswith("s"))] == []


def test_every_kind_has_a_verb():
    assert set(VERBS) == set(KINDS)


def test_conditions_stand_in_text_order_as_the_record_has_them():
    section = describe(OPEN, replace(OPEN, kind="threat"))
    assert [each.told for each in section.rows] == ["Ines Calder offers", "Ines Calder threatens"]


def test_who_holds_it_is_told_with_a_verb():
    assert row(kind="demand").told == "Ines Calder demands"


def test_who_holds_it_goes_by_the_words_of_the_statement():
    assert row(holder=None, statement=CREW).told == "the crew offers"


@pytest.mark.parametrize(
    ("kind", "told"),
    [("offer", "Offer"), ("hypothetical", "Supposition")],
)
def test_what_nobody_holds_goes_by_its_kind(kind, told):
    assert row(holder=None, kind=kind).told == told


def test_what_nobody_holds_is_not_attributed():
    assert row(holder=None).notes == ("not attributed",)


def test_a_statement_without_a_source_holds_nothing():
    assert row(holder=None, statement=replace(CREW, source=None)).told == "Offer"


def test_what_the_verb_tells_is_not_told_again():
    assert row(kind="procedure").notes == ()


def test_towards_whom_it_is_held_is_a_note():
    assert row(counterpart=ARVELLE).notes == ("towards Arvelle",)


def test_a_condition_that_binds_nobody_is_towards_nobody():
    assert "towards Arvelle" not in row(kind="prediction", counterpart=ARVELLE).notes


def test_what_has_to_be_met_stands_before_what_follows():
    assert row().sentence == "if the wreck was gone → the harbour would open"


def test_a_marker_of_several_words_is_told_in_lower_case():
    told = row(if_=Part((at("it is calm"),)), then=Part((at("will the boats sail"),)), marker=at("Only if"))
    assert told.sentence == "only if it is calm → will the boats sail"


def test_an_exchange_is_told_with_its_marker():
    told = row(if_=Part((at("grain"),)), then=Part((at("rope"),)), marker=at("in exchange for"))
    assert told.sentence == "in exchange for grain → rope"


def test_a_marker_that_opens_no_part_is_not_told():
    told = row(if_=Part((at("grain"),)), then=Part((at("rope"),)), marker=at("with"))
    assert told.sentence == "grain → rope"


def test_a_marker_that_an_editor_altered_is_told():
    text = TEXT + " [I]f it rains, we stay."
    start = text.index("[I]f")
    marker, part = Span.of(text, start, start + 4), Span.of(text, start + 5, start + 13)
    told = describe(replace(OPEN, marker=marker, if_=Part((part,))), text=text).rows[0]
    assert told.sentence.replace("[i]", "i").startswith("if it rains →")


def test_a_part_in_pieces_is_joined():
    told = row(if_=Part((at("it is calm"), at("with a full crew"))), marker=at("Only if"))
    assert told.sentence.startswith("only if it is calm … with a full crew → ")


def test_long_parts_are_cut():
    told = row(if_=Part((Span.of(TEXT, 0, len(TEXT)),)))
    assert len(told.sentence) < 220
    assert "… → the harbour" in told.sentence


def test_a_long_name_is_cut():
    long = replace(CALDER, name="the Joint Council of All the Fishers and Dockers of Northern Arvelle")
    record = Record(MAKER, make_article(TEXT), (long,), conditions=(replace(OPEN, holder=long),))
    assert describe_conditions(record).rows[0].told.endswith("… offers")


@pytest.mark.parametrize(
    ("kind", "tone"),
    [
        ("promise", "verbal-cooperation"),
        ("warning", "verbal-conflict"),
        ("prediction", ""),
        ("procedure", ""),
    ],
)
def test_the_tone_tells_the_kind(kind, tone):
    assert row(kind=kind).tone == tone


def test_the_row_stands_at_what_has_to_be_met_and_around_it_the_rest():
    told = row()
    assert [span.surface for span in told.spans] == ["the wreck was gone"]
    assert [span.surface for span in told.around] == ["the harbour would open", "if"]


def test_unsure_conditions_are_left_out_and_counted():
    section = describe(OPEN, replace(OPEN, confidence=0.4), least=0.5)
    assert (len(section.rows), section.count, section.left_out) == (1, "1 condition", 1)


def test_what_an_unsure_statement_holds_is_left_out():
    section = describe(OPEN, replace(OPEN, statement=replace(CREW, confidence=0.2)), least=0.5)
    assert (len(section.rows), section.left_out) == (1, 1)


def test_a_section_of_unsure_conditions_only_says_so():
    section = describe(replace(OPEN, confidence=0.4), least=0.5)
    assert (section.rows, section.count, section.left_out) == ((), "0 conditions", 1)


def test_words_stay_on_one_line_and_hold_nothing_that_a_terminal_obeys():
    text = "If the\nwreck \x1b[31mgoes, the harbour\nopens."
    if_, then = Span.of(text, 3, 20), Span.of(text, 22, len(text))
    hostile = replace(CALDER, name="Ines\n\x1b[2JCalder", mentions=())
    known = {"holder": hostile, "if_": Part((if_,)), "then": Part((then,)), "marker": Span.of(text, 0, 2)}
    record = Record(MAKER, make_article(text), (hostile,), conditions=(replace(OPEN, **known),))
    told = describe_conditions(record).rows[0]
    shown = "".join((told.told, told.sentence, *told.notes))
    assert "\n" not in shown
    assert "\x1b" not in shown
