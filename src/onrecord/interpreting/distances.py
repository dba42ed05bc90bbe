"""How far a span lies from a cue, as one of a few classes that the link model has learnt a vector for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

_EDGES = np.array([0, 1, 2, 4, 8, 16, 32, 64])
CLASSES = 2 * (len(_EDGES) + 1) * 2 * 3


def distance_classes(
    dependents: NDArray[np.int64], cues: NDArray[np.int64], all_cues: NDArray[np.int64], gaps: NDArray[np.int64]
) -> NDArray[np.int64]:
    """The class of each pair of a dependent span and a cue; values below CLASSES.

    A class joins: on which side of the cue the span lies, how many words are between (nine steps), whether a line
    break is between, and how many other cues are between (none, one, more).

    Args:
        dependents, cues: half-open ranges of words, a pair a row; shape (..., 2), and the result (...).
        all_cues: the article's cues; shape (cues, 2).
        gaps: what stands before each word (`Tokens.gaps`); 2 is a line break.
    """
    lines = np.concatenate([[0], np.cumsum(gaps == 2)])
    starts = np.sort(all_cues[:, 0])
    is_before = dependents[..., 0] < cues[..., 0]
    left = np.where(is_before, dependents[..., 1], cues[..., 1])
    right = np.maximum(left, np.where(is_before, cues[..., 0], dependents[..., 0]))
    step = np.searchsorted(_EDGES, right - left, side="left")
    is_apart = lines[np.minimum(right + 1, len(gaps))] > lines[left]
    between = np.clip(np.searchsorted(starts, right) - np.searchsorted(starts, left), 0, 2)
    classes = ((is_before * (len(_EDGES) + 1) + step) * 2 + is_apart) * 3 + between
    return np.asarray(classes, np.int64)
