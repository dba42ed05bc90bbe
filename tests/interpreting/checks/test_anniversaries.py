"""Anniversaries held against the years since the event."""

from __future__ import annotations

import pytest
from case_samples import evidence, find, flagged, noted, read

from onrecord.interpreting.checks.anniversaries import check_anniversaries


def anniversaries(text, **known):
    return flagged(check_anniversaries, text, **known)


def severities(text, **known):
    return [severity for severity, *_ in anniversaries(text, **known)]


@pytest.mark.parametrize(
    ("number", "event"),
    [
        ("40th", "4 March 1981"),
        ("51st", "March 1981"),
        ("40th", "1981"),
        ("fortieth", "4 March 1981"),
        ("two-year", "4 March 2030"),
        ("100th", "1831"),
    ],
)
def test_an_anniversary_with_another_number_is_an_error(number, event):
    assert severities(f"Velmora marked the {number} anniversary of the flood of {event}.") == ["error"]


def test_the_words_are_the_anniversary_and_the_date():
    (found,) = anniversaries("Velmora marked the 40th anniversary of the flood of 4 March 1981.")
    assert (found[1].startswith("40th anniversary"), found[2]) == (True, "4 March 1981")


def test_the_message_tells_both_numbers():
    (finding,) = find(check_anniversaries, "Velmora marked the 40th anniversary of the flood of 4 March 1981.")
    assert finding.message.endswith(": the event was 50 years ago, not 40.")


def test_the_evidence_tells_the_day_where_it_is_from_and_the_day_of_publication():
    text = "Velmora marked the 40th anniversary of the flood of 4 March 1981."
    told = "the event: 4 March 1981 (the article); published 5 March 2031."
    assert evidence(check_anniversaries, text) == [told]


@pytest.mark.parametrize(
    ("number", "event"),
    [
        ("50th", "4 March 1981"),
        ("50th", "1981"),
        ("one-year", "4 March 2030"),
        ("31st", "29 February 2000"),
        ("50th", "4 May 1981"),
    ],
)
def test_an_anniversary_with_the_right_number_is_a_note(number, event):
    text = f"Velmora marked the {number} anniversary of the flood of {event}."
    assert (anniversaries(text), len(noted(check_anniversaries, text))) == ([], 1)


def test_what_agrees_is_told_in_words():
    (finding,) = find(check_anniversaries, "Velmora marked the 1st anniversary of the flood of 4 March 2030.")
    assert finding.message == "It agrees: the event was a year ago."


def test_one_year_that_is_missed_is_told_in_the_singular():
    (finding,) = find(check_anniversaries, "Velmora marked the 2nd anniversary of the flood of 4 March 2030.")
    assert finding.message.endswith("the event was a year ago, not 2.")


@pytest.mark.parametrize(
    ("published", "number", "event"),
    [
        ("2031-01-02", "49th", "30 December 1981"),
        ("2031-12-30", "50th", "3 January 1982"),
    ],
)
def test_the_anniversary_nearest_to_publication_counts_over_a_year_s_end(published, number, event):
    text = f"Velmora marks the {number} anniversary of the flood of {event}."
    assert (anniversaries(text, published=published), len(noted(check_anniversaries, text, published=published))) == (
        [],
        1,
    )


def test_a_year_alone_may_be_out_by_one():
    assert anniversaries("Velmora marked the 49th anniversary of the flood of 1981.") == []


def test_a_number_of_two_words_is_read_whole():
    assert anniversaries("Velmora marked the twenty-fifth anniversary of the flood of 4 March 2006.") == []


# Where the date stands elsewhere


def test_the_date_may_stand_in_another_sentence():
    text = (
        "The trawler Marsh sank off Arda on 4 March 1981. "
        "On Wednesday divers met on the 40th anniversary of the sinking of the trawler."
    )
    assert [words[-1] for words in anniversaries(text)] == ["40th anniversary of"]


def test_the_right_number_of_a_date_in_another_sentence_is_a_note():
    text = (
        "The trawler Marsh sank off Arda on 4 March 1981. "
        "On Wednesday divers met on the 50th anniversary of the sinking of the trawler."
    )
    assert (anniversaries(text), len(noted(check_anniversaries, text))) == ([], 1)


def test_a_founding_in_another_sentence_is_what_a_firm_remembers():
    text = "The bakery was founded in 1951. On Sunday it celebrated its 70th anniversary."
    assert anniversaries(text) == [("error", "founded in 1951", "70th anniversary")]


def test_the_right_number_of_a_founding_is_a_note():
    text = "The bakery was founded in 1951. On Sunday it celebrated its 80th anniversary."
    assert noted(check_anniversaries, text) == [("founded in 1951", "80th anniversary")]


@pytest.mark.parametrize("whose", ["Its owners", "The couple who met there"])
def test_a_founding_is_not_what_others_remember(whose):
    assert anniversaries(f"The bakery was founded in 1951. {whose} celebrated their 20th anniversary on Sunday.") == []


# Events of the table


def test_an_event_of_the_table_that_nobody_verified_is_a_warning():
    text = "Veterans met on the 80th anniversary of the Normandy landings."
    assert severities(text, published="2031-06-05") == ["warning"]


def test_the_evidence_names_the_table():
    text = "Veterans met on the 80th anniversary of D-Day."
    told = "D-Day: 6 June 1944 (events.toml, unverified); published 5 June 2031."
    assert evidence(check_anniversaries, text, published="2031-06-05") == [told]


def test_the_right_number_of_an_event_of_the_table_is_a_note():
    text = "Veterans met on the 87th anniversary of D-Day."
    assert len(noted(check_anniversaries, text, published="2031-06-05")) == 1


def test_an_anniversary_far_from_its_day_is_left_alone():
    text = "Veterans met on the 80th anniversary of D-Day."
    assert anniversaries(text, published="2031-11-05") == []


# What is left alone


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In 2021 Velmora marked the 40th anniversary of the flood of 4 March 1981.", id="of another year"),
        pytest.param("The firm, founded in 1951, marked its 70th anniversary ten years ago.", id="years ago"),
        pytest.param("“It was the 40th anniversary of the flood of 4 March 1981,” she said.", id="quoted"),
        pytest.param("Velmora marked the anniversary of the flood of 4 March 1981.", id="without a number"),
        pytest.param("The bakers celebrated their 70th anniversary on Sunday.", id="of an unknown event"),
        pytest.param("It was founded in 1951. It danced on the 20th anniversary of the flood.", id="of another event"),
        pytest.param("They marked the 50th anniversary of the fire that hurt 1,981 people.", id="a number like a year"),
    ],
)
def test_other_anniversaries_are_left_alone(text):
    assert anniversaries(text) == []


def test_a_year_in_which_an_anniversary_was_held_is_not_that_of_the_event():
    assert anniversaries("The firm, founded in 1951, marked its 70th anniversary in 2021.") == []


def test_an_anniversary_that_is_planned_is_left_alone():
    assert anniversaries("The firm was founded in 1951. It plans a feast for its 100th anniversary.") == []


@pytest.mark.parametrize("published", [None, "2031-03"])
def test_without_a_day_of_publication_nothing_is_found(published):
    text = "Velmora marked the 40th anniversary of the flood of 4 March 1981."
    assert find(check_anniversaries, text, published=published) == []


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = "Velmora on Tuesday marked the 40th anniversary of the ferry disaster of 4 March 1981."
    assert [check.severity for check in read(reader, "anniversary", text)] == ["error"]
