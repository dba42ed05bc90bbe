"""Surnames of people whom the article names in full, where coreference left them apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, PRONOUN
from onrecord.interpreting.linking.likeness import surname
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_SURNAME, _OF_LAND = 0.85, 0.8


def link_surnames(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with who is called by a surname alone linked to the only one whom the article names in full by it.

    Who is told of by an office counts too: with "the secretary of state" in the article "Clinton" is she who is that.
    """
    bearers: dict[str, dict[str, Link | None]] = {}
    for one in found:
        if one.chain.kind == "person":
            for name in view.names_of(one.chain, only_people=True):
                words = fold(name).split()
                if len(words) > 1:
                    bearers.setdefault(words[-1], {})[one.link.entry or name] = one.link if one.link.entry else None
    for one in found:
        if not one.chain.is_named and one.link.kind == "person" and one.link.name and one.link.entry:
            person = view.knowledge.people.get(one.link.entry)
            if person is not None:
                bearers.setdefault(surname(person), {}).setdefault(one.link.entry, one.link)
    linked = [
        replace(one, link=link) if one.link.entry is None and (link := _meant(view, one, bearers)) else one
        for one in found
    ]
    of_land: dict[str, dict[str, Link]] = {}
    for one in linked:
        if one.link.kind == "person" and one.link.entry and one.link.country:
            of_land.setdefault(one.link.country, {})[one.link.entry] = one.link
    return [
        replace(one, link=link) if one.link.entry is None and (link := _of_land(view, one, of_land)) else one
        for one in linked
    ]


def _of_land(view: View, one: Found, of_land: dict[str, dict[str, Link]]) -> Link | None:
    """The only one of an article's people who is of a country: "the Russian" of a meeting of two presidents."""
    if one.chain.kind != "person" or any(mention.form == PRONOUN for mention in one.mentions):
        return None
    words = {view.wording.surface(*view.wording.bounds(mention)) for mention in one.mentions}
    lower = view.wording.lower
    if len(words) != 1 or not all("the" in lower[max(0, m.first - 1) : m.first + 1] for m in one.mentions):
        return None
    word = words.pop()
    lands = view.knowledge.countries_of_adjective(word)
    if len(lands) != 1 or word.endswith("s") or any(view.wording.goes_on(mention) for mention in one.mentions):
        return None
    people = of_land.get(lands[0].code, {})
    link = next(iter(people.values())) if len(people) == 1 else None
    return replace(link, confidence=_OF_LAND) if link else None


def _meant(view: View, one: Found, bearers: dict[str, dict[str, Link | None]]) -> Link | None:
    names = view.names_of(one.chain, only_people=True) if one.chain.is_named and one.chain.kind == "person" else []
    if not names or any(" " in name for name in names) or view.wording.has_age(one.chain):
        return None
    links = bearers.get(fold(names[0]), {})
    link = next(iter(links.values())) if len(links) == 1 else None
    if link is not None and any(_is_anothers(view, mention, link) for mention in one.mentions):
        return None
    return replace(link, confidence=min(link.confidence or _SURNAME, _SURNAME)) if link else None


def _is_anothers(view: View, mention: FoundMention, link: Link) -> bool:
    """Whether a surname has an owner, or an office beside it that the one named in full never held."""
    if mention.form != NAME:
        return False
    if view.lands_of_owner(mention):
        return True
    named = view.names.parse(view.wording.title(mention))
    told = {office.id for office in named.offices or view.names.by_title.get(named.title, ())}
    held = {term.office for term in view.knowledge.offices_of.get(link.entry or "", ())}
    return bool(told) and told.isdisjoint(held)
