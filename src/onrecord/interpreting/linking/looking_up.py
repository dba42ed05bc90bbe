"""Looking up a chain: by its names, or by the office that it is described with."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, Chain
from onrecord.interpreting.linking.actors import noun_sector, told_sectors
from onrecord.interpreting.linking.bodies import ALSO, BodyFinder
from onrecord.interpreting.linking.capitals import UNION, acting_capital, is_union
from onrecord.interpreting.linking.enough import grade, is_enough, is_enough_for_surname
from onrecord.interpreting.linking.likeness import is_called
from onrecord.interpreting.linking.links import Found, Link, describe, describe_government
from onrecord.interpreting.linking.officeholders import find_holder, land_of
from onrecord.interpreting.linking.people import choose_person
from onrecord.interpreting.linking.telling import is_someone, named_behind, speaks_of_american_parties, tells_country
from onrecord.interpreting.linking.view import HALVES
from onrecord.knowledge.entries import Body, Country, Person
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.titles import OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.linking.view import View
    from onrecord.knowledge.office_names import NamedOffice
    from onrecord.records import Place

_SEVERAL = 0.5
_DOUBTFUL = 0.78
_MAY_BE_PERSON, _MAY_BE_SURNAME = 0.2, 0.05
# Offices that any body has, and bodies whose "president" is no country's.
_ANY_BODYS = frozenset({"president", "chairman", "chief", "head", "leader", "secretary general", "director"})
_HEADED = frozenset(
    """
    academy association bank campus charity club college company firm faculty federation foundation hospital institute
    league museum orchestra school society union universities university
    """.split()
)
_PARTICLES = ("al ", "al-", "bin ", "da ", "de ", "del ", "di ", "el-", "la ", "le ", "van ", "von ")
_NATIONS = frozenset({"England", "Scotland", "Wales"})  # teams, that were taken for ministers of these surnames
# Sectors of one world: an aid group may be a body of the United Nations, and is no secret service.
_WORLDS = ("GOV SPY MIL COP JUD LEG", "REB IMG PRM UAF CRM", "NGO UNO IGO EUR SOC", "BUS MNC LAB AGR", "PTY OPP", "JRN")
_WORLD_OF = {sector: world for world in _WORLDS for sector in world.split()}
_PUBLIC = frozenset({"armed_group", "court", "igo", "intelligence", "military", "ministry", "parliament", "police"})
_PRIVATE = frozenset({"association", "band", "chain", "charity", "choir", "club", "company", "firm", "shop", "society"})
# What stands in capitals behind a country's name and is no part of another.
_NOT_OF_NAMES = OFFICES | frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december war
    """.split()
)
_HALF, _OWNED = 0.85, 0.9
_OWN_COUNTRY = re.compile(r"^(?:the )?(?:country|nation|kingdom|republic)['’]s ", re.IGNORECASE)
_NOUNS_OF_BODIES = frozenset("alliance coalition faction group militants militia movement network rebels".split())
_LOCAL = frozenset({"governor", "mayor"})  # titles of offices that the tables have few of
_PEERS = frozenset({"lord", "lady", "baron", "baroness", "viscount", "earl"})
_SURE_PLACE = 0.8
_YOUNGEST = 22  # years, at which people take the offices of countries; parties were led by younger ones
_NAME_ALONE = 0.9  # others are called so too, where no office says who it is, or the article has two of that surname


class LookUp:
    """Looks up the chains of one article."""

    def __init__(self, view: View, chains: Sequence[Chain]) -> None:
        self._view = view
        self._bodies = BodyFinder(view.names)
        self._present: set[str] = set()
        for chain in chains:
            for name in view.names_of(chain):
                self._note(name, chain)
        self._starts = {mention.first for chain in chains for mention in chain.mentions if mention.form == NAME}
        self._full_names: dict[str, set[str]] = defaultdict(set)  # of people, by folded surname
        for chain in chains:
            for name in view.names_of(chain, only_people=True) if chain.kind == "person" else ():
                if " " in name:
                    self._full_names[fold(name).split()[-1]].add(name)

        if speaks_of_american_parties(view.wording.tokens.words):
            view.scene.add("Democrats", "USA")
        self._hinted = frozenset(office for chain in chains if not chain.is_named for office in self._offices(chain))

    def _offices(self, chain: Chain) -> Iterator[str]:
        """Ids of the offices that a chain without a name is described with, of countries that the article tells of."""
        for mention in chain.mentions:
            if mention.form == NOMINAL and self._view.wording.is_definite(mention):
                named = self._view.names.parse(self._view.wording.description(mention))
                if not named.is_former and (named.subjects or not self._view.wording.is_bare(mention)):
                    called = named.offices or (() if named.subjects else self._view.names.by_title.get(named.title, ()))
                    lands = {office.id: land_of(self._view.names, office) for office in called}
                    is_of_one = len(set(lands.values())) == 1  # "the secretary of state"
                    yield from (one for one, land in lands.items() if is_of_one or self._view.scene.share(land))

    def _note(self, name: str, chain: Chain) -> None:
        """Let what a name surely means count for its country: the only body, or person of a full name, of a country."""
        found = self._view.knowledge.find(name)
        if is_union(self._view, chain, name):
            self._present.add(UNION)
        if chain.kind == "organization":
            self._present.update(entry.id for entry in found)
        if len(found) != 1 or isinstance(found[0], Country) or not found[0].country:
            return
        is_person = isinstance(found[0], Person)
        if is_person and chain.kind == "person" and " " in name:
            self._view.scene.people.add(found[0].id)
        if is_person == (chain.kind == "person") and (" " in name or not is_person) and tells_country(found[0]):
            self._view.scene.add(name, found[0].country)

    def find_all(self, chains: Sequence[Chain]) -> list[Found]:
        """What is known of each chain; of what was not sure once more, after a surname told a country."""
        found = [Found(chain.mentions, chain, self.find(chain)) for chain in chains]
        told = [
            one.link
            for one in found
            if one.chain.is_named and one.link.kind == "person" and one.link.country
            if one.link.entry not in self._view.scene.people
        ]
        for link in told:
            self._view.scene.add(link.name or "", link.country or "")
        if not told:
            return found
        return [
            one if (one.link.confidence or 0.0) > _DOUBTFUL else replace(one, link=self.find(one.chain))
            for one in found
        ]

    def find(self, chain: Chain) -> Link:
        """What is known of a chain: its entry, or nothing."""
        if not chain.is_named:
            return self._described(chain)
        if chain.kind == "person" and self._is_country(chain) and (link := self._body(chain, lone=True)) is not None:
            return link
        if chain.kind in ("person", "organization") and self._is_capital(chain):
            names = (mention for mention in chain.mentions if mention.form == NAME)
            acting = (acting_capital(self._view, mention) for mention in names)
            return next(filter(None, acting), Link(kind="place"))
        if chain.kind == "person" and (chain.plural < _SEVERAL or self._is_single_word(chain)):
            return self._person(chain) or self._body(chain, lone=True) or Link()
        owners = self._owners(chain)
        link = self._body_of(chain, owners) if owners and self._is_single_word(chain) else self._body(chain)
        least = _MAY_BE_SURNAME if self._is_single_word(chain) else _MAY_BE_PERSON
        may_be = chain.kinds[0] > least and _NATIONS.isdisjoint(self._view.names_of(chain))
        if link is None and (owners or may_be or self._is_known_person(chain)):
            link = self._person(chain)
        return link or Link()

    def _is_country(self, chain: Chain) -> bool:
        """Whether what was taken for a person is a country: "France called for", though a premier had that surname."""
        name = self._view.names_of(chain)[0]
        if is_someone(chain) or self._full_names.get(fold(name)) or not self._is_single_word(chain):
            return False
        place = self._view.place_of(chain, name)
        lands = {entry.code for entry in self._view.knowledge.find(name) if isinstance(entry, Country)}
        return place is not None and place.confidence >= _SURE_PLACE and place.country in lands

    def _is_capital(self, chain: Chain) -> bool:
        """Whether what was taken for someone is a capital of several words, which nobody is called: "Addis Ababa"."""
        name = self._view.names_of(chain)[0]
        place = self._view.place_of(chain, name)
        if place is None or is_someone(chain) or " " not in name or self._view.knowledge.find_people(name):
            return False
        return any(one.code == place.country for one in self._view.knowledge.countries_of_capital(name))

    def _owners(self, chain: Chain) -> set[str]:
        """Codes of the countries that own a chain's names: of "South Korea's Park"."""
        names = (mention for mention in chain.mentions if mention.form == NAME)
        return {land for mention in names for land in self._view.lands_of_owner(mention)}

    def _body_of(self, chain: Chain, owners: set[str]) -> Link | None:
        """The body of a name in the countries that own it: "Spain's Socialists"."""
        known = self._view.knowledge.find(self._view.names_of(chain)[0])
        found = [entry for entry in known if isinstance(entry, Body) and entry.country in owners]
        return describe(self._view.knowledge, found[0], self._view.scene.day, _OWNED) if len(found) == 1 else None

    def _is_known_person(self, chain: Chain) -> bool:
        """Whether what was taken for a body has the full name of one known person, or a surname as "de Lind"."""
        names = self._view.names_of(chain)
        if self._view.wording.has_article(chain):
            return False  # "the Charles de Gaulle" is a ship
        if names and names[0].lower().startswith(_PARTICLES):
            return bool(self._view.knowledge.find_people(names[0]))
        found = self._view.knowledge.find(names[0]) if names and " " in names[0] else ()
        return len(found) == 1 and isinstance(found[0], Person)

    def _is_single_word(self, chain: Chain) -> bool:
        """Whether a chain is only called by one word; of these the model errs in number and kind."""
        return all(" " not in name for name in self._view.names_of(chain))

    def _person(self, chain: Chain) -> Link | None:
        names = self._view.names_of(chain, only_people=True)
        full = [name for name in names if len(name.split()) > 1]
        mentions = [mention for mention in chain.mentions if mention.form == NAME]
        if not full and all(self._view.wording.is_cut(mention) for mention in mentions):
            return None
        if not full and any(self._view.wording.is_first_name(mention) for mention in mentions):
            return None
        if self._view.wording.is_presented(chain) or self._view.wording.is_thing(chain):
            return None
        phrases = list(self._view.wording.descriptions(chain))
        described = [self._view.names.parse(phrase) for phrase in phrases if phrase]
        described = [named for named in described if not self._is_anothers(named, names)]
        sectors = told_sectors(self._view.names, phrases, self._view.scene.day)
        owners = self._owners(chain)
        near = set().union(*(self._view.countries_near(mention) for mention in mentions))
        for name in full or names:
            chosen = choose_person(
                self._view.names,
                self._view.scene,
                name,
                described,
                sectors=sectors,
                has_age=self._view.wording.has_age(chain),
                present=self._present,
                hinted=self._hinted,
                owners=owners,
                near=near,
            )
            if chosen is None:
                continue
            others = self._full_names.get(fold(name), ())
            if not (
                is_enough(chosen)
                if full
                else is_enough_for_surname(chosen, self._view.scene, others, is_owned=bool(owners))
            ):
                return None
            if not full and not chosen.is_told and self._is_peer(mentions):
                return None
            if not full and self._has_other_title(mentions, chosen.person):
                return None
            if not chosen.is_told and self._is_too_young(chain, chosen.person):
                return None
            confidence = grade(chosen)
            if not (chosen.is_told and chosen.is_whole) or len(self._full_names[fold(name).split()[-1]]) > 1:
                confidence = min(confidence, _NAME_ALONE)
            return describe(self._view.knowledge, chosen.person, self._view.scene.day, confidence)
        return None

    def _is_too_young(self, chain: Chain, person: Person) -> bool:
        """Whether someone of the age that the article tells was hardly born when the one who is known took office."""
        ages, day, knowledge = self._view.wording.ages(chain), self._view.scene.day, self._view.knowledge
        terms = knowledge.offices_of.get(person.id, ())
        starts = [
            term.start for term in terms if term.start and knowledge.offices[term.office].of in knowledge.countries
        ]
        if not ages or not day or not starts:
            return False
        return min(ages) - (int(day[:4]) - int(min(starts)[:4])) < _YOUNGEST

    def _has_other_title(self, mentions: Sequence[FoundMention], person: Person) -> bool:
        """Whether a surname only has a title that its bearer never had: "Governor Lind", of a president."""
        names = self._view.names
        titles = {names.parse(title).title for m in mentions if (title := self._view.wording.title(m))}
        held = {term.office for term in self._view.knowledge.offices_of.get(person.id, ())}
        told = {office.id for title in titles for office in names.by_title.get(title, ())}
        return bool(titles) and titles <= _LOCAL and held.isdisjoint(told)

    def _is_peer(self, mentions: Sequence[FoundMention]) -> bool:
        """Whether a surname has a peer's title, which few of its bearers have: "Lord Lind"."""
        return any(_PEERS.intersection(self._view.wording.title(mention).lower().split()) for mention in mentions)

    def _is_anothers(self, named: NamedOffice, names: Sequence[str]) -> bool:
        """Whether an office with its country or body is someone's whom the article names, and who is not called so."""
        held = find_holder(self._view.names, self._view.scene, named) if named.offices else None
        return (
            held is not None and held[0].id in self._view.scene.people and not any(is_called(held[0], n) for n in names)
        )

    def _body(self, chain: Chain, *, lone: bool = False) -> Link | None:
        """The country or body of a chain's names, the fullest first; `lone`: it may as well be a person."""
        names = self._view.names_of(chain)
        names += [core for name in names if (core := _core(name))]
        for short, long in self._view.introduced.items():
            if short in names:
                names = [long, *names]
        full = [name for name in names if len(name.split()) > 1]
        if all(name in HALVES for name in names):
            return self._half(names[0])
        if any(self._view.wording.is_town(mention) for mention in chain.mentions if mention.form == NAME):
            return None
        for name in names:
            if full and name not in full and (lone or name.isupper()):
                return None  # a surname, or an acronym whose full name is not the known one's
            place = self._view.place_of(chain, name)
            codes = self._view.knowledge.countries_of_seat(name)
            if len(codes) == 1 and not self._is_building(chain, place):
                return describe_government(codes[0])
            found = self._bodies.find(name, self._view.scene, place)
            if (
                found is not None
                and isinstance(found[0], Country)
                and (is_someone(chain) or self._is_part(chain) or self._is_region(chain, found[0]))
            ):
                return None  # Chad, who sold his truck; "Kenya Power"; "Macedonia and Thessaly"
            if found is None and (behind := named_behind(name)):
                found = self._bodies.find(behind, self._view.scene, None)
            if found is not None and (self._is_told_otherwise(chain, found[0]) or self._is_elsewhere(chain, found[0])):
                return None
            if found is not None:
                entry, confidence = found
                return describe(self._view.knowledge, entry, self._view.scene.day, confidence)
            if lone and name in full:
                return None
        return None

    def _is_region(self, chain: Chain, country: Country) -> bool:
        """Whether a name stands beside a region of the other land that has one so called: "Georgia and Florida"."""
        tokens, scene = self._view.wording.tokens, self._view.scene
        others = ALSO.get(country.code, ())
        for mention in (mention for mention in chain.mentions if mention.form == NAME):
            last = self._view.wording.bounds(mention)[1]
            if self._view.wording.lower[last : last + 1] != ["and"] or last + 1 >= len(tokens.starts):
                return False
            place = scene.place_at(int(tokens.starts[last + 1]))
            if place is None or place.country not in others or self._view.knowledge.find(place.span.surface):
                return False
        return True

    def _is_part(self, chain: Chain) -> bool:
        """Whether a country's name always begins that of something else: "Kenya Power", not "Kenya President Lind"."""
        words, lower = self._view.wording.tokens.words, self._view.wording.lower
        for mention in (mention for mention in chain.mentions if mention.form == NAME):
            behind = words[mention.last : mention.last + 2]
            if len(behind) < len("Ax") or not behind[0][0].isupper() or not behind[1][0].islower():
                return False
            if lower[mention.last] in _NOT_OF_NAMES or mention.last in self._starts:
                return False
        return True

    def _is_told_otherwise(self, chain: Chain, entry: Country | Body) -> bool:
        """Whether what stands beside an acronym tells another world: "the FSB, a furniture dealers' association"."""
        if not isinstance(entry, Body) or not all(name.isupper() for name in self._view.names_of(chain)):
            return False
        own = {word for name in (entry.name, *entry.aliases) if " " in name for word in fold(name).split()}
        for phrase in self._view.wording.descriptions(chain):
            sector = noun_sector(self._view.names, fold(phrase).removeprefix("a ").removeprefix("an "))
            world = _WORLD_OF.get(sector or "")
            is_other = world is not None and world != _WORLD_OF.get(entry.sector.split("|")[0])
            is_other |= entry.type in _PUBLIC and not _PRIVATE.isdisjoint(fold(phrase).split())
            if is_other and phrase.startswith(("a ", "an ")):
                return own.isdisjoint(fold(phrase).split())
        return False

    def _is_elsewhere(self, chain: Chain, entry: Country | Body) -> bool:
        """Whether a body's name is told to be that of one in another country: "the Senate in Brasilia"."""
        tokens, lower = self._view.wording.tokens, self._view.wording.lower
        for mention in (mention for mention in chain.mentions if mention.form == NAME):
            if isinstance(entry, Body) and entry.country and lower[mention.last : mention.last + 1] == ["in"]:
                lands = self._view.scene.countries_between(
                    int(tokens.ends[mention.last]), int(tokens.ends[min(mention.last + 1, len(lower) - 1)])
                )
                if lands and entry.country not in lands:
                    return True
        return False

    def _half(self, name: str) -> Link | None:
        """The country that "the North" or "the South" is in an article on Korea or on Sudan."""
        code, knowledge = self._view.half(name), self._view.knowledge
        return describe(knowledge, knowledge.countries[code], self._view.scene.day, _HALF) if code else None

    def _is_building(self, chain: Chain, place: Place | None) -> bool:
        """Whether a seat is but the building in all that the article says of it: "below the walls of the Kremlin"."""
        if place is None or place.use != "literal":
            return False
        wording, names = self._view.wording, (mention for mention in chain.mentions if mention.form == NAME)
        return all(wording.is_where(mention) or wording.is_beset(mention) for mention in names)

    def _described(self, chain: Chain) -> Link:
        """The holder of the office that a chain without a name is described with, or a body that is called so."""
        for mention in chain.mentions:
            name = self._view.wording.surface(*self._view.wording.bounds(mention))
            if mention.form == NOMINAL and name[:1].isupper():
                is_definite = self._view.wording.is_definite(mention)
                found = self._bodies.find(name, self._view.scene, None)
                if found is None and is_definite and (plain := name.replace("’", "'").replace("'s ", " ")) != name:
                    found = self._bodies.find(plain, self._view.scene, None)  # "The UN's nuclear watchdog"
                if found is None and is_definite and (core := _core(name)):
                    found = self._bodies.find(core, self._view.scene, None)
                if found is None and is_definite and (behind := named_behind(name)):
                    found = self._bodies.find(behind, self._view.scene, None)
                if found is not None and (is_definite or _is_written_so(found[0], name)):
                    return describe(self._view.knowledge, found[0], self._view.scene.day, found[1])
        for mention in chain.mentions:
            if mention.form == NOMINAL and self._view.wording.is_definite(mention):
                held = self._holder(mention)
                if held is not None:
                    return describe(self._view.knowledge, held[0], self._view.scene.day, held[1])
        return Link()

    def _holder(self, mention: FoundMention) -> tuple[Person, float] | None:
        named = self._view.names.parse(_OWN_COUNTRY.sub("the ", self._view.wording.description(mention)))
        if not named.subjects and named.title in _ANY_BODYS and self._view.wording.follows(mention, _HEADED):
            return None  # of the university
        if not named.subjects and self._view.wording.is_of_thing(mention):
            return None  # "the leader of the village band"
        if not named.subjects and self._view.wording.is_bare(mention):
            return None  # "served as secretary of state"
        if self._view.wording.is_sworn_in(mention):
            named = replace(named, is_new=True)
        return find_holder(self._view.names, self._view.scene, named, self._view.countries_near(mention))


def _core(name: str) -> str:
    """A name without the common noun that says what it is: "Seleka" of "Seleka alliance"; empty where there is none."""
    words = name.split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in _NOUNS_OF_BODIES else ""


def _is_written_so(entry: Country | Body, name: str) -> bool:
    """Whether an entry's name has these capitals: "an Islamic state" is any that is one."""
    return not isinstance(entry, Body) or name in (entry.name, *entry.aliases)
