"""Reading disputes: sentences that somebody speaks in go through the network, alone and two by two."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.inference import load_model
from onrecord.interpreting.disputes.explicit import is_said, read_explicit
from onrecord.interpreting.disputes.pairs import pair_window
from onrecord.interpreting.disputes.turning import find_turns
from onrecord.sentences import find_ends
from onrecord.vocabulary.disputes import load_dispute_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.disputes.pairs import PairWindow
    from onrecord.records import Statement
    from onrecord.tokens import Tokens

MODEL = "conditions.onnx"
KINDS = ("none", "denial", "contradiction", "reversal", "blame")
# Least chances, swept on tuning cases for precision before recall.
LEAST_ALONE = {"denial": 0.8, "blame": 0.8, "reversal": 0.8}
LEAST_UNNAMED = {"denial": 0.9, "blame": 0.96, "reversal": 1.0}  # without a word of denial, blame or turning back
LEAST_OF_TWO = {"denial": 0.7, "contradiction": 0.9, "reversal": 0.8}
# In 265 news articles 2 of 12 pairs were right in which no word denies, and 4 of 5 in which one does.
LEAST_OF_TWO_UNNAMED = {**LEAST_OF_TWO, "denial": 0.8}
SURE = 0.97  # of those that are less, the step keeps the ones whose speaker the other sentence speaks of
_FARTHEST = 5  # sentences between two sides
# Of an article so many are read, the likeliest first. In one of more speaking sentences than a short one has, those
# nothing that speaks for them are not: reading all took a fifth of the time of an article.
_MOST_ALONE, _MOST_PAIRS, _SHORT = 8, 10, 10
_LONGEST = 420  # characters of a sentence that may hold one side
_LEAST_STATEMENT = 0.4
_STEM = 6  # letters by which words are compared
_WORD = re.compile(r"[A-Za-z]{4,}")
_IDLE = frozenset(
    """
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
        statements: outermost first.
    """

    number: int
    start: int
    end: int
    words: tuple[int, int]
    statements: tuple[Statement, ...]


class Found(NamedTuple):
    """A dispute in one sentence or two; `is_named`: a word of it says so."""

    kind: str
    sentences: tuple[Sentence, ...]
    chance: float
    is_named: bool = True


def read_disputes(text: str, tokens: Tokens, statements: Sequence[Statement]) -> list[Found]:
    """The disputes of a text, in text order."""
    sentences = speaking_sentences(text, tokens, statements)
    found = [one for sentence in likeliest(text, sentences) for one in _alone(text, tokens, sentence)]
    told = {(one.kind, one.sentences[0].number) for one in found}
    for spoken in sentences:
        for kind, at, statement in read_explicit(text, spoken.statements):
            sentence = spoken if at < spoken.end else _sentence_at(text, tokens, at, statement)
            if (kind, sentence.number) not in told:
                found.append(Found(kind, (sentence,), 1.0))
    found += (Found("reversal", sides, 1.0) for sides in find_turns(text, sentences, statements))
    found += (one for pair in pairs_of(text, sentences) for one in _of_two(text, tokens, *pair))
    return sorted(found, key=lambda one: one.sentences[0].start)


def speaking_sentences(text: str, tokens: Tokens, statements: Sequence[Statement]) -> list[Sentence]:
    """The sentences in which somebody speaks."""
    bounds = [0, *(following for _, following in find_ends(text)), len(text)]
    by_start: dict[int, list[Statement]] = {}
    starts = np.array(bounds[:-1])
    for statement in statements:
        if statement.source is None or statement.cue is None or statement.confidence < _LEAST_STATEMENT:
            continue
        number = int(np.searchsorted(starts, statement.cue.spans[0].start, side="right")) - 1
        by_start.setdefault(number, []).append(statement)
    made = (_sentence(tokens, bounds, number, by_start[number]) for number in sorted(by_start))
    return [sentence for sentence in made if sentence.words[0] < sentence.words[1]]


def _sentence(tokens: Tokens, bounds: Sequence[int], number: int, statements: Sequence[Statement]) -> Sentence:
    start, end = bounds[number : number + 2]
    first, last = int(np.searchsorted(tokens.starts, start)), int(np.searchsorted(tokens.starts, end))
    stop = int(tokens.ends[last - 1]) if first < last else start
    return Sentence(number, start, stop, (first, last), tuple(statements))


def _sentence_at(text: str, tokens: Tokens, at: int, statement: Statement) -> Sentence:
    """The sentence of a statement that goes on over several in which the dispute stands."""
    bounds = [0, *(following for _, following in find_ends(text)), len(text)]
    number = int(np.searchsorted(np.array(bounds[:-1]), at, side="right")) - 1
    return _sentence(tokens, bounds, number, (statement,))


def _alone(text: str, tokens: Tokens, sentence: Sentence) -> list[Found]:
    words = load_dispute_words()
    naming = {"denial": words.denying, "blame": words.blaming, "reversal": words.alone}
    chances = chances_of(pair_window(tokens, None, sentence.words))
    found = []
    for kind, named in naming.items():
        is_named = is_said(text, sentence.start, sentence.end, named)
        chance = chances[KINDS.index(kind)]
        if is_named is not False and chance >= (LEAST_ALONE if is_named else LEAST_UNNAMED)[kind]:
            found.append(Found(kind, (sentence,), chance))
    return found


def _of_two(text: str, tokens: Tokens, one: Sentence, other: Sentence) -> list[Found]:
    denying = load_dispute_words().denying
    is_named = any(denying.search(text, side.start, side.end) for side in (one, other))
    chances = chances_of(pair_window(tokens, tokens, one.words, other.words))
    return [
        Found(kind, (one, other), chances[KINDS.index(kind)], is_named)
        for kind, least in (LEAST_OF_TWO if is_named else LEAST_OF_TWO_UNNAMED).items()
        if chances[KINDS.index(kind)] >= least and _can_be(kind, one, other)
    ]


def likeliest(text: str, sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that are read alone: those with a word of denial, blame or turning back, then the first others."""
    alone = load_dispute_words().alone
    named = [one for one in sentences if alone.search(text, one.start, one.end)]
    others = [one for one in sentences if one not in named] if len(sentences) <= _SHORT else []
    return sorted([*named, *others][:_MOST_ALONE])


def pairs_of(text: str, sentences: Sequence[Sentence]) -> list[tuple[Sentence, Sentence]]:
    """The pairs that are read: near to each other, with words in common, the later with one that sets it against."""
    against = load_dispute_words().against
    ranked = []
    for one, other in combinations(sentences, 2):
        if other.number - one.number > _FARTHEST:
            continue
        if max(one.end - one.start, other.end - other.start) > _LONGEST:
            continue
        shared = len(_stems(text[one.start : one.end]) & _stems(text[other.start : other.end]))
        is_against = against.search(text, other.start, other.end) is not None
        ranked.append((shared + 2 * is_against - (other.number - one.number), (one, other)))
    ranked.sort(key=lambda pair: -pair[0])
    least = 1 if len(sentences) > _SHORT else -_FARTHEST
    return [pair for score, pair in ranked[:_MOST_PAIRS] if score >= least]


def _stems(words: str) -> set[str]:
    return {word.lower()[:_STEM] for word in _WORD.findall(words)} - {word[:_STEM] for word in _IDLE}


def _can_be(kind: str, one: Sentence, other: Sentence) -> bool:
    """Whether the speakers fit: nobody contradicts himself, and only he takes back his words."""
    mine, theirs = (
        {entity.id for statement in some.statements if statement.source for entity in statement.source.entities}
        for some in (one, other)
    )
    if kind == "reversal":
        return bool(mine & theirs) or not (mine and theirs)
    return not (mine and theirs) or mine != theirs


def chances_of(window: PairWindow) -> list[float]:
    """The chance of each of KINDS."""
    scores = load_model(MODEL).run({"pieces": window.pieces[None], "features": window.features[None]})[2][0]
    powers = np.exp(scores - scores.max())
    made: list[float] = (powers / powers.sum()).tolist()
    return made
