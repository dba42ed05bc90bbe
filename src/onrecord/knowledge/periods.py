"""Dates of differing precision, compared: "2025" and "2025-02-23"."""

from __future__ import annotations

from datetime import date

_DAY = 10  # characters of a date with its day
_HANDING_OVER = 120  # days
_LAST_MONTH, _LAST_DAY = "-12", "-31"


def earliest(day: str) -> str:
    """The first day that an ISO date of any precision can mean."""
    return day + {4: "-01-01", 7: "-01"}.get(len(day), "")


def latest(day: str) -> str:
    """A day that an ISO date of any precision cannot pass; "2025-02-31" for February, which compares as it should."""
    return day + {4: _LAST_MONTH + _LAST_DAY, 7: _LAST_DAY}.get(len(day), "")


def has_begun(start: str, day: str) -> bool:
    """Whether something that began on `start` had surely begun on `day`; unknown starts are taken as long ago."""
    return not start or latest(start) <= earliest(day)


def has_ended(end: str, day: str) -> bool:
    """Whether something that ended on `end` may have ended before or on `day`; no end is none."""
    return bool(end) and earliest(end) <= latest(day)


def had_surely_ended(end: str, day: str) -> bool:
    """Whether something that ended on `end` had surely ended on `day`."""
    return bool(end) and latest(end) <= earliest(day)


def is_soon(first: str, second: str, within: int = _HANDING_OVER) -> bool:
    """Whether a day comes after another, and within some days: those in which leaders are elected and take over."""
    if len(first) < _DAY or len(second) < _DAY:
        return False
    return 0 <= (date.fromisoformat(second) - date.fromisoformat(first)).days <= within
