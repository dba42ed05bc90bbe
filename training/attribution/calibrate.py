"""Fit the confidence of statements on PolNeAR's dev split, which the model was not trained on.

    python -m training.attribution.calibrate --data ../shared/data

Writes src/onrecord/models/calibration.json. Prints the cross-validated figures, by article.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from evaluation.calibration import auroc, cross_validated, expected_calibration_error, fit_confidence
from evaluation.statements import confidence_rows, read_articles
from onrecord.interpreting.confidence import FEATURES
from training.attribution.export import MODELS, write_manifest


def main() -> None:
    """Fit and write."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--data", type=Path, required=True)
    options = parser.parse_args()
    features, right, groups = confidence_rows(read_articles(options.data))
    held_out = cross_validated(features, right, groups)
    print(
        f"{len(right)} attributions, {right.mean():.3f} right; cross-validated: calibration error "
        f"{expected_calibration_error(held_out, right):.4f}, AUROC {auroc(held_out, right):.4f}"
    )
    fit = fit_confidence(features, right, groups)
    saved = {
        "weights": {name: round(float(w), 5) for name, w in zip(FEATURES, fit.weights, strict=True)},
        "bias": round(fit.bias, 5),
        "knots": fit.knots.round(5).tolist(),
    }
    (MODELS / "calibration.json").write_text(json.dumps(saved, indent=1) + "\n")
    write_manifest(MODELS)


if __name__ == "__main__":
    main()
