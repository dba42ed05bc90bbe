"""Described actors: the country and the sector that words tell of someone who has no entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.interpreting.linking.links import FORMER, GOVERNMENT
from onrecord.knowledge.entries import sector_on
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.office_names import OfficeNames

_LABOUR, _UNION = "LAB", "union"
_AMERICAN, _AMERICA = frozenset({"Democratic", "Republican"}), "USA"
_LETTERS = {"UK": "GBR", "U.K.": "GBR", "US": "USA", "U.S.": "USA"}  # said of people: "three former UK ministers"
_LONGEST = 4  # words of a role noun
_FORMER, _LEADING = frozenset({"ex", "former"}), 3  # "two former presidents"
_OFFICIAL = frozenset({GOVERNMENT, "LEG", "MIL", "JUD", "COP", "SPY"})
_OF_ANY_BODY = frozenset({GOVERNMENT, "UAF", "PTY"})  # what a noun tells of anyone, a body's name tells better
_ENDS = frozenset({"of", "for", "in", "at", "from", "who", "with", "on", ",", "and", "to", "near", "by", "against"})
# Nouns of people whose form in s means something else in the singular, or that have none, stay as they are.
_IRREGULAR = {word: word for word in ("people", "forces", "troops", "police", "corps", "headquarters", "news")}
_IRREGULAR |= {"men": "man", "women": "woman", "children": "child", "wives": "wife", "thieves": "thief", "buses": "bus"}
_IRREGULAR |= {"attaches": "attache", "mps": "mp", "pms": "pm"}


@dataclass(frozen=True, slots=True)
class Described:
    """What words tell: ISO 3166 alpha-3, PLOVER's sector; None where they do not."""

    country: str | None
    sector: str | None


def describe_actor(names: OfficeNames, phrases: Iterable[str], day: str | None) -> Described:
    """The country and the sector that descriptions tell on a day, each from the first that does."""
    country: str | None = None
    sector: str | None = None
    for phrase in phrases:
        told = _read(names, phrase, day)
        country, sector = country or told.country, sector or told.sector
    return Described(country, sector)


def told_sectors(names: OfficeNames, phrases: Iterable[str], day: str | None) -> frozenset[str]:
    """The sectors that descriptions tell on a day."""
    present = (phrase for phrase in phrases if not names.parse(phrase).is_former)  # "a former journalist" may rule
    return frozenset(sector for phrase in present if (sector := _read(names, phrase, day).sector))


def _read(names: OfficeNames, phrase: str, day: str | None) -> Described:
    named = names.parse(phrase)
    codes = [subject for subject in named.subjects if subject in names.knowledge.countries]
    bodies = [names.knowledge.bodies[subject] for subject in named.subjects if subject in names.knowledge.bodies]
    country = codes[0] if len(codes) == 1 else None
    if country is None and len(bodies) == 1:
        country = bodies[0].country or None
    if country is None and not bodies:
        country = _country_within(names, phrase)
    sectors = {office.sector for office in named.offices if office.sector}
    if not named.offices:  # "a prosecutor" is not that of the International Criminal Court
        called = (office for office in names.by_title.get(named.title, ()) if office.of in names.knowledge.countries)
        sectors = {office.sector for office in called if office.sector}
        if len(names.by_title.get(named.title, ())) == 1 and (noun := noun_sector(names, named.title)):
            sectors = {noun}  # "a bishop" is not that of Rome
    sector = sectors.pop() if len(sectors) == 1 else None
    sector = sector or noun_sector(names, named.title) or noun_sector(names, fold(phrase))
    if len(bodies) == 1 and (sector is None or sector in _OF_ANY_BODY):
        sector = sector_on(bodies[0].sector, day) or sector  # "a Hamas official", "Hezbollah fighters"
    is_former = named.is_former or not _FORMER.isdisjoint(phrase.lower().split()[:_LEADING])
    if is_former and sector in _OFFICIAL:
        sector = FORMER
    return Described(country, sector)


def _country_within(names: OfficeNames, phrase: str) -> str | None:
    """The only country whose adjective stands among a description's words: "a senior Colombian police commander"."""
    words = re.split(r" (?:of|for|in|at|from|who|with|on|and|to|near|by|against)\b|,", phrase)[0].split()
    codes = {country.code for word in words for country in names.knowledge.countries_of_adjective(word)}
    codes |= {_LETTERS[word] for word in words if word in _LETTERS}
    if any(word in _AMERICAN and after.islower() for word, after in pairwise(words)):
        codes.add(_AMERICA)  # "a Democratic senator"
    return codes.pop() if len(codes) == 1 else None


def noun_sector(names: OfficeNames, title: str) -> str | None:
    """The sector of a description's head noun, with as many of the words before it as the table has."""
    nouns = names.knowledge.role_nouns
    words = [word for word in title.split() if word != "s"]  # of "the ministry's spokesman"
    for start in range(max(0, len(words) - 2)):
        whole = " ".join([singular(words[start]), *words[start + 1 : start + 3]])
        if words[start + 1] in ("of", "for") and whole in nouns:
            return nouns[whole] or None  # "member of parliament"
    end = next((i for i, word in enumerate(words) if i and word in _ENDS), len(words))
    if end == 0:
        return None
    words = [*words[: end - 1], singular(words[end - 1])]
    is_union = words[-1] == _UNION and len(words) > 1 and words[-2].endswith("s")  # "Dockers' Union"
    for start in range(max(0, len(words) - _LONGEST), len(words)):
        key = " ".join(words[start:])
        if key in nouns:
            return nouns[key] or (_LABOUR if is_union and start == len(words) - 1 else None)
    return _LABOUR if words[-1].endswith("worker") else None  # "metalworkers"


def singular(word: str) -> str:
    """The singular of a folded noun, by its ending."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending, one in (
        ("women", "woman"),
        ("men", "man"),
        ("people", "person"),
        ("children", "child"),
        ("wives", "wife"),
        ("ies", "y"),
        ("sses", "ss"),
        ("ches", "ch"),
        ("shes", "sh"),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return word[: -len(ending)] + one
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3 else word
