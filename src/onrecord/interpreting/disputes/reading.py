"""Reading disputes: sentences that may hold one go through the network, alone and two by two."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from onrecord.inference import load_model
from onrecord.interpreting.disputes.candidates import find_sentences, likeliest, sentence_at
from onrecord.interpreting.disputes.explicit import is_said, read_explicit
from onrecord.interpreting.disputes.pairs import pair_window
from onrecord.interpreting.disputes.turning import find_turns
from onrecord.interpreting.shared_layers import read_states
from onrecord.vocabulary.disputes import load_dispute_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.interpreting.disputes.candidates import Candidate, Sentence
    from onrecord.interpreting.disputes.pairs import PairWindow
    from onrecord.records import Statement
    from onrecord.tokens import Encoding, Tokens

MODEL = "disputes.onnx"
KINDS = ("none", "denial", "contradiction", "reversal", "blame")
# Least chances of any dispute, by its likeliest kind.
LEAST_ALONE = {"denial": 0.86, "contradiction": 0.88, "reversal": 0.98, "blame": 0.86}
LEAST_OF_TWO = {"denial": 0.95, "contradiction": 0.96, "reversal": 0.96}
LEAST_ALONE_UNNAMED = {"denial": 0.92, "contradiction": 0.86, "reversal": 0.98, "blame": 0.67}
LEAST_OF_TWO_UNNAMED = {"denial": 0.86, "contradiction": 0.86, "reversal": 0.67}
_LEAST_SHARE = 0.5  # of the likeliest kind among all that are possible
RANK_WEIGHTS = {"denial": 1.0, "contradiction": 1.0, "reversal": 0.6, "blame": 1.0}
LEAST_SIDE = 0.7  # of two sentences of which one denies something by itself
SURE = 0.98  # of those that are less, the step keeps the ones whose speaker the other sentence speaks of
_FLOOR = 1e-6


class Found(NamedTuple):
    """A dispute in one sentence or two; `is_named`: a word of it says so."""

    kind: str
    sentences: tuple[Sentence, ...]
    chance: float
    is_named: bool = True


def read_disputes(text: str, encoding: Encoding, statements: Sequence[Statement]) -> list[Found]:
    """The disputes of a text, in text order."""
    tokens = encoding.tokens
    sentences = find_sentences(text, tokens, statements)
    spoken = [sentence for sentence in sentences if sentence.statements]
    read = [one for candidate in likeliest(text, encoding, sentences) if (one := _read(text, tokens, candidate))]
    found = [one for one in read if one.chance >= _least_of(one)]
    told = {(one.kind, one.sentences[0].number) for one in found if len(one.sentences) == 1}
    for own in spoken:
        for kind, at, statement in read_explicit(text, own.statements):
            sentence = own if at < own.end else sentence_at(text, tokens, at, statement)
            if (kind, sentence.number) not in told:
                found.append(Found(kind, (sentence,), 1.0))
    found += (Found("reversal", sides, 1.0) for sides in find_turns(text, spoken, statements))
    denying = {one.sentences[0].number for one in found if one.kind == "denial" and len(one.sentences) == 1}
    found += (one._replace(kind="denial") for one in read if one not in found and _is_other_side(one, denying))
    return sorted(found, key=lambda one: one.sentences[0].start)


def _read(text: str, tokens: Tokens, candidate: Candidate) -> Found | None:
    """What the network makes of one sentence or two: a dispute of its likeliest kind, however likely."""
    sentences = candidate.sentences
    window = pair_window(tokens, tokens if len(sentences) > 1 else None, *(sentence.words for sentence in sentences))
    chances = dict(zip(KINDS, chances_of(window), strict=True))
    possible = [kind for kind in KINDS[1:] if _can_be(kind, sentences)]
    if not possible:
        return None
    kind = max(possible, key=lambda one: chances[one])
    total = sum(chances[one] for one in possible)
    odds = (total + _FLOOR) / (chances["none"] + _FLOOR) * math.exp(RANK_WEIGHTS[kind] * candidate.rank)
    is_named = _is_named(text, kind, sentences)
    if is_named is False or chances[kind] < _LEAST_SHARE * total:
        return None
    return Found(kind, sentences, odds / (1 + odds), bool(is_named))


def _least_of(found: Found) -> float:
    """How likely a dispute has to be."""
    if len(found.sentences) == 1:
        return (LEAST_ALONE if found.is_named else LEAST_ALONE_UNNAMED)[found.kind]
    return (LEAST_OF_TWO if found.is_named else LEAST_OF_TWO_UNNAMED)[found.kind]


def _is_other_side(found: Found, denying: set[int]) -> bool:
    """Whether two sentences are likely enough to be those of a denial that one of them is known to hold."""
    is_pair = len(found.sentences) > 1 and found.kind in {"denial", "contradiction"}
    return is_pair and found.chance >= LEAST_SIDE and any(one.number in denying for one in found.sentences)


def _is_named(text: str, kind: str, sentences: tuple[Sentence, ...]) -> bool | None:
    """Whether a word names a dispute; False where it is taken back, None where there is none."""
    words = load_dispute_words()
    if len(sentences) == 1:
        naming = {"denial": words.denying, "reversal": words.alone, "blame": words.blaming}
        one = sentences[0]
        return is_said(text, one.start, one.end, naming[kind]) if kind in naming else None
    return any(words.denying.search(text, side.start, side.end) for side in sentences) or None


def _can_be(kind: str, sentences: tuple[Sentence, ...]) -> bool:
    """Whether the speakers fit: nobody contradicts himself, and only he takes back his words."""
    if len(sentences) == 1:
        # "Nobody was on board": in the article's own voice it denies nothing.
        return kind != "denial" or bool(sentences[0].statements)
    mine, theirs = (
        {entity.id for statement in some.statements if statement.source for entity in statement.source.entities}
        for some in sentences
    )
    if kind == "blame":
        return False
    if kind == "reversal":
        return bool(mine & theirs) or not (mine and theirs)
    return not (mine and theirs) or mine != theirs


def chances_of(window: PairWindow) -> list[float]:
    """The chance of each of KINDS."""
    states = read_states(window.pieces, window.features)
    scores = load_model(MODEL).run({"states": states, "pieces": window.pieces[None]})[0][0]
    powers = np.exp(scores - scores.max())
    made: list[float] = (powers / powers.sum()).tolist()
    return made
