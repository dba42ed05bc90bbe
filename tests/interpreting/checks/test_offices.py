"""Office at date: titles with the names of people who held the office at another time."""

from __future__ import annotations

import pytest
from case_samples import read

from onrecord.interpreting.checks.case import Case
from onrecord.interpreting.checks.offices import check_offices

MARCH_2025 = "2025-03-05"  # a Wednesday
SAID = "said on Monday that the harbour would open"


def offices(reader, text, published=MARCH_2025):
    """The severity and the words of each finding."""
    found = read(reader, "office-at-date", text, published=published)
    return [(check.severity, *(span.surface for span in check.spans)) for check in found]


def only(reader, text, published=MARCH_2025):
    (check,) = read(reader, "office-at-date", text, published=published)
    return check


# Titles of those who have left the office


@pytest.mark.parametrize(
    "titled",
    [
        "Prime Minister Boris Johnson",
        "French President Nicolas Sarkozy",
    ],
)
def test_a_title_of_long_ago_told_as_a_present_one_is_an_error(reader, titled):
    assert offices(reader, f"{titled} {SAID}.") == [("error", titled)]


def test_the_evidence_is_the_term_with_its_source(reader):
    check = only(reader, f"Prime Minister Boris Johnson {SAID}.")
    told = "Boris Johnson was Prime Minister of the United Kingdom from 24 July 2019 to 6 September 2022 ("
    assert check.evidence.startswith(told)


def test_the_message_tells_the_title_and_the_day(reader):
    check = only(reader, f"Prime Minister Boris Johnson {SAID}.")
    told = "“Prime Minister Boris Johnson”: Boris Johnson no longer held that office on 5 March 2025."
    assert check.message == told


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Boris Johnson will come to Ardale.",
        "Prime Minister Boris Johnson arrived in Ardale on Tuesday.",
    ],
)
def test_the_present_tense_or_a_day_of_the_week_makes_it_news(reader, text):
    assert offices(reader, text) == [("error", "Prime Minister Boris Johnson")]


def test_a_surname_that_the_article_tells_the_name_of_is_enough(reader):
    text = f"Boris Johnson came to Ardale. Prime Minister Johnson {SAID}."
    assert offices(reader, text) == [("error", "Prime Minister Johnson")]


@pytest.mark.parametrize(
    ("published", "titled"),
    [
        ("2025-03-05", "Prime Minister Rishi Sunak"),
        ("2025-06-04", "German Chancellor Olaf Scholz"),
    ],
)
def test_a_title_of_a_head_of_government_or_state_may_be_kept_for_a_year(reader, published, titled):
    check = only(reader, f"{titled} {SAID}.", published)
    assert check.severity == "warning"
    assert check.message.endswith(", though the title may be kept as a courtesy.")


@pytest.mark.parametrize("titled", ["President Joe Biden", "President Barack Obama"])
def test_a_president_of_the_united_states_keeps_the_title_for_good(reader, titled):
    check = only(reader, f"{titled} {SAID}.")
    assert (check.severity, check.message.endswith(", though the title is kept as a courtesy.")) == ("warning", True)


def test_another_title_is_not_kept_as_a_courtesy(reader):
    check = only(reader, f"German Foreign Minister Annalena Baerbock {SAID}.", "2025-06-04")
    assert (check.severity, "courtesy" in check.message) == ("warning", False)


def test_what_nobody_verified_is_no_error(reader):
    check = only(reader, f"Secretary of State Antony Blinken {SAID}.")
    assert (check.severity, check.evidence[-13:]) == ("warning", "(unverified).")


# Titles of those who hold the office, or held it on the day


@pytest.mark.parametrize(
    ("published", "titled"),
    [
        ("2021-03-05", "Prime Minister Boris Johnson"),
        ("2019-03-05", "President Donald Trump"),
        ("2016-03-05", "Vice President Joe Biden"),
        ("2025-03-13", "Canadian Prime Minister Justin Trudeau"),
    ],
)
def test_a_title_that_was_held_on_the_day_is_right(reader, published, titled):
    assert offices(reader, f"{titled} {SAID}.", published) == []


# Titles of those who were yet to come


def test_a_title_before_its_time_is_an_error(reader):
    text = "Chancellor Friedrich Merz spoke on Monday."
    assert offices(reader, text, "2024-06-04") == [("error", "Chancellor Friedrich Merz")]


@pytest.mark.xfail(strict=True, reason="any “would” in the sentence counts")
def test_what_would_be_in_the_words_that_somebody_says_makes_no_title_imagined(reader):
    text = f"Chancellor Friedrich Merz {SAID}."
    assert offices(reader, text, "2024-06-04") == [("error", "Chancellor Friedrich Merz")]


def test_a_title_before_its_time_is_told_as_such(reader):
    check = only(reader, "Chancellor Friedrich Merz spoke on Monday.", "2024-06-04")
    assert check.message.endswith("Friedrich Merz did not hold that office on 4 June 2024, but later.")


@pytest.mark.parametrize(
    "text",
    [
        "A future Chancellor Friedrich Merz would be strict, bakers said on Monday.",
        "If Chancellor Friedrich Merz comes, bread could be dear, bakers said on Monday.",
        "Friedrich Merz, a candidate for chancellor, spoke on Monday.",
    ],
)
def test_a_title_that_is_only_imagined_is_none(reader, text):
    assert offices(reader, text, "2024-06-04") == []


def test_who_is_elected_does_not_hold_the_office_yet(reader):
    assert offices(reader, f"President-elect Donald Trump {SAID}.", "2024-12-04") == []


# "Former"


@pytest.mark.parametrize(
    "titled",
    [
        "Former President Donald Trump",
        "Former U.S. President Donald Trump",
        "Donald Trump, the former president",
    ],
)
def test_former_of_one_who_holds_the_office_is_an_error(reader, titled):
    comma = "," if titled.startswith("Donald") else ""
    assert offices(reader, f"{titled}{comma} {SAID}.") == [("error", titled)]


def test_former_before_a_surname_is_an_error(reader):
    text = f"Donald Trump came to Ardale. Former President Trump {SAID}."
    assert offices(reader, text) == [("error", "Former President Trump")]


@pytest.mark.parametrize(
    ("published", "titled"),
    [
        ("2024-01-05", "Former President Lula da Silva"),
        ("2025-03-13", "Former Prime Minister Justin Trudeau"),
    ],
)
def test_former_of_one_who_holds_it_again_or_still_is_an_error(reader, published, titled):
    assert offices(reader, f"{titled} {SAID}.", published) == [("error", titled)]


def test_the_message_of_a_former_tells_that_the_office_was_held(reader):
    check = only(reader, f"Former President Donald Trump {SAID}.")
    assert check.message == "“Former President Donald Trump”: Donald Trump held that office on 5 March 2025."


def test_the_evidence_of_a_former_is_the_running_term(reader):
    check = only(reader, f"Former President Donald Trump {SAID}.")
    assert check.evidence.startswith("Donald Trump was President of the United States from 20 January 2025 on (")


@pytest.mark.parametrize(
    ("published", "titled"),
    [
        ("2025-03-05", "Former President Joe Biden"),
        ("2023-03-05", "Former President Donald Trump"),
        ("2025-03-05", "Former Senator Marco Rubio"),
        ("2025-03-05", "Ex-Prime Minister Boris Johnson"),
        ("2025-03-05", "The one-time prime minister Boris Johnson"),
    ],
)
def test_former_of_one_who_left_the_office_is_right(reader, published, titled):
    assert offices(reader, f"{titled} {SAID}.", published) == []


def test_who_is_called_former_elsewhere_is_not_flagged_for_a_short_title(reader):
    text = f"Former Prime Minister Boris Johnson {SAID}. Prime Minister Boris Johnson {SAID}, too."
    assert offices(reader, text) == []


@pytest.mark.parametrize(
    "titled",
    [
        "The former prime minister Boris Johnson",
        "Britain’s former prime minister Boris Johnson",
        "The ousted Prime Minister Boris Johnson",
        "The late President Jacques Chirac",
    ],
)
def test_a_word_like_former_within_the_title_counts(reader, titled):
    assert offices(reader, f"{titled} {SAID}.") == []


@pytest.mark.parametrize(
    "titled",
    [
        "the former president Donald Trump",
        "the former French president Emmanuel Macron",
        "former prime minister Keir Starmer",
        "ex-President Donald Trump",
    ],
)
def test_former_in_any_writing_of_one_who_holds_the_office_is_an_error(reader, titled):
    assert [severity for severity, _ in offices(reader, f"On Monday {titled} spoke.")] == ["error"]


@pytest.mark.parametrize(
    "titled",
    [
        "Former Prime Minister and Foreign Secretary Boris Johnson",
        "Former Foreign Secretary and Prime Minister Boris Johnson",
    ],
)
def test_former_holds_for_all_titles_behind_it(reader, titled):
    assert offices(reader, f"{titled} {SAID}.") == []


@pytest.mark.parametrize(
    "text",
    [
        "In 2023, former President Donald Trump opened the bridge.",
        pytest.param(
            "The bridge, which former President Donald Trump opened in August 2023, fell on Monday.",
            marks=pytest.mark.xfail(strict=True, reason="only a year before the title is looked at"),
        ),
    ],
)
def test_former_told_of_a_year_when_it_was_so_is_right(reader, text):
    assert offices(reader, text) == []


def test_former_in_quoted_words_is_left_alone(reader):
    text = "“I met former President Donald Trump in Ardale,” the baker said on Monday."
    assert offices(reader, text) == []


# Other titles and other times


@pytest.mark.parametrize(
    "text",
    [
        "Then-President Joe Biden had signed it, clerks said on Monday.",
        "Deputy Prime Minister Boris Johnson spoke on Monday.",
        "A statue of Prime Minister Boris Johnson fell on Monday.",
        "Prime Minister Boris Johnson’s predecessor spoke on Monday.",
    ],
)
def test_another_title_or_another_s_is_left_alone(reader, text):
    assert offices(reader, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Prime Minister Boris Johnson signed the treaty in 2021.",
        "Under Prime Minister Boris Johnson, the canal was closed.",
        "Prime Minister Margaret Thatcher closed the mine.",
        "Decades ago Prime Minister Margaret Thatcher closed the mine, miners said on Monday.",
    ],
)
def test_what_is_told_of_another_time_is_left_alone(reader, text):
    assert offices(reader, text) == []


def test_what_somebody_says_now_of_what_had_been_is_left_alone(reader):
    text = "The guide said on Monday that Prime Minister Margaret Thatcher had closed the mine."
    assert offices(reader, text) == []


def test_quoted_words_are_left_alone(reader):
    assert offices(reader, "“Prime Minister Boris Johnson is in Ardale,” the baker said on Monday.") == []


@pytest.mark.parametrize("titled", ["President Ines Calder", "Prime Minister Johnson Teal", "Dr. Boris Johnson"])
def test_whoever_is_in_no_table_is_left_alone(reader, titled):
    assert offices(reader, f"{titled} {SAID}.") == []


@pytest.mark.parametrize("published", [None, "2025-03"])
def test_without_a_day_of_publication_nothing_is_found(published):
    text = "Prime Minister Boris Johnson spoke."
    assert list(check_offices(Case(text, "", published))) == []


def test_one_error_of_a_kind_is_told_once_for_each_person(reader):
    text = f"Prime Minister Boris Johnson {SAID}. Prime Minister Boris Johnson {SAID}. Chancellor Angela Merkel {SAID}."
    assert [words for _, words in offices(reader, text)] == ["Prime Minister Boris Johnson", "Chancellor Angela Merkel"]
