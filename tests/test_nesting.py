"""Statements inside statements follow those that hold them."""

from __future__ import annotations

from dataclasses import replace

from onrecord.nesting import relinked
from onrecord.records import Content, Span, Statement


def statement(id_, nested_in=None):
    return Statement(id_, None, None, Content.of((Span(0, 4, "Rain"),)), "direct", 0.9, nested_in=nested_in)


OUTER = statement("s1")
INNER = statement("s2", OUTER)
INMOST = statement("s3", INNER)


def test_statements_follow_when_what_holds_them_is_replaced():
    outer, inner, inmost = relinked([replace(OUTER, confidence=0.1), INNER, INMOST])
    assert outer.confidence == 0.1
    assert inner.nested_in is outer
    assert inmost.nested_in is inner


def test_statements_whose_holder_is_left_out_stand_by_themselves():
    inner, inmost = relinked([INNER, INMOST])
    assert inner.nested_in is None
    assert inmost.nested_in is inner


def test_statements_may_come_before_what_holds_them():
    inmost, inner, outer = relinked([INMOST, INNER, replace(OUTER, confidence=0.1)])
    assert inmost.nested_in is inner
    assert inner.nested_in is outer


def test_statements_that_need_no_change_are_the_same():
    same = relinked([OUTER, INNER, INMOST])
    assert [a is b for a, b in zip(same, [OUTER, INNER, INMOST], strict=True)] == [True] * 3
