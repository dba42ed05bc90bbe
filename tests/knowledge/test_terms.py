import re
from datetime import date
from itertools import pairwise

import pytest

from onrecord.knowledge import linting
from onrecord.knowledge.answers import ask
from onrecord.knowledge.base import Knowledge, load_knowledge
from onrecord.knowledge.entries import Body, Country, Office, Person, Term
from onrecord.knowledge.linting import find_faults
from onrecord.knowledge.office_names import OfficeNames
from onrecord.knowledge.periods import earliest

HANDOVER_DAYS = 31


@pytest.fixture(scope="module")
def names():
    return OfficeNames(load_knowledge())


def all_terms():
    return [term for terms in load_knowledge().terms_of.values() for term in terms]


def days(first, last):
    return (date.fromisoformat(earliest(last)) - date.fromisoformat(earliest(first))).days


def test_no_two_terms_of_an_office_with_one_seat_are_over_each_other_by_more_than_a_handover():
    knowledge = load_knowledge()
    over = [
        (term, following)
        for office, terms in knowledge.terms_of.items()
        if knowledge.offices[office].seats == "1"
        for term, following in pairwise(terms)
        if len(term.end) == len(following.start) and days(following.start, term.end) > HANDOVER_DAYS
    ]
    assert over == []


def test_dates_of_terms_are_iso_dates():
    for term in all_terms():
        for text in filter(None, (term.start, term.end)):
            assert re.fullmatch(r"\d{4}(-\d\d){0,2}", text), term
            date.fromisoformat(earliest(text))


def test_no_term_ends_before_it_begins():
    assert [term for term in all_terms() if term.end and term.end < term.start[: len(term.end)]] == []


def test_every_term_is_of_an_office_and_of_a_person_of_the_tables():
    knowledge = load_knowledge()
    strangers = [t for t in all_terms() if t.office not in knowledge.offices or t.person not in knowledge.people]
    assert strangers == []


FACTS = """
president of France|1985-01-01|François Mitterrand
president of France|1962-06-01|Charles de Gaulle
prime minister of France|1999-01-01|Lionel Jospin
German chancellor|1970-06-01|Willy Brandt
German chancellor|1990-10-03|Helmut Kohl
British prime minister|1956-11-01|Anthony Eden
British prime minister|1967-06-01|Harold Wilson
British prime minister|1982-05-01|Margaret Thatcher
prime minister of Spain|1979-01-01|Adolfo Suárez
prime minister of Spain|2010-01-01|José Luis Rodríguez Zapatero
prime minister of Spain|2023-09-01|Pedro Sánchez
prime minister of Italy|1978-03-16|Giulio Andreotti
Polish president|1992-06-01|Lech Wałęsa
prime minister of Sweden|1975-01-01|Olof Palme
prime minister of Greece|2019-06-20|Alexis Tsipras
prime minister of Turkey|1995-01-01|Tansu Çiller
Russian president|2000-02-01|Vladimir Putin
president of Ukraine|2014-01-15|Viktor Yanukovych
prime minister of Ukraine|2000-06-01|Viktor Yushchenko
king of Belgium|2015-01-01|Philippe of Belgium
pope|1970-01-01|Pope Paul VI
US president|1963-12-01|Lyndon B. Johnson
president of Mexico|2010-01-01|Felipe Calderón
president of Argentina|1975-06-01|Isabel Perón
president of Chile|1976-01-01|Augusto Pinochet
president of Brazil|2016-01-01|Dilma Rousseff
president of Colombia|2016-10-01|Juan Manuel Santos
president of Venezuela|2020-01-01|Nicolás Maduro
president of Cuba|2007-01-01|Fidel Castro
prime minister of Israel|1984-01-01|Yitzhak Shamir
president of Egypt|1960-01-01|Gamal Abdel Nasser
president of Iraq|1991-01-17|Saddam Hussein
shah of Iran|1970-01-01|Mohammad Reza Pahlavi
supreme leader of Iran|2000-01-01|Ali Khamenei
president of Afghanistan|2005-01-01|Hamid Karzai
president of Syria|1990-01-01|Hafez al-Assad
prime minister of Pakistan|2023-10-01|Anwaar ul Haq Kakar
Indian prime minister|1975-06-26|Indira Gandhi
prime minister of Sri Lanka|1962-01-01|Sirimavo Bandaranaike
president of the Philippines|1972-09-23|Ferdinand Marcos
president of Indonesia|1990-01-01|Suharto
prime minister of Japan|1985-01-01|Yasuhiro Nakasone
president of South Korea|2017-01-01|Park Geun-hye
president of Vietnam|1960-01-01|Ho Chi Minh
prime minister of Australia|2007-06-01|John Howard
president of South Africa|1995-01-01|Nelson Mandela
president of Sudan|1980-01-01|Gaafar Nimeiry
president of Nigeria|1990-01-01|Ibrahim Babangida
emperor of Ethiopia|1960-01-01|Haile Selassie
president of Kenya|1990-01-01|Daniel Toroitich arap Moi
president of Angola|2000-01-01|José Eduardo dos Santos
""".strip().splitlines()


@pytest.mark.parametrize("fact", FACTS)
def test_the_holder_of_an_office_on_a_day_is_the_one_that_history_knows(names, fact):
    query, day, holder = fact.split("|")
    answer = ask(names, query, day)
    held = {term.holder for office in answer.offices for term in office.terms}
    assert held == {holder}


@pytest.mark.parametrize("query", ["president of Lebanon", "president of France"])
def test_nobody_is_told_for_a_day_on_which_nobody_held_the_office_or_it_is_not_known(names, query):
    day = {"president of Lebanon": "2023-06-01", "president of France": "2090-01-01"}[query]
    answer = ask(names, query, day)
    assert answer.offices
    assert not any(office.terms for office in answer.offices)


def test_the_tables_of_the_package_have_no_fault():
    assert find_faults(load_knowledge()) == []


GOOD = {
    "countries": [Country("ARD", "AR", "Q1", "Ardale", (), (), (), "Ard", (), "2031-03-05", "land.csv:2")],
    "bodies": [Body("league", "The League", (), "igo", "IGO|REB>2021-08-15", "ARD", "unverified")],
    "people": [
        Person("Q2", "Ana Duarte", (), "ARD", "", "a.csv:2|b.csv:3"),
        Person("jan", "Jan", (), "", "GOV", "unverified"),
    ],
    "offices": [Office("ARD.mayor", "Mayor", "ARD", "head_of_state", (), "1", "GOV", "", "a.csv")],
    "terms": [
        Term("ARD.mayor", "Q2", "Ana Duarte", "2020-01-01", "2024-01-20", "", "a.csv:2"),
        Term("ARD.mayor", "jan", "Jan", "2024-01-01", "", "", "unverified"),
    ],
}
KINDS = {"countries": Country, "bodies": Body, "people": Person, "offices": Office, "terms": Term}


def faults_of(folder, table="terms", row=0, **cells):
    """The faults of the good tables, cells of one row changed."""
    for name, rows in GOOD.items():
        changed = [one._replace(**cells) if (name, i) == (table, row) else one for i, one in enumerate(rows)]
        lines = ["\t".join("|".join(c) if isinstance(c, tuple) else c for c in one) for one in changed]
        text = "\n".join(["\t".join(KINDS[name]._fields), *lines]) + "\n"
        (folder / f"{name}.tsv").write_text(text, encoding="utf-8")
    return find_faults(Knowledge(folder))


def test_tables_without_a_fault_have_none(tmp_path):
    assert faults_of(tmp_path) == []


@pytest.mark.parametrize(
    ("table", "row", "cells", "told"),
    [
        ("countries", 0, {"wikidata": "212"}, ("countries.tsv: ARD", "'212' is no Wikidata id")),
        ("countries", 0, {"known_until": "March"}, ("countries.tsv: ARD", "known_until 'March' is no date")),
        ("countries", 0, {"source": "hearsay"}, ("countries.tsv: ARD", "'hearsay' is no source")),
        ("bodies", 0, {"type": "club"}, ("bodies.tsv: league", "'club' is no type")),
        ("bodies", 0, {"sector": "IGO|XYZ>2021"}, ("bodies.tsv: league", "'XYZ' is no sector")),
        ("bodies", 0, {"sector": "IGO|REB>soon"}, ("bodies.tsv: league", "'soon' is no date")),
        ("bodies", 0, {"country": "XYZ"}, ("bodies.tsv: league", "no country has the code 'XYZ'")),
        ("bodies", 0, {"id": "The League"}, ("bodies.tsv: The League", "the id is neither")),
        ("people", 1, {"sector": "GVO"}, ("people.tsv: jan", "'GVO' is no sector")),
        ("people", 1, {"name": ""}, ("people.tsv: jan", "has no name")),
        ("offices", 0, {"of": "XYZ"}, ("offices.tsv: ARD.mayor", "'XYZ', which is no country's code")),
        ("offices", 0, {"kind": "king"}, ("offices.tsv: ARD.mayor", "'king' is no kind")),
        ("offices", 0, {"seats": "some"}, ("offices.tsv: ARD.mayor", "'some' is no number of seats")),
        ("terms", 0, {"office": "ARD.king"}, ("terms.tsv: ARD.king, Q2, 2020-01-01", "no office has this id")),
        ("terms", 0, {"person": "Q3"}, ("terms.tsv: ARD.mayor, Q3, 2020-01-01", "no person has this id")),
        (
            "terms",
            0,
            {"start": "2020-13-01"},
            ("terms.tsv: ARD.mayor, Q2, 2020-13-01", "start '2020-13-01' is no date"),
        ),
        ("terms", 0, {"end": "2019"}, ("terms.tsv: ARD.mayor, Q2, 2020-01-01", "ends on 2019, before it begins")),
        ("terms", 0, {"source": "a.csv"}, ("terms.tsv: ARD.mayor, Q2, 2020-01-01", "'a.csv' is no source")),
        ("terms", 0, {"end": "2024-03-01"}, ("terms.tsv: ARD.mayor", "over jan since 2024-01-01 by 60 days")),
    ],
)
def test_a_fault_is_named_with_its_file_and_id(tmp_path, table, row, cells, told):
    found = faults_of(tmp_path, table, row, **cells)
    assert any(fault.startswith(told[0]) and told[1] in fault for fault in found), found


def test_a_term_without_an_end_does_not_begin_anew(tmp_path):
    again = GOOD["terms"][1]._replace(start="2026-01-01")
    (found,) = _with_term(tmp_path, again)
    assert "jan since 2024-01-01 has no end and begins anew on 2026-01-01" in found


def _with_term(folder, term):
    faults_of(folder)
    text = "\n".join(["\t".join(Term._fields), "\t".join(term)]) + "\n"
    (folder / "terms_by_hand.tsv").write_text(text, encoding="utf-8")
    return find_faults(Knowledge(folder))


def test_terms_by_hand_are_read_with_the_others(tmp_path):
    (found,) = _with_term(tmp_path, GOOD["terms"][1]._replace(office="ARD.king"))
    assert found.startswith("terms.tsv: ARD.king, jan, 2024-01-01: no office has this id")


def test_the_command_prints_the_faults_and_ends_with_1(capsys):
    assert linting.main(["terms.tsv: a fault"]) == 1
    assert capsys.readouterr().out == "terms.tsv: a fault\n"


def test_the_command_is_content_with_the_tables_of_the_package(capsys):
    assert (linting.main(), capsys.readouterr().out) == (0, "")
