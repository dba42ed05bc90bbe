"""The scorers that come with the data."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType


def load_scorer(data: Path, name: str) -> ModuleType:
    """The scorer `name` from the folder `score` beside the data."""
    path = data.resolve().parent / "score" / f"{name}.py"
    if not path.exists():
        raise SystemExit(f"no scorer at {path}: the data folder needs a folder `score` beside it")
    spec = importlib.util.spec_from_file_location(f"scorer_{name}", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} cannot be loaded")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
