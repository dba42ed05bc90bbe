"""Turn a run's weights into the ONNX files that the package ships.

    python -m training.events.export --run RUN [--with OTHER_RUN --share 0.4]

Writes events.onnx (int8), event_heads.onnx, event_pairs.onnx and events.json into src/onrecord/models/.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.export import MODELS, _quantise
from training.attribution.model import HIDDEN
from training.events.data import PAIR_TYPES, TYPES
from training.events.markup import STATUSES
from training.events.model import Heads
from training.events.train import Events


class Reading(nn.Module):
    """The encoder with the scores of triggers."""

    def __init__(self, model: Events) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor]:
        """One sentence: states (1, P, D), scores (1, P, types and none)."""
        hidden = self.model.encoder(pieces, features)
        return hidden, self.model.heads.trigger(hidden)


class About(nn.Module):
    """What is told of triggers."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, ends: Tensor, types: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of statuses (E, S), modes (E, M) and roles (E, W, R) in one sentence; words (W, D), ends (E, 2)."""
        at = torch.zeros_like(types)
        events = torch.cat([words[ends[:, 0]], words[ends[:, 1]]], -1)
        return (
            self.heads.status(events),
            self.heads.mode(events),
            self.heads.roles(words[None], events, types, ends, at),
        )


class Pairs(nn.Module):
    """The types of given pairs."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self.heads = heads

    def forward(self, words: Tensor, whole: Tensor, actors: Tensor, recipients: Tensor, between: Tensor) -> Tensor:
        """Scores (1, PAIR_TYPES); words (W, D), whole (D,), weights (W,)."""
        return self.heads.pairs(words[None], whole[None], actors[None], recipients[None], between[None])


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--with", dest="other", type=Path, help="another run, of which this one went on")
    parser.add_argument("--share", type=float, default=0.4, help="of the other in the mean of both's weights")
    parser.add_argument("--float", action="store_true", help="leave the encoder as it is, to see what int8 costs")
    options = parser.parse_args()
    kept = torch.load(options.run / "events.pt", weights_only=True)
    model = Events(kept["modes"])
    model.load_state_dict(mean_of(kept["model"], options.other, options.share) if options.other else kept["model"])
    model.eval()
    export_encoder(model, MODELS / "events.onnx", quantise=not options.float)
    words, ends, types = torch.randn(20, HIDDEN), torch.tensor([[3, 4], [9, 9]]), torch.tensor([1, 2])
    _export(
        About(model.heads),
        (words, ends, types),
        ["words", "ends", "types"],
        ["statuses", "modes", "roles"],
        {"words": {0: "W"}, "ends": {0: "E"}, "types": {0: "E"}},
        MODELS / "event_heads.onnx",
    )
    row = torch.rand(20)
    _export(
        Pairs(model.heads),
        (words, torch.randn(HIDDEN), row, row, row),
        ["words", "whole", "actors", "recipients", "between"],
        ["types"],
        {name: {0: "W"} for name in ("words", "actors", "recipients", "between")},
        MODELS / "event_pairs.onnx",
    )
    labels = {"types": TYPES, "pair_types": PAIR_TYPES, "statuses": STATUSES, "modes": kept["modes"]}
    (MODELS / "events.json").write_text(json.dumps(labels, indent=1) + "\n", "utf8")
    write_manifest()


def mean_of(weights: dict[str, Tensor], other: Path, share: float) -> dict[str, Tensor]:
    """The mean of two runs' weights."""
    before = torch.load(other / "events.pt", weights_only=True)["model"]
    return {
        name: share * before[name] + (1 - share) * value if value.is_floating_point() else value
        for name, value in weights.items()
    }


def export_encoder(model: Events, out: Path, *, quantise: bool) -> None:
    """Write the encoder with the trigger scores."""
    import shutil

    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    model.encoder.fold_scale()
    inputs = (torch.randint(5, 30000, (1, 40)), torch.zeros(1, 40, 3, dtype=torch.long))
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        names = ["pieces", "features", "hidden", "triggers"]
        torch.onnx.export(
            Reading(model).eval(),
            inputs,
            str(plain),
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes={name: {1: "P"} for name in names},
            opset_version=17,
            custom_opsets={"com.microsoft": 1},
            dynamo=False,
        )
        optimizer.optimize_model(
            str(plain), "bert", num_heads=12, hidden_size=HIDDEN, opt_level=0, optimization_options=options
        ).save_model_to_file(str(fused))
        if quantise:
            _quantise(fused, out)
        else:
            shutil.copy(fused, out)


def _export(module, inputs, names, outputs, axes, out) -> None:  # noqa: ANN001, PLR0917 - torch's own arguments
    torch.onnx.export(
        module.eval(),
        inputs,
        str(out),
        input_names=names,
        output_names=outputs,
        dynamic_axes=axes,
        opset_version=17,
        dynamo=False,
    )


def write_manifest() -> None:
    """Note the digests of all files beside the manifest."""
    path = MODELS / "manifest.json"
    manifest = json.loads(path.read_text("utf8"))
    for name in ("events.onnx", "event_heads.onnx", "event_pairs.onnx", "events.json"):
        manifest["files"][name] = hashlib.sha256((MODELS / name).read_bytes()).hexdigest()
    path.write_text(json.dumps(manifest, indent=1) + "\n", "utf8")


if __name__ == "__main__":
    main()
