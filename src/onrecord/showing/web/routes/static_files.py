"""Files that never change under one address: styles, scripts, fonts."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter
from fastapi.responses import Response

from onrecord.showing.web.site import ProblemError
from onrecord.showing.web.templating import STATIC, static_path

router = APIRouter(include_in_schema=False)
_KINDS = {
    ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".woff2": "font/woff2",
    ".svg": "image/svg+xml", ".txt": "text/plain; charset=utf-8",
}  # fmt: skip
_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}


@router.get("/static/{name:path}")
def static_file(name: str) -> Response:
    """A file of ours; there are few, and they are kept in memory."""
    found = _load(name)
    if found is None:
        raise ProblemError(404, "there is no such file")
    return Response(found[0], media_type=found[1], headers=_FOR_EVER)


@cache
def _known() -> frozenset[str]:
    own = {str(path.relative_to(STATIC)) for path in STATIC.rglob("*") if path.is_file()}
    return frozenset({*own, "page.css", "page.js"})


@cache
def _read(name: str) -> tuple[bytes, str]:
    path = static_path(name)
    return path.read_bytes(), _KINDS.get(path.suffix, "application/octet-stream")


def _load(name: str) -> tuple[bytes, str] | None:
    return _read(name) if name in _known() else None
