"""Write the mention reader and the antecedent model into the ONNX files that the package ships.

    python -m training.coreference.export [--mentions mentions.pt ...] [--antecedents antecedents.pt ...]

Of several mention readers that began as one the mean of their weights is taken. Their layers go into encoder.onnx, in
the place of those there, their heads into mentions.onnx. Without the antecedent model the mention head is written with
idle links: enough to find the mentions that training the antecedent model needs. Without the mention reader the one
that is there keeps its weights, and has the new links.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import onnx
import torch
from torch import Tensor, nn

from training.attribution.export import MODELS, write_manifest
from training.attribution.model import HIDDEN, fold_scales
from training.coreference.model import LINK, Antecedents, Committee, MentionReader
from training.halving import halve


class MentionHead(nn.Module):
    """What is asked of every word's mention state."""

    def __init__(self, reader: MentionReader, links: nn.Linear) -> None:
        super().__init__()
        self.reader = reader
        self.links = links

    def forward(self, words: Tensor) -> tuple[Tensor, Tensor, Tensor, Tensor]:
        """Scores (W, 12), border parts (W, 4 * BORDER), links (W, 3 * LINK a model), scores of distances (2, REACH)."""
        return self.reader.scores(words), self.reader.ends(words), self.links(words), self.reader.place + 0.0


def export_mentions(reader: MentionReader, links: nn.Linear, out: Path) -> None:
    """Write mentions.onnx."""
    torch.onnx.export(
        MentionHead(reader, links).eval(),
        (torch.randn(40, HIDDEN),),
        str(out),
        input_names=["words"],
        output_names=["scores", "ends", "links", "place"],
        dynamic_axes={name: {0: "W"} for name in ("words", "scores", "ends", "links")},
        opset_version=17,
        dynamo=False,
    )


def export_antecedents(model: Committee, out: Path) -> None:
    """Write antecedents.onnx."""
    width, features = LINK * len(model.models), len(model.models[0].mean)
    inputs = (torch.randn(1, width), torch.randn(7, width), torch.randn(7, width), torch.randn(7, features))
    names = ["later", "last", "naming", "features"]
    torch.onnx.export(
        model.eval(),
        inputs,
        str(out),
        input_names=names,
        output_names=["scores"],
        dynamic_axes={name: {0: "K"} for name in names[1:]} | {"scores": {0: "C"}},
        opset_version=17,
        dynamo=False,
    )


def replace_links(links: nn.Linear, path: Path) -> None:
    """Give the mention head in a file other links."""
    from onnx import numpy_helper

    model = onnx.load(str(path))
    for tensor in model.graph.initializer:
        name = tensor.name.removesuffix("_half")
        if name in ("links.weight", "links.bias"):
            values = getattr(links, name.removeprefix("links.")).detach().numpy()
            held = values.astype(numpy_helper.to_array(tensor).dtype)
            tensor.CopyFrom(numpy_helper.from_array(held, tensor.name))
    onnx.save(model, str(path))


def replace_branch(reader: MentionReader, path: Path) -> None:
    """Give the encoder in a file other layers of the branch, int8 a channel as it was exported."""
    from onnx import numpy_helper

    fold_scales(reader.layers)
    model = onnx.load(str(path))
    held = {tensor.name: tensor for tensor in model.graph.initializer}
    plain = {f"branch.{name}": value for name, value in reader.state_dict().items() if name.startswith("layers.")}

    def put(name: str, values: np.ndarray) -> None:
        if tuple(held[name].dims) != values.shape:
            raise ValueError(f"{name} has the shape {tuple(held[name].dims)}, not {values.shape}")
        held[name].CopyFrom(numpy_helper.from_array(values, name))

    for name in plain.keys() & held.keys():
        put(name, plain[name].numpy())
    for node in model.graph.node:
        if node.op_type != "MatMulInteger" or node.name.startswith(("/encoder", "/tagger")):
            continue
        weight = plain.get("branch" + node.name.replace("/MatMul_quant", ".weight").replace("/", "."))
        if weight is None:  # the encoder's own upper layers
            continue
        product = weight.numpy().T
        scale = np.abs(product).max(0) / 127
        base = node.input[1].removesuffix("_quantized")
        put(f"{base}_quantized", np.round(product / scale).clip(-127, 127).astype(np.int8))
        put(f"{base}_scale", scale.astype(np.float32))
        put(f"{base}_zero_point", np.zeros(len(scale), np.int8))
    onnx.save(model, str(path))


def _load(path: Path) -> Antecedents:
    state = torch.load(path, weights_only=True, map_location="cpu")
    model = Antecedents(len(state["mean"]))
    model.load_state_dict(state)
    return model


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mentions", type=Path, nargs="+", help="one reader, or several to take the mean of")
    parser.add_argument("--antecedents", type=Path, nargs="+", help="one model, or several of different seeds")
    parser.add_argument("--out", type=Path, default=MODELS)
    options = parser.parse_args()
    links = nn.Linear(HIDDEN, 3 * LINK)
    if options.antecedents:
        committee = Committee([_load(path) for path in options.antecedents]).eval()
        links = committee.links()
        export_antecedents(committee, options.out / "antecedents.onnx")
    if options.mentions:
        reader = MentionReader()
        states = [torch.load(path, weights_only=True, map_location="cpu") for path in options.mentions]
        reader.load_state_dict({key: torch.stack([state[key] for state in states]).mean(0) for key in states[0]})
        replace_branch(reader, options.out / "encoder.onnx")
        export_mentions(reader, links, options.out / "mentions.onnx")
        onnx.save(halve(onnx.load(str(options.out / "mentions.onnx"))), str(options.out / "mentions.onnx"))
    elif options.antecedents:
        replace_links(links, options.out / "mentions.onnx")
    write_manifest(options.out)


if __name__ == "__main__":
    main()
