"""Offices by the words that name them, in the package's own tables."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.office_names import OfficeNames

NAMES = OfficeNames(load_knowledge())


def offices(phrase):
    return [office.id for office in NAMES.parse(phrase).offices]


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("the Ukrainian president", "UKR.president"),
        ("Ukrainian President", "UKR.president"),
        ("Ukraine's president", "UKR.president"),
        ("Ukraine’s president", "UKR.president"),
        ("president of Ukraine", "UKR.president"),
        ("the president of the Ukraine", "UKR.president"),
        ("UKRAINIAN PRESIDENT", "UKR.president"),
        ("the new Ukrainian president", "UKR.president"),
        ("the then Ukrainian president", "UKR.president"),
        ("secretary-general of NATO", "nato.secretary-general"),
        ("secretary general of NATO", "nato.secretary-general"),
        ("NATO chief", "nato.secretary-general"),
        ("the head of the IMF", "imf.managing-director"),
        ("Iran's supreme leader", "IRN.supreme-leader"),
        ("US president", "USA.president"),
        ("the U.S. president", "USA.president"),
        ("president of the United States", "USA.president"),
        ("vice president of the United States", "USA.vice-president"),
        ("Defence Minister of Ukraine", "UKR.defence-minister"),
        ("Ukraine's defense minister", "UKR.defence-minister"),
        ("president of Georgia", "GEO.president"),
    ],
)
def test_an_office_is_found_by_its_words(phrase, office):
    assert offices(phrase) == [office]


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("the French leader", "FRA.president"),
        ("leader of Ukraine", "UKR.president"),
        ("the German leader", "DEU.chancellor"),
        ("Italy's leader", "ITA.prime-minister"),
        ("the British leader", "GBR.prime-minister"),
        ("Saudi leader", "SAU.king"),
        ("leader of Jordan", "JOR.king"),
    ],
)
def test_the_leader_is_who_governs(phrase, office):
    assert offices(phrase) == [office]


@pytest.mark.parametrize(
    ("phrase", "office"),
    [
        ("former Ukrainian president", "UKR.president"),
        ("the former president of Ukraine", "UKR.president"),
        ("Ukraine's former president", "UKR.president"),
        ("ex-president of Ukraine", "UKR.president"),
        ("Ex-Ukrainian president", "UKR.president"),
        ("the late Ukrainian president", "UKR.president"),
        ("the ousted Ukrainian president", "UKR.president"),
        ("one former Italian prime minister", "ITA.prime-minister"),
    ],
)
def test_a_former_office_is_told_as_such(phrase, office):
    named = NAMES.parse(phrase)
    assert ([one.id for one in named.offices], named.is_former) == ([office], True)


@pytest.mark.parametrize("phrase", ["the Ukrainian president", "the new Ukrainian president", "president", ""])
def test_an_office_of_today_is_not_former(phrase):
    assert not NAMES.parse(phrase).is_former


@pytest.mark.parametrize(
    ("phrase", "other"),
    [
        ("deputy prime minister of Italy", "ITA.prime-minister"),
        ("Italian deputy prime minister", "ITA.prime-minister"),
        ("the deputy Ukrainian president", "UKR.president"),
        ("vice president of the United States", "USA.president"),
        ("interim president of Ukraine", "UKR.president"),
        ("president-elect of Ukraine", "UKR.president"),
        ("shadow foreign minister of Ukraine", "UKR.foreign-minister"),
    ],
)
def test_a_deputy_holds_another_office(phrase, other):
    assert other not in offices(phrase)


@pytest.mark.parametrize("phrase", ["Labour Minister", "the labour minister"])
def test_a_title_of_many_countries_is_of_no_party(phrase):
    assert offices(phrase) == []


@pytest.mark.parametrize(
    "phrase",
    [
        "minister of dragons",
        "French toymaker",
        "president",
        "the us president",
        "Bank",
        "",
        " ",
        "the",
        "of",
        "'s",
        "of of",
    ],
)
def test_what_names_no_office_has_none(phrase):
    assert offices(phrase) == []


def test_an_office_without_its_country_has_its_title():
    named = NAMES.parse("the prime minister")
    assert (named.title, named.subjects, named.offices) == ("prime minister", (), ())


def test_the_country_of_an_unknown_office_is_told():
    assert NAMES.parse("the French toymaker").subjects == ("FRA",)


def test_a_seat_tells_whose_office_it_is():
    assert NAMES.parse("the Kremlin's spokesman").subjects == ("RUS",)


def test_a_phrase_says_the_same_when_asked_again():
    assert NAMES.parse("the Ukrainian president") == OfficeNames(NAMES.knowledge).parse("the Ukrainian president")


WORDS = st.sampled_from(
    ["president", "of", "the", "Ukraine", "'s", "s'", "former", "ex-", "NATO", "US", "in", "’", ",", "deputy", "leader"]
)


@given(st.one_of(st.text(), st.lists(WORDS).map(" ".join)))
def test_any_words_can_be_asked(phrase):
    assert all(office.id in NAMES.knowledge.offices for office in NAMES.parse(phrase).offices)


@given(st.lists(WORDS, min_size=1).map(" ".join))
def test_an_office_is_of_one_of_the_subjects_that_are_told(phrase):
    named = NAMES.parse(phrase)
    assert {office.of for office in named.offices} <= set(named.subjects)
