"""Reading conditions: each place that may be a marker goes through the network, which says what it makes of what."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.inference import load_model
from onrecord.interpreting.conditions.windows import window_of
from onrecord.interpreting.shared_layers import read_states
from onrecord.sentences import find_ends
from onrecord.vocabulary.markers import load_markers
from onrecord.vocabulary.participles import is_past

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.interpreting.conditions.windows import Range
    from onrecord.tokens import Tokens

MODEL = "conditions.onnx"
# The network's kinds in its order, after "no condition".
KINDS = ("offer", "promise", "threat", "demand", "warning", "prediction", "hypothetical", "procedure")
_LEAST = 0.5  # chance that a marker makes a condition
_IN, _LEAST_IN_GAP = 0.5, 0.15  # chances that a word is in a part
_MOST_IN_GAP = 2  # words
_SUBJECTS = frozenset({"i", "we", "he", "she", "they", "you"})
_SWAPPING = frozenset({"exchange", "exchanging", "trade", "trading", "swap", "swapping", "barter", "bartering"})
_APOSTROPHES, _ENDINGS = frozenset({"'", "’"}), frozenset("s re ll d ve m".split())
_OF_TIME = frozenset({"when", "once"})  # markers that tell of the past as often as of a condition
_MODALS = frozenset("will would shall can could may might must should ll d".split())
# Before a participle, which tells no past.
_PASSIVE = frozenset("is are be been being am get gets getting got re s m has have having to".split())
_CLAUSE_ENDS = frozenset({".", ";", ":", "!", "?"})
_LONGEST_GIFT = 12  # words between a verb of swapping and its "for"
_REACHING_BACK = frozenset({"otherwise", "or", "in", "and"})  # markers whose if-part may stand in the sentence before


class RawCondition(NamedTuple):
    """A condition in words; half-open ranges of the article's words."""

    kind: str
    marker: Range
    if_: tuple[Range, ...]
    then: tuple[Range, ...]
    sentence: Range
    confidence: float


def read_conditions(text: str, tokens: Tokens) -> list[RawCondition]:
    """The conditions of a text, in text order."""
    found: list[RawCondition] = []
    for sentence, before, markers in _candidates(text, tokens):
        some: list[RawCondition] = []
        for marker in markers:
            made = _read(tokens, sentence, before, marker)
            if made is not None and not any(_is_same(made, other) for other in some):
                some.append(made)
        found += some
    return found


def _candidates(text: str, tokens: Tokens) -> Iterator[tuple[Range, Range | None, list[Range]]]:
    """Sentences with places that may be markers: the words of the sentence, of the one before, and of the markers."""
    markers = load_markers()
    before: Range | None = None
    ends = [(0, 0), *find_ends(text), (len(text), len(text))]
    for (_, start), (end, _) in pairwise(ends):
        sentence = int(np.searchsorted(tokens.starts, start)), int(np.searchsorted(tokens.starts, end))
        if sentence[0] >= sentence[1]:
            continue
        if before is not None and "\n" in text[tokens.ends[before[1] - 1] : start]:
            before = None  # the sentence before is another paragraph's
        places = [
            (int(np.searchsorted(tokens.ends, start + a, side="right")), int(np.searchsorted(tokens.starts, start + b)))
            for a, b in markers.find(text[start:end])
        ]
        if places:
            yield sentence, before, [(a, b) for a, b in places if a < b]
        before = sentence


def _read(tokens: Tokens, sentence: Range, before: Range | None, marker: Range) -> RawCondition | None:
    window = window_of(tokens, sentence, before, marker)
    states = read_states(window.pieces, window.features)
    kinds, parts, *_ = load_model(MODEL).run({"states": states, "pieces": window.pieces[None]})
    chances = np.exp(kinds[0] - kinds[0].max())
    chances /= chances.sum()
    if 1.0 - chances[0] < _LEAST:
        return None
    in_part = 1.0 / (1.0 + np.exp(-parts[0][window.rows]))
    first = window.words[0]
    words = tokens.words[first : window.words[1]]
    own = marker[0] - first, marker[1] - first
    if_, then = ([(first + a, first + b) for a, b in _ranges(in_part[:, column], words, own)] for column in (0, 1))
    if (bargain := _bargain(tokens, sentence, marker)) is not None:
        then = [bargain]
    if tokens.words[marker[0]].lower() not in _REACHING_BACK:
        if_, then = _within(if_, sentence), _within(then, sentence)
    if_ = [run for run in _without_overlap(if_, then) if run[0] < run[1]]
    if not if_ or not then:
        return None
    if tokens.words[marker[0]].lower() in _OF_TIME and _tells_past(tokens, if_, then):
        return None
    best = int(chances[1:].argmax())
    return RawCondition(KINDS[best], marker, tuple(if_), tuple(then), sentence, float(1.0 - chances[0]))


def _bargain(tokens: Tokens, sentence: Range, marker: Range) -> Range | None:
    """What is given in a swap: "[exchange his post] for peace"; None where the marker is no swap's "for"."""
    if tokens.words[marker[0]].lower() != "for":
        return None
    first = max(sentence[0], marker[0] - _LONGEST_GIFT)
    swap = next((at for at in range(marker[0] - 1, first - 1, -1) if tokens.words[at].lower() in _SWAPPING), None)
    if swap is None or marker[0] - swap <= 1:
        return None
    return None if any(word in _CLAUSE_ENDS for word in tokens.words[swap : marker[0]]) else (swap, marker[0])


def _within(ranges: list[Range], sentence: Range) -> list[Range]:
    """The ranges inside a marker's own sentence, where some are."""
    inside = [(start, end) for start, end in ranges if sentence[0] <= start]
    return inside or ranges


def _ranges(chances: NDArray[np.float32], words: Sequence[str], marker: Range) -> list[Range]:
    """Runs of words that are likely in a part, small gaps filled, without the marks at their ends."""
    is_in = chances > _IN
    is_in[slice(*marker)] = False
    edges = np.flatnonzero(np.diff(np.concatenate([[0], is_in.astype(np.int8), [0]])))
    runs = [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]
    joined: list[Range] = []
    for start, end in runs:
        gap = (joined[-1][1], start) if joined else (0, 0)
        is_small = 0 < gap[1] - gap[0] <= _MOST_IN_GAP and not (gap[0] <= marker[0] < gap[1])
        if is_small and chances[slice(*gap)].min() > _LEAST_IN_GAP:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    trimmed = (_trimmed(run, words) for run in joined)
    kept = [_with_host(run, words) for run in trimmed if run is not None]
    kept = _touching_joined([_with_subject(run, words, marker) for run in kept])
    longest = max((b - a for a, b in kept), default=0)
    return [run for run in kept if run[1] - run[0] > 1 or longest == 1]


def _touching_joined(runs: list[Range]) -> list[Range]:
    joined: list[Range] = []
    for start, end in runs:
        if joined and joined[-1][1] >= start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _with_host(run: Range, words: Sequence[str]) -> Range:
    """A run with the word whose ending it begins with: "[Lind]'s offer will include", "[that]'s all"."""
    first, last = run
    is_ending = first > 1 and words[first - 1] in _APOSTROPHES and words[first].lower() in _ENDINGS
    return (first - 2, last) if is_ending else run


def _tells_past(tokens: Tokens, if_: Sequence[Range], then: Sequence[Range]) -> bool:
    """Whether a "when" tells what happened: "nobody was hurt when police cleared the square"."""
    words = [word.lower() for word in tokens.words]
    if any(words[at] in _MODALS for start, end in then for at in range(start, end)):
        return False
    return any(
        is_past(words[at]) and _PASSIVE.isdisjoint(words[max(start, at - 2) : at])
        for start, end in if_
        for at in range(start, end)
    )


def _without_overlap(runs: list[Range], others: Sequence[Range]) -> list[Range]:
    """Runs cut where another begins in their last words: a word stands in one part."""
    starts = {start for start, _ in others}
    return [(start, min([end, *(at for at in starts if end - _MOST_IN_GAP <= at < end)])) for start, end in runs]


def _with_subject(run: Range, words: Sequence[str], marker: Range) -> Range:
    """A run with the pronoun right before it: "[I] am ready"."""
    first, last = run
    is_apart = first - 1 != marker[1] - 1
    return (first - 1, last) if first and is_apart and words[first - 1].lower() in _SUBJECTS else run


def _trimmed(run: Range, words: Sequence[str]) -> Range | None:
    """A run without punctuation at its ends."""
    first, last = run
    while first < last and not _is_word(words[first]):
        first += 1
    while first < last and not _is_word(words[last - 1]) and words[last - 1] not in {"%", ")", "]"}:
        last -= 1
    if first and words[first - 1] == "[" and "]" in words[first:last]:
        first -= 1  # what an editor put in stands whole
    return (first, last) if first < last else None


def _is_word(word: str) -> bool:
    return word[0].isalnum() or word[0] in "$€£¥#[("


def _is_same(one: RawCondition, other: RawCondition) -> bool:
    """Whether two markers of a sentence were read as the same condition: "if A, if B, then C"."""
    mine, theirs = (_words(condition.if_) for condition in (one, other))
    return len(mine & theirs) * 2 > min(len(mine), len(theirs))


def _words(ranges: Sequence[Range]) -> set[int]:
    return {at for start, end in ranges for at in range(start, end)}
