"""Towns that coreference took for people: "the attacker in Nice … he" is no man called Nice."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME
from onrecord.interpreting.linking.merging import make_chain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View

_LEAST = 0.5  # of a name's mentions stand behind "in" or "near"
_ACRONYM = 4  # letters; longer ones in capitals at the beginning of an article are datelines
_PLACE = np.array([kind == "place" for kind in KINDS], np.float32)


def part_towns(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains; where a person's only names are a town's, the town is one and who was meant with it another."""
    return [part for chain in chains for part in _parts(view, chain)]


def _parts(view: View, chain: Chain) -> Iterator[Chain]:
    names = [mention for mention in chain.mentions if mention.form == NAME]
    others = [mention for mention in chain.mentions if mention.form != NAME]
    if chain.kind != "person" or not names or not others or not _are_of_a_town(view, names):
        yield chain
        return
    yield replace(make_chain(names), kinds=_PLACE)
    yield make_chain(others)


def _are_of_a_town(view: View, names: Sequence[FoundMention]) -> bool:
    """Whether all of these are toponyms with one place on the map, without a title, and mostly stand as places do."""
    places = [view.scene.place_at(int(view.wording.tokens.starts[mention.first])) for mention in names]
    if any(place is None or place.geonames is None for place in places):
        return False
    if len({place.geonames for place in places if place is not None}) != 1:
        return False
    if any(view.wording.title(mention) for mention in names):
        return False
    return sum(_stands_as_place(view, mention) for mention in names) >= _LEAST * len(names)


def _stands_as_place(view: View, mention: FoundMention) -> bool:
    """Whether a toponym stands behind "in" or "near", in a dateline, or as a country's adjective before a noun."""
    name = view.wording.surface(*view.wording.bounds(mention))
    if view.wording.is_where(mention) or (mention.first == 0 and name.isupper() and len(name) > _ACRONYM):
        return True
    return bool(view.knowledge.countries_of_adjective(name)) and view.wording.goes_on(mention)
