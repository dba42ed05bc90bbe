"""TimeML's dates and clock times in words, with the precision that they have: "2025-02-22TNI", "XXXX-WXX-1".

They are read into the parts of a phrase; `time_words` puts those together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {"SP": ("spring", 3), "SU": ("summer", 6), "FA": ("autumn", 9), "AU": ("autumn", 9), "WI": ("winter", 12)}
_ORDINALS = {"1": "first", "2": "second", "3": "third", "4": "fourth"}
_DAY_PARTS = {
    "MO": ("morning", 6),
    "AM": ("morning", 0),
    "DT": ("daytime", 7),
    "MI": ("midday", 12),
    "AF": ("afternoon", 13),
    "PM": ("afternoon", 12),
    "EV": ("evening", 18),
    "NI": ("night", 21),
}
_NAMELESS = frozenset(
    ["day", "week", "weekend", "month", "quarter", "half", "year", *(name for name, _ in _DAY_PARTS.values())]
)

_DATE = re.compile(
    r"(?P<year>BC\d{1,4}|FY\d{4}|XXXX|\d{4}|\d{3}X?|\d\d(?:XX)?)"
    r"(?:-(?:(?P<month>0[1-9]|1[0-2]|XX)(?:-(?P<day>0[1-9]|[12]\d|3[01]|XX))?"
    r"|W(?P<week>0?[1-9]|[1-4]\d|5[0-3]|XX)(?:-(?P<weekday>WE|[1-7X]))?"
    r"|Q(?P<quarter>[1-4X])|H(?P<half>[12X])|(?P<season>SP|SU|FA|AU|WI)))?",
    re.ASCII,
)
_DAY_TIME = re.compile(
    r"(?P<part>MO|AM|DT|MI|AF|PM|EV|NI)"
    r"|(?P<hour>[01]\d|2[0-4]|XX)(?::(?P<minute>[0-5]\d)(?P<second>:[0-5]\d)?)?(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)

Order = tuple[int, int, int, int, int, int]  # year, month, day, hour and minute of the start; then, how narrow


@dataclass(frozen=True, slots=True)
class DateWords:
    """A date on its way into words.

    Attributes:
        noun: "week of 17 to 23 February 2025"; of an open one without "a" and "every": "Monday".
        is_open: it is one of many, or of an unknown year.
        rest: behind an open one, where it is not "every": "in 2025", ", year not stated".
        article: what stands before the noun in a sentence: "the ".
        preposition: before that: "in", "on".
        long: the noun in a sentence, where it is another.
        day: the day, where it is one.
    """

    noun: str
    order: Order | None = None
    is_open: bool = False
    rest: str = ""
    article: str = ""
    preposition: str = "in"
    long: str = ""
    day: date | None = None

    @property
    def is_nameless(self) -> bool:
        """It is one of many of which it only says how wide it is: "a day", "a night"."""
        return self.is_open and not self.rest and self.noun in _NAMELESS


def read_date(value: str, *, is_set: bool) -> DateWords | None:
    """A date, perhaps with a time of day; None where `value` is none.

    Args:
        is_set: it stands for every one of many.
    """
    day_words, has_time, time_words = value.partition("T")
    match = _DATE.fullmatch(day_words or ("XXXX-XX-XX" if has_time else ""))
    found = _read_date({name: part or "" for name, part in match.groupdict().items()}) if match else None
    if found is None or not has_time:
        return found
    time = _DAY_TIME.fullmatch(time_words)
    return _with_time(found, time, is_set=is_set) if time else None


def _read_date(parts: dict[str, str]) -> DateWords | None:
    year, order = _read_year(parts["year"])
    if year is None:
        return None
    if parts["month"]:
        return _read_month(parts, year, order)
    if parts["week"]:
        return _read_week(parts, year, order)
    for name, count in (("quarter", 4), ("half", 2)):
        if number := parts[name]:
            if number == "X":
                return _one_of(name, year, order)
            of = f"{_ORDINALS[number]} {name}"
            if not year:
                return DateWords(of, is_open=True, rest=", year not stated")
            place = _within(order, month=1 + (int(number) - 1) * 12 // count, width=2)
            return DateWords(f"{of} of {year}", place, article="the ")
    if parts["season"]:
        season, month = _SEASONS[parts["season"]]
        if not year:
            return DateWords(season, is_open=True, rest=", year not stated")
        return DateWords(
            f"{season} {year}" if year[0].isdigit() else f"{season} in {year}", _within(order, month=month)
        )
    return DateWords(year, order) if year else DateWords("year", is_open=True)


def _read_year(written: str) -> tuple[str | None, Order | None]:
    """The year in words ("" where it is any), and its order; None where there is no such year."""
    if written == "XXXX":
        return "", None
    if written.startswith("BC"):
        return f"{int(written[2:])} BC", (-int(written[2:]), 1, 1, 0, 0, 0)
    if written.startswith("FY"):
        return f"fiscal year {written[2:]}", (int(written[2:]), 1, 1, 0, 0, 0)
    digits = written.rstrip("X")
    start = int(digits.ljust(4, "0"))
    if len(digits) == 4:
        return (str(start) if start else None), (start, 1, 1, 0, 0, 0)
    told = f"the {start}s" if len(digits) == 3 else f"the {_ordinal(int(digits) + 1)} century"
    return told, (start, 1, 1, 0, 0, len(digits) - 4)


def _read_month(parts: dict[str, str], year: str, order: Order | None) -> DateWords | None:
    month, day = parts["month"], parts["day"]
    if month == "XX":
        if day.isdigit():
            nth = f"the {_ordinal(int(day))}"
            return DateWords(nth, is_open=True, rest=f", month not stated{year and f', {year}'}")
        return _one_of("day" if day else "month", year, order)
    name = MONTHS[int(month) - 1]
    place = _within(order, month=int(month))
    if not day or day == "XX":
        dated = f"{name} {year}" if year[:1].isdigit() else f"{name} in {year}" if year else name
        if day:
            return DateWords("day", place, is_open=True, rest=f" in {dated}")
        return DateWords(dated, place) if year else DateWords(name, is_open=True, rest=", year not stated")
    if not year:
        return DateWords(f"{int(day)} {name}", is_open=True, rest=", year not stated")
    if not parts["year"].isdigit() or len(parts["year"]) != 4:
        return DateWords(f"{int(day)} {name}{', ' if year[0].isdigit() else ' in '}{year}", place, preposition="on")
    try:
        return _one_day(date(int(parts["year"]), int(month), int(day)))
    except ValueError:
        return None


def _one_day(day: date) -> DateWords:
    weekday, rest = _WEEKDAYS[day.weekday()], f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    place = (day.year, day.month, day.day, 0, 0, 4)
    return DateWords(f"{weekday[:3]} {rest}", place, preposition="on", long=f"{weekday}, {rest}", day=day)


def _read_week(parts: dict[str, str], year: str, order: Order | None) -> DateWords | None:
    week, weekday = parts["week"], parts["weekday"]
    kind = {"": "week", "WE": "weekend", "X": "day"}.get(weekday) or _WEEKDAYS[int(weekday) - 1]
    if week == "XX":
        return _one_of(kind, year, order)
    if not parts["year"].isdigit() or len(parts["year"]) != 4:
        return DateWords(f"{kind} {int(week)}" if not weekday else kind, is_open=True, rest=", year not stated")
    try:
        monday = date.fromisocalendar(int(parts["year"]), int(week), 1)
        if weekday.isdigit():
            return _one_day(monday + timedelta(int(weekday) - 1))
        start, end = monday + timedelta(5 if weekday == "WE" else 0), monday + timedelta(6)
    except (ValueError, OverflowError):
        return None
    place = (start.year, start.month, start.day, 0, 0, 3)
    if weekday == "X":
        return DateWords("day", place, is_open=True, rest=f" in the week of {tell_days(start, end)}")
    return DateWords(f"{kind} of {tell_days(start, end)}", place, article="the ", preposition="on" if weekday else "in")


def _one_of(kind: str, year: str, order: Order | None) -> DateWords:
    """One of many that it does not name: "a Monday", "a week in 2025"."""
    return DateWords(kind, _within(order), is_open=True, rest=f" in {year}" if year else "")


def _within(order: Order | None, *, month: int = 1, width: int = 2) -> Order | None:
    return (order[0], month, 1, 0, 0, width) if order else None


def tell_days(first: date, last: date) -> str:
    """Two days with what they share told once: "22 to 23 February 2025"."""
    start, end = (f"{day.day} {MONTHS[day.month - 1]} {day.year}" for day in (first, last))
    if first.year == last.year:
        start = str(first.day) if first.month == last.month else f"{first.day} {MONTHS[first.month - 1]}"
    return f"{start} to {end}"


def _with_time(found: DateWords, time: re.Match[str], *, is_set: bool) -> DateWords:
    if time["part"]:
        name, hour = _DAY_PARTS[time["part"]]
        place = (*found.order[:3], hour, 0, 5) if found.order else None
        if found.is_open and not found.rest.startswith(","):
            return replace(found, noun=name if found.noun == "day" else f"{found.noun} {name}", order=place)
        if name == "night" and found.day and found.day < date.max:
            of = tell_days(found.day, found.day + timedelta(1))
            return DateWords(f"night of {of}", place, article="the ", preposition="on")
        noun, long = f"{name} of {found.noun}", f"{name} of {found.long or found.noun}"
        return DateWords(noun, place, found.is_open, found.rest, article="the ", preposition="on", long=long)
    if time["hour"] == "XX":
        return found
    zone = {"Z": " UTC"}.get(time["zone"] or "", f" {time['zone']}" if time["zone"] else "")
    clock = f"{time['hour']}:{time['minute'] or '00'}{time['second'] or ''}{zone}"
    place = (*found.order[:3], int(time["hour"]), int(time["minute"] or 0), 6) if found.order else None
    if found.is_open and found.noun == "day" and not found.rest and not is_set:
        return replace(found, noun=clock, rest=", day not stated")
    if found.is_open:
        return replace(found, noun=f"{found.noun} at {clock}", order=place)
    return replace(
        found, noun=f"{found.noun}, {clock}", long=f"{found.long or found.noun}, {clock}", order=place, day=None
    )


def _ordinal(number: int) -> str:
    ending = "th" if 10 <= number % 100 <= 20 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
