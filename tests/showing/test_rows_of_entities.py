"""Who they are: rows by person and body."""

from __future__ import annotations

import pytest
from row_samples import make_ferry, make_places
from showing_samples import MAKER, make_article

from onrecord.records import Entity, Mention, Record, Role, Span
from onrecord.showing.entities import describe_entities, tell_day, tell_role
from onrecord.showing.sector_words import tell_sector
from onrecord.vocabulary.sectors import SECTORS

PRESIDENT = Role("President of Ukraine", "Ukraine", "2019-05-20", None, "leaders.csv:1")
MAYOR = Role("Mayor", None, None, None)


def describe(*entities, text="", published="2025-02-23", places=()):
    """The section of entities, each given as its name, kind, other wordings and what is known of it."""
    words, made = text, []
    for number, (name, kind, wordings, known) in enumerate(entities, start=1):
        mentions = []
        for surface in (name, *wordings):
            mentions.append(Mention(Span(len(words) + 1, len(words) + 1 + len(surface), surface), "name"))
            words += f"\n{surface}"
        made.append(Entity(f"e{number}", name, kind, mentions=tuple(mentions), **known))
    return describe_entities(Record(MAKER, make_article(words, published=published), tuple(made), places=places))


def person(name, *wordings, **known):
    return name, "person", wordings, known


def body(name, *wordings, **known):
    return name, "organization", wordings, known


ANCHOR = person("Vera Anchor", roles=(MAYOR,))  # of whom something is known


def told(section):
    return [(row.told, *row.notes) for row in section.rows]


def others(section):
    return [row.told for row in section.others]


def test_a_person_has_the_office_with_its_beginning():
    assert told(describe(person("Ana Duarte", roles=(PRESIDENT,)))) == [
        ("Ana Duarte", "President of Ukraine since 20 May 2019")
    ]


def test_what_ended_after_the_article_was_held_on_its_date():
    role = Role("President of Ukraine", "Ukraine", "2014-06-07", "2019-05-20", "leaders.csv:1")
    assert tell_role(role, "2016-03-01") == "President of Ukraine since 7 June 2014"


@pytest.mark.parametrize("day", ["2019-05-20", "2025-01-01", "2019-05", "2019", ""])
def test_what_was_over_on_the_article_s_date_has_its_end(day):
    role = Role("President of Ukraine", "Ukraine", "2014-06-07", "2019-05-20", "leaders.csv:1")
    assert tell_role(role, day) == "President of Ukraine until 20 May 2019"


def test_an_office_that_no_source_tells_is_unverified():
    assert tell_role(Role("Emir", None, "2013", None, "unverified"), "2020") == "Emir since 2013 (unverified)"


def test_a_title_of_the_article_has_no_time():
    assert tell_role(MAYOR, "2020-01-01") == "Mayor"


@pytest.mark.parametrize(
    ("day", "words"), [("2019-05-20", "20 May 2019"), ("2019-05", "May 2019"), ("2019", "2019"), ("0900", "0900")]
)
def test_a_day_is_told_at_its_precision(day, words):
    assert tell_day(day) == words


def test_people_in_office_stand_first_and_then_who_is_mentioned_most():
    section = describe(
        body("Port Authority of Ostrel", country="PRT"),
        person("Ines Calder", "Ms Calder", roles=(MAYOR,)),
        person("Otto Brand", roles=(MAYOR,)),
        person("Ana Duarte", roles=(PRESIDENT,)),
    )
    assert [row.told for row in section.rows] == ["Ana Duarte", "Ines Calder", "Otto Brand", "Port Authority of Ostrel"]


def test_media_stand_last():
    section = describe(body("River Wire", "Wire", sector="JRN"), body("Ostrel Guard", sector="MIL"))
    assert [row.told for row in section.rows] == ["Ostrel Guard", "River Wire"]


def test_the_country_stands_where_the_office_does_not_say_it():
    minister = person("Ana Duarte", country="UKR", roles=(MAYOR,))
    assert told(describe(minister)) == [("Ana Duarte", "Mayor", "Ukraine")]


def test_the_country_of_the_office_is_told_once():
    assert len(told(describe(person("Ana Duarte", country="UKR", roles=(PRESIDENT,))))[0]) == 2


def test_a_country_that_acts_is_told_as_its_government():
    country = body("Ukraine", "Kyiv", country="UKR", sector="GOV", entry="Q212", wikidata="Q212")
    assert told(describe(country)) == [("Ukraine", "its government", "“Kyiv”")]


def test_a_country_that_is_a_place_is_not_listed():
    assert others(describe(ANCHOR, ("Ukraine", "place", (), {"entry": "Q212", "country": "UKR"}))) == []


def test_the_sector_is_told_in_words():
    assert told(describe(body("Likorn", country="ISR", sector="PTY"))) == [("Likorn", "Israel", "political party")]


def test_a_person_is_no_government_but_in_one():
    assert told(describe(person("Ana Duarte", sector="GOV"))) == [("Ana Duarte", "in government")]


def test_an_office_makes_the_sector_needless():
    assert told(describe(person("Ana Duarte", sector="GOV", roles=(MAYOR,)))) == [("Ana Duarte", "Mayor")]


@pytest.mark.parametrize(("name", "sector"), [("United Nations", "UNO"), ("Ostrel Police", "COP")])
def test_a_sector_that_the_name_says_is_not_told(name, sector):
    assert told(describe(body(name, sector=sector, entry="x"))) == [(name,)]


@pytest.mark.parametrize("is_person", [True, False])
def test_every_sector_has_words(is_person):
    untold = [code for code in SECTORS if not tell_sector(code, is_person=is_person)]
    assert untold == ["UNK"]


def test_other_wordings_are_told():
    group = body("Islamic State", "ISIL", "the ISIS", "ISIL", entry="x")
    assert told(describe(group)) == [("Islamic State", "“ISIL” ×2, “ISIS”")]


@pytest.mark.parametrize("wording", ["Duarte", "President Duarte", "DUARTE", "Mrs Duarte", "Ana", "Mayor"])
def test_a_wording_that_repeats_name_or_title_is_not_told(wording):
    assert told(describe(person("Ana Duarte", wording, roles=(MAYOR,)))) == [("Ana Duarte", "Mayor")]


@pytest.mark.parametrize("wording", ["the Ostrel Board", "Board", "OSTREL-RIVER BOARD", "OstrelRiverBoard"])
def test_a_wording_that_shortens_or_respells_a_body_s_name_is_not_told(wording):
    assert told(describe(body("Ostrel River Board", wording, entry="x"))) == [("Ostrel River Board",)]


def test_who_has_only_a_name_stands_apart_the_most_mentioned_first():
    section = describe(ANCHOR, person("Lina Marsh"), body("Zorva Fund", "Zorva"))
    assert (others(section), section.others_label) == (["Zorva Fund", "Lina Marsh"], "Known only by name")


def test_where_nothing_is_known_of_anyone_there_is_no_section():
    assert describe(person("Lina Marsh")) is None


def test_unnamed_sources_are_not_listed():
    assert others(describe(ANCHOR, person("a senior official", named=False))) == []


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Police", ""),
        ("Authorities", ""),
        ("Soldiers", ""),
        ("Crowd", "The crowd ran."),
        ("Central Bank", "a central bank"),
        ("Israelis", ""),
        ("Tunisian-born", ""),
        ("---", ""),
    ],
)
def test_words_that_are_no_name_are_not_listed(name, text):
    assert others(describe(ANCHOR, body(name), text=text)) == []


def test_a_common_word_with_an_entry_is_a_name():
    assert [row.told for row in describe(body("Shell", entry="shell"), text="a shell fell").rows] == ["Shell"]


def test_what_stands_among_the_places_is_not_listed_again():
    record = make_ferry()
    town = Entity("e9", "Ostrel", "organization", mentions=(Mention(make_places()[0].span, "name"),))
    entities = (*record.entities, town)
    listed = describe_entities(Record(MAKER, record.article, entities, places=record.places))
    assert others(listed) == ["Tessen"]


def test_the_many_known_only_by_name_are_counted_on_a_line():
    section = describe(ANCHOR, *(person(f"Ana B{number}") for number in range(20)))
    assert len(section.others) == 20
    assert section.brief_others.endswith(" · Ana B11 · and 8 more")


def test_people_and_bodies_are_counted():
    section = describe(ANCHOR, person("Lina Marsh"), body("Zorva Fund"))
    assert section.count == "2 people, 1 organization or group"


def test_the_wikidata_entry_is_a_link():
    (row,) = describe(person("Ana Duarte", wikidata="Q42", entry="Q42")).rows
    assert row.link == "https://www.wikidata.org/wiki/Q42"


@pytest.mark.parametrize("wikidata", [None, "", "m23", "Q", "Q1/../x", 'Q1"onclick="x', "Q1\n"])
def test_what_is_no_wikidata_id_is_no_link(wikidata):
    (row,) = describe(person("Ana Duarte", wikidata=wikidata, entry="x")).rows
    assert row.link == ""


def test_no_entities_make_no_section():
    assert describe() is None
