"""People called by their age alone: "Mara Lind had never voted. [The 41-year-old] said"."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.interpreting.linking.merging import make_chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View

_YEARS = ("-", "year", "-", "old")
_BEHIND = frozenset(
    """
    also and at became began can could did does for from had has in is later may might never now of on or said still
    told took was went were who will with won would
    """.split()
)
_ENDINGS = frozenset({"'", "’", "s"})
_REACH = 2  # sentences before, in which the one meant is named


def join_aged(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains, "the 41-year-old" joined to the only one of that age, or else to the only one named right before.

    Where two are named there, or none, or the one has another age, it stays for itself.
    """
    aged = [(chain, age) for chain in chains if (age := _age(view, chain))]
    if not aged:
        return list(chains)
    people = [chain for chain in chains if chain.is_named and chain.kind == "person"]
    ages = {id(chain): view.wording.ages(chain) for chain in people}
    joined: dict[int, dict[int, FoundMention]] = defaultdict(dict)
    taken: set[int] = set()
    for chain, age in aged:
        same = [one for one in people if int(age) in ages[id(one)] and _first(one) < _first(chain)]
        meant = same[0] if len(same) == 1 else None if same else _named_before(view, people, chain.mentions[0])
        if meant is not None and ages[id(meant)] in ([], [int(age)]):
            whole = (_whole(view, mention) for mention in chain.mentions)
            joined[id(meant)] |= {one.head: one for one in whole}
            taken.add(id(chain))
    return [
        make_chain([*chain.mentions, *joined[id(chain)].values()], like=chain) if id(chain) in joined else chain
        for chain in chains
        if id(chain) not in taken
    ]


def _age(view: View, chain: Chain) -> str:
    """The age that is all that a chain is called by; empty where it is called otherwise."""
    if chain.is_named or chain.mentions[0].form != NOMINAL:
        return ""
    told = {_told(view, mention) for mention in chain.mentions if mention.form != PRONOUN}
    return told.pop() if len(told) == 1 else ""


def _told(view: View, mention: FoundMention) -> str:
    """The age of "the 41-year-old", behind which no noun stands."""
    lower = view.wording.lower
    at = _at(lower, mention)
    end = at + 1 + len(_YEARS)
    if at < 1 or lower[at - 1] != "the" or not _ENDINGS.issuperset(lower[end : mention.last]):
        return ""
    is_whole = mention.last >= end or not lower[end : end + 1]
    return lower[at] if is_whole or not _goes_on(lower, end) else ""


def _at(lower: Sequence[str], mention: FoundMention) -> int:
    """Where the number stands of an age in which a mention's head is; -1 where it is in none.

    Of "the 41-year-old" but "41" or "old" may have been found.
    """
    reach = range(max(0, mention.head - len(_YEARS)), mention.head + 1)
    return next(
        (at for at in reach if lower[at].isdigit() and tuple(lower[at + 1 : at + 1 + len(_YEARS)]) == _YEARS), -1
    )


def _whole(view: View, mention: FoundMention) -> FoundMention:
    """A mention of someone by an age with all its words."""
    lower = view.wording.lower
    at = _at(lower, mention)
    if mention.form != NOMINAL or at < 1:
        return mention
    last = at + 1 + len(_YEARS)
    return replace(mention, head=last - 1, first=at - 1, last=last, words=tuple(lower[at - 1 : last]))


def _goes_on(lower: Sequence[str], at: int) -> bool:
    """Whether what follows a part of the words may be the noun: "the [41]-year-old baker", and no verb and no mark."""
    word = lower[at]
    return word.isalpha() and at + 1 < len(lower) and not (word.endswith(("ed", "s")) or word in _BEHIND)


def _named_before(view: View, people: Sequence[Chain], mention: FoundMention) -> Chain | None:
    """The only person named in the nearest sentence before that names one."""
    start = view.wording.sentence_start(mention.first)
    end = mention.first
    for _ in range(_REACH + 1):
        named = {
            id(chain): chain
            for chain in people
            if any(one.form == NAME and start <= one.head < end for one in chain.mentions)
        }
        if named or not start:
            return named.popitem()[1] if len(named) == 1 else None
        start, end = view.wording.sentence_start(start - 1), start
    return None


def _first(chain: Chain) -> int:
    return min(mention.first for mention in chain.mentions)
