"""What the knowledge base holds: countries, bodies, people, offices, and who held them when.

Every entry is one row of a table, its cells in the table's order; a cell of several values is a tuple. Dates are ISO
8601 at the precision known ("2025", "2025-02", "2025-02-23").
"""

from __future__ import annotations

from typing import NamedTuple

UNVERIFIED = "unverified"  # the source of what was written by hand and found in none of the sources


class Country(NamedTuple):
    """A country or territory.

    Attributes:
        code: ISO 3166 alpha-3, XKX for Kosovo.
        names: other names in use, abbreviations among them.
        former: what it was called before.
        adjectives: "French", "Frenchman".
        metonyms: seats that mean its government, the capital aside.
        known_until: who leads it is known until that day.
    """

    code: str
    iso2: str
    wikidata: str
    name: str
    names: tuple[str, ...]
    former: tuple[str, ...]
    adjectives: tuple[str, ...]
    capital: str
    metonyms: tuple[str, ...]
    known_until: str
    source: str

    @property
    def id(self) -> str:
        """The code."""
        return self.code


class Body(NamedTuple):
    """An organization, armed group, party, ministry, newspaper.

    Attributes:
        id: a Wikidata id, or a word of our own.
        type: one of TYPES.
        sector: PLOVER's; "REB|GOV>2021-08-15" is REB until that day and GOV from it on.
        country: alpha-3, or empty.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    type: str
    sector: str
    country: str
    source: str


class Person(NamedTuple):
    """Someone who holds or held an office, or is known otherwise.

    Attributes:
        id: a Wikidata id, or a word of our own.
        sector: where no office tells it.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    sector: str
    source: str


class Office(NamedTuple):
    """An office.

    Attributes:
        title: in full ("Foreign Minister of Ukraine").
        of: the country's code or the body's id.
        kind: one of OFFICES.
        aliases: what stands before or for its holder, without the country.
        seats: "1", or "*" where several hold it at a time.
        known_until: its holders are known until that day; empty where the country's day holds.
    """

    id: str
    title: str
    of: str
    kind: str
    aliases: tuple[str, ...]
    seats: str
    sector: str
    known_until: str
    source: str


class Term(NamedTuple):
    """A person's time in an office.

    Attributes:
        office, person: their ids.
        holder: the person's name, for who reads the table.
        start: the first day.
        end: the day it ended or the next one took over; empty where the office was held on the day it is known until.
        title: where it differs from the office's.
        source: file and row, or UNVERIFIED.
    """

    office: str
    person: str
    holder: str
    start: str
    end: str
    title: str
    source: str


TYPES = (
    *("igo", "armed_group", "party", "ministry", "military", "police", "parliament", "court", "intelligence"),
    *("ngo", "media", "company", "other"),
)
HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_BOTH = "head_of_state", "head_of_government", "head_of_both"
OFFICES = (
    *(HEAD_OF_STATE, HEAD_OF_GOVERNMENT, HEAD_OF_BOTH, "deputy", "foreign_minister", "defence_minister", "minister"),
    *("speaker", "military_chief", "head_of_body", "other"),
)


def sector_on(sector: str, day: str | None) -> str | None:
    """The sector that a cell tells for a day; the last where no day is known."""
    parts = sector.split("|")
    chosen = parts[0]
    for part in parts[1:]:
        code, _, since = part.partition(">")
        if day is None or day[: len(since)] >= since:
            chosen = code
    return chosen or None
