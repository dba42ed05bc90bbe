"""Parts that do not add up to their total."""

from __future__ import annotations

import pytest
from case_samples import evidence, find, flagged, read

from onrecord.interpreting.checks.sums import check_sums


def sums(text):
    return flagged(check_sums, text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The three firms employ 100, 200 and 300 people, 700 in total.", "100 + 200 + 300 = 600."),
        ("Ten people were on board: five women, three men and four children.", "5 + 3 + 4 = 12."),
        ("Twelve people (seven women and four men) were saved.", "7 + 4 = 11."),
        ("Twelve people — seven women and four men — were saved.", "7 + 4 = 11."),
        ("The council has 51 seats: 26 for the reds, 20 for the greens and 4 for the blues.", "26 + 20 + 4 = 50."),
        ("The red list with 30 seats and the green list with 20 seats together have 60 seats.", "30 + 20 = 50."),
        ("The ship carried 20 people, 12 men and 9 women.", "12 + 9 = 21."),
    ],
)
def test_parts_that_do_not_add_up_are_an_error(text, told):
    (finding,) = find(check_sums, text)
    assert (finding.severity, finding.evidence) == ("error", told)


def test_the_message_tells_the_total():
    (finding,) = find(check_sums, "There were 12,000 guests: 7,000 on Monday and 4,000 on Tuesday.")
    assert finding.message == "The parts do not add up to 12,000."


def test_the_words_are_the_total_and_its_parts():
    (found,) = sums("Five women and four men, ten people altogether, were saved.")
    assert [words.split()[0] for words in found] == ["error", "Five", "four", "ten"]


@pytest.mark.parametrize(
    "text",
    [
        "Five women, four men and two children, eleven people in all, were saved.",
        "Ten people were on board: five women, three men and two children.",
        "The red list with 30 seats and the green list with 20 seats together have 50 seats.",
    ],
)
def test_parts_that_add_up_are_right(text):
    assert sums(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were on board, including five women and three men.",
        "Ten people were on board: mostly five women and three men.",
        "Ten boats sank, four of them on Monday and three on Tuesday.",
        "Ten boats sank: four on Monday, three on Tuesday and at least two later.",
        "Ten boats sank: four on Monday, three of them at noon, and five on Tuesday.",
        "Twelve people, two women and three men, were saved.",
    ],
)
def test_parts_that_are_not_all_of_it_are_right(text):
    assert sums(text) == []


@pytest.mark.parametrize("about", ["About", "At least"])
def test_parts_of_a_rough_total_are_right(about):
    assert sums(f"{about} ten people were on board: five women and three men.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The fund of $10 million: $6 million for boats and $3 million for nets.",
        "There were 12,000 guests: 7,000 on Monday and 5,100 on Tuesday.",
    ],
)
def test_parts_that_may_have_been_rounded_are_right(text):
    assert sums(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The four children, aged 5, 7 and 9, were found.",
        "Velmora won 20-12 in 30 minutes, and 5 players were hurt.",
        "The price was 30 crowns in 2029, 20 crowns in 2030 and 40 crowns now.",
        "Three people were charged: two brothers and a cousin.",
    ],
)
def test_a_mere_list_is_left_alone(text):
    assert sums(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were on board, including five women, three men and three children.",
        "Three teachers, two students and two guards were hurt.",
    ],
)
def test_the_first_of_a_list_is_not_the_total_of_the_others(text):
    assert sums(text) == []


def test_the_first_of_a_list_behind_its_verb_is_not_the_total_of_the_others():
    assert sums("The sailors killed five women, three men and three children.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Five people were hurt: two in Arda, one in Ostrel and two in Velmora.",
        "Three people came: two men and one woman.",
    ],
)
def test_one_is_a_part_too(text):
    assert sums(text) == []


def test_one_that_is_missing_is_an_error():
    text = "Five people were hurt: two in Arda, one in Ostrel and one in Velmora."
    assert evidence(check_sums, text) == ["2 + 1 + 1 = 4."]


@pytest.mark.parametrize(
    "text",
    [
        "Of the 100 boats, 60 came back and the other 30 sank.",
        "Of its 100 boats, 60 came back, while the remaining 30 sank.",
    ],
)
def test_the_others_of_a_number_that_are_too_few_are_an_error(text):
    assert evidence(check_sums, text) == ["60 + 30 = 90."]


@pytest.mark.parametrize(
    "text",
    [
        "The 51-seat council is made up of 26 reds, 20 greens and 10 blues.",
        "The reds have 26, the greens 20 and the blues 10 in the 51-seat council.",
        "The 51-seat council has 26 reds, 20 greens and 10 blues.",
    ],
)
def test_more_seats_than_there_are_are_an_error(text):
    assert evidence(check_sums, text) == ["26 + 20 + 10 = 56."]


@pytest.mark.parametrize(("left", "found"), [(20, ["20 + 20 = 40."]), (30, [])])
def test_what_is_left_may_stand_in_a_sentence_of_its_own(left, found):
    text = f"Twenty of the 50 boats came back. The remaining {left} boats sank."
    assert evidence(check_sums, text) == found


def test_the_others_of_a_number_are_right():
    assert sums("Of the 100 boats, 60 came back and the other 40 sank.") == []


def test_a_total_of_so_many_is_a_sum():
    assert evidence(check_sums, "Five women and four men, a total of ten, were saved.") == ["5 + 4 = 9."]


def test_for_a_total_of_so_many_is_a_sum():
    assert evidence(check_sums, "Five women and four men, for a total of ten, came.") == ["5 + 4 = 9."]


# A toll in a sentence of its own


def test_the_dead_by_kind_are_held_against_the_toll_told_before():
    text = "Ten people were killed in the flood. The dead were five women and three men."
    assert evidence(check_sums, text) == ["5 + 3 = 8."]


@pytest.mark.parametrize(
    "text",
    [
        "Ten people were killed in the flood. The dead were five women and five men.",
        "Ten people were killed in the flood. The dead included five women and three men.",
        "At least ten people were killed in the flood. The dead were five women and three men.",
        "Ten people were killed in Arda and two killed in Ostrel. The dead were seven women and three men.",
        "Ten people were injured in the flood. The dead were five women and three men.",
    ],
)
def test_the_dead_by_kind_that_fit_or_are_not_all_are_right(text):
    assert sums(text) == []


# Parts and totals in two sentences, and names


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "All 50 members were there. In the end 30 voted for it, 15 voted against and 10 abstained.",
            "30 + 15 + 10 = 55.",
        ),
        (
            "The town got $90 million. Of that sum, $50 million is for boats and $60 million for nets.",
            "50,000,000 + 60,000,000 = 110,000,000.",
        ),
        ("Arda has 30 boats and Ostrel 20 boats. That makes 60 boats.", "30 + 20 = 50."),
        ("The team won 5 of their 10 games, drew 3 and lost 1.", "5 + 3 + 1 = 9."),
        ("The team played 10, with 5 wins, 3 draws and 1 defeat.", "5 + 3 + 1 = 9."),
        ("There were 20 people, of whom 12 were women and 9 were men.", "12 + 9 = 21."),
    ],
)
def test_votes_uses_and_results_that_do_not_add_up_are_an_error(text, told):
    assert evidence(check_sums, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "All 50 members were there. In the end 30 voted for it, 15 voted against and 5 abstained.",
        "The town got $90 million. Of that sum, $50 million is for boats and $30 million for nets.",
        "Arda has 30 boats and Ostrel 20 boats. That makes 50 boats.",
        "There were 20 people, of whom 12 were women and 8 were men.",
    ],
)
def test_votes_uses_and_results_that_add_up_or_leave_a_rest_are_right(text):
    assert sums(text) == []


def test_people_of_whom_some_kind_is_not_told_are_right():
    assert sums("There were 20 people, of whom 12 were women and 7 were children.") == []


def test_parts_joined_by_and_twice_are_all_counted():
    assert sums("Arda has 3 boats and Ostrel 2, and 4 more lie in Velmora, 9 in all.") == []


def test_names_that_are_fewer_than_told_are_an_error():
    text = "Four women, Ann Bee, Ines Calder and Mara Lind, were freed."
    assert sums(text) == [("error", "Four", "Ann Bee, Ines Calder and Mara Lind")]


@pytest.mark.parametrize(
    "text",
    [
        "Three women, Ann Bee, Ines Calder and Mara Lind, were freed.",
        "Three brothers, Jon Ek and Ola Ek among them, were freed.",
        "Three people, Ann Bee and her two sons, were freed.",
    ],
)
def test_as_many_names_as_told_or_only_some_are_right(text):
    assert sums(text) == []


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = "The ferry carried ten people: five women, three men and four children, the harbour master said."
    assert [check.evidence for check in read(reader, "arithmetic", text)] == ["5 + 3 + 4 = 12."]
