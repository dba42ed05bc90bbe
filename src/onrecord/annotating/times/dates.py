"""Rules for days and months that are written out: "March 5, 2031", "Feb. 22-23", "October", "2031-03-05"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.times.choosing import date_near, part_near
from onrecord.annotating.times.periods import Period
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from onrecord.annotating.times.rules import Anchor
    from onrecord.annotating.times.setting import Setting
    from onrecord.annotating.times.tenses import Direction

DATES: Rules[Reader] = Rules()

_MONTH = "( m:MONTH | m:SHORT_MONTH .? )"
_WEEKDAY = "( ( ( this | the )? last/next/past/coming )? WEEKDAY/SHORT_WEEKDAY .? ,? the? )?"
_YEAR = "( ,? y:YEAR/SHORT_YEAR )?"
_NAMES = frozenset({"april", "may", "june", "august", "march"})  # people's, too, or verbs
_SHORT = words_of("SHORT_MONTH")
# Words before a bare month that may also be something else.
_LEADS = frozenset(
    "in since until till by last next this of from to through during before after for between and or early late mid "
    "past every each around about following ended ending begin began starting throughout than ( ,".split()
)
_WEAK_LEADS = frozenset({",", "and", "or", "(", "to", "for", "by"})  # … and no name may follow these
# A word after "March 3 and 4" that is none of these may be what four are counted of.
_AFTER_DAYS = _LEADS | frozenset({"at", "on", "with", "as", "when", "while"})
_YEARS_ON = {"last": -1, "this": 0, "next": 1}
_PIVOT = 50  # "'49" is 2049, "'50" is 1950
_OPENING = 20  # characters: "By early 2014, …"


def year_of(match: Match) -> int | None:
    """The year that the item `y` took; "'98" is 1998."""
    if not match.has("y"):
        return None
    number = int(re.sub(r"\D", "", match.word("y")))
    return _full_year(number) if number < 100 else number


def _full_year(number: int) -> int:
    return number + (2000 if number < _PIVOT else 1900)


def month_of(match: Match) -> int:
    """The number of the month that the item `m` took."""
    return match.value("m", "MONTH", "SHORT_MONTH")


def day_reading(match: Match, setting: Setting, month: int, day: int, year: int | None) -> Reading | None:
    """A day of a month, of the year that is written or meant; `XXXX-02-23` where nobody knows."""
    now, base = setting.now("day"), setting.now("year")
    if year is not None:
        found = Reading.of(Period.day(year, month, day))
    elif now is not None:
        period = date_near(now[0], lambda y: Period.day(y, month, day), setting.tense(match))
        found = Reading.of(period, anchor=now[1])
    elif base is not None and isinstance(base[1], int):
        found = Reading.of(Period.day(base[0].index, month, day), anchor=base[1])
    elif (told := setting.now("month")) is not None:
        year = part_near(told[0], month, setting.tense(match)).to("year").index  # type: ignore[union-attr]
        found = Reading.of(Period.day(year, month, day), anchor=told[1])
    else:  # in an article of which but the year is known it may be of the year before
        found = Reading("DATE", f"XXXX-{month:02}-{day:02}") if Period.day(2000, month, day) else None
    return found and replace(found, is_written=True)


@DATES.of(
    f"{_WEEKDAY} {_MONTH} the? d:DAY/ORDINAL_DAY {_YEAR}",
    f"{_WEEKDAY} the? d:DAY/ORDINAL_DAY of? {_MONTH} {_YEAR}",
    f"{_WEEKDAY} {_MONTH} the? d:ORDINAL",
)
def _day(match: Match, setting: Setting) -> Meaning:
    return day_reading(match, setting, month_of(match), match.value("d", "ORDINAL"), year_of(match))


@DATES.of(
    f"{_MONTH} the? d:DAY/ORDINAL_DAY ( of | ,? ) w:last/this/next year",
    f"the? d:DAY/ORDINAL_DAY of? {_MONTH} ( of | ,? ) w:last/this/next year",
)
def _day_of_this_year(match: Match, setting: Setting) -> Meaning:
    month, day, now = month_of(match), match.value("d", "ORDINAL"), setting.now("year")
    if now is None:
        return day_reading(match, setting, month, day, None)
    found = Reading.of(Period.day(now[0].index + _YEARS_ON[match.word("w")], month, day), anchor=now[1])
    return found and replace(found, is_written=True)


@DATES.of(f"x:last/next {_MONTH} d:DAY/ORDINAL_DAY")
def _last_day(match: Match, setting: Setting) -> Meaning:
    month, day, now = month_of(match), match.value("d"), setting.now("day")
    if now is None:
        return day_reading(match, setting, month, day, None)
    tense: Direction = "gone" if match.word("x") == "last" else "ahead"
    return Reading.of(date_near(now[0], lambda y: Period.day(y, month, day), tense), anchor=now[1])


@DATES.of(
    f"{_WEEKDAY} {_MONTH} d:DAY/ORDINAL_DAY ( - | j:to/through/until/till/and/or ) e:DAY/ORDINAL_DAY {_YEAR}",
    f"the? d:DAY/ORDINAL_DAY ( - | j:to/through/until/till/and/or ) the? e:DAY/ORDINAL_DAY of? {_MONTH} {_YEAR}",
)
def _days(match: Match, setting: Setting) -> Meaning:
    """Two days of one month, each a time of its own."""
    month, year, is_month_first = month_of(match), year_of(match), match.at("m") < match.at("d")
    first = day_reading(match, setting, month, match.value("d"), year)
    second = day_reading(match, setting, month, match.value("e"), year)
    if first is None or second is None or match.value("d") >= match.value("e"):
        return None
    if is_month_first and match.has("j") and match.after[:1].isalpha() and match.after not in _AFTER_DAYS:
        return None  # "on May 5 and 12 people"
    start = match.start if is_month_first else match.at("d")
    return first.at(start, match.at("d") + 1), second.at(match.at("e"), match.end)


@DATES.of(f"{_MONTH} ( , | of )? y:YEAR/SHORT_YEAR")
def _month_of_year(match: Match, _: Setting) -> Meaning:
    return Reading.of(Period.month(year_of(match) or 0, month_of(match)))


@DATES.of("m:MONTH of? w:last/this/next year")
def _month_of_this_year(match: Match, setting: Setting) -> Meaning:
    now = setting.now("year")
    if now is None:
        return Reading("DATE", f"XXXX-{month_of(match):02}")
    year = now[0].index + _YEARS_ON[match.word("w")]
    return Reading.of(Period.month(year, month_of(match)), anchor=now[1])


@DATES.of("m:MONTH ( of | in )? ( that | the w:same/following/previous | that same ) year")
def _month_of_that_year(match: Match, setting: Setting) -> Meaning:
    latest = setting.latest("year", "month", "day", "quarter", "season")
    year = latest and latest[0].to("year")
    if latest is None or year is None:
        return None
    number = {"following": 1, "previous": -1}.get(match.word("w"), 0) if match.has("w") else 0
    return Reading.of(Period.month(year.index + number, month_of(match)), anchor=latest[1])


@DATES.of(_MONTH)
def _month(match: Match, setting: Setting) -> Meaning:
    if not _is_month(match) and not (setting.is_led and match.before == "-"):  # "mid-March"
        return None
    number = month_of(match)
    end = match.end if match.word("m") in _SHORT else match.start + 1  # the full stop ends the sentence
    now, base = setting.now("month"), _year_before(setting) or setting.now("year")
    if base is None or (now is None and not isinstance(base[1], int)):
        found: Reading | None = Reading("DATE", f"XXXX-{number:02}")
    elif now is None or isinstance(base[1], int):
        found = Reading.of(Period.month(base[0].index, number), anchor=base[1])
    else:
        found = Reading.of(part_near(now[0], number, setting.tense(match)), anchor=now[1])
    return found and found.at(match.start, end)


def _is_month(match: Match) -> bool:
    """Whether a word alone is a month and no name ("Theresa May"), verb ("March on") or word cut short."""
    name, lead, following = match.word("m"), match.before, match.words.written(match.start + 1)
    if lead == "black":  # "Black September"
        return False
    if name in _SHORT:
        return lead in _LEADS and following == "."
    if name not in _NAMES:
        return True
    if lead in _LEADS:
        return lead not in _WEAK_LEADS or not following[:1].isalpha() or following in _LEADS
    has_name_beside = following[:1].isupper() or match.words.written(match.start - 1)[:1].isupper()
    return name not in {"may", "march"} and not has_name_beside


def _year_before(setting: Setting) -> tuple[Period, Anchor] | None:
    """A year with which the same sentence opens: "In 2014 … in March"."""
    latest = setting.latest("year", reach=120)
    if latest is None or not isinstance(latest[1], int):
        return None
    reading, end = setting.found[latest[1]]
    start, _ = setting.passage.sentence(setting.position)
    return latest if reading.is_stated and start < end < start + _OPENING else None


@DATES.of("d:ISO")
def _iso(match: Match, _: Setting) -> Meaning:
    text = match.words.written(match.start).upper().replace(" ", "T")
    found = Reading.of(Period.day(int(text[:4]), int(text[5:7]), int(text[8:10])))
    if found is None or "T" not in text or int(text[11:13]) > 23 or int(text[14:16]) > 59:
        return found
    return replace(found, type="TIME", value=text[:16])


@DATES.of("d:SLASH")
def _slash(match: Match, _: Setting) -> Meaning:
    """A day in figures; what can be read in the American and in the European order is taken for American."""
    first, second, year = (int(part) for part in re.split(r"[/.]", match.word("d")))
    if first > 12 or "." in match.word("d"):
        first, second = second, first
    return Reading.of(Period.day(_full_year(year) if year < 100 else year, first, second))
