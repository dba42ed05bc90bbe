"""Windows of the frozen encoder's states, with the labels of their words.

The states are those of the encoder's fourth layer as PyTorch computes them in single precision. The shipped encoder
computes them in int8.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from onrecord.annotating.encoding import _inputs, _windows  # windows as reading cuts them
from onrecord.chains import KINDS
from training.attribution.model import Encoder
from training.coreference.examples import Example
from training.coreference.model import BRANCHES_AFTER

UNKNOWN = -1
# What is known of a word, a column each. KIND is 0 for words that are no heads and 1 + its index in KINDS for heads;
# FIRST and LAST are words of the window; WHO numbers those who are meant; TRUST says what may be learnt of that:
# nothing (0), which earlier mention means the same if one does (1), also that none does (2).
KIND, FORM, NUMBER, GENDER, FIRST, LAST, WHO, TRUST = range(8)
_GENDERS = ("he", "she")


@dataclass
class Window:
    """Words that are read together.

    Attributes:
        states: of its pieces, in half precision; (P, D).
        word_at: each word's first piece; (W,).
        labels: a row a word, a column each of KIND to TRUST; (W, 8).
        core: the words that reading keeps of the window; the others are kept of its neighbours.
    """

    states: Tensor
    word_at: Tensor
    labels: Tensor
    core: slice


def frozen_encoder(runs: list[Path]) -> Encoder:
    """The encoder whose weights are the mean of these runs' of `training.attribution.train`."""
    states = [torch.load(path, weights_only=True, map_location="cpu") for path in runs]
    encoder = Encoder()
    encoder.load_state_dict(
        {
            key: torch.stack([state[f"encoder.{key}"].float() for state in states]).mean(0)
            for key in encoder.state_dict()
        }
    )
    return encoder.eval()


@torch.no_grad()
def read_windows(examples: list[Example], encoder: Encoder) -> list[Window]:
    """All windows of the texts."""
    made = []
    for example in examples:
        who = {name: i for i, name in enumerate({mention.who: None for mention in example.mentions.values()})}
        for (first, last), core in _windows(example.tokens):
            inputs, word_at = _inputs(example.tokens, first, last)
            pieces, features = torch.from_numpy(inputs["pieces"]), torch.from_numpy(inputs["features"])
            states = encoder(pieces, features, torch.ones_like(pieces), upto=BRANCHES_AFTER)[0].half()
            labels = label_words(example, first, last, who)
            made.append(Window(states, torch.from_numpy(word_at), labels, slice(core[0] - first, core[1] - first)))
    return made


def label_words(example: Example, first: int, last: int, who: dict[str, int]) -> Tensor:
    """The labels of words `first` to `last`; those not known are UNKNOWN."""
    labels = np.full((last - first, TRUST + 1), UNKNOWN, np.int64)
    labels[:, TRUST] = 0
    for at in range(first, last):
        mention = example.mentions.get(at)
        row = labels[at - first]
        if mention is None:
            row[KIND] = 0 if example.is_whole or at in example.others else UNKNOWN
            continue
        row[KIND] = 1 + KINDS.index(mention.kind)
        row[FORM] = mention.form
        row[NUMBER] = int(mention.is_plural)
        row[WHO] = who[mention.who]
        row[TRUST] = int(mention.is_marked) + int(example.is_whole)
        if mention.gender:
            row[GENDER] = _GENDERS.index(mention.gender)
        if mention.borders and first <= mention.borders[0] and mention.borders[1] <= last:
            row[FIRST], row[LAST] = mention.borders[0] - first, mention.borders[1] - 1 - first
    return torch.from_numpy(labels)
