"""Moving: mentions that mean another entry than the chain that coreference put them into."""

from __future__ import annotations

import operator
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.acting import HAVING, speaks
from onrecord.interpreting.linking.bodies import BodyFinder
from onrecord.interpreting.linking.capitals import acting_capital
from onrecord.interpreting.linking.likeness import is_called
from onrecord.interpreting.linking.links import Found, Link, describe
from onrecord.interpreting.linking.merging import make_chain
from onrecord.interpreting.linking.officeholders import find_holder
from onrecord.interpreting.linking.people import choose_person
from onrecord.knowledge.entries import Body, Country
from onrecord.knowledge.holding import rank
from onrecord.knowledge.periods import had_surely_ended, has_begun
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View
    from onrecord.knowledge.entries import Person, Term
    from onrecord.knowledge.office_names import NamedOffice

_AGES = frozenset({"elder", "younger"})
_HEADS, _TWO = 2, 2  # ranks below it are of heads of state and government; people
_SEVERAL = 0.5
_LEAST_LEAD = 0.8
_ACTING, _OTHER, _SHARED = 0.9, 0.88, 0.85


class Mover:
    """Moves the mentions of one article."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._bodies = BodyFinder(view.names)
        self._ends: set[str] = set()  # last words of bodies that are not known: of "Sporting Lisbon"

    def move(self, found: Sequence[Found]) -> list[Found]:
        """Chains without the mentions that mean another entry, and these as chains of their own."""
        inside = self._modifiers(one.chain for one in found)
        for one in found:
            if one.link.entry is None and one.chain.kind == "organization":
                self._ends |= {name.split()[-1] for name in self._view.names_of(one.chain) if " " in name}
        kept, moved = [], []
        for one in found:
            mentions = []
            for mention in one.mentions:
                new = self._meant(mention, one, is_modifier=mention.head in inside)
                if new is None or new.entry == one.link.entry:
                    mentions.append(mention)
                else:
                    moved.append(Found((mention,), make_chain([mention]), new))
            kept.append(Found(tuple(mentions), one.chain, one.link))
        return kept + moved

    def _meant(self, mention: FoundMention, one: Found, *, is_modifier: bool) -> Link | None:
        """What a mention surely means by itself, or None."""
        if mention.form == NAME:
            name = self._view.wording.surface(*self._view.wording.bounds(mention))
            if one.link.kind == "organization" and mention.kind == "person" and self._view.wording.title(mention):
                return self._titled(mention)
            is_modifier |= name in self._ends and not speaks(mention, self._view.wording)
            acting = None if is_modifier else acting_capital(self._view, mention)
            is_person = "person" in (one.chain.kind, one.link.kind)
            if acting is None and is_person and (of_two := self._of_two(mention)) is not None:
                return of_two
            if acting is None and one.link.kind == "person":
                return self._other_bearer(mention, one) or self._body_among(mention, name)
            return acting or self._own_country(mention, one.link) or self._other_body(mention, one.link)
        if mention.form != NOMINAL:
            return None
        if one.link.is_country and mention.kind == "person":
            return self._official(mention)
        if _holds_another(mention, one) or self._is_predecessor(mention, one.link):
            return Link()  # "her predecessor" is not she, and "the former president" not who is one now
        if one.chain.kind == "person" and (one.chain.is_named or one.link.kind == "person"):
            return self._other_holder(mention, one.link)
        return Link() if one.link.kind == "organization" and self._is_of_another(mention, one.link) else None

    def _own_country(self, mention: FoundMention, link: Link) -> Link | None:
        """The country that a mention names, where its chain is a body of it: "U.S." and "U.S. Military"."""
        name = self._view.wording.surface(*self._view.wording.bounds(mention))
        if not link.entry or link.is_country or fold(name) in link.names:
            return None
        known = self._view.knowledge.find(name) or self._view.knowledge.countries_of_adjective(name)
        if len(known) != 1 or not isinstance(known[0], Country) or known[0].code != link.country:
            return None
        return describe(self._view.knowledge, known[0], self._view.scene.day, _ACTING)

    def _other_body(self, mention: FoundMention, link: Link) -> Link | None:
        """The body that a mention names, where its chain is another: the Social Democrats, of the Free Democrats."""
        name = self._view.wording.surface(*self._view.wording.bounds(mention))
        if link.kind != "organization" or link.is_country or link.is_government or " " not in name:
            return None
        known = [entry for entry in self._view.knowledge.find(name) if isinstance(entry, Body)]
        if not known or any(entry.id == link.entry for entry in known):
            return None
        found = self._bodies.find(name, self._view.scene, None)
        return describe(self._view.knowledge, found[0], self._view.scene.day, found[1]) if found else Link()

    def _body_among(self, mention: FoundMention, name: str) -> Link | None:
        """The body that a mention names in a person's chain: the Congress party, where its rival is spoken of."""
        known = self._view.knowledge.find(name) if " " in name and mention.kind == "organization" else ()
        if not known or not all(isinstance(entry, Body) for entry in known):
            return None
        found = self._bodies.find(name, self._view.scene, None)
        return describe(self._view.knowledge, found[0], self._view.scene.day, found[1]) if found else Link()

    def _is_of_another(self, mention: FoundMention, link: Link) -> bool:
        """Whether a description is of another country than the body that its chain is: "the Iranian army"."""
        named = self._view.names.parse(self._view.wording.description(mention))
        codes = [one for one in named.subjects if one in self._view.knowledge.countries]
        return bool(link.country) and len(codes) == 1 and codes[0] != link.country

    def _titled(self, mention: FoundMention) -> Link | None:
        """The person whom a mention with a title names, in a chain that is a body's: "President Hadi"."""
        named = self._view.names.parse(self._view.wording.title(mention))
        chosen = choose_person(self._view.names, self._view.scene, self._view.wording.name(mention), [named])
        if chosen is None or not chosen.is_told or chosen.lead < _LEAST_LEAD:
            return Link()
        return describe(self._view.knowledge, chosen.person, self._view.scene.day, _OTHER)

    def _official(self, mention: FoundMention) -> Link | None:
        """Who "the army chief" is, in a chain that is a country's: the holder of the office, or nobody who is known."""
        named = self._view.names.parse(self._view.wording.description(mention))
        held = find_holder(self._view.names, self._view.scene, named, self._view.countries_near(mention))
        if held is not None and self._view.wording.is_definite(mention):
            return describe(self._view.knowledge, held[0], self._view.scene.day, held[1])
        return Link() if named.title in self._view.names.by_title else None

    def _other_holder(self, mention: FoundMention, link: Link) -> Link | None:
        """The holder of the office that a mention in another's chain tells: with its country, new, or left."""
        if mention.plural > _SEVERAL or not self._view.wording.is_definite(mention):
            return None
        named = self._view.names.parse(self._view.wording.description(mention))
        if not named.offices and not named.is_new and not self._has_left(link, named):
            return None
        held = find_holder(self._view.names, self._view.scene, named, self._view.countries_near(mention))
        if held is None or held[0].id == link.entry:
            return None
        return describe(self._view.knowledge, held[0], self._view.scene.day, held[1])

    def _is_predecessor(self, mention: FoundMention, link: Link) -> bool:
        """Whether a description tells that an office was left which the linked person holds, and took only once."""
        day, named = self._view.scene.day, self._view.names.parse(self._view.wording.description(mention))
        if day is None or not named.is_former or link.kind != "person" or not link.entry:
            return False
        called = {office.id for office in named.offices or self._view.names.by_title.get(named.title, ())}
        terms = [term for term in self._view.knowledge.offices_of.get(link.entry, ()) if term.office in called]
        begun = [term for term in terms if has_begun(term.start, day)]
        return bool(begun) and not any(had_surely_ended(term.end, day) for term in begun)

    def _has_left(self, link: Link, named: NamedOffice) -> bool:
        """Whether a linked person held an office that is called so, and holds none such on the article's day."""
        day = self._view.scene.day
        if day is None or link.kind != "person" or not link.entry:
            return False
        called = {office.id for office in self._view.names.by_title.get(named.title, ())}
        terms = [term for term in self._view.knowledge.offices_of.get(link.entry, ()) if term.office in called]
        return bool(terms) and all(had_surely_ended(term.end, day) for term in terms)

    def _other_bearer(self, mention: FoundMention, one: Found) -> Link | None:
        """The other of that surname who holds the office that a mention gives: "Defence Minister Ivanov".

        Where nobody of it is known to hold that office, but the chain tells another of its bearer, it is someone else:
        "Governor Lind" is not President Lind.
        """
        link = one.link
        day, title, name = self._view.scene.day, self._view.wording.title(mention), self._view.wording.name(mention)
        owners = self._view.lands_of_owner(mention)
        if owners and link.country and link.country not in owners and " " not in name:
            return self._of_owner(name, owners)
        if day is None or " " in name:
            return None
        told_behind = "" if title else next(self._view.wording.apposed(mention), "")
        if not title and not told_behind:
            return None
        named = self._view.names.parse(title or told_behind)
        offices = named.offices or self._view.names.by_title.get(named.title, ())
        told = {office.id for office in offices}
        own = self._view.knowledge.offices_of.get(link.entry or "", ())
        if not told or named.is_former or any(term.office in told and self._may_hold(term, day) for term in own):
            return None
        chosen = choose_person(self._view.names, self._view.scene, name, [named])
        is_other = chosen is not None and chosen.person.id != link.entry and chosen.lead >= _LEAST_LEAD
        if chosen is None or not is_other or not self._holds(chosen.person.id, told, day):
            is_someone_else = bool(title) and any(self._is_titled(other, link, day) for other in one.mentions)
            return Link() if is_someone_else else None
        return describe(self._view.knowledge, chosen.person, day, _OTHER)

    def _holds(self, person: str, offices: Collection[str], day: str) -> bool:
        return any(term.office in offices for term in self._view.knowledge.held(person, day))

    def _is_titled(self, mention: FoundMention, link: Link, day: str) -> bool:
        """Whether a name stands behind the title of an office that the linked person holds."""
        title = self._view.wording.title(mention) if mention.form == NAME else ""
        named = self._view.names.parse(title) if title else None
        offices = (named.offices or self._view.names.by_title.get(named.title, ())) if named else ()
        return self._holds(link.entry or "", {office.id for office in offices}, day)

    def _of_two(self, mention: FoundMention) -> Link | None:
        """Which of the two of a surname who led a country is "the elder Lind", and which "the younger"."""
        knowledge, name = self._view.knowledge, self._view.wording.name(mention)
        told = _AGES.intersection(self._view.wording.lower[max(0, mention.first - 1) : mention.last - 1])
        if not told or " " in name:
            return None
        led: dict[str, list[tuple[str, Person]]] = defaultdict(list)
        for person in knowledge.find_people(fold(name)):
            terms = knowledge.offices_of.get(person.id, ())
            starts = [term.start for term in terms if rank(knowledge.offices[term.office]) < _HEADS]
            if starts and is_called(person, name):
                led[person.country].append((min(starts), person))
        pairs = [sorted(some, key=operator.itemgetter(0)) for some in led.values() if len(some) == _TWO]
        pairs = [pair for pair in pairs if self._view.scene.share(pair[0][1].country)]
        if len(pairs) != 1:
            return None
        return describe(knowledge, pairs[0]["younger" in told][1], self._view.scene.day, _OTHER)

    def _of_owner(self, name: str, owners: tuple[str, ...]) -> Link | None:
        """The bearer of a surname whom the article tells to be of a country: "the South's Kim"."""
        chosen = choose_person(self._view.names, self._view.scene, name, (), owners=owners)
        if chosen is None or not chosen.leads or chosen.lead < _LEAST_LEAD or chosen.person.country not in owners:
            return Link()
        return describe(self._view.knowledge, chosen.person, self._view.scene.day, _OTHER)

    def _may_hold(self, term: Term, day: str) -> bool:
        """Whether a term may run on a day, or began before it where its end is not known."""
        return has_begun(term.start, day) and not had_surely_ended(term.end, day)

    def _modifiers(self, chains: Iterable[Chain]) -> set[int]:
        """Heads of names that stand in front of the noun of a larger mention: "Moscow officials"."""
        heads = set()
        lower = self._view.wording.lower
        ends: dict[int, int] = defaultdict(int)
        starts: set[int] = set()
        for chain in chains:
            for mention in chain.mentions:
                for at in range(mention.first, mention.last):
                    ends[at] = max(ends[at], mention.last)
                starts.add(mention.head)
        for head in starts:
            after = head + 1
            is_inside = after < len(lower) and ends[head] > after and lower[after].isalpha()
            if is_inside and lower[after] not in HAVING:  # an event's argument may be a whole clause
                heads.add(head)
        return heads


def _holds_another(mention: FoundMention, one: Found) -> bool:
    """Whether a description has a pronoun of its own chain in it, and so is of someone else: "her predecessor"."""
    return one.link.entry is not None and any(
        other.form == PRONOUN and mention.first <= other.head < mention.last for other in one.mentions
    )
