"""Persons, organizations, countries: who they are, what they say and do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from onrecord.errors import KnowledgeError, NotFound
from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.countries import load_country_names
from onrecord.recording import Query as StoreQuery
from onrecord.showing.sureness import READING_LEAST
from onrecord.showing.web.asked import LONGEST
from onrecord.showing.web.contexts import OfficeView, PartiesPage, PartSection, WhoPage
from onrecord.showing.web.found import tell_party, view_found
from onrecord.showing.web.site import ProblemError, go_to, show, site_of
from onrecord.showing.who_words import tell_source, tell_time

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.recording import Profile
    from onrecord.showing.web.site import Site

router = APIRouter(include_in_schema=False)
_FEW = 6  # of each kind; the rest is a search
_LISTED = 60
_TITLES = {
    ("statement", "speaker"): "Quotations and statements",
    ("condition", "holder"): "Conditions stated",
    ("event", "actor"): "Events as the one who acts",
    ("event", "recipient"): "Events as the one it is done to",
    ("condition", "counterpart"): "Conditions put to them",
    ("statement", "addressee"): "What they are told",
}


@router.get("/who")
def who_by_name(
    request: Request,
    name: Annotated[str, Query(max_length=300)] = "",
    q: Annotated[str, Query(max_length=300)] = "",
) -> Response:
    """Whom a name means, or a choice of those; without one, who is spoken of most."""
    site = site_of(request)
    found = site.catalogue.called(name) if name else []
    # Of several who are called so, one who is named more often than all others together is meant.
    if found and found[0].articles > sum(party.articles for party in found[1:]):
        return go_to(f"/who/{quote(found[0].key)}")
    words = name or q
    page = PartiesPage(
        title="Who is spoken of · onrecord",
        store=site.name,
        here="who",
        parties=found or site.catalogue.parties(words, limit=_LISTED),
        asked=words,
    )
    return show("parties.html", page)


@router.get("/who/{key:path}")
def who(request: Request, key: str) -> Response:
    """One of them."""
    site = site_of(request)
    try:
        profile = site.catalogue.profile(key)
    except NotFound as error:
        raise ProblemError(404, str(error)) from error
    about = urlencode({"party": profile.key})
    page = WhoPage(
        title=f"{profile.name} · onrecord",
        store=site.name,
        here="who",
        profile=profile,
        facts=tuple(tell_party(profile.kind, profile.country, profile.sector)),
        wikidata=f"https://www.wikidata.org/wiki/{profile.wikidata}" if profile.wikidata else "",
        offices=tuple(offices_of(profile)),
        sections=tuple(_sections(site, profile)),
        views=(("List", f"/search?{about}"), ("Timeline", f"/timeline?{about}"), ("Map", f"/map?{about}")),
    )
    return show("who.html", page)


def offices_of(profile: Profile) -> Iterator[OfficeView]:
    """The offices that the knowledge base has, the latest first, each with its source."""
    if not profile.entry:
        return
    try:
        knowledge = load_knowledge()
    except KnowledgeError:
        return
    today = datetime.now(UTC).date().isoformat()
    for term in reversed(knowledge.offices_of.get(profile.entry, ())):
        office = knowledge.offices[term.office]
        title = term.title or office.title
        yield OfficeView(tell_time(term), title, tell_source(term.source), knowledge.holds(term, today))


def _sections(site: Site, profile: Profile) -> Iterator[PartSection]:
    if profile.kind == "place" and len(profile.name) < LONGEST:
        is_country = profile.name == load_country_names().get(profile.country or "")
        there = {"country": profile.country} if is_country else {"place": profile.name}
        findings = site.catalogue.find(StoreQuery(kind="event", **there, least=READING_LEAST), limit=_FEW)
        if findings.total:
            address = f"/search?{urlencode({'kind': 'event', **there})}"
            yield PartSection("Events there", findings.total, tuple(map(view_found, findings)), address)
    for (kind, part), title in _TITLES.items():
        if not profile.parts.get(part):
            continue
        query = StoreQuery(kind=kind, party=profile.key, part=part, least=READING_LEAST)
        findings = site.catalogue.find(query, limit=_FEW, order="newest")
        if findings.total:
            address = f"/search?{urlencode({'party': profile.key, 'part': part, 'kind': kind})}"
            yield PartSection(title, findings.total, tuple(map(view_found, findings)), address)
