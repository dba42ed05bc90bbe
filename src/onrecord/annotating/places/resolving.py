"""Resolving: which of the places that bear a name is meant.

One name means one place throughout an article. What decides is how known a place is, what the text puts it into
("Paris, Texas"), and the other places that the article names.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.places.nets import NEAR_KM, Net, kilometres
from onrecord.vocabulary.places import load_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.annotating.places.screening import Toponym
    from onrecord.knowledge.gazetteer import Sense
    from onrecord.tokens import Tokens

# How known a place of each kind is, in powers of ten of people, beside its own: a country weighs as a town of a million
# times as many.
_KNOWN = {"country": 6.0, "capital": 1.5, "region": 0.0, "town": 0.0}
_OF_OURS = {"area": 7.0, "water": 6.5, "mountain": 6.5, "site": 6.0}  # instead of them: these have no people
_LEAST_PEOPLE = 300  # so that a place of unknown size is a village
_BY_ALIAS = -2.5  # a town by another name than its own, where some place bears it as its own: Harare was Salisbury
_NOTED, _GREAT_TOWN = 1.0, 500_000  # what our own table names, because news does, and towns of more people than this
_LIKE_TOWN = -1.0  # a region with the name of its large town: "New York"
_LARGE_TOWN = 100_000
_HELD = 8.0  # the text says what it lies in
_AS_CALLED = 6.0  # the text calls it a region, or a town
_COUNTRY, _ANY_OF_COUNTRY = 2.0, 0.5  # the first times the share of the article's other places that lie in its country
_REGION = 1.5
_NEAR = 1.5
# A lead that lets a name count for others, and one that others do not overturn: 1, 1.5, 2 and 3 put .913, .918, .917
# and .917 of those found in one half of GeoWebNews within 161 km.
_SURE, _SETTLED = 2.0, 1.5
# In the only country that an article names: the Tripoli of one on Lebanon. It overturns leads below as much.
_ONLY_COUNTRY = 2.5
_TOWNS = ("town", "capital", "site")
_SETTLEMENTS = ("city", "town", "village", "settlement", "hamlet")


@dataclass(frozen=True, slots=True)
class Resolved:
    """A toponym with the place it means.

    Attributes:
        sense: None where the gazetteer has none.
        lead: by how much it is preferred to the next, in powers of ten.
        backing: what is left of the confidence in a small town that little or nothing else in the article speaks for.
    """

    toponym: Toponym
    sense: Sense | None
    lead: float
    backing: float = 1.0


def resolve(toponyms: Sequence[Toponym], held: Mapping[int, frozenset[int]], tokens: Tokens) -> list[Resolved]:
    """Each toponym with its place."""
    groups: dict[str, list[Toponym]] = defaultdict(list)
    for toponym in toponyms:
        if toponym.senses:
            groups[toponym.key].append(toponym)
    lower = [word.lower() for word in tokens.words]
    plain = {key: _weigh(group, held, lower) for key, group in groups.items()}
    first = {key: _best(scores) for key, scores in plain.items()}
    sure = {key: sense for key, (sense, lead) in first.items() if lead >= _SURE}
    surroundings = _Surroundings(sure, {key: len(group) for key, group in groups.items()})
    choice = {key: _choose(key, scores, first[key], surroundings) for key, scores in plain.items()}
    fuller = {key.rpartition(" ")[0]: key for key in reversed(choice) if " " in key}
    for key in [key for key, (_, lead) in choice.items() if lead < _SETTLED and key in fuller]:
        longer = choice[fuller[key]]
        if longer[0].kind in ("area", "region") and longer[1] > choice[key][1]:
            choice[key] = longer  # "Suffolk" is the "Suffolk County" of the same article
    choice |= _as_regions(choice, plain)
    resolved = [Resolved(t, *choice[t.key]) if t.senses else Resolved(t, None, 0.0) for t in toponyms]
    for at in range(1, len(resolved)):
        inner, outer = resolved[at - 1], resolved[at]
        if lower[inner.toponym.last : outer.toponym.first] == [","] and inner.lead >= _SURE:
            resolved[at] = _as_holder(inner, outer)
    return resolved


def _choose(
    key: str, scores: Mapping[Sense, float], plain: tuple[Sense, float], surroundings: _Surroundings
) -> tuple[Sense, float]:
    """The sense of a name by itself, where it leads by enough; else the one that the article's other places favour."""
    if plain[1] >= _ONLY_COUNTRY:
        return plain
    is_settled = plain[1] >= _SETTLED
    return _best(
        {
            sense: score
            + _ONLY_COUNTRY * surroundings.is_in_only_country(sense)
            + (0.0 if is_settled else surroundings.favour(sense, key))
            for sense, score in scores.items()
        }
    )


def _as_regions(
    choice: Mapping[str, tuple[Sense, float]], senses: Mapping[str, Iterable[Sense]]
) -> dict[str, tuple[Sense, float]]:
    """Names of countries that mean a region of another one: its towns stand in the article, and nothing of the country.

    Beside Atlanta and Savannah, with no word of Tbilisi or the Georgians, Georgia is the state.
    """
    found = {}
    for key, (sense, _) in choice.items():
        others = [other for name, (other, _) in choice.items() if name != key]
        if sense.kind != "country" or any(other.country == sense.country for other in others):
            continue
        regions = [r for r in senses[key] if r.kind == "region" and any(o.region == r.number for o in others)]
        if len(regions) == 1:
            found[key] = (regions[0], _SURE)
    return found


def _as_holder(inner: Resolved, outer: Resolved) -> Resolved:
    """`outer` as what holds `inner`, if it can mean that: in "Atlanta, Georgia" it is no country."""
    if inner.sense is None or outer.sense is None or inner.sense.region in (None, outer.sense.number):
        return outer
    region = next((s for s in outer.toponym.senses if s.number == inner.sense.region), None)
    return Resolved(outer.toponym, region, inner.lead) if region and outer.sense.kind != "town" else outer


def _weigh(group: Sequence[Toponym], held: Mapping[int, frozenset[int]], lower: Sequence[str]) -> dict[Sense, float]:
    """The senses of a name with what speaks for each, before the other places are looked at."""
    inside = frozenset[int]().union(*(held.get(t.first, ()) for t in group))
    called = {_called(t, lower) for t in group}
    towns = {
        s.country for s in group[0].senses if s.kind in _TOWNS and s.population > _LARGE_TOWN and s.named == "name"
    }
    is_own_name = any(s.named == "name" for s in group[0].senses)
    scores = {}
    for sense in group[0].senses:
        if sense.kind in _OF_OURS:
            score = _OF_OURS[sense.kind]
        else:
            score = _KNOWN[sense.kind] + math.log10(sense.population + _LEAST_PEOPLE)
        if sense.kind in _TOWNS and sense.named == "alias" and is_own_name:
            score += _BY_ALIAS
        is_noted = sense.noted or sense.population > _GREAT_TOWN
        if is_noted and (sense.kind in _OF_OURS or (sense.kind == "town" and sense.named == "name")):
            score += _NOTED
        if sense.kind == "region" and sense.country in towns:
            score += _LIKE_TOWN
        if ("region" in called and sense.kind in ("region", "area")) or ("town" in called and sense.kind in _TOWNS):
            score += _AS_CALLED
        scores[sense] = score + _HELD * (sense.number in inside)
    return scores


def _called(toponym: Toponym, lower: Sequence[str]) -> str:
    """What a toponym is called: "region" in "the province of Idlib", "town" in "the city of Hama", else ""."""
    regions = load_words().regions
    if toponym.last < len(lower) and lower[toponym.last] in regions:
        return "region"
    if toponym.first > 1 and lower[toponym.first - 1] == "of":
        before = lower[toponym.first - 2]
        return "region" if before in regions else "town" if before in _SETTLEMENTS else ""
    return ""


def _best(scores: Mapping[Sense, float]) -> tuple[Sense, float]:
    """The sense with the highest score, and its lead over the next that lies elsewhere."""
    ordered = sorted(scores, key=lambda sense: (-scores[sense], sense.number))
    best = ordered[0]
    others = (scores[s] for s in ordered[1:] if kilometres(s, best) > NEAR_KM and not _is_inside(s, best))
    return best, scores[best] - next(others, scores[best] - 9.0)


def _is_inside(a: Sense, b: Sense) -> bool:
    """Whether one is the region of the other: they are no rivals, however far the points of large regions lie."""
    return a.region == b.number or b.region == a.number


class _Surroundings:
    """The places of an article that are settled."""

    def __init__(self, sure: Mapping[str, Sense], counts: Mapping[str, int]) -> None:
        self._sure = sure
        self._countries: Counter[str] = Counter()
        self._regions: Counter[int] = Counter()
        for key, sense in sure.items():
            if sense.country:
                self._countries[sense.country] += min(counts[key], 3)
            region = _region(sense)
            if region is not None:
                self._regions[region] += 1
        self._total = sum(self._countries.values())
        self._lands = {sense.country for sense in sure.values() if sense.kind == "country"}
        self._net = Net((key, sense) for key, sense in sure.items() if sense.kind in _TOWNS)

    def is_in_only_country(self, sense: Sense) -> bool:
        """Whether a town lies in the only country that the article names."""
        return sense.kind in _TOWNS and self._lands == {sense.country}

    def favour(self, sense: Sense, key: str) -> float:
        """What the settled places other than `key` say for a sense."""
        favour = 0.0
        own = self._sure.get(key)
        if sense.country:
            count = self._countries[sense.country] - (own is not None and own.country == sense.country)
            favour += _COUNTRY * count / (self._total + 2) + _ANY_OF_COUNTRY * (count > 0)
        region = _region(sense)
        if region is not None and self._regions[region] > (own is not None and _region(own) == region):
            favour += _REGION
        if sense.kind in _TOWNS:
            favour += _NEAR * self._net.has_near(sense, key)
        return favour


def _region(sense: Sense) -> int | None:
    return sense.number if sense.kind == "region" else sense.region
