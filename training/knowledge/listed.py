"""An office of a table written by hand, as a row of offices.tsv, and what a source tells of one person's term in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from training.knowledge.tables import BETWEEN
from training.knowledge.terms import Term


@dataclass(frozen=True, slots=True)
class Office:
    """A row of offices.tsv; `known_until` is empty where it is the country's."""

    id: str
    title: str
    kind: str
    aliases: str
    seats: str = "1"
    sector: str = "GOV"
    known_until: str = ""

    @property
    def of(self) -> str:
        """The country or body."""
        return self.id.split(".", 1)[0]


@dataclass(slots=True)
class Found:
    """Offices and terms from one source, with the names that it has for people: the usual one first."""

    offices: dict[str, Office] = field(default_factory=dict)
    terms: list[Term] = field(default_factory=list)
    names: dict[str, list[str]] = field(default_factory=dict)

    def name(self, person: str, *names: str) -> None:
        """Let the person be called so."""
        known = self.names.setdefault(person, [])
        known.extend(name for name in names if name and name not in known)


def office_of(row: Mapping[str, str], known_until: str) -> Office:
    """The office of a row of minister_offices.tsv or british_offices.tsv."""
    return Office(row["office"], row["title"], row["kind"], row["aliases"], row["seats"], row["sector"], known_until)


def joined_aliases(offices: Iterable[str]) -> str:
    """The aliases of rows that are one office, each once."""
    return BETWEEN.join(dict.fromkeys(alias for cell in offices for alias in cell.split(BETWEEN) if alias))
