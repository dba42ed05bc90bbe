"""The network of disputes: layers of its own on the frozen lower ones that conditions and disputes share.

Retraining the shared layers for disputes took from conditions what it gave to disputes, so these stay as they ship.
"""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.attribution.model import HIDDEN, Layer
from training.conditions.disputes import KINDS
from training.conditions.model import SEP, mean_of

SHARED, OWN = 3, 3  # layers


class Disputes(nn.Module):
    """Scores of disputes from the states of the shared layers; B windows, P pieces."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(HIDDEN, 12, 4 * HIDDEN, 0.1) for _ in range(OWN))
        self.dispute = nn.Sequential(
            nn.Dropout(0.1), nn.Linear(4 * HIDDEN, 256), nn.GELU(), nn.Dropout(0.1), nn.Linear(256, len(KINDS))
        )
        self.against = nn.Sequential(nn.Dropout(0.1), nn.Linear(4 * HIDDEN, 128), nn.GELU(), nn.Linear(128, 1))

    def forward(self, states: Tensor, pieces: Tensor, attention: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Scores of kinds (B, KINDS), and of the two sentences not both being true, as the teacher has it (B,)."""
        mask = None if attention is None else (1.0 - attention[:, None, None, :].to(states.dtype)) * -1e4
        hidden = states
        for layer in self.layers:
            hidden = layer(hidden, mask)
        number = torch.cumsum((pieces == SEP).long(), 1)
        used = torch.ones_like(pieces) if attention is None else attention
        one = mean_of(hidden, (number == 0) & (used > 0))
        other = mean_of(hidden, (number == 1) & (pieces != SEP) & (used > 0))
        joined = torch.cat([hidden[:, 0], one, other, one * other], -1)
        return self.dispute(joined), self.against(joined)[:, 0]
