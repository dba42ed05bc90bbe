"""A circle on the map: a ring of the tones of what happened there, around their count."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_RING_FROM = 9.0  # radius from which a circle may be a ring
_HOLE = 0.7  # radius of the hole, by the circle's
_WIDTH_OF_DIGIT = 6.6  # units of the drawing, for the digits of map.css (11 high)
_NECK = 0.95  # of the hole's width is for digits


def show_pie(tally: Mapping[str, int], radius: float, count: int) -> str:
    """A circle around the origin, as elements of SVG.

    Args:
        tally: how many are of a tone, for at least one.
        radius: in units of the drawing.
        count: what is written in it where there is room; else it is full.
    """
    total = sum(tally.values())
    drawn = [f'<circle class="map-halo" r="{radius + 1.25:.4g}"/>']
    turned = 0.0
    for tone, number in tally.items():
        name = f"map-dot tone-{tone or 'none'}"
        if number == total:
            drawn.append(f'<circle class="{name}" r="{radius:.4g}"/>')
        else:
            drawn.append(f'<path class="{name}" d="{_sector(radius, turned, turned + number / total)}"/>')
        turned += number / total
    text = shorten_count(count)
    if radius >= _RING_FROM and len(text) * _WIDTH_OF_DIGIT <= 2 * radius * _HOLE * _NECK:
        drawn.append(
            f'<circle class="map-hole" r="{radius * _HOLE:.4g}"/><text class="map-count" y="3.9">{text}</text>'
        )
    return "".join(drawn)


def shorten_count(count: int) -> str:
    """A count in at most four signs: 950, 1.2k, 35k, 2.1M."""
    for size, sign in ((1_000_000, "M"), (1_000, "k")):
        if count >= size:
            rest = count / size
            return f"{math.floor(rest * 10) / 10:g}{sign}" if rest < 10 else f"{math.floor(rest)}{sign}"
    return str(count)


def _sector(radius: float, start: float, end: float) -> str:
    """Path data of the part of a circle between two shares of its turn, clockwise from its top."""
    (x, y), (to_x, to_y) = (
        (radius * math.sin(2 * math.pi * share), -radius * math.cos(2 * math.pi * share)) for share in (start, end)
    )
    return f"M0 0L{x:.2f} {y:.2f}A{radius:.4g} {radius:.4g} 0 {int(end - start > 0.5)} 1 {to_x:.2f} {to_y:.2f}Z"
