"""When it happened: the timeline of what is asked for."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.brief import counted
from onrecord.recording import Findings
from onrecord.showing.table_data import show_csv
from onrecord.showing.web.answering import common, parse, tally_of, tell_counted, tell_found, turn_pages
from onrecord.showing.web.contexts import TimelinePage
from onrecord.showing.web.found import view_found
from onrecord.showing.web.routes.search import find
from onrecord.showing.web.site import ProblemError, file_of, show, site_of
from onrecord.showing.web.timelines import SERIES, Bar, Timeline, draw_timeline, make_timeline

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.showing.web.asked import Asked

router = APIRouter(include_in_schema=False)


@router.get("/timeline")
def timeline(request: Request) -> Response:
    """The drawing, and what there is in the order of time."""
    site = site_of(request)
    asked = parse(site, request.query_params)
    tally = tally_of(site, asked)
    drawn = make_timeline(tally)
    # What stands below begins with the first bar, unless the question itself says from when.
    listed = replace(asked, order="oldest" if "from" in asked.given else "newest")
    findings = Findings((), 0) if asked.fault else find(site, listed)
    page = TimelinePage(
        title="Timeline · onrecord",
        **common(site, asked, tally, "timeline"),
        told=tell_found(tally.total, is_counted=tally.is_counted),
        timeline=drawn,
        drawing=draw_timeline(drawn, address=lambda bar: _narrower(asked, bar)),
        legend=tuple((name, words) for name, words in SERIES if name in drawn.series),
        notes=tuple(_notes(drawn, tell_counted(tally))),
        found=tuple(map(view_found, findings)),
        pages=turn_pages(asked, "/timeline", findings.total),
        svg=asked.address("/timeline.svg"),
        csv=asked.address("/timeline.csv"),
    )
    return show("timeline.html", page, status=400 if asked.fault else 200)


@router.get("/timeline.{format_}")
def timeline_file(request: Request, format_: str) -> Response:
    """The drawing as SVG, or its numbers as CSV."""
    site = site_of(request)
    asked = parse(site, request.query_params)
    if asked.fault:
        raise ProblemError(400, asked.fault)
    drawn = make_timeline(tally_of(site, asked))
    if format_ == "svg":
        drawing = draw_timeline(drawn, address=lambda _: "", is_alone=True)
        return file_of(str(drawing), "image/svg+xml", "timeline.svg")
    if format_ == "csv":
        names = [name for name, _ in SERIES]
        rows = [{"time": bar.since, **{name: bar.counts[name] for name in names}} for bar in drawn.bars]
        return file_of(show_csv(rows, ("time", *names)), "text/csv; charset=utf-8", "timeline.csv")
    raise ProblemError(404, "there is no such format", "there are svg and csv")


def bars_of(drawn: Timeline) -> list[dict[str, Any]]:
    """The bars as plain values, those with something in them."""
    return [{"time": bar.since, **dict(sorted(bar.counts.items()))} for bar in drawn.bars if bar.total]


def _narrower(asked: Asked, bar: Bar) -> str:
    """A bar of a year or month leads to its own timeline, one of a day to the list."""
    path = "/search" if bar.since.count("-") == 2 else "/timeline"
    return asked.address(path, since=bar.since, until=bar.since)


def _notes(drawn: Timeline, told: str) -> Iterator[str]:
    if drawn.coarse:
        yield f"{counted(drawn.coarse, 'is', 'are')} dated too coarsely for a {drawn.unit} and not drawn."
    if drawn.far:
        yield f"{counted(drawn.far, 'lies', 'lie')} long before or after, outside the drawing."
    if told:
        yield told
