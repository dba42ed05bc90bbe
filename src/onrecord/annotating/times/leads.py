"""What may lead a time and belongs to it: "the end of", "early", "nearly", "the morning of", "the day before"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.times.periods import Period, holding
from onrecord.annotating.times.rules import Lead, Match, Reading, Rules
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

LEADS: Rules[Lead] = Rules()

_VAGUE = ("PAST_REF", "PRESENT_REF", "FUTURE_REF")


@LEADS.of(
    "the? e:EARLY ( in | on | - )?",
    "e:earlier/later ( in | on )?",
    "( the | its | his | her )? e:EDGE of",
    "( the )? e:EARLY ( days | hours | part | months | weeks | years ) of",
    "( the )? e:first/second/last half of",
    "( the )? e:first/last days/week/weeks/months of",
)
def _part(match: Match, inner: Reading, _: Setting) -> Reading | None:
    if inner.type not in {"DATE", "TIME"} or inner.value in _VAGUE or inner.mod is not None:
        return None
    word = match.word("e")
    is_day = inner.period is not None and inner.period.grain == "day"
    if is_day and word in {"earlier", "later"} and match.words.word(match.end) not in _DAY_NAMES:
        return None  # "later Feb. 5 was named"
    if word in {"first", "second", "last"} and match.words.word(match.end - 2) != "half":
        is_long = inner.period is not None and inner.period.grain in {"month", "season", "year", "decade", "century"}
        return replace(inner, mod="END" if word == "last" else "START") if is_long else None
    if word in {"first", "second", "last"}:
        if inner.period is None or inner.period.grain != "year":
            return None
        return Reading.of(Period.part("half", inner.period.index, 1 if word == "first" else 2), anchor=inner.anchor)
    mod = {"earlier": "START", "later": "END"}.get(word) or str(match.code("e", "EARLY", "EDGE"))
    return replace(inner, mod=mod)


_DAY_NAMES = words_of("WEEKDAY") | frozenset("today this that the in on".split())


@LEADS.of(
    "m:ABOUT",
    "m:NEARLY",
    "( at least | no ( less | fewer ) than )",
    "( more | longer | greater ) than",
    "( less | fewer ) than",
    "( no more than | up to | at most | as long as | as much as | as many as )",
    "close to",
    "just? ( m:over/under )",
)
def _about(match: Match, inner: Reading, _: Setting) -> Reading | None:
    """An approximation, of what begins with a number only: not "about Friday's strike", "over the past year"."""
    is_counted = match.words.written(match.end)[:1].isdigit() or match.words.word(match.end) in _COUNTS
    if not is_counted or inner.mod is not None or (inner.type == "DATE" and inner.is_stated):
        return None
    first, second = match.words.word(match.start), match.words.word(match.start + 1)
    mod = _MODS.get(first) or _MODS.get(f"{first} {second}") or str(match.code("m", "ABOUT", "NEARLY"))
    is_back = match.words.word((inner.last or 0) - 1) in {"ago", "earlier", "before", "previously"}
    if inner.type == "DATE" and is_back:
        mod = _MODS_OF_AGO.get(mod, mod)
    return replace(inner, mod=mod)


# TimeML's words for a date that is counted back: what is more than a year ago is before that year.
_MODS_OF_AGO = {
    "MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE", "EQUAL_OR_LESS": "ON_OR_AFTER",
}  # fmt: skip
_COUNTS = words_of("NUMBER", "TENS", "HOUR_WORD") | {"a", "an", "half"}
_MODS = {
    "at least": "EQUAL_OR_MORE", "no less": "EQUAL_OR_MORE", "no fewer": "EQUAL_OR_MORE", "no more": "EQUAL_OR_LESS",
    "more": "MORE_THAN", "longer": "MORE_THAN", "greater": "MORE_THAN", "less": "LESS_THAN", "fewer": "LESS_THAN",
    "up": "EQUAL_OR_LESS", "at most": "EQUAL_OR_LESS", "as": "EQUAL_OR_LESS", "close": "APPROX",
    "just over": "MORE_THAN",
    "just under": "LESS_THAN",
}  # fmt: skip


@LEADS.of("the p:PART of", "overnight ( on | into | to )?")
def _part_of(match: Match, inner: Reading, _: Setting) -> Reading | None:
    """A part of a day; of what comes "overnight into Sunday" the night that began on Saturday."""
    if inner.type != "DATE" or not inner.value[-2:].isdigit() or inner.value.count("-") != 2:
        return None
    if match.has("p"):
        return replace(inner, type="TIME", value=f"{inner.value}T{match.code('p', 'PART')}")
    if inner.period is None:
        return None
    night = Reading.of(inner.period.shift(-1), anchor=inner.anchor)
    return night and replace(night, type="TIME", value=f"{night.value}TNI")


@LEADS.of("the? n:ORDINAL/last ( day | wd:WEEKDAY ) ( of | in )")
def _nth_day(match: Match, inner: Reading, _: Setting) -> Reading | None:
    """The n-th day, or weekday, of a month or year."""
    if inner.period is None or inner.period.grain not in {"month", "year"}:
        return None
    period, is_last = inner.period, match.word("n") == "last"
    if match.has("wd"):
        weekday = match.value("wd", "WEEKDAY")
        first = period.first + (weekday - period.first) % 7
        day = period.last - (period.last - weekday) % 7 if is_last else first + 7 * (match.value("n", "ORDINAL") - 1)
    else:
        day = period.last if is_last else period.first + match.value("n", "ORDINAL") - 1
    return Reading.of(Period("day", day), anchor=inner.anchor) if day <= period.last else None


@LEADS.of("the? s:SEASON of")
def _season_of(match: Match, inner: Reading, _: Setting) -> Reading | None:
    if inner.period is None or inner.period.grain != "year":
        return None
    return Reading.of(Period.part("season", inner.period.index, match.value("s", "SEASON")), anchor=inner.anchor)


@LEADS.of("the? u:week/weekend/month ( of | beginning | starting )")
def _week_of(match: Match, inner: Reading, _: Setting) -> Reading | None:
    if inner.period is None or inner.period.grain != "day":
        return None
    grain = match.word("u")
    return Reading.of(holding(grain, inner.period.index), anchor=inner.anchor)  # type: ignore[arg-type]


@LEADS.of("( the | a )? day w:before/after", "the? w:eve of")
def _day_before(match: Match, inner: Reading, _: Setting) -> Reading | None:
    if inner.period is None or inner.period.grain != "day" or inner.type != "DATE":
        return None
    return Reading.of(inner.period.shift(1 if match.word("w") == "after" else -1), anchor=inner.anchor)
