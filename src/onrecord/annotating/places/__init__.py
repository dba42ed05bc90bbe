"""Places: toponyms, the places that they mean, and whether they say where something is."""

from onrecord.annotating.places.step import FindPlaces, find_places

__all__ = ["FindPlaces", "find_places"]
