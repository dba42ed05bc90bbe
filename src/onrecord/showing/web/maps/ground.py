"""What the dots stand on: coasts and borders of the part of the world that a map shows."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np

from onrecord.showing.web.maps.regions import WIDE_FROM

if TYPE_CHECKING:
    from onrecord.showing.web.maps.projecting import Array
    from onrecord.showing.web.maps.regions import View

GRAIN = 2  # steps of a drawn path by unit of the drawing: finer than that nobody sees
_TENTHS = 10  # by unit of the sheet, in the files
_BEYOND = 0.02  # of a view's size: lines are kept as far beyond it, so that its edges show no cut


@dataclass(frozen=True, slots=True)
class Shapes:
    """Lines on the sheet.

    Attributes:
        boxes: of each line, left, top, right, bottom: lines × 4.
        lines: of each, the points: points × 2. All numbers are in units of the sheet.
    """

    boxes: Array
    lines: tuple[Array, ...]

    def within(self, left: float, top: float, right: float, bottom: float) -> list[Array]:
        """The lines whose boxes meet a rectangle."""
        boxes = self.boxes
        met = (boxes[:, 0] <= right) & (boxes[:, 2] >= left) & (boxes[:, 1] <= bottom) & (boxes[:, 3] >= top)
        return [self.lines[at] for at in np.flatnonzero(met)]


@dataclass(frozen=True, slots=True)
class World:
    """The world's shapes: rings of land (lakes are rings within), and borders that are not and that are disputed."""

    land: Shapes
    ordinary: Shapes
    disputed: Shapes


@dataclass(frozen=True, slots=True)
class Ground:
    """The same of one view as path data of SVG, in 1/GRAIN units of the drawing."""

    land: str
    ordinary: str
    disputed: str


@lru_cache(maxsize=2)
def load_world(detail: str) -> World:
    """The shapes of a detail, "110m" or "50m": made to be drawn at 1 to 110 or 50 million."""
    data = json.loads(files("onrecord.showing.web").joinpath(f"world/world-{detail}.json").read_bytes())
    return World(_unpack(data["land"]), _unpack(data["ordinary"]), _unpack(data["disputed"]))


def _unpack(packed: list[Any]) -> Shapes:
    boxes = np.array([box for box, _ in packed], dtype=np.float64).reshape(-1, 4) / _TENTHS
    lines = (np.array(steps, dtype=np.int32).reshape(-1, 2).cumsum(axis=0) / _TENTHS for _, steps in packed)
    return Shapes(boxes, tuple(lines))


@lru_cache(maxsize=16)
def draw_ground(view: View) -> Ground:
    """The paths of what a view shows."""
    world = load_world("110m" if view.right - view.left >= WIDE_FROM else "50m")
    more_x, more_y = _BEYOND * (view.right - view.left), _BEYOND * (view.bottom - view.top)
    rectangle = (view.left - more_x, view.top - more_y, view.right + more_x, view.bottom + more_y)
    land = (_clip(ring, rectangle) for ring in world.land.within(*rectangle))
    return Ground(
        "".join(_show(ring, view, is_ring=True) for ring in land),
        "".join(_show(line, view, is_ring=False) for line in world.ordinary.within(*rectangle)),
        "".join(_show(line, view, is_ring=False) for line in world.disputed.within(*rectangle)),
    )


def _clip(ring: Array, rectangle: tuple[float, ...]) -> Array:
    """A ring cut along the four sides of a rectangle, one after another (Sutherland and Hodgman)."""
    for side, limit in enumerate(rectangle):
        if not len(ring):
            break
        inward = (ring[:, side % 2] - limit) * (1 if side < 2 else -1)
        is_in = inward >= 0
        if is_in.all():
            continue
        following, inward_next, is_in_next = (np.roll(each, -1, axis=0) for each in (ring, inward, is_in))
        is_cut = is_in != is_in_next
        share = np.divide(inward, inward - inward_next, out=np.zeros_like(inward), where=is_cut)
        cuts = ring + share[:, None] * (following - ring)
        both = np.stack([cuts, following], axis=1)
        ring = both[np.stack([is_cut, is_in_next], axis=1)]
    return ring


def _show(line: Array, view: View, *, is_ring: bool) -> str:
    """A line as path data; nothing where it is smaller than a step."""
    if not len(line):
        return ""
    steps = np.rint((line - (view.left, view.top)) * (view.scale * GRAIN)).astype(np.int64)
    steps[1:] -= steps[:-1].copy()
    is_kept = (steps[:, 0] != 0) | (steps[:, 1] != 0)
    is_kept[0] = True
    kept = steps[is_kept]
    if len(kept) < 2:
        return ""
    first, *rest = kept.tolist()
    drawn = " ".join([f"{x} {y}" for x, y in rest]).replace(" -", "-")
    return f"M{first[0]} {first[1]}l{drawn}{'z' if is_ring else ''}"
