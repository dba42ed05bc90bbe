"""Split the network that training.conditions.export writes into the files that ship.

    python -m training.conditions.split --whole WHOLE/conditions.onnx [--out FOLDER]

`shared_layers.onnx` gives the states of the lower layers, `conditions.onnx` reads conditions from them, with the same
numbers to the last bit as the whole file gives. What that file knows of disputes is left out: they have layers of their
own (training.conditions.train_disputes), unless `--disputes` keeps it.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from training.attribution.export import MODELS, write_manifest
from training.attribution.model import HIDDEN
from training.conditions.dispute_model import SHARED
from training.trimming import read_vocabulary, trim

_STATES = f"/model/encoder/layers.{SHARED - 1}/norm2/LayerNormalization_output_0"


def split(whole: Any) -> tuple[Any, Any, Any]:
    """The graphs of the shared layers, of conditions and of disputes."""
    from onnx import TensorProto, helper
    from onnx.utils import Extractor

    states = helper.make_tensor_value_info(_STATES, TensorProto.FLOAT, [1, "P", HIDDEN])
    whole.graph.value_info.append(states)
    extractor = Extractor(whole)
    return (
        _renamed(extractor.extract_model(["pieces", "features"], [_STATES])),
        _renamed(extractor.extract_model([_STATES, "pieces"], ["kinds", "parts"])),
        _renamed(extractor.extract_model([_STATES, "pieces"], ["disputes"])),
    )


def _renamed(model: Any) -> Any:
    for node in model.graph.node:
        for names in (node.input, node.output):
            for number, name in enumerate(names):
                if name == _STATES:
                    names[number] = "states"
    for value in (*model.graph.input, *model.graph.output):
        if value.name == _STATES:
            value.name = "states"
    return model


def main() -> None:
    """Split."""
    import onnx

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--whole", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=MODELS)
    parser.add_argument("--disputes", action="store_true", help="write disputes.onnx, too")
    options = parser.parse_args()
    shared, conditions, disputes = split(onnx.load(str(options.whole)))
    onnx.save(trim(shared, read_vocabulary(MODELS)), str(options.out / "shared_layers.onnx"))
    onnx.save(conditions, str(options.out / "conditions.onnx"))
    if options.disputes:
        onnx.save(disputes, str(options.out / "disputes.onnx"))
    write_manifest(options.out)


if __name__ == "__main__":
    main()
