"""Terms as a reader is told of them: which of a person's offices come first, and what one is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.entries import OFFICES
from onrecord.records import Role

if TYPE_CHECKING:
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.entries import Office, Term

_MOST = 3  # offices of one person worth telling


def leading_terms(knowledge: Knowledge, person: str, day: str) -> tuple[Term, ...]:
    """The offices that a person surely holds on a day, the weightiest first; at most three."""
    terms = knowledge.held(person, day)
    home = knowledge.people[person].country
    ranked = sorted(
        terms,
        key=lambda term: (
            rank(knowledge.offices[term.office]),
            knowledge.offices[term.office].of != home,
            term.start,
        ),
    )
    return tuple({term.office: term for term in reversed(ranked)}.values())[::-1][:_MOST]


def rank(office: Office) -> int:
    """The place of an office's kind: heads of state and government first."""
    return {"head_of_both": 0, "head_of_state": 1, "head_of_government": 0}.get(office.kind, OFFICES.index(office.kind))


def describe_term(knowledge: Knowledge, term: Term, day: str) -> Role:
    """A term as a record's role, as it is known on a day."""
    office = knowledge.offices[term.office]
    return Role(
        title=term.title or office.title,
        of=knowledge.name_of(office.of),
        start=term.start or None,
        end=term.end or None,
        source=knowledge.source_on(term, day),
    )
