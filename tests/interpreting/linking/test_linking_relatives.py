"""Relatives: whom a surname means where two of an article bear it."""

from __future__ import annotations

import numpy as np
import pytest
from linking_samples import entity_at, entry_at

from onrecord.chains import NAME, PRONOUN, FoundMention
from onrecord.interpreting.linking.merging import make_chain
from onrecord.interpreting.linking.sexes import part_by_title

BUSH, H_W_BUSH, TRUDEAU = "Q207", "Q23505", "Q3099714"
KIM_JONG_IL, KIM_JONG_UN, NAWAZ_SHARIF = "Q10665", "Q56226", "Q134068"


@pytest.mark.parametrize(
    ("text", "surname", "expected"),
    [
        ("Justin Trudeau came. His father, Pierre Trudeau, had gone there. Trudeau told pupils.", "Trudeau", TRUDEAU),
        ("Nawaz Sharif came. Shahbaz Sharif, his brother, did not. Sharif promised roads.", "Sharif", NAWAZ_SHARIF),
        ("Kim Jong Un gave a dinner. His sister, Kim Yo Jong, poured wine. Kim laughed.", "Kim", KIM_JONG_UN),
    ],
)
def test_a_surname_alone_is_not_the_one_who_was_told_to_be_kin(reader, text, surname, expected):
    assert entry_at(reader.read(text, published="2017-05-03"), surname, occurrence=3) == expected


@pytest.mark.parametrize(("told", "expected"), [("The younger Kim", KIM_JONG_UN), ("The elder Kim", KIM_JONG_IL)])
def test_the_younger_is_the_one_of_the_younger_generation(reader, told, expected):
    text = f"Kim Jong Il watched the parade in Pyongyang. His son, Kim Jong Un, stood beside him. {told} clapped."
    assert entry_at(reader.read(text, published="2011-09-10"), told) == expected


def test_father_and_son_whom_the_article_names_in_full_are_two(reader):
    text = "George H. W. Bush watched the game in Houston. His son, the former president George W. Bush, threw a ball."
    record = reader.read(text, published="2015-10-12")
    assert (entry_at(record, "George H. W. Bush"), entry_at(record, "George W. Bush")) == (H_W_BUSH, BUSH)


def test_an_unknown_relative_is_not_the_known_one(reader):
    text = "Justin Trudeau opened a school in Ottawa. His cousin, Mirel Trudeau, sang. Trudeau told pupils to read."
    found = entity_at(reader.read(text, published="2017-05-03"), "Mirel Trudeau")
    assert (found.entry, found.name) == (None, "Mirel Trudeau")


@pytest.mark.parametrize(("told", "expected"), [("The elder Bush", H_W_BUSH), ("The younger Bush", BUSH)])
def test_of_two_of_a_surname_who_led_a_country_the_elder_is_the_first(reader, told, expected):
    record = reader.read(f"Guests came to the hall in Texas. {told} told a joke about fish.", published="2006-09-10")
    assert entry_at(record, told) == expected


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Hun Manet opened a canal in Cambodia. It was long wished for by his father.", "his father", "Hun Sen"),
        (
            "Cristina Fernández de Kirchner spoke to farmers in Argentina. Her late husband wrote the law.",
            "Her late husband",
            "Néstor Kirchner",
        ),
    ],
)
def test_a_parent_or_a_spouse_who_led_the_country_too_is_linked(reader, text, words, name):
    assert entity_at(reader.read(text, published="2024-08-05"), words).name == name


def test_whoever_has_the_title_of_another_office_is_not_the_president_of_that_surname(reader):
    text = "President Bush will fly to Florida on Sunday. Governor Bush toured a shelter and asked for patience."
    record = reader.read(text, published="2004-08-14")
    assert (entry_at(record, "President Bush"), entry_at(record, "Governor Bush")) == (BUSH, None)


def _mention(head, form, word, pronoun=-1):
    kinds = np.array([1, 0, 0, 0], np.float32)
    return FoundMention(head, head, head + 1, form, pronoun, kinds, 0.0, 0.5, (word,))


def test_whom_a_title_calls_mr_is_no_she():
    words = [("brun", NAME), ("she", PRONOUN), ("i", PRONOUN), ("mr", NAME), ("he", PRONOUN)]
    parts = part_by_title([make_chain([_mention(at, form, word) for at, (word, form) in enumerate(words)])])
    assert [[m.words[0] for m in part.mentions] for part in parts] == [["brun", "mr", "he"], ["she", "i"]]


def test_a_chain_that_no_title_speaks_against_stays():
    chain = make_chain([_mention(0, NAME, "brun"), _mention(1, PRONOUN, "she")])
    assert part_by_title([chain]) == [chain]
