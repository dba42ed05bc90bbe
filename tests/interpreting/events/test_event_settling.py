"""Who acts in an event is settled before it is asked who that is."""

from __future__ import annotations

import onrecord
from onrecord.inference import models_folder
from onrecord.interpreting.events.settling import compounds
from onrecord.tokens import load_tokenizer, tokenize


def lines(text):
    return [
        (event.type, [one.name for one in event.actors], [one.name for one in event.recipients])
        for event in onrecord.read(text, published="2031-03-05").events
    ]


def test_whom_grammar_makes_a_party_is_on_the_list_of_entities():
    text = (
        "A warden was arrested by the coast guard on Monday, and the harbour master was accused of theft by Mara Lind."
    )
    made = lines(text)
    assert ("COERCE", ["the coast guard"], ["A warden"]) in made


def test_a_lorry_drives_into_nobody():
    (made,) = lines("A lorry ploughed into a crowd of fishermen in Valparaíso on Monday, killing nine people.")
    assert made[1] == []


def test_what_a_paper_asks_of_its_readers_is_no_event():
    assert lines("Chat with us on the phone. Norway condemned the arrests on Monday.")[0][0] == "ACCUSE"


def test_words_that_hyphens_join_are_one_party():
    tokens = tokenize(
        "his brother-in-law fled - and neo-Nazis came", load_tokenizer(models_folder() / "tokenizer.json")
    )
    brother, nazis = tokens.words.index("brother"), tokens.words.index("Nazis")
    whole = compounds([(brother, brother + 1), (nazis, nazis + 1)], tokens)
    assert [tokens.words[first:last] for first, last in whole] == [
        ("brother", "-", "in", "-", "law"),
        ("neo", "-", "Nazis"),
    ]
