"""Scores of clusterings: MUC, B³ and CEAF-e, and their mean, the CoNLL F1 (Pradhan et al. 2012).

A clustering is a list of disjoint sets of mentions; gold and found ones need not hold the same mentions.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import numpy as np
from scipy.optimize import linear_sum_assignment

Mention = TypeVar("Mention")
Clusters = Sequence[set[Mention]]


def conll_f1(texts: Iterable[tuple[Clusters[int], Clusters[int]]]) -> float:
    """The mean of the three measures' F1, each summed over all texts; of each text the gold and the found clusters."""
    pairs = list(texts)
    return float(np.mean([_f1(pairs, measure) for measure in (muc, b_cubed, ceaf_e)]))


def muc(key: Clusters[Mention], answer: Clusters[Mention]) -> tuple[float, float]:
    """How many of the key's links the answer keeps, and how many there are."""
    kept = whole = 0
    for cluster in key:
        parts = {i for i, other in enumerate(answer) if other & cluster}
        alone = len(cluster) - sum(len(answer[i] & cluster) for i in parts)
        kept += len(cluster) - len(parts) - alone
        whole += len(cluster) - 1
    return kept, whole


def b_cubed(key: Clusters[Mention], answer: Clusters[Mention]) -> tuple[float, float]:
    """The sum over the key's mentions of the share of their cluster that the answer keeps with them, and how many."""
    kept = sum(len(cluster & other) ** 2 / len(cluster) for cluster in key for other in answer if cluster & other)
    return kept, sum(map(len, key))


def ceaf_e(key: Clusters[Mention], answer: Clusters[Mention]) -> tuple[float, float]:
    """The likeness of clusters under the best one-to-one alignment, and how many clusters the key has."""
    if not key or not answer:
        return 0.0, len(key)
    likeness = np.array([[2 * len(a & b) / (len(a) + len(b)) for b in answer] for a in key])
    return float(likeness[linear_sum_assignment(likeness, maximize=True)].sum()), len(key)


def _f1(pairs: Sequence[tuple[Clusters[int], Clusters[int]]], measure) -> float:  # type: ignore[no-untyped-def]  # noqa: ANN001
    recall, precision = (
        np.sum([(0.0, 0.0), *(measure(*pair) for pair in some)], axis=0) for some in (pairs, [(b, a) for a, b in pairs])
    )
    r, p = (float(part[0] / part[1]) if part[1] else 0.0 for part in (recall, precision))
    return 2 * p * r / (p + r) if p + r else 0.0
