import pytest
from place_samples import meant, named, places


def test_a_town_by_another_name_means_nothing_where_nothing_backs_it():
    place = meant("Shells fell on Tessen, and a port in Tessen burned.", "Tessen")  # an alias of Möckern in Germany
    assert (place.geonames, place.country, place.lat) == (None, None, None)


def test_a_small_town_that_nothing_backs_is_unsure():
    place = meant("Votes were counted on the island of Sorrel. He left Sorrel.", "Sorrel", place=["Sorrel"])
    assert place.confidence < 0.4


@pytest.mark.parametrize(
    "text", ["In France they went to Magnanville.", "They went to Magnanville near Mantes-la-Jolie."]
)
def test_a_small_town_is_surer_beside_its_country_or_a_neighbour(text):
    alone = meant("They went to Magnanville.", "Magnanville", place=["Magnanville"])
    assert meant(text, "Magnanville", place=["Magnanville"]).confidence > 2 * alone.confidence


def test_a_town_whose_country_stands_beside_it_is_sure_though_its_region_has_its_name():
    place = meant("VALPARAÍSO, Chile — Crews met in Valparaíso.", "Valparaíso")
    assert place.country == "CHL"
    assert place.confidence > 0.85


def test_a_common_word_is_no_small_town_of_a_country_that_is_named():
    text = "The United States sent a probe that sees Earth, and a lander left Earth."
    assert "Earth" not in named(text, place=["Earth"])


def test_a_quarter_of_the_sky_alone_is_no_region():
    assert "Northern" not in named("An economist at Northern Bank spoke.", organization=["Northern Bank"])
    assert "Northern" in " ".join(named("They fled to Northern Province."))


def test_a_site_lies_in_no_town_that_nothing_backs():
    text = "Voters in Sorrel and Port Alder queued."
    assert all(
        p.country is None for p in places(text, place=["Sorrel", "Port Alder"]) if p.span.surface == "Port Alder"
    )


def test_a_common_word_that_a_name_goes_on_from_is_no_town():
    assert named("They had a letter from Human Resources in May.") == []  # "Human" is an alias of Uman in Ukraine


def test_what_something_else_is_better_known_by_is_a_place_only_beside_its_country():
    assert named("A cinema showed a Batman film in July.") == []
    assert "Batman" in named("Rain fell on Batman, and the rest of Turkey was dry.", place=["Batman"])


def test_a_place_lies_in_the_town_that_its_own_name_holds():
    text = "Ships reached Rotterdam. The harbour is old. He was at Rotterdam Lantern Street."
    place = meant(text, "Rotterdam Lantern Street")
    assert (place.country, place.confidence > 0.5) == ("NLD", True)


def test_a_place_lies_in_the_region_behind_it():
    place = meant("A rocket rose from Cedar Heights, North Phyongan province.", "Cedar Heights")
    assert (place.country, place.confidence > 0.5) == ("PRK", True)
