"""Actors without an entry: the country and the sector that their words tell."""

from __future__ import annotations

import pytest
from linking_samples import entity_at, entries


@pytest.mark.parametrize(
    ("text", "words", "country", "sector"),
    [
        ("Colombian paratroopers landed near the border.", "Colombian paratroopers", "COL", "MIL"),
        ("Syrian refugees slept in a park in Athens.", "Syrian refugees", "SYR", "REF"),
        ("A Kenyan doctor gave them milk.", "A Kenyan doctor", "KEN", "MED"),
        ("French police closed two roads on Monday.", "French police", "FRA", "COP"),
        ("The supreme leader of Iran spoke on Friday. Iranian lawmakers listened.", "Iranian lawmakers", "IRN", "LEG"),
        ("Somali pirates freed a tanker on Sunday.", "Somali pirates", "SOM", "CRM"),
        ("Israeli soldiers said it would not open.", "Israeli soldiers", "ISR", "MIL"),
        ("Nigerian troops came late on Sunday.", "Nigerian troops", "NGA", "MIL"),
        ("Two German aid workers were freed on Sunday.", "Two German aid workers", "DEU", "NGO"),
        ("The Kenyan Defence Forces said two men had died.", "The Kenyan Defence Forces", "KEN", "MIL"),
        ("A Hamas official said the crossing would open.", "A Hamas official", "PSE", "REB"),
        ("Gunmen shot a farmer in Nigeria.", "Gunmen", None, "UAF"),
        ("Merkel told reporters in Berlin that it was late.", "reporters", None, "JRN"),
    ],
)
def test_a_description_tells_country_and_sector(reader, text, words, country, sector):
    found = entity_at(reader.read(text, published="2010-12-12"), words)
    assert (found.entry, found.country, found.sector) == (None, country, sector)


def test_a_suicide_bomber_is_of_no_country_and_no_sector(reader):
    record = reader.read("A suicide bomber struck a market in Baghdad on Tuesday.", published="2008-12-12")
    found = entity_at(record, "A suicide bomber")
    assert found is None or (found.country, found.sector) == (None, None)


@pytest.mark.parametrize(("words", "sector"), [("The army", "MIL"), ("The police", "COP")])
def test_a_force_is_that_of_the_country_that_the_article_is_about(reader, words, sector):
    record = reader.read(f"{words} said on Monday that the road was open in Kenya.", published="2010-12-12")
    found = entity_at(record, words)
    assert (found.country, found.sector) == ("KEN", sector)


def test_a_force_is_of_no_country_in_an_article_on_two(reader):
    text = "The army said on Monday that the road from Norway to Sweden was open."
    assert entity_at(reader.read(text, published="2010-12-12"), "The army").country is None


def test_a_gunman_s_brother_is_no_gunman(reader):
    text = "Peter Lund, the gunman's brother, said the family was sorry. The gunman had fled the town."
    assert entity_at(reader.read(text, published="2010-12-12"), "Peter Lund").sector is None


def test_one_who_is_called_a_gunman_beside_the_name_is_one(reader):
    record = reader.read("The gunman, Peter Lund, had fled the town.", published="2010-12-12")
    assert entity_at(record, "Peter Lund").sector == "UAF"


def test_a_description_of_several_is_a_group(reader):
    record = reader.read("Syrian refugees slept in a park in Athens.", published="2015-12-12")
    assert entity_at(record, "Syrian refugees").kind == "group"


def test_descriptions_are_not_linked(reader):
    text = "Colombian paratroopers met a Kenyan doctor. French police closed two roads."
    assert entries(reader.read(text, published="2015-12-12")) == []


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("LEEDS, England - Anna Lind, a plumber, is tired of jokes about her boilers.", "Anna Lind", "GBR"),
        ("Police in Halifax, Nova Scotia, look for two men. The owner, Anna Lind, was hurt.", "Anna Lind", "CAN"),
        ("Anna Lind, who teaches history near Concord in New Hampshire, took her class along.", "Anna Lind", "USA"),
    ],
)
def test_a_private_person_is_of_the_country_where_the_article_meets_them(reader, text, name, country):
    assert entity_at(reader.read(text, published="2014-09-29"), name).country == country


def test_a_reporter_may_be_from_anywhere(reader):
    text = "Anna Lind, a reporter, saw two tanks on the road out of Gori in Georgia."
    assert entity_at(reader.read(text, published="2008-08-13"), "Anna Lind").country is None


def test_opposition_politicians_are_of_the_country_that_the_article_is_about(reader):
    text = "NEW DELHI - Papers had white spaces. Opposition politicians were taken from their beds in Delhi."
    found = entity_at(reader.read(text, published="1975-06-27"), "Opposition politicians")
    assert (found.country, found.sector) == ("IND", "OPP")


def test_people_of_a_country_are_listed_without_a_sector(reader):
    text = "An airliner crashed near Addis Ababa on Sunday. Ethiopian investigators found both recorders on Monday."
    found = entity_at(reader.read(text, published="2019-03-12"), "Ethiopian investigators")
    assert (found.kind, found.country, found.sector) == ("group", "ETH", None)


def test_what_has_the_article_of_one_is_one(reader):
    text = "A Syrian rebel commander said his men had held the village of Maaloula for a night."
    found = entity_at(reader.read(text, published="2013-09-05"), "A Syrian rebel commander")
    assert (found.kind, found.country, found.sector) == ("person", "SYR", "REB")


def test_a_mayor_is_of_the_country_of_the_town(reader):
    text = "New York's mayor, Rudolph Giuliani, walked through ash. Giuliani asked people to stay calm."
    assert entity_at(reader.read(text, published="2001-09-12"), "Rudolph Giuliani").country == "USA"


def test_a_democratic_senator_is_american(reader):
    found = entity_at(reader.read("A Democratic senator called the bridge ugly.", published="2018-07-17"), "senator")
    assert (found.country, found.sector) == ("USA", "LEG")


def test_a_union_of_people_is_of_labour(reader):
    text = "Cranes stood still at the port. The Callow Head Dockers' Union wants a shorter week."
    assert entity_at(reader.read(text, published="2018-07-17"), "Callow Head Dockers' Union").sector == "LAB"


def test_the_adjective_of_a_described_actor_is_no_one_else(reader):
    text = "A former Russian spy and a child lay on a bench in Salisbury. The police closed a restaurant."
    record = reader.read(text, published="2018-03-07")
    found = entity_at(record, "A former Russian spy")
    assert (found.country, [entity.name for entity in record.entities].count("Russian")) == ("RUS", 0)


def test_the_town_of_someone_who_works_at_home_tells_the_country(reader):
    text = "A prosecutor in Bologna opened an inquiry on Monday. A bridge had fallen near Lyon."
    found = entity_at(reader.read(text, published="2016-09-26"), "A prosecutor")
    assert (found.country, found.sector) == ("ITA", "JUD")


def test_a_spokeswoman_is_of_the_country_of_the_ministry_that_she_speaks_for(reader):
    text = "Rescuers dug in the ruins. A spokeswoman for the Ukrainian interior ministry said 130 people were out."
    found = entity_at(reader.read(text, published="2022-03-18"), "A spokeswoman for the Ukrainian interior ministry")
    assert (found.kind, found.country, found.sector) == ("person", "UKR", "GOV")


def test_former_presidents_govern_no_longer(reader):
    text = "Two former presidents of Ghana sent their regrets, but the hall in Kumasi was full."
    assert entity_at(reader.read(text, published="2017-03-14"), "Two former presidents of Ghana").sector == "ELI"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        (
            "A suicide bomber pushed through the crowd and killed scores of people.",
            "A suicide bomber",
            ("person", None, None),
        ),
        (
            "The deputy governor of Norway's central bank warned that deposits were leaving.",
            "The deputy governor of Norway's central bank",
            ("person", "NOR", "GOV"),
        ),
        (
            "Two former UK defence ministers were arrested in Leeds.",
            "Two former UK defence ministers",
            ("group", "GBR", "ELI"),
        ),
        (
            "Nothing was known, a spokesman for the Kenyan president said.",
            "a spokesman for the Kenyan president",
            ("person", "KEN", "GOV"),
        ),
    ],
)
def test_what_a_description_says_is_kept_whatever_its_words_look_like(reader, text, words, expected):
    found = entity_at(reader.read(text, published="2013-10-01"), words)
    assert (found.kind, found.country, found.sector) == expected


def test_a_region_called_like_a_country_lies_in_the_country_that_is_told_of(reader):
    text = "Greek police stopped a lorry loaded in Macedonia, the region around Thessaloniki."
    assert entity_at(reader.read(text, published="2009-05-11"), "Macedonia").country == "GRC"
