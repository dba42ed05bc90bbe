"""What is known of a chain of mentions: its entry, or what its own words tell of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.entries import Body, Person, sector_on
from onrecord.knowledge.holding import describe_term, leading_terms
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from onrecord.chains import Chain, FoundMention
    from onrecord.knowledge.base import Entry, Knowledge
    from onrecord.knowledge.entries import Country
    from onrecord.records import Role


@dataclass(frozen=True, slots=True)
class Link:
    """What is known of a chain.

    Attributes:
        entry: the id of its entry; None where it has none.
        name: the entry's; None where the article's words are all there is.
        kind: "person", "organization" or "place"; None where the words decide.
        country: ISO 3166 alpha-3.
        sector: PLOVER's code.
        roles: offices held on the article's date, or the last one held before it.
        confidence: that the entry is the right one.
        is_country: the entry is a country's, which is an organization where it speaks or acts, and else a place.
        is_government: it is the government of `country`, called by its seat.
        names: of a country or body, all that the entry is called, folded.
    """

    entry: str | None = None
    name: str | None = None
    kind: str | None = None
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    confidence: float | None = None
    is_country: bool = False
    is_government: bool = False
    names: frozenset[str] = frozenset()

    @property
    def wikidata(self) -> str | None:
        """The entry's Wikidata id."""
        return self.entry if self.entry and self.entry[0] == "Q" and self.entry[1:].isdigit() else None


@dataclass(frozen=True, slots=True)
class Found:
    """A chain with its link, and those of its mentions that mean it."""

    mentions: tuple[FoundMention, ...]
    chain: Chain
    link: Link

    @property
    def is_whole(self) -> bool:
        """Whether these are all mentions of the chain, and no others."""
        return len(self.mentions) == len(self.chain.mentions)


GOVERNMENT = "GOV"
FORMER, PARTY = "ELI", "PTY"
_SEAT = 0.95


def describe_government(country: Country) -> Link:
    """The link to a country's government, called by its seat."""
    return Link(
        entry=f"{country.code}.government",
        kind="organization",
        country=country.code,
        sector=GOVERNMENT,
        confidence=_SEAT,
        is_government=True,
    )


def describe(knowledge: Knowledge, entry: Entry, day: str | None, confidence: float) -> Link:
    """The link to an entry, with what is known of it on a day."""
    if isinstance(entry, Person):
        return _describe_person(knowledge, entry, day, confidence)
    if isinstance(entry, Body):
        return Link(
            entry=entry.id,
            name=entry.name,
            kind="organization",
            country=entry.country or None,
            sector=sector_on(entry.sector, day),
            confidence=round(confidence, 3),
            names=frozenset(map(fold, (entry.name, *entry.aliases))),
        )
    return Link(
        entry=entry.wikidata or entry.code,
        name=entry.name,
        country=entry.code,
        is_country=True,
        confidence=round(confidence, 3),
        names=frozenset(map(fold, (entry.name, *entry.names, *entry.former))),
    )


def _describe_person(knowledge: Knowledge, person: Person, day: str | None, confidence: float) -> Link:
    now = leading_terms(knowledge, person.id, day) if day else ()
    before = knowledge.held_before(person.id, day)[-1:] if day and not now else ()
    country, sector = person.country, sector_on(person.sector, day)
    if now:
        office = knowledge.offices[now[0].office]
        country = office.of if office.of in knowledge.countries else country
        sector = office.sector or sector or _sector_in_party(knowledge, person, day)
    elif before and knowledge.is_out_of_office(person.id, day or ""):
        office = knowledge.offices[before[0].office]
        country = country or (office.of if office.of in knowledge.countries else "")
        sector = sector or FORMER
    return Link(
        entry=person.id,
        name=person.name,
        kind="person",
        country=country or None,
        sector=sector,
        roles=tuple(describe_term(knowledge, term, day or "") for term in (*now, *before)),
        confidence=round(confidence, 3),
    )


def _sector_in_party(knowledge: Knowledge, person: Person, day: str | None) -> str:
    """The sector of who leads a party and holds no other office: a former official's, who once held one."""
    return (
        FORMER
        if any(knowledge.offices[term.office].sector for term in knowledge.held_before(person.id, day or ""))
        else PARTY
    )
