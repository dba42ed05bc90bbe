"""Statements in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from row_samples import make_ferry
from showing_samples import MAKER, make_article, make_council, make_parliament

from onrecord.records import Content, Cue, Entity, Record, Source, Span, Statement, Why
from onrecord.showing.wording import (
    ACT_WORDS,
    NOT_STATED,
    count_statements,
    describe_heading,
    describe_statements,
)
from onrecord.vocabulary import ACTS

TEXT = "She insisted it was so."


DUARTE, *_ = KNOWN = (
    Entity("e1", "Ana Duarte", "person"),
    Entity("e2", "Jon Ek", "person"),
    Entity("e3", "Mara Lind", "person"),
)


def describe(
    text=TEXT, *, source=(0, 3), entities=(), cue=(4, 12), act="claim", lemma="insist", said=(13, 22), kind="indirect"
):
    statement = Statement(
        "s1",
        Source((Span.of(text, *source),), entities) if source else None,
        Cue((Span.of(text, *cue),), lemma, act) if cue else None,
        Content.of((Span.of(text, *said),)),
        kind,
        0.9,
    )
    (view,) = describe_statements(Record(MAKER, make_article(text), entities=KNOWN, statements=(statement,)))
    return view


def test_every_act_of_the_vocabulary_has_a_word():
    assert set(ACTS) - set(ACT_WORDS) == set()


def test_no_word_stands_for_an_act_that_is_not():
    assert set(ACT_WORDS) - set(ACTS) == set()


def test_no_two_acts_have_the_same_word():
    assert len(set(ACT_WORDS.values())) == len(ACT_WORDS)


def test_a_negated_act_is_told_in_the_cue_s_own_words():
    view = describe("They did not know it was so.", source=(0, 4), cue=(5, 17), act="know", lemma="know", said=(18, 27))
    assert (view.act, view.cue_words) == ("“did not know”", "")


def test_a_negation_that_the_act_has_in_it_is_told_by_the_act():
    view = describe("She did not say it was so.", source=(0, 3), cue=(4, 15), act="decline", lemma="say", said=(16, 25))
    assert view.act == "declined to say"


def test_an_unknown_act_is_told_by_its_lemma():
    assert describe(act="yodel", lemma="yodel").act == "yodel"


def test_cue_is_quoted_where_the_act_is_a_reading_of_it():
    view = describe()
    assert (view.act, view.cue_words) == ("claimed", "insisted")


def test_cue_is_not_quoted_where_it_is_the_act():
    assert describe("She claimed it was so.", cue=(4, 11), lemma="claim", said=(12, 21)).cue_words == ""


def test_cue_of_plain_saying_is_not_quoted():
    assert describe("She told us it was so.", cue=(4, 8), act="say", said=(12, 21)).cue_words == ""


@pytest.mark.parametrize(("kind", "act"), [("direct", "was quoted"), ("indirect", "was reported")])
def test_words_without_a_cue_were_quoted_or_reported(kind, act):
    assert describe(cue=None, kind=kind).act == act


def test_a_source_without_entity_is_its_words():
    view = describe()
    assert (view.speaker, view.speaker_words) == ("She", "")


def test_a_resolved_source_is_its_name_and_its_words():
    view = describe(entities=(DUARTE,))
    assert (view.speaker, view.speaker_words) == ("Ana Duarte", "She")


def test_a_source_that_is_the_name_is_told_once():
    view = describe("Ana Duarte insisted it was so.", source=(0, 10), entities=(DUARTE,), cue=(11, 19), said=(20, 29))
    assert (view.speaker, view.speaker_words) == ("Ana Duarte", "")


def test_a_source_that_is_a_part_of_the_name_is_not_told():
    view = describe("Duarte insisted it was so.", source=(0, 6), entities=(DUARTE,), cue=(7, 15), said=(16, 25))
    assert (view.speaker, view.speaker_words) == ("Ana Duarte", "")


def test_a_source_that_tells_more_than_the_name_is_told():
    text = "President Ana Duarte insisted it was so."
    view = describe(text, source=(0, 20), entities=(DUARTE,), cue=(21, 29), said=(30, 39))
    assert (view.speaker, view.speaker_words) == ("Ana Duarte", "President")


def test_an_article_before_the_name_is_not_told():
    text = "The Ana Duarte insisted it was so."
    assert describe(text, source=(0, 14), entities=(DUARTE,), cue=(15, 23), said=(24, 33)).speaker_words == ""


def test_a_comma_behind_the_source_is_not_told():
    assert (
        describe("She, a clerk, insisted it was so.", source=(0, 13), cue=(14, 22), said=(23, 32)).speaker
        == "She, a clerk"
    )


def test_several_speakers_are_listed():
    assert describe(entities=KNOWN).speaker == "Ana Duarte, Jon Ek and Mara Lind"


def test_no_source_is_not_stated():
    assert describe(source=None).speaker == NOT_STATED


def test_direct_words_without_marks_get_them():
    assert describe(kind="direct").words == "“it was so”"


def test_direct_words_with_marks_keep_them():
    assert describe_statements(make_parliament())[0].words == '"If it brings peace, I will resign,"'


def test_indirect_words_get_no_marks():
    assert describe().words == "it was so"


def test_confidence_is_told_only_where_it_is_low():
    views = describe_statements(make_council())
    assert [views[0].details, views[0].nested[0].details] == [(), ("confidence 41%",)]


def test_to_whom_and_when_are_told():
    assert describe_statements(make_parliament())[0].details == ("to parliament", "on Monday, 3 March 2031")


def test_where_is_told():
    statement = make_ferry().statements[0]
    assert describe_statements(replace(make_ferry(), statements=(statement,)))[0].details[-1] == "in Velmora"


@pytest.mark.parametrize(
    ("known", "fact"),
    [
        ({}, "date not stated"),
        ({"published": "2031-03-05"}, "2031-03-05"),
        ({"published": "2031-03-05", "published_from": "given"}, "2031-03-05, given"),
        ({"published": "2031-03-05T06:30:00", "published_from": "metadata"}, "2031-03-05 06:30, from its metadata"),
        ({"published": "2031-03-05T06:30:15Z"}, "2031-03-05 06:30:15 UTC"),
        ({"published": "2031-03-05T06:30:00+00:00"}, "2031-03-05 06:30 UTC"),
        ({"published": "2031-03-05T06:30-05:00"}, "2031-03-05 06:30 -05:00"),
        (
            {"published": "2031-03", "published_from": "inferred", "published_why": Why("it says so", ())},
            "2031-03, inferred: it says so",
        ),
    ],
)
def test_date_is_told_with_where_it_is_from(known, fact):
    assert describe_heading(make_article(TEXT, **known)).facts == (fact,)


def test_publisher_and_authors_stand_before_the_date():
    article = make_article(TEXT, publisher="The River Post", authors=("A. Bee", "C. Dee"))
    assert describe_heading(article).facts == ("The River Post", "by A. Bee, C. Dee", "date not stated")


def test_an_article_without_title_is_called_by_its_first_line():
    assert describe_heading(make_article("\n \nThe gate is shut.\nMore.")).title == "The gate is shut."


def test_a_heading_in_markdown_is_called_by_its_words():
    assert describe_heading(make_article("# The gate is shut\n\nMore.")).title == "The gate is shut"


@pytest.mark.parametrize(
    ("kinds", "told"),
    [
        (["direct"], "1 statement, direct"),
        (["mixed", "mixed"], "2 statements, all mixed"),
        (["mixed", "direct", "indirect", "direct"], "4 statements: 2 direct, 1 indirect, 1 mixed"),
    ],
)
def test_statements_are_counted_by_kind(kinds, told):
    statement = make_parliament().statements[0]
    assert count_statements([replace(statement, quotation=kind) for kind in kinds]) == told
