"""The only caller of onnxruntime: loads a model once and runs it.

Models lie beside this module, under `models/`, with a manifest of their digests, so that a record can name exactly what
made it and a damaged file is found before it is used.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from importlib import resources
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from onrecord.errors import ModelError

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

_REMEDY = "install onrecord again"
_loading = Lock()


def models_folder() -> Path:
    """Where the package's models lie."""
    return Path(str(resources.files("onrecord") / "models"))


@cache
def read_manifest() -> dict[str, str]:
    """File name to sha256 of every file in the models' folder.

    Raises:
        ModelError: the manifest is missing or no JSON object.
    """
    path = models_folder() / "manifest.json"
    try:
        manifest = json.loads(path.read_text("utf8"))
        return dict(manifest["files"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise ModelError(f"the list of models cannot be read ({error}); {_REMEDY}") from error


def read_model_file(name: str) -> bytes:
    """The bytes of a file in the models' folder, held against its digest.

    Raises:
        ModelError: the file is missing, or is not the one that the manifest names.
    """
    manifest = read_manifest()
    try:
        data = (models_folder() / name).read_bytes()
    except OSError as error:
        raise ModelError(f"model file {name} is missing; {_REMEDY}") from error
    if hashlib.sha256(data).hexdigest() != manifest.get(name):
        raise ModelError(f"model file {name} is damaged or of another version; {_REMEDY}")
    return data


def read_model_json(name: str) -> Any:
    """What a JSON file in the models' folder holds.

    Raises:
        ModelError: the file is missing, damaged or no JSON.
    """
    try:
        return json.loads(read_model_file(name))
    except ValueError as error:
        raise ModelError(f"model file {name} cannot be read ({error}); {_REMEDY}") from error


class Model:
    """An ONNX graph that is loaded and ready; safe to run from several threads.

    Attributes:
        name: the file's name.
        digest: sha256 of the file.
    """

    def __init__(self, name: str) -> None:
        import onnxruntime

        data = read_model_file(name)
        options = onnxruntime.SessionOptions()
        # One thread a call: articles are read side by side instead, which is faster and gives the same bytes anywhere.
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self.name = name
        self.digest = read_manifest()[name]
        try:
            self._session: Any = onnxruntime.InferenceSession(data, options, providers=["CPUExecutionProvider"])
        except Exception as error:  # onnxruntime raises classes of its own that share no public root
            raise ModelError(f"model file {name} cannot be loaded: {error}") from error

    def run(self, inputs: Mapping[str, NDArray[Any]]) -> list[NDArray[np.float32]]:
        """All outputs of the graph for `inputs`."""
        outputs: list[NDArray[np.float32]] = self._session.run(None, dict(inputs))
        return outputs


@cache
def _load(name: str) -> Model:
    return Model(name)


def load_model(name: str) -> Model:
    """Load a model, once a process.

    Raises:
        ModelError: the file is missing, damaged or no model.
    """
    with _loading:
        return _load(name)
