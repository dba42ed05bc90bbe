"""The table of bodies: international organizations, companies, armed groups, parties, armed forces."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from training.knowledge.actors import Actor, acronym, read_actors, readable
from training.knowledge.countries import fold_key, gec_codes
from training.knowledge.parties import Named, read_forces, read_groups, read_parties
from training.knowledge.tables import FOLDER, cell, read_rows, values, write_table

COLUMNS = ("id", "name", "aliases", "type", "sector", "country", "source")
ABOUT = """Organizations, armed groups, parties and forces, built from lists; bodies_by_hand.tsv goes before, and what it has is left out here.
Sources: countries_factbook.jsonl (The World Factbook, public domain): parties, forces, terrorist groups;
armed_groups.txt and international.txt (actor dictionaries of the Open Event Data Alliance, MIT), to 2013.
Amend by a row of the same id in bodies_by_hand.tsv. No source gives Wikidata ids. Parties are PTY, groups REB.
"""
HERE = Path(__file__).parent
# Entries of the dictionaries that are no body, or one that nobody would look for here, by a word of theirs.
NOT_BODIES = re.compile(
    r"\b(?:PRESIDENT|SECRETARY|SPOKES\w+|CHIEF|DIRECTOR|ENVOY|OFFICIALS?|MONITORS?|REPRESENTATIVE|COMMISSIONER|CHAIRMAN|MINISTER"
    r"|AMBASSADOR|PEACEKEEPERS?|EXPERTS?|SPECIAL RAPPORTEUR|DATABASE|PROJECT|BODIES"
    r"|DELEGATION|TROOPS|MEMBERS?|GROUPS|ORGANIZATIONS|ACTIVISTS?)\b"
)
LEAST_WORTH = 20_000_000_000  # dollars: below it a company is seldom named without what it is
WORTH = re.compile(r"\$([\d,]+)")
LEGAL = re.compile(
    r",?\s+(?:Incorporated|Inc|Corp|Corporation|Co|Company|Ltd|Limited|Plc|LLC|Lp|Sa|Ag|Nv|Holdings?|Group Plc)\.?$",
    re.IGNORECASE,
)
ORGANIZED = re.compile(
    r"\b(?:Organi[sz]ation|Association|Union|Council|Federation|Committee|Commission|Foundation|Fund|Institute|Agency|Alliance"
    r"|Centre|Center|League|Network|Society|International|World|Bank|Court|Tribunal|Parliament|Community|Conference|Congress"
    r"|Movement|Forum|Group|Trust|Campaign|Watch|Aid|Relief|Initiative|Secretariat|Authority|Programme|Assembly|Academy)\b"
)
# What an organization that is not one of states is about, that it comes into news of war and diplomacy.
IN_NEWS = re.compile(
    r"\b(?:Human Rights|Rights|Refugees?|Peace|Relief|Aid|Disarmament|Nuclear|Arms|Mines?|Landmines?|Journalists?|Press|Jewish|Zionist|Islamic"
    r"|Muslim|Churche?s?|Catholic|Lutheran|Baptist|Trade Unions?|Labou?r|Workers|Olympic|Parliament\w*|Red Cross|Lawyers|Jurists|Torture"
    r"|Women|Democracy|Freedom|Justice|Amnesty|Genocide|Election|Electoral|Security|Strategic|Policy|Energy|Oil|Wildlife|Nature|Climate"
    r"|Environmental|Conservation|Food|Hunger|Health|Doctors|Medical|AIDS|Children|Humanitarian|Development|Ethnic|Uygur|Tibet|Kurdish"
    r"|Chamber of Commerce|Football|Tennis|Athletic\w*|Migration|Slavery|Transparency)\b"
)
# Territories whose parties are news now and then; of others only states' are taken.
ALSO = frozenset("XKX PSE TWN GRL HKG FRO PRI NCL".split())


# Names whose capitals the lists have lost.
SPELLED = {
    "Conocophillips": "ConocoPhillips",
    "Directv": "DirecTV",
    "Ebay": "eBay",
    "Fedex": "FedEx",
    "Mastercard": "Mastercard",
}
SPELLED |= {"Mcdonald's": "McDonald's", "Metlife": "MetLife", "Nextera Energy": "NextEra Energy", "Pepsico": "PepsiCo"}
SPELLED |= {
    "Unitedhealth Group": "UnitedHealth Group",
    "Cvs": "CVS",
    "Cibc": "CIBC",
    "Pnc Bank": "PNC Bank",
    "Wal-Mart Stores": "Walmart",
}
SPELLED |= {
    "Eog Resources": "EOG Resources",
    "Encana": "Encana",
    "Freeport Mcmoran Copper and Gold": "Freeport-McMoRan",
}


def slug(name: str) -> str:
    """An id made of a name: "Workers' Party" is "workers-party"."""
    plain = unicodedata.normalize("NFKD", name.lower().replace("ı", "i").replace("ł", "l").replace("ø", "o"))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"['’ʼ.]", "", plain)).strip("-")


def body(name: str, aliases: Iterable[str], kind: str, sector: str, country: str, source: str) -> dict[str, str]:
    """A row, its id the name's slug."""
    others = [alias for alias in aliases if fold_key(alias) != fold_key(name)]
    cells = {
        "id": slug(name),
        "name": name,
        "aliases": cell(others),
        "type": kind,
        "sector": sector,
        "country": country,
    }
    return {**cells, "source": source}


def names_of(row: dict[str, str]) -> set[str]:
    """The names of a row, folded."""
    return {fold_key(name) for name in (row["name"], *values(row["aliases"]))}


class Shelf:
    """Rows on their way into the table; what is there, or was written by hand, is not taken twice.

    Attributes:
        rows: those taken.
    """

    def __init__(self, by_hand: Iterable[dict[str, str]], left_out: Iterable[str] = ()) -> None:
        self.rows: list[dict[str, str]] = []
        self._left_out = {fold_key(name) for name in left_out}
        self._reserved: set[str] = set()
        self._ids: set[str] = set()
        self._held: dict[str, list[str]] = defaultdict(list)
        for row in by_hand:
            self._hold(row)
            self._reserved |= {name for name in (row["name"], *values(row["aliases"])) if name.isupper()}

    def _hold(self, row: dict[str, str]) -> None:
        self._ids.add(row["id"])
        for name in names_of(row):
            self._held[name].append(row["country"])

    def _taken(self, alias: str) -> set[str]:
        return {fold_key(alias)} if alias in self._reserved else set()

    def is_known(self, row: dict[str, str]) -> bool:
        """Whether a body of one of the row's names stands here already: the same country's, or one of all countries."""
        return any(
            not row["country"] or country in ("", row["country"])
            for name in names_of(row)
            for country in self._held.get(name, ())
        )

    def put(self, row: dict[str, str]) -> None:
        """Take a row, unless it is known or left out; one whose id is taken gets its country's code behind it.

        An acronym that a body written by hand has is not given to another.
        """
        if not row["id"] or fold_key(row["name"]) in self._left_out or self.is_known(row):
            return
        aliases = [
            alias for alias in values(row["aliases"]) if fold_key(alias) not in self._left_out | self._taken(alias)
        ]
        row = {**row, "aliases": cell(aliases)}
        if row["id"] in self._ids:
            row = {**row, "id": f"{row['id']}-{row['country'].lower()}"}
        if row["id"] in self._ids:
            return
        self._hold(row)
        self.rows.append(row)


def from_factbook(
    lines: Iterable[str], codes: list[dict[str, str]], countries: list[dict[str, str]]
) -> Iterator[dict[str, str]]:
    """Parties, forces and groups of the Factbook."""
    to_iso = gec_codes(codes)
    states = {row["ISO3166-1-Alpha-3"] for row in codes if row["is_independent"] == "Yes"} | ALSO
    called = {row["code"]: row for row in countries}
    groups: dict[str, tuple[Named, set[str], str]] = {}
    for number, line in enumerate(lines, start=1):
        fact = json.loads(line)
        code, source = to_iso.get(fact["gec"].upper(), ""), f"countries_factbook.jsonl:{number}"
        if code not in states:
            continue
        for party in read_parties(fact["parties"]):
            yield body(party.name, party.aliases, "party", "PTY", code, source)
        calls = (called[code]["name"], *values(called[code]["adjectives"]))
        for force, kind in read_forces(fact["forces"], calls):
            yield body(force.name, force.aliases, kind, "COP" if kind == "police" else "MIL", code, source)
        for group in read_groups(fact["terrorist_groups"]):
            if not is_distinct(group.name) or group.name.startswith("Islamic State"):
                continue  # its branches are written by hand
            _, where, _ = groups.setdefault(fold_key(group.name), (group, set(), source))
            where.add(code)
    for group, where, source in groups.values():
        country = next(iter(where)) if len(where) == 1 else ""
        yield body(group.name, group.aliases, "armed_group", "REB" if len(where) < 3 else "IMG", country, source)


def from_groups(actors: Iterable[Actor], codes: set[str]) -> Iterator[dict[str, str]]:
    """Rebels of armed_groups.txt: those of a country and with an acronym or three names, for the list has many of a day."""
    for actor in actors:
        code = actor.codes[0] if actor.codes else ""
        short = [acronym(name) for name in actor.names]
        known = any(short) or len(actor.names) >= 3
        if code[3:] != "REB" or code[:3] not in codes or not known:
            continue
        name, *others = [readable(name) for name in actor.names]
        aliases = [one for one in (*short, *map(shown, others)) if is_distinct(one)]
        if is_distinct(name) and " " in name.replace("-", " "):
            yield body(name, aliases, "armed_group", "REB", code[:3], f"armed_groups.txt:{actor.line}")


def from_international(actors: Iterable[Actor], codes: set[str]) -> Iterator[dict[str, str]]:
    """Organizations and companies of international.txt; its people, and what is no body, are left out."""
    for actor in actors:
        code = actor.codes[0] if actor.codes else ""
        joined = " ".join(actor.names).replace("_", " ")
        if (
            actor.is_dated
            or code[:3] not in ("IGO", "NGO", "MNC")
            or NOT_BODIES.search(joined)
            or "IGOrulers" in actor.note
        ):
            continue
        name, *others = [readable(name).removeprefix("The ") for name in actor.names]
        country = code[3:6] if code[3:6] in codes else ""
        source = f"international.txt:{actor.line}"
        if code.startswith("MNC"):
            worth = WORTH.search(actor.note)
            short = SPELLED.get(LEGAL.sub("", name), LEGAL.sub("", name))
            if worth and int(worth[1].replace(",", "")) >= LEAST_WORTH and is_distinct(short):
                yield body(short, [], "company", "MNC", country, source)
        elif ORGANIZED.search(name) and 3 <= len(name.split()) <= 8 and is_distinct(name):
            if code.startswith("NGO") and not IN_NEWS.search(name):
                continue
            sector = code[:3] if "UNO" not in code else "UNO"
            sector = "EUR" if code.startswith("IGOEUREEC") and "European" in name else sector
            kind = "igo" if code.startswith("IGO") else "ngo"
            short_names = [acronym(one) for one in actor.names]
            yield body(name, [o for o in (*short_names, *others) if is_distinct(o)], kind, sector, country, source)


def shown(name: str) -> str:
    """A name of one short word as an acronym: "Fbl" is "FBL"."""
    return name.upper() if " " not in name and len(name) <= 5 else name


def is_distinct(name: str) -> bool:
    """Whether a name can be looked for in a text: long enough, and without what lists put into names."""
    return len(name) >= 3 and not re.search(r"[+\[\]:;_*|–]|\bThen\b|, the$", name) and not name.isdigit()


def build_bodies(sources: Path, output: Path, tables: Path = FOLDER) -> None:
    """Write bodies.tsv; countries.tsv must have been written."""
    countries = read_rows(output / "countries.tsv")
    with (sources / "country_codes.csv").open(encoding="utf-8", newline="") as file:
        codes = list(csv.DictReader(file))
    known = {row["code"] for row in countries}
    lost = [line for line in (HERE / "left_out.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    left_out = [name.strip() for line in lost for name in line.split(";")]
    shelf = Shelf(read_rows(tables / "bodies_by_hand.tsv"), left_out)

    def lines(name: str) -> list[str]:
        return (sources / name).read_text("utf-8", errors="replace").splitlines()

    found = [
        *from_factbook(lines("countries_factbook.jsonl"), codes, countries),
        *from_groups(read_actors(lines("armed_groups.txt")), known),
        *from_international(read_actors(lines("international.txt")), known),
    ]
    for row in found:
        shelf.put(row)
    write_table("bodies.tsv", COLUMNS, shelf.rows, about=ABOUT, sort=("id",), folder=output)
