"""Linear-chain conditional random fields (Lafferty et al. 2001): the best tags, and how likely each is.

Tags come as O and then a begin and an inside tag a role: O, B-source, I-source, B-content, I-content. All functions
take a batch of sequences of one length; shapes: B sequences, W words, T tags.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_IMPOSSIBLE = -1e4


def constrain(
    scores: NDArray[np.float32], transitions: NDArray[np.float32], breaks: NDArray[np.bool_] | None = None
) -> tuple[Floats, Floats]:
    """Scores and transitions in which an inside tag follows only its own begin or inside tag.

    Args:
        breaks: words that no span may cross into, it may only begin there; shape (B, W).
    """
    allowed = transitions.astype(np.float64)
    tags = len(allowed)
    for inside in range(2, tags, 2):
        others = [before for before in range(tags) if before not in (inside, inside - 1)]
        allowed[others, inside] = _IMPOSSIBLE
    constrained: Floats = scores.astype(np.float64)
    constrained[:, :1, 2::2] = _IMPOSSIBLE
    if breaks is not None:
        constrained[..., 2::2][breaks] = _IMPOSSIBLE
    return constrained, allowed


def best_tags(scores: Floats, transitions: Floats) -> NDArray[np.int64]:
    """The most likely tag sequences (Viterbi 1967); scores (B, W, T), result (B, W)."""
    count, words, tags = scores.shape
    best = scores[:, 0]
    backs = np.zeros((words, count, tags), np.int64)
    for i in range(1, words):
        paths = best[:, :, None] + transitions
        backs[i] = paths.argmax(1)
        best = paths.max(1) + scores[:, i]
    result = np.zeros((count, words), np.int64)
    rows = np.arange(count)
    tag = best.argmax(1)
    for i in range(words - 1, 0, -1):
        result[:, i] = tag
        tag = backs[i, rows, tag]
    result[:, 0] = tag
    return result


def posteriors(scores: Floats, transitions: Floats) -> tuple[Floats, Floats]:
    """How likely each tag is (B, W, T), and each tag given the one before it (B, W, T, T)."""
    count, words, tags = scores.shape
    factors = np.exp(scores - scores.max(2, keepdims=True))
    steps = np.exp(transitions)
    backward = np.ones((words, count, tags))
    ahead = np.ascontiguousarray(factors.transpose(1, 0, 2))
    for i in range(words - 2, -1, -1):
        row = (ahead[i + 1] * backward[i + 1]) @ steps.T
        backward[i] = row / row.sum(1, keepdims=True)
    weight = ahead * backward  # (W, B, T)
    following = steps * weight[:, :, None, :]
    following /= np.maximum(following.sum(3, keepdims=True), 1e-300)
    marginals = np.empty((words, count, tags))
    marginals[0] = weight[0] / weight[0].sum(1, keepdims=True)
    for i in range(1, words):
        marginals[i] = (marginals[i - 1][:, None] @ following[i])[:, 0]
    return marginals.transpose(1, 0, 2), following.transpose(1, 0, 2, 3)


def tagged_ranges(
    tags: NDArray[np.int64], marginals: Floats, following: Floats
) -> list[tuple[int, int, int, float, float]]:
    """The spans of one tag sequence (W,).

    Returns:
        for each span: its role's number, first and last word (half-open), the posterior probability that a span of this
        role has exactly these borders, and the mean posterior probability that its words are of this role.
    """
    found = []
    starts = np.flatnonzero(tags % 2 == 1)
    for start in starts.tolist():
        begin, inside = int(tags[start]), int(tags[start]) + 1
        last = start + 1
        exact = float(marginals[start, begin])
        while last < len(tags) and tags[last] == inside:
            exact *= float(following[last, tags[last - 1], inside])
            last += 1
        if last < len(tags):
            exact *= 1.0 - float(following[last, tags[last - 1], inside])
        within = float((marginals[start:last, begin] + marginals[start:last, inside]).mean())
        found.append(((begin - 1) // 2, start, last, exact, within))
    return found
