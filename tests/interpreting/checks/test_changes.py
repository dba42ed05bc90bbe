"""Changes against the two numbers that they are between."""

from __future__ import annotations

import pytest
from case_samples import evidence, find, flagged, read

from onrecord.interpreting.checks.changes import check_changes


def changes(text):
    return flagged(check_changes, text)


# Percentages


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose by 20 percent to 150 tons from 100 tons.",
        "Exports rose by 20 percent from 100 tons to 150 tons.",
        "Exports rose from 100 tons to 150 tons, an increase of 20 percent.",
        "Exports rose to 150 tons from 100 tons, a rise of 20 percent.",
        "Exports were 150 tons compared with 100 tons in 2029, a rise of 20 percent.",
        "Exports were 150 tons, 20 percent more than the 100 tons of 2029.",
        "Exports were 150 tons, up 20 percent from 100 tons.",
        "A 20 percent rise, from 100 tons to 150 tons, was told.",
    ],
)
def test_a_change_that_does_not_fit_its_two_numbers_is_an_error(text):
    (finding,) = find(check_changes, text)
    assert (finding.severity, finding.evidence) == ("error", "From 100 to 150 is 50 percent.")


def test_a_change_between_two_years_that_does_not_fit_is_an_error():
    text = "Exports were 100 tons in 2029 and 150 tons in 2030, an increase of 20 percent."
    assert evidence(check_changes, text) == ["From 100 to 150 is 50 percent."]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Exports fell by 30 percent from 100 tons to 50 tons.", "From 100 to 50 is 50 percent."),
        ("Bread rose 40 percent, from 2.50 crowns to 3.00 crowns.", "From 2.5 to 3 is 20 percent."),
        (
            "Sales rose from $110 million to $150 million, a jump of 20%.",
            "From 110,000,000 to 150,000,000 is 36.4 percent.",
        ),
    ],
)
def test_the_evidence_is_the_change_that_it_was(text, told):
    assert evidence(check_changes, text) == [told]


def test_the_words_are_the_change_and_both_numbers():
    (found,) = changes("Exports rose by 20 percent to 150 tons from 100 tons.")
    assert [words.split()[0] for words in found] == ["error", "20", "150", "100"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Exports rose by 50 percent to 150 tons from 100 tons.", id="a rise"),
        pytest.param("Exports rose from 100 tons to 150 tons, or 50 percent.", id="behind"),
        pytest.param("Exports rose 36 percent from $1.2 billion to $1.6 billion.", id="more by rounding"),
        pytest.param(
            "Exports fell 50 percent, from 200 to 100, and imports rose 20 percent, from 100 to 120.", id="two"
        ),
    ],
)
def test_a_change_that_fits_is_right(text):
    assert changes(text) == []


@pytest.mark.parametrize("about", ["about", "at least"])
def test_a_change_of_about_so_much_is_right(about):
    assert changes(f"Exports rose by {about} 45 percent from 100 tons to 150 tons.") == []


def test_a_change_between_rough_numbers_is_left_alone():
    assert changes("Exports rose by 20 percent from about 100 tons to 150 tons.") == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The share rose by 5 percent from 20 percent to 25 percent.", id="points"),
        pytest.param("Sales rose 20 percent from January to March.", id="between months"),
        pytest.param("Exports rose by 20 percent. They went from 100 tons to 150 tons.", id="in two sentences"),
        pytest.param("Exports rose by 20 percent; imports went from 100 tons to 150 tons.", id="in two clauses"),
    ],
)
def test_what_is_no_change_between_two_numbers_is_left_alone(text):
    assert changes(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Exports rose by 20 percent, and imports fell from 100 tons to 50 tons.",
        "Prices rose by 20 percent and wages from 100 crowns to 150 crowns.",
    ],
)
def test_numbers_of_another_thing_are_left_alone(text):
    assert changes(text) == []


@pytest.mark.xfail(strict=True, reason="which way it went is not looked at")
@pytest.mark.parametrize(
    "text",
    ["Exports rose by 50 percent from 100 tons to 50 tons.", "Exports fell by 50 percent from 100 tons to 150 tons."],
)
def test_a_change_the_other_way_is_an_error(text):
    assert [severity for severity, *_ in changes(text)] == ["error"]


# Multiples


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The number of boats doubled from 100 to 150.", "150 is 1.5 times 100."),
        ("The number of boats has doubled since 2020, from 100 to 150.", "150 is 1.5 times 100."),
        ("The number of boats tripled to 150 from 100.", "150 is 1.5 times 100."),
        ("The number of boats halved from 100 to 80.", "80 is 0.8 times 100."),
        ("The number of boats grew fourfold from 100 to 300.", "300 is 3 times 100."),
        ("The catch was 300 tons, twice as much as the 200 tons of last year.", "300 is 1.5 times 200."),
    ],
)
def test_a_multiple_that_does_not_fit_is_an_error(text, told):
    (finding,) = find(check_changes, text)
    assert (finding.severity, finding.evidence) == ("error", told)


@pytest.mark.parametrize(
    "text",
    [
        "The number of boats doubled from 100 to 240.",
        "The number of boats halved from 100 to 50.",
        "The number of boats more than doubled from 100 to 280.",
        "The number of boats doubled from about 100 to 150.",
        "The number of boats doubled in a decade.",
    ],
)
def test_a_multiple_that_fits_or_is_rough_is_right(text):
    assert changes(text) == []


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = "Exports of grain rose by 20 percent last year to 150 tons from 100 tons, the harbour master said."
    assert [check.severity for check in read(reader, "arithmetic", text)] == ["error"]
