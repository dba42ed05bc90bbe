"""The floors: what was reached once, and must not be lost unseen."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
# Figures may differ this much between kinds of processor, which round int8 products differently.
TOLERANCE = 0.004
# The calibration error is a mean of ten distances, each of some 220 statements, and few are left out of pages: these
# move more for nothing.
TOLERANCES = {"confidence, calibration error": 0.012, "left out of pages, share right": 0.05}
# For these, less is better.
LESS_IS_BETTER = frozenset(
    {
        "confidence, calibration error",
        "left out of pages, share right",
        "date inferred and wrong, of 60",
        "wrong links above .9",
        "offices, wrong",
    }
)


def digest(path: Path) -> str:
    """sha256 of a data file, so that a changed corpus is not taken for a changed program."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def read_floors(path: Path = FLOORS) -> dict[str, Any]:
    """The floors and the digests of the data that they were measured on."""
    if not path.exists():
        return {"data": {}, "floors": {}}
    floors: dict[str, Any] = json.loads(path.read_text("utf8"))
    return floors


def is_below(name: str, value: float, floor: float) -> bool:
    """Whether a figure has fallen below its floor by more than the tolerance."""
    tolerance = TOLERANCES.get(name, TOLERANCE)
    return value > floor + tolerance if name in LESS_IS_BETTER else value < floor - tolerance


def broken(figures: dict[str, float], digests: dict[str, str], floors: dict[str, Any]) -> list[str]:
    """One sentence for each floor that does not hold; none where all is well."""
    complaints = [
        f"{name} is not the file that the floors were measured on"
        for name, value in floors["data"].items()
        if digests.get(name) != value
    ]
    for name, floor in floors["floors"].items():
        if name not in figures:
            complaints.append(f"{name} is no longer measured")
        elif is_below(name, figures[name], floor):
            complaints.append(f"{name} fell from {floor} to {figures[name]}")
    return complaints


def write_floors(
    figures: dict[str, float], digests: dict[str, str], *, may_fall: bool = False, path: Path = FLOORS
) -> None:
    """Keep figures as floors; a floor falls only where `may_fall` says so.

    Raises:
        SystemExit: a floor would fall and may not.
    """
    old = read_floors(path)
    fallen = broken(figures, digests, old) if old["floors"] else []
    if fallen and not may_fall:
        raise SystemExit("the floors would fall (say --lower if that is meant):\n  " + "\n  ".join(fallen))
    path.write_text(json.dumps({"data": digests, "floors": figures}, indent=1) + "\n", "utf8")
