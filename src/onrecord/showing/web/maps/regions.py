"""Which part of the sheet a map shows, and how large it is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from onrecord.showing.web.maps.projecting import SHEET_HEIGHT, SHEET_WIDTH, project

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy.typing as npt

    from onrecord.showing.web.maps.projecting import Array

LEAST_WIDTH = 80.0  # units, about 1,500 km: nearer, the rounding of the shapes (2 km) would show
LONE_WIDTH = 150.0  # around a single place: nearer, no coast might tell where it is
WIDE_FROM = 0.7 * SHEET_WIDTH  # a view as wide as this, in units, is drawn from the coarser shapes
_WHOLE_FROM = 0.5 * SHEET_WIDTH  # dots as far apart as this are shown on the whole world
_MARGIN = 0.1  # of the box around the dots, on each side
_EDGE = 0.045  # of a view's width: room for the largest circle where the dots are far apart
_FLATTEST, _TALLEST = 0.42, 0.75  # height by width
_SLACK = 1e-6  # units of the drawing: what lies on an edge is within, however it was rounded
_WHOLE = (-168.9, -56.5, 190.9, 85.5)  # all that is inhabited; Antarctica is not among the shapes


@dataclass(frozen=True, slots=True)
class Region:
    """A part of the world by its name.

    Attributes:
        title: its name for a reader.
        extent: west, south, east, north in degrees; None for the part around the dots.
    """

    title: str
    extent: tuple[float, float, float, float] | None


REGIONS: Mapping[str, Region] = MappingProxyType(
    {
        "fit": Region("Around the places", None),
        "world": Region("World", _WHOLE),
        "europe": Region("Europe", (-12, 34.5, 46, 70.5)),
        "middle-east": Region("Middle East", (24, 12, 64, 42)),
        "africa": Region("Africa", (-19, -35.5, 52, 37.8)),
        "asia": Region("Asia", (58, -11, 148, 56)),
        "americas": Region("Americas", (-130, -56, -34, 62)),
    }
)


@dataclass(frozen=True, slots=True)
class View:
    """A rectangle of the sheet as it is drawn.

    Attributes:
        left, top, right, bottom: of the rectangle, in units of the sheet.
        width: of the drawing, in its own units (pixels, at full size).
    """

    left: float
    top: float
    right: float
    bottom: float
    width: int

    @property
    def scale(self) -> float:
        """Units of the drawing by units of the sheet."""
        return self.width / (self.right - self.left)

    @property
    def height(self) -> int:
        """Of the drawing, in its own units."""
        return math.ceil((self.bottom - self.top) * self.scale - _SLACK)

    def place(self, points: Array) -> tuple[Array, npt.NDArray[np.bool_]]:
        """Where points of the sheet are in the drawing, points × 2, and of each whether it is not beyond."""
        placed = (points - (self.left, self.top)) * self.scale
        x, y = placed[:, 0], placed[:, 1]
        is_within = (x >= -_SLACK) & (x <= self.width + _SLACK) & (y >= -_SLACK) & (y <= self.height + _SLACK)
        return placed, is_within


def view_of(name: str, points: Array, width: int) -> View:
    """What a map of the region called `name` shows.

    Args:
        points: those on the sheet that "fit" is to hold, points × 2; without one, it is the world.
        width: of the drawing.

    Raises:
        KeyError: there is no such region.
    """
    extent = REGIONS[name].extent
    if extent is None and len(points):
        return _fit(points, width)
    return _frame(*_box_of(extent or _WHOLE), width)


def _box_of(extent: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    # Edges of an extent are bowed on the sheet, so each is followed in steps. East may be beyond 180, but not the seam.
    west, south, east, north = extent
    steps = np.linspace(0, 1, 17)
    lons, lats = west + (east - west) * steps, south + (north - south) * steps
    sides = [np.stack([np.full_like(lats, lon), lats], axis=1) for lon in (west, east)]
    sides += [np.stack([lons, np.full_like(lons, lat)], axis=1) for lat in (south, north)]
    return _bounds(project(np.concatenate(sides)))


def _bounds(points: Array) -> tuple[float, float, float, float]:
    (left, top), (right, bottom) = points.min(axis=0).tolist(), points.max(axis=0).tolist()
    return left, top, right, bottom


def _fit(points: Array, width: int) -> View:
    left, top, right, bottom = _bounds(points)
    if right - left >= _WHOLE_FROM:
        corners = np.array(_box_of(_WHOLE)).reshape(2, 2)
        return _frame(*_bounds(np.concatenate([points, corners])), width)
    least = LEAST_WIDTH if max(right - left, bottom - top) > 1 else LONE_WIDTH
    room = _MARGIN * max(right - left, bottom - top) + _EDGE * max(right - left, least)
    side = max(room, (least - (right - left)) / 2)
    return _frame(left - side, top - room, right + side, bottom + room, width)


def _frame(left: float, top: float, right: float, bottom: float, width: int) -> View:
    """The view around a box that is neither too flat nor too tall, and on the sheet as far as it can be."""
    wide, high = right - left, bottom - top
    new_wide, new_high = max(wide, high / _TALLEST), max(high, wide * _FLATTEST)
    left, top = left - (new_wide - wide) / 2, top - (new_high - high) / 2
    if new_wide <= SHEET_WIDTH:
        left = min(max(left, 0), SHEET_WIDTH - new_wide)
    if new_high <= SHEET_HEIGHT:
        top = min(max(top, 0), SHEET_HEIGHT - new_high)
    return View(left, top, left + new_wide, top + new_high, width)
