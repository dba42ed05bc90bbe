import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import SpanError
from onrecord.records import Article, Content, Cue, Maker, Record, Source, Span, Statement

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


@given(st.text(min_size=1), st.data())
def test_a_span_holds_the_words_between_its_offsets(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span.of(text, start, end)
    assert span.surface == text[start:end]
    span.check(text)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (5, 2), (-1, 2), (0, 99)])
def test_a_span_that_is_no_range_of_the_text_is_refused(start, end):
    with pytest.raises(SpanError):
        Span.of("a short text", start, end)


def test_a_span_with_other_words_than_the_text_is_found_out():
    with pytest.raises(SpanError, match="not 'peace'"):
        Span(0, 5, "peace").check("war and peace")


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
