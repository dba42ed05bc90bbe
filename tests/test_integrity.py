"""A record's parts hold together."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from onrecord.errors import RecordError, SpanError
from onrecord.records import Article, Check, Content, Entity, Maker, Place, Record, Source, Span, Statement, Time, Why

TEXT = "Ana Duarte left on Monday."
DUARTE = Entity("e1", "Ana Duarte", "person")
NAME = Span(0, 10, "Ana Duarte")


def statement(id_="s1", entities=(), **more):
    return Statement(id_, Source((NAME,), entities), None, Content.of((NAME,)), "direct", 0.9, **more)


def make_record(title=None, **parts):
    return Record(Maker("0.0.0"), Article(id="a" * 64, text=TEXT, title=title), **parts)


def test_references_to_the_record_s_own_are_accepted():
    inner = statement("s2", nested_in=(outer := statement(entities=(DUARTE,))))
    assert make_record(entities=(DUARTE,), statements=(outer, inner)).statements[1].nested_in is outer


def test_a_reference_to_an_equal_one_is_accepted():
    assert make_record(entities=(DUARTE,), statements=(statement(entities=(replace(DUARTE),)),))


@pytest.mark.parametrize(
    ("parts", "told"),
    [
        ({"statements": (statement(entities=(DUARTE,)),)}, "statements[0].source.entities[0]: no entity e1"),
        (
            {"entities": (replace(DUARTE, name="Ana"),), "statements": (statement(addressees=(DUARTE,)),)},
            "statements[0].addressees[0]: <Entity e1 Ana Duarte, person, 0 mentions> is not the record's entity e1",
        ),
        ({"statements": (statement("s2", nested_in=statement("s1")),)}, "statements[0].nested_in: no statement s1"),
        (
            {"entities": (DUARTE,), "statements": (statement(time=Time("e1", NAME, "DATE", "2031")),)},
            "statements[0].time: no time e1",
        ),
        ({"entities": (DUARTE, DUARTE)}, "entities[1].id: e1 stands twice"),
        ({"entities": (DUARTE,), "statements": (statement("e1"),)}, "statements[0].id: e1 stands twice"),
        (
            {"places": (Place("p1", NAME, "literal", DUARTE, "Ana", None, None, None, None, 1.0),)},
            "places[0].entity: no entity e1",
        ),
    ],
)
def test_a_record_whose_parts_do_not_hold_together_is_refused_with_the_place(parts, told):
    with pytest.raises(RecordError) as refusal:
        make_record(**parts)
    assert str(refusal.value) == told


def test_spans_inside_the_article_s_own_reasons_are_checked():
    with pytest.raises(SpanError):
        Record(Maker("0.0.0"), Article("a" * 64, TEXT, published_why=Why("It says so.", (Span(0, 3, "Ann"),))))


@pytest.mark.parametrize(("title", "is_right"), [("On Monday", True), ("Monday it was", False), (None, False)])
def test_spans_of_the_title_are_checked_against_the_title(title, is_right):
    check = Check("k1", "weekday", "note", "It was a Tuesday.", (), (Span(3, 9, "Monday"),), None)
    if is_right:
        assert make_record(title, checks=(check,))
    else:
        with pytest.raises(SpanError):
            make_record(title, checks=(check,))


def test_a_record_survives_the_way_to_another_process():
    record = make_record(entities=(DUARTE,), statements=(statement(entities=(DUARTE,)),))
    assert pickle.loads(pickle.dumps(record)) == record
