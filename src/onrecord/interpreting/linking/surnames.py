"""Surnames of people whom the article names in full, where coreference left them apart."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, PRONOUN
from onrecord.interpreting.linking.likeness import surname
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.referring import HE, SHE
from onrecord.vocabulary.titles import ABBREVIATED, OFFICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_BEFORE_NAMES = OFFICES | ABBREVIATED | frozenset("actor actress comedian miss rapper singer".split())
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


def join_bearers(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, people whom nobody knows and who are called by a surname made one with its only bearer, named anywhere.

    Coreference looks back alone: of "Lind said" in a caption and "Mara Lind" below it made two. So it did of "Actress
    Mara Lind" and "Mara Lind".
    """
    names = [_names(view, one) for one in found]
    bearers: dict[str, set[int]] = defaultdict(set)
    for at, some in enumerate(names):
        for words in some:
            if len(words) > 1:
                bearers[words[-1]].add(at)
    into: dict[int, int] = {}
    for at, (one, some) in enumerate(zip(found, names, strict=True)):
        if one.link.entry is None and some:
            among = _called_so(names, at, bearers.get(next(iter(some))[-1], set()) - {at})
            meant = next(iter(among)) if len(among) == 1 else at
            is_aged = all(len(words) == 1 for words in some) and view.wording.has_age(one.chain)
            is_open = meant not in (at, *into) and not is_aged and found[meant].link.entry is None
            if is_open and _are_of_one_sex(one, found[meant]):
                into[at] = meant
    more: dict[int, list[FoundMention]] = defaultdict(list)
    for at, meant in into.items():
        more[meant] += found[at].mentions
    return [
        replace(one, mentions=(*one.mentions, *more[at])) if at in more else one
        for at, one in enumerate(found)
        if at not in into
    ]


def _names(view: View, one: Found) -> set[tuple[str, ...]]:
    """A person's names, each as folded words without a title."""
    if not one.chain.is_named or one.chain.kind != "person":
        return set()
    return {words for name in view.names_of(one.chain, only_people=True) if (words := _untitled(fold(name).split()))}


def _untitled(words: Sequence[str]) -> tuple[str, ...]:
    start = next((at for at, word in enumerate(words) if word not in _BEFORE_NAMES), len(words) - 1)
    return tuple(words[max(0, start) :])


def _called_so(names: Sequence[set[tuple[str, ...]]], at: int, among: set[int]) -> set[int]:
    """Of those with a surname the ones whom the names of another may mean: a surname all, a full name those with it."""
    own = max(names[at], key=len)
    if len(own) == 1:
        return among if len({words[-1] for words in names[at]}) == 1 else set()
    return {other for other in among if other < at and own in names[other]}


def _are_of_one_sex(one: Found, other: Found) -> bool:
    """Whether no pronouns tell that two people are of different sexes."""
    told = [{word for m in some.mentions if m.form == PRONOUN for word in m.words} for some in (one, other)]
    return not any(told[i] & HE and told[1 - i] & SHE for i in (0, 1))
