"""Turning back on one's own words, where the article calls it so: "in a U-turn", "reversed herself"."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.interpreting.disputes.explicit import is_unsaid
from onrecord.vocabulary.disputes import load_dispute_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.interpreting.disputes.candidates import Sentence
    from onrecord.records import Statement

_NEAR = 2  # sentences from the one that calls it so to one of the speaker's


def find_turns(
    text: str, sentences: Sequence[Sentence], statements: Sequence[Statement]
) -> Iterator[tuple[Sentence, ...]]:
    """What somebody says before and after turning back, or the one sentence of both."""
    quoted = [(span.start, span.end) for statement in statements for span in statement.content.spans]
    for told in load_dispute_words().turns.finditer(text):
        # What somebody says of another's turn is that one's word, and the sentences here are the speaker's.
        if any(start <= told.start() < end for start, end in quoted) or is_unsaid(text, 0, told.start()):
            continue
        own = next((one for one in sentences if one.start <= told.start() < one.end), None)
        number = own.number if own is not None else _number_before(sentences, told.start())
        near = [one for one in sentences if abs(one.number - number) <= _NEAR]
        pairs = [
            (one, other)
            for one, other in pairwise(near)
            if (own is None or own in (one, other)) and _speakers(one) & _speakers(other)
        ]
        if pairs:
            yield pairs[0]
        elif own is not None:
            yield (own,)


def _number_before(sentences: Sequence[Sentence], at: int) -> int:
    """About where a sentence stands in which nobody speaks."""
    following = next((one.number for one in sentences if one.start > at), None)
    return following - 1 if following is not None else sentences[-1].number + 1 if sentences else 0


def _speakers(sentence: Sentence) -> set[str]:
    return {entity.id for one in sentence.statements if one.source for entity in one.source.entities}
