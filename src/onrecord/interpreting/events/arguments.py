"""Arguments: which of the article's entities an event's words mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.events.raw import Range, RawEvent
    from onrecord.records import Entity

_LEAST_OVERLAP = 0.3  # of a mention and an argument's words, in shares of both together
_LONGEST = 40  # words that a mention reaches back


def argument_ranges(events: Iterable[RawEvent]) -> list[Range]:
    """All words of actors and recipients, each range once, in text order."""
    return sorted({words for event in events for words in (*event.actors, *event.recipients)})


class Parties:
    """Finds the mention that an argument's words are."""

    def __init__(self, chains: Iterable[Chain]) -> None:
        self._mentions = sorted((m for chain in chains for m in chain.mentions), key=lambda m: m.first)
        self._firsts = [m.first for m in self._mentions]

    def mention(self, words: Range) -> FoundMention | None:
        """The mention that is most nearly some words, its head among them."""
        first, last = words
        best, most = None, _LEAST_OVERLAP
        for at in range(bisect_left(self._firsts, first - _LONGEST), bisect_left(self._firsts, last)):
            mention = self._mentions[at]
            common = min(last, mention.last) - max(first, mention.first)
            if common <= 0 or not first <= mention.head < last:
                continue
            alike = common / (max(last, mention.last) - min(first, mention.first))
            if alike > most:
                best, most = mention, alike
        return best


def entities_of(parties: Parties, ranges: Sequence[Range], entity_at: Mapping[int, Entity]) -> tuple[Entity, ...]:
    """The entities of some arguments, each once."""
    heads = (mention.head for mention in map(parties.mention, ranges) if mention is not None)
    return tuple({entity_at[head].id: entity_at[head] for head in heads if head in entity_at}.values())
