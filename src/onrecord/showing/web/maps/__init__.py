"""Maps of where things happened: one drawing each, made here from shapes that come with the package.

`draw_map` puts places (`Dot`) on the part of the world that is named in `REGIONS`. Borders on which states do not agree
are dashed, and no state is named or filled; assets/disputes.mjs lists them.
"""

from __future__ import annotations

from onrecord.showing.web.maps.clustering import TONES, Dot
from onrecord.showing.web.maps.drawing import draw_map
from onrecord.showing.web.maps.regions import REGIONS, Region

__all__ = ["REGIONS", "TONES", "Dot", "Region", "draw_map"]
