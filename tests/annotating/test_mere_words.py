"""Names of one ordinary word, and names that are the beginning of another."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotating.encoding import TOKENIZER
from onrecord.annotating.mere_words import without_mere_words
from onrecord.annotating.name_parts import without_parts
from onrecord.chains import KINDS, NAME, NOMINAL, FoundMention
from onrecord.inference import models_folder
from onrecord.tokens import load_tokenizer, tokenize


@pytest.fixture(scope="module")
def tokens_of():
    tokenizer = load_tokenizer(models_folder() / TOKENIZER)
    return lambda text: tokenize(text, tokenizer)


def name(tokens, text, kind="organization"):
    """A mention of the first words that are `text`."""
    words = text.split()
    first = next(i for i in range(len(tokens)) if list(tokens.words[i : i + len(words)]) == words)
    last = first + len(words)
    kinds = np.eye(len(KINDS), dtype=np.float32)[KINDS.index(kind)]
    lower = tuple(word.lower() for word in words)
    return FoundMention(last - 1, first, last, NAME, -1, kinds, 0.0, 0.5, lower)


def test_an_ordinary_word_at_a_sentence_s_beginning_is_no_name(tokens_of):
    tokens = tokens_of("It rained. According to Lind it will go on.")
    assert without_mere_words([name(tokens, "According")], tokens) == []


def test_a_word_that_the_text_writes_with_a_capital_is_a_name(tokens_of):
    tokens = tokens_of("Target fell. Buyers left shops at Target in June.")
    assert len(without_mere_words([name(tokens, "Target")], tokens)) == 1


def test_a_word_that_is_no_ordinary_one_is_a_name(tokens_of):
    tokens = tokens_of("Lind fell.")
    assert len(without_mere_words([name(tokens, "Lind")], tokens)) == 1


def test_a_word_of_a_longer_name_is_a_name(tokens_of):
    tokens = tokens_of("Worker fell. Then Mara Worker spoke.")
    mentions = [name(tokens, "Worker"), name(tokens, "Mara Worker", "person")]
    assert len(without_mere_words(mentions, tokens)) == 2


def test_people_become_a_description(tokens_of):
    tokens = tokens_of("It burned. Residents fled.")
    assert [mention.form for mention in without_mere_words([name(tokens, "Residents")], tokens)] == [NOMINAL]


def test_the_head_of_a_source_becomes_a_description(tokens_of):
    tokens = tokens_of("It burned. Everyone said so.")
    mention = name(tokens, "Everyone")
    assert [kept.form for kept in without_mere_words([mention], tokens, {mention.head})] == [NOMINAL]


def test_the_beginning_of_a_body_s_name_is_no_name(tokens_of):
    tokens = tokens_of("The Harbour Accident Inquiry Office spoke.")
    whole = name(tokens, "Harbour Accident Inquiry Office")
    assert without_parts([name(tokens, "Harbour Accident"), whole], tokens) == [whole]


def test_a_beginning_that_stands_alone_elsewhere_is_a_name(tokens_of):
    tokens = tokens_of("The Harbour Trust Office spoke. Then the Harbour Trust spoke.")
    alone = name(tokens_of("x x x x x x x Harbour Trust"), "Harbour Trust")
    mentions = [name(tokens, "Harbour Trust"), name(tokens, "Harbour Trust Office"), alone]
    assert without_parts(mentions, tokens) == mentions


def test_a_place_in_a_body_s_name_and_a_person_s_name_stay(tokens_of):
    tokens = tokens_of("Ardale University asked the Lind Fund.")
    mentions = [name(tokens, "Ardale", "place"), name(tokens, "Ardale University")]
    mentions += [name(tokens, "Lind", "person"), name(tokens, "Lind Fund")]
    assert without_parts(mentions, tokens) == mentions


def test_what_is_known_by_the_name_stays(tokens_of):
    tokens = tokens_of("The European Union Office spoke.")
    mentions = [name(tokens, "European Union"), name(tokens, "European Union Office")]
    assert without_parts(mentions, tokens) == mentions
