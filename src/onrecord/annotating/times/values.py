"""What a TIMEX3 value may look like."""

from __future__ import annotations

import re
from datetime import date

TYPES = ("DATE", "TIME", "DURATION", "SET")
MODS = (
    *("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE"),
    *("START", "MID", "END", "APPROX"),
)
PARTS_OF_DAY = ("MO", "MI", "AF", "EV", "NI", "DT")

_YEAR = r"(?:BC\d{4}|\d{4}|\d{3}X|\d\dXX|XXXX)"
_MONTH = r"(?:0[1-9]|1[0-2]|XX)"
_DAY = r"(?:0[1-9]|[12]\d|3[01]|XX)"
_WEEK = r"W(?:0[1-9]|[1-4]\d|5[0-3]|XX)"
_CLOCK = rf"(?:(?:[01]\d|2[0-4]|XX)(?::[0-5]\d(?::[0-5]\d)?)?(?:Z|[+-]\d\d:\d\d)?|{'|'.join(PARTS_OF_DAY)})"
_DATE = re.compile(rf"(?:{_YEAR})(?:-{_MONTH}(?:-{_DAY})?|-{_WEEK}(?:-[1-7]|-WE)?|-Q[1-4X]|-H[12X]|-(?:SP|SU|FA|WI))?")
_TIME = re.compile(rf"(?:{_YEAR}-{_MONTH}-{_DAY}|{_YEAR}-{_WEEK}-[1-7X])?T{_CLOCK}")
_AMOUNT = r"(?:\d+(?:\.\d+)?|X)"
_DURATION = re.compile(
    rf"P(?=[\dXT])(?:{_AMOUNT}Y)?(?:{_AMOUNT}M)?(?:{_AMOUNT}W)?(?:{_AMOUNT}D)?"
    rf"(?:T(?=[\dX])(?:{_AMOUNT}H)?(?:{_AMOUNT}M)?(?:{_AMOUNT}S)?)?|PXX"
)
_REFERENCES = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


def is_value(type_: str, value: str) -> bool:
    """Whether `value` is one that TimeML has for a time of that type; a written-out day must be in the calendar."""
    match type_:
        case "DATE":
            return value in _REFERENCES or (_DATE.fullmatch(value) is not None and _is_day(value))
        case "TIME":
            return _TIME.fullmatch(value) is not None and _is_day(value.partition("T")[0])
        case "DURATION":
            return _DURATION.fullmatch(value) is not None
        case "SET":
            return any(is_value(other, value) for other in ("DATE", "TIME", "DURATION"))
    return False


def _is_day(value: str) -> bool:
    """Whether a day, where `value` is one in full, is in the calendar."""
    try:
        if re.fullmatch(r"\d{4}-(?:\d\d-\d\d|W\d\d-\d)", value):
            date.fromisoformat(value)
        elif re.fullmatch(r"\d{4}-W\d\d(?:-WE)?", value):
            date.fromisoformat(f"{value[:8]}-1")
        elif re.fullmatch(r"XXXX-\d\d-\d\d", value):
            date.fromisoformat(f"2000{value[4:]}")
    except ValueError:
        return False
    return True
