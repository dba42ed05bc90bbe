"""Numbers that count or measure, with unit, bound and role."""

from onrecord.annotating.quantities.step import FindQuantities, find_quantities

__all__ = ["FindQuantities", "find_quantities"]
