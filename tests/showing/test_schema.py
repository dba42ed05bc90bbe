"""The published schema: it takes what we print, and nothing else."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from importlib import resources

import pytest
from jsonschema import Draft202012Validator
from showing_samples import MAKER, PARLIAMENT, make_article, make_council, make_parliament, words

from onrecord.records import (
    Check,
    Condition,
    Dispute,
    Event,
    EventMention,
    Part,
    Place,
    Quantity,
    Record,
    Role,
    Source,
    Why,
)
from onrecord.vocabulary import ACTS

SCHEMA = json.loads((resources.files("onrecord") / "record.schema.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


def make_full():
    """A record that has something of every kind."""
    text = PARLIAMENT
    peace, monday = words(text, "peace"), words(text, "Monday")
    base = make_parliament()
    why = Why("The text says so.", (monday,))
    article = make_article(text, published="2031-03", published_from="inferred", published_why=why, title="On Monday")
    mention = EventMention(peace, (peace,), ())
    role = Role("president", "Lindania", "2029-01", None)
    entity = type(base.entities[0])(
        "e1", "Ana Duarte", "person", wikidata="Q1", country="PRT", sector="GOV", roles=(role,)
    )
    parliament = base.entities[1]
    monday_time = base.times[0]
    statement = replace(base.statements[0], source=Source(base.statements[0].source.spans, (entity,)))
    place = Place("p1", peace, "literal", None, "Bragada", 2735943, "PRT", 41.2, -8.6, 0.51234)
    quantity = Quantity("q1", peace, 7, None, "at_least", "person", "killed")
    return Record(
        MAKER,
        article,
        entities=(entity, parliament),
        statements=(statement,),
        times=(monday_time,),
        places=(place,),
        quantities=(quantity,),
        events=(
            Event(
                "v1",
                "ASSAULT",
                None,
                ("military",),
                peace,
                (mention,),
                (entity,),
                (peace,),
                (),
                (),
                "2031-03-02/2031-03-03",
                monday_time,
                place,
                (quantity,),
                "actual",
                statement,
                0.9,
            ),
        ),
        conditions=(Condition("c1", "offer", entity, None, Part((peace,)), Part((monday,)), monday, statement, 0.8),),
        disputes=(Dispute("d1", "denial", "the road", (entity,), (statement,), (peace,)),),
        checks=(Check("k1", "weekday", "note", "It was a Tuesday.", (monday,), (), "the calendar"),),
    )


def faults(plain):
    return [error.json_path for error in VALIDATOR.iter_errors(plain)]


def objects(value, path=()):
    """Every object inside a record, with the way to it."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, child in children:
        yield from objects(child, (*path, key))


def at(plain, path):
    for key in path:
        plain = plain[key]
    return plain


FULL = make_full().to_dict()
# The models' keys are their names, so they are no keys of ours.
OBJECTS = [path for path, _ in objects(FULL) if path != ("onrecord", "models")]


def test_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_schema_has_a_name_that_is_no_host():
    assert SCHEMA["$id"].startswith("urn:")


@pytest.mark.parametrize(
    "record", [make_parliament(), make_council(), make_full()], ids=["parliament", "council", "full"]
)
def test_records_follow_the_schema(record):
    assert faults(json.loads(record.to_json())) == []


def test_acts_are_those_of_the_vocabulary():
    assert set(SCHEMA["$defs"]["cue"]["properties"]["act"]["enum"]) == set(ACTS)


def test_every_kind_of_record_is_in_the_full_sample():
    assert [key for key, value in FULL.items() if not value] == []


@pytest.mark.parametrize("path", OBJECTS, ids=lambda path: ".".join(map(str, path)) or "record")
def test_no_key_may_be_missing(path):
    accepted = []
    for key in at(FULL, path):
        broken = copy.deepcopy(FULL)
        del at(broken, path)[key]
        accepted += [key] if not faults(broken) else []
    assert accepted == []


@pytest.mark.parametrize("path", OBJECTS, ids=lambda path: ".".join(map(str, path)) or "record")
def test_no_key_may_be_added(path):
    broken = copy.deepcopy(FULL)
    at(broken, path)["surprise"] = None
    assert faults(broken) != []


@pytest.mark.parametrize("path", OBJECTS, ids=lambda path: ".".join(map(str, path)) or "record")
def test_no_value_may_be_of_another_type(path):
    accepted = []
    for key in at(FULL, path):
        broken = copy.deepcopy(FULL)
        at(broken, path)[key] = {"wrong": True}
        accepted += [key] if not faults(broken) else []
    assert accepted == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("onrecord", "format"), 2),
        (("onrecord", "models"), {"encoder.onnx": "short"}),
        (("article", "id"), "f00"),
        (("article", "language"), "English"),
        (("article", "published"), "5 March 2031"),
        (("article", "published_from"), "guessed"),
        (("entities", 0, "kind"), "robot"),
        (("entities", 0, "country"), "PT"),
        (("entities", 0, "wikidata"), "1"),
        (("statements", 0, "quotation"), "reported"),
        (("statements", 0, "confidence"), 1.2),
        (("statements", 0, "cue", "act"), "yodel"),
        (("statements", 0, "cue", "spans"), []),
        (("statements", 0, "content", "spans"), [[0]]),
        (("statements", 0, "content", "spans"), [[0, 1, 2]]),
        (("statements", 0, "content", "spans"), [[-1, 2]]),
        (("statements", 0, "content", "spans"), [[0.5, 2]]),
        (("times", 0, "type"), "MOMENT"),
        (("places", 0, "use"), "figurative"),
        (("places", 0, "geonames"), "2735943"),
        (("places", 0, "lat"), 91),
        (("quantities", 0, "bound"), "roughly"),
        (("events", 0, "type"), "assault"),
        (("events", 0, "status"), "rumoured"),
        (("events", 0, "date"), "yesterday"),
        (("conditions", 0, "kind"), "bluff"),
        (("disputes", 0, "kind"), "quarrel"),
        (("checks", 0, "severity"), "fatal"),
    ],
)
def test_values_outside_the_closed_lists_and_ranges_are_rejected(path, value):
    broken = copy.deepcopy(FULL)
    at(broken, path[:-1])[path[-1]] = value
    assert faults(broken) != []


@pytest.mark.parametrize("path", [("statements", 0, "source"), ("statements", 0, "cue"), ("statements", 0, "time")])
def test_what_may_be_unknown_may_be_null(path):
    plain = copy.deepcopy(FULL)
    at(plain, path[:-1])[path[-1]] = None
    assert faults(plain) == []


@pytest.mark.parametrize("published", ["2031", "2031-03", "2031-03-05T06:30", "2031-03-05T06:30:00.5+02:00", None])
def test_dates_have_the_precision_that_is_known(published):
    plain = copy.deepcopy(FULL)
    plain["article"]["published"] = published
    assert faults(plain) == []
