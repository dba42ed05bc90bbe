"""Offices and terms of heads of state and government, from both lists of leaders."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from training.knowledge.factbook import UNTIL, Entry
from training.knowledge.leaders import Leader
from training.knowledge.names import alike, fold, same_person, slug, words
from training.knowledge.tables import read_rows
from training.knowledge.terms import HANDOVER_DAYS, Term, days, finer

LINES = Path(__file__).parent / "leading_offices.tsv"
NO_OFFICE = "-"
LONG_WORD = 5  # letters of a word that two names have in common by more than chance
KINDS = {"state": "head_of_state", "government": "head_of_government", "both": "head_of_both"}
# What the Factbook calls the holder, by the office's title where that is not a part of it.
CALLED = {
    "Prime Minister": r"prime minister|premier|president of the government|head of government|cabinet of ministers|^prime$",
    "Monarch": "king|queen",
    "Emir": "amir",
    "Supreme Leader": "supreme leader|taliban leader|state affairs commission",
    "Chairman of the Council of Ministers": "council of ministers",
    "Chairman of the Presidential Leadership Council": "presidential (leadership )?council",
    "Chairman of the Presidential Council": "presidential council",
    "Chairman of the Transitional Sovereignty Council": "sovereign council",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line of leading_offices.tsv."""

    code: str
    role: str
    since: str
    slug: str
    title: str
    kind: str
    aliases: str
    seats: str
    full: str

    @property
    def office(self) -> str:
        """The office's id."""
        return f"{self.code}.{self.slug}"

    def is_called(self, title: str) -> bool:
        """Whether the Factbook's title can mean this office."""
        return bool(re.search(CALLED.get(self.title, re.escape(self.title.lower())), title.lower()))


class Offices:
    """Which office a row of a country, a role and a day belongs to."""

    def __init__(self, rows: Iterable[Mapping[str, str]]) -> None:
        self.lines = [Line(**row) for row in rows]
        self._by_role: dict[tuple[str, str], list[Line]] = defaultdict(list)
        for line in sorted(self.lines, key=lambda line: line.since):
            for role in ("state", "government") if line.role == "both" else (line.role,):
                self._by_role[line.code, role].append(line)

    @classmethod
    def read(cls) -> Offices:
        """Those of the table beside this module."""
        return cls(read_rows(LINES))

    def at(self, code: str, role: str, start: str) -> Line | None:
        """The line for it; None where such a row is no office that we take."""
        found = [line for line in self._by_role[code, role] if days(line.since or "0001", start) >= 0]
        return found[-1] if found and found[-1].slug != NO_OFFICE else None


def terms_of(leaders: Iterable[Leader], offices: Offices) -> list[Term]:
    """Wikidata's rows as terms."""
    found = []
    for leader in leaders:
        line = offices.at(leader.country, leader.role, leader.start)
        if line:
            found.append(Term(line.office, leader.person, leader.start, leader.end, "", leader.source))
    return found


def without_doubles(terms: Iterable[Term], offices: Offices) -> list[Term]:
    """Without heads of state whom the source also has as heads of government, where these are two offices."""
    terms = list(terms)
    roles = {line.office: (line.code, line.role) for line in offices.lines}
    states: dict[tuple[str, str], list[Term]] = defaultdict(list)
    for term in terms:
        code, role = roles[term.office]
        if role == "state":
            states[code, term.person].append(term)
    return [
        term
        for term in terms
        if roles[term.office][1] != "government"
        or not any(_covers(state, term) for state in states[roles[term.office][0], term.person])
    ]


def _covers(one: Term, other: Term) -> bool:
    starts = days(one.start, other.start) >= -HANDOVER_DAYS
    return starts and (not one.end or (bool(other.end) and days(other.end, one.end) >= -HANDOVER_DAYS))


@dataclass(frozen=True, slots=True)
class Stint:
    """What the Factbook shows of one person in one office, one edition after another."""

    office: str
    entries: tuple[Entry, ...]

    @property
    def starts(self) -> list[str]:
        """All days since which it says he holds it, the first first."""
        return sorted({entry.since for entry in self.entries if entry.since})

    @property
    def last_seen(self) -> str:
        """The last edition that shows him."""
        return max(entry.seen[1] for entry in self.entries)

    @property
    def still(self) -> bool:
        """Whether the last edition of the Factbook shows him."""
        return self.last_seen > UNTIL

    def names(self, label: str) -> bool:
        """Whether a label can name this person: a surname and, where both have more, another word."""
        return any(self._named(entry, label) for entry in self.entries)

    def is_one(self, label: str) -> bool:
        """Whether a label of whatever time must name this person: a surname, and words enough besides."""
        last = self.entries[-1]
        mine = words(label)
        surname = any(alike(word, other) for part in last.surnames for word in words(part) for other in mine)
        return same_person(label, last.name) and (surname or not last.surnames)

    @staticmethod
    def _named(entry: Entry, label: str) -> bool:
        theirs = words(label)
        surname = any(alike(word, other) for part in entry.surnames for word in words(part) for other in theirs)
        return surname or same_person(entry.name, label)


def stints(entries: Iterable[Entry], codes: Mapping[str, str], offices: Offices) -> list[Stint]:
    """The Factbook's rows by office and person, in the order in which it shows them."""
    runs: dict[str, list[list[Entry]]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: (entry.seen, entry.line)):
        line = offices.at(codes.get(entry.code, ""), entry.role, entry.since or entry.seen[0])
        if line is None or (entry.title and not line.is_called(entry.title)):
            continue
        mine = runs[line.office]
        run = next((run for run in reversed(mine[-4:]) if Stint(line.office, tuple(run)).names(entry.name)), None)
        if run and (run is mine[-1] or days(run[-1].seen[1], entry.seen[0]) < 365):
            run.append(entry)
        else:
            mine.append([entry])
    return [Stint(office, tuple(run)) for office, all_runs in runs.items() for run in all_runs]


def confirmed(
    terms: Iterable[Term],
    found: Iterable[Stint],
    labels: Mapping[str, str],
    report: Callable[[str], None],
) -> tuple[list[Term], dict[str, list[str]], set[tuple[str, str]], dict[str, str]]:
    """Terms with the Factbook's beside them.

    Args:
        terms: Wikidata's.
        found: the Factbook's.
        labels: the people's names by id.
        report: hears of new terms.

    Returns:
        All terms; the Factbook's writings of names by person; office and person of those that its last edition shows;
        and the names of people whom Wikidata's list lacks, by id.
    """
    terms = list(terms)
    spelled: dict[str, list[str]] = defaultdict(list)
    still: set[tuple[str, str]] = set()
    new: dict[str, str] = {}
    by_office: dict[str, list[Term]] = defaultdict(list)
    by_country: dict[str, set[str]] = defaultdict(set)
    for term in terms:
        by_office[term.office].append(term)
        by_country[term.office[:3]].add(term.person)
    for stint in found:
        begun = stint.starts
        mine = [term for term in by_office[stint.office] if stint.names(labels[term.person]) and _meet(term, stint)]
        if mine:
            term = max(mine, key=lambda term: term.start)
            person = term.person
            for start in begun:
                better = finer(term.start, start)
                terms[terms.index(term)] = term = replace(term, start=better)
        elif begun and any(entry.title for entry in stint.entries):
            name = stint.entries[-1].name
            others = [other for other in sorted(by_country[stint.office[:3]]) if stint.is_one(labels[other])]
            person = others[0] if len(others) == 1 else slug(name)
            if person not in labels:
                new[person] = name
            first = next(entry for entry in stint.entries if entry.since == begun[0])
            title = f"Acting {first.title}" if all(entry.acting for entry in stint.entries) and first.title else ""
            term = Term(stint.office, person, begun[0], "", title, first.source)
            terms.append(term)
            report(f"new: {term} {name} all {begun} seen to {stint.last_seen}")
        else:
            continue
        rivals = [labels[other] for other in by_country[stint.office[:3]] if other != person]
        known = labels.get(person, new.get(person, ""))
        spelled[person].extend(entry.name for entry in stint.entries if _is_spelling(entry.name, known, rivals))
        if stint.still:
            still.add((stint.office, person))
    return terms, spelled, still, new


def _is_spelling(name: str, known: str, rivals: Iterable[str]) -> bool:
    """Whether a name is another writing of the one known, and not a relative's, a deputy's or another leader's."""
    if fold(name) != fold(known) and fold(name) in map(fold, rivals):
        return False
    if same_person(name, known):
        return True
    last_names = {word for word in words(name) if len(word) >= LONG_WORD}
    return bool(last_names & set(words(known))) and not any(same_person(name, rival) for rival in rivals)


def _meet(term: Term, stint: Stint) -> bool:
    """Whether a term was running while the Factbook showed it, or began when it says."""
    first, last = min(entry.seen[0] for entry in stint.entries), min(stint.last_seen, UNTIL)
    during = days(term.start, last) >= 0 and (not term.end or days(first, term.end) >= -400)
    return during or any(abs(days(term.start, start)) <= HANDOVER_DAYS for start in stint.starts)
