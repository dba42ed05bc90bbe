"""Majorities and other numbers that are reckoned from two others."""

from __future__ import annotations

import pytest
from case_samples import evidence, flagged

from onrecord.interpreting.checks.differences import check_differences


def differences(text):
    return flagged(check_differences, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The law passed by 60 votes to 40, a majority of 30.", "60 − 40 = 20."),
        ("The council voted 27 to 24 for the quay, a margin of four votes.", "27 − 24 = 3."),
        ("Arvelle won 51 percent against 45 percent, a lead of 10 points.", "51 − 45 = 6."),
    ],
)
def test_a_majority_that_is_not_the_difference_is_an_error(text, told):
    assert ([severity for severity, *_ in differences(text)], evidence(check_differences, text)) == (["error"], [told])


@pytest.mark.parametrize(
    "text",
    [
        "The law passed by 60 votes to 40, a majority of 20.",
        "The law passed by about 60 votes to 40, a majority of 30.",
        "The law passed by 60 votes to 40. A majority of 30 was hoped for.",
    ],
)
def test_a_majority_that_is_the_difference_or_is_rough_is_right(text):
    assert differences(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Arda took in $50 million and spent $70 million, leaving a deficit of $10 million.",
            "70,000,000 − 50,000,000 = 20,000,000.",
        ),
        ("The catch was 300 tons, 50 more than the 200 of last year.", "300 − 200 = 100."),
        ("The rate fell to 5 percent from 7 percent, a drop of 3 percentage points.", "7 − 5 = 2."),
        ("The fleet grew; boats rose by 50, to 300, from 200.", "300 − 200 = 100."),
    ],
)
def test_a_difference_that_is_not_that_of_its_numbers_is_an_error(text, told):
    assert evidence(check_differences, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Arda took in $50 million and spent $70 million, leaving a deficit of $20 million.",
        "Arda took in $1.2 billion and spent $1.4 billion, leaving a deficit of $250 million.",
        "The catch was 300 tons, about 50 more than the 200 of last year.",
    ],
)
def test_a_difference_of_its_numbers_or_a_rough_one_is_right(text):
    assert differences(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The town bought 20 boats at $300 apiece, a deal worth $7,000.", "20 × 300 = 6,000."),
        ("It bought 12 boats for $20,000 each, a total of $340,000.", "12 × 20,000 = 240,000."),
        ("The town built 300 houses in the past 3 years, 50 a year on average.", "300 ÷ 3 = 100."),
    ],
)
def test_a_product_or_an_average_that_is_not_that_of_its_numbers_is_an_error(text, told):
    assert evidence(check_differences, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The town bought 20 boats at $300 apiece, a deal worth $6,000.",
        "It bought 12 boats for $20,000 each, a total of $240,000.",
        "The town built 300 houses in the past 3 years, 100 a year on average.",
    ],
)
def test_a_product_or_an_average_of_its_numbers_is_right(text):
    assert differences(text) == []
