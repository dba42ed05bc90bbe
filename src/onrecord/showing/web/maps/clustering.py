"""Places near each other become one circle, as large as what happened in all of them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# In the order in which they stand around a circle, clockwise from its top: conflict right, cooperation left.
TONES = ("material-conflict", "verbal-conflict", "", "verbal-cooperation", "material-cooperation")

Weight = tuple[int, str, float, float, str]

# In units of the drawing:
_SMALLEST, _LARGEST = 6.0, 27.0  # radii; the smallest can be seen and pressed
_OF_ONE = 5.0  # radius of a count of one, before the smallest is enforced: 5 for 1, 10 for 4, 15 for 9
_GAP = 2.0  # between two circles
_SURE = (2 * _SMALLEST + _GAP) / math.sqrt(2)  # side of a square in which any two circles overlap
_SQUARE = 50.0  # side of those from which the scale is guessed
_TOO_LARGE = 0.7  # of a guessed scale: where less would do, circles are gathered anew, with less
_CELL = 16.0  # of the grid by which neighbours are found


@dataclass(frozen=True, slots=True)
class Dot:
    """A place with what happened there.

    Attributes:
        lat, lon: degrees north and east.
        name: of the place.
        count: of events; less than one is not drawn.
        tones: how many of them are of a tone, one of TONES; "" is neither.
        href: where pressing it leads.
        country: its ISO 3166 code, or "".
    """

    lat: float
    lon: float
    name: str
    count: int
    tones: tuple[tuple[str, int], ...]
    href: str
    country: str = ""


@dataclass(slots=True)
class Cluster:
    """Dots that share a circle, the weightiest first; it stands where that one is.

    Attributes:
        x, y: of its centre, in units of the drawing.
        dots: what it holds.
        count: of all of them.
        radius: in units of the drawing.
    """

    x: float
    y: float
    dots: list[Dot]
    count: int
    radius: float = 0.0


def weigh(dot: Dot) -> Weight:
    """The key that sorts dots, the weightiest first, the same whatever their order was."""
    return -dot.count, dot.name, dot.lat, dot.lon, dot.href


def cluster(dots: Iterable[Dot], places: Iterable[tuple[float, float]]) -> list[Cluster]:
    """Dots as circles that do not overlap, the largest first.

    `places` are those of the dots, x and y in the drawing. A circle's area is proportional to its count, but for the
    smallest, which would not be seen.
    """
    # First those that overlap at any scale, which is quick.
    near: dict[tuple[float, float], list[tuple[Weight, float, float, Dot]]] = {}
    for dot, (x, y) in zip(dots, places, strict=True):
        near.setdefault((x // _SURE, y // _SURE), []).append((weigh(dot), x, y, dot))
    heaps = []
    for those in near.values():
        those.sort(key=itemgetter(0))
        _, x, y, first = those[0]
        heaps.append(Cluster(x, y, [first, *(dot for *_, dot in those[1:])], sum(dot.count for *_, dot in those)))
    if not heaps:
        return []
    # The scale depends on the largest heap, and what is gathered on the scale: squares tell roughly what comes out.
    squares: dict[tuple[float, float], int] = {}
    for heap in heaps:
        square = heap.x // _SQUARE, heap.y // _SQUARE
        squares[square] = squares.get(square, 0) + heap.count
    scale = _scale_of(squares.values())
    clusters = _gather(heaps, scale)
    if (smaller := _scale_of(each.count for each in clusters)) < _TOO_LARGE * scale:
        scale = smaller
        clusters = _gather(heaps, scale)
    scale = min(scale, _scale_of(each.count for each in clusters))
    for each in clusters:
        each.radius = _radius(each.count, scale)  # never larger than it was gathered with
    return clusters


def tally(dots: Sequence[Dot], count: int) -> dict[str, int]:
    """How much of `count` is of each tone, in the order of TONES; what no tone is told of, or an unknown, is ""."""
    sums = dict.fromkeys(TONES, 0)
    for dot in dots:
        for tone, number in dot.tones:
            sums[tone if tone in sums else ""] += max(number, 0)
    sums[""] += max(count - sum(sums.values()), 0)
    return {tone: number for tone, number in sums.items() if number}


def _scale_of(counts: Iterable[int]) -> float:
    """Radius of a count of one, so that the largest circle is not too large."""
    return min(_OF_ONE, _LARGEST / math.sqrt(max(counts)))


def _gather(heaps: Sequence[Cluster], scale: float) -> list[Cluster]:
    """Circles that overlap become one, until none do: a larger takes in a smaller, and grows."""
    clusters = [Cluster(heap.x, heap.y, list(heap.dots), heap.count) for heap in heaps]
    before = -1
    while len(clusters) != before:
        before = len(clusters)
        clusters.sort(key=_order)
        cells: dict[tuple[int, int], list[Cluster]] = {}
        kept = []
        for each in clusters:
            each.radius = _radius(each.count, scale)
            taker = _nearest(each, cells.get((int(each.x // _CELL), int(each.y // _CELL)), ()))
            if taker is None:
                kept.append(each)
                _enter(each, cells)
            else:
                taker.dots += each.dots
                taker.count += each.count
                taker.radius = _radius(taker.count, scale)
        clusters = kept
    for each in clusters:
        each.dots[1:] = sorted(each.dots[1:], key=weigh)
    return clusters


def _enter(one: Cluster, cells: dict[tuple[int, int], list[Cluster]]) -> None:
    """Puts a circle where the centres are of later ones that may overlap it; those are no larger than it is now.

    It may grow out of these cells; what it then overlaps is found in the next round.
    """
    reach = 2 * one.radius + _GAP
    for column in range(int((one.x - reach) // _CELL), int((one.x + reach) // _CELL) + 1):
        for row in range(int((one.y - reach) // _CELL), int((one.y + reach) // _CELL) + 1):
            cells.setdefault((column, row), []).append(one)


def _order(each: Cluster) -> tuple[int, Weight]:
    return -each.count, weigh(each.dots[0])


def _radius(count: int, scale: float) -> float:
    return min(max(scale * math.sqrt(count), _SMALLEST), _LARGEST)


def _nearest(one: Cluster, others: Iterable[Cluster]) -> Cluster | None:
    """Of the circles that `one` overlaps, the one whose centre is nearest."""
    best, least = None, math.inf
    for other in others:
        apart = (one.x - other.x) ** 2 + (one.y - other.y) ** 2
        if apart < least and apart < (one.radius + other.radius + _GAP) ** 2:
            best, least = other, apart
    return best
