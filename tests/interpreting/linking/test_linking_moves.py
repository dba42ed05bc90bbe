"""Words that coreference put with someone else, and what they mean by the tables."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entries, entry_at

POROSHENKO, ZELENSKY = "Q58077", "Q3874799"


def test_an_office_that_the_named_one_has_left_means_its_new_holder(reader):
    text = "Petro Poroshenko said on Monday that it was cold. The Ukrainian president thanked the soldiers."
    record = reader.read(text, published="2020-03-02")
    assert (entry_at(record, "Petro Poroshenko"), entry_at(record, "The Ukrainian president")) == (POROSHENKO, ZELENSKY)


def test_the_office_of_another_country_means_its_holder_and_not_the_one_named_before(reader):
    record = reader.read("Barack Obama wrote to the Russian president in May.", published="2010-07-02")
    assert (entry_at(record, "Barack Obama"), entry_at(record, "the Russian president")) == ("Q76", "Q23530")


@pytest.mark.parametrize(
    ("text", "capital", "entry"),
    [
        ("Moscow launched a new satellite on Tuesday.", "Moscow", "Q159"),
        ("Beijing rejected the plan on Monday.", "Beijing", "Q148"),
        ("Washington imposed new sanctions on Tuesday.", "Washington", "Q30"),
        ("Paris rejected the plan on Monday.", "Paris", "Q142"),
        ("Berlin accused Rome of delay on Monday.", "Rome", "Q38"),
    ],
)
def test_a_capital_that_acts_is_its_country(reader, text, capital, entry):
    found = entity_at(reader.read(text, published="2021-05-04"), capital)
    assert (found.entry, found.kind, found.sector) == (entry, "organization", "GOV")


def test_a_capital_that_acts_is_named_after_its_country(reader):
    record = reader.read("Moscow launched a new satellite on Tuesday.", published="2021-05-04")
    assert entity_at(record, "Moscow").name == "Russia"


@pytest.mark.parametrize(
    ("text", "capital"),
    [
        ("A train left Moscow for Kazan on Tuesday.", "Moscow"),
        ("Prices rose in Paris and Berlin on Tuesday.", "Berlin"),
        ("MOSCOW (AP) — Rain fell on Tuesday.", "MOSCOW"),
    ],
)
def test_a_capital_in_which_something_happens_is_a_place(reader, text, capital):
    found = entity_at(reader.read(text, published="2021-05-04"), capital)
    assert found is None or (found.entry, found.kind) == (None, "place")


def test_a_capital_is_its_country_where_it_acts_and_a_town_where_it_does_not(reader):
    record = reader.read("Beijing rejected the plan on Monday. Trains from Beijing were late.", published="2021-05-04")
    assert [entry_at(record, "Beijing", occurrence=i) for i in (1, 2)] == ["Q148", None]


def test_a_country_and_its_capital_that_acts_are_listed_once(reader):
    record = reader.read(
        "Russia sent a ship on Monday. Moscow launched a satellite on Tuesday.", published="2021-05-04"
    )
    assert entries(record) == ["Q159"]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Brussels insists that the bill be settled first. London warned of a summit.", "Brussels", "eu"),
        ("Belgium is short of judges. Brussels insists that the budget is balanced.", "Brussels", "Q31"),
        ("A train between Budapest and Vienna stood for five hours. Rain fell.", "Vienna", None),
        ("Talks between Budapest and Vienna ended without a deal on Friday.", "Vienna", "Q40"),
    ],
)
def test_a_capital_is_what_acts_there(reader, text, words, expected):
    assert entry_at(reader.read(text, published="2017-04-29"), words) == expected


def test_an_army_chief_is_not_the_country_that_is_named_before(reader):
    text = "Sudan's generals will leave the talks, state television said. The army chief made the pledge in Khartoum."
    record = reader.read(text, published="2022-07-05")
    assert entry_at(record, "The army chief") == "Q63111184"


@pytest.mark.parametrize(
    "text",
    [
        "Korea agreed to open its market for cars, the ministry in Seoul said on Monday.",
        "Seoul hopes to persuade North Korea to keep its inspectors.",
        "The parliament in Seoul voted to halt all negotiations with North Korea.",
    ],
)
def test_a_country_that_is_dealt_with_is_an_organization(reader, text):
    record = reader.read(text, published="2018-03-26")
    words = "North Korea" if "North Korea" in text else "Korea"
    assert entity_at(record, words).kind == "organization"


def test_a_capital_that_did_something_before_is_an_organization(reader):
    text = "The pipeline is dropped. Sofia had stopped work under pressure from Moscow."
    found = entity_at(reader.read(text, published="2014-12-01"), "Sofia")
    assert (found.entry, found.kind, found.sector) == ("Q219", "organization", "GOV")


def test_the_russian_is_the_only_russian_of_the_article(reader):
    text = "Donald Trump met Vladimir Putin in Anchorage. The Russian said that they had talked of ice."
    assert entry_at(reader.read(text, published="2025-08-15"), "The Russian") == "Q7747"


def test_a_russian_may_be_anyone(reader):
    text = "Donald Trump met Vladimir Putin in Anchorage. Mirel Lind, a Russian, watched from a roof."
    assert entry_at(reader.read(text, published="2025-08-15"), "a Russian") != "Q7747"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mara Lind changed to a limousine for Hanoi. Nobody in Vietnam saw her.", "Hanoi"),
        (
            "The Ostby Otters have two coaches. Washington won the cup a year ago, and the season was long.",
            "Washington",
        ),
    ],
)
def test_a_capital_for_which_someone_leaves_or_which_has_a_team_is_no_government(reader, text, words):
    assert entry_at(reader.read(text, published="2019-02-28"), words) is None


def test_a_capital_speaks_also_with_another(reader):
    text = "Ankara and Damascus agreed on Sunday to open a road. Turkish lorries waited."
    assert entry_at(reader.read(text, published="2010-08-30"), "Ankara") == "Q43"


def test_a_pronoun_is_the_only_person_of_whom_was_told(reader):
    text = "Nicola Sturgeon told reporters in Edinburgh that she would step down. She had led Scotland for years."
    assert entry_at(reader.read(text, published="2023-02-15"), "She") == entry_at(
        reader.read(text, published="2023-02-15"), "Nicola Sturgeon"
    )


@pytest.mark.parametrize(
    ("text", "words", "entry"),
    [
        ("The panel ruled against Delhi on Monday. India can appeal.", "Delhi", "Q668"),
        ("Number 10 denied it. Boris Johnson laughed, and British papers too.", "Number 10", "GBR.government"),
        ("Sporting Tunis lost at home. Tunis had nine chances.", "Tunis had", None),
    ],
)
def test_a_seat_is_its_country_where_it_is_a_party_and_not_a_club(reader, text, words, entry):
    assert (
        entry_at(reader.read(text, published="2020-05-20"), words.removesuffix(" had"), occurrence=1 + ("had" in words))
        == entry
    )
