"""Who is who and who held what, asked of a small invented knowledge base."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.knowledge.answers import ask, suggest
from onrecord.knowledge.base import Knowledge, RoleNoun
from onrecord.knowledge.entries import Body, Country, Office, Person, Term
from onrecord.knowledge.holders import answer_office, leading_answers, term_status
from onrecord.knowledge.office_names import OfficeNames

COUNTRIES = [
    "MAR|MR|Q1|Maravia|Republic of Maravia;MRV|Old Maravia|Maravian|Ostrel|Grey House|2026-01-22|c.csv:1",
    "TES|TS|Q2|Tessen|||Tessener|Tess||2026-01-22|c.csv:2",
]
BODIES = ["rla|River Liberation Army|RLA|armed_group|REB;GOV>2024-05-01|MAR|unverified"]
PEOPLE = [
    "Q10|Ana Duarte|Anna Duarte|MAR||p.csv:10",
    "Q11|Bela Zelensky|Bela Zelenskyy|MAR||p.csv:11",
    "Q12|Carl Bosk||MAR||p.csv:12",
    "Q13|Dora Bosk||TES||p.csv:13",
    "Q14|Egon Tessen||TES|OPP|unverified",
    "Q15|Finn Hale||TES||p.csv:15",
]
OFFICES = [
    "MAR.president|President of Maravia|MAR|head_of_state|President|1|GOV||o.csv",
    "MAR.king|King of Maravia|MAR|head_of_state|King|1|GOV||o.csv",
    "MAR.deputy|Deputy Prime Minister of Maravia|MAR|deputy|Deputy Prime Minister|*|GOV|2020-01-01|o.csv",
    "TES.chancellor|Chancellor of Tessen|TES|head_of_government|Chancellor|1|GOV||o.csv",
]
TERMS = [
    "MAR.king|Q15|Finn Hale|1930|1950-06-01||t.csv:1",
    "MAR.president|Q10|Ana Duarte|2010-03-01|2014-02-22||t.csv:2",
    "MAR.president|Q12|Carl Bosk|2014-02-22|2014-06-07||t.csv:3",
    "MAR.president|Q11|Bela Zelensky|2015-01-01|||t.csv:4",
    "MAR.deputy|Q12|Carl Bosk|2019-01-01|||unverified",
    "TES.chancellor|Q13|Dora Bosk|2000|2005||t.csv:6",
    "TES.chancellor|Q15|Finn Hale|2005|2011||t.csv:7",
]


def write_tables(folder):
    for name, kind, rows in (
        ("countries", Country, COUNTRIES),
        ("bodies", Body, BODIES),
        ("people", Person, PEOPLE),
        ("offices", Office, OFFICES),
        ("terms", Term, TERMS),
        ("role_nouns", RoleNoun, []),
    ):
        lines = ["\t".join(kind._fields), *(row.replace("|", "\t").replace(";", "|") for row in rows)]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf8")


@pytest.fixture(scope="module")
def names(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    write_tables(folder)
    return OfficeNames(Knowledge(folder))


def found(names, query, day="2016-01-01"):
    return [(one.entry.name, one.by) for one in ask(names, query, day).found]


def holders(names, query, day):
    """The one office's status and who held it."""
    (answer,) = ask(names, query, day).offices
    return answer.status, [term.holder for term in answer.terms]


# Names


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Maravia", ("Maravia", "name"), id="a country"),
        pytest.param("old maravia", ("Maravia", "name"), id="a former name in lower case"),
        pytest.param("rla", ("River Liberation Army", "name"), id="an acronym in lower case"),
        pytest.param("the Grey House", ("Maravia", "seat"), id="a seat"),
        pytest.param("grey house", ("Maravia", "seat"), id="a seat in lower case"),
        pytest.param("Ostrel", ("Maravia", "capital"), id="a capital"),
        pytest.param("maravian", ("Maravia", "adjective"), id="an adjective"),
        pytest.param("Q11", ("Bela Zelensky", "id"), id="an id"),
        pytest.param("Ana Duarte", ("Ana Duarte", "name"), id="a full name"),
        pytest.param("Duarte", ("Ana Duarte", "words"), id="a surname"),
        pytest.param("Zelenskiy", ("Bela Zelensky", "words"), id="another transliteration"),
        pytest.param("  Ana   Duarte ", ("Ana Duarte", "name"), id="spaces"),
    ],
)
def test_a_name_is_found_however_it_is_written(names, query, expected):
    assert found(names, query) == [expected]


def test_all_people_of_a_surname_are_found_where_none_was_in_office(names):
    assert found(names, "Bosk") == [("Dora Bosk", "words"), ("Carl Bosk", "words")]


def test_the_one_in_office_on_the_day_is_meant(names):
    answer = ask(names, "Bosk", "2014-03-01")
    assert ([one.entry.name for one in answer.found], [one.entry.name for one in answer.also]) == (
        ["Carl Bosk"],
        ["Dora Bosk"],
    )


def test_a_country_is_meant_before_a_person_of_that_surname_who_is_not_passed_over(names):
    answer = ask(names, "Tessen", "2016")
    assert (answer.found[0].entry.id, [one.entry.id for one in answer.also]) == ("TES", ["Q14"])


def test_what_is_not_there_gives_an_empty_answer(names):
    assert ask(names, "Qwertz", "2016").is_empty


# Offices


@pytest.mark.parametrize(
    ("query", "day", "expected"),
    [
        pytest.param("president of Maravia", "2012-01-01", ("held", ["Ana Duarte"]), id="in the midst"),
        pytest.param("maravian president", "2012-01-01", ("held", ["Ana Duarte"]), id="lower case"),
        pytest.param("MAR.president", "2012-01-01", ("held", ["Ana Duarte"]), id="the office's id"),
        pytest.param("Maravia's president", "2014-02-22", ("held", ["Carl Bosk"]), id="on the day of the change"),
        pytest.param("president of Maravia", "2014", ("held", ["Ana Duarte", "Carl Bosk"]), id="all of a year"),
        pytest.param("president of Maravia", "2014-03", ("held", ["Carl Bosk"]), id="all of a month"),
        pytest.param("president of Maravia", "2014-10-01", ("nobody known", []), id="a gap"),
        pytest.param("president of Maravia", "2026-01-22", ("held", ["Bela Zelensky"]), id="the last day known"),
        pytest.param("president of Maravia", "2026-01-23", ("not known", []), id="the day after that"),
        pytest.param("president of Maravia", "2026", ("held", ["Bela Zelensky"]), id="a year that is known in part"),
        pytest.param("president of Maravia", "2027", ("not known", []), id="a year that is not known"),
        pytest.param("president of Maravia", "1999", ("not known", []), id="before the tables begin"),
        pytest.param("former president of Maravia", "2016", ("held before", ["Carl Bosk", "Ana Duarte"]), id="former"),
        pytest.param("chancellor", "2003-01-01", ("held", ["Dora Bosk"]), id="a title that only one country has"),
        pytest.param("leader of Tessen", "2003-01-01", ("held", ["Dora Bosk"]), id="the leader"),
        pytest.param("chancellor of Tessen", "2005-05-01", ("not known", []), id="a year in which it changed"),
        pytest.param("chancellor of Tessen", "2005", ("held", ["Finn Hale"]), id="the year of a beginning"),
    ],
)
def test_holders_are_those_who_surely_held_the_office(names, query, day, expected):
    assert holders(names, query, day) == expected


def test_those_of_whom_the_year_alone_is_known_are_told_as_perhaps(names):
    (answer,) = ask(names, "chancellor of Tessen", "2005-05-01").offices
    assert [term.holder for term in answer.perhaps] == ["Dora Bosk", "Finn Hale"]


def test_who_came_before_and_after_is_told(names):
    answer = answer_office(names.knowledge, names.knowledge.offices["MAR.president"], "2014-03-01")
    assert (answer.before.holder, answer.after.holder) == ("Ana Duarte", "Bela Zelensky")


def test_beyond_what_is_known_the_last_one_known_is_told(names):
    answer = answer_office(names.knowledge, names.knowledge.offices["MAR.president"], "2030-01-01")
    assert (answer.before.holder, answer.known_until, answer.is_reached) == ("Bela Zelensky", "2026-01-22", False)


def test_an_office_of_several_seats_has_nobody_before_and_after(names):
    answer = answer_office(names.knowledge, names.knowledge.offices["MAR.deputy"], "2019-05-01")
    assert (answer.status, answer.before, answer.after) == ("held", None, None)


@pytest.mark.parametrize(
    ("day", "status"),
    [
        ("2014-02-21", "holds later"),
        ("2014-02-22", "holds"),
        ("2014-06-06", "holds"),
        ("2014-06-07", "held before"),
        ("2014-03", "holds"),
        ("2014-02", "holds in part"),
        ("2014", "holds in part"),
        ("2013", "holds later"),
    ],
)
def test_a_term_stands_to_a_day_by_its_dates(names, day, status):
    term = names.knowledge.terms_of["MAR.president"][1]
    assert term_status(names.knowledge, term, day) == status


def test_a_kingdom_that_ended_does_not_lead_a_republic(names):
    answers = leading_answers(names, "MAR", "2016-01-01")
    assert [answer.office.id for answer in answers] == ["MAR.president"]


def test_a_republic_does_not_lead_the_kingdom_before_it(names):
    answers = leading_answers(names, "MAR", "1940-01-01")
    assert [answer.office.id for answer in answers] == ["MAR.king"]


# Suggestions


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param("Anna Duarta", "Ana Duarte", id="a slip in a full name"),
        pytest.param("Zelinski", "Bela Zelensky", id="a slip in a surname"),
        pytest.param("presidnt of Maravia", "President of Maravia", id="a slip in an office"),
        pytest.param("River Liberaton Army", "River Liberation Army", id="a slip in a body"),
    ],
)
def test_a_slip_of_the_pen_suggests_what_was_meant(names, query, expected):
    assert suggest(names.knowledge, query)[:1] == (expected,)


def test_what_is_like_nothing_suggests_nothing(names):
    assert suggest(names.knowledge, "Qwertz") == ()


WORDS = st.sampled_from(
    ["president", "of", "the", "Maravia", "'s", "Bosk", "former", "Q10", "Grey House", "’", "ex-", "-", ","]
)
DAYS = st.one_of(
    st.dates().map(lambda day: day.isoformat()),
    st.dates().map(lambda day: day.isoformat()[:7]),
    st.dates().map(lambda day: day.isoformat()[:4]),
)


@given(query=st.one_of(st.text(), st.lists(WORDS).map(" ".join)), day=DAYS)
def test_any_words_on_any_day_have_an_answer(names, query, day):
    answer = ask(names, query, day)
    assert answer.is_empty or suggest(names.knowledge, query) is not None


@given(day=st.dates().map(lambda day: day.isoformat()))
def test_whoever_holds_throughout_a_year_holds_on_its_days(names, day):
    for term in (term for terms in names.knowledge.terms_of.values() for term in terms):
        if term_status(names.knowledge, term, day[:4]) == "holds":
            assert term_status(names.knowledge, term, day) == "holds"


@given(day=st.dates().map(lambda day: day.isoformat()))
def test_whoever_holds_on_a_day_holds_in_its_year_at_least_in_part(names, day):
    for term in (term for terms in names.knowledge.terms_of.values() for term in terms):
        if term_status(names.knowledge, term, day) == "holds":
            assert term_status(names.knowledge, term, day[:4]) in ("holds", "holds in part")
