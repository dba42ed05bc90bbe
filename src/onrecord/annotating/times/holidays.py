"""Rules for days that have a name: holidays, and the anniversaries of events that are remembered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.times.choosing import date_near
from onrecord.annotating.times.periods import Period
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules
from onrecord.knowledge import load_remembered
from onrecord.knowledge.holidays import Holiday, load_holidays

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting
    from onrecord.knowledge import Remembered

HOLIDAYS: Rules[Reader] = Rules()

# What is called by a holiday and is given, sold or held around it: "a Christmas office party".
_KEPT_FOR = frozenset(
    "party parties dinner dinners lunch tree trees card cards gift gifts present presents market markets shopping sale "
    "sales song songs carol carols album albums film movie decorations lights ornament ornaments story play concert "
    "turkey costume costumes egg eggs cake club stocking stockings jumper sweater".split()
)
_EVENT_REACH = 90  # characters after "anniversary of" in which the event is named


def _reader(holiday: Holiday) -> Reader:
    def read(match: Match, setting: Setting) -> Meaning:
        if holiday.is_capital and not match.words.written(match.at("name"))[:1].isupper():
            return None
        if match.after in _KEPT_FOR or (match.after.isalpha() and match.words.word(match.end + 1) in _KEPT_FOR):
            return None
        if match.has("y"):
            return Reading.of(_in_year(holiday, match.value("y")))
        now = setting.now("day")
        if now is None:
            year = setting.now("year")
            if year is None:
                fixed = holiday.in_year(2000) if holiday.is_fixed else None
                return Reading("DATE", f"XXXX-{fixed.month:02}-{fixed.day:02}") if fixed else None
            return Reading.of(_in_year(holiday, year[0].index), anchor=year[1])
        which = match.word("x") if match.has("x") else ""
        tense = {"last": "past", "past": "past", "next": "ahead", "coming": "ahead"}.get(which) or setting.tense(match)
        found = date_near(now[0], lambda year: _in_year(holiday, year), tense)  # type: ignore[arg-type]
        return Reading.of(found, anchor=now[1])

    return read


def _in_year(holiday: Holiday, year: int) -> Period | None:
    day = holiday.in_year(year)
    return None if day is None else Period("day", day.toordinal())


for _one in load_holidays():
    for _words in _one.patterns:
        _head, _, _rest = _words.partition(" ")
        HOLIDAYS.of(f"( x:last/this/next | this x:past/coming )? name:{_head} {_rest} ( ( of | , | in )? y:YEAR )?")(
            _reader(_one)
        )


@HOLIDAYS.of("d:ATTACK")
def _attack(_: Match, __: Setting) -> Meaning:
    return Reading.of(Period.day(2001, 9, 11))


_DEEDS = "attack/attacks/massacre/assault/onslaught/raid/bombing/bombings/riot/hostages/insurrection"


@HOLIDAYS.of(f"m:MONTH/SHORT_MONTH .? d:DAY ( hamas )? ( - led )? k:{_DEEDS}")
def _called_by_day(match: Match, setting: Setting) -> Meaning:
    """A day that an event is called by: "the Sept. 11 attacks", "the Oct. 7 massacre"."""
    number = match.value("m", "MONTH", "SHORT_MONTH"), match.value("d")
    written = f"{match.word('m')} {match.word('d')}", f"{match.word('m')}. {match.word('d')}"
    now = setting.now("day")
    for event in load_remembered():
        if (event.day.month, event.day.day) == number and set(written) & set(event.phrases):
            period = Period("day", event.day.toordinal())
            if now is None or now[0].index >= period.index:
                found = Reading.of(period)
                return found and found.at(match.start, match.at("d") + 1)
    return None


_NUMBER = "( n:ORDINAL/ORDINAL_FIGURES | t:TENS - n:ORDINAL | c:FIGURES/NUMBER -? year )"


@HOLIDAYS.of(f"( the | its | a )? {_NUMBER}? anniversary ( of | since )")
def _anniversary(match: Match, setting: Setting) -> Meaning:
    """The anniversary of a remembered event, up to the words that name it."""
    start = match.words.ends[match.end - 1]
    _, end = setting.passage.sentence(match.words.starts[match.start])
    after = match.words.text[start : min(end, start + _EVENT_REACH)].lower().replace("’", "'")
    after = re.split(r";|anniversary|\n", after, maxsplit=1)[0]
    meant = [
        (place, -len(phrase), event)
        for event in load_remembered()
        for phrase in event.phrases
        if (place := after.find(phrase)) >= 0
    ]
    if not meant:
        return None
    place, length, event = min(meant, key=lambda one: one[:2])
    number = _number(match)
    if number is None:
        now = setting.now("day")
        if now is None:
            return None
        period = date_near(now[0], lambda year: _of_year(event, year), None)
        anchor = now[1]
    else:
        period, anchor = _of_year(event, event.day.year + number), None
    found = Reading.of(period, anchor=anchor)
    if found is None:
        return None
    until, last = start + place - length, match.end
    while last < len(match.words.starts) and match.words.starts[last] < until:
        last += 1
    return found.at(match.start, last)


def _number(match: Match) -> int | None:
    if match.has("c"):
        return match.value("c", "NUMBER")
    if not match.has("n"):
        return None
    return match.value("n", "ORDINAL") + (match.value("t", "TENS") if match.has("t") else 0)


def _of_year(event: Remembered, year: int) -> Period | None:
    """The anniversary in a year; of 29 February on 1 March where there is none."""
    return Period.day(year, event.day.month, event.day.day) or Period.day(year, 3, 1)
