"""Words of those who act, or are acted upon, that no mention has; descriptions made as wide as they are told."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from onrecord.chains import KINDS, NAME, NOMINAL, Chain, FoundMention
from onrecord.inference import models_folder
from onrecord.interpreting.linking.parties import by_core_end, find_parties, widened
from onrecord.interpreting.linking.view import View
from onrecord.interpreting.linking.wording import Wording
from onrecord.knowledge.base import load_knowledge
from onrecord.tokens import load_tokenizer, tokenize

EVEN = np.full(len(KINDS), 0.25, np.float32)


def view_of(text):
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    return View(SimpleNamespace(knowledge=load_knowledge()), None, Wording(text, tokens))


def chain(first, last):
    mention = FoundMention(last - 1, first, last, NAME, -1, EVEN, 0.0, 0.5, ("x",) * (last - first))
    return Chain((mention,), is_named=True, name=mention, kinds=EVEN, plural=0.0)


def only_party(text, words):
    """The mention that is made of some words of a text that has no other."""
    view = view_of(text)
    first = view.wording.tokens.words.index(words.split()[0])
    (found,) = find_parties(view, [], [(first, first + len(words.split()))])
    return found


TEXT = "Armed men shelled the port of Ardale"  # words 0-2, 2, 3-7


@pytest.mark.parametrize(
    ("chains", "expected"),
    [
        pytest.param([], [(0, 2), (3, 5)], id="no mentions"),
        pytest.param([chain(0, 2)], [(3, 5)], id="a mention of the same words"),
        pytest.param([chain(1, 2)], [(3, 5)], id="a mention of fewer words"),
        pytest.param([chain(0, 2), chain(4, 5)], [], id="a mention of each"),
        pytest.param([chain(6, 7)], [(0, 2), (3, 5)], id="a mention behind of"),
    ],
)
def test_only_words_that_no_mention_is_are_added(chains, expected):
    found = find_parties(view_of(TEXT), chains, [(0, 2), (3, 7)])
    assert [(one.first, one.last) for one in found] == expected


def test_words_with_one_head_are_added_once():
    assert len(find_parties(view_of(TEXT), [], [(0, 2), (1, 2)])) == 1


def test_a_number_is_not_added():
    assert find_parties(view_of("Rebels killed at least 130 people"), [], [(2, 6)]) == []


def test_without_arguments_nothing_is_added():
    assert find_parties(view_of(TEXT), [chain(0, 2)], []) == []


@pytest.mark.parametrize("word", ["Israeli", "French", "Ukrainian"])
def test_a_single_adjective_of_a_country_is_a_place_s_name(word):
    found = only_party(f"An {word} strike hit the port", word)
    assert (found.form, found.kind) == (NAME, "place")


@pytest.mark.parametrize(
    ("text", "words"), [("An Israeli strike hit the port", "Israeli strike"), ("The french fries were cold", "french")]
)
def test_other_words_with_such_an_adjective_are_no_place(text, words):
    assert only_party(text, words).kind != "place"


def test_words_with_capitals_are_a_name():
    found = only_party("On Sunday Mara Lind met the miners", "Mara Lind")
    assert (found.form, found.kind) == (NAME, "person")


@pytest.mark.parametrize(("words", "head"), [("masked gunmen", "gunmen"), ("a group of masked men", "group")])
def test_a_description_is_about_its_last_word_before_of(words, head):
    found = only_party(f"On Sunday {words} shelled the port", words)
    assert (found.form, view_of(f"On Sunday {words} shelled the port").wording.tokens.words[found.head]) == (
        NOMINAL,
        head,
    )


@pytest.mark.parametrize(("words", "is_plural"), [("masked rebels", True), ("a masked rebel", False)])
def test_a_description_in_s_is_of_several(words, is_plural):
    assert only_party(f"On Sunday {words} shelled the port", words).plural == is_plural


@pytest.mark.parametrize(("chains", "head"), [([], 0), ([chain(0, 1)], 1)])
def test_a_name_is_about_its_first_word_that_no_mention_is_about(chains, head):
    (found,) = find_parties(view_of("Mara Lind met the miners"), chains, [(0, 2)])
    assert found.head == head


def test_a_mention_has_its_words_in_lower_case():
    assert only_party("On Sunday Mara Lind met the miners", "Mara Lind").words == ("mara", "lind")


# Descriptions made wider


def as_wide(text, words, argument, *, form=NOMINAL):
    """The words of a mention whose head is its last word, as wide as an argument."""
    view = view_of(text)
    lower = view.wording.lower
    (first, last), given = (place_in(lower, phrase) for phrase in (words, argument))
    mention = FoundMention(last - 1, first, last, form, -1, EVEN, 0.0, 0.5, tuple(lower[first:last]))
    return " ".join(widened(view, mention, by_core_end(lower, [given])).words)


def place_in(lower, phrase):
    wanted = phrase.split()
    return next((i, i + len(wanted)) for i in range(len(lower)) if lower[i : i + len(wanted)] == wanted)


@pytest.mark.parametrize(
    "argument", ["a young palestinian girl", "a young palestinian girl from ardale", "young palestinian girl"]
)
def test_a_description_is_as_wide_as_the_argument_with_its_head(argument):
    wide = as_wide("They shot a young Palestinian girl from Ardale", "girl", argument)
    assert wide == argument.removesuffix(" from ardale")


@pytest.mark.parametrize(
    ("text", "words", "argument"),
    [
        pytest.param("They shot a young girl", "a young girl", "girl", id="a narrower argument"),
        pytest.param("They shot a young girl from Ardale", "girl", "from ardale", id="an argument with another head"),
        pytest.param("They shot a boy and girl", "girl", "a boy and girl", id="two descriptions"),
        pytest.param("They shot a boy, girl", "girl", "boy , girl", id="two descriptions with a comma"),
    ],
)
def test_a_description_stays_as_it_is_beside_another_argument(text, words, argument):
    assert as_wide(text, words, argument) == words


def test_a_name_stays_as_it_is():
    assert as_wide("They shot young Mara", "mara", "young mara", form=NAME) == "mara"
