"""Relations of places: what the words before a name say."""

import pytest
from place_samples import meant


def relation(text, words, **names):
    span = meant(text, words, **names).relation
    return span and span.surface


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Shells fell 20 km south of Avdiivka.", "Avdiivka", "20 km south of"),
        ("It fell about 20 kilometers (12 miles) south-west of the city of Dnipro.", "Dnipro",
         "about 20 kilometers (12 miles) south-west of"),
        ("The camp lies a few miles from Rafah.", "Rafah", "a few miles from"),
        ("They live a two-hour drive from Kharkiv.", "Kharkiv", "a two-hour drive from"),
        ("They live two hours' drive from Kharkiv.", "Kharkiv", "two hours' drive from"),
        ("They stopped 10 miles short of Kharkiv.", "Kharkiv", "10 miles short of"),
        ("Shells fell near Robotyne.", "Robotyne", "near"),
        ("Near Kharkiv, shells fell.", "Kharkiv", "Near"),
        ("Shells fell near the embattled eastern Ukrainian city of Pokrovsk.", "Pokrovsk", "near"),
        ("Troops stood just west of Kharkiv.", "Kharkiv", "just west of"),
        ("Troops stood to the north of Kharkiv.", "Kharkiv", "to the north of"),
        ("A ship burned off the coast of Yemen.", "Yemen", "off the coast of"),
        ("A ship burned off the Yemeni coast.", "Yemeni", "off"),
        ("A ship burned 30 nautical miles off Yemen.", "Yemen", "30 nautical miles off"),
        ("A ship burned off Yemen.", "Yemen", "off"),
        ("They gathered outside Paris.", "Paris", "outside"),
        ("They gathered on the northern outskirts of Kharkiv.", "Kharkiv", "on the northern outskirts of"),
        ("A bus was hit on the road to Kharkiv.", "Kharkiv", "on the road to"),
    ],
)  # fmt: skip
def test_words_before_a_name_say_how_things_lie_to_it(text, words, expected):
    assert relation(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Shells fell in Kharkiv.", "Kharkiv"),
        ("He is from the south of France.", "France"),
        ("They went to the south of France.", "France"),
        ("It fell near the West Bank city of Ramallah.", "West Bank"),
        ("It fell near Kharkiv's station.", "Kharkiv"),
        ("It fell near the Ukrainian town.", "Ukrainian"),
        ("Officials close to Iran said so.", "Iran"),
        ("The army cut off Crimea.", "Crimea"),
        ("Outside, it rained. Kharkiv slept.", "Kharkiv"),
        ("The road ran near\nKharkiv", "Kharkiv"),
        ("Talks between Russia and Ukraine went on.", "Ukraine"),
    ],
)
def test_other_words_are_no_relation(text, words):
    assert relation(text, words) is None


def test_between_belongs_to_both_names():
    text = "Shells hit the road between Izium and Lyman in the east."
    assert relation(text, "Izium") == relation(text, "Lyman") == "between"


def test_a_border_lies_at_the_country_that_it_is_called_after():
    assert relation("Shells fell near the Russian border.", "Russian") == "near"
