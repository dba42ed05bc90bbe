"""Arguments: which of the article's entities an event's words mean."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.knowledge.countries import load_country_names
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.nobodies import load_nobodies
from onrecord.vocabulary.participles import is_past
from onrecord.vocabulary.titles import OFFICES

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
_TITLE = 2  # words between a country's adjective and a name: "Tessian Prime Minister Mara Lind"
_PERSONAL = frozenset({"he", "she", "him", "her", "his"})
_JOINTS = (("and",), ("or",), ("&",), ("along", "with"), ("together", "with"), ("as", "well", "as"))  # of a list
_STORMS = frozenset({"hurricane", "typhoon", "cyclone", "storm"})
_COUNTED = frozenset("people persons person others dead lives casualties victims civilians".split())
_COUNTING = frozenset(
    """
    a an the at least most more than about around some nearly almost up to only over under other another of all both
    many several few dozens scores hundreds thousands million one two three four five six seven eight nine ten eleven
    twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty
    """.split()
)


def _is_adjective(mention: FoundMention) -> bool:
    """Whether a mention is but "Israeli", as in "Israeli and foreign activists"."""
    return mention.last - mention.first == 1 and is_demonym(mention.words)


def _is_age(mention: FoundMention) -> bool:
    """Whether a mention is but an age: "the 41-year-old", which is joined to a name only where nobody else is near."""
    return mention.words[-1] == "old" and any(word.isdigit() for word in mention.words[:2])


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
        chains = tuple(chains)
        self._chain_of = {m.head: chain for chain in chains for m in chain.mentions}
        self._mentions = sorted((m for chain in chains for m in chain.mentions), key=lambda m: m.first)
        self._firsts = [m.first for m in self._mentions]

    def mentions(self, words: Range) -> list[FoundMention]:
        """The mentions that an argument's words are: several where it lists them, "Biden and Zelensky"."""
        parts = self._listed(words)
        found = [self.mention(part) for part in parts]
        several = [mention for mention in found if mention is not None]
        if len(parts) > 1 and len(several) == len(parts) and not any(map(_is_adjective, several[:-1])):
            return several
        one = self.mention(words)
        if one is None or self._is_part(one, words):
            return []
        return [self._owner(one) or self._bearer(one) or one]

    def _listed(self, words: Range) -> list[Range]:
        """The parts of a list; a comma parts them only before an "and", for else it begins an apposition."""
        first, last = words
        ands = [
            (at, at + len(joint))
            for at in range(first + 1, last - 1)
            for joint in _JOINTS
            if tuple(self._lower[at : at + len(joint)]) == joint
        ]
        commas = [(at, at + 1) for at in range(first + 1, max(ands, default=(first,))[0]) if self._lower[at] == ","]
        gaps = [(first, first), *sorted({*ands, *commas}), (last, last)]
        return [(start, end) for (_, start), (end, _) in pairwise(gaps) if end > start]

    def _owner(self, mention: FoundMention) -> FoundMention | None:
        """Whose a thing is, where it begins with its owner: "[Israeli] policies", "[Iran]'s missile test"."""
        if mention.form != NOMINAL or mention.kind != "other":
            return None
        inside = self.between(mention.first, mention.head)
        return next(
            (one for one in inside if one.form == NAME and one.kind != "other" and one.last <= mention.head), None
        )

    def _bearer(self, mention: FoundMention) -> FoundMention | None:
        """Of a "he" that was tied to a country's adjective the person who bears it: "[Tessian] President Mara Lind"."""
        if mention.form != PRONOUN or mention.words[0] not in _PERSONAL:
            return None
        before = [one for one in self._chain_of[mention.head].mentions if one.head < mention.first]
        nearest = next((one for one in reversed(before) if one.form != PRONOUN), None)
        if nearest is None or not _is_adjective(nearest):
            return None
        behind = self.between(nearest.last, nearest.last + _TITLE + 1)
        return next((one for one in behind if one.form == NAME and one.kind == "person"), None)

    def word(self, at: int) -> str:
        """A word of the text, lower case."""
        return self._lower[at]

    def noun(self, mention: FoundMention, words: Range) -> str:
        """The noun that describes whom or what some words' mention means; of a storm's name its first word."""
        name = self._chain_of[mention.head].name
        described = mention if mention.form == NOMINAL else name
        if described.form != NOMINAL or name.form == NAME:
            return name.words[0] if name.form == NAME and name.words[0] in _STORMS else ""  # "[Hurricane] Ada"
        at = self._head_of(described)
        is_before = described is mention and at < words[0]  # "every month to [the poor]"
        return self._lower[core_end(self._lower, words) - 1 if is_before else at]

    def _head_of(self, mention: FoundMention) -> int:
        at = min(mention.head, core_end(self._lower, (mention.first, mention.last)) - 1)
        while at > mention.first and is_past(self._lower[at]):
            at -= 1  # "a lorry driven"
        return at

    def _is_part(self, mention: FoundMention, words: Range) -> bool:
        """Whether words stand but behind a mention's own noun, which is an hour's or a meeting's."""
        if mention.form != NOMINAL or self._head_of(mention) >= words[0]:
            return False
        return self._lower[self._head_of(mention)] in load_nobodies().deaf

    def is_sure(self, mention: FoundMention) -> bool:
        """Whether it may be told whom a mention means: a description means a named person where the words tie them.

        "The minister" is an office, "the driver" whom the article calls a driver. Coreference takes others for whom it
        read of last, and nobody is to be put on record for what another did.
        """
        chain = self._chain_of[mention.head]
        if mention.form != NOMINAL or not chain.is_named or chain.kind != "person" or _is_age(mention):
            return True
        noun = self._lower[mention.head]
        return noun in OFFICES or any(
            noun in one.words or min(abs(one.first - mention.last), abs(mention.first - one.last)) <= 1
            for one in chain.mentions
            if one.form == NAME
        )

    def between(self, first: int, last: int) -> list[FoundMention]:
        """The mentions that begin in a range of words."""
        return self._mentions[bisect_left(self._firsts, first) : bisect_left(self._firsts, last)]

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
    """The entities of some arguments, each once; a "he" that was taken for a place or a body is nobody."""
    found = [
        (mention, entity_at[mention.head])
        for words in ranges
        for mention in parties.mentions(words)
        if mention.head in entity_at
    ]
    known = [_country(entity, entity_at) for mention, entity in found if not _is_mistaken(mention, entity)]
    return tuple({entity.id: entity for entity in known}.values())


def _country(entity: Entity, entity_at: Mapping[int, Entity]) -> Entity:
    """The country that the article names elsewhere, of a party that is but its adjective: "an [Israeli] strike"."""
    if entity.entry is not None or not entity.country or not is_demonym(tuple(entity.name.lower().split())):
        return entity
    name = load_country_names().get(entity.country)
    named = (one for one in entity_at.values() if one.name == name and one.country == entity.country)
    return next(named, entity)


def _is_mistaken(mention: FoundMention, entity: Entity) -> bool:
    is_personal = mention.form == PRONOUN and mention.words[0] in _PERSONAL
    return is_personal and entity.kind not in ("person", "group")


def is_count(words: Sequence[str]) -> bool:
    """Whether lower-case words tell but of how many: "at least 130 people" is a number, and no party."""
    rest = [word for word in words if word not in _COUNTING and not word[0].isdigit()]
    is_counted = len(rest) < len(words) and set(words) - set(rest) != {"the"}
    return is_counted and all(word in _COUNTED for word in rest)
