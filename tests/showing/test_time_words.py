"""TimeML values in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating.times.values import TYPES, is_value
from onrecord.showing.plain_text import one_line
from onrecord.showing.time_words import tell_time

DATES = [
    ("2025-02-23", "Sun 23 February 2025"),
    ("2025-02", "February 2025"),
    ("2025", "2025"),
    ("198X", "the 1980s"),
    ("198", "the 1980s"),
    ("19", "the 20th century"),
    ("20XX", "the 21st century"),
    ("2025-W08", "week of 17 to 23 February 2025"),
    ("2025-W01", "week of 30 December 2024 to 5 January 2025"),
    ("2025-W05", "week of 27 January to 2 February 2025"),
    ("2025-W08-WE", "weekend of 22 to 23 February 2025"),
    ("2025-W08-7", "Sun 23 February 2025"),
    ("2025-Q1", "first quarter of 2025"),
    ("2025-H2", "second half of 2025"),
    ("2025-SP", "spring 2025"),
    ("2025-WI", "winter 2025"),
    ("198X-SU", "summer in the 1980s"),
    ("FY2025", "fiscal year 2025"),
    ("FY2025-Q3", "third quarter of fiscal year 2025"),
    ("BC0044", "44 BC"),
    ("2025-XX", "a month in 2025"),
    ("2025-XX-XX", "a day in 2025"),
    ("2025-02-XX", "a day in February 2025"),
    ("2025-WXX", "a week in 2025"),
    ("2025-W08-X", "a day in the week of 17 to 23 February 2025"),
    ("2025-WXX-5", "a Friday in 2025"),
    ("2025-QX", "a quarter in 2025"),
    ("XXXX-02-23", "23 February, year not stated"),
    ("XXXX-02", "February, year not stated"),
    ("XXXX-XX-23", "the 23rd, month not stated"),
    ("2025-XX-23", "the 23rd, month not stated, 2025"),
    ("XXXX-WXX-1", "a Monday"),
    ("XXXX-WXX-WE", "a weekend"),
    ("XXXX-XX-XX", "a day"),
    ("XXXX-WXX", "a week"),
    ("XXXX-SU", "summer, year not stated"),
    ("XXXX-Q2", "second quarter, year not stated"),
    ("XXXX", "a year"),
    ("2025-02-21/2025-02-23", "21 to 23 February 2025"),
    ("2025-02-27/2025-03-02", "27 February to 2 March 2025"),
    ("2024-12-30/2025-01-02", "30 December 2024 to 2 January 2025"),
    ("1914/1918", "1914 to 1918"),
]
TIMES = [
    ("2025-02-22TNI", "night of 22 to 23 February 2025"),
    ("2025-02-28TNI", "night of 28 February to 1 March 2025"),
    ("2025-02-23TMO", "morning of Sun 23 February 2025"),
    ("2025-02-23TEV", "evening of Sun 23 February 2025"),
    ("2025-02-23T14:30", "Sun 23 February 2025, 14:30"),
    ("2025-02-23T14", "Sun 23 February 2025, 14:00"),
    ("2025-02-23T14:30:05Z", "Sun 23 February 2025, 14:30:05 UTC"),
    ("2025-02-23T14:30+02:00", "Sun 23 February 2025, 14:30 +02:00"),
    ("2025-02-23T24:00", "Sun 23 February 2025, 24:00"),
    ("XXXX-XX-XXT14:30", "14:30, day not stated"),
    ("XXXX-WXX-7TNI", "a Sunday night"),
    ("T14:30", "14:30, day not stated"),
    ("TNI", "a night"),
    ("2025-02-23TXX", "Sun 23 February 2025"),
    ("2025-W08-XTMO", "a morning in the week of 17 to 23 February 2025"),
    ("XXXX-02-23TNI", "night of 23 February, year not stated"),
]
PERIODS = [
    ("P3D", "3 days"),
    ("P1W", "1 week"),
    ("P1Y6M", "1 year 6 months"),
    ("P2.5Y", "2.5 years"),
    ("P2.0Y", "2 years"),
    ("PT2H30M", "2 hours 30 minutes"),
    ("P1DT5M", "1 day 5 minutes"),
    ("P1DT12H", "1 day 12 hours"),
    ("P2DE", "2 decades"),
    ("P3C", "3 centuries"),
    ("P10000Y", "10,000 years"),
    ("P2WE", "2 weekends"),
    ("P3NI", "3 nights"),
    ("PXY", "some years"),
    ("PTXH", "some hours"),
    ("PXX", "some time"),
]
SETS = [
    ("XXXX-WXX-1", "every Monday"),
    ("XXXX-WXX-7TNI", "every Sunday night"),
    ("XXXX-XX-XXTMO", "every morning"),
    ("XXXX-XX-XXT09:00", "every day at 09:00"),
    ("XXXX-XX-XX", "every day"),
    ("XXXX-XX-01", "the 1st of every month"),
    ("XXXX-12-25", "every 25 December"),
    ("XXXX-SU", "every summer"),
    ("XXXX-WXX-WE", "every weekend"),
    ("2025-WXX-1", "every Monday in 2025"),
    ("P1D", "every day"),
    ("P2W", "every 2 weeks"),
    ("PXD", "every few days"),
    ("PT1H", "every hour"),
]
MODS = [
    ("2025", "DATE", "START", "start of 2025"),
    ("2025-02-22TNI", "TIME", "END", "end of the night of 22 to 23 February 2025"),
    ("198X", "DATE", "MID", "middle of the 1980s"),
    ("2025-W08", "DATE", "START", "start of the week of 17 to 23 February 2025"),
    ("2025-02-23", "DATE", "BEFORE", "before Sun 23 February 2025"),
    ("2025", "DATE", "ON_OR_AFTER", "2025 or after"),
    ("2025", "DATE", "BEFORE", "2025 or before"),
    ("2025", "DATE", "AFTER", "2025 or after"),
    ("P3D", "DURATION", "MORE_THAN", "more than 3 days"),
    ("P3D", "DURATION", "EQUAL_OR_LESS", "at most 3 days"),
    ("P3D", "DURATION", "ON_OR_BEFORE", "at most 3 days"),
    ("P3D", "DURATION", "APPROX", "about 3 days"),
    ("PAST_REF", "DATE", "APPROX", "in the past"),
    ("2025", "DATE", "no such mod", "2025"),
]


@pytest.mark.parametrize(("value", "words"), [*DATES, *TIMES, *PERIODS])
def test_value_is_told_in_words(value, words):
    assert tell_time(value).short == words


@pytest.mark.parametrize(("value", "words"), SETS)
def test_set_is_told_with_every(value, words):
    assert tell_time(value, kind="SET").short == words


@pytest.mark.parametrize(("value", "kind", "mod", "words"), MODS)
def test_mod_is_told(value, kind, mod, words):
    assert tell_time(value, kind=kind, mod=mod).short == words


@pytest.mark.parametrize(
    ("value", "words"), [("PAST_REF", "in the past"), ("PRESENT_REF", "at present"), ("FUTURE_REF", "in the future")]
)
def test_vague_value_is_told_as_vague(value, words):
    told = tell_time(value)
    assert (told.short, told.is_vague) == (words, True)


@pytest.mark.parametrize(
    "value",
    [
        *("", "soon", "2025-02-30", "2025-13", "2025-W54", "2025-W00", "2021-W53", "0000", "0000-01-01", "2025-Q5"),
        *("P", "PT", "P3", "P3Z", "3D", "PD", "P3Dx", "2025-02-23T25:00", "2025-02-23TXY", "2025-02-23T", "/", "2025/"),
    ],
)
def test_value_that_is_none_is_told_as_it_is(value):
    told = tell_time(value)
    assert (told.short, told.order, told.adverb) == (value, None, "")


@pytest.mark.parametrize(
    ("value", "mod", "words"),
    [
        ("2025-02-23", None, "on Sunday, 23 February 2025"),
        ("2025-02-23T14:30", None, "on Sunday, 23 February 2025, 14:30"),
        ("2025-02-23TMO", None, "on the morning of Sunday, 23 February 2025"),
        ("2025-02-22TNI", None, "on the night of 22 to 23 February 2025"),
        ("2025-02", None, "in February 2025"),
        ("2024", None, "in 2024"),
        ("198X", None, "in the 1980s"),
        ("2025-W08", None, "in the week of 17 to 23 February 2025"),
        ("2025-Q1", None, "in the first quarter of 2025"),
        ("2025", "START", "at the start of 2025"),
        ("198X", "MID", "in the middle of the 1980s"),
        ("2025", "APPROX", "about 2025"),
        ("2025-02-21/2025-02-23", None, "from 21 to 23 February 2025"),
        ("P3D", None, ""),
        ("XXXX-02-23", None, ""),
        ("PAST_REF", None, ""),
    ],
)
def test_a_place_in_time_is_told_in_a_sentence(value, mod, words):
    assert tell_time(value, mod=mod).adverb == words


def test_places_in_time_sort_by_the_calendar_wide_ones_first():
    values = [
        *("BC0044", "18", "186", "1861", "1861-Q1", "1861-01", "1861-01-01", "1861-04-11TNI", "1861-04-12"),
        *("1861-04-12TMO", "1861-04-12T09:30", "1861-W16", "1861-SU", "1861-Q4", "1862"),
    ]
    assert sorted(values, key=lambda value: tell_time(value).order) == values


_YEARS = st.sampled_from(["2025", "198X", "19XX", "XXXX", "BC0044", ""])
_WITHIN_YEAR = st.sampled_from(
    [
        "",
        *(f"-{p}" for p in "02 XX 02-23 02-XX XX-XX XX-23 W08 WXX W08-7 WXX-1 W08-WE WXX-WE Q1 QX H1 HX SU WI".split()),
    ]
)
_LIKE_VALUES = st.text(st.sampled_from("0129XPTWQHDYMNIE-:./+Z SFC"), max_size=24)


@given(value=_LIKE_VALUES | st.text(max_size=12), kind=st.sampled_from(["DATE", "SET", ""]), mod=st.none() | st.text())
def test_any_value_gets_one_line_of_words(value, kind, mod):
    told = tell_time(value, kind=kind, mod=mod)
    assert told.short == one_line(told.short)
    assert bool(told.short) == bool(one_line(value))


@given(data=st.data(), kind=st.sampled_from(TYPES))
def test_every_value_that_a_time_may_have_is_told_in_other_words(data, kind):
    parts = [_YEARS, _WITHIN_YEAR, st.sampled_from(["", "TNI", "TMO", "T09:30", "TXX"])]
    period = st.tuples(*(st.sampled_from(["", f"2{unit}", f"X{unit}", f"1.5{unit}"]) for unit in "YMWDHS"))
    dates, periods = st.tuples(*parts).map("".join), period.map(lambda p: f"P{''.join(p[:4])}T{''.join(p[4:])}")
    value = data.draw(dates | periods.map(lambda written: written.rstrip("T")))
    if is_value(kind, value) and not re.fullmatch(r"\d{4}", value):
        assert tell_time(value, kind=kind).short != value


@pytest.mark.parametrize("value", ["P" + "1D" * 100_000, "P" + "9" * 100_000, "2025-" * 100_000, "X" * 100_000 + "/"])
def test_a_very_long_value_is_told_as_it_is(value):
    assert tell_time(value).short == value


@pytest.mark.parametrize(
    ("mod", "words"), [("START", "early on Mon 10 March 2025"), ("END", "late on Mon 10 March 2025")]
)
def test_a_part_of_a_day_is_early_or_late(mod, words):
    assert tell_time("2025-03-10", kind="DATE", mod=mod).short == words
