import pytest
from place_samples import meant, places


@pytest.mark.parametrize(
    ("text", "words", "name", "country"),
    [
        ("He moved to Paris.", "Paris", "Paris", "FRA"),
        ("He moved to Paris, Texas.", "Paris", "Paris", "USA"),
        ("He moved to London, Ontario, in May.", "London", "London", "CAN"),
        ("Officials in Washington met.", "Washington", "Washington, D.C.", "USA"),
        ("The president flew to Tbilisi in Georgia.", "Georgia", "Georgia", "GEO"),
        ("It happened in Atlanta, Georgia.", "Georgia", "Georgia", "USA"),
        ("Tripoli and Misrata in Libya were hit.", "Tripoli", "Tripoli", "LBY"),
        ("New York grew.", "New York", "New York City", "USA"),
        ("Boston and London agreed.", "Boston", "Boston", "USA"),
    ],
)
def test_the_place_that_is_meant_is_chosen(text, words, name, country):
    place = meant(text, words)
    assert (place.name, place.country) == (name, country)


@pytest.mark.parametrize("text", ["Krasnohorivka in Donetsk Oblast fell.", "Krasnohorivka, Donetsk Oblast, fell."])
def test_a_town_lies_in_the_region_that_the_text_names(text):
    place = meant(text, "Krasnohorivka")
    assert abs(place.lat - 48.0) < 0.2
    assert abs(place.lon - 37.5) < 0.2


def test_a_region_is_meant_where_it_is_called_one():
    assert meant("Shelling went on in the Donetsk region.", "Donetsk").name == "Donetsk Oblast"
    assert meant("Shelling went on in Donetsk.", "Donetsk").name == "Donetsk"


def test_one_name_means_one_place_throughout():
    assert {
        p.geonames for p in places("He left Paris, Texas. Paris is small. In Paris he was born.") if p.name == "Paris"
    } == {4717560}


def test_a_list_of_countries_puts_none_into_another():
    assert meant("Israel, Lebanon and Syria agreed.", "Israel").geonames == 294640


@pytest.mark.parametrize(
    ("words", "name"),
    [("KYIV", "Kyiv"), ("Kiev", "Kyiv"), ("Burma", "Myanmar"), ("the Gaza Strip", "Gaza Strip"), ("Rafah", "Rafah")],
)
def test_places_are_called_as_english_calls_them(words, name):
    assert places(f"They went to {words} again.")[0].name == name


def test_an_adjective_means_its_country():
    place = meant("The Irish minister left.", "Irish")
    assert (place.name, place.country, place.geonames) == ("Ireland", "IRL", 2963597)


def test_what_is_clear_is_surer_than_what_is_not():
    assert meant("They went to Ukraine.", "Ukraine").confidence > meant("They went to Richmond.", "Richmond").confidence
