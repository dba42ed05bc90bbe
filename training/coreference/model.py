"""The networks: a branch of the encoder that reads for mentions, its head, and the antecedent model.

Shapes: P pieces a window, W words, M mentions, K clusters, D hidden units (384).
"""

from __future__ import annotations

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from training.attribution.model import HIDDEN, Layer

BRANCHES_AFTER = 4  # the branch reads what the encoder's fourth layer gives
DEPTH = 2
BORDER = 64  # units of each of the four parts that find borders
LINK = 64
REACH = 16  # words from a head to a border, at most
ALONE = 12  # the last features are the mention's own
_EDGES = (2, 4, 8, 16, 32, 64, 128, 256)


class MentionReader(nn.Module):
    """Two layers on the encoder's fourth, then scores for every word: is it a mention's head, and of what."""

    def __init__(self) -> None:
        super().__init__()
        self.layers = nn.ModuleList(Layer(HIDDEN, 12, 4 * HIDDEN, 0.1) for _ in range(DEPTH))
        self.dropout = nn.Dropout(0.2)
        self.kind = nn.Linear(HIDDEN, 5)  # none, person, organization, place, other
        self.form = nn.Linear(HIDDEN, 3)  # name, nominal, pronoun
        self.number = nn.Linear(HIDDEN, 2)
        self.gender = nn.Linear(HIDDEN, 2)
        self.ends = nn.Linear(HIDDEN, 4 * BORDER)
        self.place = nn.Parameter(torch.zeros(2, REACH))
        # Only in training: a plain score of two mentions in one window makes the branch read for coreference too.
        self.query = nn.Linear(HIDDEN, LINK)
        self.key = nn.Linear(HIDDEN, LINK)
        self.register_buffer("edges", torch.tensor(_EDGES), persistent=False)
        self.distance = nn.Embedding(len(_EDGES) + 1, 1)

    def states(self, x: Tensor, mask: Tensor | None) -> Tensor:
        """The branch's states (B, P, D) from the encoder's fourth layer's."""
        for layer in self.layers:
            x = layer(x, mask)
        return x

    def scores(self, words: Tensor) -> Tensor:
        """Scores (W, 12) of kind, form, number and gender."""
        return torch.cat([self.kind(words), self.form(words), self.number(words), self.gender(words)], -1)


class Antecedents(nn.Module):
    """Scores a mention against clusters, each seen in its last mention and in the one that names it."""

    def __init__(self, features: int) -> None:
        super().__init__()
        self.links = nn.Linear(HIDDEN, 3 * LINK)  # as the later, as the last, as the naming one
        self.register_buffer("mean", torch.zeros(features))
        self.register_buffer("deviation", torch.ones(features))
        self.first = nn.Linear(4 * LINK + features, 128)
        self.second = nn.Linear(128, 64)
        self.out = nn.Linear(64, 1)
        self.new = nn.Sequential(nn.Linear(LINK + ALONE, 64), nn.ReLU(), nn.Linear(64, 1))
        self.dropout = nn.Dropout(0.2)

    def forward(self, later: Tensor, last: Tensor, naming: Tensor, features: Tensor) -> Tensor:
        """Scores of one mention: being new, and belonging to each cluster (1 + K,).

        Args:
            later: links of the mention (1, LINK).
            last, naming: links of each cluster's mentions (K, LINK).
            features: (K, features).
        """
        features = (features - self.mean) / self.deviation
        known = self.pairs(later.expand(last.shape[0], -1), last, naming, features)
        return torch.cat([self.new(torch.cat([later, features[:1, -ALONE:]], 1))[0], known])

    def pairs(self, later: Tensor, last: Tensor, naming: Tensor, features: Tensor) -> Tensor:
        """Scores (K,) of mentions with clusters, row by row; features as normed."""
        x = torch.cat([later, last, naming, later * last, features], 1)
        x = self.dropout(F.relu(self.first(x)))
        return self.out(F.relu(self.second(x)))[:, 0]


class Committee(nn.Module):
    """Several antecedent models as one: the mean of their log probabilities.

    One model's figures move by two points with its seed; the mean of a few is as good as the best of them.
    """

    def __init__(self, models: list[Antecedents]) -> None:
        super().__init__()
        self.models = nn.ModuleList(models)

    def links(self) -> nn.Linear:
        """One layer that gives the links of all: first all the later ones, then the last, then the naming ones."""
        layer = nn.Linear(HIDDEN, 3 * LINK * len(self.models))
        with torch.no_grad():
            for name in ("weight", "bias"):
                parts = [getattr(model.links, name).chunk(3) for model in self.models]
                getattr(layer, name).copy_(torch.cat([part[i] for i in range(3) for part in parts]))
        return layer

    def forward(self, later: Tensor, last: Tensor, naming: Tensor, features: Tensor) -> Tensor:
        """As of one model; links are those of all of them, side by side."""
        count = len(self.models)
        shared = zip(self.models, later.chunk(count, 1), last.chunk(count, 1), naming.chunk(count, 1), strict=True)
        return torch.stack([model(a, b, c, features).log_softmax(0) for model, a, b, c in shared]).mean(0)
