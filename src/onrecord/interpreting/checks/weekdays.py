"""Weekdays that do not go with their dates, and those that do."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import WEEKDAYS, Finding, tell_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case, Offsets
    from onrecord.records import Time

_ANY = "|".join(WEEKDAYS)
_SHORT = {day[:length]: day for day in WEEKDAYS for length in (3, 4, 5)} | {day: day for day in WEEKDAYS}
_WEEKDAY = re.compile(rf"\b(?P<day>{_ANY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)(?![a-z])")
_BEHIND = re.compile(rf"^(?:, |,? \()(?:a |which (?:was|is) a )?(?P<day>{_ANY})\b(?=\s*[,.;)]|\s*$)")
_AHEAD = re.compile(rf"\b(?P<day>{_ANY}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)(?:,? the |, | \(| )$")
_YEAR = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
# A date without a year is counted from the day of publication. Farther from it than this it may be of another year, and
# within the second it surely is of this one.
_REACH, _SURE_REACH = 185, 120
_TWO_SENTENCES = re.compile(r"day\.\s")
_OTHER_YEAR = re.compile(r"\b(?:last|next|previous) year\b|\byears? (?:ago|earlier|before|later)\b", re.IGNORECASE)
_BESIDE = 30  # characters on either side of a date in which "last year" is said of it
_TOP = 160  # characters that hold a dateline: "LONDON, Sept 17 -"
_DATELINE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? (?P<day>\d{1,2})\b")


def check_weekdays(case: Case) -> Iterator[Finding]:
    """Dates with a weekday beside them."""
    agreeing: list[tuple[str, Offsets]] = []
    contradicted: list[Finding] = []
    for time in case.times:
        told = _told(case, time)
        if told is None:
            continue
        weekday, span, day, has_year = told
        if not has_year and (case.date is None or abs((day - case.date).days) > _REACH):
            continue
        if WEEKDAYS[day.weekday()] == weekday:
            agreeing.append((f"{tell_day(day.isoformat())} was a {weekday}", span))
            continue
        is_near = case.date is not None and abs((day - case.date).days) <= _SURE_REACH
        is_sure = has_year or (is_near and (_is_backed(case, span) or not _fits_another_year(weekday, day)))
        since = "" if has_year else ", the year being that of publication"
        contradicted.append(
            Finding(
                "error" if is_sure else "warning",
                f"{tell_day(day.isoformat())} was a {WEEKDAYS[day.weekday()]}, not a {weekday}.",
                (span,),
                f"The calendar{since}.",
            )
        )
    # Where every date of an article goes wrong, its day of publication is not what it seems.
    is_doubtful = len(contradicted) > 1 and not agreeing
    for finding in contradicted:
        yield finding._replace(severity="warning") if is_doubtful else finding
    mended = {words.split(" was a ")[0] for words in (finding.message for finding in contradicted)}
    yield from _agreements(case, agreeing, mended)


def _told(case: Case, time: Time) -> tuple[str, Offsets, date, bool] | None:
    """A weekday with the day that it is said of, where they stand, and whether the year is written."""
    if time.type not in {"DATE", "TIME"} or not _DAY.match(time.value):
        return None
    surface, (start, end) = time.span.surface, (time.span.start, time.span.end)
    if not re.search(r"\d", surface) or "/" in surface or _TWO_SENTENCES.search(surface):
        return None
    if not _YEAR.search(surface) and _OTHER_YEAR.search(case.text, max(0, start - _BESIDE), end + _BESIDE):
        return None
    inside = _WEEKDAY.search(surface)
    behind = None if inside else _BEHIND.match(case.text[end : end + 40])
    ahead = None if inside or behind else _AHEAD.search(case.text[max(0, start - 16) : start])
    match = inside or behind or ahead
    if match is None:
        return None
    first = start - (len(case.text[max(0, start - 16) : start]) - ahead.start()) if ahead else start
    last = end + behind.end("day") if behind else end
    try:
        day = date.fromisoformat(time.value[:10])
    except ValueError:
        return None
    return _SHORT[match["day"].rstrip(".")], (first, last), day, bool(_YEAR.search(surface))


def _is_backed(case: Case, span: Offsets) -> bool:
    """Whether the text itself says that it is of the year of publication: it names that year, or a day that is near.

    Dates in the metadata of a page may be those of its copying, a year too late.
    """
    if case.date is None:
        return False
    if re.search(rf"\b{case.date.year}\b", case.text):
        return True
    dated = _DATELINE.search(case.text[:_TOP])
    is_apart = dated is not None and not (span[0] <= dated.start() < span[1])
    return dated is not None and is_apart and int(dated["day"]) in {case.date.day, case.date.day - 1}


def _fits_another_year(weekday: str, day: date) -> bool:
    """Whether the date had that weekday in a year beside."""
    for year in (day.year - 1, day.year + 1):
        try:
            other = day.replace(year=year)
        except ValueError:  # 29 February
            continue
        if WEEKDAYS[other.weekday()] == weekday:
            return True
    return False


def _agreements(case: Case, agreeing: list[tuple[str, Offsets]], contradicted: set[str]) -> Iterator[Finding]:
    """What agrees: dates with their weekdays, and a weekday with a date that stands elsewhere, each once."""
    seen = set()
    for words, span in agreeing:
        if words not in seen:
            seen.add(words)
            yield Finding("note", f"It agrees: {words}.", (span,), "The calendar.")
    dated = {
        time.value[:10]: (time.span.start, time.span.end)
        for time in reversed(case.times)
        if time.type == "DATE" and _DAY.fullmatch(time.value) and re.search(r"\d", time.span.surface)
    }
    for time in case.times:
        surface = time.span.surface
        if surface not in WEEKDAYS or time.value[:10] not in dated or tell_day(time.value[:10]) in contradicted:
            continue
        words = f"{tell_day(time.value[:10])} was a {surface}"
        if words not in seen and date.fromisoformat(time.value[:10]).weekday() == WEEKDAYS.index(surface):
            seen.add(words)
            spans = sorted([dated[time.value[:10]], (time.span.start, time.span.end)])
            yield Finding("note", f"It agrees: {words}.", tuple(spans), "The calendar.")
