"""The application: routes, what goes wrong in them, and the guard before all."""

from __future__ import annotations

import contextlib
import json
import logging
import threading
import traceback
from contextlib import asynccontextmanager
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.responses import JSONResponse, Response
from starlette.exceptions import HTTPException

from onrecord._version import __version__
from onrecord.errors import NotFound, StoreError
from onrecord.showing.web.contexts import ProblemPage
from onrecord.showing.web.guarding import Guard
from onrecord.showing.web.routes import api, articles, checks, home, maps, others, people, search, static_files, times
from onrecord.showing.web.site import ProblemError, Site, show

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, MutableMapping

    from onrecord.recording import RecordStore
    from onrecord.showing.web.desk import Desk
    from onrecord.showing.web.settings import Settings

_NO_TOKEN = 401
_log = logging.getLogger("onrecord.web")
_REASONS = {
    400: "not-understood", 401: "no-token", 403: "forbidden", 404: "not-found", 405: "wrong-method",
    413: "too-large", 415: "not-json", 421: "wrong-host", 422: "invalid", 429: "too-many-requests", 503: "busy",
}  # fmt: skip
_HTTP = {404: "there is no such page", 405: "this address does not take that"}


def make_app(store: RecordStore, desk: Desk, settings: Settings, *, name: str = "") -> Any:
    """The application over a store.

    Args:
        store: what it shows; closed by whoever opened it.
        desk: where articles are read; opened and closed with the application.
        settings: what whoever serves it decides.
        name: what pages call the store.
    """

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncIterator[None]:
        desk.open()
        threading.Thread(target=_warm, args=(store,), daemon=True).start()
        yield
        desk.close()

    app = FastAPI(
        title="onrecord", version=__version__, docs_url=None, redoc_url=None, openapi_url="/api/openapi.json",
        lifespan=lifespan, summary="Who said what, on what condition; who did what to whom: as JSON.",
    )  # fmt: skip
    app.state.site = Site(store, desk, settings, name or store.name)
    for part in (static_files, home, articles, search, times, maps, people, checks, others, api):
        app.include_router(part.router)
    app.add_exception_handler(ProblemError, _on_problem)
    app.add_exception_handler(StoreError, _on_store_error)
    app.add_exception_handler(RequestValidationError, _on_invalid)
    app.add_exception_handler(HTTPException, _on_http)
    app.add_exception_handler(Exception, _on_crash)
    app.openapi = lambda: _openapi(app)  # type: ignore[method-assign] # FastAPI's own way to change it
    return Guard(app, settings, _refuse)


def _warm(store: RecordStore) -> None:
    with contextlib.suppress(StoreError):  # whoever asks will be told
        store.catalogue.warm()


def answer_problem(scope: MutableMapping[str, Any], status: int, message: str, remedy: str = "") -> Response:
    """A problem in the one shape that it has on pages, and the one that it has in the API."""
    if scope["path"].startswith("/api/"):
        error = {"reason": _REASONS.get(status, "failed"), "message": message, "remedy": remedy}
        return JSONResponse({"error": error}, status)
    way, words = ("/enter", "Give the token") if status == _NO_TOKEN else ("/", "To the first page")
    page = ProblemPage(title="onrecord", store="", message=message, remedy=remedy, way=way, way_words=words)
    return show("problem.html", page, status=status)


def _refuse(scope: MutableMapping[str, Any], status: int, message: str, remedy: str) -> Any:
    return answer_problem(scope, status, message, remedy)


def _on_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, ProblemError)  # noqa: S101 - it is registered for these
    return answer_problem(request.scope, error.status, error.message, error.remedy)


def _on_store_error(request: Request, error: Exception) -> Response:
    if isinstance(error, NotFound):
        return answer_problem(request.scope, 404, str(error))
    is_asked = "can mean" in str(error)  # a name that means several articles is the visitor's to mend
    if is_asked:
        return answer_problem(request.scope, 400, str(error))
    _log.error("the store: %s", error)  # it names the file, which is not for visitors
    return answer_problem(request.scope, 503, "the store cannot be read at the moment", "try again in a while")


def _on_invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101
    told = [f"{'.'.join(map(str, one['loc'][1:])) or 'the body'}: {one['msg'].lower()}" for one in error.errors()[:3]]
    return answer_problem(request.scope, 422, "; ".join(told), "see /api/openapi.json")


def _on_http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101
    told = _HTTP.get(error.status_code, str(error.detail).lower())
    answer = answer_problem(request.scope, error.status_code, told)
    answer.headers.update(error.headers or {})
    return answer


def _on_crash(request: Request, error: Exception) -> Response:
    # Neither what was asked, nor what was sent, nor what the error says of it is logged: it may be nobody's business.
    where = "".join(traceback.format_tb(error.__traceback__))
    _log.error("%s %s failed: %s\n%s", request.method, request.url.path, type(error).__name__, where)
    return answer_problem(request.scope, 500, "this failed, and it is our fault", "please report it")


def _openapi(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description of the API, with the record format in it."""
    if app.openapi_schema is None:
        made = get_openapi(title=app.title, version=app.version, summary=app.summary, routes=app.routes)
        schema = (files("onrecord") / "record.schema.json").read_text("utf-8")
        moved = schema.replace('"#/$defs/', '"#/components/schemas/Record/$defs/')
        record = json.loads(moved)
        record.pop("$schema", None)
        record.pop("$id", None)
        made.setdefault("components", {}).setdefault("schemas", {})["Record"] = record
        app.openapi_schema = made
    return app.openapi_schema
