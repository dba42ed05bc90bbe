"""Turn a training run's weights into the ONNX files that the package ships.

    python -m training.attribution.export --run RUN_FOLDER/pass7.pt --encoder MODEL_FOLDER [--float]

Writes encoder.onnx (int8), roles.onnx, transitions.json, tokenizer.json and manifest.json
into src/onrecord/models/.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from onrecord.interpreting.roles import REACH
from training.attribution.model import HIDDEN, Attribution, RoleHead, fold_scales
from training.attribution.model import REACH as TRAINED_REACH
from training.coreference.model import BRANCHES_AFTER, MentionReader

MODELS = Path(__file__).parents[2] / "src/onrecord/models"


class Reading(nn.Module):
    """The encoder with its tagger, and the branch that reads for mentions."""

    def __init__(self, model: Attribution, branch: MentionReader) -> None:
        super().__init__()
        self.model = model
        self.branch = branch

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """One window: hidden states (1, P, D), tag scores (1, P, TAGS), mention states (1, P, D)."""
        shared = self.model.encoder(pieces, features, upto=BRANCHES_AFTER)
        hidden = shared
        for layer in self.model.encoder.layers[BRANCHES_AFTER:]:
            hidden = layer(hidden, None)
        return hidden, self.model.tagger(hidden), self.branch.states(shared, None)


def export_encoder(model: Attribution, branch: MentionReader, out: Path, *, quantise: bool) -> None:
    """Write the encoder with its tagger and its branch; weights int8 a channel, activations quantised as they come."""
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    model.encoder.fold_scale()
    fold_scales(branch.layers)
    pieces = torch.randint(5, 30000, (1, 50))
    features = torch.zeros(1, 50, 3, dtype=torch.long)
    outputs = ["hidden", "tags", "mention_states"]
    # Left alone, the optimiser joins a layer norm with the sum before it; that kernel is slower than the two apart.
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            Reading(model, branch).eval(),
            (pieces, features),
            str(plain),
            input_names=["pieces", "features"],
            output_names=outputs,
            dynamic_axes={name: {1: "P"} for name in ["pieces", "features", *outputs]},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        optimizer.optimize_model(
            str(plain), "bert", num_heads=12, hidden_size=HIDDEN, opt_level=0, optimization_options=options
        ).save_model_to_file(str(fused))
        if not quantise:
            shutil.copy(fused, out)
            return
        _quantise(fused, out)


class Unfolded(nn.Module):
    """A convolution over words as one product of matrices: int8 makes that faster, and a convolution not.

    On the dev split int8 changes linked F1 by less than .0005.
    """

    def __init__(self, layer: nn.Conv1d) -> None:
        super().__init__()
        size, inner, self.width = layer.weight.shape
        self.product = nn.Linear(self.width * inner, size)
        with torch.no_grad():
            self.product.weight.copy_(layer.weight.permute(0, 2, 1).flatten(1))
            self.product.bias.copy_(layer.bias)

    def forward(self, x: Tensor) -> Tensor:
        """As the convolution does; (M, inner, L) to (M, size, L)."""
        length = x.shape[2]
        padded = F.pad(x, (self.width // 2, self.width // 2)).transpose(1, 2)
        beside = torch.cat([padded[:, i : i + length] for i in range(self.width)], 2)
        return self.product(beside).transpose(1, 2)


def export_roles(head: RoleHead, out: Path, *, quantise: bool) -> None:
    """Write the role head, cut to the reach that reading uses; int8 as the encoder is."""
    length = 2 * REACH + 1
    middle = head.place.weight[TRAINED_REACH - REACH : TRAINED_REACH + REACH + 1]
    head.place = torch.nn.Embedding.from_pretrained(middle.detach().clone())
    head.first, head.second = Unfolded(head.first), Unfolded(head.second)
    inputs = (
        torch.randn(40, HIDDEN),
        torch.tensor([[3, 4], [9, 9]]),
        torch.randint(0, 40, (2, length)),
        torch.ones(2, length),
    )
    names = ["words", "cue_ends", "around", "mask"]
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        torch.onnx.export(
            head,
            inputs,
            str(plain),
            input_names=names,
            output_names=["scores"],
            dynamic_axes={"words": {0: "W"}, **{name: {0: "M"} for name in [*names[1:], "scores"]}},
            opset_version=17,
            dynamo=False,
        )
        if quantise:
            _quantise(plain, out)
        else:
            shutil.copy(plain, out)


def _quantise(plain: Path, out: Path) -> None:
    """Write a graph with its weights as int8 a channel, its activations quantised as they come."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(
        str(plain),
        str(out),
        per_channel=True,
        reduce_range=False,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": 1, "MatMulConstBOnly": True},
    )


def write_manifest(folder: Path) -> None:
    """List the digest of every file beside it."""
    files = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.iterdir())
        if path.suffix in {".onnx", ".json"} and path.name != "manifest.json"
    }
    (folder / "manifest.json").write_text(json.dumps({"files": files}, indent=1) + "\n")


def main() -> None:
    """Export one run."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--run", type=Path, required=True, nargs="+", help="weights; of several the mean is taken")
    parser.add_argument(
        "--mentions", type=Path, help="weights of training.coreference.train_mentions (default: none yet)"
    )
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--float", action="store_true", help="leave the weights in single precision (to compare)")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    states = [torch.load(path, weights_only=True, map_location="cpu") for path in options.run]
    model = Attribution()
    model.load_state_dict({key: torch.stack([s[key].float() for s in states]).mean(0) for key in model.state_dict()})
    model.eval()
    branch = MentionReader()
    if options.mentions:
        branch.load_state_dict(torch.load(options.mentions, weights_only=True, map_location="cpu"))
    export_encoder(model, branch, options.out / "encoder.onnx", quantise=not options.float)
    export_roles(model.roles.eval(), options.out / "roles.onnx", quantise=not options.float)
    transitions = {
        name: [[round(x, 5) for x in row] for row in table.tolist()]
        for name, table in (("tags", model.transitions), ("roles", model.roles.transitions))
    }
    (options.out / "transitions.json").write_text(json.dumps(transitions) + "\n")
    shutil.copy(options.encoder / "tokenizer.json", options.out / "tokenizer.json")
    write_manifest(options.out)


if __name__ == "__main__":
    main()
