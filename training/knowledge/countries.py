"""The table of countries: codes, names in use, former names, adjectives, capitals, seats of government."""

from __future__ import annotations

import csv
import json
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from training.knowledge.tables import cell, read_rows, values, write_table

HERE = Path(__file__).parent
KNOWLEDGE = HERE.parents[1] / "src" / "onrecord" / "knowledge"
COLUMNS = (
    *("code", "iso2", "wikidata", "name", "names", "former", "adjectives", "capital", "metonyms", "known_until"),
    "source",
)
ABOUT = """Countries and territories, by ISO 3166 alpha-3 code (XKX, Kosovo, is none of ISO's).
Codes and Wikidata ids: country_codes.csv (Open Data Commons PDDL). Long names and adjectives: countries_factbook.jsonl
(The World Factbook, public domain). Short names: countries.toml. Other names, former names, people in the singular,
capitals with two seats and seats that mean the government were written by hand: amend them in
training/knowledge/country_names.tsv and run `python -m training.knowledge`.
`known_until`: who leads the country is known until that day; empty where no source tells who does.
"""
# Days on which the contents of the two lists of leaders end.
FACTBOOK_UNTIL, WIKIDATA_UNTIL = "2026-01-22", "2025-10-01"
# The Factbook's own codes that country_codes.csv lacks, or joins to others.
GEC = {"RI": "SRB", "KV": "XKX", "SV": "SJM", "NL": "NLD", "GZ": "PSE", "WE": "PSE"}
# The Factbook's adjectives that are said of another country, or that no one says in English.
NOT_SAID = {
    *(("ABW", "Dutch"), ("CUW", "Dutch"), ("HKG", "Chinese"), ("MAC", "Chinese"), ("SPM", "French"), ("MNP", "NA")),
    *(("FSM", "Kosraen"), ("FSM", "Chuukese"), ("FSM", "Pohnpeian"), ("FSM", "Yapese")),
    *(("COG", "Congo"), ("COD", "Congo"), ("SWZ", "Swati"), ("WLF", "Wallis"), ("BWA", "Batswana")),
}
NOTE = re.compile(r"\s*;.*|\s*\([^()]*\)(?:[,;].*)?$|\s+\*+$")


def fold_key(name: str) -> str:
    """What two writings of a name share: letters, without full stops, apostrophes and a first article."""
    return re.sub(r"[^\w]+", " ", re.sub(r"[.'’ʼ‘]", "", name).lower()).strip().removeprefix("the ")


def clean(name: str | None) -> str:
    """A name as a source has it, without notes and first article; empty where it has none."""
    if not name or name.strip() in ("none", "NA"):
        return ""
    return re.sub(r"^[Tt]he ", "", NOTE.sub("", name.strip())).replace("’", "'")


def is_name(name: str) -> bool:
    """Whether it can stand in a text as it is: no "Congo - Kinshasa"."""
    return bool(name) and " - " not in name and "&" not in name and len(name) > 2


def gec_codes(codes: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Alpha-3 codes by the Factbook's, in capitals."""
    found = {row["FIPS"].strip(): row["ISO3166-1-Alpha-3"] for row in codes if len(row["FIPS"].strip()) == 2}
    return {**found, **GEC}


def known_until(code: str, factbook: set[str], wikidata: set[str]) -> str:
    """Until when a country's leaders are known, from the codes that each list of leaders covers."""
    if code in factbook:
        return FACTBOOK_UNTIL
    return WIKIDATA_UNTIL if code in wikidata else ""


def other_names(name: str, names: Iterable[str], *, without: Iterable[str] = ()) -> list[str]:
    """The names but those that `name` and `without` hold already, each once; "U.S." and "US" are two."""
    held = {fold_key(one) for one in (name, *without)}
    return [one for one in dict.fromkeys(names) if one and fold_key(one) not in held]


def country_row(
    code: str,
    name: str,
    iso: Mapping[str, str],
    fact: Mapping[str, Any],
    demonyms: Iterable[str],
    hand: Mapping[str, str],
    until: str,
    source: str,
) -> dict[str, str]:
    """One row, of what the sources and our own table tell."""
    former = values(hand.get("former", ""))
    told = [clean(fact.get("long")), clean(iso.get("UNTERM English Formal"))]
    told += [] if fact.get("conventional") == "The Dominican" else [clean(fact.get("conventional"))]
    found = [one for one in (*told, clean(iso.get("CLDR display name"))) if is_name(one)]
    names = other_names(name, [*values(hand.get("names", "")), *_once(found)], without=former)
    adjectives = [one for one in demonyms if (code, one) not in NOT_SAID]
    return {
        "code": code,
        "iso2": iso.get("ISO3166-1-Alpha-2", "") or "XK",
        "wikidata": hand.get("wikidata") or iso.get("wikidata_id", "").rpartition("/")[2],
        "name": name,
        "names": cell(names),
        "former": cell(former),
        "adjectives": cell([*adjectives, *values(hand.get("adjectives", ""))]),
        "capital": (hand.get("capital") or clean(fact.get("capital")) or iso.get("Capital", "").strip()).removeprefix(
            "-"
        ),
        "metonyms": cell(values(hand.get("metonyms", ""))),
        "known_until": until,
        "source": source,
    }


def _once(names: Iterable[str]) -> list[str]:
    """Each name once, whatever its article."""
    return list({fold_key(name): name for name in reversed(list(names))}.values())[::-1]


def build_countries(sources: Path, output: Path) -> None:
    """Write countries.tsv."""
    with (sources / "country_codes.csv").open(encoding="utf-8", newline="") as file:
        codes = list(csv.DictReader(file))
    lines = (sources / "countries_factbook.jsonl").read_text("utf-8").splitlines()
    to_iso = gec_codes(codes)
    facts: dict[str, tuple[int, dict[str, Any]]] = {}
    for number, line in enumerate(lines, start=1):
        fact = json.loads(line)
        code = to_iso.get(fact["gec"].upper())
        if code and fact["conventional"] and code != "PSE":
            facts[code] = (number, fact)
    demonyms = {row["name"]: row["adjectives"] for row in read_toml("demonyms.toml")["country"]}
    with (sources / "leaders_wikidata.csv").open(encoding="utf-8", newline="") as file:
        in_wikidata = {row["iso3"] for row in csv.DictReader(file)}
    leaders = json.loads((sources / "leaders_factbook.json").read_text("utf-8"))
    in_factbook = {to_iso[row[0].upper()] for row in leaders if row[0].upper() in to_iso}
    hands = {row["code"]: row for row in read_rows(HERE / "country_names.tsv")}
    by_code = {row["ISO3166-1-Alpha-3"]: (number, row) for number, row in enumerate(codes, start=2)}
    rows = []
    for code, name in read_toml("countries.toml").items():
        iso_line, iso = by_code.get(code, (0, {}))
        fact_line, fact = facts.get(code, (0, {}))
        called = fact.get("conventional") if fact.get("conventional") != "none" else fact.get("long")
        cited = [f"country_codes.csv:{iso_line}"] if iso else []
        cited += [f"countries_factbook.jsonl:{fact_line}"] if fact else []
        until = known_until(code, in_factbook, in_wikidata)
        said = demonyms.get(called or "", [])
        rows.append(country_row(code, name, iso, fact, said, hands.pop(code, {}), until, cell(cited)))
    if hands:
        raise ValueError(f"country_names.tsv: no country has the code {', '.join(hands)}")
    write_table("countries.tsv", COLUMNS, rows, about=ABOUT, sort=("code",), folder=output)


def read_toml(name: str) -> dict[str, Any]:
    """One of the package's tables in TOML."""
    return tomllib.loads((KNOWLEDGE / name).read_text("utf-8"))
