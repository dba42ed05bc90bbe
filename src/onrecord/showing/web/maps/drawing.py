"""One map as one SVG element, for a page or for a file of its own."""

from __future__ import annotations

import math
import re
from functools import cache
from importlib.resources import files
from itertools import compress
from typing import TYPE_CHECKING

import numpy as np
from markupsafe import Markup, escape

from onrecord.showing.web.maps.clustering import Cluster, Dot, cluster, tally
from onrecord.showing.web.maps.ground import GRAIN, draw_ground
from onrecord.showing.web.maps.labelling import place_labels
from onrecord.showing.web.maps.pies import show_pie
from onrecord.showing.web.maps.projecting import project
from onrecord.showing.web.maps.regions import view_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.showing.web.maps.labelling import Box
    from onrecord.showing.web.maps.regions import View

CREDIT = "Map data: Natural Earth"
_NAMED = 3  # places of a circle that its title names
_WORDS = {
    "material-conflict": "material conflict",
    "verbal-conflict": "verbal conflict",
    "": "neither",
    "verbal-cooperation": "verbal cooperation",
    "material-cooperation": "material cooperation",
}
_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NOTE_BOX_WIDTH, _NOTE_HEIGHT = 260, 24  # units of the drawing, at the bottom, kept free of labels


def draw_map(
    dots: Sequence[Dot],
    *,
    region: str = "fit",
    href_of_cluster: Callable[[Sequence[Dot]], str],
    is_alone: bool = False,
    title: str = "Map of events",
    width: int = 960,
) -> Markup:
    """Places on a map, those that would overlap as one circle.

    A dot beyond the view, without a usable latitude and longitude, or with no event is left out; a line in the drawing
    and the attribute data-beyond tell how many were.

    Args:
        region: a name in REGIONS; "fit" holds every dot.
        href_of_cluster: where pressing a circle of several dots leads, given those, the weightiest first. Addresses
            are escaped, but not judged: they are the caller's own.
        is_alone: for a file: with its own colours and a credit, and without links, which would lead nowhere.
        title: what is read out of the map as a whole.
        width: of the drawing in its own units (pixels, at full size), in which circles and letters have a fixed size.

    Raises:
        KeyError: there is no such region.
    """
    usable = [dot for dot in dots if _is_usable(dot)]
    points = project(np.array([(dot.lon, dot.lat) for dot in usable], dtype=np.float64).reshape(-1, 2))
    view = view_of(region, points, width)
    places, is_within = view.place(points)
    shown = list(compress(usable, is_within))
    clusters = cluster(shown, map(tuple, places[is_within].tolist()))
    beyond = len(dots) - len(shown)
    told = f"{_count(beyond, 'place')} not on this part of the map" if beyond else ""
    parts = [_open(view, title, told, beyond, is_alone=is_alone), _show_ground(view)]
    parts += (_show_cluster(each, None if is_alone else href_of_cluster) for each in clusters)
    parts.append(_show_labels(clusters, view, told, is_alone=is_alone))
    return Markup("".join([*parts, "</svg>"]))  # noqa: S704 -- every name and address in it went through _safe


def _is_usable(dot: Dot) -> bool:
    return math.isfinite(dot.lat) and math.isfinite(dot.lon) and -90 <= dot.lat <= 90 and dot.count > 0


def _safe(text: str) -> str:
    """Text from outside as the content of an element or a quoted attribute, in HTML and in XML."""
    return str(escape(_NOT_IN_XML.sub("\ufffd", text)))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _open(view: View, title: str, told: str, beyond: int, *, is_alone: bool) -> str:
    size = f'viewBox="0 0 {view.width} {view.height}"'
    label = _safe(f"{title} ({told})" if told else title)
    more = f' data-beyond="{beyond}"' if beyond else ""
    if not is_alone:
        return f'<svg class="map" {size} role="group" aria-label="{label}"{more}>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" {size} width="{view.width}" height="{view.height}"'
        f' role="img" aria-label="{label}"{more}><title>{label}</title><style>{_style_alone()}</style>'
    )


def _show_ground(view: View) -> str:
    ground = draw_ground(view)
    fixed = 'vector-effect="non-scaling-stroke"'
    return (
        f'<g aria-hidden="true"><rect class="map-sea" width="{view.width}" height="{view.height}"/>'
        f'<g transform="scale({1 / GRAIN:g})"><path class="map-land" fill-rule="evenodd" {fixed} d="{ground.land}"/>'
        f'<path class="map-border" fill="none" {fixed} d="{ground.ordinary}"/>'
        f'<path class="map-disputed" fill="none" {fixed} d="{ground.disputed}"/></g></g>'
    )


def _show_cluster(each: Cluster, href_of_cluster: Callable[[Sequence[Dot]], str] | None) -> str:
    tones = tally(each.dots, each.count)
    first, others = each.dots[0], len(each.dots) - 1
    events = _count(each.count, "event")
    more = f" and {_count(others, 'more place')}" if others else ""
    label = _safe(f"{first.name}{more}: {events}")
    names = ", ".join(dot.name for dot in each.dots[:_NAMED])
    rest = f" and {others + 1 - _NAMED:,} more" if others + 1 > _NAMED else ""
    words = ", ".join(f"{number:,} {_WORDS[tone]}" for tone, number in tones.items())
    drawn = f"<title>{_safe(f'{names}{rest}: {events} ({words})')}</title>{show_pie(tones, each.radius, each.count)}"
    at = f'class="map-place" transform="translate({each.x:.1f} {each.y:.1f})"'
    if href_of_cluster is None:
        return f"<g {at}>{drawn}</g>"
    href = href_of_cluster(each.dots) if others else first.href
    return f'<a {at} href="{_safe(href)}" aria-label="{label}">{drawn}</a>'


def _show_labels(clusters: Sequence[Cluster], view: View, told: str, *, is_alone: bool) -> str:
    notes: list[str] = []
    taken: list[Box] = []
    top = view.height - _NOTE_HEIGHT
    if told:
        notes.append(f'<text class="map-note" x="8" y="{view.height - 8}">{told}</text>')
        taken.append((0, top, _NOTE_BOX_WIDTH, view.height))
    if is_alone:
        x = view.width - 8
        notes.append(f'<text class="map-note" x="{x}" y="{view.height - 8}" text-anchor="end">{CREDIT}</text>')
        taken.append((view.width - _NOTE_BOX_WIDTH, top, view.width, view.height))
    labels = (
        f'<text class="map-label" x="{label.x:.1f}" y="{label.y:.1f}" text-anchor="{label.anchor}">'
        f"{_safe(label.text)}</text>"
        for label in place_labels(clusters, view.width, view.height, taken)
    )
    return f'<g aria-hidden="true">{"".join(labels)}{"".join(notes)}</g>'


@cache
def _style_alone() -> str:
    """The page's own style in its light colours, written out for programs that know no variables of CSS."""
    sheet = files("onrecord.showing.web").joinpath("static/map.css").read_text("utf8")
    light = re.sub(r"/\*.*?\*/", "", sheet.partition("/* On a page:")[0], flags=re.DOTALL)
    colors = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", light))
    light = re.sub(r"--[\w-]+:[^;]+;", "", light)
    light = re.sub(r"var\((--[\w-]+)\)", lambda found: colors[found[1]], light)
    return re.sub(r"\s+", " ", light).strip()
