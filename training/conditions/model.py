"""The network of conditions and disputes: what a marker makes of what, and which sentences are against each other."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.attribution.model import HIDDEN, Encoder
from training.conditions.disputes import KINDS as DISPUTES
from training.conditions.markup import KINDS

OPENS, SEP = 5, 102  # pieces: the mark before a marker, the end of a sentence


class Conditions(nn.Module):
    """An encoder with its heads; B windows, P pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.kind = nn.Sequential(nn.Dropout(0.1), nn.Linear(2 * HIDDEN, 256), nn.GELU(), nn.Linear(256, len(KINDS)))
        self.parts = nn.Sequential(nn.Dropout(0.1), nn.Linear(HIDDEN, 2))
        self.dispute = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * HIDDEN, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, len(DISPUTES))
        )

    def forward(
        self, pieces: Tensor, features: Tensor, attention: Tensor | None = None
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of kinds (B, KINDS), of parts (B, P, 2) and of disputes (B, DISPUTES).

        The first two mean something for a marker's window, the last for a window of one sentence or two.
        """
        hidden = self.encoder(pieces, features, attention)
        opens = (pieces == OPENS).float()
        marker = (opens[:, None] @ hidden)[:, 0]
        kinds = self.kind(torch.cat([hidden[:, 0], marker], -1))
        number = torch.cumsum((pieces == SEP).long(), 1)
        used = torch.ones_like(pieces) if attention is None else attention
        one = mean_of(hidden, (number == 0) & (used > 0))
        other = mean_of(hidden, (number == 1) & (pieces != SEP) & (used > 0))
        disputes = self.dispute(torch.cat([hidden[:, 0], one, other, one * other], -1))
        return kinds, self.parts(hidden), disputes


def mean_of(hidden: Tensor, mask: Tensor) -> Tensor:
    """The mean state (B, D) of the pieces of a mask (B, P)."""
    weights = mask.float()
    return (weights[:, None] @ hidden)[:, 0] / weights.sum(1, keepdim=True).clamp(min=1.0)
