"""The step that finds places: which words name them, which places are meant, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.annotating.places.backing import back
from onrecord.annotating.places.relations import find_relations
from onrecord.annotating.places.resolving import Resolved, resolve
from onrecord.annotating.places.siting import Site, find_towns
from onrecord.annotating.places.titling import title
from onrecord.annotating.places.toponyms import find_toponyms
from onrecord.annotating.places.uses import find_uses
from onrecord.knowledge.gazetteer import load_gazetteer
from onrecord.records import Place
from onrecord.spans import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.chains import Chain
    from onrecord.dossier import Dossier
    from onrecord.knowledge.gazetteer import Gazetteer
    from onrecord.tokens import Tokens


class FindPlaces:
    """The step that finds an article's places."""

    name = "find_places"
    version = "2"
    requires = ("encoding", "chains")
    makes = ("places",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the places, in text order; `entity` is left open."""
        tokens = dossier["encoding"].tokens
        return {"places": find_places(dossier.article.text, tokens, dossier["chains"], load_gazetteer())}


def find_places(text: str, tokens: Tokens, chains: Sequence[Chain], gazetteer: Gazetteer) -> tuple[Place, ...]:
    """The places of a text, in order."""
    toponyms, held = find_toponyms(text, tokens, chains, gazetteer)
    resolved = back(resolve(toponyms, held, tokens), held)
    uses = find_uses(resolved, tokens)
    sites = find_towns(resolved, tokens)
    relations = find_relations(text, resolved, uses, tokens)
    places = []
    for number, (one, use, site, relation) in enumerate(zip(resolved, uses, sites, relations, strict=True), start=1):
        toponym = one.toponym
        span = Span.of(text, int(tokens.starts[toponym.first]), int(tokens.ends[toponym.last - 1]))
        where = one.sense or (site.town if site else None)
        places.append(
            Place(
                id=f"p{number}",
                span=span,
                use=use,
                entity=None,
                name=title(span.surface, one.sense),
                geonames=one.sense.geonames if one.sense else None,
                country=where.country if where else None,
                lat=where.lat if where else None,
                lon=where.lon if where else None,
                confidence=round(_confidence(one, site), 3),
                region=gazetteer.region_name(where) if where and (one.sense or (site and site.is_told)) else None,
                relation=relation,
            )
        )
    return tuple(places)


# Shares of toponyms that were right within 161 km, by the lead of their sense; all dev articles of GeoWebNews.
_BY_LEAD = ((0.5, 0.35), (1.0, 0.6), (2.0, 0.85), (3.0, 0.9))
_CLEAR = 0.935
_CLEAR_POINT = 0.985  # beyond them, of countries and towns: where seas and regions lie is told by other points too
_POINTS = ("country", "capital", "town")
_TOLD, _BESIDE = 0.8, 0.6  # of sites that the text puts into a town, and of those that it only names beside one


def _confidence(one: Resolved, site: Site | None) -> float:
    """The probability that the words name a place, and that it is this one."""
    sureness = one.toponym.sureness
    if one.sense is None:
        return sureness * ((_TOLD if site.is_told else _BESIDE) if site else 1.0)
    clear = _CLEAR_POINT if one.sense.kind in _POINTS else _CLEAR
    return sureness * one.backing * next((share for lead, share in _BY_LEAD if one.lead < lead), clear)
