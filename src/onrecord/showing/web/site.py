"""What the routes share: the store, the desk, the settings, and how a page is answered."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from onrecord.showing.web.guarding import form_token, is_form_token
from onrecord.showing.web.templating import render

if TYPE_CHECKING:
    from onrecord.recording import Catalogue, RecordStore
    from onrecord.showing.web.contexts import Page
    from onrecord.showing.web.desk import Desk
    from onrecord.showing.web.settings import Settings


@dataclass(frozen=True, slots=True)
class Site:
    """What every route needs; the application keeps one."""

    store: RecordStore
    desk: Desk
    settings: Settings
    name: str

    @property
    def catalogue(self) -> Catalogue:
        """Lists and counts of the store."""
        return self.store.catalogue


class ProblemError(Exception):
    """A page cannot be shown.

    Attributes:
        status: of HTTP; message: what is wrong, a clause; remedy: what to do.
    """

    def __init__(self, status: int, message: str, remedy: str = "") -> None:
        super().__init__(status, message, remedy)
        self.status, self.message, self.remedy = status, message, remedy


def site_of(request: Request) -> Site:
    """The site that a request is made to."""
    site: Site = request.app.state.site
    return site


def form_token_of(request: Request) -> str:
    """What a form on this page must send back."""
    return form_token(request.state, site_of(request).settings)


def check_form(request: Request, token: str) -> None:
    """Refuse a form that this site did not hand out.

    Raises:
        ProblemError: it is none of ours, or of before a restart.
    """
    if not is_form_token(request.state, site_of(request).settings, token):
        raise ProblemError(403, "this form is out of date", "go back, load the page again, and send it once more")


def show(template: str, page: Page, *, status: int = 200) -> Response:
    """A page."""
    return HTMLResponse(render(template, page), status)


def show_kept(request: Request, body: str) -> Response:
    """A page that the browser may keep, if it asks each time whether it is still so."""
    tag = f'"{hashlib.sha256(body.encode(errors="replace")).hexdigest()[:20]}"'
    headers = {"ETag": tag, "Cache-Control": "private, no-cache"}
    kept = {each.strip().removeprefix("W/") for each in request.headers.get("if-none-match", "").split(",")}
    if tag in kept:
        return Response(status_code=304, headers=headers)
    return HTMLResponse(body, headers=headers)


def go_to(address: str) -> Response:
    """Lead the browser on, with GET."""
    return RedirectResponse(address, 303)


def file_of(text: str, kind: str, name: str) -> Response:
    """Something to download."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content: Any = text.encode("utf-8", "replace")
    return Response(content, media_type=kind, headers=headers)
