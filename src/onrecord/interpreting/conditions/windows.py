"""What the network of conditions sees: a sentence with the one before it, a possible marker between marks of its own.

Marks around the words in question are usual where a relation of given words is asked for (Baldini Soares et al. 2019).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.tokens import Tokens

Range = tuple[int, int]

MOST_PIECES = 190  # of a window; a longer sentence is cut around its marker
_MOST_BEFORE = 60  # pieces of the sentence before
_BEFORE_MARKER = 90  # pieces kept before a marker where a sentence is cut
_CLS, _SEP = 101, 102
_OPENS, _CLOSES = 5, 6  # [unused] pieces of the vocabulary
_LINE = GAPS.index("line")


class Window(NamedTuple):
    """A window on some words.

    Attributes:
        words: the half-open range of words that are in it.
        pieces: vocabulary ids; shape (pieces,).
        features: shape (pieces, 3).
        rows: where each word's first piece lies; shape (words,).
    """

    words: Range
    pieces: NDArray[np.int64]
    features: NDArray[np.int64]
    rows: NDArray[np.int64]


def window_of(tokens: Tokens, sentence: Range, before: Range | None, marker: Range) -> Window:
    """The window on a sentence and the one before it.

    Args:
        sentence, before: half-open ranges of words; `before` ends where the sentence begins.
        marker: words within the sentence.
    """
    at = tokens.first_piece
    first, last = sentence
    if int(at[last] - at[first]) > MOST_PIECES:
        first = max(first, int(np.searchsorted(at, at[marker[0]] - _BEFORE_MARKER)))
        last = min(last, int(np.searchsorted(at, at[first] + MOST_PIECES, side="right")) - 1)
        last = max(last, marker[1])
    elif before is not None:
        room = min(_MOST_BEFORE, MOST_PIECES - int(at[last] - at[first]))
        first = max(before[0], int(np.searchsorted(at, at[first] - room)))
    low, high = int(at[first]), int(at[last])
    opens, closes = int(at[marker[0]]) - low, int(at[marker[1]]) - low
    owner = np.repeat(np.arange(first, last), np.diff(at[first : last + 1]))
    pieces = np.concatenate([[_CLS], np.insert(tokens.pieces[low:high], [opens, closes], [_OPENS, _CLOSES]), [_SEP]])
    features = np.stack([table[owner] for table in (tokens.shapes, tokens.gaps, tokens.quotes)], axis=1)
    features[: int(at[first + 1]) - low, 1] = _LINE  # the first word begins a line, as in training
    features = np.insert(features, [opens, closes], 0, axis=0)
    features = np.concatenate([np.zeros((1, 3), np.int64), features, np.zeros((1, 3), np.int64)])
    starts = at[first:last] - low + 1
    rows = starts + (starts > opens) + (starts > closes)
    return Window((first, last), pieces.astype(np.int64), features.astype(np.int64), rows.astype(np.int64))
