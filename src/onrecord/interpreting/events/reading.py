"""Reading events: the network over each sentence, its scores made into triggers, types and arguments."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.inference import load_model, read_model_json
from onrecord.interpreting.events.raw import RawEvent
from onrecord.sentences import find_ends
from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.interpreting.events.raw import Range
    from onrecord.tokens import Tokens

ENCODER, HEADS, LABELS = "events.onnx", "event_heads.onnx", "events.json"
_CLS, _SEP = 101, 102
_MOST_PIECES = 190  # of a sentence, as in training; what is longer is read in parts
_LINE = GAPS.index("line")
_TRIGGER = 0.5  # least chance of a word to be in a trigger
_MODE = 0.5  # least chance of a mode
_FEWEST_WORDS = 4  # of a sentence worth reading
_NONE, _ACTOR, _RECIPIENT = 0, 1, 2  # bits of a word's role


@cache
def load_labels() -> Mapping[str, Any]:
    """The names of the network's outputs: `types`, `statuses`, `modes`.

    Raises:
        ModelError: the file is missing or damaged.
    """
    labels: Mapping[str, Any] = read_model_json(LABELS)
    return labels


def read_events(text: str, tokens: Tokens) -> list[RawEvent]:
    """The events of a text, sentence by sentence."""
    return [event for first, last in sentences(text, tokens) for event in _read_sentence(tokens, first, last)]


def sentences(text: str, tokens: Tokens) -> Iterator[Range]:
    """The words of each sentence, cut where one is longer than the network reads."""
    borders = [0, *(int(np.searchsorted(tokens.starts, following)) for _, following in find_ends(text)), len(tokens)]
    at = tokens.first_piece
    for first, last in pairwise(borders):
        start = first
        while start < last:
            end = min(last, int(np.searchsorted(at, at[start] + _MOST_PIECES, side="right")) - 1)
            end = max(end, start + 1)
            if end - start >= _FEWEST_WORDS:
                yield start, end
            start = end


def _read_sentence(tokens: Tokens, first: int, last: int) -> Iterator[RawEvent]:
    hidden, scores = load_model(ENCODER).run(_inputs(tokens, first, last))
    at = np.minimum(tokens.first_piece[first:last] - tokens.first_piece[first] + 1, _MOST_PIECES)
    words, chances = hidden[0][at], _softmax(scores[0][at])
    found = list(_triggers(chances))
    if not found:
        return
    ends = np.array([(start, end - 1) for start, end, _, _ in found])
    types = np.array([kind for _, _, kind, _ in found])
    statuses, modes, roles = load_model(HEADS).run({"words": words, "ends": ends, "types": types})
    labels = load_labels()
    for i, (start, end, kind, chance) in enumerate(found):
        actors, recipients = _arguments(roles[i], (start, end))
        yield RawEvent(
            type=labels["types"][kind],
            mode=_mode(modes[i], labels["types"][kind]),
            status=labels["statuses"][int(statuses[i].argmax())],
            trigger=(first + start, first + end),
            actors=tuple((first + a, first + b) for a, b in actors),
            recipients=tuple((first + a, first + b) for a, b in recipients),
            sentence=(first, last),
            confidence=chance,
        )


def _triggers(chances: NDArray[np.float32]) -> Iterator[tuple[int, int, int, float]]:
    """Runs of words that are likely a trigger's: half-open range, type, and the chance of the likeliest word."""
    is_any = 1.0 - chances[:, 0] > _TRIGGER
    for start, end in runs(is_any):
        by_type = chances[start:end, 1:].sum(0)
        kind = int(by_type.argmax())
        yield start, end, kind, float(chances[start:end, kind + 1].max())


def runs(flags: Sequence[bool] | NDArray[np.bool_]) -> list[Range]:
    """The half-open ranges of a row that are true."""
    edges = np.flatnonzero(np.diff(np.concatenate([[0], np.asarray(flags, np.int8), [0]])))
    return [(int(a), int(b)) for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _arguments(roles: NDArray[np.float32], trigger: Range) -> tuple[list[Range], list[Range]]:
    """The words of actors and of recipients; none in the trigger itself."""
    best = roles.argmax(-1)
    best[trigger[0] : trigger[1]] = _NONE
    return runs((best & _ACTOR) > 0), runs((best & _RECIPIENT) > 0)


def _mode(scores: NDArray[np.float32], kind: str) -> str | None:
    names = load_labels()["modes"]
    fit = [i for i, name in enumerate(names) if name.startswith(kind + ".")]
    if not fit:
        return None
    chances = _softmax(scores[None, fit])[0]
    best = int(chances.argmax())
    return str(names[fit[best]]).partition(".")[2] if chances[best] >= _MODE else None


def _inputs(tokens: Tokens, first: int, last: int) -> dict[str, NDArray[np.int64]]:
    """The graph's inputs for a sentence: its first word begins a line, as in training."""
    at = tokens.first_piece
    low, high = int(at[first]), min(int(at[last]), int(at[first]) + _MOST_PIECES)
    lengths = np.diff(np.minimum(at[first : last + 1], high))
    owner = np.repeat(np.arange(first, last), lengths)
    pieces = np.concatenate([[_CLS], tokens.pieces[low:high], [_SEP]])
    features = np.zeros((len(pieces), 3), np.int64)
    for i, table in enumerate((tokens.shapes, tokens.gaps, tokens.quotes)):
        features[1:-1, i] = table[owner]
    features[1 : 1 + int(lengths[0]), 1] = _LINE
    return {"pieces": pieces[None], "features": features[None]}


def _softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    made: NDArray[np.float32] = powers / powers.sum(-1, keepdims=True)
    return made
