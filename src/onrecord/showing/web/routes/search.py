"""Search: statements, events and conditions, with what divides them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request
from fastapi.responses import Response

from onrecord.recording import Findings, Tally
from onrecord.showing.table_data import show_findings
from onrecord.showing.web.answering import (
    common,
    find_by_known_names,
    parse,
    tally_of,
    tell_counted,
    tell_found,
    turn_pages,
)
from onrecord.showing.web.asked import PER_PAGE, Asked
from onrecord.showing.web.contexts import SearchPage
from onrecord.showing.web.found import view_found
from onrecord.showing.web.site import ProblemError, Site, file_of, show, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

router = APIRouter(include_in_schema=False)
MOST_EXPORTED = 10_000
_ORDERS = (("best", "Best first"), ("newest", "Newest"), ("oldest", "Oldest"), ("surest", "Surest"))


@router.get("/search")
def search(request: Request) -> Response:
    """What is found, a page of it."""
    site = site_of(request)
    asked = parse(site, request.query_params)
    findings = Findings((), 0) if asked.fault else find(site, asked)
    looked_for = ""
    if not asked.fault and not findings.total and (other := find_by_known_names(asked, lambda one: find(site, one))):
        told, findings = other
        looked_for = " and ".join(value for name, value in told.given.items() if value != asked.given.get(name))
        asked = told
    tally = tally_of(site, asked)
    page = SearchPage(
        title=f"{asked.words or 'Search'} · onrecord",
        **common(site, asked, tally, "search"),
        told=_tell(tally, looked_for),
        found=tuple(map(view_found, findings)),
        counted=tell_counted(tally),
        orders=tuple(_orders(asked)),
        pages=turn_pages(asked, "/search", findings.total),
        csv=asked.address("/search.csv"),
        json=asked.address("/search.json"),
        all_sure=asked.address("/search", least="0") if "least" not in asked.given else "",
    )
    return show("search.html", page, status=400 if asked.fault else 200)


@router.get("/search.{format_}")
def search_file(request: Request, format_: str) -> Response:
    """All that is found, as CSV or JSON, in the same order."""
    kinds = {"csv": "text/csv; charset=utf-8", "json": "application/json"}
    if format_ not in kinds:
        raise ProblemError(404, "there is no such format", "there are csv and json")
    site = site_of(request)
    asked = parse(site, request.query_params)
    if asked.fault:
        raise ProblemError(400, asked.fault)
    findings = site.store.find(order=asked.order, limit=MOST_EXPORTED, **query_of(asked))
    return file_of(show_findings(findings, format_, is_for_sheets=True), kinds[format_], f"onrecord.{format_}")


def find(site: Site, asked: Asked, *, per_page: int = PER_PAGE) -> Findings:
    """What is asked for, a page of it."""
    return site.catalogue.find(asked.query, limit=per_page, offset=(asked.page - 1) * per_page, order=asked.order)


def query_of(asked: Asked) -> dict[str, Any]:
    """The query as the arguments of `RecordStore.find`."""
    return {name: getattr(asked.query, name) for name in asked.query.__slots__}


def _orders(asked: Asked) -> Iterator[tuple[str, bool, str]]:
    """The orders to choose from: in words, whether it is this one, and its address."""
    for name, words in _ORDERS[0 if asked.words else 1 :]:
        is_default = name == ("best" if asked.words else "newest")
        is_this = asked.order in (name, "best") if is_default else asked.order == name
        yield words, is_this, asked.address("/search", order=None if is_default else name)


def _tell(tally: Tally, looked_for: str) -> str:
    told = tell_found(tally.total, is_counted=tally.is_counted)
    return f"{told}, looking for {looked_for}" if looked_for else told
