"""Surnames that the mention finder passed over: behind a title, a country's, or of someone who is named in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, FoundMention
from onrecord.knowledge.entries import Country, Person

if TYPE_CHECKING:
    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.base import Knowledge

# What stands before the surnames of those who are in the news; a judge or a coach is mostly known to nobody.
_TITLES = frozenset(
    """
    ayatollah chancellor col colonel emperor emir gen general king marshal minister mr mrs ms pope premier president
    queen sheikh sultan
    """.split()
)
_BEFORE = frozenset({"vice", "deputy"})
_OF_TITLES = frozenset({"prime", "foreign", "defence", "defense", "interior", "finance"})
_ARTICLES = frozenset({"a", "an", "the"})
_LEAST = 3  # letters of a surname that stands alone


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
        start = at - (at > 0 and wording.lower[at - 1] in _OF_TITLES)
        found.append(_mention(wording, start, name))
        for chain in holding:
            chain[:] = [mention for mention in chain if not _is_title_alone(mention, at)]
    return found + _find_alone(knowledge, wording, taken | {mention.head for mention in found}, named)


def _find_alone(
    knowledge: Knowledge, wording: Wording, taken: set[int], named: list[FoundMention]
) -> list[FoundMention]:
    """Surnames alone: of known people whom the article names in full, and those that a country owns."""
    full = {
        name.split()[-1] for mention in named if " " in (name := wording.name(mention)) and _is_known(knowledge, name)
    }
    words, found = wording.tokens.words, []
    for at in range(1, len(words) - 1):
        word = words[at]
        if at in taken or len(word) < _LEAST or not word[0].isupper() or word.isupper():
            continue
        if words[at - 1][0].isupper() or words[at + 1][0].isupper() or wording.lower[at - 1] in _ARTICLES:
            continue  # "the Lind foundation"
        if word in full or (_is_owned(knowledge, wording, at) and knowledge.find_people(word)):
            found.append(_mention(wording, at, at))
    return found


def _is_known(knowledge: Knowledge, name: str) -> bool:
    known = knowledge.find(name)
    return len(known) == 1 and isinstance(known[0], Person)


def _is_owned(knowledge: Knowledge, wording: Wording, at: int) -> bool:
    """Whether a country's name and a possessive ending stand before a word."""
    owner = wording.owner_before(at)
    return bool(owner) and any(isinstance(entry, Country) for entry in knowledge.find(owner))


def _mention(wording: Wording, first: int, name: int) -> FoundMention:
    """A person's name of one word, with what stands before it from a word on."""
    kinds = np.array([kind == "person" for kind in KINDS], np.float32)
    return FoundMention(name, first, name + 1, NAME, -1, kinds, 0.0, 0.5, tuple(wording.lower[first : name + 1]))


def _is_title_alone(mention: FoundMention, at: int) -> bool:
    return mention.head == at and mention.last == at + 1
