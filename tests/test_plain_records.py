"""Records as plain dicts and lists, and back."""

from __future__ import annotations

import copy
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from random_records import records

from onrecord.errors import RecordError
from onrecord.records import (
    Article,
    Check,
    Condition,
    Content,
    Cue,
    Entity,
    Maker,
    Mention,
    Part,
    Record,
    Source,
    Span,
    Statement,
    Time,
)

TEXT = "Ana Duarte said the mayor had told her on Monday that the bridge would hold."


def words(surface: str) -> Span:
    return Span.of(TEXT, TEXT.index(surface), TEXT.index(surface) + len(surface))


@pytest.fixture
def record() -> Record:
    duarte = Entity("e1", "Ana Duarte", "person", mentions=(Mention(words("Ana Duarte"), "name"),))
    mayor = Entity("e2", "the mayor", "person", named=False)
    monday = Time("t1", words("Monday"), "DATE", "2031-03-03", anchor="published")
    outer = Statement(
        "s1",
        Source((words("Ana Duarte"),), (duarte,)),
        Cue((words("said"),), "say", "say"),
        Content.of((words("the mayor had told her on Monday that the bridge would hold"),)),
        "indirect",
        0.91,
    )
    inner = Statement(
        "s2",
        Source((words("the mayor"),), (mayor,)),
        Cue((words("had told"),), "tell", "say"),
        Content.of((words("that the bridge would hold"),)),
        "indirect",
        0.8,
        addressees=(duarte,),
        time=monday,
        nested_in=outer,
    )
    condition = Condition("c1", "offer", mayor, None, Part((words("her"),)), Part(()), words("that"), inner, 0.5)
    check = Check("k1", "number", "note", "It says so.", (), (Span(0, 6, "Bridge"),), None)
    return Record(
        Maker("0.0.0", models={"a.onnx": "b" * 64}),
        Article(id="a" * 64, text=TEXT, title="Bridge holds"),
        entities=(duarte, mayor),
        statements=(outer, inner),
        times=(monday,),
        conditions=(condition,),
        checks=(check,),
    )


@settings(max_examples=60)
@given(records())
def test_a_record_comes_back_from_plain_dicts(record):
    plain = record.to_dict()
    back = Record.from_dict(plain)
    assert back.to_dict() == plain
    assert Record.from_dict(back.to_dict()) == back


@settings(max_examples=20)
@given(records())
def test_only_decimals_of_the_confidence_are_lost_on_the_way(record):
    back = Record.from_dict(record.to_dict())
    rounded = {s.id: round(s.confidence, 3) for s in record.statements}
    assert {s.id: s.confidence for s in back.statements} == rounded
    assert (back.onrecord, back.article, back.entities, back.times, back.quantities, back.checks) == (
        record.onrecord, record.article, record.entities, record.times, record.quantities, record.checks,
    )  # fmt: skip


@settings(max_examples=20)
@given(records())
def test_a_record_comes_back_from_json(record):
    assert Record.from_json(record.to_json()).to_json() == record.to_json()


def test_a_record_with_short_confidences_comes_back_equal(record):
    assert Record.from_dict(record.to_dict()) == record


def test_references_print_as_ids(record):
    inner = record.to_dict()["statements"][1]
    assert (inner["source"]["entities"], inner["addressees"], inner["time"], inner["nested_in"]) == (
        ["e2"], ["e1"], "t1", "s1",
    )  # fmt: skip


def test_references_come_back_as_the_record_s_own_objects(record):
    back = Record.from_dict(record.to_dict())
    outer, inner = back.statements
    assert inner.nested_in is outer
    assert outer.source.entities[0] is back.entities[0] is inner.addressees[0]
    assert inner.time is back.times[0]
    assert back.conditions[0].statement is inner


def test_an_anchor_that_is_the_day_of_publication_stays_a_word(record):
    assert Record.from_dict(record.to_dict()).times[0].anchor == "published"


def test_a_holder_may_stand_behind_what_it_holds(record):
    plain = record.to_dict()
    plain["statements"].reverse()
    inner, outer = Record.from_dict(plain).statements
    assert inner.nested_in is outer


def test_keys_of_later_versions_are_passed_over(record):
    plain = record.to_dict()
    plain["surprise"] = plain["article"]["surprise"] = plain["statements"][0]["surprise"] = {"more": 1}
    assert Record.from_dict(plain) == record


def changed(record, way, value):
    plain = copy.deepcopy(record.to_dict())
    *way_to, key = way
    place = plain
    for step in way_to:
        place = place[step]
    place[key] = value
    return plain


@pytest.mark.parametrize(
    ("way", "value", "told"),
    [
        (["statements", 0, "source", "entities", 0], "e9", "statements[0].source.entities[0]: no entity e9"),
        (["statements", 1, "time"], "t7", "statements[1].time: no time t7"),
        (["statements", 1, "time"], "e1", "statements[1].time: no time e1"),
        (["statements", 1, "time"], 7, "statements[1].time: a string is wanted, not a whole number"),
        (["statements", 0, "nested_in"], "s2", "statements[1].nested_in: s1 goes round in a circle"),
        (["statements", 0, "nested_in"], "s1", "statements[0].nested_in: s1 goes round in a circle"),
        (["times", 0, "anchor"], "t1", "times[0].anchor: t1 goes round in a circle"),
        (["times", 0, "anchor"], "today", "times[0].anchor: no time today"),
        (["conditions", 0, "marker", 0], 0.5, "conditions[0].marker[0]: a whole number is wanted, not 0.5"),
        (["conditions", 0, "if", "spans"], 1, "conditions[0].if.spans: a list is wanted, not a whole number"),
        (["entities", 1, "id"], "e1", "entities[1].id: e1 stands twice"),
        (["entities", 1, "id"], None, "entities[1].id: a string is wanted, not null"),
        (["entities", 1], "e2", "entities[1]: an object is wanted, not a string"),
        (["entities"], {}, "entities: a list is wanted, not an object"),
        (["entities", 0, "named"], 1, "entities[0].named: true or false is wanted, not a whole number"),
        (["entities", 0, "mentions", 0, "span"], [3], "entities[0].mentions[0].span: a span is two numbers, not 1"),
        (["statements", 0, "quotation"], "sung", "statements[0].quotation: 'sung' is none of direct, indirect, mixed"),
        (["statements", 0, "quotation"], [], "statements[0].quotation: [] is none of direct, indirect, mixed"),
        (["statements", 0, "confidence"], True, "statements[0].confidence: a number is wanted, not true or false"),
        (["statements", 0, "confidence"], float("nan"), "statements[0].confidence: a number is wanted, not nan"),
        (["statements", 0, "content"], None, "statements[0].content: an object is wanted, not null"),
        (["article", "published_from"], "me", "article.published_from: 'me' is none of given, metadata, inferred"),
        (["article", "text"], None, "article.text: a string is wanted, not null"),
        (["article"], [], "article: an object is wanted, not a list"),
        (["onrecord", "models", "a.onnx"], 3, "onrecord.models.a.onnx: a string is wanted, not a whole number"),
        (["onrecord", "format"], 2, "onrecord.format: this onrecord reads format 1, not 2; install a newer onrecord"),
        (["onrecord", "format"], 0, "onrecord.format: this onrecord reads format 1, not 0"),
    ],
)  # fmt: skip
def test_what_is_no_record_is_refused_with_its_place(record, way, value, told):
    with pytest.raises(RecordError) as refusal:
        Record.from_dict(changed(record, way, value))
    assert str(refusal.value) == told


def test_a_span_outside_the_text_is_refused_with_its_place(record):
    plain = changed(record, ["statements", 0, "cue", "spans", 0], [11, 999])
    with pytest.raises(RecordError, match=r"^statements\[0\]\.cue\.spans\[0\]: \[11, 999\) is no range of the text"):
        Record.from_dict(plain)


def test_spans_of_the_title_are_counted_in_the_title(record):
    plain = changed(record, ["checks", 0, "title_spans", 0], [11, 13])
    with pytest.raises(RecordError, match=r"^checks\[0\]\.title_spans\[0\]"):
        Record.from_dict(plain)


def keys(value, way=()):
    for key, child in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        if isinstance(key, str):
            yield *way, key
        yield from keys(child, (*way, key))


def test_every_key_has_to_be_there(record):
    accepted, told = [], set()
    for *way, key in keys(record.to_dict()):
        plain = copy.deepcopy(record.to_dict())
        place = plain
        for step in way:
            place = place[step]
        del place[key]
        try:
            Record.from_dict(plain)
        except RecordError as error:
            told.add(error.message)
        else:
            accepted.append((*way, key))
    assert told == {"missing"}
    assert accepted == [("onrecord", "models", "a.onnx")]  # the one key that is a name, not one of ours


@pytest.mark.parametrize(
    ("plain", "told"), [([], "an object is wanted, not a list"), (None, "an object is wanted, not null")]
)
def test_what_is_no_object_is_no_record(plain, told):
    with pytest.raises(RecordError, match=f"^{told}$"):
        Record.from_dict(plain)


@pytest.mark.parametrize("text", ["", "{", "not JSON", "[" * 100_000])
def test_what_is_no_json_is_no_record(text):
    with pytest.raises(RecordError, match=r"^no JSON: "):
        Record.from_json(text)


def test_a_nesting_without_end_is_refused(record):
    plain = record.to_dict()
    deep = [{**plain["statements"][0], "id": f"n{n}", "nested_in": f"n{n + 1}"} for n in range(5000)]
    last = {**plain["statements"][0], "id": "n5000"}
    with pytest.raises(RecordError, match="too deeply"):
        Record.from_dict({**plain, "statements": [*plain["statements"], *deep, last]})


def test_numbers_stay_as_they_are_written(record):
    plain = changed(record, ["statements", 0, "confidence"], 1)
    assert json.dumps(Record.from_dict(plain).to_dict()) == json.dumps(plain)


def test_a_record_given_apart_does_not_share_its_models(record):
    plain = record.to_dict()
    plain["onrecord"]["models"].clear()
    assert replace(record).onrecord.models
