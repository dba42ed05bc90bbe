"""Pronouns of the wrong sex: whom a title anywhere in the article calls "Mr" is no "she"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.chains import NAME, PRONOUN
from onrecord.interpreting.linking.merging import make_chain
from onrecord.vocabulary.referring import HE, SHE, I

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import Chain, FoundMention

_MALE, _FEMALE = frozenset({"mr", "sir", "messrs"}), frozenset({"mrs", "ms", "miss", "mme"})


def part_by_title(chains: Sequence[Chain]) -> list[Chain]:
    """The chains, pronouns that a title speaks against a chain of their own, and each "I" with the nearest of them.

    Coreference reads forward, so that a "Mr" below says nothing to it of a "she" above: the words of the one who was
    harmed were given to him who had done it.
    """
    parted: list[Chain] = []
    for chain in chains:
        wrong = _wrong(chain)
        if not wrong:
            parted.append(chain)
            continue
        taken = {id(mention) for mention in wrong}
        kept = [mention for mention in chain.mentions if id(mention) not in taken]
        parted += [make_chain(kept, like=chain), make_chain(wrong)]
    return parted


def _wrong(chain: Chain) -> list[FoundMention]:
    """Those of a chain's mentions that cannot be of the one whom a title tells to be a man, or a woman."""
    titles = {word for mention in chain.mentions if mention.form == NAME for word in mention.words[:1]}
    is_man, is_woman = bool(titles & _MALE), bool(titles & _FEMALE)
    if is_man == is_woman:
        return []
    told = [m for m in chain.mentions if m.form == PRONOUN and m.words[0] in HE | SHE]
    others = SHE if is_man else HE
    if not any(m.words[0] in others for m in told):
        return []
    spoken = [m for m in chain.mentions if m.form == PRONOUN and m.words[0] in I]

    def nearest(mention: FoundMention) -> FoundMention:
        return min(told, key=lambda one: abs(one.first - mention.first))

    return [m for m in told if m.words[0] in others] + [m for m in spoken if nearest(m).words[0] in others]
