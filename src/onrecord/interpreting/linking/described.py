"""Described actors that the mention finder passed over: people of a country, and holders of offices."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NOMINAL, FoundMention
from onrecord.interpreting.linking.actors import singular
from onrecord.knowledge.entries import OFFICES
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.office_names import OfficeNames

_LONGEST = 4  # words of an office
_COUNTRIES = 3  # that have an office of a name which is no single body's
_KINDS = frozenset(OFFICES) - {"head_of_body", "other"}
_ALONE = frozenset({"president", "premier", "chancellor", "king", "queen", "emir", "sultan"})
_ANY_BODYS = frozenset({"head", "chief", "boss", "leader", "speaker", "minister", "secretary", "deputy"})
_BETWEEN = 2  # words between the adjective and the noun: "Syrian Kurdish refugees", "Colombian special forces"
_DETERMINERS = frozenset({"the", "a", "an", "some", "several", "many"})


def find_described(names: OfficeNames, wording: Wording, mentions: Iterable[FoundMention]) -> list[FoundMention]:
    """Mentions of "Syrian refugees" and the like, where no mention has their noun as its head.

    Args:
        names: tells adjectives of countries and role nouns.
        wording: the text.
        mentions: all that were found.
    """
    taken = {mention.head for mention in mentions}
    nouns = names.knowledge.role_nouns
    found = []
    for at, word in enumerate(wording.tokens.words):
        if not word[0].isupper() or not names.knowledge.countries_of_adjective(word):
            continue
        end = at + 1
        while end < min(len(wording.lower), at + 2 + _BETWEEN) and wording.tokens.words[end].isalpha():
            end += 1
        heads = [i for i in range(at + 1, end) if wording.lower[i] == wording.tokens.words[i]]
        head = next((i for i in heads if singular(fold(wording.lower[i])) in nouns), None)
        if head is None or head in taken or (head + 1 < end and singular(fold(wording.lower[head + 1])) in nouns):
            continue
        taken.add(head)
        first = at - 1 if at and wording.lower[at - 1] in _DETERMINERS else at
        kinds = np.array([kind == "person" for kind in KINDS], np.float32)
        plural = float(singular(wording.lower[head]) != wording.lower[head])
        words = tuple(wording.lower[first : head + 1])
        found.append(FoundMention(head, first, head + 1, NOMINAL, -1, kinds, plural, 0.5, words))
    return found


def find_offices(names: OfficeNames, wording: Wording, mentions: Iterable[FoundMention]) -> list[FoundMention]:
    """Mentions of "the army chief" and "the former premier", where no mention has their last word."""
    taken = {at for mention in mentions for at in range(max(mention.first, mention.head), mention.last)}
    found = []
    for at, word in enumerate(wording.lower):
        if word not in ("the", "s"):
            continue
        start = at if word == "the" else _owner(wording, at)
        if start is None:
            continue
        for end in range(min(at + 1 + _LONGEST, len(wording.lower)), at + 1, -1):
            run = wording.tokens.words[at + 1 : end]
            is_plain = all(word == "-" or (word.isalpha() and word.islower()) for word in run)
            behind = wording.tokens.words[end] if end < len(wording.lower) else "."
            is_part = behind[0].isupper() or "-" in (behind, run[-1])  # of "the president-elect"
            if is_plain and not is_part and end - 1 not in taken and _is_office(names, wording.surface(at + 1, end)):
                kinds = np.array([kind == "person" for kind in KINDS], np.float32)
                words = tuple(wording.lower[start:end])
                head = next((i - 1 for i in range(at + 2, end) if wording.lower[i] == "of"), end - 1)
                found.append(FoundMention(head, start, end, NOMINAL, -1, kinds, 0.0, 0.5, words))
                break
    return found


def _owner(wording: Wording, at: int) -> int | None:
    """The first word of the name that owns what follows a possessive ending: "Venezuela's vice-president"."""
    first = at - 1
    if first < 1 or wording.lower[first] not in ("'", "’"):
        return None
    while first > 0 and wording.tokens.words[first - 1][0].isupper():
        first -= 1
    return first if first < at - 1 else None


def _is_office(names: OfficeNames, phrase: str) -> bool:
    """Whether a phrase names an office that countries have."""
    named = names.parse(phrase)
    if named.title in _ANY_BODYS or not (named.is_former or " " in named.title or named.title in _ALONE):
        return False
    return len({office.of for office in names.by_title.get(named.title, ()) if office.kind in _KINDS}) >= _COUNTRIES
