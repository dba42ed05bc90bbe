"""The type of what one party does to another, where a sentence and both parties are given."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.inference import load_model, models_folder
from onrecord.interpreting.events.reading import ENCODER, inputs_of, load_labels, rows_of
from onrecord.tokens import load_tokenizer, tokenize

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.interpreting.events.raw import Range
    from onrecord.tokens import Tokens

PAIRS = "event_pairs.onnx"
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
    hidden, _ = load_model(ENCODER).run(inputs_of(tokens, 0, len(tokens)))
    words = hidden[0][rows_of(tokens, 0, len(tokens))]
    actors, recipients = _words(tokens, actor_spans), _words(tokens, recipient_spans)
    made = load_model(PAIRS).run(
        {
            "words": words,
            "whole": hidden[0][0],
            "actors": _spread(actors, len(tokens)),
            "recipients": _spread(recipients, len(tokens)),
            "between": _between(actors[0], recipients[0], len(tokens)),
        }
    )
    return str(load_labels()["pair_types"][int(made[0][0].argmax())])


def _words(tokens: Tokens, spans: Sequence[Sequence[int]]) -> list[Range]:
    """The words of spans; all words where they have none."""
    found = []
    for start, end in spans:
        first = int(np.searchsorted(tokens.ends, start, side="right"))
        last = int(np.searchsorted(tokens.starts, end, side="left"))
        if first < last:
            found.append((first, last))
    return found or [(0, len(tokens))]


def _spread(ranges: Sequence[Range], width: int) -> NDArray[np.float32]:
    """Weights of words in some ranges, that sum to one."""
    row = np.zeros(width, np.float32)
    for first, last in ranges:
        row[first:last] = 1.0
    weights: NDArray[np.float32] = row / max(row.sum(), np.float32(1.0))
    return weights


def _between(one: Range, other: Range, width: int) -> NDArray[np.float32]:
    """Weights of the words between two parties; of those around where they touch."""
    first, second = sorted((one, other))
    start, end = first[1], second[0]
    if start >= end:
        start, end = max(0, first[0] - _AROUND), min(width, second[1] + _AROUND)
    return _spread([(start, end)], width)
