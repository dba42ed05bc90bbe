"""Words of direction, as they stand before names: "north of Ostby", "Northern Ireland", "the southeastern border"."""

from __future__ import annotations

POINTS = frozenset("north south east west".split())
SIDES = frozenset("northern southern eastern western".split())
BETWEEN = frozenset(
    """
    northeast northwest southeast southwest northeastern northwestern southeastern southwestern
    """.split()
)
