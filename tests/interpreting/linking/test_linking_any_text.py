"""What holds of the links of any text at all."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import Reader, Refused

READER = Reader()
WORDS = st.sampled_from(
    """
    The the A former ex- president prime minister chancellor of Ukraine Ukrainian Ukraine's Georgia Congo Moscow Kremlin
    White House Zelensky Zelenskyy Petro Poroshenko Clinton Bill Hillary Bush George W. H. NATO (NATO) alliance rebels
    North South Korea Korean US U.S. us WHO who said , . . “ ” ' ’s in at and he she it they told that al- -Assad Bashar
    Labour Party gunman brother soldiers was left Monday King Queen II , 47 , ( ) - — MOSCOW \n
    """.split(" ")
)
# In front of any words, so that the whole is taken for English.
BEFORE = "The minister said on Monday that the people of the town had seen it, and that he would come back later."
TEXTS = st.builds(f"{BEFORE} {{}}".format, st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=40)))
DAYS = st.sampled_from([None, "1992-05-05", "2016-03-01", "2024-02-29", "2090-01-01", "2016-03-01T10:00:00Z"])
FEW = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))

PLAIN = (
    "Ukrainian President Petro Poroshenko flew to Berlin on Tuesday. Poroshenko met Angela Merkel, and the German "
    "chancellor said that the European Commission (EC) would help Ukraine. The Kremlin gave no answer. Moscow sent a "
    "ship. French police and two soldiers waited. A priest, Boris Johnson, rang the bells in Leeds."
)


def read(text, day, title=None):
    """The record of a text; None where it is refused, as what is not in English is."""
    try:
        return READER.read(text, title=title, published=day)
    except Refused:
        return None


@FEW
@given(TEXTS, DAYS, st.none() | st.text(max_size=30))
def test_any_text_is_linked_or_refused(text, day, title):
    record = read(text, day, title)
    assert record is None or record.entities


@FEW
@given(TEXTS, DAYS)
def test_mentions_have_the_words_of_the_text(text, day):
    record = read(text, day)
    for entity in record.entities if record else ():
        for mention in entity.mentions:
            assert record.article.text[mention.span.start : mention.span.end] == mention.span.surface


@FEW
@given(TEXTS, DAYS)
def test_no_entity_is_listed_twice(text, day):
    record = read(text, day)
    entities = record.entities if record else ()
    ids, entries = [one.id for one in entities], [one.entry for one in entities if one.entry]
    assert (len(set(ids)), len(set(entries))) == (len(ids), len(entries))


@FEW
@given(TEXTS, DAYS)
def test_a_confidence_goes_with_an_entry_and_is_a_share(text, day):
    record = read(text, day)
    for entity in record.entities if record else ():
        assert (entity.confidence is None) is (entity.entry is None)
        assert entity.confidence is None or 0.0 < entity.confidence < 1.0


@settings(FEW, max_examples=10)
@given(TEXTS, DAYS)
def test_reading_twice_gives_the_same(text, day):
    assert read(text, day) == read(text, day)


@pytest.fixture(scope="module")
def plain():
    return READER.read(PLAIN, published="2016-03-01")


def test_every_link_has_a_confidence_between_0_and_1_and_nothing_else_has_one(plain):
    assert [0 < (one.confidence or 0) < 1 for one in plain.entities] == [bool(one.entry) for one in plain.entities]


def test_entities_are_listed_once_for_each_entry(plain):
    entries = [one.entry for one in plain.entities if one.entry]
    assert len(set(entries)) == len(entries) > 3


def test_no_mention_is_of_two_entities(plain):
    spans = [(m.span.start, m.span.end, m.form) for one in plain.entities for m in one.mentions]
    assert len(set(spans)) == len(spans)


def test_a_wikidata_id_is_the_entry(plain):
    ids = [one.wikidata for one in plain.entities if one.wikidata]
    assert ids == [one.entry for one in plain.entities if (one.entry or "")[:1] == "Q"]


def test_entities_are_numbered_in_their_order(plain):
    assert [one.id for one in plain.entities] == [f"e{i}" for i in range(1, len(plain.entities) + 1)]
