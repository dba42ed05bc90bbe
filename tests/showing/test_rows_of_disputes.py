"""Who disputes it: a row for each dispute."""

from __future__ import annotations

from dataclasses import replace

import pytest
from showing_samples import MAKER, make_article

from onrecord.interpreting.disputes.reading import KINDS
from onrecord.records import Content, Cue, Dispute, Entity, Mention, Record, Source, Span, Statement
from onrecord.showing.disputes import describe_disputes

TEXT = "Arvelle said Tessen had boarded the trawler. Tessen denied it. The crew blamed the fog."


def at(surface, *, occurrence=1):
    start = -1
    for _ in range(occurrence):
        start = TEXT.index(surface, start + 1)
    return Span.of(TEXT, start, start + len(surface))


def entity(number, name):
    return Entity(f"e{number}", name, "organization", mentions=(Mention(at(name), "name"),))


ARVELLE, TESSEN, CREW = KNOWN = entity(1, "Arvelle"), entity(2, "Tessen"), entity(3, "The crew")
SAID = Statement(
    "s1",
    Source((at("Arvelle"),), (ARVELLE,)),
    Cue((at("said"),), "say", "say"),
    Content.of((at("Tessen had boarded the trawler"),)),
    "indirect",
    0.9,
)
DENIED = Statement(
    "s2",
    Source((at("Tessen", occurrence=2),), (TESSEN,)),
    Cue((at("denied"),), "deny", "deny"),
    Content.of((at("it", occurrence=1),)),
    "indirect",
    0.8,
)
DENIAL = Dispute(
    "d1",
    "denial",
    "the boarding of the trawler",
    (TESSEN, ARVELLE),
    (SAID, DENIED),
    (at("Tessen had boarded the trawler"), at("Tessen denied it")),
)


def describe(*disputes, least=0.0):
    numbered = tuple(replace(one, id=f"d{n}") for n, one in enumerate(disputes, start=1))
    statements = {statement.id: statement for one in disputes for statement in one.statements}
    record = Record(MAKER, make_article(TEXT), KNOWN, tuple(statements.values()), disputes=numbered)
    return describe_disputes(record, least=least)


def row(**known):
    return describe(replace(DENIAL, **known)).rows[0]


def test_no_disputes_make_no_section():
    assert describe() is None


def test_the_section_has_its_name_and_title():
    section = describe(DENIAL)
    assert (section.name, section.title) == ("who-disputes-it", "Who disputes it")


@pytest.mark.parametrize(("number", "count"), [(1, "1 dispute"), (2, "2 disputes")])
def test_disputes_are_counted(number, count):
    assert describe(*[DENIAL] * number).count == count


def test_every_kind_is_told_with_a_capital():
    kinds = [kind for kind in KINDS if kind != "none"]
    assert [row(kind=kind).told for kind in kinds] == [kind.capitalize() for kind in kinds]


@pytest.mark.parametrize(
    ("kind", "beside"),
    [
        ("denial", "Tessen ⇄ Arvelle"),
        ("contradiction", "Tessen ⇄ Arvelle"),
        ("blame", "Tessen → Arvelle"),
        ("reversal", "Tessen and Arvelle"),
    ],
)
def test_what_stands_between_the_parties_tells_the_kind(kind, beside):
    assert row(kind=kind).beside == beside


def test_one_party_stands_alone():
    assert row(kind="reversal", parties=(TESSEN,)).beside == "Tessen"


def test_a_dispute_of_parties_that_are_not_known_names_none():
    assert row(parties=()).beside == ""


def test_both_sides_words_are_told_side_by_side():
    assert row().notes == ("“Tessen had boarded the trawler”", "“Tessen denied it”")


def test_long_words_are_cut():
    assert row(spans=(Span.of(TEXT, 0, len(TEXT)),)).notes[0].startswith("“Arvelle said")
    long = " ".join(["fog"] * 90)
    record = Record(
        MAKER, make_article(long), disputes=(Dispute("d1", "blame", "", (), (), (Span.of(long, 0, len(long)),)),)
    )
    assert len(describe_disputes(record).rows[0].notes[0]) < len(long)


def test_what_it_is_about_is_told():
    assert row().sentence == "about the boarding of the trawler"


def test_a_dispute_about_nothing_known_does_not_say_so():
    assert row(about="").sentence == ""


def test_the_row_stands_at_its_words_in_text_order():
    told = row(spans=(at("Tessen denied it"), at("Arvelle said")))
    assert [span.surface for span in told.spans] == ["Arvelle said", "Tessen denied it"]


def test_a_dispute_is_a_conflict_of_words():
    assert row().tone == "verbal-conflict"


def test_disputes_of_unsure_statements_are_left_out_and_counted():
    unsure = replace(DENIED, id="s3", confidence=0.3)
    section = describe(DENIAL, replace(DENIAL, statements=(SAID, unsure)), least=0.5)
    assert (len(section.rows), section.count, section.left_out) == (1, "1 dispute", 1)


def test_a_dispute_without_statements_is_shown_however_sure_one_wants_to_be():
    section = describe(replace(DENIAL, statements=()), least=0.99)
    assert (len(section.rows), section.left_out) == (1, 0)


def test_words_stay_on_one_line_and_hold_nothing_that_a_terminal_obeys():
    text = "The crew\n\x1b[31mdenied it."
    hostile = Entity("e1", "Crew\n\x1b[2J", "group")
    dispute = Dispute("d1", "denial", "the\n\x1bfog", (hostile,), (), (Span.of(text, 0, len(text)),))
    told = describe_disputes(Record(MAKER, make_article(text), (hostile,), disputes=(dispute,))).rows[0]
    shown = "".join((told.told, told.beside, told.sentence, *told.notes))
    assert "\n" not in shown
    assert "\x1b" not in shown
