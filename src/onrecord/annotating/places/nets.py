"""Nets: towns laid into cells over the globe, so that neighbours are found without looking at all."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.knowledge.gazetteer import Sense

NEAR_KM = 150.0
_EARTH = 6371.0
_CELL, _CROWD = 2.0, 50  # degrees; towns looked at in one cell


class Net:
    """Towns by where they are, each with the name that it goes by."""

    def __init__(self, towns: Iterable[tuple[str, Sense]]) -> None:
        """Lay out `towns`, pairs of a name and its place."""
        self._cells: dict[tuple[int, int], list[tuple[str, Sense]]] = defaultdict(list)
        for name, town in towns:
            cell = self._cells[_cell(town)]
            if len(cell) < _CROWD:
                cell.append((name, town))

    def has_near(self, sense: Sense, name: str) -> bool:
        """Whether a town of another name lies near a place."""
        row, column = _cell(sense)
        return any(
            other != name and kilometres(town, sense) < NEAR_KM
            for i in (-1, 0, 1)
            for j in (-1, 0, 1)
            for other, town in self._cells.get((row + i, column + j), ())
        )


def _cell(sense: Sense) -> tuple[int, int]:
    """The cell of a place; near towns lie in the same or in neighbouring ones, but at the poles."""
    return math.floor(sense.lat / _CELL), math.floor(sense.lon / _CELL)


def kilometres(a: Sense, b: Sense) -> float:
    """The distance of two places along the globe."""
    lat_a, lat_b = math.radians(a.lat), math.radians(b.lat)
    half = math.sin((lat_b - lat_a) / 2) ** 2
    half += math.cos(lat_a) * math.cos(lat_b) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 2 * _EARTH * math.asin(math.sqrt(min(1.0, half)))
