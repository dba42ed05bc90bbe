"""Offsets for JavaScript, which counts an emoji as two."""

from __future__ import annotations

import json
from importlib.resources import files

import pytest
from check_samples import ALL, make_checked
from hypothesis import given, settings
from hypothesis import strategies as st
from light_reader import make_light_reader
from page_samples import make_harbour
from row_samples import make_ferry

from onrecord.reading import make_article
from onrecord.showing.web.offsets import Utf16, with_utf16_offsets

# Letters, marks that combine, and characters beyond the 65,536th, in any order.
TEXTS = st.text(st.sampled_from("ab \né́̈漢‍🌊🏗️👩🏽‍🚒𝔘\U0010ffff"), max_size=60) | st.text(
    st.characters(exclude_categories=["Cs"]), max_size=60
)


def js_slice(text, start, end):
    """What `text.slice(start, end)` is in JavaScript."""
    return text.encode("utf-16-le")[2 * start : 2 * end].decode("utf-16-le")


@given(st.data())
@settings(derandomize=True, max_examples=200, deadline=None)
def test_slice_in_javascript_is_the_slice_in_python(data):
    text = data.draw(TEXTS)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    assert js_slice(text, *Utf16(text).span([start, end])) == text[start:end]


@pytest.mark.parametrize(
    ("text", "offset", "units"),
    [
        ("wave", 4, 4),
        ("🌊 wave", 0, 0),
        ("🌊 wave", 1, 2),
        ("🏗️ crane", 2, 3),  # a variation selector is a unit of its own
        ("café́", 5, 5),
        ("👩🏽‍🚒", 4, 7),
        ("", 0, 0),
    ],
)
def test_offset_counts_every_wide_character_before_it_twice(text, offset, units):
    assert Utf16(text).offset(offset) == units


def test_offset_inside_and_behind_wide_characters_grows():
    units = [Utf16("🌊🌊🌊").offset(offset) for offset in range(4)]
    assert units == [0, 2, 4, 6]


def test_offsets_of_a_title_are_counted_in_the_title():
    record = make_checked(*ALL).to_dict()
    record["article"]["title"] = "🌊" + record["article"]["title"]
    for check in record["checks"]:
        check["title_spans"] = [[start + 1, end + 1] for start, end in check["title_spans"]]
    before = [span for check in record["checks"] for span in check["title_spans"]]
    after = [span for check in with_utf16_offsets(record)["checks"] for span in check["title_spans"]]
    assert before
    assert after == [[start + 1, end + 1] for start, end in before]


def test_record_without_wide_characters_stays_as_it_is():
    record = make_ferry().to_dict()
    assert with_utf16_offsets(record) == record


def test_record_that_was_given_is_not_changed():
    record = make_harbour().to_dict()
    before = json.dumps(record)
    with_utf16_offsets(record)
    assert json.dumps(record) == before


def test_words_of_statements_are_the_same_in_javascript():
    record = make_harbour().to_dict()
    text = record["article"]["text"]
    turned = with_utf16_offsets(record)
    for mine, theirs in zip(record["statements"], turned["statements"], strict=True):
        words = [text[start:end] for start, end in mine["content"]["spans"]]
        assert [js_slice(text, start, end) for start, end in theirs["content"]["spans"]] == words


# The record format


SCHEMA = json.loads((files("onrecord") / "record.schema.json").read_text("utf-8"))


def schema_of(node):
    """A part of the schema, references followed and null left out."""
    while "$ref" in node or "anyOf" in node:
        if "$ref" in node:
            at = SCHEMA
            for step in node["$ref"].lstrip("#/").split("/"):
                at = at[step] if step else at
            if node["$ref"] == "#/$defs/span":
                return {"is_span": True}
            node = at
        else:
            node = next(each for each in node["anyOf"] if each.get("type") != "null")
    return node


def make_by_schema(node, seen=()):
    """A value that has everything that the schema knows, with every span over the first three characters.

    What holds itself is made once.
    """
    node = schema_of(node)
    if node.get("is_span"):
        return [1, 3]
    if node.get("type") == "object" or "properties" in node:
        return {name: make_by_schema(part) for name, part in node.get("properties", {}).items()}
    if node.get("type") == "array":
        return [make_by_schema(node["items"])] if isinstance(node.get("items"), dict) else []
    return "x"


def spans_in(value, path=""):
    """All pairs of numbers, with where they stand."""
    if isinstance(value, dict):
        for name, part in value.items():
            yield from spans_in(part, f"{path}/{name}")
    elif isinstance(value, list):
        if len(value) == 2 and all(isinstance(each, int) for each in value):
            yield path, value
        else:
            for part in value:
                yield from spans_in(part, path)


def test_every_span_of_the_record_format_is_turned():
    record = make_by_schema(SCHEMA)
    record["article"] |= {"text": "🌊🌊🌊 wave", "title": "🌊🌊🌊 wave"}
    before, after = dict(spans_in(record)), dict(spans_in(with_utf16_offsets(record)))
    assert len(before) >= 15
    assert {path for path, span in after.items() if span != [2, 6]} == set()


def test_list_of_one_span_is_not_taken_for_a_span():
    reader = make_light_reader()
    record = reader.read(make_article("🌊 Ana Duarte said that the road to the harbour is safe and open.")).to_dict()
    turned = with_utf16_offsets(record)
    (before,), (after,) = (r["statements"][0]["content"]["spans"] for r in (record, turned))
    assert after == [offset + 1 for offset in before]
