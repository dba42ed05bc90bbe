"""Rules for what comes again and again: "every Monday", "daily", "twice a week", "on Sundays"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from onrecord.annotating.times.counting import COUNT, count_of
from onrecord.annotating.times.deixis import part_of_day
from onrecord.annotating.times.periods import SEASONS
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules
from onrecord.annotating.times.stretches import duration, spelled, unit_of
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

REPEATING: Rules[Reader] = Rules()

_PAPERS = frozenset(
    "newspaper newspapers paper papers magazine magazines tabloid tabloids journal journals broadsheet bulletin "
    "bulletins publication publications newsletter newsletters".split()
)
_BEFORE_PAPER = frozenset(
    "the a this german greek dutch french leftist rightist popular business english-language".split()
)
_KINDS = ("al", "ish", "ese", "ian", "ive")  # endings of what papers are called by: "the satirical weekly"
_TELLING = frozenset("said says reported reports wrote writes quoted published".split())  # after "the daily"
_DAYS = words_of("WEEKDAY")


@REPEATING.of(
    "every/each u:UNIT/SHORT_UNIT",
    f"every {COUNT} u:UNITS/SHORT_UNITS",
    "every other u:UNIT",
    "( once | twice | times ) ( a | per | each | every ) u:UNIT/SHORT_UNIT",
)
def _every(match: Match, _: Setting) -> Meaning:
    words = spelled(match)
    number = 2 if words[1] == "other" else count_of(match) if len(words) > 2 and words[0] == "every" else 1
    return Reading("SET", duration(Fraction(number), unit_of(match))) if number else None


@REPEATING.of("every/each wd:WEEKDAY p:PART?", "wd:WEEKDAYS", "wd:WEEKDAY p:PARTS")
def _weekdays(match: Match, _: Setting) -> Meaning:
    part = part_of_day(match)
    return Reading("SET", f"XXXX-WXX-{match.value('wd', 'WEEKDAY', 'WEEKDAYS')}" + (f"T{part}" if part else ""))


@REPEATING.of("every/each m:MONTH", "every/each s:SEASON", "every/each p:PART")
def _named(match: Match, _: Setting) -> Meaning:
    if match.has("m"):
        return Reading("SET", f"XXXX-{match.value('m', 'MONTH'):02}")
    if match.has("s"):
        return Reading("SET", f"XXXX-{SEASONS[match.value('s', 'SEASON') - 1]}")
    return Reading("SET", f"XXXX-XX-XXT{part_of_day(match)}")


@REPEATING.of("on weekends")
def _weekends(match: Match, _: Setting) -> Meaning:
    return Reading("SET", "XXXX-WXX-WE").at(match.start + 1, match.end)


@REPEATING.of("o:OFTEN")
def _often(match: Match, setting: Setting) -> Meaning:
    is_name = match.words.written(match.start)[:1].isupper() and match.words.written(match.end)[:1].isupper()
    if is_name or match.is_capital_inside(setting.passage):
        return None  # "the Harbour Daily"
    if _is_paper(match):
        return None
    return Reading("SET", str(match.code("o", "OFTEN")))


def _is_paper(match: Match) -> bool:
    """Whether it tells what paper or broadcast something is, not when: "the daily Bild", "a weekly magazine said"."""
    near = match.after, match.words.word(match.end + 1)
    if near[0] in _PAPERS or (near[0].isalpha() and near[1] in _PAPERS):
        return True
    if match.before not in _BEFORE_PAPER and not match.before.endswith(_KINDS):
        return False
    name = match.words.written(match.end)
    is_name = name[:1].isupper() and name[1:].islower() and name.lower() not in _DAYS
    return is_name or near[0] in _TELLING
