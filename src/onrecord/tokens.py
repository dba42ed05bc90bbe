"""Words, word pieces and surface features: the one tokenisation that every model reads.

A word is what BERT's basic tokeniser calls a token (white space and punctuation part them). Each word carries three
features that an uncased vocabulary loses: how it is written, what stands before it, and whether it is inside a
quotation. They are added to the encoder's input, so that a model sees capitals, line breaks and quotation marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from pathlib import Path

    from numpy.typing import NDArray
    from tokenizers import Tokenizer

    from onrecord.spans import Span

SHAPES = ("other", "lower", "title", "upper", "mixed", "digit")
GAPS = ("joined", "space", "line")
QUOTES = ("outside", "opens", "inside", "closes")

_OPENING = "“„«"
_CLOSING = "”»"
_STRAIGHT = '"'


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text and the pieces they are made of.

    Attributes:
        words: as written.
        starts, ends: code-point offsets of each word, half-open; shape (words,).
        shapes, gaps, quotes: index of each word's feature in SHAPES, GAPS, QUOTES; shape (words,).
        pieces: vocabulary ids of all pieces in order, without [CLS] and [SEP]; shape (pieces,).
        first_piece: the index in `pieces` of each word's first piece, and one more at the end; shape (words + 1,).
    """

    words: tuple[str, ...]
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    shapes: NDArray[np.int64]
    gaps: NDArray[np.int64]
    quotes: NDArray[np.int64]
    pieces: NDArray[np.int64]
    first_piece: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.starts)


@cache
def load_tokenizer(path: Path) -> Tokenizer:
    """Load a WordPiece tokenizer from its JSON file, once a process."""
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def tokenize(text: str, tokenizer: Tokenizer) -> Tokens:
    """Split `text` into words and pieces; offsets count code points of `text`."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    starts: list[int] = []
    ends: list[int] = []
    first_piece: list[int] = []
    last_word: int | None = None
    for i, (word, (start, end)) in enumerate(zip(encoding.word_ids, encoding.offsets, strict=True)):
        if word != last_word:
            starts.append(start)
            ends.append(end)
            first_piece.append(i)
            last_word = word
        else:
            ends[-1] = max(ends[-1], end)
    first_piece.append(len(encoding.ids))
    words = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    return Tokens(
        words=words,
        starts=np.array(starts, dtype=np.int32),
        ends=np.array(ends, dtype=np.int32),
        shapes=np.array([_shape(word) for word in words], dtype=np.int64),
        gaps=np.array(_gaps(text, starts, ends), dtype=np.int64),
        quotes=np.array(_quotes(text, starts, ends), dtype=np.int64),
        pieces=np.array(encoding.ids, dtype=np.int64),
        first_piece=np.array(first_piece, dtype=np.int32),
    )


def word_range(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The half-open range of words that a span of the text covers."""
    first = int(np.searchsorted(tokens.starts, span.start, side="right")) - 1
    last = int(np.searchsorted(tokens.starts, span.end - 1, side="right"))
    return max(first, 0), max(last, 1)


def _shape(word: str) -> int:
    if word.islower():
        return 1
    if word[0].isdigit():
        return 5
    if word[0].isupper():
        if len(word) > 1 and word.isupper():
            return 3
        return 2 if word[1:].islower() or len(word) == 1 else 4
    return 4 if word[0].isalpha() else 0


def _gaps(text: str, starts: list[int], ends: list[int]) -> list[int]:
    gaps = []
    before = 0
    for i, (start, end) in enumerate(zip(starts, ends, strict=True)):
        between = text[before:start]
        gaps.append(2 if i == 0 or "\n" in between else 1 if between else 0)
        before = end
    return gaps


def _quotes(text: str, starts: list[int], ends: list[int]) -> list[int]:
    """Follow double quotation marks through the text.

    A quotation left open at the end of a paragraph goes on only where the next paragraph opens with a mark again, as
    quotations of several paragraphs are set; elsewhere a forgotten mark would turn the rest of the article inside out.
    """
    states = []
    is_open = False
    before = 0
    for start, end in zip(starts, ends, strict=True):
        if "\n" in text[before:start]:
            is_open = False
        mark = text[start:end]
        if mark in _OPENING or (mark == _STRAIGHT and not is_open and _may_open(text, start, end)):
            states.append(1)
            is_open = True
        elif mark in _CLOSING or mark == _STRAIGHT:
            states.append(3)
            is_open = False
        else:
            states.append(2 if is_open else 0)
        before = end
    return states


def _may_open(text: str, start: int, end: int) -> bool:
    after = text[end : end + 1]
    return bool(after) and not after.isspace() and (start == 0 or not text[start - 1].isalnum())


@dataclass(frozen=True, slots=True)
class Encoding:
    """What the shared encoder made of a text, a row a word.

    Attributes:
        tokens: the words.
        hidden: hidden states; shape (words, 384).
        attribution_tags: the attribution head's score of every tag; shape (words, 7).
        mention_states: states of the branch that reads for mentions; shape (words, 384).
    """

    tokens: Tokens
    hidden: NDArray[np.float32]
    attribution_tags: NDArray[np.float32]
    mention_states: NDArray[np.float32]
