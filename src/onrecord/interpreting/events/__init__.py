"""Events: who did what to whom, in PLOVER's terms, with place, date, numbers and who says so."""

from onrecord.interpreting.events.settling import SettleEvents
from onrecord.interpreting.events.step import FindEvents, ReadEvents

__all__ = ["FindEvents", "ReadEvents", "SettleEvents"]
