"""Partisans: "some Republicans" and "the Democrat from Ohio" are people, and no party's name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.vocabulary.titles import PARTIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention

_SOME = frozenset(
    """
    all certain eight few fewer five four leading many more most nine numerous other prominent senior seven several six
    some ten these those three top two various
    """.split()
)
_ONE = frozenset({"a", "an", "the", "one", "another", "this", "that"})
# What a party's people are called by: one of them, and several. "The Greens" is as often the party.
_SINGLE = frozenset(word for words in PARTIES for word in words if f"{word}s" in words) | {"tory"}
_BEHIND = frozenset(
    """
    and as at but by can could from had has himself herself in is may might of on or said says should to told was who
    whose will with would
    """.split()
)
_PLURAL = frozenset(f"{word}s" for word in _SINGLE) | {"tories"}


def with_partisans(mentions: Sequence[FoundMention], words: Sequence[str]) -> list[FoundMention]:
    """The mentions, people of a party as descriptions with the word that says how many they are.

    Args:
        mentions: in the order of their heads.
        words: the text's words, lower case.
    """
    changed: dict[int, FoundMention] = {}
    for mention in mentions:
        word = words[mention.head]
        is_bare = mention.form == NAME and mention.last - mention.head == 1 and mention.head > 0
        before = words[mention.head - 1] if is_bare else ""
        if (word in _PLURAL and before in _SOME) or (word in _SINGLE and before in _ONE and _is_noun(words, mention)):
            first = min(mention.first, mention.head - 1)
            changed[mention.head] = replace(
                mention, form=NOMINAL, first=first, words=tuple(words[first : mention.last])
            )
    if not changed:
        return list(mentions)
    dropped = {head - 1 for head in changed}
    return [
        changed.get(mention.head, mention)
        for mention in mentions
        if not (mention.form == PRONOUN and mention.head in dropped)
    ]


def _is_noun(words: Sequence[str], mention: FoundMention) -> bool:
    """Whether no noun stands behind: "the Republican from", "a Democrat said", not "the Republican nominee"."""
    behind = words[mention.last] if mention.last < len(words) else "."
    return not behind[0].isalpha() or behind in _BEHIND or behind.endswith("ed")
