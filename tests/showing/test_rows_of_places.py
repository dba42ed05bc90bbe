"""Where: rows by place."""

from __future__ import annotations

from dataclasses import replace

import pytest
from row_samples import make_places

from onrecord.records import Entity, Place, Span
from onrecord.showing.places import describe_places, tell_where


def told(rows):
    return [(row.told, row.beside, *row.notes) for row in rows]


def place(
    name="Ostrel",
    use="literal",
    *,
    surface=None,
    geonames=11,
    country="PRT",
    confidence=0.9,
    start=0,
    entity=None,
    lat=41.7,
):
    surface = surface or name
    lon = None if lat is None else -8.8
    span = Span(start, start + len(surface), surface)
    return Place(f"p{start}", span, use, entity, name, geonames, country, lat, lon, confidence)


def test_places_stand_once_the_most_often_named_first():
    assert told(describe_places(make_places()).rows) == [
        ("Ostrel", "Portugal", "3 times"),
        ("Velmora", "Portugal", "also as its government or people"),
        ("Arda", "perhaps Bulgaria"),
    ]


def test_places_that_only_stand_for_a_government_or_in_an_adjective_stand_apart():
    section = describe_places(make_places())
    assert section.others_label == "Only as a government or people, or in a name"
    assert told(section.others) == [("Tessen", "Turkmenistan", "3 times", "called “Tessenian”")]
    assert section.others[0].brief == "Tessen (Turkmenistan) ×3"


def test_both_uses_are_counted():
    places = [place(start=n * 10, use=use) for n, use in enumerate(["literal"] * 3 + ["associative"] * 2)]
    assert told(describe_places(places).rows) == [
        ("Ostrel", "Portugal", "3 times", "as its government or people, 2 times")
    ]


def test_another_name_for_the_place_is_told():
    places = [place("Ukraine", surface="Ukraine"), place("Ukraine", surface="the country", start=20)]
    assert told(describe_places(places).rows) == [("Ukraine", "Portugal", "2 times", "called “the country”")]


def test_one_literal_place_among_others_is_counted():
    places = [place(start=n * 10, use=use) for n, use in enumerate(["literal"] + ["associative"] * 2)]
    assert told(describe_places(places).rows) == [
        ("Ostrel", "Portugal", "once", "as its government or people, 2 times")
    ]


def test_an_unsure_place_goes_by_the_article_s_words_and_has_no_coordinates():
    (row,) = describe_places([place("Ostrela", surface="Ostrel", confidence=0.4)]).rows
    assert (row.told, row.beside, row.hint) == ("Ostrel", "perhaps Portugal", "")


def test_an_unsure_country_is_not_in_itself():
    assert told(describe_places([place("Portugal", confidence=0.4)]).rows) == [("Portugal", "unsure which is meant")]


def test_unsure_places_stand_last():
    unsure = [place("Arda", geonames=14, confidence=0.4, start=n * 10) for n in (1, 2)]
    assert [row.told for row in describe_places([*unsure, place()]).rows] == ["Ostrel", "Arda"]


def test_one_sure_mention_makes_the_place_sure():
    places = [place(confidence=0.4), place(confidence=0.9, start=10)]
    assert told(describe_places(places).rows) == [("Ostrel", "Portugal", "2 times")]


def test_adjectives_are_no_names_of_a_place_where_something_is():
    places = [place(), place(surface="Ostrelian", use="associative", start=10)]
    assert told(describe_places(places).rows) == [("Ostrel", "Portugal", "also as its government or people")]


def test_a_name_that_all_places_have_is_not_counted():
    places = [place(surface="the port", start=n * 10) for n in range(3)]
    assert told(describe_places(places).rows) == [("Ostrel", "Portugal", "3 times", "called “the port”")]


def test_a_country_is_not_in_itself():
    assert told(describe_places([place("Portugal")]).rows) == [("Portugal", "")]


def test_an_unknown_country_code_is_told_as_it_is():
    assert told(describe_places([place(country="QQQ")]).rows) == [("Ostrel", "QQQ")]


def test_a_place_that_nobody_found_is_not_located():
    unknown = place(geonames=None, country=None, lat=None, confidence=0.2)
    assert told(describe_places([unknown]).rows) == [("Ostrel", "not located")]


def test_places_of_one_name_are_told_apart_by_their_ids():
    section = describe_places([place(), place(geonames=12, country="BGR", start=10)])
    assert told(section.rows) == [("Ostrel", "Portugal"), ("Ostrel", "Bulgaria")]


def test_places_without_id_are_one_where_they_are_one_entity():
    entity = Entity("e1", "Ostrel", "place")
    places = [place(geonames=None, entity=entity), place("the port", geonames=None, entity=entity, start=10)]
    assert len(describe_places(places).rows) == 1


def test_an_island_and_its_town_of_one_name_are_one():
    section = describe_places([place(), place(geonames=12, start=10, lat=41.9)])
    assert told(section.rows) == [("Ostrel", "Portugal", "2 times")]


def test_far_places_of_one_name_in_one_country_stay_apart():
    assert len(describe_places([place(), place(geonames=12, start=10, lat=38.0)]).rows) == 2


@pytest.mark.parametrize(
    ("lat", "lon", "hint"),
    [(50.4501, 30.5234, "50.45° N, 30.52° E"), (-33.9, -18.42, "33.90° S, 18.42° W"), (None, None, "")],
)
def test_coordinates_are_a_hint(lat, lon, hint):
    (row,) = describe_places([replace(place(), lat=lat, lon=lon)]).rows
    assert row.hint == hint


def related(words, start=0):
    return replace(place(start=start + 30), relation=Span(start, start + len(words), words))


def test_where_is_told_in_a_sentence():
    assert tell_where(place()) == "in Ostrel"


def test_what_lies_near_a_place_is_not_told_as_in_it():
    assert tell_where(related("20 km\nsouth of")) == "20 km south of Ostrel"


def test_relations_are_told_each_once():
    places = [place(), related("near", 100), related("Near", 200), related("off", 300)]
    assert told(describe_places(places).rows) == [("Ostrel", "Portugal", "4 times", "“near Ostrel” ×2, “off Ostrel”")]


def test_the_region_stands_before_the_country():
    (row,) = describe_places([replace(place(), region="Minho")]).rows
    assert (row.told, row.beside, row.brief) == ("Ostrel", "Minho, Portugal", "Ostrel (Minho, Portugal)")


@pytest.mark.parametrize("region", ["Ostrel", "Ostrel Oblast", "", None])
def test_a_region_of_the_same_name_is_not_told(region):
    assert told(describe_places([replace(place(), region=region)]).rows) == [("Ostrel", "Portugal")]


def test_an_unsure_place_tells_no_region():
    unsure = replace(place(confidence=0.4), region="Minho")
    assert told(describe_places([unsure]).rows) == [("Ostrel", "perhaps Portugal")]


def test_no_places_make_no_section():
    assert describe_places(()) is None
