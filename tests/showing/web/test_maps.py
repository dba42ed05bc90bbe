"""The map: where places stand on it, what becomes one circle, and what is safe to put into a page."""

from __future__ import annotations

import json
import math
import re
import xml.etree.ElementTree as ET
from importlib.resources import files
from itertools import combinations

import numpy as np
import pytest

from onrecord.showing.web.maps import REGIONS, Dot, draw_map
from onrecord.showing.web.maps.clustering import cluster
from onrecord.showing.web.maps.ground import draw_ground, load_world
from onrecord.showing.web.maps.labelling import place_labels, shorten
from onrecord.showing.web.maps.pies import shorten_count
from onrecord.showing.web.maps.projecting import project
from onrecord.showing.web.maps.regions import view_of

HOSTILE = '"><script>alert(1)</script><img src=x onerror=\'alert(2)\' style="color:red">\x00\ud800&'
BRANNOCK = (50.45, 30.52)
TESSAMOOR = (-33.9, 18.4)


def make_dot(lat, lon, name="Brannock", count=1, *, tones=(), href="/events?place=1"):
    return Dot(lat, lon, name, count, tones, href)


def draw(*dots, **options):
    return draw_map(dots, href_of_cluster=lambda those: f"/events?several={len(those)}", **options)


def circles_of(drawing):
    """Of each circle: centre and radius (without its halo's edge)."""
    found = re.findall(r'translate\(([\d.-]+) ([\d.-]+)\)".*?class="map-halo" r="([\d.]+)"', drawing)
    return [(float(x), float(y), float(radius) - 1.25) for x, y, radius in found]


def labels_of(drawing):
    return re.findall(r'aria-label="([^"]*)"', drawing)[1:]  # the first is the map's


def spread(count=300):
    """Dots all over the world, always the same."""
    return [
        make_dot(65 - (at * 37) % 110, (at * 61) % 360 - 180, f"Place {at}", 1 + (at * 7) % 23, href=f"/place/{at}")
        for at in range(count)
    ]


@pytest.mark.parametrize("detail", ["110m", "50m"])
def test_python_projects_as_the_shapes_were_projected(detail):
    world = json.loads(files("onrecord.showing.web").joinpath(f"world/world-{detail}.json").read_text("utf8"))
    degrees = np.array([each["point"] for each in world["points"]], dtype=float)
    assert len(degrees) > 10
    assert np.abs(project(degrees) - [each["at"] for each in world["points"]]).max() < 0.05  # units of 2,000


def test_a_longitude_may_be_counted_from_either_side():
    here, there = project(np.array([[190.0, 10.0], [-170.0, 10.0]]))
    assert here == pytest.approx(there)


def test_dots_near_each_other_become_one_circle():
    drawing = draw(
        make_dot(*BRANNOCK, "Brannock", 30),
        make_dot(50.5, 30.6, "Lower Brannock", 11),
        make_dot(-30, 20, "Tessamoor", 2),
    )
    assert labels_of(drawing) == ["Brannock and 1 more place: 41 events", "Tessamoor: 2 events"]


def test_a_circle_of_one_place_leads_where_its_dot_says_and_of_several_where_the_caller_says():
    drawing = draw(
        make_dot(*BRANNOCK, href="/one"),
        make_dot(*BRANNOCK, "Corran", href="/two"),
        make_dot(*TESSAMOOR, href="/three"),
    )
    assert re.findall(r'href="([^"]*)"', drawing) == ["/events?several=2", "/three"]


def test_the_caller_gets_the_weightiest_place_first():
    given = []
    dots = [make_dot(*BRANNOCK, name, count) for name, count in (("Corran", 2), ("Brannock", 9), ("Aldmere", 2))]
    draw_map(dots, href_of_cluster=lambda those: given.extend(dot.name for dot in those) or "/")
    assert given == ["Brannock", "Aldmere", "Corran"]


@pytest.mark.parametrize("region", ["world", "fit"])
def test_counts_of_circles_add_up(region):
    dots = spread()
    counts = [int(label.rsplit(": ")[1].split()[0].replace(",", "")) for label in labels_of(draw(*dots, region=region))]
    assert len(counts) < len(dots)
    assert sum(counts) == sum(dot.count for dot in dots if dot.lat > -56)


@pytest.mark.parametrize("region", REGIONS)
def test_no_two_circles_overlap(region):
    circles = circles_of(draw(*spread(), region=region))
    assert len(circles) > 3
    assert all(math.hypot(a - x, b - y) >= r + q for (a, b, r), (x, y, q) in combinations(circles, 2))


def test_areas_are_proportional_to_counts():
    circles = cluster([make_dot(0, 0, count=40), make_dot(0, 0, count=10)], [(100.0, 100.0), (400.0, 100.0)])
    large, small = (each.radius for each in circles)
    assert large**2 / small**2 == pytest.approx(4)


def test_one_dot_of_very_many_events_is_no_larger_than_any_may_be():
    (circle,) = circles_of(draw(make_dot(*BRANNOCK, count=5_000_000)))
    assert circle[2] <= 27


def test_tones_are_told_in_words_and_colors():
    tones = (("material-conflict", 3), ("verbal-cooperation", 1))
    drawing = draw(make_dot(*BRANNOCK, count=5, tones=tones))
    assert "5 events (3 material conflict, 1 neither, 1 verbal cooperation)" in drawing
    assert [*re.findall(r"map-dot tone-([\w-]+)", drawing)] == ["material-conflict", "none", "verbal-cooperation"]


def test_an_unknown_tone_is_no_class():
    drawing = draw(make_dot(*BRANNOCK, tones=((HOSTILE, 1),)))
    assert re.findall(r"map-dot tone-([^\"]*)", drawing) == ["none"]


@pytest.mark.parametrize("is_alone", [False, True])
def test_hostile_names_are_escaped(is_alone):
    dots = [make_dot(*BRANNOCK, HOSTILE, 3, href=HOSTILE), make_dot(50.4, 30.5, HOSTILE), make_dot(*TESSAMOOR, HOSTILE)]
    drawing = draw_map(dots, href_of_cluster=lambda _: HOSTILE, title=HOSTILE, is_alone=is_alone)
    assert "<script" not in drawing
    assert "<img" not in drawing
    root = ET.fromstring(drawing.encode())
    assert {name for each in root.iter() for name in each.attrib if name.startswith("on") or name == "style"} == set()


@pytest.mark.parametrize("region", REGIONS)
def test_neither_style_nor_script_is_in_a_page(region):
    drawing = draw(*spread(), region=region)
    assert "style" not in drawing
    assert "script" not in drawing
    assert "http" not in drawing


def test_no_identifiers_are_used_so_that_two_maps_fit_one_page():
    assert " id=" not in draw(*spread())


def test_a_place_beyond_the_view_is_left_out_and_told():
    drawing = draw(make_dot(*BRANNOCK), make_dot(*TESSAMOOR, "Tessamoor"), region="europe")
    assert "Tessamoor" not in drawing
    assert 'data-beyond="1"' in drawing
    assert ">1 place not on this part of the map</text>" in drawing
    assert "(1 place not on this part of the map)" in drawing.split(">")[0]


@pytest.mark.parametrize(("lat", "lon", "count"), [(math.nan, 3, 1), (3, math.inf, 1), (91, 3, 1), (3, 3, 0)])
def test_a_dot_that_cannot_be_drawn_is_left_out_and_told(lat, lon, count):
    drawing = draw(make_dot(lat, lon, count=count), make_dot(*TESSAMOOR, "Tessamoor"))
    assert labels_of(drawing) == ["Tessamoor: 1 event"]
    assert 'data-beyond="1"' in drawing


def test_a_map_without_dots_is_the_world():
    assert draw_ground(view_of("fit", np.empty((0, 2)), 960)) == draw_ground(view_of("world", np.empty((0, 2)), 960))
    assert "<a " not in draw()


@pytest.mark.parametrize(
    "places",
    [
        [BRANNOCK],
        [BRANNOCK, (50.46, 30.53)],
        [(31.5, 34.4), (33.9, 35.5)],
        [(70, 25), (-34, 18)],
        [(-18, 178), (64, 177)],
        [(-80, 0), (89.9, 179)],
        [(0, -168.9), (0, -169.1)],
    ],
)
def test_the_view_that_fits_holds_all_dots(places):
    drawing = draw(*(make_dot(*place, f"Place {at}") for at, place in enumerate(places)))
    assert "data-beyond" not in drawing
    width, height = map(int, re.search(r'viewBox="0 0 (\d+) (\d+)"', drawing).groups())
    assert 0.4 * width <= height <= 0.8 * width
    assert all(0 <= x <= width and 0 <= y <= height for x, y, _ in circles_of(drawing))


def test_the_same_dots_in_another_order_make_the_same_map():
    dots = spread()
    assert draw(*dots) == draw(*reversed(dots))


def test_an_unknown_region_is_refused():
    with pytest.raises(KeyError):
        draw(region="atlantis")


@pytest.mark.parametrize(
    ("box", "what"),
    [
        ((33.4, 45.5, 35.2, 46.3), "Perekop"),
        ((73.7, 32.4, 75.2, 35), "Line of Control"),
        ((126.5, 37.6, 128.5, 38.8), "Korea"),
        ((34.8, 31.3, 35.6, 32.6), "West Bank"),
        ((-12, 26, -8.6, 27.8), "Western Sahara"),
        ((32.5, 34.9, 34.1, 35.3), "Cyprus"),
        ((20.2, 42.2, 21.9, 43.4), "Kosovo"),
        ((33, 21.5, 35, 22.5), "Egypt and Sudan"),
        ((79, 31, 80.5, 33), "Ladakh"),
    ],
)
def test_a_line_on_which_states_do_not_agree_is_dashed(box, what):
    west, south, east, north = box
    (left, bottom), (right, top) = project(np.array([(west, south), (east, north)])).tolist()
    assert load_world("50m").disputed.within(min(left, right), top, max(left, right), bottom)
    drawing = draw(make_dot((south + north) / 2, (west + east) / 2))
    assert re.search(r'class="map-disputed"[^>]* d="M', drawing), what


def test_a_line_on_which_states_agree_is_not_dashed():
    drawing = draw(make_dot(48.5, 4), make_dot(50.5, 6))
    assert re.search(r'class="map-border"[^>]* d="M', drawing)
    assert re.search(r'class="map-disputed"[^>]* d=""', drawing)


def test_labels_neither_cover_each_other_nor_leave_the_map():
    clusters = cluster(spread(), [((at * 97.0) % 960, (at * 41.0) % 500) for at in range(300)])
    labels = place_labels(clusters, 960, 500)
    assert labels
    assert all(0 <= label.x <= 960 and 0 <= label.y <= 500 for label in labels)
    assert len({(label.x, label.y) for label in labels}) == len(labels)


def test_a_long_name_is_cut():
    assert shorten("The Most Serene\n Township of Upper Tessamoor") == "The Most Serene Township…"


@pytest.mark.parametrize(
    ("count", "text"), [(7, "7"), (999, "999"), (1290, "1.2k"), (10_999, "10k"), (2_000_000, "2M")]
)
def test_a_count_has_room_in_its_circle(count, text):
    assert shorten_count(count) == text


def test_a_file_of_its_own_has_colors_and_a_credit_and_needs_nothing_else():
    drawing = draw(*spread(), is_alone=True, title="Where it happened")
    root = ET.fromstring(drawing)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root[0].text == "Where it happened"
    assert "#efeadd" in root[1].text
    assert "var(" not in root[1].text
    assert "@media" not in root[1].text
    assert ">Map data: Natural Earth</text>" in drawing
    assert "<a " not in drawing


@pytest.mark.parametrize("region", REGIONS)
def test_markup_is_small_enough_for_a_page(region):
    assert len(draw(*spread(), region=region)) < 300_000


def test_every_class_in_a_map_has_a_style():
    sheet = files("onrecord.showing.web").joinpath("static/map.css").read_text("utf8")
    tones = tuple(
        (tone, 1) for tone in ("material-conflict", "verbal-conflict", "", "verbal-cooperation", "material-cooperation")
    )
    drawing = draw(make_dot(*BRANNOCK, count=5, tones=tones), make_dot(math.nan, 0))
    names = {name for names in re.findall(r'class="([^"]*)"', drawing) for name in names.split()}
    assert {name for name in names if f".{name}" not in sheet} == set()


def test_fonts_that_the_style_sheet_names_are_there():
    static = files("onrecord.showing.web").joinpath("static")
    sheet = static.joinpath("fonts.css").read_text("utf8")
    names = re.findall(r'url\("([^"]*)"\)', sheet)
    assert names
    assert all(static.joinpath(name).read_bytes().startswith(b"wOF2") for name in names)
    assert "http" not in sheet
