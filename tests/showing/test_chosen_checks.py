"""Which checks are printed: what a choice may say, what it leaves, and what is grave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_samples import ALL, HEARSAY, SOURCE, TOLL, WEEKDAY, make_checked
from hypothesis import given
from hypothesis import strategies as st

from onrecord.interpreting.checks import RULE_NAMES
from onrecord.interpreting.checks import RULES as MADE
from onrecord.showing.checks import SEVERITIES
from onrecord.showing.chosen_checks import RULES, ChosenChecks, is_grave, parse_checks


def chosen(value):
    """The rules of the sample's checks that a choice leaves."""
    return [check.rule for check in parse_checks(value).applied(make_checked(*ALL)).checks]


def test_the_rules_are_those_of_the_checks():
    assert RULES == RULE_NAMES


def test_the_severities_are_those_of_the_checks():
    assert {severity for rule in MADE for severity in rule.severities} <= set(SEVERITIES)


# What a choice says


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param("", ChosenChecks(), id="nothing"),
        pytest.param("error,warning,note", ChosenChecks(), id="all severities"),
        pytest.param(" error , warning ", ChosenChecks(("error", "warning")), id="with spaces"),
        pytest.param("weekday", ChosenChecks(only=frozenset({"weekday"})), id="a rule"),
        pytest.param("-weekday", ChosenChecks(without=frozenset({"weekday"})), id="all but a rule"),
        pytest.param("note,hearsay", ChosenChecks(("note",), only=frozenset({"hearsay"})), id="a severity and a rule"),
        pytest.param(
            "error,-office-at-date", ChosenChecks(("error",), frozenset({"office-at-date"})), id="a name with hyphens"
        ),
        pytest.param("none", ChosenChecks(()), id="none"),
        pytest.param("weekday,none", ChosenChecks(()), id="none among others"),
    ],
)
def test_a_choice_is_understood(value, expected):
    assert parse_checks(value) == expected


@pytest.mark.parametrize("value", ["-error", "Weekday", "error weekday"])
def test_a_word_that_is_neither_a_severity_nor_a_rule_is_refused(value):
    with pytest.raises(ValueError, match=f"'{value}' is neither one of error, warning, note nor a rule"):
        parse_checks(value)


def test_a_refusal_tells_all_rules():
    with pytest.raises(ValueError, match=r"\(office-at-date, weekday, .*, altered-quotation\)"):
        parse_checks("spelling")


@given(st.lists(st.sampled_from([*SEVERITIES, *RULES, *(f"-{rule}" for rule in RULES)])))
def test_any_severities_and_rules_make_a_choice(words):
    assert set(parse_checks(",".join(words)).severities) <= set(SEVERITIES)


# What it leaves


@pytest.mark.parametrize(
    ("value", "left"),
    [
        ("error,warning,note", ["weekday", "headline", "unnamed-source", "hearsay"]),
        ("note,-hearsay", ["unnamed-source"]),
        ("error,hearsay", []),
        ("hearsay,-hearsay", []),
        ("none", []),
    ],
)
def test_a_choice_leaves_what_it_names(value, left):
    assert chosen(value) == left


def test_checks_that_are_left_are_numbered_anew():
    record = parse_checks("note").applied(make_checked(*ALL))
    assert record.checks == (replace(SOURCE, id="k1"), replace(HEARSAY, id="k2"))


def test_a_record_of_which_all_is_left_is_the_same():
    record = make_checked(*ALL)
    assert parse_checks("error,warning,note").applied(record) is record


def test_nothing_but_the_checks_of_a_record_is_changed():
    record = make_checked(*ALL)
    assert replace(parse_checks("none").applied(record), checks=ALL) == record


# What is grave


@pytest.mark.parametrize(
    ("checks", "least", "expected"),
    [
        ((WEEKDAY,), "note", True),
        ((TOLL,), "error", False),
        ((TOLL,), "warning", True),
        ((SOURCE,), "warning", False),
        ((SOURCE, TOLL), "warning", True),
        ((), "note", False),
    ],
)
def test_a_record_is_grave_where_a_check_is_so_or_graver(checks, least, expected):
    assert is_grave(make_checked(*checks), least) is expected
