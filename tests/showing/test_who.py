"""`onrecord who`: what it prints where, and how it ends."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import KnowledgeError
from onrecord.knowledge.answers import ask
from onrecord.knowledge.base import Knowledge
from onrecord.knowledge.entries import Body, Country, Office, Person, Term
from onrecord.knowledge.office_names import OfficeNames
from onrecord.showing.cli import Parts, main
from onrecord.showing.who import WhoPage
from onrecord.showing.who_words import tell_time, tell_title

COUNTRIES = ["MAR|MR|Q1|Maravia|Republic of Maravia|Old Maravia|Maravian|Ostrel|Grey House|2026-01-22|c.csv:1"]
BODIES = ["rla|River Liberation Army|RLA|armed_group|REB|MAR|unverified"]
PEOPLE = [
    "Q10|Ana Duarte|Anna Duarte|MAR||p.csv:10",
    "Q11|Bela Duarte||MAR||p.csv:11",
    "Q12|Carl Bosk||MAR|OPP|p.csv:12",
]
OFFICES = [
    "MAR.president|President of Maravia|MAR|head_of_state|President|1|GOV||o.csv",
    "MAR.chancellor|Chancellor of Maravia|MAR|head_of_government|Chancellor|1|GOV|2018-01-01|o.csv",
    *(
        f"MAR.{name}|{title} of Maravia|MAR|other|Envoy|1|GOV||o.csv"
        for name, title in (
            ("a", "Envoy to Tessen"),
            ("b", "Envoy to Ardale"),
            ("c", "Envoy to Korda"),
            ("d", "Envoy to Lindoso"),
            ("e", "Envoy to Ostrel"),
        )
    ),
]
TERMS = [
    "MAR.chancellor|Q10|Ana Duarte|2005-05|2010-03-01||unverified",
    "MAR.president|Q10|Ana Duarte|2010-03-01|2014-02-22||t.csv:2",
    "MAR.president|Q11|Bela Duarte|2014-02-22|||t.csv:3",
]
TABLES = (("countries", Country, COUNTRIES), ("bodies", Body, BODIES), ("people", Person, PEOPLE))
TABLES += (("offices", Office, OFFICES), ("terms", Term, TERMS))


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tables")
    for name, kind, rows in TABLES:
        lines = ["\t".join(kind._fields), *(row.replace("|", "\t") for row in rows)]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf8")
    return Knowledge(folder)


@pytest.fixture
def who(knowledge, capsys):
    """Run the command on a day in 2030; gives its status, what it printed and what it said on standard error."""

    def run(*args):
        parts = Parts(load_knowledge=lambda: knowledge, find_today=lambda: date(2030, 5, 1))
        with pytest.raises(SystemExit) as ended:
            main(["who", "--width", "80", *args], parts=parts)
        printed = capsys.readouterr()
        return ended.value.code, printed.out, printed.err

    return run


def lines(done):
    status, printed, said = done
    assert (status, said) == (0, "")
    return printed.splitlines()


# People


def test_a_person_has_names_and_offices_in_order_those_of_the_day_marked(who):
    assert lines(who("Ana Duarte", "--on", "2012-01-01")) == [
        "Ana Duarte",
        "person · Maravia · Q10",
        "also written: Anna Duarte",
        "",
        "Offices · ▸ held on 1 January 2012",
        "  May 2005 – 1 Mar 2010     Chancellor of Maravia (unverified)",
        "▸ 1 Mar 2010 – 22 Feb 2014  President of Maravia (t.csv:2)",
    ]


def test_an_open_term_is_not_told_as_held_beyond_what_is_known(who):
    assert lines(who("Bela Duarte"))[-2:] == [
        "Offices · ? not known whether held today",
        "? since 22 Feb 2014  President of Maravia · known until 22 Jan 2026 (t.csv:3)",
    ]


def test_a_person_without_offices_has_a_sector_and_a_source(who):
    assert lines(who("Carl Bosk")) == [
        "Carl Bosk",
        "person · opposition · Maravia · Q12 (p.csv:12)",
        "",
        "no office is known",
    ]


def test_several_people_are_told_apart_with_how_to_ask_for_one(who):
    assert lines(who("Duarte", "--on", "2001")) == [
        "Duarte · can mean 2 people",
        "Bela Duarte · Maravia · Q11",
        "  President of Maravia since 2014",
        "Ana Duarte · Maravia · Q10",
        "  President of Maravia 2010–2014; Chancellor of Maravia 2005–2010",
        "",
        'Ask for one by its full name or id, as in: onrecord who "Bela Duarte", or by a',
        "day in office, with --on",
    ]


def test_the_one_in_office_on_the_day_is_told_and_the_other_named(who):
    told = lines(who("Duarte", "--on", "2012-01-01"))
    assert (told[0], told[-1]) == ("Ana Duarte", "Of that name, too: Bela Duarte (Q11)")


# Offices


def test_the_holder_on_a_day_is_told_with_those_before_and_after(who):
    assert lines(who("president of Maravia", "--on", "2012-01-01")) == [
        "President of Maravia · on 1 January 2012",
        "Ana Duarte  1 Mar 2010 – 22 Feb 2014 (t.csv:2)",
        "after: Bela Duarte, from 22 February 2014",
    ]


def test_all_holders_in_a_year_are_told(who):
    assert lines(who("president of Maravia", "--on", "2014"))[1:] == [
        "Ana Duarte   1 Mar 2010 – 22 Feb 2014 (t.csv:2)",
        "Bela Duarte  since 22 Feb 2014 (t.csv:3)",
    ]


def test_today_is_not_known_where_the_tables_end_before(who):
    assert lines(who("president of Maravia")) == [
        "President of Maravia · today",
        "not known: the tables reach until 22 January 2026",
        "last known: Bela Duarte, since 22 Feb 2014 (t.csv:3)",
    ]


def test_a_year_that_is_known_in_part_says_so(who):
    assert lines(who("president of Maravia", "--on", "2026"))[2] == "the tables reach until 22 January 2026"


def test_a_day_before_the_first_holder_is_not_known(who):
    assert lines(who("president of Maravia", "--on", "1980"))[1:] == [
        "not known: the tables begin in 2010",
        "next known: Ana Duarte, 1 Mar 2010 – 22 Feb 2014 (t.csv:2)",
    ]


def test_words_need_no_quotation_marks(who):
    assert who("president", "of", "Maravia") == who("president of Maravia")


def test_a_title_of_many_offices_asks_for_the_country(who):
    status, _, said = who("envoy")
    assert (status, said.partition("; ")[0], said.partition("; ")[2]) == (
        1,
        "onrecord: “envoy” is the title of 5 offices",
        'say of which country, as in: onrecord who "Envoy to Tessen of Maravia"\n',
    )


# Countries and bodies


def test_a_country_has_its_names_and_who_leads_it_as_far_as_known(who):
    assert lines(who("Maravia", "--on", "2019-01-01")) == [
        "Maravia",
        "country · capital Ostrel · MAR · Q1",
        "also called: Republic of Maravia",
        "formerly: Old Maravia",
        "adjective: Maravian",
        "its government is also: Grey House",
        "",
        "Who leads it · on 1 January 2019",
        "President  Bela Duarte, since 22 Feb 2014 (t.csv:3)",
    ]


def test_beyond_what_is_known_a_country_names_the_last_leader_with_the_day(who):
    assert lines(who("Maravia"))[-1] == "President  not known; on 22 Jan 2026 Bela Duarte"


def test_a_seat_is_told_as_the_government(who):
    assert lines(who("the Grey House"))[:2] == ["the Grey House: the government of Maravia", "Maravia"]


def test_a_body_has_type_sector_and_country_in_words(who):
    assert lines(who("RLA")) == [
        "River Liberation Army",
        "armed group · rebels · Maravia · rla (unverified)",
        "also called: RLA",
    ]


# What is not there


def test_a_name_that_is_not_there_is_told_on_standard_error_with_the_likest(who):
    status, printed, said = who("Anna Duarta")
    start, _, holds = said.partition(", which holds ")
    assert (status, printed, start) == (1, "", "onrecord: “Anna Duarta” is not in the knowledge base")
    assert holds == "1 country, 1 organization or group, 3 people and 7 offices; did you mean Ana Duarte?\n"


def test_what_a_terminal_would_obey_is_not_repeated(who):
    _, printed, said = who("Foo\x1b[31m\x9bbar\u202e")
    assert (printed, "“Foo␛[31m�bar”" in said) == ("", True)


def test_nothing_to_ask_is_a_usage_error(who):
    status, _, said = who(" ")
    assert (status, said.splitlines()[-1]) == (
        2,
        "Error: Say a name or an office, as in: onrecord who president of Ukraine --on 2015-06-01",
    )


@pytest.mark.parametrize("day", ["yesterday", "2015-13", "2015-W01-1", ""])
def test_what_is_no_date_is_a_usage_error(who, day):
    assert who("Maravia", "--on", day)[0] == 2


@pytest.mark.parametrize("day", ["2012-06-01", "20120601", "2012-06-01T10:00"])
def test_a_day_is_understood_as_the_reader_does(who, day):
    assert lines(who("Maravia", "--on", day))[7] == "Who leads it · on 1 June 2012"


def test_a_broken_table_ends_with_a_line_and_a_status_of_its_own(capsys):
    def fail():
        raise KnowledgeError("people.tsv: is missing; install onrecord again")

    with pytest.raises(SystemExit) as ended:
        main(["who", "Maravia"], parts=Parts(load_knowledge=fail))
    assert (ended.value.code, capsys.readouterr().err) == (
        3,
        "onrecord: people.tsv: is missing; install onrecord again\n",
    )


# JSON


def test_json_has_ids_terms_statuses_and_sources(who):
    _, printed, _ = who("Ana Duarte", "--on", "2012-01-01", "-f", "json")
    told = json.loads(printed)
    (person,) = told["found"]
    assert list(told) == ["query", "on", "found", "offices", "also", "unsaid", "suggestions"]
    assert person["terms"][1] == {
        "office": "MAR.president",
        "title": "President of Maravia",
        "person": "Q10",
        "name": "Ana Duarte",
        "start": "2010-03-01",
        "end": "2014-02-22",
        "status": "holds",
        "source": "t.csv:2",
    }


def test_json_of_an_office_has_its_status_and_who_came_after(who):
    _, printed, _ = who("president of Maravia", "--on", "2012-01-01", "-f", "json")
    (office,) = json.loads(printed)["offices"]
    assert (office["status"], office["terms"][0]["person"], office["after"]["person"]) == ("held", "Q10", "Q11")


def test_json_of_what_is_not_there_is_whole_and_suggests(who):
    status, printed, said = who("Anna Duarta", "-f", "json")
    told = json.loads(printed)
    assert (status, told["found"], told["suggestions"][0], said[:9]) == (1, [], "Ana Duarte", "onrecord:")


@pytest.mark.parametrize(("query", "kind"), [("Maravia", "country"), ("rla", "body"), ("Bosk", "person")])
def test_json_tells_the_kind_of_an_entry(who, query, kind):
    assert json.loads(who(query, "-f", "json")[1])["found"][0]["kind"] == kind


# Looks


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 200])
@pytest.mark.parametrize("query", ["Ana Duarte", "Duarte", "Maravia", "president of Maravia", "rla"])
def test_no_line_is_wider_than_asked(who, query, width):
    told = lines(who(query, "--on", "2014", "--width", str(width)))
    assert max(map(len, told)) <= min(width, 110)


def test_colour_adds_nothing_but_colour(who):
    plain, colored = (who("Ana Duarte", "--on", "2012", "--color", choice)[1] for choice in ("never", "always"))
    assert "\x1b[" in colored
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == plain


def test_on_a_narrow_terminal_a_row_is_a_paragraph(who):
    assert lines(who("Ana Duarte", "--on", "2012", "--width", "40"))[-2:] == [
        "▸ 1 Mar 2010 – 22 Feb 2014: President of",
        "  Maravia (t.csv:2)",
    ]


@pytest.mark.parametrize(
    ("start", "end", "told"),
    [
        ("2010-03-01", "2014", "1 Mar 2010 – 2014"),
        ("2010-03", "", "since Mar 2010"),
        ("", "2014-02-22", "until 22 Feb 2014"),
        ("", "", "dates unknown"),
    ],
)
def test_a_time_has_the_precision_that_is_known(start, end, told):
    assert tell_time(Term("o", "p", "P", start, end, "", "s")) == told


@pytest.mark.parametrize(
    ("title", "of", "told"),
    [
        ("President of the United States", "United States", "President"),
        ("King of Maravia", "Maravia", "King"),
        ("Pope", "Holy See", "Pope"),
    ],
)
def test_a_title_is_shortened_beside_its_country(title, of, told):
    assert tell_title(Office("o", title, "X", "other", (), "1", "", "", "s"), of) == told


@given(query=st.text(), width=st.integers(4, 120), day=st.dates())
def test_any_query_can_be_shown(knowledge, query, width, day):
    names = OfficeNames(knowledge)
    page = WhoPage(names, day.isoformat(), is_today=False, width=width, is_colored=False)
    assert "\x1b" not in page.show(query, ask(names, query, day.isoformat()))


# The tables of the package


def test_an_answer_comes_without_the_libraries_that_read_articles():
    code = (
        "import sys\nfrom onrecord.showing.cli import main\n"
        "try:\n    main(['who', 'NATO', '--on', '2020-01-01'])\n"
        "finally:\n    print(sorted({'numpy', 'onnxruntime', 'trafilatura', 'tokenizers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ, check=True)
    assert (done.stdout.splitlines()[0], done.stdout.splitlines()[-1]) == ("NATO", "[]")
