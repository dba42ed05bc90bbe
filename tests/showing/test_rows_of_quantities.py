"""How many: quantities in words, and the words around them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from row_samples import FERRY, make_quantities

from onrecord.records import Quantity, Span
from onrecord.showing.plain_text import one_line
from onrecord.showing.quantities import describe_quantities
from onrecord.showing.quantity_words import tell_quantity


def quantity(surface, value, unit=None, role=None, *, bound="exact", high=None, start=0):
    return Quantity(f"q{start}", Span(start, start + len(surface), surface), value, high, bound, unit, role)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (quantity("at least one person", 1, "person", "killed", bound="at_least"), "at least 1 person killed"),
        (quantity("267 drones", 267, "drone", "launched"), "267 drones launched"),
        (quantity("between 10 and 15 fighters", 10, "fighter", bound="range", high=15), "10–15 fighters"),
        (quantity("up to 20,000", 20_000, "person", "displaced", bound="at_most"), "at most 20,000 people displaced"),
        (quantity("nearly 30", 30, "missile", "shot_down", bound="about"), "about 30 missiles shot down"),
        (quantity("$5 million", 5_000_000, "USD"), "$5 million (USD 5,000,000)"),
        (
            quantity("€2-3 bn", 2e9, "EUR", "paid", bound="range", high=3e9),
            "€2-3 bn paid (EUR 2,000,000,000–3,000,000,000)",
        ),
        (quantity("$30,000 a year", 30_000, "USD per year", "paid"), "$30,000 a year paid"),
        (quantity("Thousands of dollars", 2000, "USD", bound="at_least"), "thousands of dollars (at least USD 2,000)"),
        (quantity("Dozens of deaths", 24, "death", "killed", bound="at_least"), "dozens of deaths (at least 24)"),
        (quantity("10 bodies", 10, "body", "killed"), "10 bodies"),
        (quantity("101-meter", 101, "meter"), "101 meters"),
        (quantity("330 foot", 330, "foot"), "330 feet"),
        (quantity("$254", 254, "USD"), "$254"),
        (quantity("¥254", 254, "JPY"), "¥254 (JPY 254)"),
        (quantity("$254", 254, "CAD"), "$254 (CAD 254)"),
        (quantity("12%", 12, "percent"), "12 percent"),
        (quantity("2 percentage points", 2, "percentage point"), "2 percentage points"),
        (quantity("half of voters", 0.5, "share"), "half of voters (50%)"),
        (quantity("two-thirds", 0.667, "share"), "two-thirds (67%)"),
        (
            quantity("dozens of homes", 24, "home", "destroyed", bound="at_least"),
            "dozens of homes destroyed (at least 24)",
        ),
        (quantity("2.5 km", 2.5, "kilometer"), "2.5 kilometers"),
        (quantity("900,000 barrels a day", 900_000, "barrel per day"), "900,000 barrels per day"),
        (quantity("40 degrees Celsius", 40, "degree Celsius"), "40 degrees Celsius"),
        (quantity("30 square kilometres", 30, "square kilometer"), "30 square kilometers"),
        (quantity("$82", 82, "USD per share"), "$82 (USD 82 per share)"),
        (quantity("two gunmen", 2, "gunman", "killed"), "2 gunmen killed"),
        (quantity("a 10-member", 10, "member"), "10 members"),
        (quantity("six aircraft", 6, "aircraft"), "6 aircraft"),
        (quantity("three countries", 3, "country"), "3 countries"),
        (quantity("12", 12), "12"),
        (quantity("12", 12, role="killed"), "12 killed"),
        (quantity("1,234.5678", 1234.5678), "1,234.568"),
        (quantity("-4", -4, "degree"), "-4 degrees"),
        (quantity("half to two-thirds", 0.5, "share", high=0.667, bound="range"), "half to two-thirds (50–67%)"),
        (quantity("a googol", 10**400), "∞"),
    ],
)
def test_quantity_is_told_in_words(given, words):
    assert tell_quantity(given) == words


def test_quantities_with_a_role_stand_in_the_order_of_the_text():
    section = describe_quantities(make_quantities(), FERRY)
    assert [row.told for row in section.rows] == [
        "at least 1 person killed",
        "10–15 fishermen injured",
        "267 drones launched",
        "$5 million pledged (USD 5,000,000)",
    ]


def test_other_quantities_stand_apart():
    section = describe_quantities(make_quantities(), FERRY)
    others = ["dozens of homes (at least 24)", "1,200 families", "12 percent", "20 kilometers"]
    assert (section.others_label, [row.told for row in section.others]) == ("Other numbers", others)


def test_equal_quantities_share_a_row():
    text = "267 drones came. All 267 drones fell."
    again = quantity("267 drones", 267, "drone", "launched", start=text.rindex("267"))
    (row,) = describe_quantities([quantity("267 drones", 267, "drone", "launched"), again], text).rows
    assert (row.told, len(row.spans)) == ("267 drones launched ×2", 2)


def test_equal_quantities_without_a_role_share_a_row():
    text = "12 percent, or 12 percent"
    (row,) = describe_quantities([quantity("12 percent", 12, "percent", start=n) for n in (0, 15)], text).others
    assert (row.brief, row.notes) == ("12 percent ×2", ("2 times",))


def context_of(text, words):
    start = text.index(words)
    (row,) = describe_quantities([quantity(words, 7, "boat", "seized", start=start)], text).rows
    return row.context.before, row.context.words, row.context.after


@pytest.mark.parametrize(
    ("text", "context"),
    [
        ("They took 7 boats today.", ("They took ", "7 boats", " today.")),
        ("It rained. They took 7 boats. It snowed.", ("They took ", "7 boats", ".")),
        ("Headline\n7 boats were taken\nNext", ("", "7 boats", " were taken")),
        ("(7 boats)", ("(", "7 boats", ")")),
        (
            "The harbour police said on the radio that they took 7 boats from the men who had come over the sea.",
            ("… said on the radio that they took ", "7 boats", " from the men who had come over the …"),
        ),
    ],
)
def test_words_around_stay_in_the_sentence(text, context):
    assert context_of(text, "7 boats") == context


def test_no_quantities_make_no_section():
    assert describe_quantities((), "") is None


@given(
    text=st.text(st.sampled_from("a .!\n“”12…"), min_size=1, max_size=200),
    value=st.floats() | st.integers(),
    high=st.none() | st.floats(),
    unit=st.none() | st.text(max_size=8) | st.sampled_from(["share", "USD", "person"]),
    data=st.data(),
)
def test_any_quantity_gets_one_line_of_words(text, value, high, unit, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    one = quantity(text[start:end], value, unit, "killed", high=high, start=start)
    (row,) = describe_quantities([one], text).rows
    parts = [row.told, row.context.before.rstrip(), row.context.words, row.context.after.lstrip()]
    assert parts == [one_line(part) for part in parts]
    assert len(row.context.before) + len(row.context.after) <= 80
