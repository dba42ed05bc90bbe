"""What a careful editor would flag, and what is disputed, in all articles of the store."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from onrecord.brief import counted, shortened
from onrecord.showing.disputes import tell_dispute
from onrecord.showing.plain_text import one_line
from onrecord.showing.web.contexts import ChecksPage, RemarkView
from onrecord.showing.web.found import title_of
from onrecord.showing.web.site import show, site_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording import Remark, Remarks
    from onrecord.showing.web.site import Site

router = APIRouter(include_in_schema=False)
_PER_PAGE = 50
_LONGEST = 300  # characters of a message
_DISPUTES = "disputes"
_TABS = (("error", "Errors"), ("warning", "Warnings"), ("note", "Notes"), (_DISPUTES, "Disputes"))
_TONES = {"error": "material-conflict", "warning": "verbal-conflict", "": "verbal-conflict"}


@router.get("/checks")
def checks(
    request: Request,
    *,
    of: Literal["", "error", "warning", "note", "disputes"] = "",
    rule: Annotated[str, Query(max_length=60)] = "",
    page: Annotated[int, Query(ge=1, le=10_000)] = 1,
) -> Response:
    """Errors, where there are any, else warnings, notes or disputes; or those that are asked for."""
    site = site_of(request)
    counts = site.catalogue.checks(limit=1).severities | {_DISPUTES: site.catalogue.disputes(limit=1).total}
    chosen = str(of) or next((name for name, _ in _TABS if counts.get(name)), "error")
    found = _find(site, chosen, rule, (page - 1) * _PER_PAGE)
    title = dict(_TABS)[chosen]
    shown = ChecksPage(
        title=f"Checks: {title.lower()} · onrecord",
        store=site.name,
        here="checks",
        told=counted(found.total, title.lower().rstrip("s")),
        remarks=tuple(map(_view, found.items)),
        tabs=tuple((words, counts.get(name, 0), _address(name), name == chosen) for name, words in _TABS),
        kinds=tuple(_kinds(found, chosen, rule)),
        pages=tuple(_turn(found, chosen, rule, page)),
    )
    return show("checks.html", shown)


def _find(site: Site, chosen: str, rule: str, offset: int) -> Remarks:
    if chosen == _DISPUTES:
        return site.catalogue.disputes(kind=rule or None, limit=_PER_PAGE, offset=offset)
    return site.catalogue.checks(severity=chosen, rule=rule or None, limit=_PER_PAGE, offset=offset)


def _view(remark: Remark) -> RemarkView:
    is_dispute = not remark.severity
    words, evidence = remark.words, remark.evidence
    if is_dispute:
        words, evidence = tell_dispute(remark.kind, remark.evidence.split("; "), remark.words, remark.sides)
    return RemarkView(
        (_told(remark.kind) if is_dispute else remark.severity).capitalize(),
        _TONES.get(remark.severity, ""),
        "" if is_dispute else _told(remark.kind),
        _told(words),
        _told(evidence),
        f"/articles/{remark.article}/{remark.key}",
        title_of(remark.title, remark.opening),
        one_line(remark.publisher or ""),
    )


def _told(words: str) -> str:
    return shortened(one_line(words), _LONGEST)


def _kinds(found: Remarks, chosen: str, rule: str) -> Iterator[tuple[str, int, str, bool]]:
    for name, count in found.kinds:
        yield _told(name), count, _address(chosen, rule="" if name == rule else name), name == rule


def _turn(found: Remarks, chosen: str, rule: str, page: int) -> Iterator[tuple[str, str]]:
    if page > 1:
        yield "← Before", _address(chosen, rule=rule, page=page - 1)
    if found.total > page * _PER_PAGE:
        yield "Next →", _address(chosen, rule=rule, page=page + 1)


def _address(of: str, *, rule: str = "", page: int = 1) -> str:
    asked = {"of": of, "rule": rule, "page": str(page) if page > 1 else ""}
    return f"/checks?{urlencode({name: value for name, value in asked.items() if value})}"
