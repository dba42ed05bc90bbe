"""Pronouns that coreference left alone, and heads of what "its" means: told by what stands in the sentences before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.links import describe
from onrecord.interpreting.linking.officeholders import find_holder
from onrecord.knowledge.holding import rank
from onrecord.knowledge.periods import has_begun
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.referring import HE, SHE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View

_ALONE, _HEADS, _KIN = 0.8, 0.8, 0.8
_LED = 2  # ranks below this are heads of state and government
_SEVERAL = 0.5


def link_pronouns(view: View, found: Sequence[Found]) -> list[Found]:
    """The same, with "she" linked to the only one of whom was told before, and "its governor" to who that is."""
    return [
        replace(one, link=link) if one.link.entry is None and (link := _meant(view, one, found)) else one
        for one in found
    ]


def _meant(view: View, one: Found, found: Sequence[Found]) -> Link | None:
    if one.chain.is_named or not one.mentions:
        return None
    if all(mention.form == PRONOUN and mention.words[0] in HE | SHE for mention in one.mentions):
        return _antecedent(view, min(mention.first for mention in one.mentions), one.mentions, found)
    described = [mention for mention in one.mentions if mention.form == NOMINAL]
    told = (_head(view, mention, found) or _father(view, mention, found) for mention in described)
    return next(filter(None, told), None)


def _father(view: View, mention: FoundMention, found: Sequence[Found]) -> Link | None:
    """The father of a linked person, who led the country before: "his father", where the younger Bush is spoken of."""
    if mention.words[0] not in HE | SHE or mention.words[1:] not in (("father",), ("late", "father")):
        return None
    child = _antecedent(view, mention.first, (), found)
    person = view.knowledge.people.get(child.entry or "") if child is not None else None
    if person is None or not view.scene.day:
        return None
    surname = fold(person.name).split()[-1]
    parents = [
        other
        for other in view.knowledge.find_people(surname)
        if other.id != person.id and other.country == person.country and fold(other.name).split()[-1] == surname
        if any(
            rank(view.knowledge.offices[term.office]) < _LED and has_begun(term.start, view.scene.day)
            for term in view.knowledge.offices_of.get(other.id, ())
        )
    ]
    return describe(view.knowledge, parents[0], view.scene.day, _KIN) if len(parents) == 1 else None


def _antecedent(view: View, first: int, own: Sequence[FoundMention], found: Sequence[Found]) -> Link | None:
    """The only person of the sentence of a pronoun and of the one before; none where any other may be meant.

    Args:
        view: the article.
        first: the pronoun's word.
        own: all mentions of its chain.
        found: the article's chains.
    """
    start = view.wording.sentence_start(view.wording.sentence_start(first) - 1)
    near = [other for other in found if other.mentions != own and _has_person(other, start, first)]
    if len(near) != 1 or not near[0].chain.is_named or near[0].link.kind != "person" or not near[0].link.entry:
        return None
    said = {mention.words[0] for mention in (*own, *near[0].mentions) if mention.form == PRONOUN}
    return None if said & HE and said & SHE else replace(near[0].link, confidence=_ALONE)


def _has_person(one: Found, start: int, end: int) -> bool:
    """Whether a single person is mentioned within a range of words, by name or by a description."""
    is_several = one.chain.plural > _SEVERAL and not one.chain.is_named
    if is_several or "person" not in (one.chain.kind, one.link.kind):
        return False
    near = [mention for mention in one.mentions if start <= mention.first < end and mention.form in (NAME, NOMINAL)]
    return any(mention.kind == "person" or one.link.kind == "person" for mention in near)


def _head(view: View, mention: FoundMention, found: Sequence[Found]) -> Link | None:
    """Who heads the only body or country that the sentence names before "its governor", or the sentence before it."""
    if view.wording.lower[mention.first] != "its":
        return None
    named = view.names.parse(view.wording.description(mention))
    if named.is_former or named.subjects or not named.title:
        return None
    start = view.wording.sentence_start(mention.first)
    for first, last in ((start, mention.first), (view.wording.sentence_start(start - 1), start)):
        owners = set(_owners(found, first, last))
        if owners:
            break
    offices = view.names.called(named.title, owners.pop()) if len(owners) == 1 else ()
    held = find_holder(view.names, view.scene, replace(named, offices=offices)) if offices else None
    return describe(view.knowledge, held[0], view.scene.day, _HEADS) if held else None


def _owners(found: Sequence[Found], first: int, last: int) -> Iterator[str]:
    """Ids of the bodies, and codes of the countries, that a range of words names."""
    for one in found:
        link = one.link
        is_named = any(mention.form == NAME and first <= mention.first < last for mention in one.mentions)
        if link.entry and link.kind != "person" and is_named:
            yield (link.country or "") if link.is_country or link.is_government else link.entry
