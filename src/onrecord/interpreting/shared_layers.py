"""The lower layers of the network of conditions and disputes, which both read with; each has upper ones of its own.

They are a file by themselves, so that each runs no more than it needs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.inference import load_model

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHARED = "shared_layers.onnx"


def read_states(pieces: NDArray[np.int64], features: NDArray[np.int64]) -> NDArray[np.float32]:
    """The states of a window's pieces; shapes (pieces,) and (pieces, 3), giving (1, pieces, 384)."""
    states, *_ = load_model(SHARED).run({"pieces": pieces[None], "features": features[None]})
    return states
