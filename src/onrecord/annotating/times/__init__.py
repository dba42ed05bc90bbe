"""When: the times of a text, with their calendar values."""

from onrecord.annotating.times.finding import find_times
from onrecord.annotating.times.step import FindTimes
from onrecord.annotating.times.values import is_value

__all__ = ["FindTimes", "find_times", "is_value"]
