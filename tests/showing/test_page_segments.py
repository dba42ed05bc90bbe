"""The text of a page: cut where marks begin and end, and otherwise as it was."""

from __future__ import annotations

import pytest
from growth import ends_within
from hypothesis import given, settings
from hypothesis import strategies as st
from page_samples import parse_marks

from onrecord.showing.export.pages.segments import Mark, cut_text, drawn

PARTS = {"s": "source", "k": "cue", "c": "content", "d": "date"}
LETTERS = {part: letter for letter, part in PARTS.items()}


def cut(marked, *, has_title=True):
    text, found = parse_marks(marked)
    marks = [
        Mark(start, end, number, PARTS[letter])
        for number, parts in found.items()
        for letter, offsets in parts.items()
        for start, end in offsets
    ]
    return cut_text(text, marks, has_title=has_title)


def pieces(marked):
    return [
        (segment.text, " ".join(f"{mark.number}{LETTERS[mark.part]}" for mark in segment.marks))
        for block in cut(marked)
        for segment in block.segments
    ]


def layouts(text, *, has_title=True):
    return [("".join(s.text for s in block.segments), block.layout) for block in cut(text, has_title=has_title)]


def joined(blocks):
    return "".join("".join(segment.text for segment in block.segments) + block.space for block in blocks)


def test_text_is_cut_where_marks_begin_and_end():
    assert pieces("[1s Ann] [1k said] [1c it rains].") == [
        ("Ann", "1s"),
        (" ", ""),
        ("said", "1k"),
        (" ", ""),
        ("it rains", "1c"),
        (".", ""),
    ]


def test_inner_statement_comes_before_the_one_around_it():
    assert pieces("[1c that [2s Bo] had [2k said] [2c no]]") == [
        ("that ", "1c"),
        ("Bo", "2s 1c"),
        (" had ", "1c"),
        ("said", "2k 1c"),
        (" ", "1c"),
        ("no", "2c 1c"),
    ]


def test_overlapping_marks_share_a_segment():
    marks = [Mark(0, 6, 1, "content"), Mark(4, 12, 2, "content")]
    (block,) = cut_text("one two three", marks, has_title=True)
    assert [(s.text, [m.number for m in s.marks]) for s in block.segments] == [
        ("one ", [1]),
        ("tw", [1, 2]),
        ("o thre", [2]),
        ("e", []),
    ]


def test_a_time_is_inside_the_words_around_it_however_often_it_stands_there():
    text = "She came on Monday. “On Monday”"
    marks = [Mark(12, 18, 1, "time"), Mark(24, 30, 1, "time"), Mark(20, 31, 1, "content"), Mark(0, 3, 1, "source")]
    (block,) = cut_text(text, marks, has_title=True)
    marked = [(s.text, [m.part for m in s.marks]) for s in block.segments if s.marks]
    assert marked == [
        *[("She", ["source"]), ("Monday", ["time"]), ("“On ", ["content"])],
        *[("Monday", ["time", "content"]), ("”", ["content"])],
    ]


def test_same_words_of_two_statements_are_one_segment():
    assert pieces("[1c [2c it rains]]") == [("it rains", "2c 1c")]


def test_content_in_two_stretches_is_marked_twice():
    assert [p for p in pieces("[1c “Yes,”] she said, [1c “no.”]") if p[1]] == [("“Yes,”", "1c"), ("“no.”", "1c")]


def test_mark_over_several_paragraphs_is_on_each():
    assert pieces("[1c One.\n\nTwo.]") == [("One.", "1c"), ("Two.", "1c")]


def test_characters_of_any_width_count_one():
    assert pieces("👩‍👩‍👧 [1s café́] 🏗️ [1c 🇵🇹!]")[1::2] == [("café́", "1s"), ("🇵🇹!", "1c")]


def test_blank_lines_part_paragraphs():
    assert layouts("One.\n\nTwo.\n \t\n\nThree.") == [("One.", "flowing"), ("Two.", "flowing"), ("Three.", "flowing")]


def test_long_lines_are_paragraphs_of_their_own():
    line = "A line that goes on. " * 8
    assert [layout for _, layout in layouts(f"{line}\n{line}\n{line}")] == ["flowing"] * 3


def test_short_lines_stay_as_they_are():
    assert layouts("- one\n- two\n- three") == [("- one\n- two\n- three", "kept")]


def test_folded_lines_flow():
    folded = (
        "The harbour stays shut until the wreck is gone, the mayor\n"
        "said, and boats that wait outside must go on to the next\n"
        "one."
    )
    assert layouts(folded) == [(folded, "flowing")]


def test_lines_that_could_have_held_more_are_kept():
    verse = "The harbour stays shut until the wreck is gone and all of\nthe boats\nmust go"
    assert layouts(verse) == [(verse, "kept")]


def test_short_first_line_is_the_headline_of_an_article_without_title():
    assert layouts("Harbour shut\n\nIt rained.", has_title=False)[0] == ("Harbour shut", "headline")


def test_first_line_is_no_headline_where_there_is_a_title():
    assert layouts("Harbour shut\n\nIt rained.")[0] == ("Harbour shut", "flowing")


def test_only_line_is_no_headline():
    assert layouts("Harbour shut", has_title=False) == [("Harbour shut", "flowing")]


def test_long_first_line_is_no_headline():
    assert layouts(f"{'Harbour shut. ' * 12}\n\nIt rained.", has_title=False)[0][1] == "flowing"


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "\n\nOne\n\n", "  One\n\n  Two  ", "One\r\n\r\nTwo\r\n", "\u3000\n\nx"]
)
def test_white_space_at_the_ends_is_kept(text):
    assert joined(cut_text(text, [], has_title=False)) == drawn(text)


def test_characters_that_html_cannot_hold_are_drawn():
    assert drawn("a\x00\x1b\ud800\x7f\x9bz") == "a␀␛\ufffd␡\ufffdz"


def test_line_ends_of_other_systems_become_line_feeds():
    assert drawn("a\rb\x85c\u2028d\x0ce\r\nf") == "a\nb\nc\nd\ne\r\nf"


@settings(max_examples=300, deadline=None)
@given(text=st.text(st.sampled_from("ab \t\n\r\x0c\u2028é🎉\u0301<&"), max_size=60), data=st.data())
def test_segments_and_space_are_the_text_and_carry_their_marks(text, data):
    offsets = st.integers(0, len(text))
    drawn_marks = data.draw(st.lists(st.tuples(offsets, offsets, st.integers(1, 4), st.sampled_from(list(LETTERS)))))
    marks = [Mark(min(a, b), max(a, b), number, part) for a, b, number, part in drawn_marks if a != b]
    blocks = cut_text(text, marks, has_title=data.draw(st.booleans()))
    assert joined(blocks) == drawn(text)
    for segment in (s for block in blocks for s in block.segments):
        end = segment.start + len(segment.text)
        assert segment.text == drawn(text)[segment.start : end]
        assert set(segment.marks) == {m for m in marks if m.start <= segment.start and end <= m.end}


@pytest.mark.parametrize(
    "text", [" " * 1_000_000 + "x", "x\n" + " \n" * 400_000 + "x", "x\n" * 500_000, "x " * 500_000]
)
def test_a_million_odd_characters_do_not_hang_it(text):
    assert ends_within(lambda: cut_text(text, [], has_title=False), 30)  # one second; quadratic time would be hours
