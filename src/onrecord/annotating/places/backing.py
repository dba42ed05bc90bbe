"""Backing: whether the rest of an article speaks for the small town that a name is taken for.

Half a million names of small towns are in the gazetteer, and so is nearly every word by chance. An article that means
such a town names its country, its region or a neighbour too.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.places.nets import Net
from onrecord.vocabulary.places import load_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotating.places.resolving import Resolved
    from onrecord.knowledge.gazetteer import Sense

# People of a town that needs no backing. Of smaller ones without any, 6 of 39 mentions in GeoWebNews were right, and of
# larger ones 5 of 9; with it .87 and .97.
_LARGE = 100_000
# What this leaves of the confidence. Of towns by another name than their own where only the country is named, 1 of 5
# different ones in GeoWebNews and the news of the dev data were right.
_OTHER_NAME, _NONE = 0.5, 0.25


def back(resolved: Sequence[Resolved], held: Mapping[int, frozenset[int]]) -> list[Resolved]:
    """The toponyms with what backs each, and without those that nothing makes a place.

    A name that some small town bears beside its own means no place that is known, where nothing backs it.

    Args:
        held: by first word, the senses of those that the text puts inside another.
    """
    told = {one.toponym.key for one in resolved if one.toponym.first in held}
    countries: dict[str, set[str]] = {}
    for one in resolved:
        if one.sense and one.sense.country and (_is_known(one.sense) or one.toponym.key in told):
            countries.setdefault(one.sense.country, set()).add(one.toponym.key)
    towns = {one.toponym.key: one.sense for one in resolved if one.sense and _is_town(one.sense)}
    net = Net((key, town) for key, town in towns.items() if town.named == "name")
    unlike = load_words().common | load_words().people | load_words().others
    famous = load_words().famous
    backed = []
    for one in resolved:
        key, sense = one.toponym.key, one.sense
        if key in famous and key not in told and (sense is None or countries.get(sense.country or "", set()) <= {key}):
            continue  # "a Batman film", "the Luxor", where the article does not speak of Turkey or Egypt
        if sense is None or _is_known(sense) or key in told or net.has_near(sense, key):
            backed.append(one)
        elif not countries.get(sense.country or "", set()) <= {key}:
            if key not in unlike:
                backed.append(replace(one, backing=_OTHER_NAME) if sense.named == "alias" else one)
        elif sense.named == "alias":
            backed.append(replace(one, sense=None, lead=0.0))
        elif key not in unlike:
            backed.append(replace(one, backing=_NONE))
    return backed


def _is_known(sense: Sense) -> bool:
    """Whether a place is one that news names without saying where it is."""
    return not _is_town(sense) or sense.noted or (sense.population > _LARGE and sense.named == "name")


def _is_town(sense: Sense) -> bool:
    return sense.kind == "town"
