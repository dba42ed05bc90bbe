"""The remaining pages: what was refused, the routes of the API, the token, and whether all is well."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import JSONResponse, Response
from fastapi.routing import APIRoute

from onrecord.showing.web.contexts import ApiPage, EnterPage, RefusedPage
from onrecord.showing.web.guarding import VISIT, is_same, visit_of
from onrecord.showing.web.site import check_form, form_token_of, go_to, show, site_of

router = APIRouter(include_in_schema=False)
_A_MONTH = 30 * 24 * 3600


@router.get("/refused")
def refused(request: Request) -> Response:
    """What could not be read, and why."""
    site = site_of(request)
    return show("refused.html", RefusedPage(title="Not read", store=site.name, refusals=site.store.refusals()))


@router.get("/api")
def api(request: Request) -> Response:
    """The routes that answer JSON."""
    routes = tuple(
        (method, route.path_format, (route.description or "").splitlines()[0])
        for route in _routes()
        for method in sorted(route.methods or ())
    )
    return show("api.html", ApiPage(title="API · onrecord", store=site_of(request).name, routes=routes))


def _routes() -> list[APIRoute]:
    """Those of the API, as the application has them."""
    from onrecord.showing.web.routes.api import router as api_router

    return [route for route in api_router.routes if isinstance(route, APIRoute)]


@router.get("/enter")
def enter(request: Request) -> Response:
    """The form for the token."""
    if site_of(request).settings.token is None:
        return go_to("/")
    return _show(request, is_wrong=False)


@router.post("/enter")
def entered(
    request: Request, token: Annotated[str, Form()] = "", shown: Annotated[str, Form(max_length=500)] = ""
) -> Response:
    """Let in whoever shows the token."""
    check_form(request, token)
    settings = site_of(request).settings
    if settings.token is None or not is_same(shown.strip(), settings.token):
        return _show(request, is_wrong=True)
    answer = go_to("/")
    is_https = request.url.scheme == "https"
    answer.set_cookie(
        VISIT, visit_of(settings.token), max_age=_A_MONTH, httponly=True, samesite="strict", secure=is_https
    )
    return answer


@router.get("/health")
def health(request: Request) -> Response:
    """For those who watch: whether the store can be read."""
    site_of(request).catalogue.articles(limit=1)
    return JSONResponse({"status": "ok"})


def _show(request: Request, *, is_wrong: bool) -> Response:
    page = EnterPage(title="onrecord", store="", token=form_token_of(request), is_wrong=is_wrong)
    return show("enter.html", page, status=401 if is_wrong else 200)
