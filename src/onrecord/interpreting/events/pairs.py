"""The type of what one party does to another, where a sentence and both parties are given.

The parties are marked in the sentence itself, by pieces of their own before and after them, as is usual where a
relation of given words is asked for (Baldini Soares et al. 2019; Zhou and Chen 2022).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.inference import load_model, models_folder
from onrecord.interpreting.events.reading import ENCODER, inputs_of, load_labels, rows_of
from onrecord.tokens import GAPS, QUOTES, SHAPES, load_tokenizer, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.interpreting.events.raw import Range
    from onrecord.tokens import Tokens

PAIRS = "event_pairs.onnx"
_MARKS = ((1, 2), (3, 4))  # [unused] pieces of the vocabulary: before and after an actor, before and after a recipient
_AROUND = 3  # words looked at on either side of parties that touch


def type_pair(text: str, actor_spans: Sequence[Sequence[int]], recipient_spans: Sequence[Sequence[int]]) -> str:
    """The likeliest type of a given pair, CONCEDE and RETREAT as YIELD.

    Args:
        text: one sentence.
        actor_spans, recipient_spans: half-open offsets of each party's words.
    """
    tokens = tokenize(text, load_tokenizer(models_folder() / "tokenizer.json"))
    if not len(tokens):
        return str(load_labels()["pair_types"][0])
    tokens, actors, recipients = with_marks(tokens, words_of(tokens, actor_spans), words_of(tokens, recipient_spans))
    hidden, _ = load_model(ENCODER).run(inputs_of(tokens, 0, len(tokens)))
    words = hidden[0][rows_of(tokens, 0, len(tokens))]
    weights = spread(actors, len(tokens)), spread(recipients, len(tokens)), between(actors, recipients, len(tokens))
    named = dict(zip(("actors", "recipients", "between"), weights, strict=True))
    made = load_model(PAIRS).run({"words": words, "whole": hidden[0][0], **named})
    return str(load_labels()["pair_types"][int(made[0][0].argmax())])


def words_of(tokens: Tokens, spans: Sequence[Sequence[int]]) -> list[Range]:
    """The words of spans; all words where they have none."""
    found = []
    for start, end in spans:
        first = int(np.searchsorted(tokens.ends, start, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        if first < last:
            found.append((first, last))
    return found or [(0, len(tokens))]


def with_marks(
    tokens: Tokens, actors: Sequence[Range], recipients: Sequence[Range]
) -> tuple[Tokens, list[Range], list[Range]]:
    """The words of a sentence with marks around two parties, and each party's words, marks among them."""
    marks = [
        (at, is_start, piece, side, number)
        for side, (ranges, pieces) in enumerate(zip((actors, recipients), _MARKS, strict=True))
        for number, (first, last) in enumerate(ranges)
        for at, is_start, piece in ((first, True, pieces[0]), (last, False, pieces[1]))
    ]
    marks.sort()  # an end before a start at the same word
    found: list[list[list[int]]] = [[[0, 0] for _ in actors], [[0, 0] for _ in recipients]]
    for before, (at, is_start, _, side, number) in enumerate(marks):
        found[side][number][0 if is_start else 1] = at + before + (0 if is_start else 1)
    places = [mark[0] for mark in marks]
    at_pieces = [int(tokens.first_piece[at]) for at in places]
    lengths = np.insert(np.diff(tokens.first_piece), places, 1)
    offsets = [int(tokens.starts[min(at, len(tokens) - 1)]) for at in places]
    words = list(tokens.words)
    for at in reversed(places):
        words.insert(at, "")
    marked = replace(
        tokens,
        words=tuple(words),
        starts=np.insert(tokens.starts, places, offsets),
        ends=np.insert(tokens.ends, places, offsets),
        shapes=np.insert(tokens.shapes, places, SHAPES.index("other")),
        gaps=np.insert(tokens.gaps, places, GAPS.index("space")),
        quotes=np.insert(tokens.quotes, places, QUOTES.index("outside")),
        pieces=np.insert(tokens.pieces, at_pieces, [mark[2] for mark in marks]),
        first_piece=np.concatenate([[0], np.cumsum(lengths)]).astype(tokens.first_piece.dtype),
    )
    wide = [[(first, last) for first, last in ranges] for ranges in found]
    return marked, wide[0], wide[1]


def spread(ranges: Sequence[Range], width: int) -> NDArray[np.float32]:
    """Weights of words in some ranges, that sum to one."""
    row = np.zeros(width, np.float32)
    for first, last in ranges:
        row[first:last] = 1.0
    weights: NDArray[np.float32] = row / max(row.sum(), np.float32(1.0))
    return weights


def between(actors: Sequence[Range], recipients: Sequence[Range], width: int) -> NDArray[np.float32]:
    """Weights of the words between two parties; of those around where they touch."""
    first, second = sorted((actors[0], recipients[0]))
    start, end = first[1], second[0]
    if start >= end:
        start, end = max(0, first[0] - _AROUND), min(width, second[1] + _AROUND)
    return spread([(start, end)], width)
