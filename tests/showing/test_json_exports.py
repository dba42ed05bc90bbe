"""JSON that always parses, whatever stands in the article."""

from __future__ import annotations

import json
import re

from hypothesis import given, settings
from hypothesis import strategies as st
from showing_samples import make_council, make_hostile, make_parliament

from onrecord.showing.export import make_export


def printed(name, records):
    export = make_export(name)
    shown = [export.show(record) for record in records]
    return export.opening + export.between.join(shown) + export.closing if shown else export.empty


def test_array_holds_all_records():
    records = [make_parliament(), make_council()]
    assert json.loads(printed("json", records)) == [record.to_dict() for record in records]


def test_array_of_nothing_is_empty():
    assert printed("json", []) == "[]\n"


def test_array_is_indented_and_keeps_a_span_on_one_line():
    lines = printed("json", [make_parliament()]).splitlines()
    assert [line for line in lines if line.endswith("[0, 36]")] == [" " * 12 + "[0, 36]"]


def test_lines_hold_one_record_each():
    records = [make_parliament(), make_council()]
    assert [json.loads(line) for line in printed("jsonl", records).splitlines()] == [r.to_dict() for r in records]


def test_lines_of_nothing_are_empty():
    assert printed("jsonl", []) == ""


def test_letters_stay_readable():
    assert "水利局長官" in printed("jsonl", [make_council()])


# Two surrogates that make a pair are one character in JSON; json.loads never gives them apart.
texts = st.text(st.characters(), min_size=1).filter(lambda text: not re.search("[\ud800-\udbff][\udc00-\udfff]", text))


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_any_text_comes_back_from_the_array(text):
    record = make_hostile(text)
    written = printed("json", [record]).encode("utf-8")
    assert json.loads(written) == [record.to_dict()]


@settings(max_examples=60, deadline=None)
@given(text=texts)
def test_any_text_comes_back_from_a_line(text):
    record = make_hostile(text)
    (line,) = printed("jsonl", [record]).splitlines()
    assert json.loads(line) == record.to_dict()


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(categories=["Cc", "Zl", "Zp"]), min_size=1))
def test_no_control_character_but_the_line_end_is_printed(text):
    written = printed("json", [make_hostile(text)])
    assert re.findall(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]", written) == []
