"""Write the weights of a single-precision file in half precision; they are made single again when it is loaded.

    python -m training.halving event_heads.onnx event_pairs.onnx

Halves the files in src/onrecord/models/. A weight moves by less than a two-thousandth of itself.
"""

from __future__ import annotations

import sys
from typing import Any

import numpy as np

_SMALL = 256  # weights of a tensor that is not worth it


def halve(model: Any) -> Any:
    """The graph with its large tensors in half precision, each behind a cast; halved ones stay as they are."""
    from onnx import TensorProto, helper, numpy_helper

    graph = model.graph
    for tensor in graph.initializer:
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size < _SMALL:
            continue
        whole = tensor.name
        tensor.CopyFrom(numpy_helper.from_array(values.astype(np.float16), f"{whole}_half"))
        cast = helper.make_node("Cast", [f"{whole}_half"], [whole], name=f"{whole}_cast", to=TensorProto.FLOAT)
        graph.node.insert(0, cast)
    return model


def main() -> None:
    """Halve files."""
    import onnx

    from training.attribution.export import MODELS, write_manifest

    for name in sys.argv[1:]:
        onnx.save(halve(onnx.load(str(MODELS / name))), str(MODELS / name))
    write_manifest(MODELS)


if __name__ == "__main__":
    main()
