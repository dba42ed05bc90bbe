"""Sentences with a condition marked in them, as they are written for training."""

from __future__ import annotations

import sys

import pytest

from training.conditions.markup import KINDS, main, read_file, read_line, read_marks

LINE = "offer | [t We open the port] [m if] [i they pay]."


def marked(marks):
    """The text, and by mark the words that it is around."""
    text, spans = read_marks(marks)
    return text, {name: [text[start:end] for start, end in some] for name, some in spans.items() if some}


# Marks


@pytest.mark.parametrize(
    ("marks", "text", "words"),
    [
        pytest.param("It rained.", "It rained.", {}, id="none"),
        pytest.param("[m If] it rains", "If it rains", {"m": ["If"]}, id="at the start"),
        pytest.param("we go [m if asked]", "we go if asked", {"m": ["if asked"]}, id="at the end"),
        pytest.param(
            "[m If] [i it rains], [t we go].",
            "If it rains, we go.",
            {"m": ["If"], "i": ["it rains"], "t": ["we go"]},
            id="of each sort",
        ),
        pytest.param(
            "[m If] [i they], he said, [i all pay]",
            "If they, he said, all pay",
            {"m": ["If"], "i": ["they", "all pay"]},
            id="two",
        ),
        pytest.param("[i1 they], he said, [i2 pay]", "they, he said, pay", {"i": ["they", "pay"]}, id="numbered"),
        pytest.param("[i 🕊 naïve]", "🕊 naïve", {"i": ["🕊 naïve"]}, id="any letters"),
    ],
)
def test_marks_are_taken_out_of_the_text(marks, text, words):
    assert marked(marks) == (text, words)


@pytest.mark.parametrize(
    ("marks", "words"),
    [
        pytest.param("[t We [m only if] leave]", {"m": ["only if"], "t": ["We only if leave"]}, id="in the middle"),
        pytest.param("[t [m If] we leave]", {"m": ["If"], "t": ["If we leave"]}, id="at the start"),
        pytest.param("[i they pay [m if]]", {"m": ["if"], "i": ["they pay if"]}, id="at the end"),
        pytest.param("[i all [t of [m us]]]", {"m": ["us"], "i": ["all of us"], "t": ["of us"]}, id="thrice"),
    ],
)
def test_marks_may_stand_in_one_another(marks, words):
    assert marked(marks)[1] == words


@pytest.mark.parametrize(
    ("marks", "text", "words"),
    [
        pytest.param("He [Ek] left", "He [Ek] left", {}, id="outside"),
        pytest.param("[t he [Ek] left]", "he [Ek] left", {"t": ["he [Ek] left"]}, id="in a mark"),
        pytest.param("[m [i]f] it rains", "[i]f it rains", {"m": ["[i]f"]}, id="a letter"),
        pytest.param("he [the mayor] left", "he [the mayor] left", {}, id="a word like a mark"),
        pytest.param("he left] today", "he left] today", {}, id="closed only"),
        pytest.param("[he [t we go] left]", "[he we go left]", {"t": ["we go"]}, id="around a mark"),
    ],
)
def test_other_brackets_stay(marks, text, words):
    assert marked(marks) == (text, words)


@pytest.mark.parametrize(
    "marks", ["[m If it rains", "[t we [m if] leave", "[i they pay, [t we leave]", "[[m I]f it rains"]
)
def test_a_bracket_that_does_not_close_is_an_error(marks):
    with pytest.raises(ValueError, match="not closed"):
        read_marks(marks)


def test_spans_come_in_text_order():
    assert read_marks("[i all [i of us]] and [i them]")[1]["i"] == [(0, 9), (4, 9), (14, 18)]


# Lines


def test_a_line_has_a_kind_a_marker_and_parts():
    read = read_line(LINE)
    words = [[read.text[start:end] for start, end in spans] for spans in ([read.marker], read.if_, read.then)]
    assert (read.kind, words) == ("offer", [["if"], ["they pay"], ["We open the port"]])


def test_a_line_has_its_text_without_marks():
    assert read_line(LINE).text == "We open the port if they pay."


def test_a_line_without_a_condition_needs_no_parts():
    read = read_line("none | They asked [m if] it rained.")
    assert (read.if_, read.then) == ((), ())


def test_a_text_may_hold_a_bar():
    assert read_line("none | They asked [m if] it | that rained.").text == "They asked if it | that rained."


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_may_be_told(kind):
    assert read_line(LINE.replace("offer", kind)).kind == kind


@pytest.mark.parametrize(
    ("line", "message"),
    [
        pytest.param("bribe | [m If] [i they pay], [t we go].", "no kind 'bribe'", id="another kind"),
        pytest.param("Offer | [m If] [i they pay], [t we go].", "no kind 'Offer'", id="a capital"),
        pytest.param("[m If] [i they pay], [t we go].", "no kind", id="no kind"),
        pytest.param("offer | If [i they pay], [t we go].", "0 markers", id="no marker"),
        pytest.param("offer | [m If] [i they pay], [m if] so, [t we go].", "2 markers", id="two markers"),
        pytest.param("none | They asked.", "0 markers", id="none without a marker"),
        pytest.param("offer | [m If] they pay, [t we go].", "a part is missing", id="no if-part"),
        pytest.param("offer | [m If] [i they pay], we go.", "a part is missing", id="no then-part"),
        pytest.param("offer | [m If] [i they pay, [t we go].", "a mark is not closed", id="an open mark"),
        pytest.param("offer | [m If] [i they pay], [t we go]. [", "a mark is not closed", id="an open bracket"),
    ],
)
def test_a_malformed_line_is_refused(line, message):
    with pytest.raises(ValueError, match=message):
        read_line(line)


# Files


@pytest.fixture
def path(tmp_path):
    """Write a file of some content."""

    def do(content):
        made = tmp_path / "marked.txt"
        made.write_text(content, "utf8")
        return made

    return do


def test_the_lines_of_a_file_are_read_in_order(path):
    texts = [read.text for read in read_file(path(f"{LINE}\nnone | They asked [m if] it rained.\n"))]
    assert texts == ["We open the port if they pay.", "They asked if it rained."]


@pytest.mark.parametrize(
    "content", ["", "\n \n", "# offers\n", pytest.param("#offer | [m If", id="a malformed line behind #")]
)
def test_empty_lines_and_remarks_are_passed_over(path, content):
    assert list(read_file(path(content))) == []


def test_white_space_around_a_line_is_no_part_of_it(path):
    (read,) = read_file(path(f"  {LINE} \r\n"))
    assert read.text == "We open the port if they pay."


def test_a_mistake_is_told_with_its_file_and_line(path):
    with pytest.raises(ValueError, match=r"^marked\.txt:4: 0 markers$"):
        list(read_file(path(f"# offers\n{LINE}\n\noffer | [i If they pay], [t we go].\n{LINE}\n")))


def test_the_lines_before_a_mistake_are_read(path):
    lines = read_file(path(f"{LINE}\nbribe | [m If]\n"))
    assert next(lines).kind == "offer"


def test_the_command_counts_what_is_in_files(path, monkeypatch, capsys):
    name = str(path(f"{LINE}\n{LINE}\nnone | They asked [m if] it rained.\n"))
    monkeypatch.setattr(sys, "argv", ["markup", name])
    main()
    assert capsys.readouterr().out == f"{name} 3 {{'offer': 2, 'none': 1}}\n"
