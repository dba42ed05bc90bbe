"""Parties: words of those who act, or are acted upon, that no mention has."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import KINDS, NAME, NOMINAL, FoundMention
from onrecord.interpreting.events.arguments import Parties, core_end, is_count
from onrecord.interpreting.linking.merging import make_chain

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.chains import Chain
    from onrecord.interpreting.events.raw import Range
    from onrecord.interpreting.linking.view import View

_JOINS = frozenset({"and", "or", ",", "who", "which", "that"})
# In the words of a party they tell that more than a party was read: "the guild met city officials".
_FINITE = frozenset(
    """
    alleges are began can could had has have is lack lacks met says said should told took was went were will would
    """.split()
)
_ARTICLES = frozenset({"a", "an", "the"})
_SEVERAL = 0.5
_SMALL = frozenset("the a an of and for in on at to with from".split())


def by_core_end(lower: Sequence[str], arguments: Iterable[Range]) -> dict[int, list[Range]]:
    """Arguments by the end of that part of them which closes with its head."""
    found: dict[int, list[Range]] = {}
    for words in arguments:
        found.setdefault(core_end(lower, words), []).append(words)
    return found


def widened(view: View, mention: FoundMention, arguments: Mapping[int, Sequence[Range]]) -> FoundMention:
    """A description with the words around it that an argument with its head has.

    "a 16-year-old Palestinian [girl]", "[a crowd] of revellers".

    Args:
        arguments: as by_core_end gives them.
    """
    if mention.form != NOMINAL:
        return mention
    lower = view.wording.lower
    first, last = mention.first, mention.last
    for start, end in arguments.get(mention.head + 1, ()):
        if "and" not in lower[start:first]:
            first = min(first, start)
        behind = lower[mention.last : end]
        if mention.last == mention.head + 1 and list(behind[:1]) == ["of"] and _JOINS.isdisjoint(behind):
            last = max(last, end)
    if (first, last) == (mention.first, mention.last):
        return mention
    return replace(mention, first=first, last=last, words=tuple(lower[first:last]))


def part_unsure(view: View, chains: Sequence[Chain], arguments: Sequence[Range]) -> list[Chain]:
    """The chains, but descriptions of those who act that are not surely the named person of their chain in their own.

    Those with the same noun are one: "the driver" is the driver wherever he acts, but "port officials" are no "bank
    officials". Adjectives of countries that act are
    taken for the countries, whatever they were read as.
    """
    parties = Parties(chains, view.wording.lower)
    acting = [mention for words in arguments for mention in parties.mentions(words)]
    unsure = {mention.head: mention for mention in acting if not parties.is_sure(mention)}
    unsure |= {mention.head: _as_land(mention) for mention in acting if _is_adjective(view, mention)}
    if not unsure:
        return list(chains)
    by_noun: dict[tuple[str, ...], list[FoundMention]] = {}
    for head, mention in sorted(unsure.items()):
        words = tuple(word for word in mention.words if word not in _ARTICLES)
        noun = words if mention.plural > _SEVERAL else (view.wording.lower[head],)
        by_noun.setdefault(noun, []).append(mention)
    kept = []
    for chain in chains:
        mentions = [mention for mention in chain.mentions if mention.head not in unsure]
        if mentions:
            kept.append(chain if len(mentions) == len(chain.mentions) else make_chain(mentions, like=chain))
    return kept + [make_chain(mentions) for mentions in by_noun.values()]


def _is_adjective(view: View, mention: FoundMention) -> bool:
    """Whether a mention is but the adjective of one country: "Israeli" in "an Israeli strike"."""
    if mention.form != NAME or mention.last - mention.first != 1:
        return False
    return len(view.knowledge.countries_of_adjective(view.wording.tokens.words[mention.first])) == 1


def _as_land(mention: FoundMention) -> FoundMention:
    return replace(mention, kinds=np.array([kind == "place" for kind in KINDS], np.float32))


def find_parties(view: View, chains: Sequence[Chain], arguments: Sequence[Range]) -> list[FoundMention]:
    """Mentions of arguments that no mention is; "Israeli" in "an Israeli strike" is Israel's name."""
    heads = {mention.head for chain in chains for mention in chain.mentions}
    parties = Parties(chains, view.wording.lower)
    found: list[FoundMention] = []
    for first, last in arguments:
        end = core_end(view.wording.lower, (first, last))
        owner = first + (view.wording.lower[first] in _ARTICLES)
        is_owner = owner < end - 1 and len(view.knowledge.countries_of_adjective(view.wording.tokens.words[owner])) == 1
        if is_owner and owner not in heads and any(one.kind == "other" for one in parties.mentions((first, last))):
            heads.add(owner)
            found.append(_mention(view, owner, owner + 1, heads))
        is_clause = not _FINITE.isdisjoint(view.wording.lower[first + 1 : end])
        if not is_clause and not parties.mentions((first, last)) and not is_count(view.wording.lower[first:end]):
            mention = _mention(view, first, end, heads)
            if mention.head not in heads:
                heads.add(mention.head)
                found.append(mention)
    return found


def _mention(view: View, first: int, last: int, heads: set[int]) -> FoundMention:
    words = view.wording.tokens.words[first:last]
    is_land = last - first == 1 and len(view.knowledge.countries_of_adjective(words[0])) == 1
    is_name = is_land or all(word[0].isupper() for word in words if word.lower() not in _SMALL)
    kind = "place" if is_land else "person"
    kinds = np.array([kind == one for one in KINDS], np.float32)
    head = first if is_name and not is_land and first not in heads else last - 1
    plural = float(words[-1].endswith("s"))
    lower = tuple(view.wording.lower[first:last])
    return FoundMention(head, first, last, NAME if is_name else NOMINAL, -1, kinds, plural, 0.5, lower)
