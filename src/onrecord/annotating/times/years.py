"""Rules for years and what is longer: "2031", "2030-31", "the 1990s", "the 20th century", "fiscal 2031", "400 BC"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.times.dates import year_of
from onrecord.annotating.times.periods import Period
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

YEARS: Rules[Reader] = Rules()

_MODERN = range(1900, 2100)  # years that are taken for such without a word before them
_LEADS = frozenset(
    "in since until till by of from to through during before after for between and or early late".split()
)
_NO_YEAR_AFTER = frozenset({"$", "£", "€", "#", ".", "/", "no", "flight", "room", "resolution", "case", "article"})
_NO_YEAR_BEFORE = frozenset({"%", "/", "percent", "$"})
# What is counted in round thousands without a comma.
_COUNTED = frozenset(
    "people persons men women children troops soldiers civilians dead wounded miles meters metres feet acres dollars "
    "euros pounds rubles tons tonnes kilometers kilometres km kg points votes drones missiles shells homes houses jobs "
    "workers students prisoners hostages others seats words copies calories members residents families refugees "
    "migrants protesters officers units vehicles tanks employees participants patients cases deaths".split()
)


@YEARS.of("the? year y:YEAR")
def _the_year(match: Match, _: Setting) -> Meaning:
    return Reading.of(Period.year(year_of(match) or 0))


@YEARS.of("y:YEAR")
def _year(match: Match, _: Setting) -> Meaning:
    year, lead = year_of(match) or 0, match.before
    if lead in _NO_YEAR_AFTER or match.after in _NO_YEAR_BEFORE or match.after in _COUNTED:
        return None
    if lead == "-" and not match.words.word(match.start - 2)[:1].isalpha():
        return None
    if year not in _MODERN and (lead not in _LEADS or (match.after.isalpha() and match.after.endswith("s"))):
        return None
    return Reading.of(Period.year(year))


@YEARS.of("y:YEAR - z:YEAR", "y:YEAR ( - | / ) z:FIGURES")
def _years(match: Match, _: Setting) -> Meaning:
    """Two years, each a time of its own."""
    first, second = year_of(match) or 0, _second(match)
    if first not in _MODERN or not first < second < first + 200:
        return None
    one, other = Reading.of(Period.year(first)), Reading.of(Period.year(second))
    return one and other and (one.at(match.start, match.start + 1), other.at(match.end - 1, match.end))


def _second(match: Match) -> int:
    """The year that the item `z` took: the 31 of "2030-31" is 2031."""
    number = int(match.word("z")) if match.word("z").isdecimal() else 0
    return number + ((year_of(match) or 0) // 100 * 100 if len(match.word("z")) == 2 else 0)


@YEARS.of("the? d:DECADE", "the? w:DECADE_WORD")
def _decade(match: Match, setting: Setting) -> Meaning:
    """A decade; "in his 30s" and "in the 30s" are ages and degrees, so that two figures need an apostrophe."""
    now = setting.now("decade")
    current = now[0].index if now else 202
    if match.has("d"):
        digits = re.sub(r"\D", "", match.word("d"))
        if len(digits) == 4 and digits.endswith("00") and int(digits) < current * 10:
            return Reading.of(Period("century", int(digits) // 100))  # "the 1800s"
        if len(digits) == 4:
            return Reading.of(Period("decade", int(digits) // 10))
        if not match.word("d").startswith("'"):
            return None
        number = int(digits) // 10
    else:
        if match.start == match.at("w") and match.before not in {"early", "late", "mid", "-"}:
            return None
        number = match.value("w", "DECADE_WORD")
    century = current // 10 if number <= current % 10 else current // 10 - 1
    return Reading.of(Period("decade", century * 10 + number))


@YEARS.of("the? n:ORDINAL/ORDINAL_FIGURES -? century", "the? t:TENS - n:ORDINAL -? century")
def _century(match: Match, _: Setting) -> Meaning:
    number = match.value("n", "ORDINAL") + (match.value("t", "TENS") if match.has("t") else 0)
    return Reading.of(Period("century", number - 1)) if 1 < number < 23 else None


@YEARS.of("t:TEEN/twenty -? d:TENS ( -? o:NUMBER )?")
def _spoken(match: Match, _: Setting) -> Meaning:
    """A year as transcripts have it: "nineteen ninety-four"."""
    century = 20 if match.word("t") == "twenty" else match.value("t", "TEEN")
    ones = match.value("o", "NUMBER") if match.has("o") else 0
    year = century * 100 + match.value("d", "TENS") + ones
    return Reading.of(Period.year(year)) if ones < 10 and year in _MODERN and match.before in _LEADS else None


_KIND = "( fiscal | financial | academic | school | tax | budget | calendar )"


@YEARS.of(f"the? {_KIND} year? y:YEAR ( ( - | / ) z:FIGURES )?", f"the? y:YEAR ( ( - | / ) z:FIGURES )? {_KIND} year")
def _fiscal(match: Match, _: Setting) -> Meaning:
    """A fiscal or academic year: TimeML has no value of its own for it."""
    first = Reading.of(Period.year(year_of(match) or 0))
    second = Reading.of(Period.year(_second(match))) if match.has("z") else None
    if first is None or second is None:
        return first
    return first.at(match.start, match.at("y") + 1), second.at(match.at("z"), match.end)


@YEARS.of("f:FISCAL")
def _fiscal_short(match: Match, _: Setting) -> Meaning:
    number = match.value("f")
    return Reading.of(Period.year(number if number > 100 else 2000 + number))


@YEARS.of("the? s:SEASON of? y:YEAR/SHORT_YEAR", "the? s:SEASON of w:last/this/next year")
def _season(match: Match, setting: Setting) -> Meaning:
    year, anchor = year_of(match), None
    if year is None:
        now = setting.now("year")
        if now is None:
            return None
        year, anchor = now[0].index + {"last": -1, "this": 0, "next": 1}[match.word("w")], now[1]
    return Reading.of(Period.part("season", year, match.value("s", "SEASON")), anchor=anchor)


@YEARS.of("y:FIGURES bc/bce")
def _before_christ(match: Match, _: Setting) -> Meaning:
    number = int(match.word("y")) if match.word("y").isdecimal() else 0
    return Reading("DATE", f"BC{number:04}") if 0 < number < 10_000 else None
