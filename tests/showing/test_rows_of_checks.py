"""What to check: a row for each finding."""

from __future__ import annotations

from dataclasses import replace

import pytest
from check_samples import ALL, HEARSAY, SOURCE, TOLL, WEEKDAY, at, make_checked

from onrecord.showing.checks import describe_checks


def describe(*checks, **known):
    numbered = (replace(check, id=f"k{n}") for n, check in enumerate(checks, start=1))
    return describe_checks(make_checked(*numbered), **known)


def row(check):
    section = describe(check)
    (only,) = (*section.rows, *section.others)
    return only


def test_no_checks_make_no_section():
    assert describe() is None


def test_the_section_has_its_name_and_title():
    section = describe(WEEKDAY)
    assert (section.name, section.title) == ("what-to-check", "What to check")


def test_errors_and_warnings_are_shown_first_and_notes_more_quietly():
    section = describe(*ALL)
    assert (len(section.rows), len(section.others), section.others_label) == (2, 2, "Notes")


def test_notes_alone_are_shown_quietly():
    section = describe(SOURCE, HEARSAY)
    assert (len(section.rows), len(section.others)) == (0, 2)


@pytest.mark.parametrize(
    ("checks", "count"),
    [
        (ALL, "1 error, 1 warning, 2 notes"),
        ((SOURCE, WEEKDAY, WEEKDAY), "2 errors, 1 note"),
    ],
)
def test_checks_are_counted_by_their_severity_the_gravest_first(checks, count):
    assert describe(*checks).count == count


@pytest.mark.parametrize(
    ("severities", "count"),
    [(("error",), "1 error"), (("warning", "note"), "1 warning, 2 notes")],
)
def test_checks_of_other_severities_are_left_out(severities, count):
    assert describe(*ALL, severities=severities).count == count


@pytest.mark.parametrize("severities", [(), ("error",)])
def test_where_all_checks_are_left_out_there_is_no_section(severities):
    assert describe(TOLL, SOURCE, severities=severities) is None


def test_an_error_is_told_with_its_rule_and_its_message():
    told = row(WEEKDAY)
    assert (told.told, told.beside, told.sentence) == ("Error", "weekday", WEEKDAY.message)


def test_a_note_is_its_message():
    told = row(SOURCE)
    assert (told.told, told.beside, told.sentence) == (SOURCE.message, "", "")


def test_the_notes_of_an_error_are_its_words_and_its_evidence():
    assert row(WEEKDAY).notes == ("“Tuesday, 3 March 2031”", "The calendar.")


def test_words_of_the_headline_are_told_before_those_of_the_text():
    assert row(TOLL).notes[0] == "“15”, “twelve people”"


def test_a_check_without_words_has_its_evidence_only():
    assert row(replace(WEEKDAY, spans=())).notes == ("The calendar.",)


def test_a_check_without_evidence_has_its_words_only():
    assert row(replace(WEEKDAY, evidence=None)).notes == ("“Tuesday, 3 March 2031”",)


def test_a_note_does_not_tell_its_words_twice():
    assert row(replace(SOURCE, evidence="The text.")).notes == ("The text.",)


def test_the_row_stands_at_its_words_in_text_order():
    spans = (at("twelve people"), at("Tuesday"))
    assert [span.surface for span in row(replace(WEEKDAY, spans=spans)).spans] == ["Tuesday", "twelve people"]


def test_words_of_the_headline_are_no_place_in_the_text():
    assert row(replace(TOLL, spans=())).spans == ()


def test_same_words_at_two_places_are_counted():
    spans = (at("ferry"), at("ferry", occurrence=2))
    assert row(replace(WEEKDAY, spans=spans)).notes[0] == "“ferry” ×2"


@pytest.mark.parametrize(("check", "tone"), [(WEEKDAY, "material-conflict"), (TOLL, "verbal-conflict"), (SOURCE, "")])
def test_the_tone_tells_the_severity(check, tone):
    assert row(check).tone == tone


@pytest.mark.parametrize("check", [WEEKDAY, SOURCE])
def test_a_message_stays_on_one_line_and_holds_nothing_that_a_terminal_obeys(check):
    told = row(replace(check, message="two\nlines\x1b[31m", evidence="and\n\x1b[2J"))
    shown = "".join((told.told, told.sentence, *told.notes))
    assert "\n" not in shown
    assert "\x1b" not in shown
