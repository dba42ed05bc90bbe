"""Rules for quarters and halves, as business news has them: "the third quarter", "the year-ago quarter", "year-end"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.times.choosing import part_near
from onrecord.annotating.times.counting import aside, unknown
from onrecord.annotating.times.dates import day_reading, month_of, year_of
from onrecord.annotating.times.periods import Grain, Period, holding
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

QUARTERS: Rules[Reader] = Rules()

_HALF_QUARTER = 45  # days
_NUMBERED = "q:QUARTER_ORDINAL -? ( quarter | x:half )"


@QUARTERS.of(
    f"( the | its | a | this | last | next )? ( flat | strong | weak )? fiscal? {_NUMBERED}",
    f"( the | its )? fiscal? {_NUMBERED} ( of | in )? fiscal? y:YEAR",
    f"( the | its )? fiscal? {_NUMBERED} ( of | in )? fiscal? ( w:last/this/next | the ) u:year",
    f"( the | its )? y:YEAR 's? {_NUMBERED}",
    f"w:last/this/next u:year 's {_NUMBERED}",
    f"the a:year -? ( ago | earlier ) {_NUMBERED}",
    "k:q1/q2/q3/q4 of? y:YEAR?",
)
def _quarter(match: Match, setting: Setting) -> Meaning:
    grain: Grain = "half" if match.has("x") else "quarter"
    number = int(match.word("k")[1]) if match.has("k") else match.value("q", "QUARTER_ORDINAL")
    if grain == "half" and (number > 2 or not (match.has("y") or match.has("u"))):
        return None  # "the second half" may be one of a match
    if match.has("y"):
        return Reading.of(Period.part(grain, int(match.word("y")), number))
    now, year = setting.now(grain), setting.now("year")
    if match.has("u") and year is not None:
        shift = {"last": -1, "next": 1}.get(match.word("w"), 0) if match.has("w") else 0
        return Reading.of(Period.part(grain, year[0].index + shift, number), anchor=year[1])
    if now is None:
        return Reading("DATE", f"XXXX-{'H' if grain == 'half' else 'Q'}{number}")
    period = part_near(now[0], number, setting.tense(match))
    return aside(Reading.of(period.shift(-4), anchor=now[1])) if match.has("a") else Reading.of(period, anchor=now[1])


@QUARTERS.of(
    "the ( latest | most recent | just - ended )? ( q:quarter | period )",
    "( the | last )? ( comparable | same )? y:year -? ( ago | earlier ) ( q:quarter | period )",
    "( the | this ) last q:quarter",
    "the q:quarter a y:year ( ago | earlier )",
)
def _the_quarter(match: Match, setting: Setting) -> Meaning:
    """The quarter that the article is about, or the same one a year before."""
    latest = setting.latest("quarter")
    if latest is None:
        now = setting.now("quarter")
        if not match.has("q") or now is None:
            return unknown("quarter") if match.has("q") else None
        latest = now[0].shift(-1), now[1]
    period, anchor = latest
    return aside(Reading.of(period.shift(-4), anchor=anchor)) if match.has("y") else Reading.of(period, anchor=anchor)


@QUARTERS.of("the y:YEAR ( period | quarter )")
def _period_of_year(match: Match, setting: Setting) -> Meaning:
    """In news of a quarter, the same quarter of another year."""
    latest = setting.latest("quarter")
    if latest is None:
        return None
    return aside(Reading.of(Period.part("quarter", year_of(match) or 0, latest[0].index % 4 + 1), anchor=latest[1]))


@QUARTERS.of("the? quarter ended/ending m:MONTH/SHORT_MONTH .? d:DAY ( ,? y:YEAR )?")
def _quarter_ended(match: Match, setting: Setting) -> Meaning:
    """A quarter told by its last day: the one that holds most of the three months before it."""
    day = day_reading(match, setting, month_of(match), match.value("d"), year_of(match))
    if day is None or day.period is None:
        return None
    quarter = Reading.of(holding("quarter", max(1, day.period.index - _HALF_QUARTER)), anchor=day.anchor)
    if quarter is None:
        return None
    return quarter.at(match.start, match.at("m") - 1), day.at(match.at("m"), match.end)


@QUARTERS.of("the year ended/ending")
def _year_ended(match: Match, _: Setting) -> Meaning:
    return Reading("DURATION", "P1Y").at(match.start, match.end - 1)


@QUARTERS.of("the? year -? end", "the? year 's end")
def _year_end(_: Match, setting: Setting) -> Meaning:
    now = setting.now("year")
    return Reading("DATE", "XXXX", "END") if now is None else Reading.of(now[0], anchor=now[1], mod="END")


@QUARTERS.of("( the | a )? year - ( ago | earlier )")
def _year_ago(_: Match, setting: Setting) -> Meaning:
    """What profits are compared with: "a year-earlier loss"."""
    quarter = setting.latest("quarter", reach=400)
    if quarter is not None:
        return aside(Reading.of(quarter[0].shift(-4), anchor=quarter[1]))
    latest = setting.latest("year") or setting.now("year")
    return aside(Reading.of(latest[0].shift(-1), anchor=latest[1])) if latest else unknown("year")
