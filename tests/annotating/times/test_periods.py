from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating.times.periods import Period, holding

GRAINS = ("day", "week", "weekend", "month", "quarter", "half", "season", "year", "decade", "century")
DAYS = st.dates(min_value=date(200, 1, 1), max_value=date(9000, 1, 1)).map(date.toordinal)


@pytest.mark.parametrize(
    ("grain", "value"),
    [
        ("day", "2031-03-05"),
        ("week", "2031-W10"),
        ("weekend", "2031-W10-WE"),
        ("month", "2031-03"),
        ("quarter", "2031-Q1"),
        ("half", "2031-H1"),
        ("season", "2031-SP"),
        ("year", "2031"),
        ("decade", "203X"),
        ("century", "20XX"),
    ],
)
def test_the_period_of_each_grain_that_holds_a_day(grain, value):
    assert holding(grain, date(2031, 3, 5).toordinal()).value == value


def test_a_winter_belongs_to_the_year_it_begins_in():
    assert holding("season", date(2031, 2, 5).toordinal()).value == "2030-WI"


@given(st.sampled_from(GRAINS), DAYS)
def test_a_period_holds_the_day_it_was_asked_for(grain, day):
    period = holding(grain, day)
    assert grain == "weekend" or period.first <= day <= period.last


@given(st.sampled_from(GRAINS), DAYS)
def test_periods_of_a_grain_follow_each_other_without_a_gap(grain, day):
    period = holding(grain, day)
    assert grain == "weekend" or period.shift(1).first == period.last + 1


def test_a_day_that_no_calendar_has_is_none():
    assert Period.day(2031, 2, 29) is None
