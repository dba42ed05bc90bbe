"""Rules for weeks, months, seasons and years told from the day of writing: "last week", "this summer", "that year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.times.choosing import last_part, part_near
from onrecord.annotating.times.counting import AS_FINE, grain_of, step_from_latest, step_from_now
from onrecord.annotating.times.deixis import at_part, part_of_day
from onrecord.annotating.times.periods import SEASONS, Grain, Period
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.rules import Anchor
    from onrecord.annotating.times.setting import Setting

UNITS: Rules[Reader] = Rules()

_STEPS = {"last": -1, "past": -1, "next": 1, "coming": 1}
_FROM_LATEST = {"previous": -1, "preceding": -1, "following": 1, "next": 1}
_KIND = "( fiscal | calendar | school | academic )"
_SAME_STORY = 150  # characters: "In 2022, … by the end of the year"
_AFTER_YEAR = frozenset("and or but as to in by with from on at because when while so was is has had of".split())
_AFTER_NAME = frozenset({"of", "in", "from"})  # "the fall of Kyiv", "a spring in"


@UNITS.of(
    "( x:last/this/next | this x:past/coming | the x:current/present/coming ) u:UNIT",
    f"( x:last/this/next | this x:past/coming | the x:current/present/previous ) {_KIND} u:UNIT",
    "( x:last/this/next | this x:past/coming | the x:coming ) u:weekend",
)
def _unit(match: Match, setting: Setting) -> Meaning:
    grain, which = _grain(match), match.word("x")
    if grain == "day" and which in {"this", "last"}:
        return None
    return step_from_now(setting, grain, _STEPS.get(which, 0))


@UNITS.of("the x:previous/preceding/following/next u:UNIT/weekend")
def _next_unit(match: Match, setting: Setting) -> Meaning:
    return step_from_latest(setting, _grain(match), _FROM_LATEST[match.word("x")])


@UNITS.of("the u:weekend")
def _the_weekend(match: Match, setting: Setting) -> Meaning:
    now = setting.now("day")
    is_on = now is not None and now[0].index % 7 in {6, 0}
    return step_from_now(setting, "weekend", 0 if is_on or setting.tense(match) == "ahead" else -1)


@UNITS.of(f"( the | this | its ) {_KIND}? u:UNIT")
def _the_unit(match: Match, setting: Setting) -> Meaning:
    """A week, month, year, … of which words before it name a part ("later in the day"), or "the year" for this one."""
    grain = _grain(match)
    is_year = grain == "year" and match.before in {"of", "for"} and match.words.written(match.at("u")).islower()
    if not setting.is_led and not (is_year and (not match.after[:1].isalpha() or match.after in _AFTER_YEAR)):
        return None
    latest = setting.latest(*AS_FINE[grain], reach=_SAME_STORY)
    is_told = latest is not None and isinstance(latest[1], int) and setting.found[latest[1]][0].is_stated
    is_told = is_told or (grain == "day" and latest is not None)
    return (step_from_latest if is_told else step_from_now)(setting, grain, 0)


def _grain(match: Match) -> Grain:
    return "weekend" if match.word("u") == "weekend" else grain_of(match)


@UNITS.of("( x:last/this/next | this y:past/coming ) m:MONTH")
def _month(match: Match, setting: Setting) -> Meaning:
    number, now, year = match.value("m", "MONTH"), setting.now("month"), setting.now("year")
    is_this = match.has("x") and match.word("x") == "this"
    if year is None or (now is None and not is_this and not isinstance(year[1], int)):
        return Reading("DATE", f"XXXX-{number:02}")  # of an article of which but the year is known, too
    if now is None or is_this:
        return Reading.of(Period.month(year[0].index, number), anchor=year[1])
    if match.has("y"):
        back = match.word("y") == "past"
        period = last_part(now[0].shift(-1), number) if back else part_near(now[0].shift(1), number, "ahead")
    elif match.word("x") == "last":  # "last February", said in March, is that of the year before
        period = last_part(now[0].shift(-2), number)
    else:
        period = part_near(now[0].shift(1), number, "ahead")
    return Reading.of(period, anchor=now[1])


@UNITS.of(
    "( x:last/this/next | this x:past/coming | x:last year 's ) s:SEASON", "( the | that ) s:SEASON", "s:SEASON",
    "in s:SEASON",
)  # fmt: skip
def _season(match: Match, setting: Setting) -> Meaning:
    """A season; alone only after what leads a time ("early summer") or "in"."""
    number, first = match.value("s", "SEASON"), match.start + (match.words.word(match.start) == "in")
    if match.end == match.start + 1 and not setting.is_led:
        return None
    if not match.has("x") and match.word("s") in {"fall", "spring"} and match.after in _AFTER_NAME:
        return None
    now = setting.now("season")
    if now is None:
        return Reading("DATE", f"XXXX-{SEASONS[number - 1]}").at(first, match.end)
    found = Reading.of(_which_season(match, setting, now, number), anchor=now[1])
    return found and found.at(first, match.end)


def _which_season(match: Match, setting: Setting, now: tuple[Period, Anchor], number: int) -> Period:
    which = match.word("x") if match.has("x") else ""
    if which in {"last", "past"}:
        return last_part(now[0].shift(-1), number)
    if which in {"next", "coming"}:
        return part_near(now[0].shift(1), number, "ahead")
    if which == "this":  # the one that is on, else that of this year
        year = setting.now("year")
        is_on = now[0].index % len(SEASONS) == number - 1 or year is None
        return now[0] if is_on or year is None else Period.part("season", year[0].index, number)
    return part_near(now[0], number, setting.tense(match))


@UNITS.of(
    "( that | the same | that same ) u:UNIT",
    "that p:PART",
    "the x:next/following/previous p:PART",
    "the u:UNIT x:before/after",
)
def _that(match: Match, setting: Setting) -> Meaning:
    """The day, week, … told of last, or the one before or after it."""
    which = match.word("x") if match.has("x") else ""
    if match.has("u") and which and match.after[:1].isalpha():
        return None  # "the day before the vote"
    number = {"after": 1, "before": -1, **_FROM_LATEST}.get(which, 0)
    grain = grain_of(match) if match.has("u") else "day"
    if number == 0 and setting.latest(*AS_FINE[grain]) is None:
        return None
    return at_part(step_from_latest(setting, grain, number), part_of_day(match))
