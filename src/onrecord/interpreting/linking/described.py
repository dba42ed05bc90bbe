"""Described actors that the mention finder passed over: people of a country whose noun tells their sector."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NOMINAL, FoundMention
from onrecord.interpreting.linking.actors import singular
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.office_names import OfficeNames

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
        head = next((i for i in heads if nouns.get(singular(fold(wording.lower[i])))), None)
        if head is None or head in taken or (head + 1 < end and nouns.get(singular(fold(wording.lower[head + 1])))):
            continue
        taken.add(head)
        first = at - 1 if at and wording.lower[at - 1] in _DETERMINERS else at
        kinds = np.array([kind == "person" for kind in KINDS], np.float32)
        plural = float(singular(wording.lower[head]) != wording.lower[head])
        words = tuple(wording.lower[first : head + 1])
        found.append(FoundMention(head, first, head + 1, NOMINAL, -1, kinds, plural, 0.5, words))
    return found
