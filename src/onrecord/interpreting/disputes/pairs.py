"""What the network of disputes sees: one sentence, or two that may hold sides against each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.tokens import Tokens

_MOST_PIECES = 90  # of a sentence of two; of one alone twice as many
_CLS, _SEP = 101, 102
_LINE = GAPS.index("line")


class PairWindow(NamedTuple):
    """A window: vocabulary ids, shape (pieces,), and features, shape (pieces, 3)."""

    pieces: NDArray[np.int64]
    features: NDArray[np.int64]


def pair_window(
    one: Tokens, other: Tokens | None, first: tuple[int, int] | None = None, second: tuple[int, int] | None = None
) -> PairWindow:
    """The window of a sentence, or of two.

    Args:
        first, second: the half-open ranges of words that are the sentences; all words where they are not given.
    """
    most = _MOST_PIECES if other is not None else 2 * _MOST_PIECES
    parts = [_part(one, first or (0, len(one)), most)]
    if other is not None:
        parts.append(_part(other, second or (0, len(other)), most))
    pieces, features = [np.array([_CLS])], [np.zeros((1, 3), np.int64)]
    for some_pieces, some_features in parts:
        pieces += [some_pieces, np.array([_SEP])]
        features += [some_features, np.zeros((1, 3), np.int64)]
    return PairWindow(np.concatenate(pieces).astype(np.int64), np.concatenate(features).astype(np.int64))


def _part(tokens: Tokens, words: tuple[int, int], most: int) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    at = tokens.first_piece
    first, last = words
    low = int(at[first])
    high = min(int(at[last]), low + most)
    owner = np.repeat(np.arange(first, last), np.diff(at[first : last + 1]))[: high - low]
    features = np.stack([table[owner] for table in (tokens.shapes, tokens.gaps, tokens.quotes)], axis=1)
    features[: int(at[first + 1]) - low, 1] = _LINE  # the first word begins a line, as in training
    return tokens.pieces[low:high], features
