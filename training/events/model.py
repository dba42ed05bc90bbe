"""The network of events: triggers in one sentence, their status, mode and arguments; the types of given pairs.

Shapes: B sentences, P pieces, W words a sentence, E events, D hidden units.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.events.data import PAIR_TYPES, TYPES
from training.events.markup import STATUSES

ROLES = ("none", "actor", "recipient", "both")
REACH = 48  # words on either side of a trigger whose distance is told apart
SIZE = 160


class Heads(nn.Module):
    """What is read from the states of words."""

    def __init__(self, hidden: int, modes: int) -> None:
        super().__init__()
        self.trigger = nn.Sequential(nn.Dropout(0.1), nn.Linear(hidden, len(TYPES) + 1))
        self.status = nn.Linear(2 * hidden, len(STATUSES))
        self.mode = nn.Linear(2 * hidden, modes)
        self.word = nn.Linear(hidden, 2 * SIZE)
        self.event = nn.Linear(2 * hidden, 2 * SIZE)
        self.kind = nn.Embedding(len(TYPES), SIZE)
        self.place = nn.Embedding(2 * REACH + 1, SIZE)
        nn.init.normal_(self.place.weight, std=0.1)
        nn.init.normal_(self.kind.weight, std=0.1)
        self.first = nn.Conv1d(SIZE, SIZE, 5, padding=2)
        self.out = nn.Linear(SIZE, len(ROLES))
        self.pair = nn.Sequential(
            nn.Linear(4 * hidden, 256), nn.GELU(), nn.Dropout(0.2), nn.Linear(256, len(PAIR_TYPES))
        )
        self.dropout = nn.Dropout(0.1)

    def about(self, words: Tensor, ends: Tensor, at: Tensor) -> Tensor:
        """States (E, 2D) of triggers: of their first and last word; words (B, W, D), ends (E, 2), at (E,) sentences."""
        return torch.cat([words[at, ends[:, 0]], words[at, ends[:, 1]]], -1)

    def roles(self, words: Tensor, events: Tensor, types: Tensor, ends: Tensor, at: Tensor) -> Tensor:
        """Scores (E, W, ROLES) of every word of each event's sentence."""
        word = self.word(words)[at]  # (E, W, 2S)
        event = self.event(events)[:, None]
        sum_w, product_w = word.chunk(2, -1)
        sum_e, product_e = event.chunk(2, -1)
        places = torch.arange(words.shape[1], device=words.device)[None] - ends[:, :1]
        places = places.clamp(-REACH, REACH) + REACH
        x = F.gelu(sum_w + sum_e + product_w * product_e + self.place(places) + self.kind(types)[:, None])
        x = self.dropout(x).transpose(1, 2)
        x = x + F.gelu(self.first(x))
        return self.out(x.transpose(1, 2))

    def pairs(self, words: Tensor, whole: Tensor, actors: Tensor, recipients: Tensor, between: Tensor) -> Tensor:
        """Scores (N, PAIR_TYPES); `actors` (N, W) and the like are weights that sum to one; `whole` (N, D)."""
        parts = [(weights[:, None] @ words)[:, 0] for weights in (actors, recipients, between)]
        return self.pair(torch.cat([*parts, whole], -1))
