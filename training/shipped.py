"""The weights of an encoder that ships, as a start for another: int8 by channel, so very near to what was trained."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor

from training.attribution.model import HIDDEN, Encoder


def load_shipped(encoder: Encoder, path: Path) -> None:
    """Take over the weights of an encoder that training.attribution.export or training.events.export wrote."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(str(path)).graph
    held = {tensor.name: tensor for tensor in graph.initializer}

    def array(name: str) -> Tensor:
        return torch.from_numpy(numpy_helper.to_array(held[name]).copy()).float()

    def dequantised(base: str) -> Tensor:
        return (array(f"{base}_quantized") - array(f"{base}_zero_point")) * array(f"{base}_scale")

    products = {}
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            where = node.name.removeprefix("/encoder").removesuffix("/MatMul_quant").strip("/").replace("/", ".")
            products.setdefault(
                where, next(name for name in node.input if name in held and name.endswith("_quantized"))
            )
    state = encoder.state_dict()
    for name in state:
        full = f"model.encoder.{name}"
        if full in held:
            state[name] = array(full)
        elif f"{full}_quantized" in held:
            state[name] = dequantised(full)
        else:
            where = name.removesuffix(".weight")
            state[name] = dequantised(products[where].removesuffix("_quantized")).T.contiguous()
    # The attention's scale was folded into the queries for export; training wants it out again.
    for i, layer in enumerate(encoder.layers):
        scale = (HIDDEN // layer.heads) ** 0.5
        state[f"layers.{i}.qkv.weight"][:HIDDEN] *= scale
        state[f"layers.{i}.qkv.bias"][:HIDDEN] *= scale
    encoder.load_state_dict(state)
