"""Names that are only the beginning of another: "Rail Accident" of the Rail Accident Investigation Branch."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.annotating.known import known_kind, written
from onrecord.chains import NAME
from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_SPACE = GAPS.index("space")
_ALIKE = ({"organization", "other"}, {"place"})  # kinds that a beginning and the whole may have


def without_parts(mentions: Sequence[FoundMention], tokens: Tokens, kept: Collection[int] = ()) -> list[FoundMention]:
    """The mentions without names that stand nowhere but at the beginning of a longer one of their kind.

    What is known by the name stays: the "White House" of the White House Press Office. Leaving out all beginnings, also
    people's ("Lind" of "Lind campaign"), moved six of 393 dev speakers from right to wrong.

    Args:
        kept: heads that are needed whatever they are.
    """
    longest: dict[int, FoundMention] = {}
    for mention in mentions:
        if mention.form == NAME and (mention.first not in longest or mention.last > longest[mention.first].last):
            longest[mention.first] = mention

    def is_part(mention: FoundMention) -> bool:
        whole = longest.get(mention.first)
        if mention.form != NAME or whole is None or whole.last <= mention.last or mention.head in kept:
            return False
        is_alike = any({mention.kind, whole.kind} <= kinds for kinds in _ALIKE)
        return is_alike and int(tokens.gaps[mention.last]) == _SPACE

    parts = {mention.head for mention in mentions if is_part(mention)}
    alone = Counter(mention.words for mention in mentions if mention.head not in parts)
    return [
        mention
        for mention in mentions
        if mention.head not in parts
        or alone[mention.words]
        or known_kind(written(tokens, mention.first, mention.last)) is not None
    ]
