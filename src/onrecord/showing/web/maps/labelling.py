"""Names beside the largest circles, where there is room for them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.showing.web.maps.clustering import Cluster
    from onrecord.showing.web.maps.projecting import Array

MOST_LABELS = 14
MOST_TRIED = 50  # of the largest circles
MOST_LETTERS = 26  # of a label; a longer name is cut
# In units of the drawing, for the letters of map.css (13 high):
_WIDTH_OF_LETTER, _WIDTH_OF_SIGN = 7.1, 13.0  # a sign is a letter of Chinese, Japanese or Korean
_HEIGHT, _BASELINE = 15.0, 4.5  # of a line; its baseline below its middle
_OFF = 4.0  # from a circle
_AIR = 3.0  # to the left and right of a label
_EDGE = 3.0  # from the drawing's edges

Box = tuple[float, float, float, float]  # left, top, right, bottom


@dataclass(frozen=True, slots=True)
class Label:
    """A name in the drawing: where its baseline begins, ends or has its middle, as `anchor` says in SVG's words."""

    text: str
    x: float
    y: float
    anchor: str


def place_labels(clusters: Sequence[Cluster], width: float, height: float, taken: Iterable[Box] = ()) -> list[Label]:
    """Labels of the first circles, the largest first; one that would cover a circle or another label is left out.

    Args:
        width, height: of the drawing.
        taken: boxes where no label may stand.
    """
    circles = [
        (each.x - each.radius, each.y - each.radius, each.x + each.radius, each.y + each.radius) for each in clusters
    ]
    boxes = np.array([*circles, *taken], dtype=np.float64).reshape(-1, 4)
    labels: list[Label] = []
    for each in clusters[:MOST_TRIED]:
        for label, box in _choices(each, _name(each)):
            left, top, right, bottom = box
            is_inside = left >= _EDGE and top >= _EDGE and right <= width - _EDGE and bottom <= height - _EDGE
            if is_inside and not _overlap(boxes, box):
                labels.append(label)
                boxes = np.vstack([boxes, box])
                break
        if len(labels) == MOST_LABELS:
            break
    return labels


def shorten(name: str) -> str:
    """A name that is not longer than a label may be."""
    name = " ".join(name.split())
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1].rstrip() + "…"


def _name(each: Cluster) -> str:
    others = len(each.dots) - 1
    return shorten(each.dots[0].name) + (f" +{others:,}" if others else "")


def _choices(each: Cluster, text: str) -> list[tuple[Label, Box]]:
    wide = sum(_WIDTH_OF_SIGN if unicodedata.east_asian_width(sign) in "WF" else _WIDTH_OF_LETTER for sign in text)
    off, half = each.radius + _OFF, _HEIGHT / 2
    x, y = each.x, each.y
    above, below = y - off - half, y + off + half
    return [
        (Label(text, x + off, y + _BASELINE, "start"), (x + off, y - half, x + off + wide, y + half)),
        (Label(text, x - off, y + _BASELINE, "end"), (x - off - wide, y - half, x - off, y + half)),
        (Label(text, x, above + _BASELINE, "middle"), (x - wide / 2, above - half, x + wide / 2, above + half)),
        (Label(text, x, below + _BASELINE, "middle"), (x - wide / 2, below - half, x + wide / 2, below + half)),
    ]


def _overlap(boxes: Array, box: Box) -> bool:
    left, top, right, bottom = box[0] - _AIR, box[1], box[2] + _AIR, box[3]
    meets = (boxes[:, 0] < right) & (boxes[:, 2] > left) & (boxes[:, 1] < bottom) & (boxes[:, 3] > top)
    return bool(meets.any())
