"""One pass of the shared encoder over an article: words in, a hidden state and tag scores a word out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.inference import load_model, models_folder, read_manifest
from onrecord.tokens import GAPS, Encoding, Tokens, load_tokenizer, tokenize

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from onrecord.dossier import Dossier

MODEL = "encoder.onnx"
TOKENIZER = "tokenizer.json"
_CLS, _SEP = 101, 102
_WIDTHS = (384, 7, 384)  # of the hidden states, the tags' scores and the mention states
_LINE = GAPS.index("line")
# Pieces a window, with [CLS] and [SEP]: as in training. A window's last and first _CONTEXT pieces are read for their
# neighbours' sake and left to the next window. Swept on the dev split with 0, 12, 24, 32, 40 and 64: linked F1 is .719,
# .723, .725, .716, .715 and .716, which is mostly noise, and 24 costs little (measured when windows were
# filled one after the other; parted evenly, the dev split gives .724 in place of .725 with 6 % fewer pieces).
_WINDOW = 384
_CONTEXT = 24
_SHIFT = 0.25  # of a window: how far a part may end from where an even one would, to end with a line


class Encode:
    """The step that reads the text with the shared encoder."""

    name = "encode"
    version = "1"
    requires: tuple[str, ...] = ()
    optional = ("running_text",)
    makes = ("encoding",)

    @property
    def models(self) -> Mapping[str, str]:
        """The encoder's and the tokenizer's digests."""
        return {name: read_manifest()[name] for name in (MODEL, TOKENIZER)}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the encoding of the running text."""
        return {"encoding": encode(dossier.running_text)}


def encode(text: str) -> Encoding:
    """Read `text` with the shared encoder."""
    tokens = tokenize(text, load_tokenizer(models_folder() / TOKENIZER))
    model = load_model(MODEL)
    made = [np.zeros((len(tokens), width), np.float32) for width in _WIDTHS]
    for window, core in _windows(tokens):
        # A run holds one window of one article: int8 scales then depend on nothing else.
        inputs, word_at = _inputs(tokens, *window)
        rows = word_at[core[0] - window[0] : core[1] - window[0]]
        for whole, part in zip(made, model.run(inputs), strict=True):
            whole[core[0] : core[1]] = part[0][rows]
    return Encoding(tokens, *made)


def _windows(tokens: Tokens) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Ranges of words: what a window reads, and the part of it that is kept.

    The text is parted evenly, at the starts of lines where some are near, as in training.
    """
    at = tokens.first_piece
    count = len(tokens)
    lines = np.flatnonzero(tokens.gaps == _LINE)
    room = _WINDOW - 2
    start = 0  # of what is kept
    while start < count:
        first = start if start == 0 else int(np.searchsorted(at, at[start] - _CONTEXT, side="left"))
        if start:
            near = lines[(lines <= first) & (at[lines] >= at[start] - 2 * _CONTEXT)]
            first = int(near[-1]) if len(near) else first
        left = int(at[count] - at[start])
        lead = int(at[start] - at[first])
        end = last = count
        if lead + left > room:
            most = room - lead - _CONTEXT  # pieces that this window can keep
            parts = -(-left // most)
            goal = at[start] + left / parts
            near = lines[(lines > start) & (at[lines] <= at[start] + most) & (np.abs(at[lines] - goal) < _SHIFT * room)]
            end = max(start + 1, int(np.searchsorted(at, goal, side="right")) - 1)
            if len(near):
                end = int(near[np.abs(at[near] - goal).argmin()])
            last = min(count, max(end, int(np.searchsorted(at, at[end] + _CONTEXT, side="right")) - 1))
        yield (first, last), (start, end)
        start = end


def _inputs(tokens: Tokens, first: int, last: int) -> tuple[dict[str, NDArray[np.int64]], NDArray[np.int64]]:
    """The graph's inputs for words `first` to `last`, and where each word's first piece lies in them.

    A word of more pieces than a window holds (a line of base64, say) is cut: its first pieces stand for it.
    """
    at = tokens.first_piece
    low, high = int(at[first]), min(int(at[last]), int(at[first]) + _WINDOW - 2)
    lengths = np.diff(np.minimum(at[first : last + 1], high))
    owner = np.repeat(np.arange(first, last), lengths)
    pieces = np.concatenate([[_CLS], tokens.pieces[low:high], [_SEP]])
    features = np.zeros((len(pieces), 3), np.int64)
    for i, table in enumerate((tokens.shapes, tokens.gaps, tokens.quotes)):
        features[1:-1, i] = table[owner]
    word_at = (at[first:last] - low + 1).astype(np.int64)
    return {"pieces": pieces[None], "features": features[None]}, word_at
