"""Whether the tables hold together: every fault with its file, so that who amends a table knows where to look.

    python -m onrecord.knowledge.linting

prints the faults of the package's own tables, one a line, and ends with 1 where there are any.
"""

from __future__ import annotations

import re
import sys
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.entries import OFFICES, TYPES, UNVERIFIED
from onrecord.knowledge.periods import earliest
from onrecord.vocabulary.sectors import SECTORS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.entries import Body, Country, Office, Person, Term

# Holders hand over within days, and sources differ by as much.
HANDOVER_DAYS = 31
_CODE = re.compile(r"[A-Z]{3}")
_ID = re.compile(r"Q\d+|(?![Qq]\d)[a-z0-9][a-z0-9.-]*")
_WIKIDATA = re.compile(r"Q\d+")
_ROW = re.compile(r"[\w.-]+:\d+")
_FILE = re.compile(r"[\w.-]+\.[a-z]+(:\d+)?")  # of an office the file alone is told: its row is that of a term
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_SEATS = re.compile(r"\*|[1-9]\d?")


def find_faults(knowledge: Knowledge) -> list[str]:
    """All faults of a knowledge base's tables, in the tables' order; a file named is read with its `_by_hand` twin."""
    return [
        *(
            f"countries.tsv: {country.code}: {fault}"
            for country in knowledge.countries.values()
            for fault in _country(country)
        ),
        *(f"bodies.tsv: {body.id}: {fault}" for body in knowledge.bodies.values() for fault in _body(knowledge, body)),
        *(
            f"people.tsv: {person.id}: {fault}"
            for person in knowledge.people.values()
            for fault in _person(knowledge, person)
        ),
        *(
            f"offices.tsv: {office.id}: {fault}"
            for office in knowledge.offices.values()
            for fault in _office(knowledge, office)
        ),
        *(
            f"terms.tsv: {term.office}, {term.person}, {term.start or 'no start'}: {fault}"
            for terms in knowledge.terms_of.values()
            for term in terms
            for fault in _term(knowledge, term)
        ),
        *(f"terms.tsv: {fault}" for office in knowledge.offices.values() for fault in _overlaps(knowledge, office)),
    ]


def _country(country: Country) -> Iterator[str]:
    if not _CODE.fullmatch(country.code):
        yield "the code is no ISO 3166 alpha-3"
    if country.wikidata and not _WIKIDATA.fullmatch(country.wikidata):
        yield f"{country.wikidata!r} is no Wikidata id, as Q212"
    yield from _dates(known_until=country.known_until)
    yield from _named(country.name, country.source)


def _body(knowledge: Knowledge, body: Body) -> Iterator[str]:
    yield from _identified(body.id)
    if body.type not in TYPES:
        yield f"{body.type!r} is no type; known are {', '.join(TYPES)}"
    yield from _sectors(body.sector)
    yield from _of_country(knowledge, body.country)
    yield from _named(body.name, body.source)


def _person(knowledge: Knowledge, person: Person) -> Iterator[str]:
    yield from _identified(person.id)
    yield from _sectors(person.sector)
    yield from _of_country(knowledge, person.country)
    yield from _named(person.name, person.source)


def _office(knowledge: Knowledge, office: Office) -> Iterator[str]:
    if office.of not in knowledge.countries and office.of not in knowledge.bodies:
        yield f"is of {office.of!r}, which is no country's code and no body's id"
    if office.kind not in OFFICES:
        yield f"{office.kind!r} is no kind; known are {', '.join(OFFICES)}"
    if not _SEATS.fullmatch(office.seats):
        yield f"{office.seats!r} is no number of seats: 1, 2 and so on, or *"
    yield from _sectors(office.sector)
    yield from _dates(known_until=office.known_until)
    yield from _named(office.title, office.source, form=_FILE)


def _term(knowledge: Knowledge, term: Term) -> Iterator[str]:
    if term.office not in knowledge.offices:
        yield "no office has this id"
    if term.person not in knowledge.people:
        yield "no person has this id"
    faults = [*_dates(start=term.start, end=term.end)]
    yield from faults
    if not faults and term.start and term.end and term.end < term.start[: len(term.end)]:
        yield f"ends on {term.end}, before it begins"
    yield from _named(term.holder, term.source)


def _overlaps(knowledge: Knowledge, office: Office) -> Iterator[str]:
    """Terms over each other in an office that one person holds at a time."""
    if office.seats != "1":
        return
    terms = [
        term
        for term in knowledge.terms_of.get(office.id, ())
        if _is_date(term.start) and _is_date(term.end or term.start)
    ]
    for term, following in pairwise(terms):
        over = _days(following.start, term.end) if term.end else 0
        if over > HANDOVER_DAYS and len(term.end) == len(following.start):
            both = f"{term.person} until {term.end} is over {following.person} since {following.start}"
            yield f"{office.id}: {both} by {over} days"
        if term.person == following.person and not term.end:
            yield f"{office.id}: {term.person} since {term.start} has no end and begins anew on {following.start}"


def _identified(identity: str) -> Iterator[str]:
    if not _ID.fullmatch(identity):
        yield "the id is neither a Wikidata id, as Q212, nor words of our own in small letters, as jan-novak"


def _named(name: str, source: str, *, form: re.Pattern[str] = _ROW) -> Iterator[str]:
    if not name.strip():
        yield "has no name"
    if source != UNVERIFIED and not all(form.fullmatch(one) for one in source.split("|")):
        yield f'{source!r} is no source: "file:row", several joined by "|", or "{UNVERIFIED}"'


def _of_country(knowledge: Knowledge, code: str) -> Iterator[str]:
    if code and code not in knowledge.countries:
        yield f"no country has the code {code!r}"


def _sectors(cell: str) -> Iterator[str]:
    for part in filter(None, cell.split("|")):
        sector, is_dated, since = part.partition(">")
        if sector not in SECTORS:
            yield f"{sector!r} is no sector of PLOVER's"
        if is_dated and not _is_date(since):
            yield f"{since!r} is no date, as 2031, 2031-03 or 2031-03-05"


def _dates(**dates: str) -> Iterator[str]:
    for column, text in dates.items():
        if text and not _is_date(text):
            yield f"{column} {text!r} is no date, as 2031, 2031-03 or 2031-03-05"


def _is_date(text: str) -> bool:
    try:
        date.fromisoformat(earliest(text))
    except ValueError:
        return False
    return bool(_DATE.fullmatch(text))


def _days(first: str, last: str) -> int:
    return (date.fromisoformat(earliest(last)) - date.fromisoformat(earliest(first))).days


def main(faults: Iterable[str] | None = None) -> int:
    """Print the faults, by default those of the package's tables; 1 where there are any."""
    told = list(find_faults(load_knowledge()) if faults is None else faults)
    for fault in told:
        sys.stdout.write(fault + "\n")
    return int(bool(told))


if __name__ == "__main__":
    sys.exit(main())
