"""The sheet that the world is drawn on: Equal Earth around 11 degrees east, 2,000 units wide.

Areas keep their proportion, so that no continent looks larger than it is. The formulas are those of Šavrič, Patterson
and Jenny (The Equal Earth map projection, 2018), as in d3-geo, which projected the shapes in world/.
"""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]

SHEET_WIDTH = 2000.0  # units, at the equator
MERIDIAN = 11.0  # degrees east; its opposite, 169 degrees west, cuts no mainland

_A1, _A2, _A3, _A4 = 1.340264, -0.081106, 0.000893, 0.003796
_M = math.sqrt(3) / 2
_SCALE = SHEET_WIDTH / 2 * _M * _A1 / math.pi
_POLE = math.pi / 3  # theta at a pole
SHEET_HEIGHT = 2 * _SCALE * _POLE * (_A1 + _A2 * _POLE**2 + _POLE**6 * (_A3 + _A4 * _POLE**2))  # units, pole to pole


def project(degrees: Array) -> Array:
    """Places on the sheet.

    Args:
        degrees: longitude and latitude of each, in degrees: places × 2.

    Returns:
        x from the left and y from the top, in units: places × 2. x is within the sheet for any longitude.
    """
    turned = np.radians((degrees[:, 0] - MERIDIAN + 180) % 360 - 180)
    theta = np.arcsin(_M * np.sin(np.radians(degrees[:, 1])))
    square = theta * theta
    run = turned * np.cos(theta) / (_M * (_A1 + 3 * _A2 * square + square**3 * (7 * _A3 + 9 * _A4 * square)))
    rise = theta * (_A1 + _A2 * square + square**3 * (_A3 + _A4 * square))
    return np.stack([SHEET_WIDTH / 2 + _SCALE * run, SHEET_HEIGHT / 2 - _SCALE * rise], axis=1)
