"""Which sentences, and which two of them, may hold a dispute: a cheap look at what the shared encoder made of them.

Most sentences of an article hold none, and the network is asked about the likeliest only. A logistic model says which
those are, from the mean state of a sentence's words and a few counts. Of the pairs that dispute in invented articles
that it was not fitted on, .97 are among the three likeliest of theirs, and .98 above the least rank, as a quarter is.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.inference import read_model_json
from onrecord.sentences import find_ends
from onrecord.vocabulary.disputes import load_dispute_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.records import Statement
    from onrecord.tokens import Encoding, Tokens

RANKS = "dispute_ranks.json"
_FARTHEST = 5  # sentences between two sides
# Of an article so many are read at most, the likeliest first, and none less likely than nearly all that hold one.
_MOST_ALONE, _MOST_PAIRS = 5, 6
_LEAST_ALONE, _LEAST_PAIR = -3.6, -2.9
_LONGEST = 420  # characters of a sentence that may hold one side
_FEWEST = 3  # words
_LEAST_STATEMENT = 0.4
_STEM = 6  # letters by which words are compared
_MOST_SHARED = 5
_WORD = re.compile(r"[A-Za-z]{4,}")
_IDLE = frozenset(
    word[:_STEM]
    for word in """
    about after also because been before being between could during from have into more most only other over people
    said says some such than that their them then there these they this those told under were when where which while
    with would against
    """.split()
)


class Sentence(NamedTuple):
    """A sentence with the statements that are made in it.

    Attributes:
        number: its place among the article's sentences.
        start, end: offsets in the text.
        words: the half-open range of its words.
        statements: outermost first; none where nobody is found to speak.
        goes_on: whether it stands in what somebody says who was named before.
    """

    number: int
    start: int
    end: int
    words: tuple[int, int]
    statements: tuple[Statement, ...]
    goes_on: bool = False


class Candidate(NamedTuple):
    """A sentence, or two in text order, and how likely they hold a dispute by the cheap look: log-odds."""

    sentences: tuple[Sentence, ...]
    rank: float


class Ranks(NamedTuple):
    """Weights of how likely a dispute is.

    Attributes:
        first, second: of the mean states of the earlier and of the later of two sentences; shape (384,).
        between: of the words that both have, their distance, a word in the later that sets it against; and a bias.
        alone: of the mean state of one sentence; shape (384,).
        word: of a word that may dispute, and a bias.
    """

    first: NDArray[np.float32]
    second: NDArray[np.float32]
    between: tuple[float, ...]
    alone: NDArray[np.float32]
    word: tuple[float, ...]


@cache
def load_ranks() -> Ranks:
    """The weights that ship."""
    made = read_model_json(RANKS)
    first, second, alone = (np.array(made[name], np.float32) for name in ("first", "second", "alone"))
    return Ranks(first, second, tuple(made["between"]), alone, tuple(made["word"]))


def find_sentences(text: str, tokens: Tokens, statements: Sequence[Statement]) -> list[Sentence]:
    """All sentences of some words, each with what is said in it."""
    bounds = [0, *(following for _, following in find_ends(text)), len(text)]
    by_start: dict[int, list[Statement]] = {}
    starts = np.array(bounds[:-1])
    for statement in statements:
        if statement.source is None or statement.cue is None or statement.confidence < _LEAST_STATEMENT:
            continue
        number = int(np.searchsorted(starts, statement.cue.spans[0].start, side="right")) - 1
        by_start.setdefault(number, []).append(statement)
    quoted = [(span.start, span.end) for statement in statements for span in statement.content.spans]
    found = []
    for number in range(len(bounds) - 1):
        one = _sentence(tokens, bounds, number, by_start.get(number, ()))
        if one.words[1] - one.words[0] < (1 if one.statements else _FEWEST):
            continue
        goes_on = not one.statements and any(start <= one.start + 1 < end for start, end in quoted)
        found.append(one._replace(goes_on=goes_on))
    return found


def sentence_at(text: str, tokens: Tokens, at: int, statement: Statement) -> Sentence:
    """The sentence of a statement that goes on over several in which the dispute stands."""
    bounds = [0, *(following for _, following in find_ends(text)), len(text)]
    number = int(np.searchsorted(np.array(bounds[:-1]), at, side="right")) - 1
    return _sentence(tokens, bounds, number, (statement,))


def _sentence(tokens: Tokens, bounds: Sequence[int], number: int, statements: Sequence[Statement]) -> Sentence:
    start, end = bounds[number : number + 2]
    first, last = int(np.searchsorted(tokens.starts, start)), int(np.searchsorted(tokens.starts, end))
    stop = int(tokens.ends[last - 1]) if first < last else start
    return Sentence(number, start, stop, (first, last), tuple(statements))


def likeliest(text: str, encoding: Encoding, sentences: Sequence[Sentence]) -> list[Candidate]:
    """The sentences that are read alone, then those that are read two by two, each the likeliest first."""
    if not sentences:
        return []
    ranks, words = load_ranks(), load_dispute_words()
    states = np.stack([encoding.hidden[slice(*one.words)].mean(0) for one in sentences])
    as_first, as_second, as_alone = states @ ranks.first, states @ ranks.second, states @ ranks.alone
    of_word, bias = ranks.word
    alone = [
        Candidate((one,), float(rank) + of_word * (words.alone.search(text, one.start, one.end) is not None) + bias)
        for rank, one in zip(as_alone, sentences, strict=True)
        if not one.goes_on
    ]
    of_shared, of_distance, of_against, bias = ranks.between
    stems = [_stems(text[one.start : one.end]) for one in sentences]
    against = [of_against * (words.against.search(text, one.start, one.end) is not None) for one in sentences]
    pairs = []
    for i, one in enumerate(sentences):
        for j in range(i + 1, len(sentences)):
            other = sentences[j]
            distance = other.number - one.number
            if distance > _FARTHEST:
                break
            if one.goes_on or other.goes_on or not (one.statements or other.statements):
                continue
            if max(_length(one), _length(other)) > _LONGEST:
                continue
            counts = of_shared * min(len(stems[i] & stems[j]), _MOST_SHARED) + of_distance * distance + against[j]
            pairs.append(Candidate((one, other), float(as_first[i] + as_second[j]) + counts + bias))
    return [*_best(alone, _LEAST_ALONE, _MOST_ALONE), *_best(pairs, _LEAST_PAIR, _MOST_PAIRS)]


def _best(candidates: list[Candidate], least: float, most: int) -> list[Candidate]:
    return sorted((one for one in candidates if one.rank >= least), key=lambda one: -one.rank)[:most]


def counts_between(text: str, one: Sentence, other: Sentence) -> tuple[int, int, bool]:
    """The words that both have, their distance, and whether a word in the later sets it against the earlier."""
    shared = len(_stems(text[one.start : one.end]) & _stems(text[other.start : other.end]))
    is_against = load_dispute_words().against.search(text, other.start, other.end) is not None
    return min(shared, _MOST_SHARED), other.number - one.number, is_against


def _length(sentence: Sentence) -> int:
    return sentence.end - sentence.start


def _stems(words: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(words)} - _IDLE
