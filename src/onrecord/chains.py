"""Mentions as they are found in the words, and chains of mentions that mean the same: what coreference hands on."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

NAME, NOMINAL, PRONOUN = 0, 1, 2
FORMS = ("name", "nominal", "pronoun")
KINDS = ("person", "organization", "place", "other")


@dataclass(frozen=True, slots=True)
class FoundMention:
    """Words that may mean someone or something.

    Attributes:
        head: the word that the mention is about; of a person's name the first word of the name itself.
        first, last: half-open range of words, from the determiner or title on; no relative clause, no apposition.
        form: NAME, NOMINAL or PRONOUN.
        pronoun: index of its class in `vocabulary.referring.PRONOUNS`, or -1.
        kinds: probability of each of KINDS; shape (4,).
        plural, male: probabilities; `male` means something for single persons only.
        words: the words, lower case.
        kind: the likeliest of KINDS.
    """

    head: int
    first: int
    last: int
    form: int
    pronoun: int
    kinds: NDArray[np.float32]
    plural: float
    male: float
    words: tuple[str, ...]
    kind: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", KINDS[int(self.kinds.argmax())])


@dataclass(frozen=True, slots=True)
class Chain:
    """Mentions that mean the same, in text order.

    Attributes:
        mentions: one or more.
        is_named: a name is among them.
        name: the mention that names it most fully, or the first description, or the first mention.
        kinds: mean probability of each of KINDS; shape (4,).
        plural: probability that it is several.
        full_name: as only the headline gives it.
        kind: the likeliest of KINDS.
    """

    mentions: tuple[FoundMention, ...]
    is_named: bool
    name: FoundMention
    kinds: NDArray[np.float32]
    plural: float
    full_name: str | None = None
    kind: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", KINDS[int(self.kinds.argmax())])


def top_mentions(mentions: Sequence[FoundMention], first: int, last: int) -> list[FoundMention]:
    """Of mentions in the order of their heads, those with heads in a range of words that lie in no other of them."""
    start = bisect_left(mentions, first, key=lambda mention: mention.head)
    inside = mentions[start : bisect_left(mentions, last, start, key=lambda mention: mention.head)]
    return [
        m
        for m in inside
        if not any(o.first <= m.first and m.last <= o.last and (o.first, o.last) != (m.first, m.last) for o in inside)
    ]
