"""Words that judge: they accuse where someone says them of someone."""

from __future__ import annotations

from onrecord.interpreting.events.judging import judging
from onrecord.records import Content, Cue, Entity, Source, Span, Statement

LIND, EK, GUILD = (Entity(name, name, "person") for name in ("Lind", "Ek", "the guild"))
WORD = Span(0, 1, "x")


def said_by(*entities):
    return Statement("s1", Source((WORD,), entities), Cue((WORD,), "say", "say"), Content((WORD,), "x"), "direct", 0.9)


def test_who_says_it_judges_whom_it_is_said_of():
    assert judging((), (EK,), said_by(LIND), 0.9, is_done=False) == ((LIND,), (EK,))


def test_who_is_said_to_have_done_a_deed_is_judged_and_not_whom_it_befell():
    assert judging((EK,), (GUILD,), said_by(LIND), 0.9, is_done=True) == ((LIND,), (EK,))


def test_nobody_judges_himself():
    assert judging((LIND,), (), said_by(LIND), 0.9, is_done=True) is None


def test_what_a_reporter_says_judges_nobody():
    assert judging((EK,), (GUILD,), None, 0.9, is_done=True) is None


def test_what_is_hardly_likely_judges_nobody():
    assert judging((), (EK,), said_by(LIND), 0.7, is_done=False) is None
