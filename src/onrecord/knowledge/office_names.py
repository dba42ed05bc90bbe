"""Offices by the words that name them: "the Ukrainian president", "secretary-general of NATO"."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.knowledge.entries import HEAD_OF_BOTH, HEAD_OF_GOVERNMENT, HEAD_OF_STATE, Office, Person
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.knowledge.base import Knowledge

# What any office of a kind is called besides its own titles.
_GENERIC = {
    HEAD_OF_STATE: ("head of state", "monarch", "sovereign"),
    HEAD_OF_GOVERNMENT: ("head of government", "premier", "pm"),
    HEAD_OF_BOTH: ("head of state", "head of government"),
    "foreign_minister": (
        *(
            "foreign minister",
            "minister of foreign affairs",
            "minister for foreign affairs",
            "foreign affairs minister",
        ),
        *("top diplomat", "chief diplomat"),
    ),
    "defence_minister": (*("defense minister", "minister of defense", "minister for defense", "defense chief"),),
    "head_of_body": ("head", "chief", "boss", "leader"),
    "speaker": ("speaker", "parliament speaker", "speaker of parliament", "speaker of the parliament"),
    "military_chief": ("army chief", "military chief", "commander in chief", "chief of staff of the armed forces"),
}
# Republics whose government and not whose president is meant by "the German leader"; in monarchies it is the prime
# minister too, but where the monarch rules.
_PARLIAMENTARY = frozenset(
    """
    ALB ARM AUT BGD BGR CHE CPV CZE DEU DMA EST ETH FIN GEO GRC HRV HUN IND IRL IRQ ISL ISR ITA LBN LVA MDA MKD MLT
    MNE MUS NPL PAK POL PRT SGP SRB SVK SVN TTO VUT XKX
    """.split()
)
_RULING = frozenset("ARE BHR BRN KWT MCO OMN QAT SAU SWZ VAT JOR MAR LIE".split())
_MONARCH = re.compile(r"\b(king|queen|emperor|empress|grand duke|prince|monarch)\b")
_HEADED = re.compile(r"\b(?:Governor|Chief|Director|Head|President|Secretary|Minister|Chair\w*|Spokes\w+|Boss|Leader)$")
_HEAD_OF_GOVERNMENT = re.compile(r"\b(?:head|leader) of the (\w+) government$")
_LEADERS = frozenset({"leader", "strongman", "ruler", "dictator"})

_FORMER = frozenset("former ex late onetime erstwhile ousted deposed toppled fallen then".split())
# Who holds an office for the time being has it in the tables as any holder, or under a title of its own.
_PROVISIONAL = re.compile(r"\b(?:acting|interim|transitional|caretaker) ", re.IGNORECASE)
_COMING = re.compile(r"[- ](?:elect|designate)\b|\bincoming ", re.IGNORECASE)
_NOW = frozenset("current elected embattled incumbent new newly outgoing sitting".split())  # not "last", not "white"
_NEW = re.compile(r"\b(?:new|newly)\b", re.IGNORECASE)
_PASSING = frozenset(
    {
        "the",
        "a",
        "an",
        "one",
        "another",
        "some",
        "current",
        "sitting",
        "new",
        "incumbent",
        "embattled",
        "newly",
        "elected",
        "longtime",
    }
    | {"outgoing", "his", "her", "their", "its", "our", "us", "white", "black", "female", "youngest"}
)
_GENERAL = 3  # a title of so many countries and bodies names none of them
_MOST_KEPT = 50_000  # phrases; a process that never ends must not grow without end
_LINKS = ("of the", "of", "for the", "for", "in the", "in", "at the", "at")


@dataclass(frozen=True, slots=True)
class NamedOffice:
    """What a phrase says of an office.

    Attributes:
        subjects: ids of the countries or bodies that the words can mean; empty where they name none.
        title: the rest of the words, folded.
        offices: those of the subjects that are called so; empty where none is.
        is_former: it says that the office is no longer held.
        for_now: what the phrase says without "interim"; who holds an office so may have it under a title of its own.
        to_come: what "the president-elect" says without "elect"; None where the office is held already.
        is_new: it says that the office was taken lately, or will soon be.
    """

    subjects: tuple[str, ...]
    title: str
    offices: tuple[Office, ...]
    is_former: bool
    for_now: NamedOffice | None = None
    to_come: NamedOffice | None = None
    is_new: bool = False


class OfficeNames:
    """Finds offices by words, in one knowledge base."""

    def __init__(self, knowledge: Knowledge) -> None:
        self.knowledge = knowledge
        self._by_subject: dict[str, dict[str, tuple[Office, ...]]] = {}
        self._parsed: dict[str, NamedOffice] = {}

    def parse(self, phrase: str) -> NamedOffice:
        """What a phrase says; a phrase that names no office has none."""
        known = self._parsed.get(phrase)
        if known is None:
            known = self._parse(phrase)
            if not known.offices and _PROVISIONAL.search(phrase):
                known = replace(known, for_now=self._parse(_PROVISIONAL.sub("", phrase)))
            if not known.offices and _COMING.search(phrase):
                known = replace(known, to_come=self._parse(_COMING.sub("", phrase)))
            if _NEW.search(phrase):
                known = replace(known, is_new=True)
            if len(self._parsed) < _MOST_KEPT:
                self._parsed[phrase] = known
        return known

    def _parse(self, phrase: str) -> NamedOffice:
        words = _words(phrase)
        is_former = False
        while words and fold(words[0]) in _FORMER | _PASSING and not self._is_subject(words[0]):
            is_former |= fold(words[0]) in _FORMER
            words = words[1:]
        whole = _title(words)
        if len({office.of for office in self.by_title.get(whole, ())}) >= _GENERAL:  # "Labour Minister" is of no party
            return NamedOffice((), whole, (), is_former)
        for rest, subjects in self._splits(words):
            title = [word for word in rest if fold(word) not in _FORMER]
            while len(title) > 1 and fold(title[0]) in _NOW:
                title = title[1:]  # "Norway's new foreign minister"
            named = _title(title)
            offices = tuple(office for subject in subjects for office in self.called(named, subject))
            if offices:
                return NamedOffice(subjects, named, offices, is_former or any(fold(word) in _FORMER for word in rest))
        subjects = next((subjects for _, subjects in self._splits(words)), ())
        lands = {self.knowledge.bodies[one].country for one in subjects if one in self.knowledge.bodies}
        offices = tuple(office for land in lands for office in self.called(whole, land))
        if offices:  # "the House speaker" is of the country whose house it is
            return NamedOffice(tuple(lands), whole, offices, is_former)
        return NamedOffice(subjects, _title(words), (), is_former)

    def _is_subject(self, word: str) -> bool:
        return word.replace(".", "").isupper() and bool(self.subjects(word))

    def called(self, title: str, subject: str) -> tuple[Office, ...]:
        """The offices of a country or body that are called `title`, folded and without the country's name."""
        return self._titles(subject).get(title, ())

    def subjects(self, words: str) -> tuple[str, ...]:
        """Ids of the countries and bodies that words name, or are the adjective or the seat of."""
        knowledge = self.knowledge
        found = [entry.id for entry in knowledge.find(words) if not isinstance(entry, Person)]
        found += [country.code for country in knowledge.countries_of_adjective(words)]
        found += [country.code for country in knowledge.countries_of_seat(words)]
        return tuple(dict.fromkeys(found))

    def _splits(self, words: Sequence[str]) -> Iterable[tuple[list[str], tuple[str, ...]]]:
        """A phrase as the words of a title and the subject before or after it, the longest subject first."""
        for end in range(len(words) - 1, 0, -1):
            if words[end - 1] in ("'s", "'"):
                continue
            rest = list(words[end + 1 :] if words[end] in ("'s", "'") else words[end:])
            owner = " ".join(words[:end])
            subjects = self.subjects(owner)
            if not subjects and words[end] in ("'s", "'"):  # "Moscow's defence minister"
                subjects = tuple(country.code for country in self.knowledge.countries_of_capital(owner))
            if subjects and rest:
                yield rest, subjects
        lower = [word.lower() for word in words]
        for start in range(1, len(words) - 1):
            for link in _LINKS:
                parts = link.split()
                if lower[start : start + len(parts)] == parts:
                    subject = words[start + len(parts) :]
                    owned = subject.index("'s") + 1 if "'s" in subject else 0  # "of Iran's Quds Force"
                    subjects = self.subjects(" ".join(subject)) or self.subjects(" ".join(subject[owned:]))
                    if subjects:
                        yield list(words[:start]), subjects
                        break

    def _titles(self, subject: str) -> Mapping[str, tuple[Office, ...]]:
        known = self._by_subject.get(subject)
        if known is None:
            known = self._by_subject[subject] = _index(self.knowledge.by_subject.get(subject, ()), subject)
        return known

    @cached_property
    def by_title(self) -> Mapping[str, tuple[Office, ...]]:
        """All offices of all subjects, by what they are called."""
        found: dict[str, list[Office]] = defaultdict(list)
        for subject in self.knowledge.by_subject:
            for title, offices in self._titles(subject).items():
                found[title] += offices
        return {title: tuple(offices) for title, offices in found.items()}


def _index(offices: Sequence[Office], subject: str) -> dict[str, tuple[Office, ...]]:
    found: dict[str, dict[str, Office]] = defaultdict(dict)
    own = {_title(_words(name)) for office in offices for name in (office.title, *office.aliases)}
    for office in offices:
        for name in (office.title, *office.aliases):
            key = _title(_words(name))
            found[key][office.id] = office
            short, *rest = re.split(r" (?:of|for) (?:the )?(?=[A-Z])", name)
            short = _title(_words(short))
            if (
                short and short not in own and not (rest and _HEADED.search(rest[-1]))
            ):  # no "Bank" of "Bank of England Governor"
                found[short][office.id] = office
    for office in offices:
        for name in _GENERIC.get(office.kind, ()):
            if name not in own:
                found[name][office.id] = office
    led = _led_by(offices, subject)
    if led is not None:
        for name in _LEADERS - own:
            found[name] = {led.id: led}
    return {title: tuple(named.values()) for title, named in found.items()}


def _led_by(offices: Sequence[Office], subject: str) -> Office | None:
    """The office that "the leader" of a country means."""
    by_kind = {office.kind: office for office in offices}
    if HEAD_OF_BOTH in by_kind:
        return by_kind[HEAD_OF_BOTH]
    state, government = by_kind.get(HEAD_OF_STATE), by_kind.get(HEAD_OF_GOVERNMENT)
    if state is None or government is None:
        return state or government
    is_monarchy = bool(_MONARCH.search(fold(state.title)))
    governs = subject in _PARLIAMENTARY or (is_monarchy and subject not in _RULING)
    return government if governs else state


def _words(phrase: str) -> list[str]:
    """The words of a phrase; possessive endings stand for themselves."""
    plain = phrase.replace("’", "'").replace("‘", "'")
    plain = re.sub(r"\b(ex|then)-", r"\1 ", plain, flags=re.IGNORECASE)
    plain = re.sub(r"'s\b|(?<=s)'(?= )", " 's", plain)
    plain = _HEAD_OF_GOVERNMENT.sub(r"\1 head of government", plain)
    return plain.replace(",", " ").split()


def _title(words: Iterable[str]) -> str:
    """Words as titles are compared: folded, without articles, one spelling of "defence"."""
    key = fold(" ".join(words)).replace("defence", "defense").replace("secretary general", "secretarygeneral")
    return " ".join(word for word in key.split() if word not in ("the", "an", "a"))
