"""Examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from onrecord.interpreting.events.pairs import between, spread
from training.events.data import Example, Range

CLS, SEP = 101, 102
MOST_PIECES = 190  # of a sentence; what is longer is cut
_IGNORED = -100


@dataclass(slots=True)
class Batch:
    """Some sentences.

    Attributes:
        pieces, features, attention: the encoder's inputs, (B, P), (B, P, 3), (B, P).
        word_at: each word's first piece (B, W).
        triggers: the type of the trigger that a word is in, plus one; -100 where it is not known (B, W).
        weights: of each sentence's triggers (B,).
        at, ends, types, statuses, modes: of events: sentence, first and last word, type, status, mode or -100.
        roles: of each word to each event (E, W); -100 outside of the sentence.
        pair_at, actors, recipients, between, pair_types: of pairs; weights of words (N, W).
    """

    pieces: Tensor
    features: Tensor
    attention: Tensor
    word_at: Tensor
    triggers: Tensor
    weights: Tensor
    at: Tensor
    ends: Tensor
    types: Tensor
    statuses: Tensor
    modes: Tensor
    roles: Tensor
    pair_at: Tensor
    actors: Tensor
    recipients: Tensor
    between: Tensor
    pair_types: Tensor


def cut_words(example: Example) -> int:
    """How many words of a sentence fit."""
    return int(np.searchsorted(example.tokens.first_piece, MOST_PIECES, side="right")) - 1


def collate(examples: Sequence[Example], modes: dict[str, int]) -> Batch:
    """Pad sentences to one batch."""
    counts = [min(len(example.tokens), cut_words(example)) for example in examples]
    b, w = len(examples), max(counts)
    p = max(int(e.tokens.first_piece[n]) for e, n in zip(examples, counts, strict=True)) + 2
    pieces, attention = np.zeros((b, p), np.int64), np.zeros((b, p), np.int64)
    features = np.zeros((b, p, 3), np.int64)
    word_at = np.zeros((b, w), np.int64)
    triggers = np.full((b, w), _IGNORED, np.int64)
    events: list[tuple[int, Range, int, int, int, np.ndarray]] = []
    pairs: list[tuple[int, np.ndarray, np.ndarray, np.ndarray, int]] = []
    for i, (example, n) in enumerate(zip(examples, counts, strict=True)):
        tokens = example.tokens
        k = int(tokens.first_piece[n])
        pieces[i, 0], pieces[i, k + 1] = CLS, SEP
        pieces[i, 1 : k + 1] = tokens.pieces[:k]
        owner = np.repeat(np.arange(n), np.diff(tokens.first_piece[: n + 1]))
        for j, table in enumerate((tokens.shapes, tokens.gaps, tokens.quotes)):
            features[i, 1 : k + 1, j] = table[owner]
        attention[i, : k + 2] = 1
        word_at[i, :n] = tokens.first_piece[:n] + 1
        if example.events is not None:
            triggers[i, :n] = 0
            for event in example.events:
                first, last = event.trigger
                if last > n:
                    continue
                triggers[i, first:last] = event.type + 1
                roles = np.full(w, _IGNORED, np.int64)
                roles[:n] = 0
                for bit, ranges in ((1, event.actors), (2, event.recipients)):
                    for start, end in ranges:
                        roles[start:end] |= bit
                events.append(
                    (i, (first, last - 1), event.type, event.status, modes.get(event.mode, _IGNORED), roles[:w])
                )
        for actors, recipients, kind in example.pairs:
            if max(end for _, end in (*actors, *recipients)) <= n:
                pairs.append((i, spread(actors, w), spread(recipients, w), between(actors, recipients, w), kind))
    return Batch(
        *(torch.from_numpy(x) for x in (pieces, features, attention, word_at, triggers)),
        torch.tensor([example.weight for example in examples]),
        torch.tensor([event[0] for event in events], dtype=torch.long),
        torch.tensor([event[1] for event in events], dtype=torch.long).view(-1, 2),
        *(torch.tensor([event[k] for event in events], dtype=torch.long) for k in (2, 3, 4)),
        torch.from_numpy(np.stack([event[5] for event in events])) if events else torch.zeros(0, w, dtype=torch.long),
        torch.tensor([pair[0] for pair in pairs], dtype=torch.long),
        *(torch.from_numpy(np.stack([pair[k] for pair in pairs])) if pairs else torch.zeros(0, w) for k in (1, 2, 3)),
        torch.tensor([pair[4] for pair in pairs], dtype=torch.long),
    )


def batches(examples: Sequence[Example], budget: int, rng: random.Random) -> list[list[Example]]:
    """Sentences of like length together, each batch of at most `budget` pieces."""
    order = sorted(examples, key=lambda e: int(e.tokens.first_piece[-1]) + rng.random() * 12)
    found: list[list[Example]] = [[]]
    for example in order:
        group = found[-1]
        longest = max(int(e.tokens.first_piece[-1]) for e in [*group, example]) + 2
        if group and (len(group) + 1) * longest > budget:
            found.append([])
        found[-1].append(example)
    rng.shuffle(found)
    return found
