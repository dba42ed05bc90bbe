"""Capitals that stand for who governs there: "Moscow launched", "Brussels accused the company"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.interpreting.linking.acting import is_met, speaks
from onrecord.interpreting.linking.likeness import is_called
from onrecord.interpreting.linking.links import GOVERNMENT, Link, describe
from onrecord.knowledge.holding import rank
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.sport import VERBS

if TYPE_CHECKING:
    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View

UNION = "eu"  # Brussels that acts is the Union, where the article does not speak of Belgium
_ITS_SEAT = "BEL"
_ACTING, _SHARED = 0.9, 0.85
_OF_IT = 0.5  # of what an article says of countries
_HEADS = 2  # ranks below it are of heads of state and government


def acting_capital(view: View, mention: FoundMention) -> Link | None:
    """The country whose capital acts for it in these words, or the European Union; None where none does."""
    wording = view.wording
    first, last = wording.bounds(mention)
    starts = (int(wording.tokens.starts[at]) for at in (first, mention.first))  # "The Hague", with its article
    place = next(filter(None, map(view.scene.place_at, starts)), None)
    acts = place is not None and (place.use == "associative" or speaks(mention, wording) or is_met(mention, wording))
    if place is None:
        return _unplaced(view, mention)
    if not acts:
        return None
    if view.scene.is_sport and wording.does(mention, VERBS):
        return None
    if wording.is_on_way(mention) or wording.is_town(mention) or wording.is_site(mention) or wording.is_still(mention):
        return None
    name = wording.surface(first, last)
    if name.isupper():  # of a dateline
        return None
    fit = [one for one in view.knowledge.countries_of_capital(name) if one.code == place.country]
    if len(fit) != 1 or fold(fit[0].name) == fold(name):
        return None
    if not view.scene.weight_beside(name, fit[0].code) and _is_leaders(view, name):
        return None
    union = view.knowledge.bodies.get(UNION)
    if fit[0].code == _ITS_SEAT and union is not None and not view.scene.weight_beside(name, _ITS_SEAT):
        return describe(view.knowledge, union, view.scene.day, _SHARED)
    link = describe(view.knowledge, fit[0], view.scene.day, _ACTING)
    return replace(link, kind="organization", sector=GOVERNMENT)


def _is_leaders(view: View, name: str) -> bool:
    """Whether someone of that surname leads a country that the article is about: Muscat, in one on Malta."""
    knowledge, day = view.knowledge, view.scene.day
    return day is not None and any(
        rank(knowledge.offices[term.office]) < _HEADS and view.scene.share(knowledge.offices[term.office].of)
        for person in knowledge.find_people(fold(name))
        if is_called(person, name)
        for term in knowledge.held(person.id, day)
    )


def _unplaced(view: View, mention: FoundMention) -> Link | None:
    """The country of a capital that speaks and that was taken for a person: "Bonn would say only"."""
    if not speaks(mention, view.wording):
        return None
    fit = view.knowledge.countries_of_capital(view.wording.surface(*view.wording.bounds(mention)))
    if len(fit) != 1 or view.scene.share(fit[0].code) < _OF_IT:
        return None
    link = describe(view.knowledge, fit[0], view.scene.day, _SHARED)
    return replace(link, kind="organization", sector=GOVERNMENT)


def is_union(view: View, chain: Chain, name: str) -> bool:
    """Whether a name is Brussels that acts for the European Union."""
    if all(one.code != _ITS_SEAT for one in view.knowledge.countries_of_capital(name)):
        return False
    links = (acting_capital(view, mention) for mention in chain.mentions)
    return any(link is not None and link.entry == UNION for link in links)
