"""What is done in return is done to who acted before: "Brun wants ore. In return, Tessen is asking for guarantees."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.events.merging import Draft

_ANSWERS = re.compile(r"\W*in (?:return|exchange|response|retaliation|reply|turn)\b", re.IGNORECASE)
_BARGAINS = re.compile(r"\W*in (?:return|exchange)\b", re.IGNORECASE)  # where each side turns to the other
_TURNED = frozenset({"ACCUSE", "AGREE", "AID", "COERCE", "CONCEDE", "REJECT", "REQUEST", "SANCTION", "THREATEN"})


def with_returns(drafts: Sequence[Draft], text: str) -> None:
    """Give events told "in return", and those of a bargain before them, the recipients who are left open.

    Args:
        drafts: an article's events in text order.
        text: the article's.
    """
    for at, draft in enumerate(drafts):
        if not _ANSWERS.match(draft.sentence.surface) or draft.type not in _TURNED or not draft.actors:
            continue
        known = {entity.id for entity in (*draft.actors, *draft.recipients)}
        before = [
            one
            for one in drafts[:at]
            if one.actors
            and one.sentence.end <= draft.sentence.start
            and not text[one.sentence.end : draft.sentence.start].strip()
            and known.isdisjoint(entity.id for entity in one.actors)
        ]
        if len({one.actors for one in before}) != 1:
            continue
        if not draft.recipients:
            draft.recipients = before[-1].actors
        if _BARGAINS.match(draft.sentence.surface):
            for one in before:
                if not one.recipients and one.type in _TURNED:
                    one.recipients = draft.actors
