"""Placing: which of a record's entities each place is, or is named in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.records import Entity, Place, Span


class LinkPlaces:
    """The step that gives places their entities."""

    name = "link_places"
    version = "1"
    requires = ("places", "entities")
    makes = ("places",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the places anew, with their entities."""
        return {"places": link_places(dossier["places"], dossier["entities"])}


def link_places(places: Sequence[Place], entities: Sequence[Entity]) -> tuple[Place, ...]:
    """The places, each with the entity that has a name at its words.

    "Boston" in "Boston Globe" has the newspaper; "French" in "French President Odile Brun" has none: she is no place.
    """
    named: list[tuple[Span, Entity]] = sorted(
        (
            (mention.span, entity)
            for entity in entities
            if entity.named and entity.kind != "person"
            for mention in entity.mentions
            if mention.form == "name"
        ),
        key=lambda pair: (pair[0].start, -pair[0].end),
    )
    linked = []
    open_names: list[tuple[Span, Entity]] = []
    at = 0
    for place in sorted(places, key=lambda place: place.span.start):
        while at < len(named) and named[at][0].start <= place.span.start:
            open_names.append(named[at])
            at += 1
        open_names = [pair for pair in open_names if pair[0].end > place.span.start]
        holding = [pair for pair in open_names if pair[0].end >= place.span.end]
        entity = min(holding, key=lambda pair: pair[0].end - pair[0].start, default=(None, None))[1]
        linked.append(replace(place, entity=entity))
    return tuple(linked)
