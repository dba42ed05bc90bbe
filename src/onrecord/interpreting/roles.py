"""Cues, and for each cue its source and its content."""

from __future__ import annotations

import json
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from onrecord.inference import load_model, read_model_file
from onrecord.interpreting.crf import best_tags, constrain, posteriors, tagged_ranges
from onrecord.interpreting.spans import Attribution, TaggedSpan
from onrecord.tokens import GAPS
from onrecord.vocabulary import has_cue_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.tokens import Encoding

MODEL = "roles.onnx"
TRANSITIONS = "transitions.json"
_TAGGED = ("source", "cue", "content")  # roles of the first reading's tags
_ASKED = ("source", "content")  # roles of the second's, asked for each cue
# Words looked at on either side of a cue's first word. Training looks at 160; reading with 80 costs half and loses
# nothing on the dev split (at 48, exact F1 of contents loses half a point): quotations are completed to their marks.
REACH = 80
# Added to every word's score of beginning a cue, and more where the vocabulary has it as a word of speech: more cues
# are asked, and what is unlikely in the end falls below LEAST_CONFIDENCE. (The training corpus also merges "blamed X,
# later admitting Y" into one; readers do not.) On the dev split (0, 0.5) with a least confidence of 0.2 gives linked
# precision and recall of .7264 and .7245; (0.3, 1.5) with 0.25 gives .7288 and .7308, (0.5, 1) with 0.25 .7264, .7318.
_CUE_BIAS, _CUE_PRIOR = 0.3, 1.5
_CUE_BEGINS = 3  # the tag "B-cue"
_SHORT = 64  # words of a line
_NEVER = -1e4
_SOURCE_BEGINS = 1  # the tag "B-source" of the second reading
# Few attributions have no source. On the dev split 0, 1, 2 and 3 give a linked F1 of .7222, .7249, .7243 and .7240.
_SOURCE = 1.0
_CUES_A_RUN = 64  # bounds the memory that a very long article takes
# The two readings are joined as a product of experts: the first one's log probabilities are added with weight _TRUST,
# and _LEANING makes up for the probability that it leaves to other roles. On the dev split, with both 0, 0.5 and 0.7,
# linked F1 is .7211, .7252 and .7249 and exact F1 of contents .6459, .6520 and .6513;
# 0.7 was chosen with earlier weights.
_TRUST, _LEANING, _LEAST = 0.7, 0.7, -8.0


@cache
def _load_transitions(name: str) -> NDArray[np.float32]:
    return np.array(json.loads(read_model_file(TRANSITIONS))[name], np.float32)


def find_spans(encoding: Encoding) -> list[TaggedSpan]:
    """Sources, cues and contents of the whole text, not yet joined, in text order."""
    if not len(encoding.tokens):
        return []
    raised = encoding.attribution_tags.copy()
    raised[:, _CUE_BEGINS] += _CUE_BIAS
    raised[[has_cue_word([word]) for word in encoding.tokens.words], _CUE_BEGINS] += _CUE_PRIOR
    found = []
    for lines in _alike_lines(_breaks(encoding)):
        longest = 1 + max(last - first for first, last in lines)  # every line ends in O
        padded = np.full((len(lines), longest, raised.shape[1]), _NEVER, np.float32)
        padded[..., 0] = 0.0
        for row, (first, last) in zip(padded, lines, strict=True):
            row[: last - first] = raised[first:last]
        scores, transitions = constrain(padded, _load_transitions("tags"))
        tags = best_tags(scores, transitions)
        marginals, following = posteriors(scores, transitions)
        for i, (start, _) in enumerate(lines):
            for role, first, last, exact, inside in tagged_ranges(tags[i], marginals[i], following[i]):
                found.append(TaggedSpan(_TAGGED[role], start + first, start + last, exact, inside))
    return sorted(found, key=lambda span: span.first)


def _alike_lines(breaks: NDArray[np.bool_]) -> list[list[tuple[int, int]]]:
    """The half-open ranges of the words of each line, those of about the same length together.

    No span goes on over a line break, so that lines can be read side by side: a loop over words costs more in Python
    than what it does. Each list holds lines of up to _SHORT words, or of up to twice the words of its shortest.
    """
    edges = np.unique([0, *np.flatnonzero(breaks).tolist(), len(breaks)]).tolist()
    groups: dict[int, list[tuple[int, int]]] = {}
    for first, last in pairwise(edges):
        groups.setdefault(max(0, (last - first - 1) // _SHORT).bit_length(), []).append((first, last))
    return list(groups.values())


def find_attributions(encoding: Encoding, cues: Sequence[TaggedSpan]) -> list[Attribution]:
    """The source and the contents of each cue; cues without a content are left out."""
    first_reading, breaks = _first_reading(encoding), _breaks(encoding)
    attributions = []
    for at in range(0, len(cues), _CUES_A_RUN):
        attributions += _ask(encoding, cues[at : at + _CUES_A_RUN], first_reading, breaks)
    return attributions


def _sourced(
    tags: NDArray[np.int64], scores: NDArray[np.float64], transitions: NDArray[np.float64]
) -> NDArray[np.int64]:
    """The tags, where they have no source those that are best with _SOURCE more for beginning one."""
    without = ~(tags == _SOURCE_BEGINS).any(1)
    if without.any():
        raised = scores[without]
        raised[..., _SOURCE_BEGINS] += _SOURCE
        tags[without] = best_tags(raised, transitions)
    return tags


def _breaks(encoding: Encoding) -> NDArray[np.bool_]:
    """Words that begin a line: of the 61,491 spans of the train split one goes on over a line break."""
    return np.asarray(encoding.tokens.gaps == GAPS.index("line"))


def _first_reading(encoding: Encoding) -> NDArray[np.float32]:
    """What the first reading adds to the role head's scores of a word as B and I of source and content; (words, 4)."""
    scores = encoding.attribution_tags
    raised = scores - scores.max(1, keepdims=True)
    chances = raised - np.log(np.exp(raised).sum(1, keepdims=True))
    return np.asarray(_TRUST * np.maximum(chances[:, [1, 2, 5, 6]], _LEAST) + _LEANING, np.float32)


def _ask(
    encoding: Encoding,
    cues: Sequence[TaggedSpan],
    first_reading: NDArray[np.float32],
    breaks: NDArray[np.bool_],
) -> list[Attribution]:
    """The attributions of a few cues, by one run of the role head."""
    count = len(encoding.tokens)
    firsts = np.array([c.first for c in cues])
    places = firsts[:, None] + np.arange(-REACH, REACH + 1)
    inside = (places >= 0) & (places < count)
    around = np.clip(places, 0, count - 1)
    low, high = int(around.min()), int(around.max()) + 1
    (scores,) = load_model(MODEL).run(
        {
            "words": encoding.hidden[low:high],
            "cue_ends": np.array([[c.first, c.last - 1] for c in cues], np.int64) - low,
            "around": around.astype(np.int64) - low,
            "mask": inside.astype(np.float32),
        }
    )
    scores[..., 1:] += first_reading[around]
    scores[~inside] = [0.0, *[_NEVER] * (scores.shape[2] - 1)]
    some = np.flatnonzero(inside.any(0))  # of a short text most places are outside
    near = slice(int(some[0]), int(some[-1]) + 1)
    scores, places, around = scores[:, near], places[:, near], around[:, near]
    constrained, transitions = constrain(scores, _load_transitions("roles"), breaks[around])
    tags = _sourced(best_tags(constrained, transitions), constrained, transitions)
    marginals, following = posteriors(constrained, transitions)
    attributions = []
    for i, cue in enumerate(cues):
        spans = [
            TaggedSpan(_ASKED[role], first + int(places[i, 0]), last + int(places[i, 0]), exact, within)
            for role, first, last, exact, within in tagged_ranges(tags[i], marginals[i], following[i])
        ]
        sources = [s for s in spans if s.role == "source"]
        contents = tuple(s for s in spans if s.role == "content")
        if contents:
            source = max(sources, key=lambda s: s.inside, default=None)
            attributions.append(Attribution(cue, source, contents))
    return attributions
