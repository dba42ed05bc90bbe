"""Turn a run's weights into the ONNX file of disputes that the package ships.

    python -m training.conditions.export_disputes --run RUN/disputes3.pt [--float]

Writes disputes.onnx (int8) into src/onrecord/models/, and its digest into the manifest.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.export import MODELS, _quantise, write_manifest
from training.attribution.model import HIDDEN, fold_scales
from training.conditions.dispute_model import Disputes

NAME = "disputes.onnx"


class Reading(nn.Module):
    """The network over one window, unpadded."""

    def __init__(self, model: Disputes) -> None:
        super().__init__()
        self.model = model

    def forward(self, states: Tensor, pieces: Tensor) -> tuple[Tensor, Tensor]:
        """Scores of kinds (1, KINDS), and of being against each other (1,)."""
        kinds, against = self.model(states, pieces)
        return kinds, against


def export(model: Disputes, out: Path, *, quantise: bool) -> None:
    """Write the network."""
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    fold_scales(model.layers)
    pieces = torch.randint(200, 30000, (1, 40))
    pieces[0, 20] = pieces[0, 39] = 102
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            Reading(model).eval(),
            (torch.randn(1, 40, HIDDEN), pieces),
            str(plain),
            input_names=["states", "pieces"],
            output_names=["disputes", "against"],
            dynamic_axes={name: {1: "P"} for name in ("states", "pieces")},
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


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True, nargs="+", help="weights; of several the mean is taken")
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--float", action="store_true", help="leave the weights as they are, to see what int8 costs")
    options = parser.parse_args()
    states = [torch.load(path, weights_only=True) for path in options.run]
    model = Disputes()
    model.load_state_dict({key: torch.stack([state[key] for state in states]).mean(0) for key in model.state_dict()})
    export(model.eval(), options.out / NAME, quantise=not options.float)
    if options.out == MODELS:
        write_manifest(options.out)


if __name__ == "__main__":
    main()
