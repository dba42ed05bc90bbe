import pytest

from onrecord.interpreting.transcripts import CONFIDENCE, find_turns, join_turns
from onrecord.records import Content, Span, Statement

TURNS = (
    "The council met at noon.\n"
    "MODERATOR: Shall we begin with the truce?\n"
    "LIND: It has held for nine days.\n"
    "MODERATOR: And the prisoners?\n"
    "Nobody answered.\n"
)


def turns(text):
    return [(turn.source.spans[0].surface, turn.content.text) for turn in find_turns(text)]


def statement(text, content):
    start = text.index(content)
    return Statement("", None, None, Content.of((Span.of(text, start, start + len(content)),)), "indirect", 0.4)


def test_turns_have_their_speakers_and_words():
    assert turns(TURNS + "Mara Lind left early.\n") == [
        ("MODERATOR", "Shall we begin with the truce?"),
        ("LIND", "It has held for nine days."),
        ("MODERATOR", "And the prisoners?"),
    ]


def test_a_turn_is_a_direct_statement_with_the_colon_for_its_cue():
    turn = find_turns(TURNS)[0]
    assert (turn.quotation, turn.cue.spans[0].surface, turn.cue.act, turn.confidence) == (
        "direct",
        ":",
        "say",
        CONFIDENCE,
    )


def test_spans_of_turns_hold_their_words():
    for turn in find_turns(TURNS):
        for span in (*turn.source.spans, *turn.cue.spans, *turn.content.spans):
            span.check(TURNS)


def test_two_lines_are_no_transcript():
    assert turns("LIND: It held.\nLIND: It still holds.\n") == []


def test_headings_in_capitals_are_no_turns():
    assert turns("WHAT: A march for peace\nWHEN: Monday at noon\nWHERE: The port of Ardale\nWHO: Dockers\n") == []


def test_one_who_speaks_once_and_is_named_nowhere_else_has_no_turn():
    assert [who for who, _ in turns(TURNS)] == ["MODERATOR", "MODERATOR"]


def test_one_who_speaks_once_has_a_turn_where_the_text_names_him():
    assert ("LIND", "It has held for nine days.") in turns(TURNS + "Mara Lind left early.\n")


def test_a_colon_in_a_sentence_makes_no_turn():
    assert turns("He said: we go.\nShe said: we stay.\nHe said: so be it.\n") == []


def test_speakers_may_have_names_of_several_words():
    text = "SEN. LIND: No.\nMR. VAN EK: Yes, and at once.\nSEN. LIND: No.\nMR. VAN EK: Yes.\n"
    assert {who for who, _ in turns(text)} == {"SEN. LIND", "MR. VAN EK"}


def test_a_text_without_words_has_no_turns():
    assert turns("") == []


@pytest.mark.parametrize(("content", "is_kept"), [("nine days", False), ("Nobody answered", True), ("LIND", False)])
def test_statements_that_stand_in_a_turn_give_way_to_it(content, is_kept):
    found = find_turns(TURNS + "Mara Lind left early.\n")
    kept = join_turns([statement(TURNS, content)], found)
    assert any(s.content.text == content for s in kept) == is_kept


def test_turns_and_statements_come_in_text_order():
    joined = join_turns([statement(TURNS, "Nobody answered"), statement(TURNS, "The council met")], find_turns(TURNS))
    starts = [s.content.spans[0].start for s in joined]
    assert starts == sorted(starts)


def test_without_turns_nothing_changes():
    said = statement(TURNS, "nine days")
    assert join_turns([said], []) == (said,)
