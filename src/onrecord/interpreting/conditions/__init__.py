"""Conditions: what is said to depend on what, as a network reads it, and who holds it against whom."""

from onrecord.interpreting.conditions.step import FindConditions

__all__ = ["FindConditions"]
