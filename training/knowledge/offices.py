"""The tables of people, offices and terms, from all sources of leaders and ministers.

Heads of state and government are Wikidata's, held against the Factbook's; of US presidents only the terms that
us_executive.yaml has, which keeps out the fictional ones. British ministers are the Institute for Government's, others
those of the lists of ministers. What an editor found wrong or missing in the heads stands in corrected_terms.tsv and
same_people.tsv beside this module.
"""

from __future__ import annotations

import csv
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from training.knowledge.america import read_america
from training.knowledge.britain import read_britain
from training.knowledge.countries import FACTBOOK_UNTIL, WIKIDATA_UNTIL, gec_codes
from training.knowledge.factbook import read_entries
from training.knowledge.heads import KINDS, Line, Offices, confirmed, stints, terms_of, without_doubles
from training.knowledge.leaders import read_leaders
from training.knowledge.listed import Found, Office
from training.knowledge.ministers import plain_name, read_ministers
from training.knowledge.names import fold
from training.knowledge.tables import cell, read_rows, write_table
from training.knowledge.terms import LONGEST_GUESS_YEARS, Term, days, in_turn, one_term_each

HERE = Path(__file__).parent
PEOPLE = ("id", "name", "aliases", "country", "sector", "source")
OFFICES = ("id", "title", "of", "kind", "aliases", "seats", "sector", "known_until", "source")
TERMS = ("office", "person", "holder", "start", "end", "title", "source")
SOURCES = """Sources: leaders_wikidata.csv, ministers_*.csv (Wikidata, CC0); leaders_factbook.json (The World Factbook, public domain);
us_executive.yaml (unitedstates/congress-legislators, CC0); uk_*.csv (Institute for Government, CC BY 4.0).
"""
ABOUT_PEOPLE = f"""Those who hold or held an office of offices.tsv. Ids are Wikidata's where a source gives one, else words of our own.
{SOURCES}Amend by a row of the same id in people_by_hand.tsv: its cells stand over these, its aliases are added.
"""
ABOUT_OFFICES = f"""Offices whose holders terms.tsv has. `kind`: one of OFFICES in knowledge/entries.py. `seats`: 1, or how many hold it at a time.
`known_until`: where the country's own day (countries.tsv) does not hold. Titles and kinds were written by hand
(training/knowledge/*_offices.tsv). {SOURCES}Amend by a row of the same id in offices_by_hand.tsv.
"""
ABOUT_TERMS = f"""Who held which office when, at the precision known; an open end means: still held on the day until which it is known.
{SOURCES}Terms of the source "unverified" were written by hand (training/knowledge/corrected_terms.tsv).
Amend in terms_by_hand.tsv: a term of an office with one seat ends the one before it.
"""
WITH_ARTICLE = re.compile(
    r"^(?:United|Netherlands|Philippines|Bahamas|Gambia|Maldives|Comoros|Vatican)|Republic|Islands|Territor"
)
UNVERIFIED = "unverified"
LEFT_OUT = "left_out"  # in place of an office: the row of a source that stands where the person does is wrong
# Labels that name no person: a junta, a council, a vacancy.
NOBODY = re.compile(
    r"^(?:Junta|Conselho|Council|Comit[êé]|Governo|Regência|Regency|Q\d+$|vacan|Military|Conselho|Presidium)\b", re.I
)


class _Amended:
    """What an editor found wrong in the sources: same_people.tsv and corrected_terms.tsv.

    Attributes:
        same: Wikidata ids of people by the id that we gave them.
        usual: the usual English names of people by id.
        left_out: the rows of sources that are wrong.
        terms: those that stand over the sources' own.
        names: the holders of these, by id.
    """

    def __init__(self) -> None:
        people = read_rows(HERE / "same_people.tsv")
        self.same = {row["slug"]: row["person"] for row in people if row["slug"]}
        self.usual = {row["person"]: row["name"] for row in people if row["name"]}
        rows = read_rows(HERE / "corrected_terms.tsv")
        self.left_out = {row["person"] for row in rows if row["office"] == LEFT_OUT}
        self.terms = [
            Term(row["office"], row["person"], row["start"], row["end"], "", UNVERIFIED)
            for row in rows
            if row["office"] != LEFT_OUT
        ]
        self.names = {row["person"]: row["holder"] for row in rows if row["office"] != LEFT_OUT}
        ours = {person: name for person, name in self.names.items() if not re.fullmatch(r"Q\d+", person)}
        self.usual = ours | self.usual

    def without_wrong(self, terms: list[Term]) -> list[Term]:
        """Without the rows left out, nor their doubles: the source has heads of both under either role."""
        wrong = {(term.office, term.person, term.start) for term in terms if term.source in self.left_out}
        return [term for term in terms if (term.office, term.person, term.start) not in wrong]

    def amend(self, terms: dict[str, list[Term]]) -> None:
        """Put the editor's terms in the place of those that the same person has in an office then."""
        own: dict[str, list[Term]] = defaultdict(list)
        for term in self.terms:
            own[term.office].append(term)
        for office in {*terms, *own}:
            found = [replace(term, person=self.same.get(term.person, term.person)) for term in terms.get(office, ())]
            kept = [term for term in found if not any(_meets(mine, term) for mine in own[office])]
            terms[office] = kept + own[office]


def _meets(own: Term, other: Term) -> bool:
    """Whether a term is the one that an editor wrote anew: the same person's, and one touches the other."""
    begins = not own.end or days(other.start, own.end) >= 0
    return own.person == other.person and begins and (not other.end or days(own.start, other.end) >= 0)


class _People:
    """People of all sources by id, with their names in the order in which the sources came."""

    def __init__(self, amended: _Amended) -> None:
        self.names: dict[str, list[str]] = {}
        self.source: dict[str, str] = {}
        self._amended = amended

    def add(self, person: str, names: Iterable[str], source: str) -> None:
        """Let the person be called so, after the usual name."""
        person = self._amended.same.get(person, person)
        names = [self._amended.usual.get(person, ""), *names] if person not in self.names else names
        known = self.names.setdefault(person, [])
        held = {fold(name) for name in known}
        for name in names:
            if name and fold(name) not in held:
                held.add(fold(name))
                known.append(name)
        self.source.setdefault(person, source)

    def by_name(self) -> dict[str, str]:
        """Ids by folded name, where no two bear it."""
        found: dict[str, set[str]] = defaultdict(set)
        for person, names in self.names.items():
            for name in names:
                found[fold(name)].add(person)
        return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def build_offices(sources: Path, output: Path) -> None:
    """Write people.tsv, offices.tsv and terms.tsv; what the sources leave open goes to standard error."""
    amended, told = _Amended(), _Reports()
    people = _People(amended)
    countries = {row["code"]: row["name"] for row in read_rows(output / "countries.tsv")}
    offices: dict[str, Office] = {}
    terms: dict[str, list[Term]] = defaultdict(list)
    heads, still = _heads(sources, countries, people, amended, told)
    for found in (heads, _listed(read_ministers(sources), people)):
        _take(found, offices, terms)
    _take(_british(sources, people), offices, terms)
    for person, name in amended.names.items():
        people.add(person, [name], UNVERIFIED)
    amended.amend(terms)
    kept = {office: _settled(terms[office], offices[office], told) for office in sorted(terms)}
    for office, settled in kept.items():
        offices[office] = replace(offices[office], known_until=_known_until(offices[office], settled, still))
    seen = {term.person for settled in kept.values() for term in settled}
    write_table(
        "people.tsv", PEOPLE, _people_rows(people, kept, offices, seen), about=ABOUT_PEOPLE, sort=("id",), folder=output
    )
    rows = [_office_row(offices[office], settled) for office, settled in kept.items() if settled]
    write_table("offices.tsv", OFFICES, rows, about=ABOUT_OFFICES, sort=("id",), folder=output)
    term_rows = [
        {
            "office": term.office,
            "person": term.person,
            "holder": people.names[term.person][0],
            "start": term.start,
            "end": term.end,
            "title": term.title,
            "source": term.source,
        }
        for settled in kept.values()
        for term in settled
    ]
    write_table("terms.tsv", TERMS, term_rows, about=ABOUT_TERMS, sort=("office", "start"), folder=output)


class _Reports:
    """What cannot be settled, told on standard error."""

    def __call__(self, line: str) -> None:
        sys.stderr.write(line + "\n")


def _take(found: Found, offices: dict[str, Office], terms: dict[str, list[Term]]) -> None:
    offices.update({key: office for key, office in found.offices.items() if key not in offices})
    for term in found.terms:
        terms[term.office].append(term)


def _heads(
    sources: Path, countries: Mapping[str, str], people: _People, amended: _Amended, told: _Reports
) -> tuple[Found, set[tuple[str, str]]]:
    """Heads of state and government and American vice presidents; office and person of those the Factbook shows last."""
    lines = Offices.read()
    with (sources / "country_codes.csv").open(encoding="utf-8", newline="") as file:
        codes = gec_codes(list(csv.DictReader(file)))
    leaders = [leader for leader in read_leaders(sources) if not NOBODY.match(leader.label)]
    american = read_america(sources, leaders, today=FACTBOOK_UNTIL)
    leaders = [leader for leader in leaders if leader.country != "USA"]
    labels = {leader.person: leader.label for leader in leaders}
    labels |= {person: names[0] for person, names in american.names.items()}
    heads = [
        *amended.without_wrong(terms_of(leaders, lines)),
        *(term for term in american.terms if term.office == "USA.president"),
    ]
    entries = (entry for entry in read_entries(sources) if entry.source not in amended.left_out)
    shown = stints(entries, codes, lines)
    joined, spelled, still, new = confirmed(without_doubles(heads, lines), shown, labels, told)
    joined += [term for term in american.terms if term.office != "USA.president"]
    held = {term.person for term in joined}
    for person, label in (labels | new).items():
        if person in held:
            source = next(term.source for term in joined if term.person == person)
            people.add(person, [plain_name(label), *spelled.get(person, ())], source)
    for person, names in american.names.items():
        people.add(person, names, "")
    offices = {line.office: _head_office(line, countries) for line in lines.lines if line.slug != "-"}
    return Found({**offices, **american.offices}, joined), {(office, amended.same.get(p, p)) for office, p in still}


def _head_office(line: Line, countries: Mapping[str, str]) -> Office:
    """The office of a line of leading_offices.tsv."""
    land = countries[line.code]
    title = line.full or f"{line.title} of {'the ' * bool(WITH_ARTICLE.search(land))}{land}"
    return Office(line.office, title, line.kind or KINDS[line.role], line.aliases or line.title, line.seats)


def _listed(found: Found, people: _People) -> Found:
    """Ministers and the like; their names as the English Wikipedia has them go before."""
    source = {term.person: term.source for term in reversed(found.terms)}
    for person, names in found.names.items():
        if person in source:
            people.add(person, reversed(names), source[person])
    return found


def _british(sources: Path, people: _People) -> Found:
    """British ministers, joined to those that other sources have by name."""
    found = read_britain(sources, people.by_name())
    source = {term.person: term.source for term in reversed(found.terms)}
    for person, names in found.names.items():
        people.add(person, names, source[person])
    return found


def _settled(terms: Iterable[Term], office: Office, told: _Reports) -> list[Term]:
    joined = one_term_each(terms)
    return in_turn(joined, told) if office.seats == "1" else sorted(joined, key=lambda term: (term.start, term.person))


def _known_until(office: Office, settled: list[Term], still: set[tuple[str, str]]) -> str:
    """Until when an office is known: for as long as its source is, and shorter where an open end is an old one."""
    if office.known_until or not settled or settled[-1].end or office.kind not in KINDS.values():
        return office.known_until
    last = settled[-1]
    if (office.id, last.person) in still:
        return ""
    if last.source == UNVERIFIED:
        return WIKIDATA_UNTIL
    return WIKIDATA_UNTIL if days(last.start, WIKIDATA_UNTIL) < LONGEST_GUESS_YEARS * 365 else last.start


def _people_rows(
    people: _People, kept: Mapping[str, list[Term]], offices: Mapping[str, Office], seen: set[str]
) -> Iterable[dict[str, str]]:
    lands: dict[str, list[str]] = defaultdict(list)
    for settled in kept.values():
        for term in settled:
            of = offices[term.office].of
            if re.fullmatch(r"[A-Z]{3}", of):
                lands[term.person].append(of)
    for person in sorted(seen):
        name, *others = people.names[person]
        mine = set(lands[person])
        country = mine.pop() if len(mine) == 1 else ""
        source = people.source[person] or next(t.source for s in kept.values() for t in s if t.person == person)
        yield {
            "id": person,
            "name": name,
            "aliases": cell(others),
            "country": country,
            "sector": "",
            "source": source,
        }


def _office_row(office: Office, settled: list[Term]) -> dict[str, str]:
    return {
        "id": office.id,
        "title": office.title,
        "of": office.of,
        "kind": office.kind,
        "aliases": office.aliases,
        "seats": office.seats,
        "sector": office.sector,
        "known_until": office.known_until,
        "source": settled[0].source.partition(":")[0],
    }
