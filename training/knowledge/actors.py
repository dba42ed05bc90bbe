"""Reads the actor dictionaries of event coding: international.txt and armed_groups.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

COMMENT = re.compile(r"\s*#.*$|\s*;.*$")
CODE = re.compile(r"\[([A-Z~-]*)([^\]]*)\]?")
ACRONYM = re.compile(r"\(([^()]{2,12})\)\s*$")
# Words that stay small inside a name.
SMALL = frozenset(
    "of the and for in on to at by de del la las los el le les du des da do di und der die ul al e y et a an with against".split()
)
CAPITALS = frozenset(
    "II III IV UK US USA UN EU NATO AIDS HIV YMCA YWCA INTERPOL BBC CNN IBM AT&T AIG BP UBS ING ABB SAP".split()
)


@dataclass
class Actor:
    """One entry of a dictionary.

    Attributes:
        line: the number of its first line.
        names: as written there, underscores and all.
        codes: of each bracket the letters; those with dates are left out.
        note: what the comment says.
    """

    line: int
    names: list[str] = field(default_factory=list)
    codes: list[str] = field(default_factory=list)
    note: str = ""
    is_dated: bool = False


def read_actors(lines: Iterable[str]) -> Iterator[Actor]:
    """The entries: a name, more names after a plus, and codes in brackets beside or below them."""
    actor: Actor | None = None
    for number, raw in enumerate(lines, start=1):
        line = COMMENT.sub("", raw.rstrip("\n"))
        note = raw.partition("#")[2].strip()
        if not line.strip():
            continue
        name = line.partition("[")[0].strip()
        begins = bool(name) and not line.startswith(("+", "\t", " "))
        if begins:
            if actor:
                yield actor
            actor = Actor(number)
        if not actor:
            continue
        if name:
            actor.names.append(name.removeprefix("+").strip())
        actor.note = actor.note or note
        for code, dates in CODE.findall(line):
            if dates.strip():
                actor.is_dated = True
            elif code:
                actor.codes.append(code)
    if actor:
        yield actor


def readable(name: str) -> str:
    """A name of the dictionaries as it is printed: "NEW_PEOPLE'S_ARMY_(NPA)_" is "New People's Army"."""
    words = ACRONYM.sub("", name.replace("_", " ").strip()).split()
    return " ".join(_word(word, i) for i, word in enumerate(words))


def acronym(name: str) -> str:
    """The acronym that a name has in brackets at its end; empty where it has none."""
    found = ACRONYM.search(name.replace("_", " ").strip())
    return found[1].strip() if found and re.fullmatch(r"[A-Z0-9][A-Z0-9/.&-]+", found[1].strip()) else ""


def _word(word: str, place: int) -> str:
    if word in CAPITALS or ("." in word and len(word) <= 5) or not word.isupper():
        return word
    if place and word.lower() in SMALL:
        return word.lower()
    parts = re.split(r"([-/(])", word.lower())
    return "".join(_part(part, place + i) for i, part in enumerate(parts))


def _part(part: str, place: int) -> str:
    if place and part in SMALL:
        return part
    if part in ("al", "ul", "ur", "e", "i"):
        return "al" if part == "al" and place else part.capitalize()
    return part[:1].upper() + part[1:]
