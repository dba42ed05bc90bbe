"""Weekdays beside their dates: those that do not go together, and those that do."""

from __future__ import annotations

import pytest
from case_samples import evidence, find, flagged, noted, read

from onrecord.interpreting.checks.weekdays import check_weekdays


def weekdays(text, **known):
    return flagged(check_weekdays, text, **known)


# Published on Wednesday, 5 March 2031; 3 March was a Monday.


@pytest.mark.parametrize(
    ("told", "words"),
    [
        ("on Tuesday, 3 March 2031", "Tuesday, 3 March 2031"),
        ("on Tuesday the 3rd of March 2031", "Tuesday the 3rd of March 2031"),
        ("on March 3, 2031, a Tuesday", "March 3, 2031, a Tuesday"),
        ("on March 3, 2031 (a Tuesday)", "March 3, 2031 (a Tuesday"),
        ("at noon on Tuesday, 3 March 2031", "noon on Tuesday, 3 March 2031"),
    ],
)
def test_a_date_with_another_weekday_is_an_error(told, words):
    assert weekdays(f"The ferry sank {told}.") == [("error", words)]


def test_the_message_tells_which_day_it_was():
    (finding,) = find(check_weekdays, "The ferry sank on Tuesday, 3 March 2031.")
    assert finding.message == "3 March 2031 was a Monday, not a Tuesday."


def test_the_evidence_is_the_calendar():
    assert evidence(check_weekdays, "The ferry sank on Tuesday, 3 March 2031.") == ["The calendar."]


def test_the_evidence_tells_where_the_year_is_from():
    text = "The ferry sank on Tuesday, 3 March."
    assert evidence(check_weekdays, text) == ["The calendar, the year being that of publication."]


def test_a_date_of_long_ago_is_held_against_the_calendar():
    assert [severity for severity, _ in weekdays("On Friday, July 4, 1776, they signed.")] == ["error"]


def test_a_date_with_its_year_needs_no_day_of_publication():
    assert weekdays("The ferry sank on Tuesday, 3 March 2031.", published=None) == [("error", "Tuesday, 3 March 2031")]


# Dates without a year


@pytest.mark.parametrize("told", ["Tuesday, 3 March", "Tuesday the 3rd of March"])
def test_a_date_without_a_year_is_of_the_year_of_publication(told):
    assert weekdays(f"The ferry sank on {told}.") == [("error", told)]


def test_a_weekday_that_fits_the_year_before_is_a_warning():
    assert weekdays("The ferry sank on Sunday, March 3.") == [("warning", "Sunday, March 3")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 2031 the ferry sank on Sunday, March 3.", id="the year stands in the text"),
        pytest.param("VELMORA, March 5 - The ferry sank on Sunday, March 3.", id="a dateline"),
    ],
)
def test_a_weekday_that_fits_the_year_before_is_an_error_where_the_year_is_sure(text):
    assert weekdays(text) == [("error", "Sunday, March 3")]


@pytest.mark.parametrize(
    "text", ["Last year, on Monday, March 4, the ferry sank.", "A year ago, on Monday, March 4, it sank."]
)
def test_a_date_of_last_year_is_not_of_the_year_of_publication(text):
    assert [severity for severity, _ in weekdays(text) if severity == "error"] == []


def test_where_all_dates_go_wrong_the_day_of_publication_is_doubted():
    text = "The ferry sank on Wednesday, March 4, and not on Tuesday, March 2."
    assert weekdays(text) == [("warning", "Wednesday, March 4"), ("warning", "Tuesday, March 2")]


def test_a_date_far_from_publication_may_be_of_another_year():
    assert weekdays("The ferry will sail on Saturday, 24 December.") == []


def test_without_a_day_of_publication_a_date_without_a_year_is_left_alone():
    assert weekdays("The ferry sank on Tuesday, 3 March.", published=None) == []


# What is right, or is no weekday of a date


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on Monday, 3 March 2031.",
        "The ferry sank on Monday, March 4, 2030, and rose in 2031.",
        "The ferry sank on March 3, a Monday.",
        "The deadline of midnight on Monday, March 3, passed.",
    ],
)
def test_a_date_with_its_weekday_is_right(text):
    assert weekdays(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on 3 March 2031. Wednesday was calm.",
        "The ferry sank on 3 March, Wednesday night.",
        "The museum, closed on Mondays, opened on March 4.",
        "The ferry sank on Tuesday and rose on 6 March.",
        "On Tuesday 300 boats sailed.",
    ],
)
def test_a_weekday_that_is_not_the_date_s_is_left_alone(text):
    assert weekdays(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The talks of March 3, Thursday and Friday had failed.",
        "The talks of March 3, Thursday’s paper said, had failed.",
    ],
)
def test_a_weekday_that_goes_on_behind_a_date_is_left_alone(text):
    assert weekdays(text) == []


def test_a_weekday_that_ends_the_sentence_before_is_left_alone():
    assert weekdays("The ferry sank on Tuesday. March 3 was a holiday.") == []


def test_a_date_in_figures_may_have_the_day_before_the_month():
    assert [severity for severity, _ in weekdays("The small ferry sank on Tuesday 4/3/2031.")] == []


# What agrees


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry sank on Monday, 3 March 2031.", ("Monday, 3 March 2031",)),
        ("The ferry sank on 3 March. On Monday it rose.", ("3 March", "Monday")),
        ("The ferry sank on Monday. On 3 March it rose.", ("Monday", "3 March")),
    ],
)
def test_what_agrees_is_a_note(text, words):
    assert noted(check_weekdays, text) == [words]


def test_what_agrees_is_told_in_words():
    (finding,) = find(check_weekdays, "The ferry sank on Monday, 3 March 2031.")
    assert finding.message == "It agrees: 3 March 2031 was a Monday."


def test_what_agrees_twice_is_told_once():
    text = "The ferry sank on Monday, 3 March 2031. On Monday, 3 March 2031, it rained."
    assert noted(check_weekdays, text) == [("Monday, 3 March 2031",)]


def test_what_is_wrong_is_an_error_beside_what_agrees():
    text = "It sank on Sunday, March 2, on Tuesday, March 3, and on Friday, March 7."
    assert weekdays(text) == [("error", "Tuesday, March 3")]


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    (check,) = read(reader, "weekday", "The ferry sank on Tuesday, 3 March 2031, the harbour master said.")
    assert (check.severity, check.spans[0].surface) == ("error", "Tuesday, 3 March 2031")
