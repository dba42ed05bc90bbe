"""Terms of office on their way into the table: one after another, none over another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

# Holders hand over within days, and sources differ by as much: up to this many days over each other are a handover.
HANDOVER_DAYS = 31
# One person's terms this near to each other are one term.
SAME_TERM_DAYS = 3
# Sources that give the last day in office, and not the day of the handover, end a term this long before the next.
LAST_DAY = 1
# A holder whose end no source tells is taken to have stayed until the next one, but not for longer than this.
LONGEST_GUESS_YEARS = 12


@dataclass(frozen=True, slots=True)
class Term:
    """Who held an office from when until when.

    Attributes:
        person: the id in people.tsv.
        start: ISO date at the precision known.
        end: the same; empty where the source tells none.
        title: only where it differs from the office's.
        source: file and line.
    """

    office: str
    person: str
    start: str
    end: str
    title: str = ""
    source: str = ""


def earliest(text: str) -> date:
    """The first day that a date of any precision can mean."""
    year, month, day = [int(part) for part in (text + "-01-01").split("-")[:3]]
    return date(year, month, day)


def days(first: str, last: str) -> int:
    """Days from the one date to the other, as far as their precision lets them be counted: 1990 to 1990-05 are none."""
    shared = min(len(first), len(last))
    if first[:shared] == last[:shared]:
        return 0
    return (earliest(last) - earliest(first)).days


def finer(one: str, other: str) -> str:
    """Of two writings of about the same date the more precise, else the first."""
    return other if len(other) > len(one) and other.startswith(one) else one


def _joined(first: Term, second: Term) -> Term:
    """Two terms of one person, the first of which began first, as one."""
    start = finer(first.start, second.start)
    if not first.end:
        # The same beginning told twice, once with its end; else an open term that a later one goes on with.
        end = second.end
    elif not second.end:
        end = first.end if days(first.start, second.start) <= SAME_TERM_DAYS else ""
    else:
        end = finer(*sorted((first.end, second.end), reverse=True))
        end = finer(end, min(first.end, second.end))
    precise = len(second.start) > len(first.start)
    return replace(
        first,
        start=start,
        end=end,
        title=first.title or second.title,
        source=second.source if precise else first.source,
    )


def one_term_each(terms: Iterable[Term]) -> list[Term]:
    """The terms, one person's that touch or cover each other in an office joined.

    A term that ends before it begins is a slip of the pen and left out. One without an end goes on in a later one of
    the same person only where nobody else took office in between.
    """
    terms = (term for term in terms if not term.end or days(term.start, term.end) >= 0)
    terms = sorted(terms, key=lambda term: (term.start, term.end or "9999", term.source))
    begun: dict[str, list[Term]] = defaultdict(list)
    for term in terms:
        begun[term.office].append(term)
    held: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        mine = held[term.office, term.person]
        if mine and _goes_on(mine[-1], term, begun[term.office]):
            mine[-1] = _joined(mine[-1], term)
        else:
            mine.append(term)
    return [term for mine in held.values() for term in mine]


def _goes_on(first: Term, second: Term, begun: Iterable[Term]) -> bool:
    if first.end:
        return days(first.end, second.start) <= SAME_TERM_DAYS
    others = (term for term in begun if term.person != first.person)
    return not any(days(first.start, term.start) > 0 and days(term.start, second.start) > 0 for term in others)


def in_turn(terms: Iterable[Term], report: Callable[[str], None]) -> list[Term]:
    """The terms of one office that one person holds at a time, so that none is over another.

    A term ends where the next begins if its source tells no end, the day before, or one a few days later. A short term
    inside another (someone stands in for the holder) is left out. What cannot be settled goes to `report`, and the
    earlier term ends where the later begins; if both begin on one day, the one that ended first is left out.
    """
    kept: list[Term] = []
    for term in sorted(terms, key=lambda term: (earliest(term.start), term.end or "9999", term.source)):
        if kept and days(kept[-1].start, term.start) <= 0 and kept[-1].person != term.person and len(term.start) < 10:
            report(f"begins no later than the one before: {term}")
            continue
        if kept and kept[-1].end and term.end and days(term.end, kept[-1].end) > 0:
            report(f"inside another: {term} in {kept[-1]}")
            continue
        if kept:
            kept[-1] = _until(kept[-1], term, report)
            if kept[-1].end == kept[-1].start == term.start or days(kept[-1].start, kept[-1].end) < 0:
                report(f"nothing is left of: {kept.pop()}")
        kept.append(term)
    return kept


def _until(term: Term, following: Term, report: Callable[[str], None]) -> Term:
    if not term.end:
        if days(term.start, following.start) > LONGEST_GUESS_YEARS * 365:
            report(f"no end, and the next begins long after: {term}")
        return replace(term, end=following.start)
    over = days(following.start, term.end)
    if over > HANDOVER_DAYS:
        report(f"over the next by {over} days: {term} and {following}")
    by_day = len(term.end) == len(following.start) == len("2000-01-01")
    return replace(term, end=following.start) if over > 0 or (by_day and over == -LAST_DAY) else term
