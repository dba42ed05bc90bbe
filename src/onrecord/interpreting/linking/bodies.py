"""Countries and bodies: which of those that bear a name an article means."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.knowledge.entries import Body, Country
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.sport import SPORTS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.interpreting.linking.scene import Scene
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.office_names import OfficeNames
    from onrecord.records import Place

_COMMON = 3  # a word in the names of bodies of so many countries is a word of the language
_SURE, _LIKELY, _THIN = 0.97, 0.9, 0.8
_FAR_AHEAD = 2.0
_LEAST_OF_NAMESAKES = 0.1  # there are more Labor Parties than the tables know
_HALF = 0.5
_SHORT = 3  # letters of words that tell nothing
_ANY_BODYS = frozenset("international national united with from union front party democratic people".split())
_ENOUGH = 0.2  # of what an article says of countries
# Countries that share a name with a region or a well-known town of others.
ALSO = {
    **dict.fromkeys(("CUB", "GEO", "JAM", "JOR", "LBN", "NOR", "PAN", "PER", "POL"), ("USA",)),
    "AZE": ("IRN",),
    "BEN": ("NGA",),
    "DMA": ("DOM",),
    "GRD": ("ESP",),
    "IRL": ("GBR",),
    "LUX": ("BEL",),
    "MDA": ("ROU",),
    "MEX": ("PHL", "USA"),
    "MKD": ("GRC",),
    "MNG": ("CHN",),
    "NER": ("NGA",),
}


@lru_cache(maxsize=1)  # a process has one knowledge base, and going through it takes as long as linking an article
def _lands_of_word(knowledge: Knowledge) -> Mapping[str, set[str]]:
    """By word, the countries whose bodies have it in their names; a body of no country counts for itself."""
    found: dict[str, set[str]] = defaultdict(set)
    for body in knowledge.bodies.values():
        for name in (body.name, *body.aliases):
            for word in fold(name).split():
                found[word].add(body.country or body.id)
    return found


def _told(bodies: Sequence[Body], scene: Scene) -> Sequence[Body]:
    """Of bodies that share a name those of whose other names the article has half the words: which "ICC" has a court.

    Where it has none, bodies of sport are left out of all but the sports pages, where they alone are meant.
    """
    if len(bodies) == 1:
        return bodies
    told = [body for body in bodies if any(_is_told(name, scene) for name in (body.name, *body.aliases))]
    if told:
        return told
    fit = [body for body in bodies if scene.is_sport == (not SPORTS.isdisjoint(fold(body.name).split()))]
    return fit or bodies


def _is_told(name: str, scene: Scene) -> bool:
    """Whether an article has half the words and more of a body's name that tell it from others."""
    own = {word for word in fold(name).split() if len(word) > _SHORT} - _ANY_BODYS
    return " " in name and bool(own) and len(own & scene.words) >= _HALF * len(own)


class BodyFinder:
    """Finds countries and bodies by name, in one knowledge base."""

    def __init__(self, names: OfficeNames) -> None:
        self._names = names
        self._knowledge = names.knowledge

    def is_common(self, name: str) -> bool:
        """Whether a name is made of words that bodies of many countries have in theirs: "the Labour Party"."""
        lands = _lands_of_word(self._knowledge)
        return all(len(lands.get(word, ())) >= _COMMON for word in fold(name).split() if word != "the")

    def find(self, name: str, scene: Scene, place: Place | None) -> tuple[Country | Body, float] | None:
        """The country or body of a name, and how surely; None where there is none or several fit.

        Args:
            place: the toponym at the name's words, where it is one.
        """
        found = [entry for entry in self._knowledge.find(name) if isinstance(entry, (Country, Body))]
        countries = [entry for entry in found if isinstance(entry, Country)]
        if countries:
            return self._country(countries, name, scene, place)
        bodies = [entry for entry in found if isinstance(entry, Body)]
        return self._body(_told(bodies, scene), name, scene, place) if bodies else None

    def _country(
        self, countries: Sequence[Country], name: str, scene: Scene, place: Place | None
    ) -> tuple[Country | Body, float] | None:
        """Of several countries of a name the one of which the article tells in other words; else the place's.

        Towns and regions are called like countries. Where the article tells of one's country and of the other not at
        all, it is no country; where it tells of neither, the name alone is not sure.
        """
        is_shared = len(countries) > 1
        if is_shared:
            told = sorted(countries, key=lambda country: -scene.weight_beside(name, country.code))
            first, second = (scene.weight_beside(name, country.code) for country in told[:2])
            if first and first >= _FAR_AHEAD * second:
                return told[0], _LIKELY
        if place is not None and place.country is not None:
            countries = [country for country in countries if country.code == place.country]
        if len(countries) != 1:
            return None
        told_of = scene.weight_beside(name, countries[0].code)
        of_other = max((scene.weight_beside(name, other) for other in ALSO.get(countries[0].code, ())), default=0.0)
        if of_other and not told_of and " " not in name:  # North Macedonia is no region of Greece
            return None
        return countries[0], _THIN if is_shared else _SURE if told_of > of_other else _LIKELY

    def _body(
        self, bodies: Sequence[Body], name: str, scene: Scene, place: Place | None
    ) -> tuple[Country | Body, float] | None:
        if len(bodies) == 1:
            body = bodies[0]
            if not body.country:
                return body, _SURE if " " in name else _LIKELY
            if scene.weight_beside(name, body.country) or body.country in scene.titled:
                return body, _SURE if scene.share(body.country) >= _ENOUGH and " " in name else _LIKELY
            is_nickname = " " not in name and name.endswith("s") and fold(name) != fold(body.name)
            is_initials = name.isupper() and body.type in ("armed_group", "ngo")
            if scene.shares and (
                (self.is_common(name) and place is None) or is_nickname or is_initials or body.type == "party"
            ):
                return None  # "the Tigers" of no article on Sri Lanka, the rebels "EMC" of one on a company
            return body, _LIKELY if " " in name else _THIN
        ranked = sorted(bodies, key=lambda body: -scene.share(body.country))
        first, second = scene.share(ranked[0].country), scene.share(ranked[1].country)
        if first >= _LEAST_OF_NAMESAKES and first >= _FAR_AHEAD * second:
            return ranked[0], _LIKELY if not second else _THIN
        everywhere = [body for body in bodies if not body.country]
        return (everywhere[0], _THIN) if len(everywhere) == 1 and not first else None
