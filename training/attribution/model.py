"""The network: a MiniLM encoder that sees capitals, line breaks and quotation marks; a tagger; a role head.

Everything is written out in plain PyTorch so that the exported graph holds what is read here and nothing else.
Shapes: B windows, P pieces a window, W words a window, D hidden units (384).
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

TAGS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
FEATURES = (6, 3, 4)  # sizes of SHAPES, GAPS, QUOTES in onrecord.tokens
HIDDEN = 384
ROLE_TAGS = ("O", "B-source", "I-source", "B-content", "I-content")
REACH = 160  # words looked at on either side of a cue, in training
POSITIONS = 2 * REACH + 1


class FusedAttention(torch.autograd.Function):
    """Attention without a scale that is exported as one operator of onnxruntime's.

    Its kernel never writes the scores out: with a plain layer norm a window of 384 pieces takes some
    48 ms in place of 63 on a quiet processor, most of it by this.
    """

    @staticmethod
    def forward(ctx: object, q: Tensor, k: Tensor, v: Tensor, heads: int) -> Tensor:  # noqa: ARG004 - torch hands it in
        q, k, v = (_by_head(part, heads) for part in (q, k, v))
        return ((q @ k.transpose(-1, -2)).softmax(-1) @ v).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g, q, k, v, heads: int):  # noqa: ANN001, ANN205 - values of the exporter's
        return g.op("com.microsoft::MultiHeadAttention", q, k, v, num_heads_i=heads, scale_f=1.0).setTypeAs(q)


def _by_head(x: Tensor, heads: int) -> Tensor:
    """(B, P, D) as (B, heads, P, D / heads)."""
    return x.unflatten(-1, (heads, -1)).transpose(1, 2)


class Layer(nn.Module):
    """One transformer layer, post-norm, as in BERT."""

    def __init__(self, hidden: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(hidden, 3 * hidden)
        self.out = nn.Linear(hidden, hidden)
        self.norm1 = nn.LayerNorm(hidden, eps=1e-12)
        self.up = nn.Linear(hidden, inner)
        self.down = nn.Linear(inner, hidden)
        self.norm2 = nn.LayerNorm(hidden, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        q, k, v = self.qkv(x).chunk(3, -1)
        if mask is None:  # a single window, as exported, its scale folded into the queries
            a = FusedAttention.apply(q, k, v, self.heads)
        else:  # no dropout on the attention itself: drawing it costs as much as the whole forward pass on a processor
            q, k, v = (_by_head(part, self.heads) for part in (q, k, v))
            a = F.scaled_dot_product_attention(q, k, v, attn_mask=mask.to(q.dtype)).transpose(1, 2).flatten(2)
        x = self.norm1(x + self.dropout(self.out(a)))
        return self.norm2(x + self.dropout(self.down(F.gelu(self.up(x)))))


def fold_scales(layers: nn.ModuleList) -> None:
    """Take the attention's scale into the queries' weights: an operation less a layer."""
    for layer in layers:
        scale = (HIDDEN // layer.heads) ** -0.5
        with torch.no_grad():
            layer.qkv.weight[:HIDDEN] *= scale
            layer.qkv.bias[:HIDDEN] *= scale


class Encoder(nn.Module):
    """MiniLM with surface features added to its input; forward gives (B, P, D)."""

    def __init__(self, *, vocabulary: int = 30522, layers: int = 6, dropout: float = 0.1) -> None:
        super().__init__()
        self.words = nn.Embedding(vocabulary, HIDDEN)
        self.positions = nn.Embedding(512, HIDDEN)
        self.features = nn.ModuleList(nn.Embedding(n, HIDDEN) for n in FEATURES)
        for table in self.features:
            nn.init.zeros_(table.weight)  # training starts from the encoder as it was published
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Layer(HIDDEN, 12, 4 * HIDDEN, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, pieces: Tensor, features: Tensor, attention: Tensor | None = None, *, upto: int | None = None
    ) -> Tensor:
        """States (B, P, D) of the last layer, or of layer `upto`; `attention` is 1 where a piece is none of padding."""
        positions = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.words(pieces) + self.positions(positions)[None]
        for i, table in enumerate(self.features):
            x = x + table(features[..., i])
        x = self.dropout(self.norm(x))
        mask = None if attention is None else (1.0 - attention[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers[:upto]:
            x = layer(x, mask)
        return x

    def fold_scale(self) -> None:
        """Take the attention's scale into the queries' weights, once, before export."""
        fold_scales(self.layers)

    def load_bert(self, path: Path) -> None:
        """Take over published BERT weights (safetensors, names as in transformers)."""
        from safetensors.torch import load_file

        w = {k.removeprefix("bert."): v.float() for k, v in load_file(path).items()}
        with torch.no_grad():
            self.words.weight.copy_(w["embeddings.word_embeddings.weight"])
            self.positions.weight.copy_(
                w["embeddings.position_embeddings.weight"] + w["embeddings.token_type_embeddings.weight"][0]
            )
            _norm(self.norm, w, "embeddings.LayerNorm")
            for i, layer in enumerate(self.layers):
                at = f"encoder.layer.{i}."
                names = [f"{at}attention.self.{n}" for n in ("query", "key", "value")]
                layer.qkv.weight.copy_(torch.cat([w[f"{n}.weight"] for n in names]))
                layer.qkv.bias.copy_(torch.cat([w[f"{n}.bias"] for n in names]))
                for module, name in (
                    (layer.out, "attention.output.dense"),
                    (layer.up, "intermediate.dense"),
                    (layer.down, "output.dense"),
                    (layer.norm1, "attention.output.LayerNorm"),
                    (layer.norm2, "output.LayerNorm"),
                ):
                    _norm(module, w, at + name)


def _norm(module: nn.Linear | nn.LayerNorm, w: dict[str, Tensor], name: str) -> None:
    module.weight.copy_(w[f"{name}.weight"])
    module.bias.copy_(w[f"{name}.bias"])


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


class Attribution(nn.Module):
    """The encoder with its heads: tags for every word (a CRF over TAGS), and roles around every cue."""

    def __init__(self) -> None:
        super().__init__()
        self.encoder = Encoder()
        self.tagger = nn.Sequential(nn.Dropout(0.1), nn.Linear(HIDDEN, len(TAGS)))
        self.transitions = nn.Parameter(torch.zeros(len(TAGS), len(TAGS)))
        self.roles = RoleHead()

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """One window, unpadded: hidden states (1, P, D) and tag scores (1, P, TAGS)."""
        hidden = self.encoder(pieces, features)
        return hidden, self.tagger(hidden)


def crf_losses(emissions: Tensor, tags: Tensor, mask: Tensor, transitions: Tensor) -> Tensor:
    """Negative log-likelihood of each tag sequence (B,); emissions (B, W, T), tags and mask (B, W)."""
    emissions = emissions.float()
    b, w, _ = emissions.shape
    gold = (emissions.gather(2, tags[..., None])[..., 0] * mask).sum(1)
    gold = gold + (transitions[tags[:, :-1], tags[:, 1:]] * mask[:, 1:]).sum(1)
    alpha = emissions[:, 0]
    alphas = [alpha]
    for i in range(1, w):
        alpha = torch.logsumexp(alpha[:, :, None] + transitions[None], 1) + emissions[:, i]
        alphas.append(alpha)
    last = mask.sum(1).long() - 1
    final = torch.stack(alphas, 1)[torch.arange(b), last]
    return torch.logsumexp(final, -1) - gold
