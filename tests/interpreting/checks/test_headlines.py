"""Numbers and names of the headline that the text does not have."""

from __future__ import annotations

import pytest
from case_samples import make_case, read

from onrecord.interpreting.checks.headlines import check_headline

BODY = (
    "Drones struck the port of Ostrel in the night, and {toll} were killed, the mayor said on Monday. Dockers had been "
    "at work on the northern quay, where a ship from Velmora lay with a load of grain. Fire burned until the morning, "
    "and the quay is closed. Ines Calder, the harbour minister, came to see the damage and promised help. "
    "“We will build it again,” she said. The council of Arda sent doctors, and a school was opened for the homeless."
)


def headline(title, *, toll="twelve people", more=""):
    """The words of the title that are flagged."""
    text = BODY.format(toll=toll) + more
    findings = list(check_headline(make_case(text, title=title)))
    assert {finding.severity for finding in findings} <= {"warning"}
    return [title[start:end] for finding in findings for start, end in finding.title_spans]


# Tolls and other numbers


@pytest.mark.parametrize(
    "title",
    [
        "Drones kill 15 in Ostrel port",
        "15 dead after drones strike Ostrel port",
    ],
)
def test_a_toll_that_is_none_of_the_text_s_is_a_warning(title):
    assert set(headline(title)) == {"15"}


def test_a_wrong_number_is_told_once():
    assert headline("Drones kill 15 in Ostrel port") == ["15"]


def test_a_toll_in_words_is_held_against_the_text():
    assert headline("Drones kill two in Ostrel port") == ["two"]


def test_the_evidence_of_a_toll_is_the_text_s_number():
    case = make_case(BODY.format(toll="twelve people"), title="Drones kill two in Ostrel port")
    (finding,) = check_headline(case)
    assert finding.evidence == "In the text: twelve people."


def test_the_finding_of_a_toll_points_into_the_text_too():
    text = BODY.format(toll="twelve people")
    (finding,) = check_headline(make_case(text, title="Drones kill two in Ostrel port"))
    assert [text[start:end] for start, end in finding.spans] == ["twelve people"]


@pytest.mark.parametrize(
    ("title", "toll"),
    [
        ("Drones kill 12 in Ostrel port", "twelve people"),
        ("Drones kill 24 in Ostrel port", "twenty-four people"),
        ("Drones kill dozens in Ostrel port", "forty people"),
        ("Drones kill 15 in Ostrel port", "between 12 and 15 people"),
        ("Drones wound 12 in Ostrel port", "twelve people"),
    ],
)
def test_a_toll_that_the_text_has_or_may_mean_is_right(title, toll):
    assert headline(title, toll=toll) == []


def test_a_toll_may_be_rounded_in_the_headline():
    assert headline("Drones kill 1,200 in Ostrel port", toll="1,187 people") == []


def test_a_number_that_stands_nowhere_in_the_text_is_a_warning():
    assert headline("A fleet of 40 drones strikes port") == ["40"]


def test_the_message_of_a_number_has_it():
    (finding,) = check_headline(make_case(BODY.format(toll="twelve people"), title="40 drones strike port"))
    assert finding.message == "The headline’s 40 stands nowhere in the text."


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Five drones strike the port of Ostrel", id="a word"),
        pytest.param("Drones strike port for 3rd time", id="an ordinal"),
        pytest.param("In 2031 drones strike the port", id="a year"),
        pytest.param("Drones cost port 2.5 million crowns", id="a small number of millions"),
        pytest.param("MK-40 drones strike the port", id="part of a name"),
        pytest.param("Drones strike at 10:30 in port", id="a time of day"),
    ],
)
def test_a_number_that_headlines_have_of_their_own_is_left_alone(title):
    assert headline(title) == []


@pytest.mark.parametrize(
    ("title", "more"),
    [
        ("A fleet of 40 drones strikes port", " Forty drones came."),
        ("Drones cost port 250m crowns", " The damage is 250,000,000 crowns."),
        ("Drones cost port 250,000 crowns", " The damage is 248,700 crowns."),
    ],
)
def test_a_number_that_the_text_tells_otherwise_is_right(title, more):
    assert headline(title, more=more) == []


# Names


@pytest.mark.parametrize(
    ("title", "name"),
    [("Drones strike the port of Tessen at night", "Tessen"), ("Drones strike port, says Caldor of harbour", "Caldor")],
)
def test_a_name_that_stands_nowhere_in_the_text_is_a_warning(title, name):
    assert headline(title) == [name]


def test_the_message_of_a_name_has_it():
    case = make_case(BODY.format(toll="twelve people"), title="Drones strike the port of Tessen at night")
    (finding,) = check_headline(case)
    assert finding.message == "“Tessen” of the headline stands nowhere in the text."


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("Drones strike the port of Ostrel at night", id="a name of the text"),
        pytest.param("Tessen says drones struck the port", id="the first word"),
        pytest.param("Attack at night: Tessen strikes port again", id="the first word behind a colon"),
        pytest.param("Drones Strike The Port Of Tessen At Night", id="capitals everywhere"),
        pytest.param("Drones struck the French port at night", id="a people"),
        pytest.param("Drones struck, and the Ostrelians wept", id="a name that is bent"),
    ],
)
def test_a_name_that_the_text_has_or_that_capitals_do_not_tell_is_right(title):
    assert headline(title) == []


# What has no headline


def test_without_a_title_nothing_is_found():
    assert headline("") == []


def test_a_short_text_need_not_carry_its_headline():
    case = make_case("Drones killed twelve people in Ostrel on Monday.", title="Drones kill 15 in Tessen port")
    assert list(check_headline(case)) == []


def test_the_headline_does_not_bear_itself_out():
    title = "A fleet of 40 drones strikes port"
    text = f"{title}\n\n{BODY.format(toll='twelve people')}"
    assert len(list(check_headline(make_case(text, title=title)))) == 1


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = BODY.format(toll="twelve people")
    (check,) = read(reader, "headline", text, title="Drones strike the port of Tessen at night")
    assert (check.severity, [span.surface for span in check.title_spans]) == ("warning", ["Tessen"])
