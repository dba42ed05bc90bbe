"""Rules for times of day: "10:35 a.m.", "9 a.m. EST Tuesday", "noon", "1430 GMT"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.times.deixis import part_of_day
from onrecord.annotating.times.rules import Lead, Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.periods import Period
    from onrecord.annotating.times.rules import Anchor
    from onrecord.annotating.times.setting import Setting

CLOCKS: Rules[Reader] = Rules()
CLOCK_LEADS: Rules[Lead] = Rules()

_ZONE = "( z:ZONE | ( local | eastern | moscow | kyiv ) ( standard | daylight )? time )?"


_HOURS = ("noon", "midday", "midnight")
_CLOCK_LEADS = frozenset(
    "at by until till since from around about to before after and past between of than nearly , (".split()
)
_OTHER_ZONE = "OPENING FOUR_CLOCK/CLOCK z2:ZONE CLOSING"  # "7 a.m. (0500 GMT) Friday"
_CLOCKS = (
    f"c:CLOCK/FIGURES h:HALF {_ZONE}",
    "c:CLOCK ( z:ZONE | hours | ( local | eastern | moscow | kyiv ) time )",
    "c:CLOCK",
    "c:FOUR_CLOCK ( z:ZONE | hours | local time )",
    f"c:NUMBER h:HALF {_ZONE}",
    "c:FIGURES/NUMBER o ' clock ( in the p:PART )?",
    "c:FIGURES/NUMBER/CLOCK in the p:morning/evening/afternoon",
    f"c:HOUR_WORD {_ZONE}",
    "twelve/FIGURES c:noon/midnight",
)


@CLOCK_LEADS.of(*(f"{clock} ( {_OTHER_ZONE} )? ,? on?" for clock in _CLOCKS))
def _clock_on(match: Match, inner: Reading, _: Setting) -> Reading | None:
    time = _time(match)
    if time is None or inner.type != "DATE" or not re.search(r"-\d\d-\d\d$|-WXX-\d$|-XX-XX$", inner.value):
        return None
    return Reading("TIME", f"{inner.value}T{time}", None, inner.period, inner.anchor, is_stated=inner.is_stated)


@CLOCKS.of(*_CLOCKS)
def _clock(match: Match, setting: Setting) -> Meaning:
    time = _time(match)
    if time is None:
        return None
    day = _day_of(setting)
    if day is None:
        return Reading("TIME", f"XXXX-XX-XXT{time}")
    period, anchor = day
    return Reading("TIME", f"{period.value}T{time}", period=period, anchor=anchor)


def _time(match: Match) -> str | None:
    """The hour and minute, as ISO 8601 writes them."""
    word = match.word("c")
    part = part_of_day(match)
    if word in _HOURS and match.at("c") == match.start and match.before not in _CLOCK_LEADS:
        return None  # "High Noon", "a midnight deadline"
    if word in {"noon", "midday"}:
        return "12:00"
    if word == "midnight":
        return "24:00"
    numbers = re.findall(r"\d+", word) or [str(match.code("c", "NUMBER"))]
    if len(numbers[0]) == 4:
        numbers = [numbers[0][:2], numbers[0][2:]]
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    if match.has("h") or part or not match.words.written(match.start)[:1].isdigit():
        if not 1 <= hour <= 12 or minute > 59:
            return None
        is_late = (match.has("h") and match.word("h")[0] == "p") or part in {"AF", "EV"}
        hour = hour % 12 + (12 if is_late else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    if match.has("c") and match.end == match.start + 1 and match.before not in _CLOCK_LEADS and ":" in word:
        return None
    return f"{hour:02}:{minute:02}" + (":" + numbers[2] if len(numbers) > 2 else "")


def _day_of(setting: Setting) -> tuple[Period, Anchor] | None:
    """The day of a time that names none: the one named shortly before in the same paragraph, or that of writing."""
    latest = setting.latest("day", reach=300)
    if latest is not None and isinstance(latest[1], int):
        _, end = setting.found[latest[1]]
        if "\n" not in setting.words.text[end : setting.position]:
            return latest
    return setting.now("day")
