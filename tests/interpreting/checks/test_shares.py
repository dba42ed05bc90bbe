"""Shares of a whole that are too large, or that their numbers contradict."""

from __future__ import annotations

import pytest
from case_samples import evidence, find, flagged, read

from onrecord.interpreting.checks.shares import check_shares


def shares(text):
    return flagged(check_shares, text)


# More than the whole


@pytest.mark.parametrize("text", ["The list got 120 percent of the votes.", "Turnout was 120% of registered voters."])
def test_a_share_of_more_than_all_is_an_error(text):
    assert evidence(check_shares, text) == ["A whole is 100 percent."]


@pytest.mark.parametrize(
    "text",
    ["The list got 100 percent of the votes.", "Output was 120 percent of the plan.", "Prices rose by 120 percent."],
)
def test_all_of_a_whole_or_more_than_a_plan_is_right(text):
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The reds got 45 percent of the vote, the greens 35 percent and the blues 30 percent.",
        "The reds got 45 percent of the vote. The greens got 35 percent and the blues 30 percent.",
        "Of those asked, 45 percent like tea, 35 percent like rum and 30 percent are undecided.",
        "Each could name one thing. In the poll 45 percent named rent, 35 percent bread and 30 percent fuel.",
    ],
)
def test_parts_of_a_whole_that_sum_to_more_than_all_are_an_error(text):
    (finding,) = find(check_shares, text)
    assert (finding.severity, finding.evidence) == ("error", "45 + 35 + 30 = 110.")


def test_the_message_tells_the_sum():
    (finding,) = find(
        check_shares, "The reds got 45 percent of the vote, the greens 35 percent and the blues 30 percent."
    )
    assert finding.message == "The shares sum to 110 percent."


def test_the_words_are_all_the_shares():
    found = shares("The reds got 45 percent of the vote, the greens 35 percent and the blues 30 percent.")
    assert found == [("error", "45 percent", "35 percent", "30 percent")]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The reds got 45 percent of the vote, the greens 35 percent and the blues 20 percent.", id="all"),
        pytest.param("The reds got 45.4% of the vote, the greens 35.4% and the blues 20.4%.", id="rounded up"),
        pytest.param(
            "In the poll 45 percent named rent, 35 percent bread and 30 percent fuel; several answers were allowed.",
            id="several answers",
        ),
        pytest.param(
            "Those asked could give more than one answer. In the poll 45 percent named rent, 35 percent bread and "
            "30 percent neither.",
            id="several answers, told before",
        ),
        pytest.param("In the poll 45 percent named rent, 35 percent bread and 30 percent fuel.", id="perhaps several"),
        pytest.param(
            "The reds got 45 percent of the vote, up from 35 percent in 2027 and 30 percent in 2023.", id="compared"
        ),
        pytest.param(
            "The reds got 45 percent of the vote and the greens 35 percent, on a turnout of 70 percent.", id="turnout"
        ),
        pytest.param("Some 40 percent of women, 50 percent of men and 30 percent of children slept.", id="of others"),
    ],
)
def test_parts_that_may_be_or_need_not_be_of_one_whole_are_right(text):
    assert shares(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The reds got 45 percent of the vote in Arda, 35 percent in Ostrel and 30 percent in Velmora.",
        "The reds got 60 percent of the vote. In Arda they got 30 percent and in Ostrel 40 percent.",
        "In the poll, 48 percent of women and 40 percent of men like tea and 30 percent are undecided.",
    ],
)
def test_parts_of_several_wholes_are_right(text):
    assert shares(text) == []


def test_those_against_are_a_part_too():
    text = "In the poll 45 percent were for the quay, 35 percent against it and 30 percent undecided."
    assert evidence(check_shares, text) == ["45 + 35 + 30 = 110."]


# Fractions


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("A third of its 90 boats, 40, were lost.", "40 of 90 is 44.4 percent."),
        ("Two-thirds of the 90 boats, or 50, were lost.", "50 of 90 is 55.6 percent."),
        ("Twenty percent of the 500 voters, or 150, stayed home.", "150 of 500 is 30 percent."),
        ("Of the 500 voters, 150, or 20 percent, stayed home.", "150 of 500 is 30 percent."),
        ("One in five voters stayed home: 150 of the 500.", "150 of 500 is 30 percent."),
        ("In all 150, or 20 percent of the 500 voters, stayed home.", "150 of 500 is 30 percent."),
    ],
)
def test_a_fraction_that_its_numbers_contradict_is_an_error(text, told):
    (finding,) = find(check_shares, text)
    assert (finding.severity, finding.evidence) == ("error", told)


@pytest.mark.parametrize(
    "text",
    [
        "Half of its 13 boats, or 6, were lost.",
        "One in five voters stayed home: 100 of the 500.",
        "Twenty percent of the 500 voters, or 100, stayed home.",
        "Half of the 90 boats, built in 2020, were lost.",
        "Half of the 90 boats were lost. In all 12 came back.",
    ],
)
def test_a_fraction_that_its_numbers_bear_out_is_right(text):
    assert shares(text) == []


@pytest.mark.parametrize("about", ["About", "More than"])
def test_about_a_fraction_is_right(about):
    assert shares(f"{about} half of the 90 boats, or 40, were lost.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Half of the 90 boats, 12 of them new, were lost.",
        "Half of the 90 boats, 12 meters long, were lost.",
    ],
)
def test_a_number_of_something_else_behind_a_fraction_is_right(text):
    assert shares(text) == []


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = "A third of the 90 boats, or 40, were lost in the storm, the harbour master said."
    assert [check.severity for check in read(reader, "arithmetic", text)] == ["error"]
