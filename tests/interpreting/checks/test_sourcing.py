"""Hearsay, claims that nobody makes, sources without a name, and words put into quotations."""

from __future__ import annotations

import pytest
from case_samples import find, noted, read

from onrecord.interpreting.checks.sourcing import check_altered_quotations, check_hearsay, check_unattributed


def notes(reader, rule, text):
    """The words of each note that a whole reading makes."""
    checks = read(reader, rule, text)
    assert {check.severity for check in checks} <= {"note"}
    return [span.surface for check in checks for span in check.spans]


# Hearsay


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry has reportedly sunk off Arda.", "reportedly"),
        ("The ferry is said to have sunk off Arda.", "said to have"),
    ],
)
def test_hearsay_is_a_note(text, words):
    assert noted(check_hearsay, text) == [(words,)]


def test_the_message_of_hearsay_has_the_word():
    (finding,) = find(check_hearsay, "The ferry has reportedly sunk off Arda.")
    assert finding.message == "“reportedly”: hearsay; nobody is named who reports it."


@pytest.mark.parametrize(
    "text",
    [
        "“It has reportedly sunk,” Ines Calder said on Monday.",
        '"It has reportedly sunk," Ines Calder said on Monday.',
    ],
)
def test_what_somebody_is_quoted_with_is_no_hearsay(text):
    assert noted(check_hearsay, text) == []


def test_hearsay_behind_a_quotation_is_found():
    assert noted(check_hearsay, "“It sank,” Ines Calder said. It was reportedly old.") == [("reportedly",)]


# Claims that nobody makes


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It is believed that the ferry sank off Arda.", "It is believed"),
        ("The mayor is believed to be in Arda.", "is believed to"),
    ],
)
def test_a_claim_that_nobody_makes_is_a_note(reader, text, words):
    assert notes(reader, "unattributed", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder said it is believed that the ferry sank.",
        "The ferry allegedly carried weapons, Ines Calder said on Monday.",
        "It was alleged by the union that the ferry had sunk.",
        "“It is believed lost,” Ines Calder said on Monday.",
    ],
)
def test_a_claim_that_somebody_makes_is_none(reader, text):
    assert notes(reader, "unattributed", text) == []


def test_a_source_of_another_sentence_makes_no_claim_its_own(reader):
    text = "Ines Calder said that the ferry was old.\n\nIt is believed that the crew fled to Arda."
    assert notes(reader, "unattributed", text) == ["It is believed"]


def test_the_message_of_such_a_claim_has_its_words():
    (finding,) = find(check_unattributed, "It is believed that the ferry sank off Arda.")
    assert finding.message == "“It is believed”: a claim that nobody is named for."


# Sources without a name


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Officials said on Monday that the ferry had sunk.", "Officials"),
        (
            "A senior official who asked not to be named said on Monday that the ferry had sunk.",
            "A senior official who asked not to be named",
        ),
        ("One person familiar with the talks said that they had failed.", "One person familiar with the talks"),
    ],
)
def test_a_source_without_a_name_is_a_note(reader, text, words):
    assert notes(reader, "unnamed-source", text) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Calder said on Monday that the ferry had sunk.",
        "Ines Calder, a senior official, said on Monday that the ferry had sunk.",
        "Harbour official Ines Calder said on Monday that the ferry had sunk.",
        "Officials came to Arda on Monday.",
    ],
)
def test_a_source_with_a_name_or_that_needs_none_is_right(reader, text):
    assert notes(reader, "unnamed-source", text) == []


def test_a_wording_is_noted_once(reader):
    text = "Officials said the ferry had sunk. Diplomats said it was old. Officials said the crew was safe."
    assert notes(reader, "unnamed-source", text) == ["Officials", "Diplomats"]


# Words put into quotations


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The [harbour] was closed,” Ines Calder said.", "[harbour]"),
        ("“[T]he harbour was closed,” Ines Calder said.", "[T]"),
        ("Ines Calder called it “a fine [old] boat”.", "[old]"),
    ],
)
def test_words_in_brackets_within_a_quotation_are_a_note(text, words):
    assert noted(check_altered_quotations, text) == [(words,)]


def test_each_place_of_words_in_brackets_is_a_note():
    assert noted(check_altered_quotations, "“The [old] boat [sank],” she said.") == [("[old]",), ("[sank]",)]


def test_the_message_of_words_in_brackets_has_them():
    (finding,) = find(check_altered_quotations, "“The [harbour] was closed,” she said.")
    assert finding.message == "“[harbour]”: words put into a quotation by an editor."


@pytest.mark.parametrize(
    "text",
    [
        "“The harber [sic] was closed,” Ines Calder said.",
        "“The harbour […] was closed,” Ines Calder said.",
        "The harbour [photo] was closed, Ines Calder said.",
        "“The harbour was closed,” said Ines [now Lady] Calder.",
        "“The harbour was closed.”\n\n[Photo]\n\n“It was cold.”",
    ],
)
def test_brackets_that_put_no_words_into_a_quotation_are_right(text):
    assert noted(check_altered_quotations, text) == []


def test_an_article_that_is_read_as_a_whole_is_checked(reader):
    text = "“The [harbour] was closed,” Ines Calder said on Monday."
    assert notes(reader, "altered-quotation", text) == ["[harbour]"]
