"""Rules for days and their parts, told from the day of writing: "yesterday", "Friday", "Monday night", "overnight"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.times.choosing import weekday_near
from onrecord.annotating.times.counting import step_from_now
from onrecord.annotating.times.periods import Period, holding
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.rules import Anchor
    from onrecord.annotating.times.setting import Setting

DEIXIS: Rules[Reader] = Rules()

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SAID_ON = re.compile(
    rf"\b(?:said|says|told|reported|announced|confirmed|wrote|posted|added|stated|claimed) (?:[\w’'-]{{1,20}} ){{0,2}}"
    rf"(?P<weekday>{'|'.join(WEEKDAYS)})\b(?! night| evening|['’]s)"
)
_STEPS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_BACK = frozenset({"last", "past", "previous", "preceding"})
_ON = frozenset({"next", "coming", "upcoming", "following", "from"})
_NIGHT_THINGS = frozenset("stay stays train trains bag bags flight flights guest guests success sensation rate".split())


def part_of_day(match: Match) -> str | None:
    """The code of the part of the day that the item `p` took."""
    return str(match.code("p", "PART", "PARTS")) if match.has("p") else None


def at_part(day: Reading | None, part: str | None) -> Reading | None:
    """A day, or a part of it."""
    if day is None or part is None:
        return day
    return Reading("TIME", f"{day.value}T{part}", day.mod, day.period, day.anchor)


@DEIXIS.of(
    "w:today/yesterday/tomorrow",
    "w:today/yesterday/tomorrow ( 's )? EARLY? p:PART",
    "p:PART of? w:today/yesterday/tomorrow",
)
def _day(match: Match, setting: Setting) -> Meaning:
    if match.words.written(match.start).isupper() and match.before == "usa":  # the paper
        return None
    return at_part(step_from_now(setting, "day", _STEPS[match.word("w")]), part_of_day(match))


@DEIXIS.of("the day before yesterday", "the day after tomorrow")
def _two_days(match: Match, setting: Setting) -> Meaning:
    return step_from_now(setting, "day", -2 if match.words.word(match.end - 1) == "yesterday" else 2)


@DEIXIS.of("tonight", "this p:PART")
def _part_of_today(match: Match, setting: Setting) -> Meaning:
    return at_part(step_from_now(setting, "day", 0), part_of_day(match) or "NI")


@DEIXIS.of("last night")
def _last_night(_: Match, setting: Setting) -> Meaning:
    return at_part(step_from_now(setting, "day", -1), "NI")


@DEIXIS.of("overnight")
def _overnight(match: Match, setting: Setting) -> Meaning:
    """The night that began on the day before the one that the sentence tells of, or before that of writing."""
    if match.after in _NIGHT_THINGS:
        return None
    now = setting.now("day")
    if now is None:
        return Reading("TIME", "XXXX-XX-XXTNI")
    day, anchor = _told_in_sentence(match, setting, now)
    is_ahead = day == now[0] and setting.tense(match) == "ahead"
    return at_part(Reading.of(day if is_ahead else day.shift(-1), anchor=anchor), "NI")


def _told_in_sentence(match: Match, setting: Setting, now: tuple[Period, Anchor]) -> tuple[Period, Anchor]:
    """The day on which the sentence has it said ("overnight, officials said Sunday"), else that of writing."""
    first, last = setting.passage.sentence(setting.position)
    said = _SAID_ON.search(match.words.text, first, last)
    if said is None:
        return now
    return weekday_near(now[0], WEEKDAYS.index(said["weekday"]) + 1, "past"), now[1]


@DEIXIS.of("p:PART", "in the p:morning/afternoon/evening")
def _part(match: Match, setting: Setting) -> Meaning:
    """A part of the day that was named shortly before, or of that of writing: "by mid-afternoon"."""
    is_led = setting.is_led and match.word("p") in {"morning", "afternoon", "evening"}
    first = match.at("p") if match.at("p") == match.start else match.at("p") - 1
    if first == match.start and not is_led:
        return None
    latest = setting.latest("day", reach=200)
    day = Reading.of(latest[0], anchor=latest[1]) if latest else step_from_now(setting, "day", 0)
    found = at_part(day, part_of_day(match))
    return found and found.at(first, match.end)


@DEIXIS.of(
    "( the | this )? ( x:BACK/ON | this )? wd:WEEKDAY ( 's )? ( EARLY | at )? p:PART",
    "( the | this )? x:BACK/ON wd:WEEKDAY",
    "x:this wd:WEEKDAY",
    "wd:WEEKDAY",
    "p:PART wd:WEEKDAY",
    "wd:WEEKDAY of? x:last/next/this week",
    "( a | one ) week x:from wd:WEEKDAY",
)
def _weekday(match: Match, setting: Setting) -> Meaning:
    weekday, part = match.value("wd", "WEEKDAY"), part_of_day(match)
    if match.before == "black" or match.after == "agreement":  # "Black Friday", "the Good Friday Agreement"
        return None
    now = setting.now("day")
    if now is None:
        bare = f"XXXX-WXX-{weekday}"
        return Reading("DATE", bare) if part is None else Reading("TIME", f"{bare}T{part}")
    which = match.word("x") if match.has("x") else ""
    if match.words.word(match.end - 1) == "week":
        week = holding("week", now[0].index).index + {"last": -1, "next": 1}.get(which, 0)
        day = Period("day", Period("week", week).first + weekday - 1)
    elif match.words.word(match.start + 1) == "week":
        day = weekday_near(now[0].shift(1), weekday, "ahead").shift(7)
    else:
        day = _which_weekday(match, setting, now[0], which)
    return at_part(Reading.of(day, anchor=now[1]), part)


def _which_weekday(match: Match, setting: Setting, today: Period, which: str) -> Period:
    weekday = match.value("wd", "WEEKDAY")
    is_tomorrow = (weekday - today.index) % 7 == 1
    if which in _BACK:
        return weekday_near(today.shift(-1), weekday, None)
    if which in _ON:  # said on a Monday, "next Tuesday" is not tomorrow
        return today.shift(8) if which == "next" and is_tomorrow else weekday_near(today.shift(1), weekday, "ahead")
    # Where it is tomorrow already, papers elsewhere date their articles by today.
    if is_tomorrow and setting.has_written(today.index + 1):
        return today.shift(1)
    return weekday_near(today, weekday, "ahead" if which == "this" else setting.weekday_tense(match))
