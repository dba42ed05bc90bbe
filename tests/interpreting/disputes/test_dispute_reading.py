"""What is made of the network's scores of sentences, and of two of them."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.inference import models_folder
from onrecord.interpreting.disputes import candidates, reading
from onrecord.interpreting.disputes.candidates import Ranks
from onrecord.interpreting.disputes.reading import (
    KINDS,
    LEAST_ALONE,
    LEAST_ALONE_UNNAMED,
    LEAST_OF_TWO,
    LEAST_OF_TWO_UNNAMED,
    read_disputes,
)
from onrecord.records import Content, Cue, Entity, Source, Span, Statement
from onrecord.tokens import Encoding, load_tokenizer, tokenize

TOKENIZER = load_tokenizer(models_folder() / "tokenizer.json")
SEP = 102
PEOPLE = {name: Entity(name, name, "person") for name in ("Lind", "Ek", "Berg")}


def tokens_of(text):
    return tokenize(text, TOKENIZER)


def said(text, cue, *who, has_source=True, has_cue=True, confidence=0.9):
    """A statement whose cue is a word that stands once in the text."""
    at = Span.of(text, text.index(cue), text.index(cue) + len(cue))
    source = Source((at,), tuple(PEOPLE[name] for name in who)) if has_source else None
    content = Content.of((at,))
    return Statement(cue, source, Cue((at,), cue, "say") if has_cue else None, content, "indirect", confidence)


class FakeNetwork:
    """Stands for the network: it gives chances to one sentence, and to two.

    Attributes:
        seen: what it was asked about, each sentence in words.
    """

    def __init__(self, alone=None, two=None):
        self._alone, self._two = alone or {}, two or {}
        self.seen = []

    def run(self, inputs):
        pieces = inputs["pieces"][0].tolist()
        edges = [at for at, piece in enumerate(pieces) if piece == SEP]
        sentences = [TOKENIZER.decode(pieces[a + 1 : b]) for a, b in zip([0, *edges], edges, strict=False)]
        self.seen.append(tuple(sentences))
        chances = self._alone if len(sentences) == 1 else self._two
        chances = {"none": 1 - sum(chances.values()) + 1e-9, **chances}
        scores = np.log([[chances.get(kind, 1e-9) for kind in KINDS]]).astype(np.float32)
        return [scores]


def encoding_of(text):
    """The words of a text, with states of nothing but noughts."""
    tokens = tokens_of(text)
    states = np.zeros((len(tokens), 384), np.float32)
    return Encoding(tokens, states, np.zeros((len(tokens), 7), np.float32), states)


NOUGHTS = np.zeros(384, np.float32)
ALIKE = Ranks(NOUGHTS, NOUGHTS, (0.0, 0.0, 0.0, 0.0), NOUGHTS, (0.0, 0.0))


@pytest.fixture
def read(monkeypatch):
    """Read a text of some statements with a fake network; the cheap look takes all sentences to be equally likely."""
    monkeypatch.setattr(candidates, "load_ranks", lambda: ALIKE)

    def do(text, statements, network):
        monkeypatch.setattr(reading, "load_model", lambda name: network)
        return read_disputes(text, encoding_of(text), statements)

    return do


# What is made of it


@pytest.mark.parametrize(("kind", "cue"), [("denial", "denied"), ("blame", "blamed"), ("reversal", "retracted")])
@pytest.mark.parametrize(("more", "count"), [(0.005, 1), (-0.005, 0)])
def test_a_sentence_holds_a_dispute_that_is_likely_enough(read, kind, cue, more, count):
    text = f"Lind {cue} so."
    found = read(text, [said(text, cue)], FakeNetwork(alone={kind: LEAST_ALONE[kind] + more}))
    assert [one.kind for one in found] == [kind] * count


@pytest.mark.parametrize("kind", ["denial", "contradiction", "reversal", "blame"])
@pytest.mark.parametrize(("more", "count"), [(0.005, 1), (-0.005, 0)])
def test_a_sentence_without_a_word_of_dispute_has_a_least_chance_of_its_own(read, kind, more, count):
    text = "Lind said so."
    network = FakeNetwork(alone={kind: LEAST_ALONE_UNNAMED[kind] + more})
    assert [one.kind for one in read(text, [said(text, "said")], network)] == [kind] * count


@pytest.mark.parametrize(("chance", "kinds"), [(0.5, []), (0.99, ["contradiction"])])
def test_a_sentence_alone_may_hold_both_sides(read, chance, kinds):
    text = "Lind said so, but Ek no."
    network = FakeNetwork(alone={"contradiction": chance})
    assert [one.kind for one in read(text, [said(text, "said")], network)] == kinds


def test_a_sentence_in_which_nobody_speaks_denies_nothing(read):
    assert read("Nobody was on board.", [], FakeNetwork(alone={"denial": 0.99})) == []


def test_of_two_kinds_that_are_as_likely_none_is_taken(read):
    chances = {"denial": 0.33, "blame": 0.33, "reversal": 0.33}
    assert read("Lind blamed Ek.", [said("Lind blamed Ek.", "blamed")], FakeNetwork(alone=chances)) == []


def of_two(read, kind, chance, one=("Lind",), other=("Ek",), *, cue="laughed"):
    """The kinds of the disputes that two sentences hold."""
    text = f"First one said so. But then another {cue}."
    statements = [said(text, "said", *one), said(text, cue, *other)]
    return [found.kind for found in read(text, statements, FakeNetwork(two={kind: chance}))]


@pytest.mark.parametrize("kind", ["denial", "contradiction"])
@pytest.mark.parametrize(("more", "count"), [(0.005, 1), (-0.005, 0)])
def test_two_sentences_hold_a_dispute_that_is_likely_enough(read, kind, more, count):
    assert of_two(read, kind, LEAST_OF_TWO[kind] + more, cue="lied") == [kind] * count


@pytest.mark.parametrize("kind", ["denial", "contradiction"])
@pytest.mark.parametrize(("more", "count"), [(0.005, 1), (-0.005, 0)])
def test_two_sentences_without_a_word_of_denial_have_a_least_chance_of_their_own(read, kind, more, count):
    assert of_two(read, kind, LEAST_OF_TWO_UNNAMED[kind] + more) == [kind] * count


def test_a_word_of_blame_names_no_denial(read):
    text = "Lind said it was their fault."
    network = FakeNetwork(alone={"denial": LEAST_ALONE_UNNAMED["denial"] - 0.005})
    assert read(text, [said(text, "said")], network) == []


@pytest.mark.parametrize(("more", "count"), [(0.005, 1), (-0.005, 0)])
def test_two_sentences_hold_a_reversal_that_is_likely_enough(read, more, count):
    assert len(of_two(read, "reversal", LEAST_OF_TWO_UNNAMED["reversal"] + more, ["Ek"], ["Ek"])) == count


def test_two_sentences_hold_no_blame(read):
    assert of_two(read, "blame", 0.99) == []


@pytest.mark.parametrize("kind", ["denial", "contradiction"])
@pytest.mark.parametrize("who", [["Lind"], ["Lind", "Ek"]])
def test_nobody_contradicts_himself(read, kind, who):
    assert of_two(read, kind, 0.99, who, who) == []


@pytest.mark.parametrize("kind", ["denial", "contradiction"])
@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["Lind"], ["Ek"], id="others"),
        pytest.param(["Lind", "Berg"], ["Lind", "Ek"], id="others among them"),
        pytest.param([], ["Ek"], id="one who is not known"),
        pytest.param(["Lind"], [], id="one who is not known, later"),
        pytest.param([], [], id="nobody who is known"),
    ],
)
def test_others_may_contradict(read, kind, one, other):
    assert of_two(read, kind, 0.99, one, other) == [kind]


def test_only_one_who_said_it_takes_it_back(read):
    assert of_two(read, "reversal", 0.99, ["Lind"], ["Ek"]) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(["Lind"], ["Lind"], id="the same"),
        pytest.param(["Lind", "Ek"], ["Lind"], id="one of two"),
        pytest.param([], ["Ek"], id="one who is not known"),
        pytest.param([], [], id="nobody who is known"),
    ],
)
def test_one_who_may_have_said_it_may_take_it_back(read, one, other):
    assert of_two(read, "reversal", 0.99, one, other) == ["reversal"]


def test_disputes_come_in_text_order(read):
    text = "Ek said so. But Lind denied it. Berg lied."
    statements = [said(text, "said", "Ek"), said(text, "denied", "Lind"), said(text, "lied", "Berg")]
    network = FakeNetwork(alone={"blame": 0.99}, two={"contradiction": 0.99})
    numbers = [one.sentences[0].number for one in read(text, statements, network)]
    assert numbers == [0, 0, 0, 1, 1, 2]


def test_a_dispute_knows_its_sentences_and_chance(read):
    text = "Ek said so. It rained. But Lind denied it."
    statements = [said(text, "said", "Ek"), said(text, "denied", "Lind")]
    one = next(one for one in read(text, statements, FakeNetwork(two={"denial": 0.97})) if one.sentences[1].number == 2)
    assert ([sentence.number for sentence in one.sentences], one.chance) == ([0, 2], pytest.approx(0.97, abs=1e-3))


def test_without_statements_there_are_no_disputes(read):
    assert read("Ek denied it.", [], FakeNetwork(alone={"denial": 0.9})) == []


# What the words themselves name


def named(read, text, *said_so):
    """The kinds of the disputes that a text's words name, where the network sees none."""
    made = [
        Statement(
            cue,
            Source((span(text, "Lind"),), (PEOPLE["Lind"],)),
            Cue((span(text, cue),), lemma, act),
            Content.of((span(text, content),)),
            "indirect",
            0.9,
        )
        for cue, lemma, act, content in said_so
    ]
    return [one.kind for one in read(text, made, FakeNetwork())]


def span(text, words):
    return Span.of(text, text.index(words), text.index(words) + len(words))


def test_who_blames_is_in_a_dispute(read):
    assert named(read, "Lind blamed Ek.", ("blamed", "blame", "accuse", "Ek")) == ["blame"]


@pytest.mark.parametrize(
    "content",
    [
        *("that she had lied", "having lied", "the accusation", "any wrongdoing", "it", "she had ever lied"),
        *("ever lying to her", "sexual harassment", "the mayor's allegations", "a report of Monday"),
    ],
)
def test_who_denies_a_deed_or_a_claim_is_in_a_dispute(read, content):
    assert named(read, f"Lind denied {content}.", ("denied", "deny", "deny", content)) == ["denial"]


def test_who_is_told_more_of_between_denies_it_all_the_same(read):
    text = "Lind, who speaks for the owners, denied that they had refused."
    assert named(read, text, ("denied", "deny", "deny", "that they had refused")) == ["denial"]


@pytest.mark.parametrize("content", ["visas to reporters", "bail", "them entry"])
def test_who_denies_somebody_something_is_in_none(read, content):
    assert named(read, f"Lind denied {content}.", ("denied", "deny", "deny", content)) == []


@pytest.mark.parametrize("before", ["did not", "would never", "could neither confirm nor"])
def test_who_does_not_deny_it_is_in_none(read, before):
    assert named(read, f"Lind {before} deny that she lied.", ("deny", "deny", "deny", "that she lied")) == []


@pytest.mark.parametrize(
    ("verb", "lemma", "matter"),
    [
        ("rejected", "reject", "the mayor's account of the night"),
        ("dismissed", "dismiss", "all claims that she had paid"),
        ("disputes", "dispute", "a newspaper report on the bridge"),
        ("brushed aside", "brush aside", "rumours of a split"),
        ("pushed back", "push back", "against that claim"),
        ("called", "call", "the report a fairy tale"),
        ("described", "describe", "the accusations as entirely baseless"),
    ],
)
def test_who_calls_a_claim_untrue_denies_it(read, verb, lemma, matter):
    assert named(read, f"Lind {verb} {matter}.", (verb, lemma, "reject", matter)) == ["denial"]


@pytest.mark.parametrize(
    ("verb", "lemma", "matter"),
    [
        ("rejected", "reject", "the offer of talks"),
        ("rejected", "reject", "a claim for damages"),
        ("rejected", "reject", "the report"),
        ("dismissed", "dismiss", "the coach"),
        ("disputes", "dispute", "the border with Velland"),
        ("called", "call", "the report a triumph"),
        ("called", "call", "the lie a habit of hers"),
        ("pushed back", "push back", "the start to Monday"),
    ],
)
def test_who_turns_something_else_down_denies_nothing(read, verb, lemma, matter):
    assert named(read, f"Lind {verb} {matter}.", (verb, lemma, "reject", matter)) == []


def test_a_court_that_rejects_a_claim_denies_nothing(read):
    text = "Judge Lind rejected claims that the vote was unlawful."
    source = Source((span(text, "Judge Lind"),), (PEOPLE["Lind"],))
    cue = Cue((span(text, "rejected"),), "reject", "reject")
    content = Content.of((span(text, "claims that the vote was unlawful"),))
    assert read(text, [Statement("s1", source, cue, content, "indirect", 0.9)], FakeNetwork()) == []


@pytest.mark.parametrize(
    "content",
    [
        "the accusations are false",
        "the story was pure invention",
        "there was not a word of truth in it",
        "nothing of the kind had happened",
        "they had nothing to do with the attack",
        "that never happened",
    ],
)
def test_words_that_say_it_is_not_so_deny_it(read, content):
    assert named(read, f"Lind said {content}.", ("said", "say", "say", content)) == ["denial"]


@pytest.mark.parametrize(
    "content", ["the alarm was false", "nothing had been decided", "age has nothing to do with talent", "it was hard"]
)
def test_words_that_say_something_else_deny_nothing(read, content):
    assert named(read, f"Lind said {content}.", ("said", "say", "say", content)) == []


def test_a_denial_in_a_later_sentence_of_a_statement_stands_there(read):
    text = "“She was there,” Lind said. “But the claims about her are untrue.”"
    content = Content.of((span(text, "“She was there,”"), span(text, "“But the claims about her are untrue.”")))
    source, cue = Source((span(text, "Lind"),), (PEOPLE["Lind"],)), Cue((span(text, "said"),), "say", "say")
    (found,) = read(text, [Statement("s1", source, cue, content, "direct", 0.9)], FakeNetwork())
    assert [text[one.start : one.end] for one in found.sentences] == ["“But the claims about her are untrue.”"]


@pytest.mark.parametrize(
    "content",
    ["the council was to blame for it", "the fault lay with the council", "the council bears the full blame"],
)
def test_who_says_that_somebody_is_to_blame_blames(read, content):
    assert named(read, f"Lind said {content}.", ("said", "say", "say", content)) == ["blame"]


@pytest.mark.parametrize("content", ["nobody was to blame for it", "the question was who is to blame for it"])
def test_who_does_not_say_it_of_anybody_does_not(read, content):
    assert named(read, f"Lind said {content}.", ("said", "say", "say", content)) == []


def test_words_of_blame_that_are_taken_back_are_not_asked_about(read):
    text = "Lind refused to blame Ek."
    statement = said(text, "blame", "Lind")
    assert read(text, [statement], FakeNetwork(alone={"blame": 0.99})) == []


# Turning back, where the article calls it so


def turned(read, text, *cues):
    """The sentences of each reversal that the article names."""
    statements = [said(text, cue, "Lind") for cue in cues]
    return [
        [one.number for one in found.sentences]
        for found in read(text, statements, FakeNetwork())
        if found.kind == "reversal"
    ]


def test_what_the_speaker_said_before_and_after_is_told_together(read):
    text = "Lind said no. In a startling U-turn, Lind agreed."
    assert turned(read, text, "said", "agreed") == [[0, 1]]


def test_turn_that_a_sentence_of_its_own_tells_is_of_those_behind_it(read):
    text = "Lind changed his story. In May he claimed it was locked. Now he swears it was open."
    assert turned(read, text, "claimed", "swears") == [[1, 2]]


def test_turn_without_what_was_said_before_stands_alone(read):
    assert turned(read, "Lind reversed herself and backed the dam.", "backed") == [[0]]


def test_turn_that_somebody_tells_of_another_is_none(read):
    text = "Lind said the mayor had walked back her promise."
    content = Content.of((span(text, "the mayor had walked back her promise"),))
    source, cue = Source((span(text, "Lind"),), (PEOPLE["Lind"],)), Cue((span(text, "said"),), "say", "say")
    assert read(text, [Statement("s1", source, cue, content, "indirect", 0.9)], FakeNetwork()) == []


@pytest.mark.parametrize("text", ["The plane made a U-turn, Lind said.", "Lind has not reversed course, he said."])
def test_turn_of_a_plane_or_none_is_no_reversal(read, text):
    assert turned(read, text, "said") == []


SAID_NO = ("said no", "say", "say", "no")


def test_who_says_something_and_later_admits_another_turns_back(read):
    text = "Lind said no, but later admitted that it was so."
    assert named(read, text, SAID_NO, ("admitted", "admit", "admit", "that it was so")) == ["reversal"]


def test_who_admits_something_does_not_turn_back(read):
    text = "Lind said no, and admitted that it was so."
    assert named(read, text, SAID_NO, ("admitted", "admit", "admit", "that it was so")) == []


def test_what_the_network_sees_too_is_told_once(read):
    text = "Lind blamed Ek."
    statement = Statement(
        "s1",
        Source((span(text, "Lind"),), (PEOPLE["Lind"],)),
        Cue((span(text, "blamed"),), "blame", "accuse"),
        Content.of((span(text, "Ek"),)),
        "indirect",
        0.9,
    )
    found = read(text, [statement], FakeNetwork(alone={"blame": 0.95}))
    assert [one.kind for one in found] == ["blame"]


# Texts without any


@pytest.mark.parametrize("text", ["", " \n ", "…"])
def test_without_sentences_there_are_no_disputes(read, text):
    assert read(text, [], FakeNetwork()) == []
