"""Where it happened: the map of the events that are asked for."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.brief import shortened
from onrecord.knowledge.countries import load_country_names
from onrecord.showing.event_words import tell_class
from onrecord.showing.plain_text import one_line
from onrecord.showing.table_data import show_csv
from onrecord.showing.web.answering import common, parse, tally_of, tell_found
from onrecord.showing.web.contexts import MapPage
from onrecord.showing.web.maps import REGIONS, Dot, draw_map
from onrecord.showing.web.site import ProblemError, file_of, show, site_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.recording import Spot
    from onrecord.showing.web.asked import Asked
    from onrecord.showing.web.site import Site

router = APIRouter(include_in_schema=False)
_LONGEST_NAME = 80
_MOST_PLACES = 60  # in the table below the map
_COLUMNS = ("place", "region", "country", "lat", "lon", "type", "count")


@router.get("/map")
def map_page(request: Request) -> Response:
    """The map, and its places in a table."""
    site = site_of(request)
    asked = parse(site, request.query_params)
    region = _region(asked)
    spots = spots_of(site, asked)
    drawn_of = tally_of(site, asked)
    events = dict(drawn_of.facets.get("kind", ())).get("event", 0)
    placed = sum(spot.count for spot in spots)
    told = tell_found(placed, is_counted=drawn_of.is_counted, noun="events with a place")
    page = MapPage(
        title="Map · onrecord",
        **common(site, asked, drawn_of, "map"),
        told=f"{told} of {events:,}" if events else told,
        drawing=draw_map(_dots(spots, asked), region=region, href_of_cluster=partial(lead_of, asked=asked)),
        regions=tuple((name, title, asked.address("/map", region=name)) for name, title in _titles()),
        region=region,
        places=tuple(
            (_told(spot.place), load_country_names().get(spot.country or "", ""), spot.count, _there(spot.place, asked))
            for spot in spots[:_MOST_PLACES]
        ),
        svg=asked.address("/map.svg"),
        csv=asked.address("/map.csv"),
    )
    return show("map.html", page, status=400 if asked.fault else 200)


@router.get("/map.{format_}")
def map_file(request: Request, format_: str) -> Response:
    """The map as SVG, or its places as CSV."""
    site = site_of(request)
    asked = parse(site, request.query_params)
    if asked.fault:
        raise ProblemError(400, asked.fault)
    spots = spots_of(site, asked)
    if format_ == "svg":
        drawing = draw_map(_dots(spots, asked), region=_region(asked), href_of_cluster=lambda _: "", is_alone=True)
        return file_of(str(drawing), "image/svg+xml", "map.svg")
    if format_ == "csv":
        return file_of(show_csv(rows_of(spots), _COLUMNS, is_for_sheets=True), "text/csv; charset=utf-8", "map.csv")
    raise ProblemError(404, "there is no such format", "there are svg and csv")


def spots_of(site: Site, asked: Asked) -> tuple[Spot, ...]:
    """Where the events are that are asked for."""
    return () if asked.fault else site.catalogue.spots(asked.query)


def rows_of(spots: Sequence[Spot]) -> list[dict[str, object]]:
    """Places with what is told of them, a row for each type of event there."""
    names = ("place", "region", "country", "lat", "lon")
    return [
        {**{name: getattr(spot, name) for name in names}, "type": type_, "count": number}
        for spot in spots
        for type_, number in spot.types
    ]


def _region(asked: Asked) -> str:
    region = asked.given.get("region", "fit")
    return region if region in REGIONS else "fit"


def _titles() -> list[tuple[str, str]]:
    return [(name, region.title) for name, region in REGIONS.items()]


def _dots(spots: Sequence[Spot], asked: Asked) -> list[Dot]:
    dots = []
    for spot in spots:
        tones: Counter[str] = Counter()
        for type_, number in spot.types:
            tones[tell_class(type_).replace(" ", "-")] += number
        dots.append(
            Dot(
                spot.lat,
                spot.lon,
                _told(spot.place),
                spot.count,
                tuple(tones.most_common()),
                _there(spot.place, asked),
                spot.country or "",
            )
        )
    return dots


def _told(place: str) -> str:
    return shortened(one_line(place), _LONGEST_NAME)


def _there(place: str, asked: Asked) -> str:
    """The events at one place."""
    return asked.address("/search", kind="event", place=place, region=None)


def lead_of(dots: Sequence[Dot], asked: Asked) -> str:
    """Where several places close to each other lead: to a map of their country.

    Where it is one already, or they are of several countries: to the events of the place that is told of most.
    """
    first = max(dots, key=lambda dot: dot.count)
    is_one_country = all(dot.country == first.country for dot in dots)
    if not is_one_country or not first.country or asked.given.get("country") == first.country:
        return first.href
    return asked.address("/map", country=first.country, region=None)
