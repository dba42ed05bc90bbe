"""How likely a statement is right as a whole: a calibrated probability.

A small logistic model over what the taggers say of themselves, bent to what came true, fitted on articles that they
were not trained on. Right means what `linked` means in the evaluation: content, cue and source all match the gold.
"""

from __future__ import annotations

import json
import math
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.inference import read_model_file

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.interpreting.spans import Attribution, TaggedSpan
    from onrecord.tokens import Encoding

CALIBRATION = "calibration.json"
FEATURES = (
    "cue exact", "cue inside", "first content exact", "content inside", "worst content", "source exact",
    "source inside", "no source", "content agreed", "worst agreed", "source agreed", "contents", "words", "quoted",
    "all quoted", "unquoted cue exact",
)  # fmt: skip


@cache
def _load() -> tuple[NDArray[np.float64], float, NDArray[np.float64]]:
    saved = json.loads(read_model_file(CALIBRATION))
    return np.array([saved["weights"][name] for name in FEATURES]), float(saved["bias"]), np.array(saved["knots"])


def confidence_of(encoding: Encoding, attribution: Attribution) -> float:
    """The probability that the attribution is right as a whole."""
    weights, bias, knots = _load()
    raw = 1.0 / (1.0 + math.exp(-float(features_of(encoding, attribution) @ weights) - bias))
    return float(np.interp(raw, knots[:, 0], knots[:, 1]))


def features_of(encoding: Encoding, attribution: Attribution) -> NDArray[np.float64]:
    """What the confidence rests on; shape (FEATURES,). Probabilities stand as log odds."""
    contents, source, cue = attribution.contents, attribution.source, attribution.cue
    sizes = [s.last - s.first for s in contents]
    words = sum(sizes)
    quoted = sum(int((encoding.tokens.quotes[s.first : s.last] > 0).sum()) for s in contents) / words
    # Whether the first reading, which asked for no cue, saw contents and a source in the same places.
    agreed = [_share(encoding, s, _CONTENT_TAGS) for s in contents]
    return np.array(
        [
            _odds(cue.exact),
            _odds(cue.inside),
            _odds(contents[0].exact),
            _odds(sum(s.inside * n for s, n in zip(contents, sizes, strict=True)) / words),
            _odds(min(s.inside for s in contents)),
            _odds(source.exact) if source else 0.0,
            _odds(source.inside) if source else 0.0,
            0.0 if source else 1.0,
            _odds(sum(a * n for a, n in zip(agreed, sizes, strict=True)) / words),
            _odds(min(agreed)),
            _odds(_share(encoding, source, SOURCE_TAGS)) if source else 0.0,
            math.log(len(contents)),
            math.log(words),
            quoted,
            1.0 if quoted > 0.95 else 0.0,
            _odds(cue.exact) * (1.0 - quoted),
        ]
    )


SOURCE_TAGS, _CONTENT_TAGS = (1, 2), (5, 6)


def _share(encoding: Encoding, span: TaggedSpan, tags: tuple[int, int]) -> float:
    """Mean probability that the first reading gave the span's words these tags."""
    return float(chances_of(encoding, tags, span.first, span.last).mean())


def chances_of(encoding: Encoding, tags: tuple[int, int], first: int, last: int) -> NDArray[np.float64]:
    """Probability that the first reading gave these tags to each word of a half-open range."""
    scores = encoding.attribution_tags[first:last].astype(np.float64)
    chances = np.exp(scores - scores.max(1, keepdims=True, initial=-np.inf))
    return np.asarray(chances[:, list(tags)].sum(1) / chances.sum(1))


def _odds(p: float) -> float:
    p = min(max(p, 1e-3), 1 - 1e-3)
    return math.log(p / (1 - p))
