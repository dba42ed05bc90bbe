"""Steps from one time to another, and rules for times that are counted: "two years ago", "a month earlier"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.periods import Grain
    from onrecord.annotating.times.setting import Setting

COUNTING: Rules[Reader] = Rules()

# "two", "twenty-two", "5", "two dozen", "two hundred", "a", "a couple of"; read by `count_of`.
COUNT = "( t:TENS ( -? o:NUMBER )? | n:FIGURES/NUMBER/a/an ( k:dozen | h:hundred/thousand )? | a? c:couple of? )"
_MOST = 100_000
_BUSINESS = 400  # characters after a quarter in which "a year ago" is that quarter a year ago: in 20 of 24 dev cases
UNKNOWN: dict[Grain, str] = {
    "day": "XXXX-XX-XX", "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "month": "XXXX-XX", "quarter": "XXXX-QX",
    "year": "XXXX",
}  # fmt: skip
# What a day, week, … may be counted from: nothing that is longer.
AS_FINE: dict[Grain, tuple[Grain, ...]] = {
    "day": ("day",),
    "week": ("day", "week"),
    "weekend": ("day", "week", "weekend"),
    "month": ("day", "month"),
    "quarter": ("quarter",),
    "year": ("day", "month", "quarter", "season", "half", "year"),
    "decade": ("year", "decade"),
    "century": ("year", "decade", "century"),
}


def grain_of(match: Match) -> Grain:
    """The grain that the item `u` names."""
    return cast("Grain", str(match.code("u", "UNIT", "UNITS")))


def unknown(grain: Grain) -> Reading | None:
    """A time of a grain of which nothing is known."""
    return Reading("DATE", UNKNOWN[grain]) if grain in UNKNOWN else None


def step_from_now(setting: Setting, grain: Grain, number: int) -> Reading | None:
    """The day, week, … `number` on from that of writing."""
    now = setting.now(grain)
    return unknown(grain) if now is None else Reading.of(now[0].shift(number), anchor=now[1])


def step_from_latest(setting: Setting, grain: Grain, number: int) -> Reading | None:
    """The day, week, … `number` on from the time told of last; not known where none was."""
    latest = setting.latest(*AS_FINE[grain])
    period = latest and latest[0].to(grain)
    if latest is None or period is None:
        return unknown(grain)
    return Reading.of(period.shift(number), anchor=latest[1])


def aside(reading: Reading | None) -> Reading | None:
    """The same as something that is only compared with."""
    return reading and replace(reading, is_aside=True)


def count_of(match: Match) -> int | None:
    """The whole number that COUNT took; None where it is none, or none that years are counted in."""
    if match.has("c"):
        return 2
    if match.has("t"):
        return match.value("t", "TENS") + (match.value("o", "NUMBER") if match.has("o") else 0)
    if not match.has("n"):
        return None
    number = 1 if match.word("n") in {"a", "an"} else match.code("n", "NUMBER")
    if isinstance(number, str):
        figures = number.replace(",", "")
        if not figures.isdecimal() or len(figures) > len(str(_MOST)):
            return None
        number = int(figures)
    if match.has("k"):
        number *= 12
    if match.has("h"):
        number *= match.value("h", "NUMBER")
    return number if number < _MOST else None


@COUNTING.of(f"{COUNT} u:UNIT/UNITS ( w:ago | from w:now | w:hence )")
def _ago(match: Match, setting: Setting) -> Meaning:
    number = count_of(match)
    if number is None or match.code("u", "UNIT", "UNITS") not in AS_FINE:
        return None
    number = -number if match.word("w") == "ago" else number
    grain, number = _in_years(grain_of(match), number)
    return _of_quarter(setting, grain, number) or aside(step_from_now(setting, grain, number))


@COUNTING.of(f"{COUNT} u:UNIT/UNITS w:earlier/before/later/after/previously")
def _earlier(match: Match, setting: Setting) -> Meaning:
    number, word = count_of(match), match.word("w")
    if number is None or match.code("u", "UNIT", "UNITS") not in AS_FINE:
        return None
    if word in {"before", "after"} and match.after[:1].isalpha():
        return None  # "two days before the vote": how long, and the rest of when
    is_later = word in {"later", "after"}
    grain, number = _in_years(grain_of(match), number if is_later else -number)
    if quarter := _of_quarter(setting, grain, number):
        return quarter
    if is_later or setting.latest(*AS_FINE[grain]) is not None:
        return aside(step_from_latest(setting, grain, number))
    return aside(step_from_now(setting, grain, number))  # profits are compared with those of "a year earlier"


def _in_years(grain: Grain, number: int) -> tuple[Grain, int]:
    """Decades and centuries are counted to the year."""
    size = {"decade": 10, "century": 100}.get(grain)
    return ("year", number * size) if size else (grain, number)


def _of_quarter(setting: Setting, grain: Grain, number: int) -> Reading | None:
    """In news of a quarter's business, that quarter so many years away."""
    quarter = setting.latest("quarter", reach=_BUSINESS) if grain == "year" else None
    return quarter and aside(Reading.of(quarter[0].shift(4 * number), anchor=quarter[1]))
