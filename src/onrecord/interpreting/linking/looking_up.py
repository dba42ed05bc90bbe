"""Looking up a chain: by its names, or by the office that it is described with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, Chain
from onrecord.interpreting.linking.actors import told_sectors
from onrecord.interpreting.linking.bodies import BodyFinder
from onrecord.interpreting.linking.links import Link, describe, describe_government
from onrecord.interpreting.linking.officeholders import find_holder
from onrecord.interpreting.linking.people import choose_person

if TYPE_CHECKING:
    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.view import View
    from onrecord.knowledge.entries import Person
    from onrecord.records import Place

_SEVERAL = 0.5
_MAY_BE_PERSON = 0.2
_LEAST_POINTS, _LEAST_LEAD = 2.0, 0.8
_BY_POINTS = ((4.5, 0.98), (3.6, 0.95), (2.8, 0.88), (0.0, 0.78))
_UNCLEAR_LEAD, _UNCLEAR = 1.5, 0.85
_NAME_ALONE = 0.9  # others are called so too, where no office says who it is


class LookUp:
    """Looks up the chains of one article."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._bodies = BodyFinder(view.names)

    def find(self, chain: Chain) -> Link:
        """What is known of a chain: its entry, or nothing."""
        if not chain.is_named:
            return self._described(chain)
        if chain.kind == "person" and chain.plural < _SEVERAL:
            return self._person(chain) or self._body(chain, lone=True) or Link()
        link = self._body(chain)
        if link is None and chain.kinds[0] > _MAY_BE_PERSON and chain.plural < _SEVERAL:
            link = self._person(chain)
        return link or Link()

    def _person(self, chain: Chain) -> Link | None:
        names = self._view.names_of(chain, only_people=True)
        full = [name for name in names if len(name.split()) > 1]
        phrases = list(self._view.wording.descriptions(chain))
        described = [self._view.names.parse(phrase) for phrase in phrases if phrase]
        sectors = told_sectors(self._view.names, phrases, self._view.scene.day)
        for name in full or names:
            chosen = choose_person(self._view.names, self._view.scene, name, described, sectors=sectors)
            if chosen is None:
                continue
            if chosen.points < _LEAST_POINTS or chosen.lead < _LEAST_LEAD:
                return None
            confidence = next(sure for least, sure in _BY_POINTS if chosen.points >= least)
            if chosen.lead < _UNCLEAR_LEAD:
                confidence = min(confidence, _UNCLEAR)
            if not chosen.is_told:
                confidence = min(confidence, _NAME_ALONE)
            return describe(self._view.knowledge, chosen.person, self._view.scene.day, confidence)
        return None

    def _body(self, chain: Chain, *, lone: bool = False) -> Link | None:
        """The country or body of a chain's names, the fullest first; `lone`: it may as well be a person."""
        names = self._view.names_of(chain)
        for short, long in self._view.introduced.items():
            if short in names:
                names = [long, *names]
        full = [name for name in names if len(name.split()) > 1]
        for name in names:
            if full and name not in full and (lone or name.isupper()):
                return None  # a surname, or an acronym whose full name is not the known one's
            place = self._view.place_of(chain, name)
            codes = self._view.knowledge.countries_of_seat(name)
            if len(codes) == 1 and not self._is_building(chain, place):
                return describe_government(codes[0])
            found = self._bodies.find(name, self._view.scene, place)
            if found is not None:
                entry, confidence = found
                return describe(self._view.knowledge, entry, self._view.scene.day, confidence)
            if lone and name in full:
                return None
        return None

    def _is_building(self, chain: Chain, place: Place | None) -> bool:
        """Whether a seat is but the building in all that the article says of it: "below the walls of the Kremlin"."""
        if place is None or place.use != "literal":
            return False
        return all(self._view.wording.is_where(mention) for mention in chain.mentions if mention.form == NAME)

    def _described(self, chain: Chain) -> Link:
        """The holder of the office that a chain without a name is described with, or a body that is called so."""
        for mention in chain.mentions:
            name = self._view.wording.surface(*self._view.wording.bounds(mention))
            if mention.form == NOMINAL and name[:1].isupper():
                found = self._bodies.find(name, self._view.scene, None)
                if found is not None:
                    return describe(self._view.knowledge, found[0], self._view.scene.day, found[1])
        if chain.kind != "person" or chain.plural > _SEVERAL:
            return Link()
        for mention in chain.mentions:
            if mention.form == NOMINAL and mention.kind == "person" and self._view.wording.is_definite(mention):
                held = self._holder(mention)
                if held is not None:
                    return describe(self._view.knowledge, held[0], self._view.scene.day, held[1])
        return Link()

    def _holder(self, mention: FoundMention) -> tuple[Person, float] | None:
        named = self._view.names.parse(self._view.wording.description(mention))
        return find_holder(self._view.names, self._view.scene, named)
