"""Dates as periods: the first and the last day that a date of any precision may mean. Nothing is invented."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

_INTERVAL = "/"
_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?", re.ASCII)
_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d{2})(-WE)?", re.ASCII)
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)", re.ASCII)
_DECADE = re.compile(r"(\d{3})X?", re.ASCII)
_PART_MONTHS = {
    "Q1": (1, 3), "Q2": (4, 6), "Q3": (7, 9), "Q4": (10, 12), "H1": (1, 6), "H2": (7, 12),
    "SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 12),
}  # fmt: skip

Period = tuple[str, str]


def period_of(value: str | None) -> Period | None:
    """The first and last day of an ISO 8601 or TimeML date ("2025-02", "2025-W07", "2025-03-02/2025-03-03").

    None where it is none, or names no period in the calendar.
    """
    if not value:
        return None
    if _INTERVAL in value:
        first, _, last = value.partition(_INTERVAL)
        if _INTERVAL in last:
            return None
        start, end = period_of(first), period_of(last)
        return (start[0], end[1]) if start and end and start[0] <= end[1] else None
    try:
        return _read(value)
    except ValueError:  # the 31st of February
        return None


def _read(value: str) -> Period | None:
    if found := _DAY.fullmatch(value):
        day = date(int(found[1]), int(found[2]), int(found[3])).isoformat()
        return day, day
    if found := _MONTH.fullmatch(value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if _YEAR.fullmatch(value):
        return _months(int(value), 1, 12)
    if found := _WEEK.fullmatch(value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = monday + timedelta(days=5) if found[3] else monday
        return first.isoformat(), (monday + timedelta(days=6)).isoformat()
    if found := _PART.fullmatch(value):
        if found[2] == "WI":  # from December into the next year
            return f"{found[1]}-12-01", _months(int(found[1]) + 1, 2, 2)[1]
        return _months(int(found[1]), *_PART_MONTHS[found[2]])
    if found := _DECADE.fullmatch(value):
        return f"{found[1]}0-01-01", f"{found[1]}9-12-31"
    return None


def _months(year: int, first: int, last: int) -> Period:
    end = date(year, last, monthrange(year, last)[1])
    return date(year, first, 1).isoformat(), end.isoformat()


def months_between(first: str, last: str, *, most: int) -> list[str] | None:
    """The months from one day to another as "202502"; None where they are more than `most`."""
    begin, end = (int(day[:4]) * 12 + int(day[5:7]) - 1 for day in (first, last))
    if end - begin >= most:
        return None
    return [f"{month // 12:04}{month % 12 + 1:02}" for month in range(begin, end + 1)]
