"""Names that are none: an ordinary word with the capital of a sentence's beginning, a heading or a button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL
from onrecord.tokens import GAPS
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.small_words import load_small_words
from onrecord.vocabulary.titles import COLLECTIVES

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_LINE = GAPS.index("line")
_CLOSING = frozenset(".!?:;\"“”'‘’()[]-–—•|…/*")


def is_within_sentence(tokens: Tokens, at: int) -> bool:
    """Whether a word stands behind another of its sentence, so that a capital would be its own."""
    return at > 0 and int(tokens.gaps[at]) != _LINE and tokens.words[at - 1][-1] not in _CLOSING


def without_mere_words(
    mentions: Sequence[FoundMention], tokens: Tokens, kept: Collection[int] = ()
) -> list[FoundMention]:
    """The mentions without names of one ordinary word that the text never writes with a capital among small words.

    "Target" is a name in a text with "shops at Target", but not under a heading. What people are called by ("Residents
    fled") becomes a description.

    Args:
        kept: heads that are needed whatever they are, as those of sources are; they become descriptions too.
    """
    single = {i: tokens.words[m.head] for i, m in enumerate(mentions) if m.form == NAME and m.last - m.first == 1}
    small = load_small_words()
    doubted = {word for word in single.values() if word.istitle() and word.lower() in small}
    if not doubted:
        return list(mentions)
    told = {
        word
        for at, word in enumerate(tokens.words)
        if word in doubted and is_within_sentence(tokens, at) and tokens.words[at - 1].islower()
    }
    longer = {
        tokens.words[i] for m in mentions if m.form == NAME and m.last - m.first > 1 for i in range(m.first, m.last)
    }
    mere = {i for i, word in single.items() if word in doubted - told - longer}
    return [
        replace(mention, form=NOMINAL) if i in mere else mention
        for i, mention in enumerate(mentions)
        if i not in mere or mention.head in kept or _is_people(mention.words[0])
    ]


def _is_people(word: str) -> bool:
    """Whether a lower-case word is of people: "residents", "people", "police"."""
    singular = word.removesuffix("s")
    return word in COLLECTIVES or not {word, singular}.isdisjoint(role_words().classes["person"])
