"""Likeness of names: how well a person's names fit what an article calls someone, in any transliteration."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import bones, fold, loose, skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.entries import Person

SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
FAMILY_FIRST = frozenset({"CHN", "KOR", "PRK", "TWN", "VNM", "KHM"})
# Where people are called by their first names, and a second one is the father's: "President Isaias".
_FIRST_CALLED = FAMILY_FIRST | {"BTN", "ERI", "ETH", "IDN", "ISL", "LAO", "MYS", "SGP", "THA"}
_ANYONES = frozenset("abdul abdullah ahmad haji hussein ismail mohamad mohamed mohammad muhammad sultan".split())
_EXACT, LOOSE, _FIRST_ALIKE, _SOUNDS_ALIKE = 3.0, 2.7, 2.4, 2.2
_INITIAL, _KNOWN_AS, _PART, _SURNAME = 1.2, 1.5, 1.0, 0.0
_SAME_BONES = 2.2  # all its consonants are alike, wherever it is parted: "Abdelfattah Elsisi"
BONES_ALIKE, _SURNAME_ALIKE = 1.8, -0.3  # only the consonants are alike: "Berdymukhamedov", "Berdimuhamedow"
_FEWEST_BONES = 3
_TWO = 2
_LEAST_ALIKE, _LEAST_ALIKE_SURNAME = 0.8, 0.7
REIGNING = frozenset("king queen emperor empress emir sultan sheikh pope prince princess grand".split())


def surname(person: Person) -> str:
    """The folded name that a person shares with relatives: the first where families go first."""
    words = [word for word in fold(person.name).split() if word not in SUFFIXES]
    return words[0 if person.country in FAMILY_FIRST else -1]


def is_called(person: Person, name: str) -> bool:
    """Whether a person is called so, in any transliteration."""
    words = [word for word in fold(name).split() if word not in SUFFIXES]
    return bool(words) and likeness(person, words, reigns=False) is not None


def likeness(person: Person, words: Sequence[str], *, reigns: bool) -> float | None:
    """How well a person's names fit folded words; None where they do not. Who reigns is called by the first name."""
    own = (fold(name).split() for name in (person.name, *person.aliases))
    fits = (fit for name in own for fit in (_fit(person, name, words, reigns=reigns), _parted(name, words)))
    return max((fit for fit in fits if fit is not None), default=None)


def _fit(person: Person, own: Sequence[str], words: Sequence[str], *, reigns: bool) -> float | None:
    numbered = len(own)
    if len(words) == 1 and ("of" in own or not SUFFIXES.isdisjoint(own[:-1])) and words[0] != own[0]:
        return None  # "Jordan" is no "Abdullah II of Jordan"
    own = [word for word in own if word not in SUFFIXES]
    if not own or (len(own) == 1 < numbered and not reigns):
        return None  # "Elizabeth" is no Elizabeth II
    if len(words) == 1 and own[0] in REIGNING and len(own) > 1 and not reigns:
        return None
    if own == list(words):
        return _EXACT if len(words) > 1 else _KNOWN_AS
    plain, theirs = loose(" ".join(own)).split(), loose(" ".join(words)).split()
    if plain == theirs:
        return LOOSE if len(words) > 1 else _KNOWN_AS
    if len(theirs) == 1 and theirs[0] != plain[-1] and skeleton(own[-1]) == skeleton(words[0]) and len(own) > 1:
        is_alike = SequenceMatcher(None, own[-1], words[0]).ratio() >= _LEAST_ALIKE_SURNAME
        return _SURNAME_ALIKE if is_alike else None  # "Horsemen" is no Groysman
    if len(theirs) == 1:
        is_surname = theirs[0] == plain[-1] or (
            person.country in _FIRST_CALLED and theirs[0] == plain[0] not in _ANYONES
        )
        return _SURNAME if (is_surname or (reigns and theirs[0] == plain[0])) and len(plain) > 1 else None
    if len(plain) == 1:
        return None
    if plain[-1] != theirs[-1]:
        is_alike = skeleton(own[-1]) == skeleton(words[-1]) and skeleton(own[0])[:3] == skeleton(words[0])[:3]
        return BONES_ALIKE if is_alike and len(skeleton(own[-1])) >= _FEWEST_BONES else None
    if plain[-len(theirs) :] == theirs:
        return _PART
    if plain[0] == theirs[0]:
        return _FIRST_ALIKE
    if skeleton(own[0]) == skeleton(words[0]) and len(skeleton(own[0])) > 1:
        return _SOUNDS_ALIKE
    return _INITIAL if len(words[0]) == 1 and own[0][0] == words[0] else None


def _parted(own: Sequence[str], words: Sequence[str]) -> float | None:
    """How well names of several words fit that are only parted or voweled otherwise: "Usama bin Ladin".

    Consonants alone took "Antonio Tajani" for "Anthony Eden", so most letters must be the same.
    """
    if min(len(own), len(words)) < _TWO:
        return None
    name, called = " ".join(own), " ".join(words)
    if bones(name) != bones(called):
        return None
    is_alike = SequenceMatcher(None, name.replace(" ", ""), called.replace(" ", "")).ratio() >= _LEAST_ALIKE
    return _SAME_BONES if is_alike else None
