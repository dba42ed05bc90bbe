"""Parties: words of those who act, or are acted upon, that no mention has."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, NOMINAL, FoundMention

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain
    from onrecord.interpreting.linking.view import View

_SMALL = frozenset("the a an of and for in on at to with from".split())
_ENDS = frozenset({"of", "in", "at", "from", "who", "with", "on", ",", "for", "near", "by", "against", "that"})


def find_parties(view: View, chains: Sequence[Chain], arguments: Sequence[tuple[int, int]]) -> list[FoundMention]:
    """Mentions of arguments in which no mention has its head; "Israeli" in "an Israeli strike" is Israel's name."""
    heads = {mention.head for chain in chains for mention in chain.mentions}
    found = []
    for first, last in arguments:
        if heads.isdisjoint(range(first, last)):
            found.append(_mention(view, first, last))
    return found


def _mention(view: View, first: int, last: int) -> FoundMention:
    words = view.wording.tokens.words[first:last]
    end = next((i for i, word in enumerate(words) if i and word.lower() in _ENDS), len(words))
    is_land = last - first == 1 and len(view.knowledge.countries_of_adjective(words[0])) == 1
    is_name = is_land or all(word[0].isupper() for word in words if word.lower() not in _SMALL)
    kind = "place" if is_land else "person"
    kinds = np.array([kind == one for one in KINDS], np.float32)
    head = first if is_name and not is_land else first + end - 1
    plural = float(words[end - 1].endswith("s"))
    lower = tuple(view.wording.lower[first:last])
    return FoundMention(head, first, last, NAME if is_name else NOMINAL, -1, kinds, plural, 0.5, lower)
