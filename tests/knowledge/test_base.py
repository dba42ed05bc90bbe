"""The knowledge base, read from small invented tables."""

from __future__ import annotations

import re

import pytest

from onrecord.errors import KnowledgeError
from onrecord.knowledge.base import Knowledge, RoleNoun
from onrecord.knowledge.entries import UNVERIFIED, Body, Country, Office, Person, Term

COUNTRIES = [
    Country(
        *("MAR", "MR", "Q1", "Maravia", ("Republic of Maravia", "MRV", "Côte-Grise"), ("Old Maravia",)),
        *(("Maravian",), "Ostrel", ("Grey House",), "2026-01-22", "c.csv:1"),
    ),
    Country("TES", "TS", "Q2", "Tessen", (), (), ("Tessener",), "Tess|Lindport", (), "2026-01-22", "c.csv:2"),
    Country("NOR", "NR", "Q3", "North Tessen", (), (), ("Tessener",), "Ostrel", (), "", "c.csv:3"),
]
BODIES = [
    Body("rla", "River Liberation Army", ("RLA",), "armed_group", "REB", "MAR", "b.csv:1"),
    Body("aid", "Agency for Island Development", ("AID",), "igo", "IGO", "", "b.csv:2"),
]
PEOPLE = [
    Person("Q10", "Ana Duarte", ("Anna Duarte",), "MAR", "", "p.csv:10"),
    Person("Q11", "Bela Zelensky", (), "MAR", "", "p.csv:11"),
    Person("Q12", "Carl O'Bosk", (), "MAR", "", "p.csv:12"),
    Person("Q13", "Dora Ek-Lund", (), "TES", "", "p.csv:13"),
    Person("Q14", "Kassim Tokayev", (), "TES", "", "p.csv:14"),
    Person("Q15", "Ivo Li", (), "TES", "", "p.csv:15"),
]
OFFICES = [
    Office("MAR.president", "President of Maravia", "MAR", "head_of_state", ("President",), "1", "GOV", "", "o.csv"),
    Office("MAR.deputy", "Deputy Premier of Maravia", "MAR", "deputy", (), "*", "GOV", "2020-01-01", "o.csv"),
    Office("TES.king", "King of Tessen", "TES", "head_of_state", ("King",), "1", "GOV", "", "o.csv"),
]
TERMS = [
    Term("MAR.president", "Q10", "Ana Duarte", "2010-03-01", "", "", "t.csv:1"),
    Term("MAR.president", "Q11", "Bela Zelensky", "2015-01-01", "", "", "t.csv:2"),
    Term("MAR.deputy", "Q12", "Carl O'Bosk", "2012-01-01", "", "", "t.csv:3"),
    Term("MAR.deputy", "Q13", "Dora Ek-Lund", "2014-01-01", "", "", "t.csv:4"),
]
TABLES = {
    "countries": (Country, COUNTRIES),
    "bodies": (Body, BODIES),
    "people": (Person, PEOPLE),
    "offices": (Office, OFFICES),
    "terms": (Term, TERMS),
    "role_nouns": (RoleNoun, [RoleNoun("sailor", "MIL", "r.csv:1")]),
}


def write_table(folder, name, kind, rows):
    lines = ["\t".join("|".join(cell) if isinstance(cell, tuple) else cell for cell in row) for row in rows]
    (folder / f"{name}.tsv").write_text("\n".join(["\t".join(kind._fields), *lines]) + "\n", "utf8")


def write_tables(folder):
    for name, (kind, rows) in TABLES.items():
        write_table(folder, name, kind, rows)


def with_rows_by_hand(folder, **tables):
    """The invented knowledge with rows by hand: `people=[Person(...)]`."""
    write_tables(folder)
    for name, rows in tables.items():
        write_table(folder, f"{name}_by_hand", TABLES[name][0], rows)
    return Knowledge(folder)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_tables(folder)
    return Knowledge(folder)


def ids(entries):
    return [entry.id for entry in entries]


# Rows by hand


def test_a_cell_by_hand_stands_over_the_built_one(tmp_path):
    made = with_rows_by_hand(tmp_path, people=[Person("Q10", "Ana Maria Duarte", (), "TES", "", UNVERIFIED)])
    assert (made.people["Q10"].name, made.people["Q10"].country) == ("Ana Maria Duarte", "TES")


def test_an_empty_cell_by_hand_leaves_the_built_one(tmp_path):
    made = with_rows_by_hand(tmp_path, people=[Person("Q10", "", (), "", "OPP", UNVERIFIED)])
    assert made.people["Q10"][1:5] == ("Ana Duarte", ("Anna Duarte",), "MAR", "OPP")


def test_aliases_by_hand_are_added_to_the_built_ones(tmp_path):
    made = with_rows_by_hand(tmp_path, people=[Person("Q10", "", ("La Duarte", "Anna Duarte"), "", "", UNVERIFIED)])
    assert made.people["Q10"].aliases == ("Anna Duarte", "La Duarte")


def test_an_alias_by_hand_is_found(tmp_path):
    made = with_rows_by_hand(tmp_path, bodies=[Body("rla", "", ("River Men",), "", "", "", UNVERIFIED)])
    assert ids(made.find("the River Men")) == ["rla"]


def test_an_entry_that_is_only_by_hand_is_there_too(tmp_path):
    made = with_rows_by_hand(tmp_path, people=[Person("egon", "Egon Hale", (), "TES", "", UNVERIFIED)])
    assert ids(made.find("Egon Hale")) == ["egon"]


def test_an_office_by_hand_stands_over_the_built_one(tmp_path):
    by_hand = OFFICES[0]._replace(title="Head of Maravia", aliases=("Head",), source=UNVERIFIED)
    made = with_rows_by_hand(tmp_path, offices=[by_hand]).offices["MAR.president"]
    assert (made.title, made.aliases) == ("Head of Maravia", ("President", "Head"))


def test_a_term_by_hand_of_the_same_person_and_start_stands_over_the_built_one(tmp_path):
    by_hand = TERMS[0]._replace(end="2013-05-05", source=UNVERIFIED)
    made = with_rows_by_hand(tmp_path, terms=[by_hand])
    assert [(t.person, t.end) for t in made.terms_of["MAR.president"]] == [("Q10", "2013-05-05"), ("Q11", "")]


def test_a_term_by_hand_of_another_start_is_one_more(tmp_path):
    by_hand = TERMS[0]._replace(start="2001-03-01", end="2005-05-05", source=UNVERIFIED)
    made = with_rows_by_hand(tmp_path, terms=[by_hand])
    assert [t.start for t in made.offices_of["Q10"]] == ["2001-03-01", "2010-03-01"]


# Terms


def test_an_open_term_ends_where_the_next_begins_in_an_office_of_one_seat(knowledge):
    assert [term.end for term in knowledge.terms_of["MAR.president"]] == ["2015-01-01", ""]


def test_an_open_term_stays_open_in_an_office_of_several_seats(knowledge):
    assert [term.end for term in knowledge.terms_of["MAR.deputy"]] == ["", ""]


def test_an_open_term_does_not_end_with_the_next_of_the_same_person(tmp_path):
    again = TERMS[1]._replace(start="2020-01-01", source=UNVERIFIED)
    made = with_rows_by_hand(tmp_path, terms=[again])
    assert [term.end for term in made.offices_of["Q11"]] == ["", ""]


def test_terms_are_in_the_order_of_their_starts(tmp_path):
    earlier = Term("MAR.president", "Q12", "Carl O'Bosk", "2001", "2005", "", UNVERIFIED)
    made = with_rows_by_hand(tmp_path, terms=[earlier])
    assert [term.person for term in made.terms_of["MAR.president"]] == ["Q12", "Q10", "Q11"]


@pytest.mark.parametrize(
    ("office", "day", "people"),
    [
        pytest.param("MAR.president", "2010-02-28", [], id="before the first"),
        pytest.param("MAR.president", "2010-03-01", ["Q10"], id="on the first day"),
        pytest.param("MAR.president", "2014-12-31", ["Q10"], id="on the last day"),
        pytest.param("MAR.president", "2015-01-01", ["Q11"], id="on the day of the change"),
        pytest.param("MAR.president", "2026-01-22", ["Q11"], id="on the last day that is known"),
        pytest.param("MAR.president", "2026-01-23", [], id="on the day after"),
        pytest.param("MAR.deputy", "2015-01-01", ["Q12", "Q13"], id="two seats"),
        pytest.param("MAR.deputy", "2020-01-02", [], id="the office's own last day stands before the country's"),
        pytest.param("TES.king", "2015-01-01", [], id="nobody is known"),
    ],
)
def test_holders_are_those_whose_term_surely_runs(knowledge, office, day, people):
    assert [term.person for term in knowledge.holders(knowledge.offices[office], day)] == people


def test_a_term_with_an_end_is_held_until_then_also_beyond_what_is_known(tmp_path):
    by_hand = TERMS[1]._replace(end="2030-01-01", source=UNVERIFIED)
    made = with_rows_by_hand(tmp_path, terms=[by_hand])
    assert [term.office for term in made.held("Q11", "2028-01-01")] == ["MAR.president"]


def test_what_someone_held_before_has_surely_ended(knowledge):
    assert [term.office for term in knowledge.held_before("Q10", "2015-01-01")] == ["MAR.president"]


@pytest.mark.parametrize(
    ("person", "day", "is_out"),
    [("Q10", "2015-01-01", True), ("Q10", "2014-12-31", False), ("Q11", "2030-01-01", False), ("Q15", "2020", False)],
)
def test_out_of_office_is_whoever_held_one_and_has_surely_left_them_all(knowledge, person, day, is_out):
    assert knowledge.is_out_of_office(person, day) is is_out


# Sources


def known_for_longer(folder):
    """Our own row says that the deputies are known for five years more than the built table does."""
    later = OFFICES[1]._replace(known_until="2025-01-01", source=UNVERIFIED)
    return with_rows_by_hand(folder, offices=[later])


def test_a_term_is_told_by_its_source_as_far_as_that_reaches(tmp_path):
    made = known_for_longer(tmp_path)
    assert made.source_on(made.terms_of["MAR.deputy"][0], "2019-12-31") == "t.csv:3"


def test_an_open_term_is_unverified_where_only_our_own_rows_reach(tmp_path):
    made = known_for_longer(tmp_path)
    assert made.source_on(made.terms_of["MAR.deputy"][0], "2022-01-01") == UNVERIFIED


def test_a_term_whose_end_the_source_tells_keeps_its_source(tmp_path):
    later = OFFICES[1]._replace(known_until="2025-01-01", source=UNVERIFIED)
    ended = Term("MAR.deputy", "Q15", "Ivo Li", "2013-01-01", "2023-01-01", "", "t.csv:9")
    made = with_rows_by_hand(tmp_path, offices=[later], terms=[ended])
    assert made.source_on(made.offices_of["Q15"][0], "2022-01-01") == "t.csv:9"


# Names


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Maravia", ["MAR"], id="the name"),
        pytest.param("MARAVIA", ["MAR"], id="in capitals"),
        pytest.param("maravia", ["MAR"], id="in lower case"),
        pytest.param("the Republic of Maravia", ["MAR"], id="with an article"),
        pytest.param("Old Maravia", ["MAR"], id="a former name"),
        pytest.param("Cote Grise", ["MAR"], id="without accents and hyphens"),
        pytest.param("Côte-Grise", ["MAR"], id="with them"),
        pytest.param("M.R.V.", ["MAR"], id="with full stops"),
        pytest.param("the River  Liberation Army", ["rla"], id="a body, with two spaces"),
        pytest.param("Carl OBosk", ["Q12"], id="without an apostrophe"),
        pytest.param("Carl O’Bosk", ["Q12"], id="with a round apostrophe"),
        pytest.param("Dora Ek Lund", ["Q13"], id="a person, without a hyphen"),
        pytest.param("Dora Ek–Lund", ["Q13"], id="with a dash"),
        pytest.param("Anna Duarte", ["Q10"], id="an alias"),
        pytest.param("Duarte", [], id="a surname is no name"),
        pytest.param("Maravian", [], id="an adjective is no name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_a_name_is_found_however_it_is_written(knowledge, name, found):
    assert ids(knowledge.find(name)) == found


@pytest.mark.parametrize(
    ("name", "found"), [("AID", ["aid"]), ("A.I.D.", ["aid"]), ("the AID", ["aid"]), ("aid", []), ("Aid", [])]
)
def test_an_acronym_that_is_a_word_too_is_a_name_in_capitals_only(knowledge, name, found):
    assert ids(knowledge.find(name)) == found


def test_countries_are_found_apart_from_bodies(knowledge):
    assert (ids(knowledge.find_countries("Tessen")), knowledge.find_countries("RLA")) == (["TES"], ())


@pytest.mark.parametrize(
    ("name", "found"),
    [
        pytest.param("Duarte", ["Q10"], id="a surname"),
        pytest.param("Ana Duarte", ["Q10"], id="a full name"),
        pytest.param("Duarte Ana", ["Q10"], id="in another order"),
        pytest.param("Zelenskyy", ["Q11"], id="another transliteration"),
        pytest.param("Bela Zelenskiy", ["Q11"], id="with a first name"),
        pytest.param("Tokaev", [], id="a vowel more is another name"),
        pytest.param("Ana Zelensky", [], id="words of two people"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_people_are_found_by_words_of_their_names_in_any_transliteration(knowledge, name, found):
    assert ids(knowledge.find_people(name)) == found


@pytest.mark.parametrize(
    ("surname", "found"),
    [
        pytest.param("Tokaev", ["Q14"], id="a vowel less"),
        pytest.param("Tokayew", ["Q14"], id="another letter of one sound"),
        pytest.param("Tokarev", [], id="a consonant more"),
        pytest.param("Lo", [], id="too few consonants"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_people_are_found_by_the_consonants_of_their_surnames(knowledge, surname, found):
    assert ids(knowledge.find_alike(surname)) == found


# What belongs to countries


@pytest.mark.parametrize(
    ("words", "codes"),
    [("Maravian", ["MAR"]), ("Maravians", ["MAR"]), ("MARAVIAN", ["MAR"]), ("maravian", []), ("Maravia", [])],
)
def test_an_adjective_in_capitals_tells_its_country(knowledge, words, codes):
    assert ids(knowledge.countries_of_adjective(words)) == codes


def test_an_adjective_of_two_countries_tells_both(knowledge):
    assert ids(knowledge.countries_of_adjective("Tessener")) == ["TES", "NOR"]


@pytest.mark.parametrize(("words", "codes"), [("Grey House", ["MAR"]), ("the Grey House", ["MAR"]), ("Ostrel", [])])
def test_a_seat_tells_its_country(knowledge, words, codes):
    assert ids(knowledge.countries_of_seat(words)) == codes


@pytest.mark.parametrize(
    ("words", "codes"), [("Tess", ["TES"]), ("Lindport", ["TES"]), ("Ostrel", ["MAR", "NOR"]), ("Grey House", [])]
)
def test_a_capital_tells_its_countries(knowledge, words, codes):
    assert ids(knowledge.countries_of_capital(words)) == codes


# By id


@pytest.mark.parametrize(
    ("identity", "name"),
    [("MAR", "Maravia"), ("Q1", "Maravia"), ("rla", "River Liberation Army"), ("Q10", "Ana Duarte")],
)
def test_an_entry_is_got_by_its_id(knowledge, identity, name):
    assert knowledge.get(identity).name == name


def test_an_id_of_no_table_is_called_by_itself(knowledge):
    assert (knowledge.get("Q999"), knowledge.name_of("Q999")) == (None, "Q999")


# Faulty tables


@pytest.mark.parametrize("name", ["countries", "bodies", "people", "offices", "terms"])
def test_a_missing_table_is_named(tmp_path, name):
    write_tables(tmp_path)
    (tmp_path / f"{name}.tsv").unlink()
    with pytest.raises(KnowledgeError, match=rf"^{name}\.tsv: is missing"):
        Knowledge(tmp_path)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        pytest.param("id\tname\n", "people.tsv:1: the columns are id, name, aliases", id="a wrong header"),
        pytest.param("# of ours\nid\tname\n", "people.tsv:2: the columns are", id="a wrong header behind a comment"),
        pytest.param("# of ours\n", "people.tsv: has no header line", id="only a comment"),
        pytest.param("", "people.tsv: has no header line", id="an empty file"),
    ],
)
def test_a_wrong_header_is_named_with_file_and_line(tmp_path, content, message):
    write_tables(tmp_path)
    (tmp_path / "people.tsv").write_text(content, "utf8")
    with pytest.raises(KnowledgeError, match=re.escape(message)):
        Knowledge(tmp_path)


@pytest.mark.parametrize("row", [pytest.param("Q9\tEgon Hale", id="short"), pytest.param("a\t" * 9, id="long")])
def test_a_line_of_another_length_is_named_with_file_and_line(tmp_path, row):
    write_tables(tmp_path)
    with (tmp_path / "people.tsv").open("a", encoding="utf8") as file:
        file.write(f"# of ours\n{row}\n")
    with pytest.raises(KnowledgeError, match=rf"^people\.tsv:{len(PEOPLE) + 3}: \d+ cells where there are 6 columns"):
        Knowledge(tmp_path)


def test_a_table_by_hand_is_held_to_the_same_rules(tmp_path):
    write_tables(tmp_path)
    (tmp_path / "terms_by_hand.tsv").write_text("office\n", "utf8")
    with pytest.raises(KnowledgeError, match=r"^terms_by_hand\.tsv:1:"):
        Knowledge(tmp_path)


def test_a_table_in_another_encoding_is_named(tmp_path):
    write_tables(tmp_path)
    (tmp_path / "bodies.tsv").write_bytes(b"\xff\xfe")
    with pytest.raises(KnowledgeError, match=r"^bodies\.tsv: cannot be read"):
        Knowledge(tmp_path)
