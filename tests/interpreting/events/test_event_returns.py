"""Who acts in return acts upon the one who acted before."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.merging import Draft
from onrecord.interpreting.events.returns import with_returns
from onrecord.records import Entity, EventMention, Span

BRUN, TESSEN, ARDALE = (Entity(f"e{i}", name, "government") for i, name in enumerate(["Brun", "Tessen", "Ardale"], 1))
FIRST = "Brun is seeking the right to mine."


def draft(sentence, *, at=0, kind="REQUEST", actors=(), recipients=()):
    whole = Span(at, at + len(sentence), sentence)
    mention = EventMention(Span(at, at + 1, sentence[0]), (), ())
    return Draft(kind, None, "actual", "x", [mention], actors, recipients, None, None, None, (), None, 0.9, whole)


def recipients_of(second, *, between=" ", first=None, before=(BRUN,), own=(), kind="REQUEST"):
    """The recipients of an event by Tessen, and of one told before it."""
    at = len(FIRST) + len(between)
    one = draft(FIRST, kind=first or "REQUEST", actors=before)
    two = draft(second, at=at, kind=kind, actors=(TESSEN,), recipients=own)
    with_returns([one, two], FIRST + between + second)
    return two.recipients, one.recipients


def test_a_demand_in_return_goes_to_who_asked_before():
    assert recipients_of("In return, Tessen is asking for guarantees.")[0] == (BRUN,)


def test_a_bargain_goes_both_ways():
    assert recipients_of("In exchange, Tessen wants guarantees.")[1] == (TESSEN,)


def test_an_answer_does_not_tell_whom_the_deed_before_was_meant_for():
    assert recipients_of("In response, Tessen closed the consulate.", kind="SANCTION") == ((BRUN,), ())


def test_who_is_told_to_receive_it_stays():
    assert recipients_of("In return, Tessen asks Ardale for guarantees.", own=(ARDALE,))[0] == (ARDALE,)


@pytest.mark.parametrize(
    ("second", "changes"),
    [
        pytest.param("Tessen is asking for guarantees.", {}, id="nothing is returned"),
        pytest.param("In return, Tessen is asking for guarantees.", {"between": " It rained. "}, id="too far"),
        pytest.param("In return, Tessen is asking for guarantees.", {"before": (TESSEN,)}, id="the same one acts"),
        pytest.param("In return, Tessen is marching.", {"kind": "PROTEST"}, id="a deed upon nobody"),
    ],
)
def test_otherwise_the_recipient_stays_open(second, changes):
    assert recipients_of(second, **changes)[0] == ()


def test_of_two_who_acted_before_none_is_chosen():
    second = "In response, Tessen closed the consulate."
    told = [
        draft(FIRST, actors=(BRUN,)),
        draft(FIRST, actors=(ARDALE,)),
        draft(second, at=len(FIRST) + 1, kind="SANCTION", actors=(TESSEN,)),
    ]
    with_returns(told, f"{FIRST} {second}")
    assert told[-1].recipients == ()
