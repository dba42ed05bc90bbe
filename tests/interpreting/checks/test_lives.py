"""Ages, deaths and stretches of years against the years beside them."""

from __future__ import annotations

import re

import pytest
from case_samples import DAY, evidence, flagged, make_case, read

from onrecord.interpreting.checks.lives import check_lives
from onrecord.records import Entity, Mention, Span


def lives(text, **known):
    return flagged(check_lives, text, **known)


# Deaths


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder, born in 1950 in Arda, died there in 1940.",
        "The painter Ines Calder (1950–1940) lived in Arda.",
    ],
)
def test_a_death_before_the_birth_is_an_error(text):
    assert lives(text) == [("error", "1950", "1940")]


def test_a_life_that_begins_a_sentence_is_known():
    assert lives("Born in 1950, Calder died in 1940.") == [("error", "1950", "1940")]


def test_the_evidence_of_a_death_before_the_birth_is_the_difference():
    assert evidence(check_lives, "The painter (1950–1940) lived in Arda.") == ["1940 is 10 years before 1950."]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder, born in 1950 in Arda, died there in 2020.",
        "The painter Ines Calder (1950–2020) lived in Arda.",
        "Ines Calder was born in 1950; her father died in 1940.",
        "He lived at 1950-1940 Harbour Road.",
    ],
)
def test_a_death_after_the_birth_or_of_another_is_right(text):
    assert lives(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Her daughter was born in 1950, and her husband died in 1940.",
        "Ines Calder was born in 1950, ten years after her father died in 1940.",
    ],
)
def test_a_death_of_another_in_the_same_sentence_is_right(text):
    assert lives(text) == []


# Firms


def test_an_end_before_the_founding_is_an_error():
    assert lives("The bakery was founded in 1951 and closed in 1941.") == [("error", "1951", "1941")]


def test_an_end_after_the_founding_is_right():
    assert lives("The bakery was founded in 1951 and closed in 1991.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The bakery, founded in 1951, replaced one that closed in 1941.",
        "The bakery was founded in 1951 by a man whose shop had closed in 1941.",
    ],
)
def test_an_end_of_another_firm_is_right(text):
    assert lives(text) == []


# Days between two dates


def test_days_that_are_not_those_between_two_dates_are_an_error():
    text = "The ferry sank on 3 March 2031, ten days after the storm of 1 March 2031."
    assert (lives(text), evidence(check_lives, text)) == (
        [("error", "ten days after")],
        ["From 1 March 2031 to 3 March 2031 are 2 days."],
    )


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on 3 March 2031, two days after the storm of 1 March 2031.",
        "The strike lasted four weeks, from 1 February 2031 to 3 March 2031.",
    ],
)
def test_days_or_weeks_between_two_dates_are_right(text):
    assert lives(text) == []


# Stretches


@pytest.mark.parametrize(
    "text",
    [
        "He was mayor for 20 years, from 1970 to 1980.",
        "He was mayor from 1970 until 1980, or 20 years.",
        "The war was fought from 1970 to 1980, a 20-year struggle.",
        "The war was fought between 1970 and 1980, a 20-year struggle.",
    ],
)
def test_a_stretch_of_another_number_of_years_is_an_error(text):
    (found,) = lives(text)
    assert (found[0], sorted(found[1:])) == ("error", ["1970", "1980", "20"])


def test_a_number_of_years_may_be_in_words():
    (found,) = lives("He was mayor for twenty-five years, from 1970 to 1980.")
    assert found[1:] == ("twenty-five", "1970", "1980")


def test_the_evidence_of_a_stretch_is_the_difference():
    assert evidence(check_lives, "He was mayor for 20 years, from 1970 to 1980.") == ["1980 − 1970 = 10."]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("He was mayor for ten years, from 1970 to 1980.", id="right"),
        pytest.param("He was mayor for nine years, from 1970 to 1980.", id="neither first nor last counted"),
        pytest.param("He was mayor for some years, from 1970 to 1980.", id="no number"),
    ],
)
def test_a_stretch_of_its_number_of_years_or_of_none_is_right(text):
    assert lives(text) == []


@pytest.mark.parametrize(
    "text",
    ["The war lasted about 14 years, from 1970 to 1982.", "The war lasted more than 20 years, from 1970 to 1995."],
)
def test_a_stretch_of_about_a_number_of_years_is_right(text):
    assert lives(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "He was in prison for two years, and from 1970 to 1980 was mayor.",
        "He was mayor from 1970 to 1980 and spent 20 years at sea.",
        "After three years in prison he was mayor from 1970 to 1980.",
        "He was mayor from 1970 to 1980 and lived in Arda for 20 years.",
    ],
)
def test_years_of_something_else_are_right(text):
    assert lives(text) == []


def test_years_of_two_stretches_together_are_right():
    assert lives("He was mayor for 20 years, from 1970 to 1980 and from 1990 to 2000.") == []


@pytest.mark.parametrize("told", ["since 2001, for 20 years", "for 20 years, since 2001"])
def test_years_up_to_publication_that_do_not_fit_are_an_error(told):
    assert (lives(f"The bakery has stood there {told}."), evidence(check_lives, f"It has stood {told}.")) == (
        [("error", told)],
        ["2031 − 2001 = 30."],
    )


@pytest.mark.parametrize("told", ["since 2001, for 30 years", "for years, since 2001"])
def test_years_up_to_publication_that_fit_are_right(told):
    assert lives(f"The bakery has stood there {told}.") == []


def test_years_up_to_an_unknown_day_of_publication_are_left_alone():
    assert lives("The bakery has stood there for 20 years, since 2001.", published=None) == []


# Ages: published in March 2031


def person(number, text, *mentions):
    """Somebody with mentions at each place of some words; the longest of words that overlap counts."""
    form = {"His": "pronoun", "She": "pronoun", "He": "pronoun"}
    spans, taken = [], set()
    for words in mentions:
        for match in re.finditer(rf"\b{words}\b", text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                spans.append(Mention(Span.of(text, *match.span()), form.get(words, "name")))
    return Entity(f"e{number}", mentions[0], "person", mentions=tuple(sorted(spans, key=lambda one: one.span.start)))


def ages(text, *, published=DAY):
    """What is found where Ines Calder and Jon Ek are known."""
    known = (person(1, text, "Ines Calder", "Calder", "She"), person(2, text, "Jon Ek", "Ek", "He"))
    case = make_case(text, published=published, entities=known)
    return [(finding.severity, *sorted(text[a:b] for a, b in finding.spans)) for finding in check_lives(case)]


def only_age(text):
    """The one finding in a text about Ines Calder."""
    (finding,) = check_lives(make_case(text, entities=(person(1, text, "Ines Calder", "Calder", "She"),)))
    return finding


@pytest.mark.parametrize(
    "told",
    ["Calder, 60, paints ships.", "Calder, who is 60, paints ships.", "Calder, a 60-year-old painter, lives there."],
)
def test_an_age_that_does_not_fit_the_year_of_birth_is_an_error(told):
    assert ages(f"Ines Calder was born in Arda in 1950. {told}") == [("error", "1950", "60")]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder was born in Arda in 1950 and married in 1970 at 30.",
        "Ines Calder was born in Arda in 1950 and married in 1970, aged 30.",
    ],
)
def test_an_age_in_a_year_that_does_not_fit_is_an_error(text):
    assert ages(text) == [("error", "1950", "30")]


@pytest.mark.parametrize("age", [19, 20])
def test_an_age_in_a_year_that_fits_is_right(age):
    assert ages(f"Ines Calder was born in Arda in 1950 and married in 1970 at {age}.") == []


def test_an_age_at_death_that_does_not_fit_is_an_error():
    text = "Ines Calder died on Sunday. She was 60.\n\nCalder was born in Arda in 1950."
    assert ages(text) == [("error", "1950", "60")]


def test_the_evidence_of_an_age_is_the_difference():
    finding = only_age("Ines Calder was born in Arda in 1950. Calder, 60, paints ships.")
    assert finding.evidence == "2031 − 1950 = 81."


def test_the_message_of_an_age_tells_the_year_of_birth():
    finding = only_age("Ines Calder was born in Arda in 1950. Calder, 60, paints ships.")
    assert finding.message == "Someone born in 1950 was not 60 in 2031."


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Ines Calder was born in Arda in 1950. Calder, 81, paints ships.", id="after her birthday"),
        pytest.param("Ines Calder was born in Arda in 1950. Calder, 80, paints ships.", id="before her birthday"),
        pytest.param("Ines Calder was born in Arda in 1950. Jon Ek, 60, paints ships.", id="of another"),
        pytest.param("Jon Ek, 30, spoke. His mother Ines Calder was born in Arda in 1950.", id="of a son before"),
        pytest.param("Ines Calder was young. She was 20.\n\nCalder was born in Arda in 1950.", id="of youth"),
        pytest.param("Calder, 60, paints ships.", id="no year of birth"),
    ],
)
def test_an_age_that_fits_or_is_another_s_is_right(text):
    assert ages(text) == []


def test_without_a_day_of_publication_no_age_is_reckoned():
    assert ages("Ines Calder was born in Arda in 1950. Calder, 60, paints ships.", published=None) == []


def test_an_age_of_another_year_is_right():
    assert ages("Ines Calder was born in Arda in 1950. In 2010, Calder, 60, began to paint.") == []


def test_an_age_at_the_death_of_another_is_right():
    assert lives("Ines Calder was born in Arda in 1950. Jon Ek died on Sunday, aged 40.") == []


@pytest.mark.parametrize(("age", "found"), [(30, [("error", "1988", "30")]), (19, [])])
def test_an_age_in_an_earlier_year_is_held_against_the_present_one(age, found):
    assert ages(f"Jon Ek, 62, sails again. He was {age} when he won the race of 1988.") == found


def test_an_age_of_a_relative_of_the_same_name_is_right(reader):
    text = "Ines Calder was born in Arda in 1950. Her son, Jon Calder, 30, paints ships."
    assert read(reader, "arithmetic", text) == []


def test_a_birth_of_a_relative_is_not_that_of_a_pronoun_before_her(reader):
    text = "Jon Calder, 30, spoke. His mother Ines Calder was born in Arda in 1950."
    assert read(reader, "arithmetic", text) == []
