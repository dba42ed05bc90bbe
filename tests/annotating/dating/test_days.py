from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotating.dating.days import ANY_DAY, Days, ordinal

START = date(2031, 3, 5).toordinal()
days = st.lists(st.tuples(st.integers(START, START + 90), st.integers(START, START + 90))).map(Days.of)


def members(found):
    return {day for first, last in found.stretches for day in range(first, last + 1)}


@given(days, days)
def test_what_two_sets_share_is_in_both(one, other):
    assert members(one & other) == members(one) & members(other)


@given(days)
def test_stretches_never_touch(found):
    assert all(a[1] + 1 < b[0] for a, b in zip(found.stretches, found.stretches[1:], strict=False))


@given(days, st.integers(0, 6))
def test_a_weekday_keeps_only_its_own_days(found, weekday):
    kept = {day for day in members(found) if date.fromordinal(day).weekday() == weekday}
    assert members(found.on(weekday)) == kept


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ((2031, 3, 5), (2031, 3, 5), "2031-03-05"),
        ((2031, 3, 5), (2031, 3, 31), "2031-03"),
        ((2031, 3, 5), (2031, 4, 1), "2031"),
        ((2031, 3, 5), (2032, 1, 1), None),
    ],
)
def test_a_date_is_only_as_precise_as_all_days_allow(first, last, told):
    assert Days.between(ordinal(*first), ordinal(*last)).date() == told


@pytest.mark.parametrize("found", [Days(()), ANY_DAY, Days.since(START), Days.until(START)])
def test_no_days_and_days_without_end_tell_no_date(found):
    assert found.date() is None


@pytest.mark.parametrize("parts", [(2031, 2, 29), (2031, 6, 31), (2031, 13, 1), (2031, 0, 1), (2031, 1, 0), (1, 1, 1)])
def test_what_no_calendar_has_is_no_day(parts):
    assert ordinal(*parts) is None
