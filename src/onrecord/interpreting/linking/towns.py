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
    return sum(map(view.wording.is_where, names)) >= _LEAST * len(names)
