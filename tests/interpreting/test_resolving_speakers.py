"""Speakers through the whole reader, on texts that leave no doubt."""

from __future__ import annotations

import json
from importlib import resources

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

import onrecord

ARTICLE = (
    "Mara Lind, the mayor of Ardale, said that the bridge was safe. She told parliament that it would open in May.\n"
    "“I will not sign the treaty,” Admiral Jon Ek said in an interview with the Harbour Post.\n"
    "A senior official said that the rebels were short of food. Ek and Lind said that the truce would hold.\n"
)


@pytest.fixture(scope="module")
def reader():
    return onrecord.Reader()


@pytest.fixture(scope="module")
def record(reader):
    return reader.read(ARTICLE)


def speakers(record):
    """By statement, the names of those who say it."""
    return [[entity.name for entity in s.source.entities] if s.source else None for s in record.statements]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Jon Ek said that the army would withdraw by Friday.", ["Jon Ek"]),
        (
            "Foreign Minister Mara Lind and Admiral Jon Ek said that the ceasefire would hold until Sunday.",
            ["Mara Lind", "Jon Ek"],
        ),
        ("A lawyer for the port, Mara Lind, said that the gates would stay shut.", ["Mara Lind"]),
        ("Mara Lind, the mayor of Ardale, said that the bridge was safe.", ["Mara Lind"]),
        ("A senior official said that the rebels were short of food.", ["A senior official"]),
        ("She said that the treaty was dead.", []),
        ("Her critics said that the treaty was dead.", ["Her critics"]),
        ("Her lawyer, Tom Reed, said that she would appeal.", ["Tom Reed"]),
        ("The Justice Department said that the treaty was dead.", ["Justice Department"]),
        ("Atlanta-based Brun Ltd said on Monday that the yard was safe.", ["Brun Ltd"]),
        ("The London-based charity Red Lamp said that the camps were full.", ["Red Lamp"]),
    ],
)
def test_a_source_means_those_whom_it_names(reader, text, names):
    assert speakers(reader.read(text)) == [names]


def test_a_pronoun_means_the_one_whom_the_text_named(reader):
    text = "Jon Ek has led the army since May. He said on Monday that he would resign."
    assert speakers(reader.read(text)) == [["Jon Ek"]]


def test_two_men_keep_their_own_statements(reader):
    text = (
        "Jon Ek said that the army would withdraw. Peter Holm said that the rebels would not.\n"
        "Holm said that he did not trust the army. Ek said that he did not trust the rebels.\n"
    )
    assert speakers(reader.read(text)) == [["Jon Ek"], ["Peter Holm"], ["Peter Holm"], ["Jon Ek"]]


def test_a_surname_means_the_one_who_was_named_in_full(record):
    assert set(speakers(record)[-1]) == {"Jon Ek", "Mara Lind"}


def test_an_unnamed_source_is_not_named_and_keeps_its_description(record):
    assert [(e.name, e.kind) for e in record.entities if not e.named and "official" in e.name] == [
        ("A senior official", "person")
    ]


def test_an_office_beside_a_name_is_told(record):
    told = {e.name: e.roles[0].title.split()[0] for e in record.entities if e.kind == "person" and e.named}
    assert told == {"Mara Lind": "mayor", "Jon Ek": "Admiral"}


def test_those_spoken_to_are_told(record):
    assert [[e.name for e in s.addressees] for s in record.statements if s.addressees] == [
        ["parliament"],
        ["Harbour Post"],
    ]


def test_entities_are_numbered_in_text_order(record):
    assert [entity.id for entity in record.entities] == [f"e{n + 1}" for n in range(len(record.entities))]


def test_entities_stand_in_the_order_of_their_first_mentions(record):
    first = [entity.mentions[0].span.start for entity in record.entities]
    assert first == sorted(first)


def test_every_speaker_is_one_of_the_record_s_entities(record):
    assert all(any(e is known for known in record.entities) for s in record.statements for e in s.source.entities)


def test_every_mention_holds_its_words(record):
    for entity in record.entities:
        for mention in entity.mentions:
            mention.span.check(ARTICLE)


def test_no_entity_is_without_mentions(record):
    assert [entity.name for entity in record.entities if not entity.mentions] == []


def test_no_mention_is_told_twice(reader):
    text = "The League of Northern Ports met. Mara Lind's deputy, Jon Ek, said that the U.N. envoy had left the League."
    spans = [m.span for e in reader.read(text).entities for m in e.mentions]
    assert len(spans) == len(set(spans))


def test_no_possessive_ending_is_part_of_a_mention(reader):
    record = reader.read("Jon Ek’s deputy resigned. Jon Ek said that he had not known.")
    assert {m.span.surface for e in record.entities if e.name == "Jon Ek" for m in e.mentions if m.form == "name"} == {
        "Jon Ek"
    }


def test_nested_statements_keep_their_holder_and_both_have_speakers(reader):
    record = reader.read("Mara Lind said that Admiral Jon Ek had told her that the fleet would sail at dawn.")
    outer, inner = record.statements
    assert (inner.nested_in is outer, speakers(record)) == (True, [["Mara Lind"], ["Jon Ek"]])


def test_a_record_with_speakers_follows_the_schema(record):
    schema = json.loads((resources.files("onrecord") / "record.schema.json").read_text("utf-8"))
    assert [e.json_path for e in Draft202012Validator(schema).iter_errors(json.loads(record.to_json()))] == []


def test_a_record_with_speakers_comes_back_from_json(record):
    assert onrecord.Record.from_json(record.to_json()).to_json() == record.to_json()


def test_turns_of_a_transcript_have_their_speakers(reader):
    text = (
        "MODERATOR: Shall we begin with the truce?\nLIND: The truce has held for nine days and it will hold.\n"
        "MODERATOR: And the prisoners?\nLIND: They will be home by Sunday.\n"
    )
    names = [[name.casefold() for name in said] for said in speakers(reader.read(text))]
    assert names == [["moderator"], ["lind"], ["moderator"], ["lind"]]


def test_reading_in_jobs_gives_the_same_speakers(reader, record):
    assert [r.to_json() for r in reader.pipe([ARTICLE] * 4, jobs=4)] == [record.to_json()] * 4


@pytest.mark.parametrize("pronoun", ["me", "us", "you", "her"])
def test_a_pronoun_that_means_nobody_known_is_no_addressee(reader, pronoun):
    record = reader.read(f"Jon Ek told {pronoun} that the army would withdraw by Friday.")
    assert [s.addressees for s in record.statements] == [()]


def test_a_pronoun_that_means_one_who_was_named_is_an_addressee(reader):
    record = reader.read("Mara Lind leads the council. Jon Ek told her on Monday that the army would withdraw.")
    assert [e.name for e in record.statements[0].addressees] == ["Mara Lind"]


WORDS = (
    "Mara Lind, Jon Ek|the mayor of Ardale|he|she|they|a senior official|told parliament|said|denied|that the truce|"
    "“We|will not sign|,”|.|,|and|LIND:|who|to reporters|\n|in an interview with|I|U.N.|Mr.|had told|her|'s|rebels"
).split("|")


@settings(max_examples=60, deadline=None)
@given(words=st.lists(st.sampled_from(WORDS), min_size=8, max_size=40))
def test_any_words_can_be_read_and_all_spans_hold_their_words(reader, words):
    text = " ".join(words)
    try:
        record = reader.read(text)
    except onrecord.Refused:
        return
    for entity in record.entities:
        for mention in entity.mentions:
            mention.span.check(record.article.text)
