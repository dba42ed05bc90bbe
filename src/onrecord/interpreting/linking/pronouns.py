"""Pronouns that coreference left alone, and heads of what "its" means: told by what stands in the sentences before."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.likeness import surname
from onrecord.interpreting.linking.links import describe
from onrecord.interpreting.linking.officeholders import find_holder
from onrecord.knowledge.holding import rank
from onrecord.knowledge.periods import has_begun
from onrecord.vocabulary.referring import HE, OLDER_KIN, SHE, YOUNGER_KIN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.links import Found, Link
    from onrecord.interpreting.linking.view import View
    from onrecord.knowledge.entries import Person

_ALONE, _HEADS, _KIN = 0.8, 0.8, 0.8
_LED = 2  # ranks below this are heads of state and government
_SEVERAL = 0.5
_RELATIVES = frozenset({"father", "husband", "mother", "wife"})  # of whom there is one; sons and brothers are many
_ATTRIBUTES = frozenset({"elder", "late", "older", "younger"})


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
    told = (_head(view, mention, found) or _relative(view, mention, found) for mention in described)
    return next(filter(None, told), None)


def _relative(view: View, mention: FoundMention, found: Sequence[Found]) -> Link | None:
    """The only relative of a linked person who led the country too: "his father", "her late husband"."""
    noun = mention.words[-1]
    if mention.words[0] not in HE | SHE or noun not in _RELATIVES or not _ATTRIBUTES.issuperset(mention.words[1:-1]):
        return None
    kin = _whose(mention, found) or _antecedent(view, mention.first, (), found)
    person = view.knowledge.people.get(kin.entry or "") if kin is not None else None
    if person is None or not view.scene.day:
        return None
    began = _began(view, person)
    related = [
        other
        for other in view.knowledge.find_people(surname(person))
        if other.id != person.id and other.country == person.country and surname(other) == surname(person)
        if (start := _began(view, other)) is not None and has_begun(start, view.scene.day)
        if noun not in OLDER_KIN or began is None or start < began
        if noun not in YOUNGER_KIN or began is None or start > began
    ]
    return describe(view.knowledge, related[0], view.scene.day, _KIN) if len(related) == 1 else None


def _whose(mention: FoundMention, found: Sequence[Found]) -> Link | None:
    """The person whom the pronoun means that a description begins with."""
    owners = (one.link for one in found for own in one.mentions if own.form == PRONOUN and own.first == mention.first)
    return next((link for link in owners if link.kind == "person" and link.entry), None)


def _began(view: View, person: Person) -> str | None:
    """When someone first led a country."""
    terms = view.knowledge.offices_of.get(person.id, ())
    return min((term.start for term in terms if rank(view.knowledge.offices[term.office]) < _LED), default=None)


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
    """Who heads the only body or country that the sentence names before "its governor", or the sentence before it.

    Or that "the agency" of "the agency's director" means.
    """
    told = _owner_told(view, mention, found)
    if told is not None:
        return told
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


def _owner_told(view: View, mention: FoundMention, found: Sequence[Found]) -> Link | None:
    """Who holds the office of a body that a description begins with: "the agency's director", of the IAEA."""
    lower = view.wording.lower
    if "s" not in lower[mention.first : mention.head]:
        return None  # nothing owns it, as in most descriptions
    for one in found:
        for own in one.mentions:
            rest = own.last + len(("'", "s"))
            if (
                own.form != NOMINAL
                or not 0 <= own.first - mention.first <= 1
                or not own.last < mention.head < mention.last
            ):
                continue
            if not one.link.entry or one.link.kind != "organization" or lower[own.last + 1 : rest] != ["s"]:
                continue
            subject = (one.link.country or "") if one.link.is_country else one.link.entry
            named = view.names.parse(view.wording.surface(rest, mention.last))
            offices = view.names.called(named.title, subject)
            held = find_holder(view.names, view.scene, replace(named, offices=offices)) if offices else None
            return describe(view.knowledge, held[0], view.scene.day, _HEADS) if held else None
    return None


def _owners(found: Sequence[Found], first: int, last: int) -> Iterator[str]:
    """Ids of the bodies, and codes of the countries, that a range of words names."""
    for one in found:
        link = one.link
        is_named = any(mention.form == NAME and first <= mention.first < last for mention in one.mentions)
        if link.entry and link.kind != "person" and is_named:
            yield (link.country or "") if link.is_country or link.is_government else link.entry
