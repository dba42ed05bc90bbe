"""Write the mention head and the antecedent model as the ONNX files that the package ships.

    python -m training.coreference.export [--mentions mentions.pt] [--antecedents antecedents.pt ...]

Without the antecedent model the mention head is written with idle links: enough to find the mentions that training the
antecedent model needs. Without the mention head the one that is there keeps its weights, and has the new links.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.export import MODELS, write_manifest
from training.attribution.model import HIDDEN
from training.coreference.model import LINK, Antecedents, Committee, MentionReader


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
    import onnx
    from onnx import numpy_helper

    model = onnx.load(str(path))
    for tensor in model.graph.initializer:
        name = tensor.name.removesuffix("_half")
        if name in ("links.weight", "links.bias"):
            values = getattr(links, name.removeprefix("links.")).detach().numpy()
            held = values.astype(numpy_helper.to_array(tensor).dtype)
            tensor.CopyFrom(numpy_helper.from_array(held, tensor.name))
    onnx.save(model, str(path))


def _load(path: Path) -> Antecedents:
    state = torch.load(path, weights_only=True, map_location="cpu")
    model = Antecedents(len(state["mean"]))
    model.load_state_dict(state)
    return model


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--mentions", type=Path)
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
        reader.load_state_dict(torch.load(options.mentions, weights_only=True, map_location="cpu"))
        export_mentions(reader, links, options.out / "mentions.onnx")
    elif options.antecedents:
        replace_links(links, options.out / "mentions.onnx")
    write_manifest(options.out)


if __name__ == "__main__":
    main()
