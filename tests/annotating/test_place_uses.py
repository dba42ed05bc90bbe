import pytest
from place_samples import meant


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Moscow launched drones.", "Moscow"),
        ("An Irish minister left.", "Irish"),
        ("Many Iraqis left.", "Iraqis"),
        ("The U.S. army left.", "U.S."),
        ("Ukraine's military grew.", "Ukraine"),
        ("In return, Kyiv is pushing for more.", "Kyiv"),
        ("They held talks with Russia.", "Russia"),
        ("The U.S.-led coalition left.", "U.S."),
        ("The president of France spoke.", "France"),
        ("They imposed sanctions on Iran.", "Iran"),
        ("The Kremlin declined.", "Kremlin"),
        ("He worked at the U.S. embassy.", "U.S."),
        ("Tension rose between Kyiv and Washington.", "Washington"),
    ],
)
def test_governments_peoples_and_origins_are_associative(text, words):
    assert meant(text, words).use == "associative"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Drones flew over Ukraine.", "Ukraine"),
        ("They fired rockets at Ukraine overnight.", "Ukraine"),
        ("He was born in Moscow.", "Moscow"),
        ("Drones struck Ukrainian cities and villages.", "Ukrainian"),
        ("They crossed Syria's northern border.", "Syria"),
        ("They fought in eastern Ukraine.", "Ukraine"),
        ("KYIV, Ukraine — Drones came.", "KYIV"),
        ("It struck Kherson on Monday.", "Kherson"),
        ("He has lived in Parkland, Florida, since May.", "Florida"),
        ("They fought in Libya and Syria.", "Syria"),
        ("Missile strikes on Iran went on.", "Iran"),
        ("The Donetsk region was shelled.", "Donetsk"),
    ],
)
def test_where_something_is_stays_literal(text, words):
    assert meant(text, words).use == "literal"


def test_a_place_in_the_name_of_a_body_is_associative():
    assert meant("He reads in the Boston Globe.", "Boston", organization=["Boston Globe"]).use == "associative"
