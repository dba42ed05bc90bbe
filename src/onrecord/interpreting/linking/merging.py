"""Merging: chains of one entry made one, mentions moved to the chain that they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.chains import NAME, NOMINAL, Chain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention


def make_chain(mentions: Sequence[FoundMention], *, like: Chain | None = None) -> Chain:
    """A chain of mentions, in text order; `like` tells of how many it is where it was one before."""
    ordered = tuple(sorted(mentions, key=lambda mention: (mention.head, mention.first)))
    names = [mention for mention in ordered if mention.form == NAME]
    told = names or [mention for mention in ordered if mention.form == NOMINAL] or list(ordered)
    naming = max(told, key=lambda mention: mention.last - mention.head) if names else told[0]
    kinds = np.sum([mention.kinds for mention in ordered], axis=0)
    return Chain(
        mentions=ordered,
        is_named=bool(names),
        name=like.name if like is not None and any(like.name is mention for mention in ordered) else naming,
        kinds=kinds / kinds.sum(),
        plural=like.plural if like is not None else float(ordered[0].plural),
        full_name=like.full_name if like is not None else None,
    )
