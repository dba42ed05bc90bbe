"""The knowledge base: who and what there is, by id and by name, and who held which office when."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, cached_property, lru_cache, partial
from itertools import pairwise
from operator import attrgetter
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar

from onrecord.knowledge.entries import UNVERIFIED, Body, Country, Office, Person, Term
from onrecord.knowledge.periods import had_surely_ended, has_begun, has_ended, latest
from onrecord.knowledge.spelling import fold, is_word, loose, skeleton
from onrecord.knowledge.tsv import BY_HAND, TABLES, read_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

_KEY = attrgetter("office", "person", "start")
_FEWEST_BONES = 3  # consonants of a surname that tell it from others
_MOST_KEPT = 1 << 14  # words whose entries are remembered: an article asks for the same ones again and again
Entry: TypeAlias = Country | Body | Person
Row = TypeVar("Row")
Keyed = TypeVar("Keyed", Body, Person, Office)


class RoleNoun(NamedTuple):
    """A noun that says what someone is, with PLOVER's sector, or with none where it tells nothing."""

    noun: str
    sector: str
    source: str


class Knowledge:
    """The tables, read and joined; nothing in it changes.

    Attributes:
        countries, bodies, people, offices: by id.
        terms_of: by office's id, its terms in the order of their starts, each ended by the next in offices of one seat.
    """

    def __init__(self, folder: Path = TABLES) -> None:
        """Read the tables of a folder.

        Raises:
            KnowledgeError: a table is missing or a line is not as its header says.
        """
        self._folder = folder
        self.countries = {row.code: row for row in read_rows(Country, "countries", folder)}
        self.bodies = _joined(self._rows(Body, "bodies"))
        self.people = _joined(self._rows(Person, "people"))
        built = read_rows(Office, "offices", folder)
        self.offices = _joined(built + read_rows(Office, "offices" + BY_HAND, folder, needed=False))
        # Until when the sources themselves tell of an office, whatever was added by hand.
        self._sourced_until = {office.id: self.known_until(office) for office in built}
        self._unended: set[tuple[str, str, str]] = set()  # terms whose end no source tells
        self.terms_of: Mapping[str, list[Term]] = self._terms()

    def _rows(self, kind: type[Row], name: str) -> list[Row]:
        return read_rows(kind, name, self._folder) + read_rows(kind, name + BY_HAND, self._folder, needed=False)

    def _terms(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = defaultdict(list)
        # A row by hand of the same person and start stands over the built one: it has the end that the source lacks.
        for key, term in {_KEY(term): term for term in self._rows(Term, "terms")}.items():
            found[term.office].append(term)
            if not term.end:
                self._unended.add(key)
        for office, terms in found.items():
            if len(terms) > 1:
                terms.sort(key=lambda term: (term.start, term.end or "9"))
            if office in self.offices and self.offices[office].seats == "1":
                for i, (term, after) in enumerate(pairwise(terms)):
                    if not term.end and after.person != term.person:
                        terms[i] = term._replace(end=after.start)
        return dict(found)

    @cached_property
    def offices_of(self) -> Mapping[str, list[Term]]:
        """By person's id, that person's terms in the order of their starts."""
        found: dict[str, list[Term]] = defaultdict(list)
        for terms in self.terms_of.values():
            for term in terms:
                found[term.person].append(term)
        for terms in found.values():
            if len(terms) > 1:
                terms.sort(key=attrgetter("start"))
        return dict(found)

    @cached_property
    def _named(self) -> Mapping[str, tuple[str, ...]]:
        """Ids by folded name, with a letter in front that tells the table."""
        found: dict[str, list[str]] = defaultdict(list)
        for country in self.countries.values():
            for name in (country.name, *country.names, *country.former):
                found[fold(name)].append("c" + country.code)
        for body in self.bodies.values():
            for name in (body.name, *body.aliases):
                found[fold(name)].append("b" + body.id)
        for person in self.people.values():
            for name in (person.name, *person.aliases):
                found[fold(name)].append("p" + person.id)
        for name in [name for name in found if " the " in name]:
            bare = name.replace(" the ", " ")  # "Organization of Petroleum Exporting Countries"
            if bare not in found:
                found[bare] = found[name]
        return {name: tuple(dict.fromkeys(ids)) for name, ids in found.items()}

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of all names and seats, folded."""
        return frozenset(name.split(" ", 1)[0] for name in (*self._named, *self._seats))

    @cached_property
    def first_names(self) -> frozenset[str]:
        """The first words of the names of people, folded."""
        names = (name for person in self.people.values() for name in (person.name, *person.aliases) if " " in name)
        return frozenset(fold(name).split(" ", 1)[0] for name in names)

    @cached_property
    def _surnames(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of people by every word of their names, spelled loosely."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for person in self.people.values():
            words = {word for name in (person.name, *person.aliases) for word in loose(fold(name)).split()}
            for word in words:
                found[word][person.id] = None
        return {word: tuple(ids) for word, ids in found.items()}

    @cached_property
    def _belonging(self) -> Mapping[str, tuple[str, ...]]:
        """Codes of countries by folded adjective, seat and capital."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for country in self.countries.values():
            for name in country.adjectives:
                found[fold(name)][country.code] = None
                found[fold(name) + "s"][country.code] = None
        return {name: tuple(codes) for name, codes in found.items()}

    @cached_property
    def _seats(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for country in self.countries.values():
            for name in country.metonyms:
                found[fold(name)][country.code] = None
        return {name: tuple(codes) for name, codes in found.items()}

    @cached_property
    def _capitals(self) -> Mapping[str, tuple[str, ...]]:
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for country in self.countries.values():
            for capital in filter(None, country.capital.split("|")):
                found[fold(capital).removeprefix("the ")][country.code] = None  # a mention's name has no article
        return {name: tuple(codes) for name, codes in found.items()}

    @cached_property
    def role_nouns(self) -> Mapping[str, str]:
        """PLOVER sectors by folded noun; empty for nouns that tell none."""
        rows = self._rows(RoleNoun, "role_nouns")
        return {fold(row.noun): row.sector for row in rows}

    @cached_property
    def by_subject(self) -> Mapping[str, tuple[Office, ...]]:
        """Offices by the country or body that they are of."""
        found: dict[str, list[Office]] = defaultdict(list)
        for office in self.offices.values():
            found[office.of].append(office)
        return {of: tuple(offices) for of, offices in found.items()}

    def find(self, name: str) -> tuple[Entry, ...]:
        """All that bear a name, in any of its spellings with accents or without; in the tables' order."""
        return self._find(name)

    @cached_property
    def _find(self) -> Callable[[str], tuple[Entry, ...]]:
        return lru_cache(maxsize=_MOST_KEPT)(self._look_up)

    def _look_up(self, name: str) -> tuple[Entry, ...]:
        key = fold(name)
        if is_word(key.removeprefix("the "), name.removeprefix("the ").removeprefix("The ")):
            return ()
        found = self._named.get(key) or self._named.get(key.removeprefix("the "), ())
        return tuple(self._entry(one) for one in found)

    def find_people(self, name: str) -> tuple[Person, ...]:
        """All people whose names have the words of `name`, in any transliteration; in the table's order."""
        words = loose(fold(name)).split()
        if not words:
            return ()
        sets = [self._surnames.get(word, ()) for word in words]
        first, *others = sorted(sets, key=len)
        return tuple(self.people[one] for one in first if all(one in other for other in others))

    @cached_property
    def _bones(self) -> Mapping[str, tuple[str, ...]]:
        """Ids of people by the consonants of the last words of their names."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        for person in self.people.values():
            for name in (person.name, *person.aliases):
                found[skeleton(fold(name).split()[-1])][person.id] = None
        return {bones: tuple(ids) for bones, ids in found.items()}

    def find_alike(self, surname: str) -> tuple[Person, ...]:
        """All people whose surnames have the same consonants, in the table's order: Tokaev, Tokayev."""
        bones = skeleton(fold(surname))
        return tuple(self.people[one] for one in self._bones.get(bones, ())) if len(bones) >= _FEWEST_BONES else ()

    def find_countries(self, name: str) -> tuple[Country, ...]:
        """The countries of a name or former name."""
        return tuple(entry for entry in self.find(name) if isinstance(entry, Country))

    def countries_of_adjective(self, words: str) -> tuple[Country, ...]:
        """The countries whose people or things are called so: "French"; "Congolese" is two's."""
        if words.islower():
            return ()
        return self._adjective(words)

    @cached_property
    def _adjective(self) -> Callable[[str], tuple[Country, ...]]:
        return lru_cache(maxsize=_MOST_KEPT)(partial(self._countries, self._belonging))

    def countries_of_seat(self, words: str) -> tuple[Country, ...]:
        """The countries whose government is called so by its seat: "the Kremlin"."""
        return self._seat(words)

    @cached_property
    def _seat(self) -> Callable[[str], tuple[Country, ...]]:
        return lru_cache(maxsize=_MOST_KEPT)(partial(self._countries, self._seats))

    def countries_of_capital(self, words: str) -> tuple[Country, ...]:
        """The countries with a capital of that name."""
        return self._countries(self._capitals, words)

    def _countries(self, index: Mapping[str, tuple[str, ...]], words: str) -> tuple[Country, ...]:
        key = fold(words)
        if is_word(key.removeprefix("the "), words.removeprefix("the ").removeprefix("The ")):
            return ()
        return tuple(self.countries[code] for code in index.get(key) or index.get(key.removeprefix("the "), ()))

    def get(self, identity: str) -> Entry | None:
        """The country, body or person of an id; a country's is its code or its Wikidata id."""
        code = self._codes.get(identity, identity)
        return self.people.get(identity) or self.bodies.get(identity) or self.countries.get(code)

    @cached_property
    def _codes(self) -> Mapping[str, str]:
        """Countries' codes by Wikidata id."""
        return {country.wikidata: country.code for country in self.countries.values() if country.wikidata}

    def name_of(self, identity: str) -> str:
        """What a country or body is called, or its id where it is in no table."""
        entry = self.get(identity)
        return entry.name if entry else identity

    def known_until(self, office: Office) -> str:
        """Until when an office's holders are known; empty where nothing tells."""
        if office.known_until:
            return office.known_until
        country = self.countries.get(office.of)
        return country.known_until if country else ""

    def is_known(self, office: Office, day: str) -> bool:
        """Whether the tables reach a day."""
        until = self.known_until(office)
        return bool(until) and latest(day) <= latest(until)

    def holds(self, term: Term, day: str) -> bool:
        """Whether a term surely runs on a day: begun, not ended, and, where its end is open, within what is known."""
        if not has_begun(term.start, day) or has_ended(term.end, day):
            return False
        return bool(term.end) or self.is_known(self.offices[term.office], day)

    def source_on(self, term: Term, day: str) -> str:
        """The source that a term ran on a day: "unverified" where it does not reach so far and only our own rows do."""
        until = self._sourced_until.get(term.office)
        is_beyond = bool(until) and latest(day) > latest(until or "") and self.is_known(self.offices[term.office], day)
        return UNVERIFIED if is_beyond and (term.office, term.person, term.start) in self._unended else term.source

    def holders(self, office: Office, day: str) -> tuple[Term, ...]:
        """The terms that surely run on a day; none where it is not known."""
        return tuple(term for term in self.terms_of.get(office.id, ()) if self.holds(term, day))

    def held(self, person: str, day: str) -> tuple[Term, ...]:
        """The terms of a person that surely run on a day, in the order of their starts."""
        return tuple(term for term in self.offices_of.get(person, ()) if self.holds(term, day))

    def held_before(self, person: str, day: str) -> tuple[Term, ...]:
        """The terms of a person that had surely ended by a day, in the order of their starts."""
        return tuple(term for term in self.offices_of.get(person, ()) if had_surely_ended(term.end, day))

    def is_out_of_office(self, person: str, day: str) -> bool:
        """Whether all of a person's terms that had begun by a day had surely ended by then."""
        terms = [term for term in self.offices_of.get(person, ()) if has_begun(term.start, day)]
        return bool(terms) and all(had_surely_ended(term.end, day) for term in terms)

    def _entry(self, one: str) -> Entry:
        tables: dict[str, Mapping[str, Entry]] = {"c": self.countries, "b": self.bodies, "p": self.people}
        return tables[one[0]][one[1:]]


def _joined(rows: Iterable[Keyed]) -> dict[str, Keyed]:
    """Rows by id; what a later row of the same id says goes before, and aliases are added up."""
    found: dict[str, Keyed] = {}
    for row in rows:
        found[row.id] = _join(found[row.id], row) if row.id in found else row
    return found


def _join(known: Keyed, row: Keyed) -> Keyed:
    make: Any = known._make  # a third of the time that `_asdict` and `_replace` take
    joined: Keyed = make(new or old for new, old in zip(row, known, strict=True))
    return joined._replace(aliases=tuple(dict.fromkeys((*known.aliases, *row.aliases)))) if known.aliases else joined


@cache
def load_knowledge() -> Knowledge:
    """The package's tables, read once a process.

    Raises:
        KnowledgeError: a table is missing or not as it should be.
    """
    return Knowledge()
