"""Windows of the shipped encoder's states, with the labels of their words.

The states are those that its fourth layer gives in reading, int8 as there: the branch learns on what it will see.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor

from onrecord.annotating.encoding import _inputs, _windows  # windows as reading cuts them
from onrecord.chains import KINDS
from training.coreference.examples import Example
from training.coreference.model import BRANCHES_AFTER

UNKNOWN = -1
# What is known of a word, a column each. KIND is 0 for words that are no heads and 1 + its index in KINDS for heads;
# FIRST and LAST are words of the window; WHO numbers those who are meant; TRUST says what may be learnt of that:
# nothing (0), which earlier mention means the same if one does (1), also that none does (2). NAMELESS is 1 for words
# that stand in no name, though they may be a head.
KIND, FORM, NUMBER, GENDER, FIRST, LAST, WHO, TRUST, NAMELESS = range(9)
_GENDERS = ("he", "she")


@dataclass
class Window:
    """Words that are read together.

    Attributes:
        states: of its pieces, in half precision; (P, D).
        word_at: each word's first piece; (W,).
        labels: a row a word, a column each of KIND to NAMELESS; (W, 9).
        core: the words that reading keeps of the window; the others are kept of its neighbours.
    """

    states: Tensor
    word_at: Tensor
    labels: Tensor
    core: slice


def frozen_encoder(path: Path) -> Any:
    """A session of the shipped encoder whose one output is what the branch reads."""
    import onnx
    import onnxruntime

    model = onnx.load(str(path))
    shared = f"/encoder/layers.{BRANCHES_AFTER - 1}/norm2/LayerNormalization_output_0"
    del model.graph.output[:]
    model.graph.output.append(onnx.helper.make_tensor_value_info(shared, onnx.TensorProto.FLOAT, None))
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def read_windows(examples: list[Example], encoder: Any) -> list[Window]:
    """All windows of the texts."""
    made = []
    for example in examples:
        who = {name: i for i, name in enumerate({mention.who: None for mention in example.mentions.values()})}
        for (first, last), core in _windows(example.tokens):
            inputs, word_at = _inputs(example.tokens, first, last)
            states = torch.from_numpy(encoder.run(None, inputs)[0][0]).half()
            labels = label_words(example, first, last, who)
            made.append(Window(states, torch.from_numpy(word_at), labels, slice(core[0] - first, core[1] - first)))
    return made


def label_words(example: Example, first: int, last: int, who: dict[str, int]) -> Tensor:
    """The labels of words `first` to `last`; those not known are UNKNOWN."""
    labels = np.full((last - first, NAMELESS + 1), UNKNOWN, np.int64)
    labels[:, TRUST] = 0
    for at in range(first, last):
        mention = example.mentions.get(at)
        row = labels[at - first]
        row[NAMELESS] = int(at in example.nameless)
        if mention is None:
            row[KIND] = 0 if example.is_whole or at in example.others else UNKNOWN
            continue
        row[KIND] = 1 + KINDS.index(mention.kind)
        row[FORM] = mention.form
        row[NUMBER] = UNKNOWN if mention.is_plural is None else int(mention.is_plural)
        row[WHO] = who[mention.who]
        row[TRUST] = int(mention.is_marked) + int(example.is_whole)
        if mention.gender:
            row[GENDER] = _GENDERS.index(mention.gender)
        if mention.borders and first <= mention.borders[0] and mention.borders[1] <= last:
            row[FIRST], row[LAST] = mention.borders[0] - first, mention.borders[1] - 1 - first
    return torch.from_numpy(labels)
