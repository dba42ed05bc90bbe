"""The weights of an encoder that ships, as a start for another: int8 by channel, so very near to what was trained."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.model import HIDDEN, Encoder


def load_shipped(encoder: Encoder, path: Path) -> None:
    """Take over the weights of an encoder that training.attribution.export or training.events.export wrote."""
    held = _Held(path)
    state = {name: held.weights(f"encoder.{name}") for name in encoder.state_dict()}
    # The attention's scale was folded into the queries for export; training wants it out again.
    for i, layer in enumerate(encoder.layers):
        scale = (HIDDEN // layer.heads) ** 0.5
        state[f"layers.{i}.qkv.weight"][:HIDDEN] *= scale
        state[f"layers.{i}.qkv.bias"][:HIDDEN] *= scale
    encoder.load_state_dict(state)


def load_shipped_heads(model: nn.Module, path: Path) -> None:
    """Take over the weights of what stands beside `model.encoder`, as training.conditions.export wrote them."""
    held = _Held(path)
    for name, module in model.named_children():
        if name != "encoder":
            module.load_state_dict({key: held.weights(f"{name}.{key}") for key in module.state_dict()})


class _Held:
    """The weights in an ONNX file, by the names that they had in training."""

    def __init__(self, path: Path) -> None:
        import onnx

        graph = onnx.load(str(path)).graph
        self._tensors = {tensor.name: tensor for tensor in graph.initializer}
        self._products: dict[str, str] = {}
        for node in graph.node:
            if node.op_type == "MatMulInteger":
                where = node.name.removesuffix("_quant").removesuffix("/MatMul").removesuffix("/Gemm_MatMul")
                parts = where.strip("/").split("/")
                parts = parts[parts[0] == "model" :]
                # A module of a sequence is named with it: "kind/kind.1".
                parts = [one for one, after in pairwise([*parts, ""]) if not after.startswith(f"{one}.")]
                quantised = (name for name in node.input if name in self._tensors and name.endswith("_quantized"))
                self._products.setdefault(".".join(parts), next(quantised))

    def weights(self, name: str) -> Tensor:
        """The weights called so, in single precision."""
        full = f"model.{name}"
        if full in self._tensors:
            return self._array(full)
        if f"{full}_quantized" in self._tensors:
            return self._dequantised(full)
        return self._dequantised(self._products[name.removesuffix(".weight")].removesuffix("_quantized")).T.contiguous()

    def _array(self, name: str) -> Tensor:
        from onnx import numpy_helper

        return torch.from_numpy(numpy_helper.to_array(self._tensors[name]).copy()).float()

    def _dequantised(self, base: str) -> Tensor:
        return (self._array(f"{base}_quantized") - self._array(f"{base}_zero_point")) * self._array(f"{base}_scale")
