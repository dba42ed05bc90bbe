"""The table of role nouns: what a noun tells of someone's sector, "paratrooper" of MIL."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from onrecord.interpreting.linking.actors import singular
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.sectors import SECTORS
from training.knowledge.tables import FOLDER, read_rows, write_table

COLUMNS = ("noun", "sector", "source")
SOURCE = "plover_agents.txt"
ABOUT = """Role nouns and the PLOVER sectors that they tell, folded, singular; longer nouns go before their last words.
Source: plover_agents.txt (agents dictionary of the Open Event Data Alliance, MIT), by line.
Left out: what role_nouns_by_hand.tsv has, what training/knowledge/left_out_nouns.txt lists, nouns with two sectors, and
nouns whose last words tell the same.
Amend by a row of the same noun in role_nouns_by_hand.tsv, its sector empty for none.
"""
HERE = Path(__file__).parent
COMMENT = re.compile(r"#.*$")
SET = re.compile(r"^(!\w+!)\s*=\s*(.+)$")
AGENT = re.compile(r"^(?P<noun>[^{\[]+?)\s*(?:\{[^}]*\})?\s*\[~(?P<codes>[A-Z]+)\]")
STEMS = {
    "MINIST": ("MINISTER", "MINISTRY"),
    "AUTHORIT": ("AUTHORITY",),
    "COMPAN": ("COMPANY",),
    "INDUSTR": ("INDUSTRY",),
}
# What no lookup reaches: it ends at the first of these words, and takes four words at most. Figures are of weapons.
UNREACHABLE = re.compile(r" (?:of|for|in|at|to|from|with|on|and|by|near|against|who)(?: |$)|[^a-z ]")
LONGEST = 4
# Where someone's second or third code says more than the first, by all the codes.
PREFERRED = {"PTYOPP": "OPP", "REBREL": "REB", "RELREB": "REB", "RELUAF": "UAF", "RELMED": "MED", "RELEDU": "EDU"}
PREFERRED |= {"MILJUD": "JUD", "MILSPY": "SPY", "CVLOPPEDU": "EDU", "CVLOPPJRN": "JRN", "CVLOPPLAB": "LAB"}
PREFERRED |= {"CVLOPPAGR": "AGR", "CVLOPPMED": "MED"}
TELLS_NONE = "UNK"


@dataclass(frozen=True)
class Agent:
    """One noun of the dictionary.

    Attributes:
        line: its number.
        noun: folded, singular.
        sector: PLOVER's code, or one that PLOVER does not have.
    """

    line: int
    noun: str
    sector: str


def read_agents(lines: Iterable[str]) -> Iterator[Agent]:
    """The nouns of the dictionary, each form that its substitution sets and its stems stand for as one of its own."""
    sets: dict[str, tuple[str, ...]] = {}
    for number, raw in enumerate(lines, start=1):
        line = COMMENT.sub("", raw).strip()
        if found := SET.match(line):
            sets[found[1]] = tuple(form.strip() for form in found[2].split(","))
        elif found := AGENT.match(line):
            for form in expand(found["noun"], sets):
                yield Agent(number, plain(form), sector_of(found["codes"]))


def expand(noun: str, sets: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    """The forms of a noun: "POLICE!PERSON!" is a policeman or a policewoman, "FOOD_MINIST" a minister or ministry."""
    name = next((name for name in sets if name in noun), None)
    if name is not None:
        for form in sets[name]:
            yield from expand(noun.replace(name, form), sets)
        return
    stem = noun.rsplit("_", maxsplit=1)[-1]
    for ending in STEMS.get(stem, (stem,)):
        yield noun.removesuffix(stem) + ending
        if ending == "FORCE":
            yield noun + "S"  # forces are not several of a force


def plain(noun: str) -> str:
    """A noun as it is looked up."""
    *before, last = fold(noun).replace("defence", "defense").split()
    return " ".join([*before, singular(last)])


def sector_of(codes: str) -> str:
    """The sector of the codes in a bracket, three letters each."""
    return PREFERRED.get(codes, codes[:3])


def chosen(agents: Iterable[Agent], by_hand: Mapping[str, str], left_out: Iterable[str]) -> Iterator[Agent]:
    """The agents that tell a sector, and tell what neither the table by hand nor their own last words do."""
    passed = {plain(noun) for noun in left_out} | by_hand.keys()
    told: dict[str, dict[str, Agent]] = defaultdict(dict)
    for agent in agents:
        is_reachable = not UNREACHABLE.search(agent.noun) and len(agent.noun.split()) <= LONGEST
        if agent.noun not in passed and is_reachable and agent.sector in SECTORS and agent.sector != TELLS_NONE:
            told[agent.noun].setdefault(agent.sector, agent)
    kept = {noun: next(iter(by_sector.values())) for noun, by_sector in told.items() if len(by_sector) == 1}
    sectors = {noun: agent.sector for noun, agent in kept.items()} | dict(by_hand)
    for noun, agent in kept.items():
        words = noun.split()
        shorter = (" ".join(words[start:]) for start in range(1, len(words)))
        if next((sectors[part] for part in shorter if part in sectors), None) != agent.sector:
            yield agent


def build_role_nouns(sources: Path, output: Path, tables: Path = FOLDER) -> None:
    """Write role_nouns.tsv."""
    lines = (sources / SOURCE).read_text("utf-8", errors="replace").splitlines()
    by_hand = {row["noun"]: row["sector"] for row in read_rows(tables / "role_nouns_by_hand.tsv")}
    lost = [line for line in (HERE / "left_out_nouns.txt").read_text("utf-8").splitlines() if not line.startswith("#")]
    left_out = [noun.strip() for line in lost for noun in line.split(";") if noun.strip()]
    rows = [
        {"noun": agent.noun, "sector": agent.sector, "source": f"{SOURCE}:{agent.line}"}
        for agent in chosen(read_agents(lines), by_hand, left_out)
    ]
    write_table("role_nouns.tsv", COLUMNS, rows, about=ABOUT, sort=("noun",), folder=output)
