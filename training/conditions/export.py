"""Turn a run's weights into one ONNX file.

    python -m training.conditions.export --run RUN [--with OTHER_RUN --share 0.5] --out WHOLE [--float]

Writes the whole network as WHOLE/conditions.onnx (int8); training.conditions.split makes of it what ships.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from pathlib import Path

import torch
from torch import Tensor, nn

from training.attribution.export import _quantise
from training.attribution.model import HIDDEN
from training.conditions.model import Conditions

NAME = "conditions.onnx"


class Reading(nn.Module):
    """The network over one window, unpadded."""

    def __init__(self, model: Conditions) -> None:
        super().__init__()
        self.model = model

    def forward(self, pieces: Tensor, features: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of kinds (1, KINDS), of parts (1, P, 2) and of disputes (1, DISPUTES)."""
        kinds, parts, disputes = self.model(pieces, features)
        return kinds, parts, disputes


def main() -> None:
    """Export."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--with", dest="other", type=Path, help="another run; the mean of both's weights ships")
    parser.add_argument("--share", type=float, default=0.5, help="of the other in the mean")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--float", action="store_true", help="leave the weights as they are, to see what int8 costs")
    options = parser.parse_args()
    weights = torch.load(options.run / "conditions.pt", weights_only=True)
    if options.other:
        others = torch.load(options.other / "conditions.pt", weights_only=True)
        weights = {k: (1 - options.share) * v + options.share * others[k] for k, v in weights.items()}
    model = Conditions()
    model.load_state_dict(weights)
    options.out.mkdir(parents=True, exist_ok=True)
    export(model.eval(), options.out / NAME, quantise=not options.float)


def export(model: Conditions, out: Path, *, quantise: bool) -> None:
    """Write the network."""
    from onnxruntime.transformers import optimizer
    from onnxruntime.transformers.fusion_options import FusionOptions

    model.encoder.fold_scale()
    pieces = torch.randint(5, 30000, (1, 40))
    pieces[0, 7] = 5
    names = ["pieces", "features", "kinds", "parts", "disputes"]
    options = FusionOptions("bert")
    options.enable_skip_layer_norm = options.enable_bias_skip_layer_norm = False
    with tempfile.TemporaryDirectory() as folder:
        plain, fused = Path(folder) / "plain.onnx", Path(folder) / "fused.onnx"
        torch.onnx.export(
            Reading(model).eval(),
            (pieces, torch.zeros(1, 40, 3, dtype=torch.long)),
            str(plain),
            input_names=names[:2],
            output_names=names[2:],
            dynamic_axes={name: {1: "P"} for name in ("pieces", "features", "parts")},
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


if __name__ == "__main__":
    main()
