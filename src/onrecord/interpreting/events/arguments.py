"""Arguments: which of the article's entities an event's words mean."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.events.raw import Range, RawEvent
    from onrecord.records import Entity

_LONGEST = 40  # words that a mention reaches back
# What ends the part of a noun phrase that has its head: "a member | of the council", "a man | who".
_ENDS = frozenset(
    """
    of in at from who whom whose which with on for near by against that to into including among between under over
    during after before while without as , ( ) [ ] : ; — –
    """.split()
)
_COUNTED = frozenset("people persons person others dead lives casualties victims civilians".split())
_COUNTING = frozenset(
    """
    a an the at least most more than about around some nearly almost up to only over under other another of all both
    many several few dozens scores hundreds thousands million one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    """.split()
)


def argument_ranges(events: Iterable[RawEvent]) -> list[Range]:
    """All words of actors and recipients, each range once, in text order."""
    return sorted({words for event in events for words in (*event.actors, *event.recipients)})


def core_end(lower: Sequence[str], words: Range) -> int:
    """The end of that part of a noun phrase which closes with its head; `lower` are the text's words."""
    first, last = words
    return next((at for at in range(first + 1, last) if lower[at] in _ENDS), last)


class Parties:
    """Finds the mention that an argument's words are."""

    def __init__(self, chains: Iterable[Chain], lower: Sequence[str]) -> None:
        self._lower = lower
        self._mentions = sorted((m for chain in chains for m in chain.mentions), key=lambda m: m.first)
        self._firsts = [m.first for m in self._mentions]

    def mention(self, words: Range) -> FoundMention | None:
        """The mention that closes with the head of some words, the nearest in length; a number is no party."""
        first, last = words
        end = core_end(self._lower, words)
        best, most = None, (False, 0.0)
        for at in range(bisect_left(self._firsts, first - _LONGEST), bisect_left(self._firsts, end)):
            mention = self._mentions[at]
            if not mention.first <= end - 1 < max(mention.last, mention.head + 1):
                continue
            closes = mention.last == end or mention.head == end - 1
            if not closes and mention.head < first:
                continue  # "the entrance to [her family] home" is no family
            common = min(last, mention.last) - max(first, mention.first)
            alike = common / (max(last, mention.last) - min(first, mention.first))
            if (closes, alike) > most:
                best, most = mention, (closes, alike)
        return None if best is None or is_count(best.words) else best


def entities_of(parties: Parties, ranges: Sequence[Range], entity_at: Mapping[int, Entity]) -> tuple[Entity, ...]:
    """The entities of some arguments, each once."""
    heads = (mention.head for mention in map(parties.mention, ranges) if mention is not None)
    return tuple({entity_at[head].id: entity_at[head] for head in heads if head in entity_at}.values())


def is_count(words: Sequence[str]) -> bool:
    """Whether lower-case words tell but of how many: "at least 130 people" is a number, and no party."""
    rest = [word for word in words if word not in _COUNTING and not word[0].isdigit()]
    is_counted = len(rest) < len(words) and set(words) - set(rest) != {"the"}
    return is_counted and all(word in _COUNTED for word in rest)
