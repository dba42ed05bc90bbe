import pytest
from growth import grows_in_line
from hypothesis import given, settings
from hypothesis import strategies as st
from mention_samples import tokens_of
from place_samples import meant, named, places

from onrecord.annotating.places import find_places
from onrecord.knowledge.gazetteer import load_gazetteer


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shells fell 20 km south of Avdiivka and near Robotyne.", ["Avdiivka", "Robotyne"]),
        ("Ships left Odesa for the Red Sea.", ["Odesa", "Red Sea"]),
        ("The Ukrainian army and the U.S. navy met.", ["Ukrainian", "U.S."]),
        ("Talks in THE HAGUE went on.", ["THE HAGUE"]),
        ("Aid reached al-Mawasi and Deir al-Balah.", ["al-Mawasi", "Deir al-Balah"]),
        ("The Democratic People's Republic of Korea fired it.", ["Democratic People's Republic of Korea"]),
        ("U.S.-Ukraine talks ended.", ["U.S.", "Ukraine"]),
        ("They crossed the Dnipro River and the Strait of Hormuz.", ["Dnipro River", "Strait of Hormuz"]),
    ],
)
def test_toponyms_are_found_by_their_names(text, expected):
    assert named(text) == expected


@pytest.mark.parametrize("text", ["Give us more.", "It said so.", "Nice to see you.", "Police came. Along came Most."])
def test_common_words_are_no_places(text):
    assert named(text) == []


@pytest.mark.parametrize(
    ("text", "person"),
    [
        ("Denzel Washington agreed.", "Denzel Washington"),
        ("Paris Hilton was there.", "Paris Hilton"),
        ("She saw Jack London.", "Jack London"),
    ],
)
def test_names_of_people_are_no_places(text, person):
    assert named(text, person=[person]) == []


def test_a_surname_of_someone_in_the_article_is_no_place():
    assert named("Michael Jordan came. Jordan said it.", person=["Michael Jordan"]) == []


def test_a_title_makes_a_person():
    assert named("Mr. Houston spoke.") == []


def test_a_country_that_speaks_is_still_a_place():
    assert named("Jordan said it would send aid.", place=["Jordan"]) == ["Jordan"]


def test_a_town_in_the_name_of_a_body_is_found():
    assert named("The Boston Globe had it.", organization=["Boston Globe"]) == ["Boston"]


def test_a_small_town_counts_where_its_region_stands_behind():
    assert named("He came from Nixa, Missouri.") == ["Nixa", "Missouri"]


def test_an_abbreviated_state_counts_behind_its_town_only():
    assert named("A man from Springfield, Ill., was ill. Ill. Ill.")[:2] == ["Springfield", "Ill."]
    assert len(named("A man from Springfield, Ill., was ill. Ill. Ill.")) == 2


def test_a_known_town_that_is_a_common_word_counts_behind_a_preposition():
    assert named("Nice to see you all again. They had met in Nice the day before, and all of Nice slept.") == [
        "Nice",
        "Nice",
    ]


@pytest.mark.parametrize("site", ["Harbour Street", "Cedar Lake", "Lindgren Hospital", "Mount Ostby"])
def test_sites_are_found_by_their_words(site):
    assert named(f"They met at {site} on Monday.") == [site]


def test_a_street_is_no_part_of_what_it_is_called_after():
    assert named("They met in French Street.") == ["French Street"]


def test_a_site_lies_in_the_town_that_the_text_puts_it_into():
    site = meant("They met at Lindgren Hospital in Nairobi.", "Lindgren Hospital")
    assert (site.country, site.geonames) == ("KEN", None)


@pytest.mark.parametrize(
    ("text", "words", "region"),
    [
        ("Shells fell on Chasiv Yar.", "Chasiv Yar", "Donetsk Oblast"),
        ("Shells fell all over Donetsk Oblast.", "Donetsk Oblast", "Donetsk Oblast"),
        ("They met at Lindgren Hospital in Mosul.", "Lindgren Hospital", "Nineveh"),
        ("They met in Ukraine.", "Ukraine", None),
        ("They crossed the Red Sea.", "Red Sea", None),
    ],
)
def test_a_place_has_its_first_level_region(text, words, region):
    assert meant(text, words).region == region


def test_a_town_that_is_only_named_nearby_tells_no_region():
    assert meant("He came from Mosul. They met at Lindgren Hospital.", "Lindgren Hospital").region is None


def test_a_site_without_a_town_has_no_point():
    site = meant("They met at Lindgren Hospital.", "Lindgren Hospital")
    assert (site.lat, site.lon, site.country) == (None, None, None)


def test_an_unknown_name_that_is_surely_a_place_is_kept_without_an_id():
    place = meant("They fled Ardalinsk.", "Ardalinsk", place=["Ardalinsk"])
    assert (place.name, place.geonames) == ("Ardalinsk", None)


def test_ids_count_in_text_order():
    assert [place.id for place in places("From Paris to Rome and Madrid.")] == ["p1", "p2", "p3"]


def test_confidences_are_probabilities():
    found = places("They saw Springfield, Paris, Ukraine, Cedar Lake.")
    assert len(found) == 4
    assert all(0 < place.confidence <= 1 for place in found)


WORDS = st.sampled_from(
    [
        *"Paris Texas Ukraine Kyiv US U.S. al Lake Street Mr. Georgia New York of the in and said 😀 İ".split(),
        *"near south off km".split(),
        *"-'.,“” \n",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=40).map(" ".join)))
def test_spans_match_whatever_the_text(text):
    for place in find_places(text, tokens_of(text), (), load_gazetteer()):
        place.span.check(text)
        if place.relation:
            place.relation.check(text)
        assert place.use in ("literal", "associative")
        assert place.name


def finding(text):
    tokens = tokens_of(text)
    return lambda: find_places(text, tokens, (), load_gazetteer())


@pytest.mark.parametrize(
    "piece",
    [
        "Paris, ",
        "Lake ",
        "U.S.-",
        "al-",
        "Cedar Street ",
        "Springfield, Illinois and ",
        "A' ",
        "20 km south of ",
        "near the between Paris and ",
    ],
)
def test_time_grows_with_the_text_only(piece):
    assert grows_in_line(finding(piece * 1000), finding(piece * 8000), 8)


def test_a_town_with_a_police_of_its_own_is_found():
    assert "Slidell" in named("He lives in Louisiana. It was a scam, Slidell police said.")


def test_a_rocket_with_a_number_is_no_place():
    assert named("They fired it on an Ostrel-3 missile.", place=["Ostrel"]) == []


def test_a_heading_and_the_sentence_behind_it_make_no_double_name():
    assert named("They lived at the heart of Ostrel Ostrel is old.", place=["Ostrel Ostrel"]) == ["Ostrel"]


@pytest.mark.parametrize("body", ["the High Court of Justice", "the Lindgren Center for Peace Studies"])
def test_courts_and_institutes_are_no_houses(body):
    assert named(f"They asked {body} to speak.") == []


def test_a_promenade_behind_its_town_is_found_whole():
    assert named("They walked on Nice's Promenade des Oliviers.")[-1] == "Promenade des Oliviers"


def test_a_place_goes_by_a_name_that_shares_a_word_with_the_article_s():
    assert meant("A rocket rose from Sohae in North Korea.", "Sohae").name == "Sohae"
    assert meant("A rocket rose in North Phyongan.", "North Phyongan").name == "North Phyongan"
    assert meant("It was in Kiev.", "Kiev").name == "Kyiv"
