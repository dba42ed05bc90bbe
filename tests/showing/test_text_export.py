"""Text for terminals, exactly as it should look."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from event_samples import make_strait
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from row_samples import make_ferry
from showing_samples import MAKER, make_article, make_council, make_hostile, make_parliament

from onrecord.records import Record
from onrecord.showing.export import make_export

PARLIAMENT_40 = """\
Duarte offers to resign
The River Post · 2031-03-05, given
https://example.org/duarte
════════════════════════════════════════

Who said what · 1 statement, direct

Ana Duarte (“President”) said:
  "If it brings peace, I will resign,"
  to parliament · on Monday, 3 March
  2031

When · 1 mention

Mon 3 March 2031: “Monday”
"""
PARLIAMENT_80 = """\
Duarte offers to resign
The River Post · 2031-03-05, given
https://example.org/duarte
════════════════════════════════════════════════════════════════════════════════

Who said what · 1 statement, direct

Ana Duarte     "If it brings peace, I will resign,"
(“President”)  to parliament · on Monday, 3 March 2031
said

When · 1 mention

Mon 3 March 2031  “Monday”
"""
COUNCIL_40 = """\
Ana Duarte warned that the generals had
told her "the road is not safe"…
date not stated
════════════════════════════════════════

Who said what · 5 statements: 2 direct,
3 mixed

Ana Duarte warned:
  that the generals had told her "the
  road is not safe" and that the whole
  of the northern valley, from the dam
  to the sea, would be under water
  within the week
  ↳ the generals said: "the road is not
    safe" · confidence 41%

a senior official who asked not to be
  named said:
  “We heard nothing of it,” … “Nothing
  at all.”

(not stated) reported:
  that 水利局長官 called the plan “a
  fine 🎉 thing”
  ↳ 水利局長官 described (“called”): the
    plan “a fine 🎉 thing”
"""
COUNCIL_80 = """\
Ana Duarte warned that the generals had told her "the road is not safe"…
date not stated
════════════════════════════════════════════════════════════════════════════════

Who said what · 5 statements: 2 direct, 3 mixed

Ana Duarte                 that the generals had told her "the road is not safe"
warned                     and that the whole of the northern valley, from the
                           dam to the sea, would be under water within the week
                           ↳ the generals said: "the road is not safe" ·
                             confidence 41%

a senior official who      “We heard nothing of it,” … “Nothing at all.”
asked not to be named
said

(not stated)               that 水利局長官 called the plan “a fine 🎉 thing”
reported                   ↳ 水利局長官 described (“called”): the plan “a fine
                             🎉 thing”
"""
COUNCIL_120 = """\
Ana Duarte warned that the generals had told her "the road is not safe"…
date not stated
══════════════════════════════════════════════════════════════════════════════════════════════════════════════

Who said what · 5 statements: 2 direct, 3 mixed

Ana Duarte                        that the generals had told her "the road is not safe" and that the whole of
warned                            the northern valley, from the dam to the sea, would be under water within
                                  the week
                                  ↳ the generals said: "the road is not safe" · confidence 41%

a senior official who asked not   “We heard nothing of it,” … “Nothing at all.”
to be named
said

(not stated)                      that 水利局長官 called the plan “a fine 🎉 thing”
reported                          ↳ 水利局長官 described (“called”): the plan “a fine 🎉 thing”
"""
FERRY_ROWS_40 = """\
Who they are · 1 person, 1 organization
or group

Ines Calder: Harbour Minister of
  Arvelle since 1 June 2029

Known only by name: Tessen

When · 10 mentions

Sat 9 March 2030: “9 March last year”
night of 1 to 2 March 2031:
  “overnight”
Sun 2 March 2031: “Sunday” ×2
Mon 3 March 2031: “Monday”
end of May 2031: “the end of May”
3 days: “three days”
every Monday

No date: Recently · Now

Where · 9 mentions

Ostrel, Portugal: 3 times
Velmora, Portugal: also as its
  government or people
Arda, perhaps Bulgaria

Only as a government or people, or in
  a name: Tessen (Turkmenistan) ×3

How many · 8 numbers

at least 1 person killed: At least one
  person was killed and between 10 and
  15 …
10–15 fishermen injured: At least one
  person was killed and between 10 and
  15 fishermen were hurt when Tessen
  launched a …
267 drones launched: … hurt when
  Tessen launched a record 267 drones at
  Ostrel overnight.
$5 million pledged (USD 5,000,000):
  The government will pay $5 million to
  the 1,200 families, 12 percent …

Other numbers: dozens of homes (at
  least 24) · 1,200 families · 12
  percent · 20 kilometers
"""
FERRY_ROWS_80 = """\
Who they are · 1 person, 1 organization or group

Ines Calder  Harbour Minister of Arvelle since 1 June 2029

Known only by name: Tessen

When · 10 mentions

Sat 9 March 2030            “9 March last year”
night of 1 to 2 March 2031  “overnight”
Sun 2 March 2031            “Sunday” ×2
Mon 3 March 2031            “Monday”
end of May 2031             “the end of May”
3 days                      “three days”
every Monday

No date: Recently · Now

Where · 9 mentions

Ostrel, Portugal        3 times
Velmora, Portugal       also as its government or people
Arda, perhaps Bulgaria

Only as a government or people, or in a name: Tessen (Turkmenistan) ×3

How many · 8 numbers

at least 1 person killed          At least one person was killed and between 10
                                  and 15 …
10–15 fishermen injured           At least one person was killed and between 10
                                  and 15 fishermen were hurt when Tessen
                                  launched a …
267 drones launched               … hurt when Tessen launched a record 267
                                  drones at Ostrel overnight.
$5 million pledged (USD           The government will pay $5 million to the
5,000,000)                        1,200 families, 12 percent …

Other numbers: dozens of homes (at least 24) · 1,200 families · 12 percent ·
  20 kilometers
"""
_DEEDS = ((31, "Drone attack"), (32, "Aid"), (35, "Criticism"), (36, "Meeting"))
STRAIT_EVENTS_50 = """\
Who did what · 10 events: 7 done, 1 planned, 1
hypothetical, 1 denied · 1 unsure left out
(--min-confidence 0 shows all)

Drone attack (ASSAULT · drone): Tessen → Ostrel,
  night of 1 to 2 March 2031, 267 drones launched,
  at least 1 person killed (officials in Arvelle)
  · told ×2: “launched”, “attack” · material
  conflict · military, territory
Criticism (ACCUSE · disapprove): Ines Calder →
  Tessen · “condemned” · verbal conflict
Meeting (CONSULT): Tessen ↔ Arvelle, Sun 2 March
  2031, in Velmora · “met” · verbal cooperation ·
  diplomatic
Meeting, planned (CONSULT): the two leaders
  among themselves, April 2031 · “meet” · verbal
  cooperation
Shooting (ASSAULT · firearms): someone not named
  → four people, near Arda, 4 people injured ·
  “shot” · material conflict · crime
Strike (PROTEST · strike): Dockers, Mon 3 March
  2031 · “downed tools” · material conflict
Cutting of ties, hypothetical (SANCTION ·
  discontinue): Arvelle → Tessen · “close” ·
  material conflict
Search or seizure, denied (COERCE · seize):
  Tessen → the trawler Marsh (Tessen) · “boarded”
  · material conflict
Aid: the Fishermen’s Union, the Port Authority,
  the Red Lantern Society and 2 others → families
  whose homes along the northern quay…, 12,000
  meals delivered · “gave” · material cooperation
Concession (CONCEDE): no one named · “lifted” ·
  verbal cooperation
"""
STRAIT_EVENTS_80 = """\
Who did what · 10 events: 7 done, 1 planned, 1 hypothetical, 1 denied · 1 unsure
left out (--min-confidence 0 shows all)

Drone attack                   Tessen → Ostrel, night of 1 to 2 March 2031, 267
ASSAULT · drone                drones launched, at least 1 person killed
                               (officials in Arvelle)
                               told ×2: “launched”, “attack” · material conflict
                               · military, territory
Criticism                      Ines Calder → Tessen
ACCUSE · disapprove            “condemned” · verbal conflict
Meeting                        Tessen ↔ Arvelle, Sun 2 March 2031, in Velmora
CONSULT                        “met” · verbal cooperation · diplomatic
Meeting, planned               the two leaders among themselves, April 2031
CONSULT                        “meet” · verbal cooperation
Shooting                       someone not named → four people, near Arda, 4
ASSAULT · firearms             people injured
                               “shot” · material conflict · crime
Strike                         Dockers, Mon 3 March 2031
PROTEST · strike               “downed tools” · material conflict
Cutting of ties, hypothetical  Arvelle → Tessen
SANCTION · discontinue         “close” · material conflict
Search or seizure, denied      Tessen → the trawler Marsh (Tessen)
COERCE · seize                 “boarded” · material conflict
Aid                            the Fishermen’s Union, the Port Authority, the
                               Red Lantern Society and 2 others → families whose
                               homes along the northern quay…, 12,000 meals
                               delivered
                               “gave” · material cooperation
Concession                     no one named
CONCEDE                        “lifted” · verbal cooperation
"""
STRAIT_EVENTS_120 = """\
Who did what · 10 events: 7 done, 1 planned, 1 hypothetical, 1 denied · 1 unsure left out (--min-confidence 0
shows all)

Drone attack                   Tessen → Ostrel, night of 1 to 2 March 2031, 267 drones launched, at least 1
ASSAULT · drone                person killed (officials in Arvelle)
                               told ×2: “launched”, “attack” · material conflict · military, territory
Criticism                      Ines Calder → Tessen
ACCUSE · disapprove            “condemned” · verbal conflict
Meeting                        Tessen ↔ Arvelle, Sun 2 March 2031, in Velmora
CONSULT                        “met” · verbal cooperation · diplomatic
Meeting, planned               the two leaders among themselves, April 2031
CONSULT                        “meet” · verbal cooperation
Shooting                       someone not named → four people, near Arda, 4 people injured
ASSAULT · firearms             “shot” · material conflict · crime
Strike                         Dockers, Mon 3 March 2031
PROTEST · strike               “downed tools” · material conflict
Cutting of ties, hypothetical  Arvelle → Tessen
SANCTION · discontinue         “close” · material conflict
Search or seizure, denied      Tessen → the trawler Marsh (Tessen)
COERCE · seize                 “boarded” · material conflict
Aid                            the Fishermen’s Union, the Port Authority, the Red Lantern Society and 2 others
                               → families whose homes along the northern quay…, 12,000 meals delivered
                               “gave” · material cooperation
Concession                     no one named
CONCEDE                        “lifted” · verbal cooperation
"""


def show(record, width=80, *, is_colored=False):
    return make_export("text", width=width, is_colored=is_colored).show(record)


@pytest.mark.parametrize(
    ("make", "width", "expected"),
    [
        pytest.param(make_parliament, 40, PARLIAMENT_40, id="one statement, 40 columns"),
        pytest.param(make_parliament, 80, PARLIAMENT_80, id="one statement, 80 columns"),
        pytest.param(make_council, 40, COUNCIL_40, id="nested statements, 40 columns"),
        pytest.param(make_council, 80, COUNCIL_80, id="nested statements, 80 columns"),
        pytest.param(make_council, 120, COUNCIL_120, id="nested statements, 120 columns"),
    ],
)
def test_text_looks_like_this(make, width, expected):
    assert show(make(), width) == expected


@pytest.mark.parametrize(
    ("width", "expected"), [pytest.param(40, FERRY_ROWS_40, id="40"), pytest.param(80, FERRY_ROWS_80, id="80")]
)
def test_people_times_places_and_quantities_stand_below_the_statements(width, expected):
    assert show(make_ferry(), width).endswith(f"\n\n{expected}")


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        pytest.param(50, STRAIT_EVENTS_50, id="50"),
        pytest.param(80, STRAIT_EVENTS_80, id="80"),
        pytest.param(120, STRAIT_EVENTS_120, id="120"),
    ],
)
def test_events_stand_between_the_statements_and_the_others(width, expected):
    shown = make_export("text", width=width, least=0.5).show(make_strait())
    assert f"\n\n{expected}\nWhen · 4 mentions\n" in shown[shown.index("Who said what") :]


def test_a_record_of_unsure_events_only_says_so():
    record = make_strait()
    record = replace(record, statements=(), times=(), places=(), quantities=(), events=record.events[-1:])
    shown = make_export("text", width=100, least=0.5).show(record)
    assert shown.endswith("\n\nWho did what · 0 events · 1 unsure left out (--min-confidence 0 shows all)\n")


def test_colour_tells_the_class_of_a_deed_that_its_words_tell_too():
    shown = show(make_strait(), is_colored=True)
    assert [f"\x1b[1;{color}m{deed}\x1b[0m" in shown for color, deed in _DEEDS] == [True] * 4


def test_a_record_without_statements_has_its_other_rows():
    record = replace(make_ferry(), statements=(), places=(), quantities=())
    assert "No statements found.\n\nWho they are · 1 person, 1 organization or group\n\nInes Calder " in show(record)


def test_to_whom_when_and_where_stand_below_the_words():
    assert "to parliament · on Monday, 3 March 2031 · in Velmora" in show(make_ferry())


def test_wider_terminals_do_not_make_longer_lines():
    assert show(make_council(), 200) == COUNCIL_120


def test_colour_adds_nothing_but_colour():
    colored = show(make_council(), is_colored=True)
    assert re.sub(r"\x1b\[[0-9;]*m", "", colored) == COUNCIL_80


def test_colour_is_used_where_it_is_wanted():
    assert "\x1b[" in show(make_council(), is_colored=True)


def test_a_record_without_statements_says_so():
    record = Record(MAKER, make_article("The gate was shut.", title="Gate"))
    assert show(record, 20).endswith("\n\nNo statements found.\n")


def test_settings_of_the_environment_change_nothing(monkeypatch):
    for name, value in {"COLUMNS": "33", "NO_COLOR": "1", "TERM": "dumb", "FORCE_COLOR": "1"}.items():
        monkeypatch.setenv(name, value)
    assert show(make_council()) == COUNCIL_80


def test_records_are_kept_apart():
    assert make_export("text").between == "\n\n"


@pytest.mark.parametrize("width", [20, 40, 59, 60, 80, 120])
@pytest.mark.parametrize("make", [make_council, make_ferry, make_strait])
def test_no_line_is_wider_than_the_terminal_or_ends_in_spaces(make, width):
    lines = show(make(), width).splitlines()
    assert [line for line in lines if cell_len(line) > width or line != line.rstrip()] == []


@pytest.mark.parametrize("width", [60, 80, 110])
def test_the_right_column_stays_in_place_beside_wide_characters(width):
    text = "東京都知事 spoke. née Zoë\u0301 👩\u200d🚒 spoke."
    record = make_hostile(text)
    lines = show(record, width).split("\n")
    starts = {
        cell_len(line[: re.search(r"(?<=\S)\s{2,}(?=\S)", line).end()]) for line in lines if "   " in line.strip()
    }
    assert len(starts) <= 1


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(), min_size=1, max_size=60), width=st.integers(20, 120))
def test_no_text_gets_a_control_character_through_to_the_terminal(text, width):
    shown = show(make_hostile(text), width)
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]", shown) == []


@settings(max_examples=30, deadline=None)
@given(text=st.text(st.sampled_from("a \x1b[31m\x07\x9b]0;\u202e\r\n"), min_size=1, max_size=40))
def test_in_colour_only_our_own_escapes_get_through(text):
    shown = show(make_hostile(text), is_colored=True)
    ours = re.sub(r"\x1b\[(?:0|1|2|32|36|2;36)m", "", shown)
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", ours) == []
