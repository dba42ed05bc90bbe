from dataclasses import replace

import pytest

from onrecord.records import Article, Condition, Content, Dispute, Event, Maker, Part, Record, Span, Statement
from onrecord.showing.export import make_export
from onrecord.showing.sureness import READING_LEAST, choose_least, sure_part

TEXT = "He said so. She denied it."


def statement(name, confidence, nested_in=None):
    return Statement(name, None, None, Content.of((Span.of(TEXT, 0, 10),)), "indirect", confidence, nested_in=nested_in)


@pytest.fixture
def record():
    unsure = statement("s1", 0.1)
    statements = (unsure, statement("s2", 0.9, nested_in=unsure), statement("s3", 0.8))
    return Record(Maker("0.0.0"), Article(id="a" * 64, text=TEXT), statements=statements)


def test_statements_below_the_least_confidence_are_left_out(record):
    sure, left_out = sure_part(record, 0.5)
    assert ([s.id for s in sure.statements], left_out) == (["s2", "s3"], 1)


def test_a_statement_whose_holder_is_left_out_stands_by_itself(record):
    assert sure_part(record, 0.5)[0].statements[0].nested_in is None


def test_a_statement_deeper_inside_follows_its_holder(record):
    deeper = statement("s4", 0.9, nested_in=record.statements[1])
    sure, _ = sure_part(replace(record, statements=(*record.statements, deeper)), 0.5)
    assert [s.nested_in for s in sure.statements] == [None, None, sure.statements[0]]


def test_what_rests_on_an_unsure_statement_is_left_out_with_it(record):
    unsure, sure, other = record.statements
    span = Span.of(TEXT, 0, 2)
    conditions = [
        Condition(f"c{n}", "offer", None, None, Part((span,)), Part((span,)), span, asserted, 0.9)
        for n, asserted in enumerate((unsure, sure, None))
    ]
    disputes = [
        Dispute(f"d{n}", "denial", "it", (), pair, ()) for n, pair in enumerate([(unsure, sure), (sure, other)])
    ]
    events = [
        Event(f"v{n}", "ASSAULT", None, (), span, (), (), (), (), (), None, None, None, (), "actual", asserted, 0.9)
        for n, asserted in enumerate((unsure, sure, None))
    ]
    whole = replace(record, conditions=tuple(conditions), disputes=tuple(disputes), events=tuple(events))
    part, _ = sure_part(whole, 0.5)
    assert [[p.id for p in parts] for parts in (part.conditions, part.disputes, part.events)] == [
        ["c1", "c2"],
        ["d1"],
        ["v1", "v2"],
    ]


def test_events_below_the_least_confidence_are_left_out(record):
    span = Span.of(TEXT, 0, 2)
    events = tuple(
        Event(f"v{n}", "ASSAULT", None, (), span, (), (), (), (), (), None, None, None, (), "actual", None, confidence)
        for n, confidence in enumerate((0.9, 0.2))
    )
    sure, left_out = sure_part(Record(record.onrecord, record.article, events=events), 0.5)
    assert ([event.id for event in sure.events], left_out) == (["v0"], 0)


def test_a_record_that_is_all_sure_stays_as_it_is(record):
    assert sure_part(record, 0.05) == (record, 0)


@pytest.mark.parametrize(
    ("format_", "least"),
    [("text", READING_LEAST), ("md", READING_LEAST), ("html", READING_LEAST), ("json", 0), ("jsonl", 0)],
)
def test_pages_leave_out_the_unsure_and_data_keep_all(format_, least):
    assert choose_least(format_, None) == least


def test_what_was_asked_for_goes_before_the_default():
    assert choose_least("text", 0.0) == 0.0


@pytest.mark.parametrize("format_", ["text", "md"])
def test_a_page_says_how_many_were_left_out(record, format_):
    assert "1 unsure left out" in make_export(format_, width=100, least=0.5).show(record).replace("\\", "")


@pytest.mark.parametrize("format_", ["text", "md"])
def test_a_page_of_unsure_ones_only_says_so(record, format_):
    unsure = replace(record, statements=record.statements[:1])
    assert "No statements · 1 unsure left out" in make_export(format_, width=100, least=0.5).show(unsure)


@pytest.mark.parametrize("format_", ["json", "jsonl"])
def test_data_leave_out_what_they_are_told_to(record, format_):
    assert '"s1"' not in make_export(format_, least=0.5).show(record)
