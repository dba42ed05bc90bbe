"""Articles: the list of all, one with its record, one that is only looked at."""

from __future__ import annotations

import json
from collections import OrderedDict
from dataclasses import replace
from threading import Lock
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query, Request
from fastapi.responses import Response

from onrecord.recording.packing import unpack_record
from onrecord.showing.checks import describe_checks
from onrecord.showing.disputes import describe_disputes, tell_dispute
from onrecord.showing.export import make_export
from onrecord.showing.export.pages.views import view_article
from onrecord.showing.sureness import READING_LEAST
from onrecord.showing.web.contexts import ArticlePage, ArticlesPage, FactView
from onrecord.showing.web.found import who_address
from onrecord.showing.web.routes.home import keep_record
from onrecord.showing.web.site import ProblemError, check_form, file_of, form_token_of, go_to, show, show_kept, site_of
from onrecord.showing.web.templating import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.recording import RevisionFacts
    from onrecord.records import Maker, Record
    from onrecord.showing.rows import RowView

router = APIRouter(include_in_schema=False)
_PER_PAGE = 40
_KEPT_PAGES = 64
_ALL_BUT = 0.995
_Number = Annotated[int | None, Query(ge=1, le=10**15)]  # larger ones databases do not take
# The step that makes a record, by the first letter of its id.
_STEPS = {
    "s": "find_statements", "v": "find_events", "c": "find_conditions", "d": "find_disputes", "k": "find_checks",
    "e": "link_entities", "t": "find_times", "p": "link_places", "q": "find_quantities",
}  # fmt: skip
_pages: OrderedDict[tuple[Any, ...], str] = OrderedDict()
_pages_lock = Lock()


@router.get("/articles")
def articles(
    request: Request,
    *,
    before: _Number = None,
    title: Annotated[str, Query(max_length=200)] = "",
    publisher: Annotated[str, Query(max_length=200)] = "",
) -> Response:
    """All articles, the one added last first."""
    site = site_of(request)
    found = site.catalogue.articles(
        before=before, limit=_PER_PAGE + 1, title=title or None, publisher=publisher or None, least=READING_LEAST
    )
    shown = found[:_PER_PAGE]
    narrowing = {name: value for name, value in (("title", title), ("publisher", publisher)) if value}

    def address(**more: Any) -> str:
        return f"/articles?{urlencode(narrowing | more)}" if narrowing or more else "/articles"

    page = ArticlesPage(
        title="Articles · onrecord",
        store=site.name,
        here="articles",
        articles=shown,
        total=site.catalogue.stats().counts["articles"],
        headline=title,
        publisher=publisher,
        older=address(before=shown[-1].number) if len(found) > _PER_PAGE else "",
        newer=address() if before is not None else "",
    )
    return show("articles.html", page)


@router.get("/articles/{name}")
def article(request: Request, name: str, revision: _Number = None) -> Response:
    """An article with its record."""
    site = site_of(request)
    facts = site.catalogue.facts(name, revision)
    key = (site.name, facts.record_digest, facts.id, facts.revision, facts.revisions)
    with _pages_lock:
        body = _pages.get(key)
    if body is None:
        record, facts = site.catalogue.article(name, revision)
        page = _page(site.name, record, facts)
        body = render("article.html", page)
        with _pages_lock:
            _pages[key] = body
            while len(_pages) > _KEPT_PAGES:
                _pages.popitem(last=False)
    return show_kept(request, body)


@router.get("/articles/{name}/record.{format_}")
def record_file(request: Request, name: str, format_: str, revision: _Number = None) -> Response:
    """The record as a file: JSON, Markdown, or a page by itself."""
    kinds = {"json": "application/json", "md": "text/markdown; charset=utf-8", "html": "text/html; charset=utf-8"}
    if format_ not in kinds:
        raise ProblemError(404, "there is no such format", f"there are {', '.join(kinds)}")
    record, facts = site_of(request).catalogue.article(name, revision)
    export = make_export(format_, least=READING_LEAST if format_ != "json" else 0.0)
    return file_of(export.opening + export.show(record) + export.close(), kinds[format_], f"{facts.id}.{format_}")


@router.get("/articles/{name}/{part}")
def part_of_article(request: Request, name: str, part: str) -> Response:
    """A record by its id, or by what it is known by whatever model finds it: where it stands in its article."""
    record, facts = site_of(request).catalogue.article(name)
    by_anchor = {anchor: key for key, anchor in facts.anchors.items()}
    key = by_anchor.get(part, part)
    if key in {statement.id for statement in record.statements}:
        return go_to(f"/articles/{facts.id}#{key}")
    # Those that pages leave out, being less sure, have no row to lead to.
    sections = view_article(record, least=READING_LEAST).sections
    place = next((row.name for each in sections for row in each.all_rows if key in row.view.ids), "")
    if not place and key not in by_anchor.values():
        raise ProblemError(404, f"the record of this article has no {part}", "it may have been read by a newer model")
    place = place or "list"
    return go_to(f"/articles/{facts.id}#{place}")


@router.get("/look/{name}")
def look(request: Request, name: str) -> Response:
    """A record that is not in the store."""
    site = site_of(request)
    rows = site.desk.look(name)
    if rows is None:
        raise ProblemError(404, "what was read here is no longer kept", "hand it in once more")
    record = unpack_record(rows.revision["record"], rows.revision["record_digest"], rows.article.text)
    page = _page(site.name, record, None, steps=rows.maker["steps"], look=name, token=form_token_of(request))
    return show("article.html", page)


@router.post("/look/{name}/keep")
def keep(request: Request, name: str, token: Annotated[str, Form()] = "") -> Response:
    """Put into the store what was only looked at."""
    check_form(request, token)
    rows = site_of(request).desk.look(name)
    if rows is None:
        raise ProblemError(404, "what was read here is no longer kept", "hand it in once more")
    return go_to(keep_record(request, rows))


def _page(
    store: str, record: Record, facts: RevisionFacts | None, *, steps: str = "{}", look: str = "", token: str = ""
) -> ArticlePage:
    view = view_article(record, least=READING_LEAST)
    versions: dict[str, str] = json.loads(facts.steps if facts else steps)
    return ArticlePage(
        title=f"{view.heading.title} · onrecord",
        store=store,
        here="articles",
        article=view,
        facts=dict(_facts(record, facts, versions)),
        grave=tuple(_grave(record)),
        id=facts.id if facts else "",
        look=look,
        token=token,
        revision=facts.revision if facts else 1,
        revisions=facts.revisions if facts else 1,
        made=tuple(_made(record.onrecord, versions, facts)),
        least=f"{READING_LEAST:.0%}",
    )


def _facts(record: Record, facts: RevisionFacts | None, versions: Mapping[str, str]) -> Iterator[tuple[str, FactView]]:
    """What is known of every statement, event, condition, dispute, check and name."""

    def maker(id_: str, *, is_nested: bool = False) -> str:
        step = "find_nested" if is_nested else _STEPS.get(id_[:1], "")
        return f"{step} {versions[step]}" if step in versions else step

    def address(id_: str) -> str:
        # An older revision's records have none that lasts: the same words may be elsewhere now.
        if facts is None or facts.revision < facts.revisions:
            return ""
        return f"/articles/{facts.id}/{facts.anchors.get(id_, id_)}"

    for statement in record.statements:
        told = maker(statement.id, is_nested=statement.nested_in is not None)
        yield statement.id, FactView(_sure(statement.confidence), told, address(statement.id))
    for event in record.events:
        yield event.id, FactView(_sure(event.confidence), maker(event.id), address(event.id))
    for condition in record.conditions:
        yield condition.id, FactView(_sure(condition.confidence), maker(condition.id), address(condition.id))
    for id_ in (*(dispute.id for dispute in record.disputes), *(check.id for check in record.checks)):
        yield id_, FactView("", maker(id_), address(id_))
    for entity in record.entities:
        sure = _sure(entity.confidence) if entity.confidence is not None else ""
        who = who_address(entity.name) if entity.named and facts else ""
        yield entity.id, FactView(sure, maker(entity.id), address(entity.id), who)
    for place in record.places:
        yield place.id, FactView(_sure(place.confidence), maker(place.id), address(place.id))
    for id_ in (*(time.id for time in record.times), *(quantity.id for quantity in record.quantities)):
        yield id_, FactView("", maker(id_), address(id_))


def _sure(confidence: float) -> str:
    return f"{confidence:.0%} sure" if confidence < _ALL_BUT else "over 99% sure"


def _grave(record: Record) -> Iterator[tuple[str, RowView]]:
    """Errors, warnings and disputes, with where they stand in the lists."""
    checks = describe_checks(record, severities=("error", "warning"))
    disputes = describe_disputes(record, least=READING_LEAST)
    by_id = {dispute.id: dispute for dispute in record.disputes}
    for section in filter(None, (checks, disputes)):
        for number, row in enumerate(section.rows, start=1):
            if dispute := by_id.get(row.ids[0]):
                names = [party.name for party in dispute.parties]
                told, against = tell_dispute(dispute.kind, names, dispute.about, len(dispute.statements))
                row = replace(row, told=told, beside=against, sentence="")  # noqa: PLW2901 - the same, as a sentence
            yield f"{section.name}-{number}", row


def _made(maker: Maker, versions: Mapping[str, str], facts: RevisionFacts | None) -> Iterator[str]:
    """How the record was made, in lines."""
    yield f"onrecord {maker.version}, record format {maker.format}"
    if facts:
        yield f"read {facts.read[:16].replace('T', ' ')} UTC, added {facts.added[:10]}"
        if facts.origin:
            yield f"from {facts.origin}"
    if versions:
        yield "steps: " + ", ".join(f"{name} {version}" for name, version in sorted(versions.items()))
    if maker.models:
        yield "models: " + ", ".join(
            f"{name} {digest.removeprefix('sha256:')[:12]}" for name, digest in sorted(maker.models.items())
        )
