"""The role head: given a cue, which words around it are its source and its content."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.interpreting.roles import REACH
from training.attribution.model import HIDDEN

ROLE_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")

POSITIONS = 2 * REACH + 1


class RoleHead(nn.Module):
    """Scores ROLE_TAGS for every word around a cue.

    A word's state meets the cue's (its first and last word's) in a sum and a product, with the word's place relative to
    the cue; two convolutions then let neighbours agree.
    """

    def __init__(self, size: int = 128) -> None:
        super().__init__()
        self.word = nn.Linear(HIDDEN, 2 * size)
        self.cue = nn.Linear(2 * HIDDEN, 2 * size)
        self.place = nn.Embedding(POSITIONS, size)
        nn.init.normal_(self.place.weight, std=0.1)
        self.first = nn.Conv1d(size, size, 5, padding=2)
        self.second = nn.Conv1d(size, size, 5, padding=2)
        self.out = nn.Linear(size, len(ROLE_TAGS))
        self.transitions = nn.Parameter(torch.zeros(len(ROLE_TAGS), len(ROLE_TAGS)))
        self.dropout = nn.Dropout(0.1)

    def forward(self, words: Tensor, cue_ends: Tensor, around: Tensor, mask: Tensor) -> Tensor:
        """Tag scores (M, 2 * REACH + 1, ROLE_TAGS) of the words around each cue.

        Args:
            words: hidden states (W, D) of all words.
            cue_ends: first and last word of each cue (M, 2).
            around: the words around each cue, clipped to [0, W) (M, 2 * REACH + 1).
            mask: 1.0 where `around` was not clipped (M, 2 * REACH + 1).
        """
        cue = self.cue(words[cue_ends].flatten(1))[:, None]  # (M, 1, 2S)
        word = self.word(words)[around]  # (M, L, 2S)
        sum_w, product_w = word.chunk(2, -1)
        sum_c, product_c = cue.chunk(2, -1)
        x = F.gelu(sum_w + sum_c + product_w * product_c + self.place.weight[None])
        x = self.dropout(x * mask[..., None]).transpose(1, 2)
        x = x + F.gelu(self.first(x)) * mask[:, None]
        x = x + F.gelu(self.second(x)) * mask[:, None]
        return self.out(x.transpose(1, 2))
