"""Surnames behind a title that the mention finder passed over: "the compound of Col. Haftar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, FoundMention

if TYPE_CHECKING:
    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.base import Knowledge

# What stands before the surnames of those who are in the news; a judge or a coach is mostly known to nobody.
_TITLES = frozenset(
    """
    ayatollah chancellor col colonel emperor emir gen general king marshal mr mrs ms pope premier president
    queen sheikh sultan
    """.split()
)
_BEFORE = frozenset({"vice", "deputy"})


def find_titled(knowledge: Knowledge, wording: Wording, chains: list[list[FoundMention]]) -> list[FoundMention]:
    """Mentions of a title and a known surname that no mention has; a mention of the title alone is dropped."""
    named = [mention for chain in chains for mention in chain if mention.form == NAME]
    taken = {at for mention in named for at in range(mention.first, mention.last)}
    words, found = wording.tokens.words, []
    for at, word in enumerate(wording.lower):
        name = at + 2 if wording.lower[at + 1 : at + 2] == ["."] else at + 1
        if word.strip(".") not in _TITLES or not words[at][0].isupper() or name >= len(words) or name in taken:
            continue
        if at and wording.lower[at - 1] in _BEFORE:
            continue  # of "Vice President Lind" the finder has the borders
        is_longer = name + 1 < len(words) and words[name + 1][0].isupper()
        if is_longer or not words[name][0].isupper() or not knowledge.find_people(words[name]):
            continue
        holding = [chain for chain in chains if any(_is_title_alone(one, at) for one in chain)]
        if any(one.form == NAME and wording.lower[name] in one.words for chain in holding for one in chain):
            continue  # the title stands in the chain of the name
        kinds = np.array([kind == "person" for kind in KINDS], np.float32)
        found.append(FoundMention(name, at, name + 1, NAME, -1, kinds, 0.0, 0.5, tuple(wording.lower[at : name + 1])))
        for chain in holding:
            chain[:] = [mention for mention in chain if not _is_title_alone(mention, at)]
    return found


def _is_title_alone(mention: FoundMention, at: int) -> bool:
    return mention.head == at and mention.last == at + 1
