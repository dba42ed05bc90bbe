"""Answers from the knowledge base alone: who or what a name means, and who held an office on a day."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher, get_close_matches
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.entries import Office, Person
from onrecord.knowledge.holders import HOLDING, OfficeAnswer, answer_office, term_status
from onrecord.knowledge.holding import rank
from onrecord.knowledge.spelling import fold, loose

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.base import Entry, Knowledge
    from onrecord.knowledge.office_names import OfficeNames

_CLOSE = 0.75  # likeness of a suggestion, in difflib's measure
_SPREAD = 0.1  # a suggestion that is less like the query than the best one by more is none
_MOST_SUGGESTED = 3
_MOST_OFFICES = 4  # of one title worth answering where no country is named: "chancellor", not "president"
_LONGEST = 200  # characters of a query; no name has more
_HEAD, _UNHELD = 1, 99  # ranks: of heads of state and of government, at most; of who held no office

Naming = Literal["name", "id", "seat", "capital", "adjective", "words"]


@dataclass(frozen=True, slots=True)
class Found:
    """An entry, and how the query names it: by "words" where they are a part of its name, or spelled otherwise."""

    entry: Entry
    by: Naming


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found.

    Attributes:
        found: whom or what it means; several where nothing tells which.
        offices: where it names an office, who held it.
        also: who else is called so, but less likely meant.
        unsaid: offices of that title, where it needs a country: "president".
    """

    found: tuple[Found, ...] = ()
    offices: tuple[OfficeAnswer, ...] = ()
    also: tuple[Found, ...] = ()
    unsaid: tuple[Office, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was found that can be told of."""
        return not (self.found or self.offices)


def ask(names: OfficeNames, query: str, day: str) -> Answer:
    """Look up a name, an id or an office ("president of Ukraine") for a day, an ISO date of any precision.

    A query in lower case is understood as one in capitals. Where several people bear the name and one of them held an
    office on the day, that one is meant.
    """
    query = " ".join(query[:_LONGEST].split())
    knowledge = names.knowledge
    found = _named(knowledge, query)
    if not found:
        offices, is_former = _offices(names, query)
        if offices:
            return Answer(offices=tuple(answer_office(knowledge, o, day, is_former=is_former) for o in offices))
        found = _meant(names, query)
    people, loosely = _people(knowledge, query)
    if found:
        known = {one.entry.id for one in found}
        others = tuple(one for one in people if one.entry.id not in known)
        if all(isinstance(one.entry, Person) for one in found):
            return _narrowed(knowledge, found, others, day)
        return Answer(found, also=tuple(one for one in others if _is_surname(query, one)))
    titled = names.by_title.get(names.parse(query).title, ())
    if 0 < len(titled) <= _MOST_OFFICES:
        return Answer(offices=tuple(answer_office(knowledge, o, day) for o in titled), also=people)
    if titled and not any(_is_surname(query, one) for one in people):
        return Answer(unsaid=titled)
    if people:
        return _narrowed(knowledge, people, loosely if len(people) == 1 else (), day)
    return _narrowed(knowledge, loosely, (), day)


def suggest(knowledge: Knowledge, query: str) -> tuple[str, ...]:
    """Names and titles that look like one that was not found, the likest first."""
    wanted = loose(fold(query[:_LONGEST]))
    known: dict[str, str] = {}
    surnames: dict[str, list[str]] = {}
    for person in knowledge.people.values():
        spelled = loose(fold(person.name))
        known.setdefault(spelled, person.name)
        surnames.setdefault(spelled.rpartition(" ")[2], []).append(person.name)
    others = (entry.name for table in (knowledge.bodies, knowledge.countries) for entry in table.values())
    for name in (*others, *(office.title for office in knowledge.offices.values())):
        known.setdefault(loose(fold(name)), name)
    close = [(name, known[name]) for name in get_close_matches(wanted, known, n=_MOST_SUGGESTED, cutoff=_CLOSE)]
    close += [
        (loose(fold(name)) if " " in wanted else surname, name)
        for surname in get_close_matches(wanted.rpartition(" ")[2], surnames, n=_MOST_SUGGESTED, cutoff=_CLOSE)
        for name in surnames[surname]
    ]
    likeness = {name: SequenceMatcher(None, wanted, spelled).ratio() for spelled, name in reversed(close)}
    best = sorted((n for n in likeness if likeness[n] >= _CLOSE), key=lambda name: -likeness[name])[:_MOST_SUGGESTED]
    return tuple(name for name in best if likeness[name] >= likeness[best[0]] - _SPREAD)


def _named(knowledge: Knowledge, query: str) -> tuple[Found, ...]:
    """What bears the name or has the id."""
    entries = knowledge.find(query) or knowledge.find(query.upper())
    if entries:
        return tuple(Found(entry, "name") for entry in entries)
    entry = knowledge.get(query) or knowledge.get(query.upper()) or knowledge.get(query.lower())
    return (Found(entry, "id"),) if entry else ()


def _meant(names: OfficeNames, query: str) -> tuple[Found, ...]:
    """The countries that a seat, an adjective or a capital stands for."""
    knowledge = names.knowledge
    written = query.title() if query.islower() else query
    seats = tuple(Found(country, "seat") for country in knowledge.countries_of_seat(written))
    if seats:
        return seats
    found = {country.id: Found(country, "capital") for country in knowledge.countries_of_capital(written)}
    for country in knowledge.countries_of_adjective(written):
        found.setdefault(country.id, Found(country, "adjective"))
    return tuple(found.values())


def _offices(names: OfficeNames, query: str) -> tuple[tuple[Office, ...], bool]:
    """The offices that a query names, in whatever case it is written, and whether it asks for former holders."""
    office = names.knowledge.offices.get(query)
    if office:
        return (office,), False
    for written in dict.fromkeys((query, query.title(), query.upper())):
        named = names.parse(written)
        if named.offices:
            return named.offices, named.is_former
    return (), False


def _people(knowledge: Knowledge, query: str) -> tuple[tuple[Found, ...], tuple[Found, ...]]:
    """Those with the words in their names as they are written, and those with another spelling, likely ones first."""
    words = set(fold(query).split())
    people = sorted(knowledge.find_people(query), key=lambda person: _weight(knowledge, person, fold(query)))
    exact: list[Found] = []
    loosely: list[Found] = []
    for person in people:
        is_exact = any(words <= set(fold(name).split()) for name in (person.name, *person.aliases))
        (exact if is_exact else loosely).append(Found(person, "words"))
    return tuple(exact), tuple(loosely)


def _weight(knowledge: Knowledge, person: Person, query: str) -> tuple[bool, int, int, str]:
    """Whose first or last name it is goes first, then who had the weightiest office, then who had it longest."""
    terms = [(rank(knowledge.offices[term.office]), term) for term in knowledge.offices_of.get(person.id, ())]
    best = max(_HEAD, min((place for place, _ in terms), default=_UNHELD))
    years = 0
    for place, term in terms:
        end = term.end or knowledge.known_until(knowledge.offices[term.office])
        if place <= best and term.start and end:
            years += int(end[:4]) - int(term.start[:4])
    name = fold(person.name)
    return not (name.startswith(query) or name.endswith(query)), best, -years, person.name


def _is_surname(query: str, found: Found) -> bool:
    return fold(query) == fold(found.entry.name.split()[-1])


def _narrowed(knowledge: Knowledge, found: Sequence[Found], others: Sequence[Found], day: str) -> Answer:
    """Of several people the one in office on the day, with the others beside; all of them where that does not tell."""
    if len(found) > 1:
        in_office = [one for one in found if _is_in_office(knowledge, one.entry.id, day)]
        if len(in_office) == 1:
            return Answer((in_office[0],), also=(*(one for one in found if one != in_office[0]), *others))
    return Answer(tuple(found), also=tuple(others))


def _is_in_office(knowledge: Knowledge, person: str, day: str) -> bool:
    return any(term_status(knowledge, term, day) in HOLDING for term in knowledge.offices_of.get(person, ()))
