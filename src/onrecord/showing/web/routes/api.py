"""The same as JSON: records in the record format, lists in pages that a cursor goes through."""

from __future__ import annotations

import base64
import binascii
from dataclasses import asdict
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import JSONResponse, Response
from pydantic import BaseModel, ConfigDict, Field

from onrecord.recording import RecordRows, Remarks
from onrecord.recording.packing import unpack
from onrecord.showing.table_data import show_json
from onrecord.showing.web.answering import parse, tally_of
from onrecord.showing.web.asked import Asked
from onrecord.showing.web.desk import DeskBusyError, Handed, Problem
from onrecord.showing.web.offsets import with_utf16_offsets
from onrecord.showing.web.routes.home import BUSY, NOTHING, keep_record
from onrecord.showing.web.routes.maps import rows_of, spots_of
from onrecord.showing.web.routes.people import offices_of
from onrecord.showing.web.routes.times import bars_of
from onrecord.showing.web.site import ProblemError, Site, site_of
from onrecord.showing.web.timelines import make_timeline

router = APIRouter(prefix="/api")
_MOST = 100  # of a list at a time
_FURTHEST = 10_000  # what lies behind is found by narrowing
_MOST_TEXT = 1_000_000
Name = Annotated[str, Path(max_length=2_000, description="an article's id, address or given id")]
Offsets = Literal["code-points", "utf-16"]


class Filters(BaseModel):
    """What narrows; see the guide."""

    model_config = ConfigDict(extra="forbid")

    q: str = Field("", max_length=300, description='words; all must be there; "next to each other"; begin*')
    kind: Literal["", "statement", "event", "condition"] = ""
    speaker: str = Field("", max_length=300, description="part of a name; in quotation marks the whole name")
    act: str = Field("", max_length=40)
    quotation: Literal["", "direct", "indirect", "mixed"] = ""
    type: str = Field("", max_length=40, description="PLOVER's type of event")
    mode: str = Field("", max_length=40)
    context: str = Field("", max_length=40)
    status: str = Field("", max_length=40)
    condition: str = Field("", max_length=40, description="its kind: offer, threat, …")
    actor: str = Field("", max_length=300)
    recipient: str = Field("", max_length=300)
    person: str = Field("", max_length=300, description="any of the three")
    party: str = Field("", max_length=100, description="a key that /api/who gives")
    part: Literal["", "speaker", "addressee", "actor", "recipient", "holder", "counterpart"] = ""
    place: str = Field("", max_length=300)
    country: str = Field("", max_length=3, description="ISO 3166 alpha-3")
    publisher: str = Field("", max_length=300)
    since: str = Field("", alias="from", max_length=20, description="ISO 8601, of any precision")
    until: str = Field("", alias="to", max_length=20)
    least: float = Field(0.0, ge=0, le=1, description="the least confidence")


class SearchParameters(Filters):
    """What narrows, and which part of what is found."""

    order: Literal["best", "newest", "oldest", "surest"] = "best"
    limit: int = Field(25, ge=1, le=_MOST)
    cursor: str = Field("", max_length=40, description="`next` of the page before")


class ArticleIn(BaseModel):
    """An article to read: its text, or its address."""

    model_config = ConfigDict(extra="forbid")

    text: str = Field("", max_length=_MOST_TEXT)
    url: str = Field("", max_length=2_000)
    title: str = Field("", max_length=1_000)
    published: str = Field("", max_length=40, description="ISO 8601")
    keep: bool = Field(default=False, description="put it into the store")


class Fault(BaseModel):
    """What went wrong."""

    reason: str
    message: str
    remedy: str = ""


class FaultAnswer(BaseModel):
    """What every answer that is an error holds."""

    error: Fault


_ERRORS: dict[int | str, dict[str, Any]] = {
    status: {"model": FaultAnswer, "description": words}
    for status, words in {
        400: "it cannot be asked so",
        401: "the token is missing",
        403: "another site has sent this",
        404: "it is not there",
        413: "it is too large",
        415: "it is not JSON",
        421: "this site has another name",
        422: "a parameter is wrong, or an article cannot be read",
        429: "too many requests",
        503: "others are being served",
    }.items()
}
_RECORD: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "a record",
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Record"}}},
    }
}


@router.get("/stats", responses=_ERRORS)
def stats(request: Request) -> dict[str, Any]:
    """The store in numbers."""
    return asdict(site_of(request).catalogue.stats())


@router.get("/articles", responses=_ERRORS)
def articles(
    request: Request,
    *,
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 25,
    cursor: Annotated[str, Query(max_length=40)] = "",
    title: Annotated[str, Query(max_length=200)] = "",
    publisher: Annotated[str, Query(max_length=200)] = "",
) -> dict[str, Any]:
    """Articles, the one added last first."""
    before = _number(cursor) if cursor else None
    found = site_of(request).catalogue.articles(
        before=before, limit=limit + 1, title=title or None, publisher=publisher or None
    )
    shown = found[:limit]
    following = _cursor(shown[-1].number) if len(found) > limit else None
    return {"items": [asdict(one) for one in shown], "next": following}


@router.get("/articles/{name:path}", responses=_ERRORS | _RECORD)
def article(
    request: Request,
    name: Name,
    *,
    revision: Annotated[int | None, Query(ge=1, le=1_000_000)] = None,
    offsets: Offsets = "code-points",
) -> Response:
    """An article's record. JavaScript counts in UTF-16 units: `offsets=utf-16`."""
    record, _ = site_of(request).catalogue.article(name, revision)
    return _record(record.to_dict(), offsets)


@router.get("/search", responses=_ERRORS)
def search(request: Request, asked_for: Annotated[SearchParameters, Query()]) -> dict[str, Any]:
    """Statements, events and conditions, a page of them."""
    site = site_of(request)
    asked = _asked(site, asked_for)
    offset = _offset(asked_for.cursor)
    found = site.catalogue.find(asked.query, limit=asked_for.limit, offset=offset, order=asked_for.order)
    end = offset + len(found)
    is_more = end < found.total or (not found.is_counted and len(found) == asked_for.limit)
    return {
        "total": found.total,
        "is_counted": found.is_counted,
        "items": [finding.to_dict() for finding in found],
        "next": _cursor(end) if is_more and end <= _FURTHEST else None,
    }


@router.get("/facets", responses=_ERRORS)
def facets(request: Request, asked_for: Annotated[Filters, Query()]) -> dict[str, Any]:
    """How what is found divides: by speaker, act, type, month and so on."""
    site = site_of(request)
    tally = tally_of(site, _asked(site, asked_for))
    divided = {
        name: [{"value": value, "count": count} for value, count in counts] for name, counts in tally.facets.items()
    }
    return {"total": tally.total, "is_counted": tally.is_counted, "facets": divided}


@router.get("/timeline", responses=_ERRORS)
def timeline(request: Request, asked_for: Annotated[Filters, Query()]) -> dict[str, Any]:
    """How many of what is found there are in each day, month or year."""
    site = site_of(request)
    drawn = make_timeline(tally_of(site, _asked(site, asked_for)))
    return {"unit": drawn.unit, "bars": bars_of(drawn), "coarse": drawn.coarse, "far": drawn.far}


@router.get("/map", responses=_ERRORS)
def places(request: Request, asked_for: Annotated[Filters, Query()]) -> dict[str, Any]:
    """Where the events are that are found."""
    site = site_of(request)
    return {"items": rows_of(spots_of(site, _asked(site, asked_for)))}


@router.get("/who", responses=_ERRORS)
def parties(request: Request, name: Annotated[str, Query(max_length=300)] = "") -> dict[str, Any]:
    """Persons, organizations and countries whose names hold these words; without them, the most often named."""
    return {"items": [asdict(party) for party in site_of(request).catalogue.parties(name)]}


@router.get("/who/{key:path}", responses=_ERRORS)
def who(request: Request, key: Annotated[str, Path(max_length=100)]) -> dict[str, Any]:
    """One of them, with the offices that the knowledge base has."""
    profile = site_of(request).catalogue.profile(key)
    return {**asdict(profile), "offices": [asdict(office) for office in offices_of(profile)]}


@router.get("/checks", responses=_ERRORS)
def checks(
    request: Request,
    *,
    severity: Literal["", "error", "warning", "note"] = "",
    rule: Annotated[str, Query(max_length=60)] = "",
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 25,
    cursor: Annotated[str, Query(max_length=40)] = "",
) -> dict[str, Any]:
    """What a careful editor would flag in all articles, the gravest first."""
    offset = _offset(cursor)
    catalogue = site_of(request).catalogue
    found = catalogue.checks(severity=severity or None, rule=rule or None, limit=limit, offset=offset)
    return _remarks(found, offset)


@router.get("/disputes", responses=_ERRORS)
def disputes(
    request: Request,
    *,
    kind: Annotated[str, Query(max_length=60)] = "",
    limit: Annotated[int, Query(ge=1, le=_MOST)] = 25,
    cursor: Annotated[str, Query(max_length=40)] = "",
) -> dict[str, Any]:
    """Denials, contradictions, reversals and blame in all articles."""
    offset = _offset(cursor)
    return _remarks(site_of(request).catalogue.disputes(kind=kind or None, limit=limit, offset=offset), offset)


@router.get("/refused", responses=_ERRORS)
def refused(request: Request) -> dict[str, Any]:
    """What could not be read, and why."""
    return {"items": [asdict(refusal) for refusal in site_of(request).store.refusals()]}


@router.post("/read", responses=_ERRORS | _RECORD)
def read(request: Request, given: ArticleIn, *, offsets: Offsets = "code-points") -> Response:
    """The record of an article that is sent along, or stands at an address."""
    if not (given.text.strip() or given.url.strip()):
        raise ProblemError(422, NOTHING.message, "send text or url")
    handed = Handed(given.text, given.url.strip(), None, given.title, given.published)
    try:
        answer = site_of(request).desk.read(handed)
    except DeskBusyError:
        raise ProblemError(503, *BUSY) from None
    first = answer[0] if answer else NOTHING
    if isinstance(first, Problem):
        error = {"error": asdict(first)}
        return JSONResponse(error, 422)
    assert isinstance(first, RecordRows)  # noqa: S101 - it is nothing else
    headers = {"Location": keep_record(request, first)} if given.keep else {}
    revision = first.revision
    return _record(unpack(revision["record"], revision["record_digest"], first.article.text), offsets, headers)


def _record(plain: dict[str, Any], offsets: Offsets, headers: dict[str, str] | None = None) -> Response:
    plain = with_utf16_offsets(plain) if offsets == "utf-16" else plain
    return Response(show_json(plain), media_type="application/json", headers=headers)


def _asked(site: Site, given: Filters) -> Asked:
    told = {name: str(value) for name, value in given.model_dump(by_alias=True).items() if value not in ("", None)}
    asked = parse(site, {name: value for name, value in told.items() if name not in ("limit", "cursor", "order")})
    if asked.fault:
        raise ProblemError(400, asked.fault)
    return asked


def _remarks(found: Remarks, offset: int) -> dict[str, Any]:
    end = offset + len(found.items)
    is_more = end < found.total and end <= _FURTHEST
    return {
        "total": found.total,
        "items": [asdict(remark) for remark in found.items],
        "next": _cursor(end) if is_more else None,
    }


def _offset(cursor: str) -> int:
    offset = _number(cursor) if cursor else 0
    if offset > _FURTHEST:
        raise ProblemError(400, f"only the first {_FURTHEST:,} are listed", "narrow what is asked")
    return offset


def _cursor(number: int) -> str:
    return base64.urlsafe_b64encode(str(number).encode()).decode().rstrip("=")


def _number(cursor: str) -> int:
    try:
        told = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode("ascii")
        number = int(told) if told.isdecimal() and len(told) < 16 else -1
    except (binascii.Error, UnicodeDecodeError, ValueError):
        number = -1
    if number < 0:
        raise ProblemError(400, "this is no cursor", "give `next` of the page before")
    return number
