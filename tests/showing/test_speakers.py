"""Who speaks: one line an entity, or the words where nobody knows whose they are."""

from __future__ import annotations

from page_samples import make_record

from onrecord.showing.speakers import list_speakers


def listed(marked, **known):
    speakers = list_speakers(make_record(marked, **known).statements)
    return [(speaker.name, [statement.id for statement in speaker.statements]) for speaker in speakers]


def test_statements_of_one_entity_stand_together_whatever_their_words():
    marked = "[1s Ines Calder] [1k said] [1c yes]. [2s She] [2k said] [2c no]."
    assert listed(marked, speakers={1: "Ines Calder", 2: "Ines Calder"}) == [("Ines Calder", ["s1", "s2"])]


def test_statement_of_several_is_each_ones():
    marked = "[1s Ann Lee and Bo Ray] [1k said] [1c yes]."
    assert listed(marked, speakers={1: ("Ann Lee", "Bo Ray")}) == [("Ann Lee", ["s1"]), ("Bo Ray", ["s1"])]


def test_who_speaks_most_comes_first():
    marked = "[1s Ann] [1k said] [1c yes]. [2s Bo] [2k said] [2c no]. [3s Bo] [3k said] [3c so]."
    assert [name for name, _ in listed(marked)] == ["Bo", "Ann"]


def test_of_equals_the_first_to_speak_comes_first():
    assert [name for name, _ in listed("[1s Bo] [1k said] [1c yes]. [2s Ann] [2k said] [2c no].")] == ["Bo", "Ann"]


def test_same_words_are_taken_for_the_same_speaker_in_any_case():
    marked = "[1s The union] [1k said] [1c yes]. [2s the union] [2k said] [2c no]. [3s union] [3k said] [3c so]."
    assert listed(marked) == [("The union", ["s1", "s2", "s3"])]


def test_entity_and_the_same_words_unresolved_stay_apart():
    marked = "[1s Ann] [1k said] [1c yes]. [2s Ann] [2k said] [2c no]."
    assert listed(marked, speakers={1: "Ann"}) == [("Ann", ["s1"]), ("Ann", ["s2"])]


def test_statements_without_a_source_stand_together():
    marked = "It was [1k said] [1c yes]. It was [2k said] [2c no]."
    assert listed(marked) == [("(not stated)", ["s1", "s2"])]
