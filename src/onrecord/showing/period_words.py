"""TimeML's periods in words: "P3D" is 3 days, "PXY" some years, and as a set "P2W" is every 2 weeks."""

from __future__ import annotations

import re

_UNITS = {
    "ML": "millennium",
    "L": "millennium",
    "CE": "century",
    "C": "century",
    "DE": "decade",
    "E": "decade",
    "FY": "fiscal year",
    "Y": "year",
    "Q": "quarter",
    "M": "month",
    "W": "week",
    "WE": "weekend",
    "D": "day",
    "SP": "spring",
    "SU": "summer",
    "FA": "autumn",
    "AU": "autumn",
    "WI": "winter",
    "MO": "morning",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
}
_CLOCK_UNITS = {**_UNITS, "H": "hour", "M": "minute", "S": "second"}
_MANY = {"century": "centuries", "millennium": "millennia"}
_NUMBER = r"\d{1,12}(?:\.\d{1,6})?|X{1,4}"


def _parts(units: dict[str, str]) -> str:
    """A pattern of one part or several; a value of more than twenty is none."""
    return rf"(?:(?:{_NUMBER})(?:{'|'.join(sorted(units, key=len, reverse=True))})){{1,20}}"


_PERIOD = re.compile(rf"P(?P<date>{_parts(_UNITS)})?(?:T(?P<clock>{_parts(_CLOCK_UNITS)}))?", re.ASCII)
_ONE = re.compile(rf"({_NUMBER})([A-Z]+?)(?=[\dX]|$)", re.ASCII)
_UNKNOWN = re.compile(r"PT?X{1,5}")


def tell_period(value: str, *, is_set: bool) -> str:
    """`value` in words, or "" where it is no period."""
    if not value.startswith("P"):
        return ""
    if _UNKNOWN.fullmatch(value):
        return "every so often" if is_set else "some time"
    match = _PERIOD.fullmatch(value)
    if match is None:
        return ""
    parts = [(*part, _UNITS) for part in _ONE.findall(match["date"] or "")]
    parts += [(*part, _CLOCK_UNITS) for part in _ONE.findall(match["clock"] or "")]
    if not parts:
        return ""
    if is_set and len(parts) == 1 and parts[0][0] == "1":
        return f"every {parts[0][2][parts[0][1]]}"
    told = " ".join(_counted(number, units[unit], is_set=is_set) for number, unit, units in parts)
    return f"every {told}" if is_set else told


def _counted(number: str, unit: str, *, is_set: bool) -> str:
    many = _MANY.get(unit, f"{unit}s")
    if number.startswith("X"):
        return f"{'few' if is_set else 'some'} {many}"
    whole, _, part = number.partition(".")
    told = f"{int(whole):,}" + (f".{part.rstrip('0')}" if part.strip("0") else "")
    return f"{told} {unit if told == '1' else many}"
