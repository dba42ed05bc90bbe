"""Where: the article's places, each once; those that only stand for a government or a people, last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.knowledge.countries import load_country_names
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView, quote_phrases, quote_wordings, times_sign

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from onrecord.records import Place

_UNSURE = 0.5  # of a place more likely wrong than right only the article's own words are told as known
_ASSOCIATIVE = "as its government or people"
_OTHERS = "Only as a government or people, or in a name"
_SAME_PLACE = 1.5  # degrees between an island and its town, or two points of one river


def describe_places(places: Sequence[Place]) -> SectionView | None:
    """Places by where they are, sure and often named ones first; those never meant as where something is, apart."""
    if not places:
        return None
    ordered = sorted(_groups(places), key=lambda group: (_is_unsure(group), -sum(map(_is_literal, group)), -len(group)))
    literal = [group for group in ordered if any(map(_is_literal, group))]
    others = [group for group in ordered if not any(map(_is_literal, group))]
    return SectionView(
        "where",
        "Where",
        counted(len(places), "mention"),
        tuple(_row(group, is_literal=True) for group in literal),
        tuple(_row(group, is_literal=False) for group in others),
        _OTHERS,
    )


def tell_where(place: Place) -> str:
    """Where, in a sentence: "in Kyiv", "near Kyiv"."""
    return _related(place, _name(place)) or f"in {_name(place)}"


def _is_literal(place: Place) -> bool:
    return place.use != "associative"


def _is_unsure(group: Sequence[Place]) -> bool:
    return max(place.confidence for place in group) < _UNSURE


def _groups(places: Sequence[Place]) -> list[list[Place]]:
    """The mentions of each place: of one id, of one entity, or of one name where nothing tells them apart."""
    groups: dict[Hashable, list[Place]] = {}
    for place in places:
        groups.setdefault(_identity(place), []).append(place)
    merged: dict[str, list[list[Place]]] = {}
    for group in groups.values():
        alike = merged.setdefault(_name(group[0]).casefold(), [])
        same = next((other for other in alike if _are_one(other[0], group[0])), None)
        if same is None:
            alike.append(group)
        else:
            same += group
    return [group for alike in merged.values() for group in alike]


def _are_one(a: Place, b: Place) -> bool:
    """Whether two places of one name are told as one: "Jeju" and "Jeju Island"."""
    if a.country and b.country and a.country != b.country:
        return False
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return True
    return max(abs(a.lat - b.lat), abs(a.lon - b.lon)) < _SAME_PLACE


def _identity(place: Place) -> Hashable:
    if place.geonames is not None:
        return place.geonames
    return (place.entity.id,) if place.entity else _name(place).casefold()


def _name(place: Place) -> str:
    return one_line(place.name) or one_line(place.span.surface) or NO_WORDS


def _row(group: Sequence[Place], *, is_literal: bool) -> RowView:
    best = max(group, key=lambda place: place.confidence)
    meant = [place for place in group if _is_literal(place) == is_literal]
    name = (one_line(meant[0].span.surface) if _is_unsure(group) else "") or _name(best)
    notes = [f"{len(meant)} times"] if len(meant) > 1 else []
    if more := len(group) - len(meant):
        if len(group) == 2:
            notes.append(f"also {_ASSOCIATIVE}")
        else:
            notes += [*([] if notes else ["once"]), f"{_ASSOCIATIVE}, {'once' if more == 1 else f'{more} times'}"]
    if wordings := quote_wordings((place.span for place in meant), known=(name,)):
        notes.append(f"called {wordings.removesuffix(times_sign(len(meant)))}")  # all of them by one name: told once
    if relations := quote_phrases(_related(place, name) for place in meant):
        notes.append(relations)
    spans = tuple(sorted(place.span for place in group))
    ids = tuple(place.id for place in group)
    country = _country(best, name)
    if best.lat is None and not best.country:
        return RowView(name, spans, "not located", tuple(notes), ids=ids)
    if _is_unsure(group):
        perhaps = f"perhaps {country}" if country else "unsure which is meant"
        return RowView(name, spans, perhaps, tuple(notes), ids=ids)
    around = ", ".join(part for part in (_region(best, name), country) if part)
    return RowView(name, spans, around, tuple(notes), _coordinates(best), ids=ids)


def _related(place: Place, name: str) -> str:
    """How something lies to a place: "near Kyiv"; "" where it is in it."""
    relation = one_line(place.relation.surface) if place.relation else ""
    return f"{relation[0].lower()}{relation[1:]} {name}" if relation else ""


def _region(place: Place, name: str) -> str:
    """The region, where it says more than the place's own name: not of "Kyiv" that it lies in "Kyiv City"."""
    region = one_line(place.region or "")
    own, other = name.casefold(), region.casefold()
    return "" if own.startswith(other) or other.startswith(own) else region


def _country(place: Place, name: str) -> str:
    if not place.country:
        return ""
    country = load_country_names().get(place.country) or one_line(place.country)
    return "" if country.casefold() == name.casefold() else country


def _coordinates(place: Place) -> str:
    """Two numbers with their directions: "50.45° N, 30.52° E"."""
    if place.lat is None or place.lon is None:
        return ""
    return (
        f"{abs(place.lat):.2f}° {'S' if place.lat < 0 else 'N'}, {abs(place.lon):.2f}° {'W' if place.lon < 0 else 'E'}"
    )
