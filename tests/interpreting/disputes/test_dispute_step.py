"""Disputes on record: whose they are, about what, and both sides' words."""

from __future__ import annotations

import numpy as np
import pytest

import onrecord
from onrecord.interpreting.disputes import candidates, reading
from onrecord.interpreting.disputes.reading import KINDS
from onrecord.records import Record

SEP = 102

DENIAL = (
    "Mara Lind, the mayor of Ardale, said that the company had poisoned the river. Tomas Kerel, the director of the "
    "company, denied that it had poisoned the river."
)
BLAME = "Mara Lind, the mayor of Ardale, blamed Tomas Kerel for the collapse of the bridge."
TOLLS = (
    "Mara Lind, the mayor of Ardale, said that nobody had died in the fire. But Jon Ek, the chief of police, said "
    "that 40 people had died in it."
)
PEACE = (
    "Mara Lind, the mayor of Ardale, opened a new bridge on Sunday. She said that it was the longest bridge in the "
    "valley. “It took us nine years,” said Tomas Kerel, the head of the company. He said that the old bridge would be "
    "painted and kept for walkers. Hundreds of people walked over the river in the rain."
)


@pytest.fixture(scope="session")
def reader():
    return onrecord.Reader()


def names(entities):
    return [entity.name for entity in entities]


def ids(some):
    return [one.id for one in some]


# The real network, on articles that leave no doubt


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        pytest.param(DENIAL, "denial", id="a denial"),
        pytest.param(BLAME, "blame", id="blame"),
        pytest.param(TOLLS, "contradiction", id="two tolls"),
    ],
)
def test_a_plain_dispute_is_of_its_kind(reader, text, kind):
    assert [dispute.kind for dispute in reader.read(text).disputes] == [kind]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        pytest.param(DENIAL, ["Tomas Kerel", "Mara Lind"], id="who denies it and who said it"),
        pytest.param(BLAME, ["Mara Lind", "Tomas Kerel"], id="who blames and whom"),
        pytest.param(TOLLS, ["Mara Lind", "Jon Ek"], id="two speakers"),
    ],
)
def test_a_plain_dispute_is_between_its_parties(reader, text, parties):
    (dispute,) = reader.read(text).disputes
    assert names(dispute.parties) == parties


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(DENIAL, "it had poisoned the river", id="what is denied"),
        pytest.param(BLAME, "Tomas Kerel for the collapse of the bridge", id="what somebody is blamed for"),
        pytest.param(TOLLS, "nobody had died in the fire", id="what is contradicted"),
    ],
)
def test_a_plain_dispute_is_about_its_matter(reader, text, about):
    (dispute,) = reader.read(text).disputes
    assert dispute.about == about


@pytest.mark.parametrize("text", [DENIAL, BLAME, TOLLS])
def test_a_plain_dispute_has_all_statements(reader, text):
    record = reader.read(text)
    assert record.disputes[0].statements == record.statements


@pytest.mark.parametrize("text", [DENIAL, BLAME, TOLLS])
def test_a_plain_dispute_shows_in_all_sentences(reader, text):
    (dispute,) = reader.read(text).disputes
    assert " ".join(span.surface for span in dispute.spans) == text


def test_sides_may_have_other_sentences_between_them(reader):
    first, second = TOLLS.split(" But ")
    (dispute,) = reader.read(f"{first} The harbour was closed on Monday. But {second}").disputes
    assert [span.surface for span in dispute.spans] == [first, f"But {second}"]


def test_one_who_denies_a_claim_that_nobody_makes_is_a_party(reader):
    text = "Admiral Jon Ek denied the claim that his ships had fired on the ferry, calling it a lie."
    assert [names(dispute.parties)[:1] for dispute in reader.read(text).disputes] == [["Jon Ek"]]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PEACE, id="agreement"),
        pytest.param("The museum of Ardale opened a new hall on Monday. Entry is free on Sundays.", id="no speakers"),
    ],
)
def test_an_article_without_disputes_has_none(reader, text):
    assert reader.read(text).disputes == ()


@pytest.fixture(scope="module")
def record(reader):
    return reader.read(f"{BLAME}\n\n{PEACE}\n\n{DENIAL}")


def test_disputes_are_numbered_in_text_order(record):
    assert [(dispute.id, dispute.kind) for dispute in record.disputes] == [
        ("d1", "blame"),
        ("d2", "denial"),
    ]


def test_all_spans_hold_the_text_s_words(record):
    for dispute in record.disputes:
        for span in dispute.spans:
            assert record.article.text[span.start : span.end] == span.surface


def test_parties_are_entities_of_the_record(record):
    assert all(party in record.entities for dispute in record.disputes for party in dispute.parties)


def test_disputes_survive_printing(record):
    assert Record.from_json(record.to_json()).to_dict()["disputes"] == record.to_dict()["disputes"]


def test_the_network_is_named_in_the_record(record):
    assert {"shared_layers.onnx", "disputes.onnx"} <= set(record.onrecord.models)


# What is made of the network's answers; a fake network gives them


NOUGHTS = np.zeros(384, np.float32)
ALIKE = candidates.Ranks(NOUGHTS, NOUGHTS, (0.0, 0.0, 0.0, 0.0), NOUGHTS, (0.0, 0.0))


class FakeNetwork:
    """Sees disputes of some kinds in every sentence, and in every two."""

    def __init__(self, alone, two):
        self._alone, self._two = alone, two

    def run(self, inputs):
        pieces = inputs["pieces"][0].tolist()
        kind = self._alone if pieces.count(SEP) == 1 else self._two
        scores = np.array([[9.0 if one == kind else 0.0 for one in KINDS]], np.float32)
        return [scores]


@pytest.fixture
def disputes(reader, monkeypatch):
    """Read a text in which a fake network sees disputes."""

    def do(text, *, alone="none", two="none"):
        network = FakeNetwork(alone, two)
        monkeypatch.setattr(reading, "load_model", lambda name: network)
        monkeypatch.setattr(candidates, "load_ranks", lambda: ALIKE)
        return reader.read(text).disputes

    return do


SAID = "Mara Lind, the mayor of Ardale, said that the bridge was safe. But Jon Ek said that it was not safe."
AGAIN = "Mara Lind, the mayor of Ardale, said that the bridge was safe. But she said on Monday that it was not safe."


def test_a_contradiction_is_between_its_speakers_in_text_order(disputes):
    (dispute,) = disputes(SAID, two="contradiction")
    assert names(dispute.parties) == ["Mara Lind", "Jon Ek"]


def test_a_reversal_is_one_speaker_s(disputes):
    (dispute,) = disputes(AGAIN, two="reversal")
    assert names(dispute.parties) == ["Mara Lind"]


def test_nobody_contradicts_himself(disputes):
    assert disputes(AGAIN, two="contradiction") == ()


def test_nobody_takes_back_another_s_words(disputes):
    assert disputes(SAID, two="reversal") == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(DENIAL, id="later"),
        pytest.param(
            "Tomas Kerel denied that the company had poisoned the river. But Mara Lind said that it had poisoned it.",
            id="first",
        ),
    ],
)
def test_who_denies_it_is_a_denial_s_first_party(disputes, text):
    (dispute,) = disputes(text, two="denial")
    assert names(dispute.parties) == ["Tomas Kerel", "Mara Lind"]


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(DENIAL, "it had poisoned the river", id="later"),
        pytest.param(
            "Tomas Kerel denied that the company had lied. But Mara Lind said that it had lied.",
            "the company had lied",
            id="first",
        ),
    ],
)
def test_a_denial_is_about_what_is_denied(disputes, text, about):
    (dispute,) = disputes(text, two="denial")
    assert dispute.about == about


def test_a_denial_that_is_seen_alone_is_told_with_its_other_side(disputes):
    found = disputes(DENIAL, alone="denial", two="denial")
    assert [(one.kind, len(one.spans)) for one in found] == [("denial", 2)]


def test_a_denial_with_no_other_side_is_told_alone(disputes):
    text = "Admiral Jon Ek denied that he had sunk the ferry."
    assert [(one.kind, len(one.spans)) for one in disputes(text, alone="denial")] == [("denial", 1)]


def test_two_sides_are_against_each_other_in_one_way_only(disputes):
    assert [one.kind for one in disputes(DENIAL, alone="reversal", two="denial")] == ["denial"]


def test_a_sentence_is_a_side_of_one_dispute_of_a_kind(disputes):
    text = f"{SAID} But Tomas Kerel said that it was old."
    spans = [span for one in disputes(text, two="contradiction") for span in one.spans]
    assert len(spans) == len(set(spans)) > 0


def test_statements_come_in_text_order(disputes):
    (dispute,) = disputes(SAID, two="contradiction")
    assert ids(dispute.statements) == ["s1", "s2"]


def test_a_dispute_in_one_sentence_has_one_statement(disputes):
    (dispute,) = disputes(BLAME, alone="blame")
    assert ids(dispute.statements) == ["s1"]


def test_of_a_sentence_s_statements_the_one_that_denies_is_meant(disputes):
    text = "Admiral Jon Ek said that he was in town, and denied that he had sunk the ferry."
    (dispute,) = disputes(text, alone="denial")
    assert dispute.about == "he had sunk the ferry"


@pytest.mark.parametrize(
    ("content", "about"),
    [
        pytest.param("that the ferry had sunk", "the ferry had sunk", id="that"),
        pytest.param("the claim that the ferry had sunk", "the ferry had sunk", id="the claim that"),
        pytest.param("the allegations", "the allegations", id="the allegations"),
    ],
)
def test_what_it_is_about_begins_with_its_matter(disputes, content, about):
    (dispute,) = disputes(f"Admiral Jon Ek denied {content}.", alone="denial")
    assert dispute.about == about


def test_what_it_is_about_has_no_quotation_marks(disputes):
    (dispute,) = disputes("“The bridge is not safe,” said Mara Lind, the mayor of Ardale.", alone="denial")
    assert dispute.about == "The bridge is not safe"


def long(colour):
    """What is too long to be told whole; with colours of several lengths it is not always cut behind a word."""
    return (
        f"that the {colour} bridge over the river had been built of stone from the valley and of wood from the forests "
        "of Brusk"
    )


@pytest.mark.parametrize("colour", ["red", "blue", "green"])
def test_what_it_is_about_is_cut_where_it_is_long(disputes, colour):
    (dispute,) = disputes(f"Admiral Jon Ek denied {long(colour)}.", alone="denial")
    assert (len(dispute.about) <= 92, dispute.about[-2:]) == (True, " …")


@pytest.mark.parametrize("colour", ["red", "blue", "green"])
def test_what_it_is_about_is_cut_between_words(disputes, colour):
    (dispute,) = disputes(f"Admiral Jon Ek denied {long(colour)}.", alone="denial")
    assert f"{dispute.about[:-2]} " in long(colour)


def test_a_sentence_s_span_has_no_white_space_at_its_ends(disputes):
    first, second = SAID.split(" But ")
    (dispute,) = disputes(f"   {first}   But {second}   ", two="contradiction")
    assert [span.surface for span in dispute.spans] == [first, f"But {second}"]


def test_without_statements_there_are_no_disputes(disputes):
    assert disputes("The ferry sank on Monday. But nobody was on board of it.", alone="denial", two="denial") == ()
