"""Bare weekdays that look ahead, and those that do not. All texts are invented and of Wednesday, 5 March 2031."""

import pytest

from onrecord.annotating.times import find_times


def days(text):
    return [time.value for time in find_times(text, "2031-03-05") if time.value.startswith("2031-")]


@pytest.mark.parametrize(
    "text",
    [
        'If the mine is open by Monday," she shouted, "we walk out.',
        "The envoy gave both sides until Monday to answer.",
        "The truce would not come before Monday, he warned.",
        "By Monday, all crews must be out.",
        "The bridges are closed until Monday.",
        "Ahead of Monday's election, police searched homes.",
        "He said the isle would mourn for three days, starting on Monday.",
        "They stay in Geneva through Monday.",
    ],
)
def test_what_is_set_a_limit_has_the_coming_day(text):
    assert days(text) == ["2031-03-10"]


@pytest.mark.parametrize(
    "text",
    [
        "The talks resume Monday.",
        "Finance ministers meet Monday in Oslo.",
        "The queen, who flies to Oslo on Monday, declined to comment.",
        "The deadline for bids is Monday.",
        "Snow is forecast for Monday.",
        "The judge may rule on Monday.",
        "A ruling is due Monday.",
    ],
)
def test_what_is_set_for_a_weekday_has_the_coming_day(text):
    assert days(text) == ["2031-03-10"]


@pytest.mark.parametrize(
    "text",
    [
        "By Monday, the fires were out.",
        "The curfew lasted until Monday.",
        "Divers could not reach the wreck until Monday.",
        "The road was closed until Monday.",
        "Before Monday, nobody had heard of her.",
        "Shaken by Monday's vote, the cabinet fell.",
        "Talks opened Monday.",
        "The army said Monday it would pull out.",
    ],
)
def test_what_is_told_as_past_has_the_day_gone(text):
    assert days(text) == ["2031-03-03"]


def test_the_hour_before_a_weekday_is_a_part_of_the_limit():
    assert days("The owners have until 9 a.m. Monday to sign.") == ["2031-03-10T09:00"]
