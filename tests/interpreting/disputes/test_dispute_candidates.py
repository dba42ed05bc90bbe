"""Which sentences, and which two of them, may hold a dispute: what the network is asked about."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.inference import models_folder
from onrecord.interpreting.disputes import candidates
from onrecord.interpreting.disputes.candidates import Ranks, counts_between, find_sentences, likeliest
from onrecord.records import Content, Cue, Source, Span, Statement
from onrecord.sentences import find_ends
from onrecord.tokens import Encoding, load_tokenizer, tokenize

TOKENIZER = load_tokenizer(models_folder() / "tokenizer.json")
NOUGHTS = np.zeros(384, np.float32)
ONES = np.ones(384, np.float32)
ALIKE = Ranks(NOUGHTS, NOUGHTS, (0.0, 0.0, 0.0, 0.0), NOUGHTS, (0.0, 0.0))


def tokens_of(text):
    return tokenize(text, TOKENIZER)


def said(text, cue, *, has_source=True, has_cue=True, confidence=0.9):
    """A statement whose cue is a word that stands once in the text."""
    at = Span.of(text, text.index(cue), text.index(cue) + len(cue))
    source = Source((at,), ()) if has_source else None
    made = Cue((at,), cue, "say") if has_cue else None
    return Statement(cue, source, made, Content.of((at,)), "indirect", confidence)


# Sentences

THREE = "Lind said no. It rained again. Ek replied that she lied."


def spoken(text, *statements):
    found = find_sentences(text, tokens_of(text), statements)
    return [text[one.start : one.end] for one in found if one.statements]


def test_sentences_with_a_cue_are_spoken():
    made = [said(THREE, "said"), said(THREE, "replied")]
    assert spoken(THREE, *made) == ["Lind said no.", "Ek replied that she lied."]


def test_sentences_in_which_nobody_speaks_are_there_too():
    assert [one.number for one in find_sentences(THREE, tokens_of(THREE), [said(THREE, "said")])] == [0, 1, 2]


def test_a_sentence_of_a_word_or_two_is_none():
    text = "Lind said no. Ek 2."
    assert [one.number for one in find_sentences("Lind said no. Ek\n", tokens_of("Lind said no. Ek\n"), ())] == [0]
    assert len(find_sentences(text, tokens_of(text), ())) == 2


@pytest.mark.parametrize(
    "how",
    [
        pytest.param({"has_source": False}, id="no source"),
        pytest.param({"has_cue": False}, id="no cue"),
        pytest.param({"confidence": 0.3}, id="little confidence"),
    ],
)
def test_a_doubtful_statement_makes_no_sentence_spoken(how):
    assert spoken(THREE, said(THREE, "said"), said(THREE, "replied", **how)) == ["Lind said no."]


def test_several_statements_of_a_sentence_are_kept_in_order():
    one, other = said(THREE, "replied"), said(THREE, "lied")
    assert find_sentences(THREE, tokens_of(THREE), [one, other])[-1].statements == (one, other)


def test_a_sentence_knows_its_number_and_words():
    last = find_sentences(THREE, tokens_of(THREE), [])[-1]
    assert (last.number, last.words) == (2, (8, 14))


@pytest.mark.parametrize("between", [" ", "\n", "\n\n"])
def test_a_sentence_ends_with_its_last_word(between):
    text = f"Lind said no.{between}It rained again.{between}"
    assert [text[one.start : one.end] for one in find_sentences(text, tokens_of(text), ())] == [
        "Lind said no.",
        "It rained again.",
    ]


def test_sentences_are_those_that_all_of_onrecord_has():
    text = "Lind met Sen. Ek on Jan. 5 at home. She said no."
    bounds = [0, *(following for _, following in find_ends(text))]
    assert [one.start for one in find_sentences(text, tokens_of(text), [])] == bounds


# Candidates


def asked(monkeypatch, text, *cues, ranks=ALIKE, states=None):
    """The sentences, and the pairs of them, that the network is asked about, the likeliest first."""
    monkeypatch.setattr(candidates, "load_ranks", lambda: ranks)
    tokens = tokens_of(text)
    hidden = np.zeros((len(tokens), 384), np.float32)
    for word, state in (states or {}).items():
        hidden[[i for i, one in enumerate(tokens.words) if one == word]] = state
    encoding = Encoding(tokens, hidden, np.zeros((len(tokens), 7), np.float32), hidden)
    found = likeliest(text, encoding, find_sentences(text, tokens, [said(text, cue) for cue in cues]))
    told = [tuple(text[side.start : side.end] for side in one.sentences) for one in found]
    return [one for one in told if len(one) == 1], [one for one in told if len(one) == 2]


def test_all_sentences_of_a_short_text_are_read_alone(monkeypatch):
    alone, _ = asked(monkeypatch, "Lind denied it. It rained again.", "denied")
    assert alone == [("Lind denied it.",), ("It rained again.",)]


def test_two_sentences_are_read_where_somebody_speaks_in_one(monkeypatch):
    _, pairs = asked(monkeypatch, "Lind denied it. It rained again. It snowed again.", "denied")
    assert pairs == [("Lind denied it.", "It rained again."), ("Lind denied it.", "It snowed again.")]


def test_two_sentences_are_not_read_where_nobody_speaks(monkeypatch):
    assert asked(monkeypatch, "It rained again. It snowed again.")[1] == []


@pytest.mark.parametrize(("between", "count"), [(0, 1), (4, 1), (5, 0)])
def test_two_sentences_far_from_each_other_are_not_read(monkeypatch, between, count):
    text = "Lind said so." + " So." * between + " But Ek laughed."
    assert len(asked(monkeypatch, text, "said", "laughed")[1]) == count


@pytest.mark.parametrize(("length", "count"), [(400, 1), (430, 0)])
@pytest.mark.parametrize("text", ["Lind said so, {}. But Ek laughed.", "Lind said so. But Ek laughed, {}."])
def test_a_very_long_sentence_is_not_read_with_another(monkeypatch, text, length, count):
    text = text.format("r" * (length - 20))
    assert len(asked(monkeypatch, text, "said", "laughed")[1]) == count


MANY = " ".join(f"Lind {one}{other}aid so." for one in "bdfghklmnp" for other in "lr")
CUES = [word for word in MANY.split() if word.endswith("aid")]


def test_of_many_sentences_some_are_read(monkeypatch):
    alone, pairs = asked(monkeypatch, MANY, *CUES)
    assert 0 < len(alone) < len(CUES)
    assert 0 < len(pairs) < len(CUES)


def test_of_many_sentences_the_likeliest_are_read_first(monkeypatch):
    ranks = ALIKE._replace(alone=ONES)
    assert asked(monkeypatch, MANY, *CUES, ranks=ranks, states={CUES[9]: 1.0})[0][0] == (f"Lind {CUES[9]} so.",)


def test_of_many_pairs_the_likeliest_are_read_first(monkeypatch):
    ranks = ALIKE._replace(first=ONES, second=-ONES)
    _, pairs = asked(monkeypatch, MANY, *CUES, ranks=ranks, states={CUES[9]: 1.0, CUES[12]: -1.0})
    assert pairs[0] == (f"Lind {CUES[9]} so.", f"Lind {CUES[12]} so.")


def test_a_word_that_may_dispute_makes_a_sentence_likelier(monkeypatch):
    text = MANY.replace(f"{CUES[-1]} so", f"{CUES[-1]} nonsense")
    ranks = ALIKE._replace(word=(1.0, 0.0))
    assert asked(monkeypatch, text, *CUES, ranks=ranks)[0][0] == (f"Lind {CUES[-1]} nonsense.",)


@pytest.mark.parametrize("ranks", [ALIKE._replace(word=(0.0, -9.0)), ALIKE._replace(between=(0.0, 0.0, 0.0, -9.0))])
def test_what_is_not_likely_is_not_read(monkeypatch, ranks):
    alone, pairs = asked(monkeypatch, "Lind said so. But Ek laughed.", "said", "laughed", ranks=ranks)
    assert not (alone and pairs)


def test_without_sentences_nothing_is_read(monkeypatch):
    assert asked(monkeypatch, "Ek\n") == ([], [])


# What is counted between two sentences


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("Lind saw rain. Ek saw snow.", (0, 1, False), id="nothing in common"),
        pytest.param("Lind saw the ferries. Ek saw a ferry.", (0, 1, False), id="words that begin alike, too short"),
        pytest.param("Lind saw bridges. Ek saw a bridge.", (1, 1, False), id="words that begin alike"),
        pytest.param("Lind saw rain. But Ek saw rain.", (1, 1, True), id="a word that sets against"),
        pytest.param("Lind said that they would. Ek said that they would.", (0, 1, False), id="idle words"),
    ],
)
def test_words_are_counted(text, counts):
    one, other = find_sentences(text, tokens_of(text), ())
    assert counts_between(text, one, other) == counts


def test_the_weights_that_ship_are_of_the_encoder_s_size():
    ranks = candidates.load_ranks()
    assert ranks.first.shape == ranks.second.shape == ranks.alone.shape == (384,)
