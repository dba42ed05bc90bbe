import json

import pytest
from hypothesis import given, settings
from random_records import records

from onrecord.errors import SpanError
from onrecord.records import (
    Article,
    Check,
    Condition,
    Content,
    Cue,
    Dispute,
    Entity,
    Event,
    Maker,
    Mention,
    Part,
    Place,
    Quantity,
    Record,
    Source,
    Span,
    Statement,
    Time,
)

TEXT = '"If it brings peace, I will resign," President Ana Duarte told parliament on Monday.'


def make_record(text: str = TEXT) -> Record:
    statement = Statement(
        id="s1",
        source=Source((Span.of(text, 37, 57),)),
        cue=Cue((Span.of(text, 58, 62),), "tell", "say"),
        content=Content.of((Span.of(text, 0, 36),)),
        quotation="direct",
        confidence=0.912345,
    )
    return Record(Maker("0.0.0"), Article(id="a" * 64, text=text), statements=(statement,))


def test_a_record_refuses_a_span_that_does_not_hold_its_words():
    article = Article(id="a" * 64, text="war and peace")
    statement = Statement("s1", None, None, Content.of((Span(0, 5, "peace"),)), "direct", 0.5)
    with pytest.raises(SpanError):
        Record(Maker("0.0.0"), article, statements=(statement,))


def test_contents_in_several_parts_are_joined_by_an_ellipsis():
    text = '"No," she said, "never."'
    content = Content.of((Span.of(text, 0, 5), Span.of(text, 16, 24)))
    assert content.text == '"No," … "never."'


def test_a_record_prints_spans_as_pairs_of_offsets():
    statement = make_record().to_dict()["statements"][0]
    assert statement["source"] == {"spans": [[37, 57]], "entities": []}


def test_a_record_has_every_key_of_the_format():
    assert list(make_record().to_dict()) == [
        "onrecord", "article", "entities", "statements", "times", "places", "quantities", "events", "conditions",
        "disputes", "checks",
    ]  # fmt: skip


def test_confidence_is_rounded_to_three_decimals():
    assert make_record().to_dict()["statements"][0]["confidence"] == 0.912


def test_json_keeps_letters_of_every_script():
    record = Record(Maker("0.0.0"), Article(id="b" * 64, text="Мир 和平 🕊"))
    assert "Мир 和平 🕊" in record.to_json()


def test_json_reads_back_as_the_same_record():
    record = make_record()
    assert json.loads(record.to_json(indent=2)) == record.to_dict()


PRESIDENT, TOLD, MONDAY = (Span.of(TEXT, *ends) for ends in [(37, 57), (58, 62), (77, 83)])
DUARTE = Entity("e1", "Ana Duarte", "person", mentions=(Mention(PRESIDENT, "name"),))
OFFICIAL = Entity("e2", "a senior official", "person", named=False)
WORDS = Content.of((Span.of(TEXT, 0, 36),))
STATEMENT = Statement("s1", Source((PRESIDENT,), (DUARTE,)), Cue((TOLD,), "tell", "say"), WORDS, "direct", 0.9)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (DUARTE, "<Entity e1 Ana Duarte, person, 1 mention>"),
        (OFFICIAL, "<Entity e2 a senior official, person, unnamed, 0 mentions>"),
        (STATEMENT.source, "<Source 'President Ana Duarte': Ana Duarte>"),
        (Source((PRESIDENT,)), "<Source 'President Ana Duarte'>"),
        (STATEMENT.cue, "Cue(spans=(Span(58, 62, 'told'),), lemma='tell', act='say')"),
        (WORDS, "<Content '\"If it brings peace, I will resign,\"'>"),
        (STATEMENT, '<Statement s1 Ana Duarte told: "If it brings peace, I will resign,">'),
        (
            Statement("s1", Source((PRESIDENT,)), None, WORDS, "mixed", 0.9),
            '<Statement s1 President Ana Duarte: "If it brings peace, I will resign,">',
        ),
        (
            Statement("s1", None, None, Content.of((MONDAY,)), "direct", 0.9),
            '<Statement s1 (not stated): "Monday">',
        ),
        (
            Statement("s2", None, Cue((TOLD,), "tell", "say"), Content.of((MONDAY,)), "indirect", 0.9),
            "<Statement s2 (not stated) told: Monday>",
        ),
        (Time("t1", MONDAY, "DATE", "2031-03-03"), "<Time t1 Monday: 2031-03-03>"),
        (
            Place("p1", MONDAY, "literal", None, "Bragada", 1, "PRT", 41.2, -8.6, 0.5),
            "<Place p1 Bragada, PRT, literal>",
        ),
        (Quantity("q1", MONDAY, 7, None, "at_least", "person", "killed"), "<Quantity q1 Monday: at_least 7 person>"),
        (Quantity("q1", MONDAY, 7, 9, "range", None, None), "<Quantity q1 Monday: range 7 to 9>"),
        (
            Event(
                "v1", "ASSAULT", None, (), TOLD, (), (DUARTE,), (), (), (MONDAY,), None, None, None, (), "actual",
                None, 0.9,
            ),
            "<Event v1 ASSAULT, actual, 'told': Ana Duarte → Monday>",
        ),
        (
            Condition("c1", "offer", None, None, Part((MONDAY,)), Part((TOLD,)), TOLD, None, 0.9),
            "<Condition c1 offer: if 'Monday', then 'told'>",
        ),
        (Dispute("d1", "denial", "the road", (DUARTE, OFFICIAL), (), ()),
         "<Dispute d1 denial, Ana Duarte and a senior official: the road>"),
        (
            Check("k1", "weekday", "note", "It was a Tuesday.", (), (), None),
            "<Check k1 note, weekday: It was a Tuesday.>",
        ),
        (
            Record(Maker("0.0.0"), Article("a" * 64, TEXT)),
            '<Record "If it brings peace, I will resign," President Ana Duarte… (no date): 0 statements, 0 entities>',
        ),
        (
            Record(Maker("0.0.0"), Article("a" * 64, TEXT, title="Duarte to go"), (DUARTE,), (STATEMENT,)),
            '<Record "Duarte to go" (no date): 1 statement, 1 entity>',
        ),
        (Article("a" * 64, TEXT, title="Duarte offers to resign", published="2031-03-05"),
         '<Article "Duarte offers to resign" 2031-03-05, 84 characters>'),
    ],
    ids=lambda value: type(value).__name__ if not isinstance(value, str) else "",
)  # fmt: skip
def test_a_value_shows_what_it_is(value, shown):
    assert repr(value) == shown


def test_long_words_are_cut_where_they_are_shown():
    text = "word " * 500
    content = Content.of((Span.of(text, 0, len(text)),))
    statement = Statement("s1", Source(content.spans), Cue(content.spans, "say", "say"), content, "direct", 0.5)
    assert max(len(repr(value)) for value in (content, statement, Article("a" * 64, text))) < 250


@settings(max_examples=20)
@given(records())
def test_whatever_the_text_a_record_is_shown_on_one_line(record):
    parts = [record, record.article, *record.entities, *record.statements, *record.times, *record.places]
    parts += [*record.quantities, *record.events, *record.conditions, *record.disputes, *record.checks]
    assert all(repr(part).isprintable() for part in parts)
