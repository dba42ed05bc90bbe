"""Parties, armed forces and terrorist groups, as the Factbook lists them in prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TAG = re.compile(r"<[^>]+>")
BREAK = re.compile(r"<br\s*/?>|</p>|</?strong>", re.IGNORECASE)
NOTE = re.compile(r"\s*(?:;\s*)?note\b.*|\s*\[[^\]]*\]|\s*\(\d{4}\)", re.IGNORECASE)
BRACKETS = re.compile(r"\s*\(([^()]*)\)")
ACRONYM = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž0-9+]*(?:[-/ ]?[A-ZÀ-Ž0-9+][A-Za-zÀ-ž0-9+]*)?")
# A bracket that tells about a party and does not name it.
TELLING = re.compile(
    r"\b(?:included?s?|including|formerly|dissolved|banned|coalition|alliance of|faction|formed|founded|led|merge[rd]|party list"
    r"|the party|as of|since|see|aka|split|previously|suspended|composed|consists?|largest|ruling|candidates?|not|was)\b"
)
NO_PARTY = re.compile(
    r"\b(?:none|no (?:official|legal|formal|political|meaningful|registered|organized|active)|political parties"
    r"|parties|independents?|other|others|seats|groups?|according to|coalitions? of|registered|note)\b",
    re.IGNORECASE,
)
WORDS = frozenset(
    "unity progress alliance up vision hope action change freedom together republic solidarity forward us we".split()
)


@dataclass(frozen=True)
class Named:
    """A body as a source names it."""

    name: str
    aliases: tuple[str, ...] = ()


def read_parties(cell: str) -> Iterator[Named]:
    """The parties of a country: "Workers Party (Parti des Travailleurs) or PT"."""
    for line in BREAK.split(cell or ""):
        party = read_party(TAG.sub("", line))
        if party:
            yield party


def read_party(line: str) -> Named | None:
    """One party; None where the line names none, or one whose name is an everyday word."""
    line = NOTE.sub("", line.replace("’", "'").replace("\xa0", " ")).strip(" :;,")
    natives = [text.strip() for text in BRACKETS.findall(line)]
    line = BRACKETS.sub("", line).strip(" :;,-")
    name, *others = [part.strip(" ,;") for part in re.split(r"\s+or(?:\s+|(?=[A-Z]))|\s*;\s*", line)]
    if name.count("(") or name.count(")") or name.endswith(" of") or not is_party_name(name):
        return None
    aliases = [other for other in others if ACRONYM.fullmatch(other) and len(other) >= 3]
    aliases += [
        text
        for text in natives
        if is_party_name(text) and " " in text and not TELLING.search(text) and not re.search(r",| or ", text)
    ]
    return Named(name, tuple(dict.fromkeys(alias for alias in aliases if alias != name)))


def is_party_name(name: str) -> bool:
    """Whether it can be a party's name: begins with a capital, is not a sentence nor an everyday word."""
    if not 3 <= len(name) <= 80 or not (name[0].isupper() or name[0].isdigit()) or NO_PARTY.search(name):
        return False
    words = name.split()
    return len(words) <= 10 and (len(words) > 1 or (name.lower() not in WORDS and len(name) > 4))


def read_groups(cell: str) -> Iterator[Named]:
    """The terrorist groups of a country: "Abu Sayyaf Group (ASG); Jemaah Islamiyah"."""
    for part in re.split(r";|\n", TAG.sub("", BREAK.sub(";", cell or ""))):
        text = NOTE.sub("", part.replace("’", "'")).strip(" .,:")
        brackets = [inner.strip() for inner in BRACKETS.findall(text)]
        name = BRACKETS.sub("", text).strip()
        if (
            not name
            or len(name.split()) > 9
            or not re.match(r"[A-Z]|al-|'N", name)
            or re.search(r"\b(?:have|designated|such)\b", name)
        ):
            continue
        yield Named(name, tuple(inner for inner in brackets if len(inner) >= 3 and re.fullmatch(r"[\w'/& -]+", inner)))


def read_forces(cell: str, calls: tuple[str, ...]) -> Iterator[tuple[Named, str]]:
    """The armed forces and the police of a country, each with its type: those that are called after it.

    Args:
        cell: "Kuwait Armed Forces (KAF): Kuwait Army, Kuwait Navy<br><br>Ministry of Interior: Kuwait Police (2025)".
        calls: the country's names and adjectives; a service is taken where one of them stands in its name.
    """
    for number, block in enumerate(re.split(r"(?:<br\s*/?>\s*){2,}", cell or "")):
        text = NOTE.sub("", TAG.sub("", block)).replace("’", "'")
        flat = re.sub(r"\([^()]*(?:\([^()]*\)[^()]*)*\)", lambda m: m[0] if len(m[0]) < 16 else "", text)
        for part in re.split(r"[:;,]|\band\b", flat):
            found = re.fullmatch(r"\s*(?:[Tt]he )?([A-Z][^()]*?)\s*(?:\(([A-Z][A-Za-z&-]{2,9})\))?\s*", part)
            if (
                not found
                or len(found[1].split()) > 7
                or not any(re.search(rf"\b{re.escape(c)}\b", found[1]) for c in calls)
            ):
                continue
            kind = service_kind(found[1])
            if kind and not (number and kind == "military" and "Ministry" in found[1]):
                yield Named(found[1], (found[2],) if found[2] else ()), kind


def service_kind(name: str) -> str:
    """The type of a service: "military", "police", or "" where a name is none's."""
    if re.search(r"\b(?:Ministry|Directorate|Department|Office|Service of|Republic)$|\bMinistry\b", name):
        return ""
    if re.search(r"\b(?:Police|Gendarmerie|Constabulary|Coast Guard|Border Guard|Rangers)\b", name):
        return "police"
    if re.search(r"\b(?:Forces?|Army|Navy|Military|Guard|Corps|Marines?|Militia)\b", name):
        return "military"
    return ""
