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


def load_shipped_events(model: nn.Module, folder: Path) -> None:
    """Take over the weights of a model of events, as training.events.export, trimming and halving wrote them."""
    load_shipped(model.encoder, folder / "events.onnx")
    held = [_Held(folder / f"{name}.onnx") for name in ("events", "event_heads", "event_pairs")]
    state = {
        key: next(one for one in held if one.holds(f"heads.{key}")).weights(f"heads.{key}")
        for key in model.heads.state_dict()
    }
    model.heads.load_state_dict(state)


def load_shipped_reader(reader: nn.Module, folder: Path) -> None:
    """Take over the mention reader of a folder of models; what is only learnt with stays as it was made."""
    branch, heads = _Held(folder / "encoder.onnx"), _Held(folder / "mentions.onnx")
    state = reader.state_dict()
    for name in state:
        if name.startswith("layers."):
            held = f"branch.{name}"
            state[name] = branch.weights(held if branch.holds(held) else name)
            if ".qkv." in name:
                state[name][:HIDDEN] *= (HIDDEN // reader.layers[0].heads) ** 0.5
        elif heads.holds(f"reader.{name}"):
            state[name] = heads.weights(f"reader.{name}")
        elif name == "place":
            state[name] = heads.shaped(state[name].shape)
    reader.load_state_dict(state)


class _Held:
    """The weights in an ONNX file, by the names that they had in training."""

    def __init__(self, path: Path) -> None:
        import onnx

        graph = onnx.load(str(path)).graph
        self._tensors = {tensor.name.removesuffix("_half"): tensor for tensor in graph.initializer}
        self._products: dict[str, str] = {}
        for node in graph.node:
            if node.op_type == "MatMul" and node.input[1] in self._tensors:
                self._products[node.name.strip("/").removesuffix("/MatMul")] = node.input[1]
            if node.op_type == "MatMulInteger":
                where = node.name.removesuffix("_quant").removesuffix("/MatMul").removesuffix("/Gemm_MatMul")
                parts = where.strip("/").split("/")
                parts = parts[parts[0] == "model" :]
                # A module of a sequence is named with it: "kind/kind.1".
                parts = [one for one, after in pairwise([*parts, ""]) if not after.startswith(f"{one}.")]
                quantised = (name for name in node.input if name in self._tensors and name.endswith("_quantized"))
                self._products.setdefault(".".join(parts), next(quantised))

    def holds(self, name: str) -> bool:
        """Whether weights called so are in the file."""
        return self._is_plain(name) or f"model.{name}_quantized" in self._tensors or _product_of(name) in self._products

    def shaped(self, shape: torch.Size) -> Tensor:
        """The one tensor of a shape, whose name the export did not keep."""
        (name,) = (name for name, tensor in self._tensors.items() if tuple(tensor.dims) == tuple(shape))
        return self._array(name)

    def weights(self, name: str) -> Tensor:
        """The weights called so, in single precision."""
        if self._is_plain(name):
            return self._array(f"model.{name}" if f"model.{name}" in self._tensors else name)
        if f"model.{name}_quantized" in self._tensors:
            return self._whole(self._dequantised(f"model.{name}"), name)
        product = self._products[_product_of(name)]
        if product.endswith("_quantized"):
            return self._dequantised(product.removesuffix("_quantized")).T.contiguous()
        return self._array(product).T.contiguous()

    def _is_plain(self, name: str) -> bool:
        return name in self._tensors or f"model.{name}" in self._tensors

    def _array(self, name: str) -> Tensor:
        from onnx import numpy_helper

        return torch.from_numpy(numpy_helper.to_array(self._tensors[name]).copy()).float()

    def _whole(self, table: Tensor, name: str) -> Tensor:
        """A table of word pieces with a row for each, also where it was trimmed."""
        trimmed = name.endswith("words.weight") and "rows_of_pieces" in self._tensors
        return table[self._array("rows_of_pieces").long()] if trimmed else table

    def _dequantised(self, base: str) -> Tensor:
        return (self._array(f"{base}_quantized") - self._array(f"{base}_zero_point")) * self._array(f"{base}_scale")


def _product_of(name: str) -> str:
    """What the graph calls the product with the weights called so; that of heads leaves the word out."""
    return name.removeprefix("heads.").removesuffix(".weight")
