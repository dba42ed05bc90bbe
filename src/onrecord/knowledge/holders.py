"""Who held an office on a day, or in a month or year, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.knowledge.holding import rank
from onrecord.knowledge.periods import earliest, latest

if TYPE_CHECKING:
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.entries import Office, Term
    from onrecord.knowledge.office_names import OfficeNames

_MOST_LEADING = 5  # offices of one country or body
_DAY = len("2015-06-01")  # a date that is shorter is a month or a year

Status = Literal["held", "not known", "nobody known", "held before"]
TermStatus = Literal["holds", "holds in part", "held before", "holds later", "perhaps", "not known"]
HOLDING: tuple[TermStatus, ...] = ("holds", "holds in part")


@dataclass(frozen=True, slots=True)
class OfficeAnswer:
    """Who held an office on a day, or in the month or year that the day is.

    Attributes:
        status: "held"; "not known" where the tables do not reach that day or dates leave it open; "nobody known" where
            they reach it and have nobody; "held before" where those were asked for whose time was over.
        terms: those that surely ran on the day, or in some of the month or year.
        perhaps: those that may have; their dates are not precise enough.
        before, after: the terms next to these, or to the day where there are none; None in offices of several seats.
        known_until: until when the tables tell of this office; empty where nothing says it.
        is_reached: whether that is the day or later.
    """

    office: Office
    status: Status
    terms: tuple[Term, ...]
    perhaps: tuple[Term, ...]
    before: Term | None
    after: Term | None
    known_until: str
    is_reached: bool


def answer_office(knowledge: Knowledge, office: Office, day: str, *, is_former: bool = False) -> OfficeAnswer:
    """Who held one office on a day; with `is_former`, who had held it before."""
    history = knowledge.terms_of.get(office.id, [])
    until, is_reached = knowledge.known_until(office), knowledge.is_known(office, day)
    told = [term_status(knowledge, term, day) for term in history]
    if is_former:
        ended = tuple(term for term, status in zip(history, told, strict=True) if status == "held before")
        return OfficeAnswer(office, "held before", ended[::-1], (), None, None, until, is_reached)
    running = [i for i, status in enumerate(told) if status in HOLDING]
    perhaps = [i for i, status in enumerate(told) if status == "perhaps"]
    begun = [i for i, status in enumerate(told) if status != "holds later"]
    beside = sorted(running + perhaps)
    first, end = (beside[0], beside[-1] + 1) if beside else (len(begun), len(begun))
    status: Status = "held"
    if not running:
        is_open = bool(perhaps) or not is_reached or "not known" in told or not begun
        status = "not known" if is_open else "nobody known"
    is_alone = office.seats == "1"
    return OfficeAnswer(
        office,
        status,
        tuple(history[i] for i in running),
        tuple(history[i] for i in perhaps),
        history[first - 1] if is_alone and first > 0 else None,
        history[end] if is_alone and end < len(history) else None,
        until,
        is_reached,
    )


def term_status(knowledge: Knowledge, term: Term, day: str) -> TermStatus:
    """How a term stands to a day, or to the month or year that `day` is.

    "perhaps" where the term's own dates are not precise enough; "not known" where its end is open and the day lies
    beyond what the tables tell of.
    """
    if knowledge.holds(term, day):
        return "holds"
    first, last = earliest(day), latest(day)
    if earliest(term.start) > last:
        return "holds later"
    if term.end and latest(term.end) <= first:
        return "held before"
    if latest(term.start) > last:
        return "perhaps"
    if len(day) < _DAY:
        reached = term.end or knowledge.known_until(knowledge.offices[term.office])
        if reached and (earliest(reached) > first or earliest(term.start) >= first):
            return "holds in part"
    return "perhaps" if term.end else "not known"


def leading_answers(names: OfficeNames, identity: str, day: str) -> tuple[OfficeAnswer, ...]:
    """Who leads a country or body on a day: its leader first, at most five offices.

    Offices that were given up before the day or came after it are left out.
    """
    knowledge = names.knowledge
    leaders = {office.id for office in names.called("leader", identity)}
    offices = [o for o in knowledge.by_subject.get(identity, ()) if o.kind not in ("other", "minister")]
    offices.sort(key=lambda office: (office.id not in leaders, rank(office)))
    answers = (answer_office(knowledge, office, day) for office in offices)
    return tuple(answer for answer in answers if _stands(answer, day))[:_MOST_LEADING]


def _stands(answer: OfficeAnswer, day: str) -> bool:
    """Whether an office seems to be there on a day: someone holds it, or did in the year before and perhaps does."""
    if answer.status == "held" or answer.perhaps:
        return True
    if answer.before is None:
        return False
    if answer.after:
        return True
    return not answer.before.end or answer.before.end[:4] >= str(int(day[:4]) - 1)
