"""What `onrecord who --format json` prints: an answer of the knowledge base for programs.

Every key is always there, null or [] where there is nothing to say.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from onrecord.knowledge.entries import Country, Office, Person, Term, sector_on
from onrecord.knowledge.holders import leading_answers, term_status
from onrecord.showing.plain_text import one_line
from onrecord.showing.who_words import tell_holder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.answers import Answer, Found
    from onrecord.knowledge.holders import OfficeAnswer
    from onrecord.knowledge.office_names import OfficeNames


def show_json(names: OfficeNames, query: str, day: str, answer: Answer, suggestions: Sequence[str]) -> str:
    """The answer to a query as indented JSON with a line end."""
    told = _Told(names, day)
    found: dict[str, Any] = {
        "query": one_line(query),
        "on": day,
        "found": [told.entry(one) for one in answer.found],
        "offices": [told.office(one) for one in answer.offices],
        "also": [told.name(one) for one in answer.also],
        "unsaid": [{"id": office.id, "title": office.title} for office in answer.unsaid],
        "suggestions": list(suggestions),
    }
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"


class _Told:
    """Answers of one day as dicts."""

    def __init__(self, names: OfficeNames, day: str) -> None:
        self._names = names
        self._knowledge = names.knowledge
        self._day = day

    def name(self, found: Found) -> dict[str, Any]:
        """What is needed to ask for an entry."""
        entry = found.entry
        kind = "country" if isinstance(entry, Country) else "person" if isinstance(entry, Person) else "body"
        return {"kind": kind, "id": entry.id, "name": entry.name, "named_by": found.by}

    def entry(self, found: Found) -> dict[str, Any]:
        """An entry with its offices, or with those who lead it."""
        entry = found.entry
        told = self.name(found)
        if isinstance(entry, Country):
            told |= {
                "wikidata": entry.wikidata or None,
                "aliases": list(entry.names),
                "former_names": list(entry.former),
                "adjectives": list(entry.adjectives),
                "capitals": [capital for capital in entry.capital.split("|") if capital],
                "seats": list(entry.metonyms),
                "known_until": entry.known_until or None,
            }
        else:
            told |= {
                "aliases": list(entry.aliases),
                "country": entry.country or None,
                "sector": sector_on(entry.sector, self._day),
            }
        if isinstance(entry, Person):
            told["terms"] = [self.term(term) for term in self._knowledge.offices_of.get(entry.id, ())]
        else:
            if not isinstance(entry, Country):
                told["type"] = entry.type
            told["led_by"] = [self.office(one) for one in leading_answers(self._names, entry.id, self._day)]
        return told | {"source": entry.source}

    def office(self, answer: OfficeAnswer) -> dict[str, Any]:
        """Who held an office."""
        office: Office = answer.office
        return {
            "id": office.id,
            "title": office.title,
            "of": office.of,
            "kind": office.kind,
            "status": answer.status,
            "known_until": answer.known_until or None,
            "terms": [self.term(term) for term in answer.terms],
            "perhaps": [self.term(term) for term in answer.perhaps],
            "before": self.term(answer.before) if answer.before else None,
            "after": self.term(answer.after) if answer.after else None,
        }

    def term(self, term: Term) -> dict[str, Any]:
        """A person's time in an office."""
        return {
            "office": term.office,
            "title": term.title or self._knowledge.offices[term.office].title,
            "person": term.person,
            "name": tell_holder(self._knowledge, term),
            "start": term.start or None,
            "end": term.end or None,
            "status": term_status(self._knowledge, term, self._day),
            "source": self._knowledge.source_on(term, self._day),
        }
