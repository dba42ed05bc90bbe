"""Facts as data: events that news tells the date by, and offices with those who held them."""

from onrecord.knowledge.events import (
    Remembered,
    Scheduled,
    Season,
    Stretch,
    load_remembered,
    load_scheduled,
    load_seasons,
)
from onrecord.knowledge.offices import Tenure, load_tenures

__all__ = [
    "Remembered",
    "Scheduled",
    "Season",
    "Stretch",
    "Tenure",
    "load_remembered",
    "load_scheduled",
    "load_seasons",
    "load_tenures",
]
