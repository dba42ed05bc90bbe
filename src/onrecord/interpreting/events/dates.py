"""Dates of events: the time that the sentence tells of the deed, not of who said so."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.records import Span, Time

_DAY = re.compile(r"(\d{4}-\d\d-\d\d)(?:T([A-Z]{2})?.*)?", re.ASCII)
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE)?", re.ASCII)
_QUARTER = re.compile(r"(\d{4})-Q([1-4])")
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
_NIGHT = "NI"
_OTHER_TIME = re.compile(r"\b(?:after|before|since|until)\s+(?!\w+ing\b)(?=[^,;:]*\Z)", re.IGNORECASE)


def event_date(time: Time) -> str | None:
    """A time as an event's date: a day, a month, a year, or an interval of days; None where it is none.

    A night is an interval of two days, a week one of seven.
    """
    if time.type not in ("DATE", "TIME") or time.value is None:
        return None
    if found := _DAY.fullmatch(time.value):
        day = found[1]
        if _after(day, 0) is None:
            return None
        if found[2] == _NIGHT:
            return f"{day}/{_after(day, 1)}" if _after(day, 1) else day
        return day
    if found := _WEEK.fullmatch(time.value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 6 if found[3] else 1)
            return f"{monday}/{monday + timedelta(days=1 if found[3] else 6)}"
        except (ValueError, OverflowError):
            return None
    if found := _QUARTER.fullmatch(time.value):
        last = 3 * int(found[2])
        return f"{found[1]}-{last - 2:02}/{found[1]}-{last:02}"
    return time.value if _MONTH.fullmatch(time.value) else None


def _after(day: str, days: int) -> str | None:
    try:
        return (date.fromisoformat(day) + timedelta(days=days)).isoformat()
    except (ValueError, OverflowError):
        return None


def choose_time(
    times: Sequence[Time],
    text: str,
    trigger: Span,
    sentence: tuple[int, int],
    others: Sequence[Span],
    *,
    said: Collection[str],
) -> Time | None:
    """The time of a sentence that is told of a trigger: the nearest.

    Those with no other trigger between come first, and of them those that are told finer than by the day. What was
    after or before a dated deed has another date: "left in 2003, a year after Ek [fired] at him".

    Args:
        times: all of the article, in text order.
        text: the article's.
        trigger: the event's.
        sentence: offsets of the sentence.
        others: triggers of other events in the sentence.
        said: ids of times that tell when something was said.
    """
    best: Time | None = None
    least: tuple[int, bool, int, bool] | None = None
    for time in times:
        if not sentence[0] <= time.span.start < sentence[1] or time.id in said or event_date(time) is None:
            continue
        is_behind = time.span.start >= trigger.end
        low, high = (trigger.end, time.span.start) if is_behind else (time.span.end, trigger.start)
        if not is_behind and _OTHER_TIME.search(text, low, high):
            continue
        between = sum(low <= other.start < high for other in others)
        is_rough = "T" not in (time.value or "")  # "on Sunday, Moscow fired at the city overnight"
        distance = (between, is_rough, max(0, high - low), not is_behind)
        if least is None or distance < least:
            best, least = time, distance
    return best
