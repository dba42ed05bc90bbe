"""The first page, and what is handed in on it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Request
from fastapi.responses import Response

from onrecord.recording import RecordRows
from onrecord.recording.identity import SHORT, article_digest
from onrecord.showing.sureness import READING_LEAST
from onrecord.showing.web.asked import iso_date
from onrecord.showing.web.contexts import HandIn, HomePage
from onrecord.showing.web.desk import DeskBusyError, Handed, Problem
from onrecord.showing.web.site import ProblemError, check_form, form_token_of, go_to, show, site_of

router = APIRouter(include_in_schema=False)
_NEW = 12
BUSY = ("too many are having articles read at the moment", "try again in a few seconds")
NOTHING = Problem("empty", "there is nothing to read", "paste an article, choose a file or give an address")


@router.get("/")
def home(request: Request) -> Response:
    """What is new, and the form for an article."""
    return _show(request, HandIn(token=form_token_of(request)))


async def form_of(request: Request) -> dict[str, str | tuple[str, bytes]]:
    """What a form has sent: words, and files as their names and bytes. A text may be as large as a body."""
    async with request.form(max_part_size=site_of(request).settings.most_bytes) as form:
        return {
            name: value if isinstance(value, str) else (value.filename or "", await value.read())
            for name, value in form.items()
        }


@router.post("/read")
def read(request: Request, sent: Annotated[dict[str, Any], Depends(form_of)]) -> Response:
    """Read what was handed in; lead to its record, kept in the store or only looked at."""

    def words(name: str) -> str:
        value = sent.get(name)
        return value if isinstance(value, str) else ""

    check_form(request, words("token"))
    site = site_of(request)
    keep = words("keep")
    file = sent.get("file")
    handed = Handed(
        words("text").replace("\r\n", "\n"),
        words("url").strip(),
        file if isinstance(file, tuple) and file[0] else None,
        words("headline").strip(),
        iso_date(words("published")).strip(),
    )
    form = HandIn(
        token=form_token_of(request),
        text=handed.text,
        url=handed.url,
        headline=handed.title,
        published=handed.published,
        keep=bool(keep),
        problems=(NOTHING,),
    )
    if not (handed.file or handed.url or handed.text.strip()):
        return _show(request, form, status=422)
    try:
        read = site.desk.read(handed)
    except DeskBusyError:
        raise ProblemError(503, *BUSY) from None
    records = [one for one in read if isinstance(one, RecordRows)]
    problems = tuple(one for one in read if isinstance(one, Problem))
    if not records:
        form = HandIn(
            token=form.token,
            text=form.text,
            url=form.url,
            headline=form.headline,
            published=form.published,
            keep=form.keep,
            problems=problems or (NOTHING,),
        )
        return _show(request, form, status=422)
    if not keep:
        return go_to(f"/look/{site.desk.keep_look(records[0])}")
    addresses = [keep_record(request, rows) for rows in records]
    return go_to(addresses[0] if len(addresses) == 1 else "/articles")


def keep_record(request: Request, rows: RecordRows) -> str:
    """Store a record; the address of its article. What people said of it before, and its revisions, stay."""
    site = site_of(request)
    if site.store.put(rows) == "removed":
        site.store.readmit(rows.article)  # who hands it in again wants it there
        site.store.put(rows)
    return f"/articles/{article_digest(rows.article, None)[:SHORT]}"


def _show(request: Request, form: HandIn, *, status: int = 200) -> Response:
    site = site_of(request)
    page = HomePage(
        title="onrecord",
        store=site.name,
        here="home",
        articles=site.catalogue.articles(limit=_NEW, least=READING_LEAST),
        stats=site.catalogue.stats(),
        form=form,
    )
    return show("home.html", page, status=status)
