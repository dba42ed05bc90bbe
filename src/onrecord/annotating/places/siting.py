"""Siting: where a place is that the gazetteer lacks, from the towns that the text names beside it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.places.resolving import Resolved
    from onrecord.knowledge.gazetteer import Sense
    from onrecord.tokens import Tokens

_TOWNS = ("town", "capital")
_JOINING = frozenset({",", "in", "the", "city", "town", "of", "near", "("})
_HOLDERS, _BETWEEN = ("region", "area"), ((",",), ("in",))
_BEHIND = 3  # words between a site and its town: "the Arena in the city of Hama"
_OWNING = 4  # words between a town and its site, with the possessive ending: "Hama's old Citadel Hill"
# Words to the nearest town, where the text does not say which it is. Within these, 25 of 36 sites of GeoWebNews lay at
# the town; beyond, 8 of 25.
_REACH = 30
_SHORT = 3  # letters
_LEAST_MENTIONS = 2
_LEAST_LEAD = 1.0  # of the town's own sense


@dataclass(frozen=True, slots=True)
class Site:
    """The town or region that a place lies in or at; `is_told` where the text says so, not that both are near."""

    town: Sense
    is_told: bool


def find_towns(resolved: Sequence[Resolved], tokens: Tokens) -> list[Site | None]:
    """For each toponym without a sense of its own the town that it lies in, where one can be told; else None."""
    main = _main_town(resolved)
    sites: list[Site | None] = []
    for at, one in enumerate(resolved):
        site = None
        if one.sense is None:
            site = _told(at, resolved, tokens)
            if site is None and (town := _nearest(at, resolved) or main):
                site = Site(town, is_told=False)
        sites.append(site)
    return sites


def _told(at: int, resolved: Sequence[Resolved], tokens: Tokens) -> Site | None:
    """The town that the text puts a toponym into: "the Arena in Hama", "Hama's Arena"."""
    own = resolved[at].toponym
    words = own.key.split()
    for other in resolved[max(0, at - _REACH) : at + _REACH]:
        named = other.toponym.key
        if len(words) > 1 and named in words and len(named) > _SHORT and (town := _town(other)):
            return Site(town, is_told=True)  # "Port of Duisburg"
    if at + 1 < len(resolved) and (town := _town(resolved[at + 1])):
        between = tokens.words[own.last : resolved[at + 1].toponym.first]
        if 0 < len(between) <= _BEHIND and _JOINING.issuperset(word.lower() for word in between):
            return Site(town, is_told=True)
    if holder := _holder(at, resolved, tokens):
        near = _nearest(at, resolved)  # a nearer point than the middle of a region
        is_near = near is not None and near.country == holder.country
        return Site(near if near and is_near else holder, is_told=True)
    if at and (town := _town(resolved[at - 1])):
        between = tokens.words[resolved[at - 1].toponym.last : own.first]
        if len(between) <= _OWNING and between[1:2] == ("s",):
            return Site(town, is_told=True)
    return None


def _holder(at: int, resolved: Sequence[Resolved], tokens: Tokens) -> Sense | None:
    """The region that stands behind a toponym: "Alder County, Ostrel province"."""
    if at + 1 == len(resolved):
        return None
    outer = resolved[at + 1]
    if outer.sense is None or outer.sense.kind not in _HOLDERS:
        return None
    return outer.sense if tuple(tokens.words[resolved[at].toponym.last : outer.toponym.first]) in _BETWEEN else None


def _nearest(at: int, resolved: Sequence[Resolved]) -> Sense | None:
    """The town that is named nearest, within reach."""
    own = resolved[at].toponym
    near: tuple[int, Sense] | None = None
    # No more toponyms than words lie within reach, so that long lists of names cost no more than their length.
    for other in resolved[max(0, at - _REACH) : at + _REACH]:
        distance = abs(other.toponym.first - own.first)
        town = _town(other) if distance <= _REACH else None
        if town and other.lead >= _LEAST_LEAD and (near is None or distance < near[0]):
            near = distance, town
    return near[1] if near else None


def _main_town(resolved: Sequence[Resolved]) -> Sense | None:
    """The town that an article is about: more than half of all mentions of towns in it, and two at least."""
    towns = Counter(town for one in resolved if one.lead >= _LEAST_LEAD and (town := _town(one)))
    town, count = next(iter(towns.most_common(1)), (None, 0))
    return town if count >= _LEAST_MENTIONS and 2 * count > towns.total() else None


def _town(resolved: Resolved) -> Sense | None:
    """The town that is literally there, if it is one that the article speaks for."""
    sense, toponym = resolved.sense, resolved.toponym
    if sense is None or sense.kind not in _TOWNS or toponym.is_adjective or toponym.is_embedded:
        return None
    return sense if resolved.backing == 1.0 else None
