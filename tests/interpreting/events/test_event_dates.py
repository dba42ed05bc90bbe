"""When an event was: a time as a date of the record, and which time of a sentence is an event's."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpreting.events.dates import choose_time, event_date
from onrecord.records import Span, Time


def dated(value, type_="DATE"):
    return event_date(Time("t1", Span(0, 1, "x"), type_, value))


# Dates


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        pytest.param("DATE", "2031-03-02", "2031-03-02", id="a day"),
        pytest.param("TIME", "2031-03-02T17:00", "2031-03-02", id="a clock time"),
        pytest.param("TIME", "2031-03-02T17:00+02:00", "2031-03-02", id="a clock time with its zone"),
        pytest.param("TIME", "2031-03-02TMO", "2031-03-02", id="a morning"),
        pytest.param("TIME", "2031-03-02TEV", "2031-03-02", id="an evening"),
        pytest.param("DATE", "2031-03", "2031-03", id="a month"),
        pytest.param("DATE", "2031", "2031", id="a year"),
    ],
)
def test_a_day_a_month_and_a_year_are_told_as_they_are(type_, value, expected):
    assert dated(value, type_) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2031-03-02TNI", "2031-03-02/2031-03-03", id="within a month"),
        pytest.param("2031-12-31TNI", "2031-12-31/2032-01-01", id="over a year's end"),
        pytest.param("2032-02-28TNI", "2032-02-28/2032-02-29", id="in a leap year"),
        pytest.param("9999-12-31TNI", "9999-12-31", id="the last one of the calendar"),
    ],
)
def test_a_night_lasts_until_the_next_day(value, expected):
    assert dated(value, "TIME") == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("2031-W10", "2031-03-03/2031-03-09", id="a week"),
        pytest.param("2026-W53", "2026-12-28/2027-01-03", id="a week over a year's end"),
        pytest.param("2031-W10-WE", "2031-03-08/2031-03-09", id="a weekend"),
        pytest.param("2031-Q1", "2031-01/2031-03", id="a first quarter"),
        pytest.param("2031-Q4", "2031-10/2031-12", id="a last quarter"),
    ],
)
def test_what_lasts_is_an_interval_from_its_first_day_or_month_to_its_last(value, expected):
    assert dated(value) == expected


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        pytest.param("DATE", "PRESENT_REF", id="now"),
        pytest.param("DATE", "PAST_REF", id="recently"),
        pytest.param("DATE", "XXXX-02-23", id="a day of no known year"),
        pytest.param("DATE", "203X", id="a decade"),
        pytest.param("DATE", "20XX", id="a century"),
        pytest.param("DATE", "2031-XX-02", id="a day of no known month"),
        pytest.param("DATE", "2031-QX", id="a quarter of no known number"),
        pytest.param("DATE", "2031-W60", id="a week that no year has"),
        pytest.param("TIME", "T17:00", id="a clock time of no known day"),
        pytest.param("DURATION", "P3D", id="a duration"),
        pytest.param("DURATION", "2031", id="a duration that looks like a year"),
        pytest.param("SET", "2031-03-02", id="a set that looks like a day"),
        pytest.param("DATE", "", id="nothing"),
    ],
)
def test_what_is_no_day_month_or_year_is_no_date(type_, value):
    assert dated(value, type_) is None


DAYS = st.dates().map(str)
MONTHS = DAYS.map(lambda day: day[:7])
PARTS = st.sampled_from(["MO", "AF", "EV", "NI", "17:00", "24:00", "09:30:00+02:00"])
WEEKS = st.builds("{:04}-W{:02}{}".format, st.integers(1, 9998), st.integers(1, 53), st.sampled_from(["", "-WE", "-3"]))
VALUES = st.one_of(
    *(DAYS, MONTHS, DAYS.map(lambda day: day[:4]), DAYS.map(lambda day: day[:3] + "X")),
    *(WEEKS, st.builds("{}T{}".format, DAYS, PARTS), st.builds("{}-{}".format, DAYS, st.text(max_size=4))),
    st.builds("{:04}-{}".format, st.integers(0, 9999), st.sampled_from(["Q1", "Q4", "QX", "H1", "SP", "XX", "XX-XX"])),
)


def is_iso(value):
    """Whether a text is a day of the calendar, a month or a year."""
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return bool(date.fromisoformat(value))
    return re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", value) is not None


@given(st.text() | VALUES, st.sampled_from(["DATE", "TIME", "DURATION", "SET"]))
def test_any_value_gives_a_date_an_interval_or_none(value, type_):
    made = dated(value, type_)
    first, slash, last = (made or "2031").partition("/")
    assert is_iso(first)
    assert not slash or (is_iso(last) and first < last)


# Which time of a sentence

VALUES_OF = {"Monday": "2031-03-03", "Tuesday": "2031-03-04", "three days": "P3D"}


def chosen(text, trigger, *, others=(), said=(), sentence=None):
    """The words of the time that is chosen; times are all that VALUES_OF has."""

    def span(words):
        return Span.of(text, text.index(words), text.index(words) + len(words))

    times = [
        Time(words, span(words), "DURATION" if value.startswith("P") else "DATE", value)
        for words, value in sorted(VALUES_OF.items(), key=lambda one: text.find(one[0]))
        if words in text
    ]
    start, end = (0, len(text)) if sentence is None else (text.index(sentence), text.index(sentence) + len(sentence))
    found = choose_time(times, text, span(trigger), (start, end), [span(other) for other in others], said=said)
    return found.id if found is not None else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Rebels shelled the port on Monday and left by Tuesday.", "Monday", id="behind the trigger"),
        pytest.param("On Monday, a day before Tuesday, rebels shelled the port.", "Tuesday", id="before the trigger"),
        pytest.param(
            "On Monday rebels shelled the port, which had been closed to ships until Tuesday.", "Monday", id="on a side"
        ),
    ],
)
def test_the_nearest_time_is_the_event_s(text, expected):
    assert chosen(text, "shelled") == expected


def test_of_two_times_as_near_the_one_behind_is_the_event_s():
    assert chosen("On Monday they shelled till Tuesday.", "shelled") == "Tuesday"


def test_a_time_behind_another_trigger_is_that_one_s():
    text = "On Monday, at the foot of the old bridge, rebels shelled and took the port by Tuesday."
    assert chosen(text, "shelled", others=["took"]) == "Monday"


def test_a_time_before_another_trigger_is_that_one_s():
    text = "On Monday rebels shelled and took the port of Ardale, which was long besieged, by Tuesday."
    assert chosen(text, "took", others=["shelled"]) == "Tuesday"


def test_a_trigger_behind_the_time_does_not_part_it_from_the_event():
    text = "Rebels shelled the port on Monday, took it and then left on Tuesday."
    assert chosen(text, "shelled", others=["took", "left"]) == "Monday"


def test_a_time_of_saying_is_not_the_event_s():
    text = "Rebels shelled the port, the mayor said on Monday."
    assert chosen(text, "shelled", said={"Monday"}) is None


def test_behind_a_time_of_saying_the_next_time_is_looked_for():
    text = "On Tuesday rebels in three boats shelled, the mayor said on Monday."
    assert chosen(text, "shelled", said={"Monday"}) == "Tuesday"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Rebels shelled the port. Monday was quiet.", id="the next"),
        pytest.param("It was Monday. Rebels shelled the port.", id="the one before"),
    ],
)
def test_a_time_of_another_sentence_is_not_the_event_s(text):
    assert chosen(text, "shelled", sentence="Rebels shelled the port.") is None


def test_a_time_that_is_no_date_is_passed_over():
    assert chosen("Rebels shelled the port for three days from Monday.", "shelled") == "Monday"


def test_without_times_none_is_the_event_s():
    assert chosen("Rebels shelled the port.", "shelled") is None


def test_what_was_after_a_dated_deed_has_another_date():
    assert chosen("Lind left on Monday, hours after Ek shelled the port.", "shelled") is None


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("On Monday, hours after it opened, the port was shelled.", id="a clause between"),
        pytest.param("Ek came on Monday before being shelled.", id="one who did both"),
    ],
)
def test_a_time_before_is_the_event_s_where_only_a_clause_or_a_participle_stands_between(text):
    assert chosen(text, "shelled") == "Monday"
