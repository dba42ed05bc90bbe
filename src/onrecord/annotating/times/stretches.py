"""Rules for durations: "for three days", "nearly two weeks", "the past two years", "an hour and a half", "months"."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from onrecord.annotating.times.counting import COUNT, count_of
from onrecord.annotating.times.rules import Match, Meaning, Reader, Reading, Rules

if TYPE_CHECKING:
    from onrecord.annotating.times.setting import Setting

STRETCHES: Rules[Reader] = Rules()

# The designators of ISO 8601, with what one is worth in them; a decade is ten years.
_DESIGNATORS = {
    "second": ("T", "S", 1), "minute": ("T", "M", 1), "hour": ("T", "H", 1), "day": ("", "D", 1), "week": ("", "W", 1),
    "fortnight": ("", "W", 2), "month": ("", "M", 1), "quarter": ("", "M", 3), "year": ("", "Y", 1),
    "decade": ("", "Y", 10), "century": ("", "Y", 100), "millennium": ("", "Y", 1000), "weekend": ("", "D", 2),
}  # fmt: skip
_HALVES = {"TM": "30S", "TH": "30M", "D": "T12H", "Y": "6M"}  # half of one, in the next smaller unit
_MOST = 1_000_000
# What is three years old and no person or animal.
_AGED = frozenset(
    "war conflict invasion campaign siege occupation insurgency truce ceasefire blockade agreement deal law company "
    "crisis dispute feud rebellion uprising embargo treaty ban".split()
)
_MODALS = frozenset("will would could may might can should must".split())
_NO_RATE = frozenset("is was has as this 's takes lasts us".split())  # before "a year", none of what a rate is of
_RATED = frozenset("million billion % percent once twice times cent thousand hundred".split())
_NOT_ALONE = frozenset(
    "these those 's his her my our your early later teen teenage best worst good bad old school working".split()
)

_NEXT_SMALLER = {
    "year": ("month", "week", "day"), "month": ("week", "day"), "week": ("day",), "day": ("hour",), "hour": ("minute",),
    "minute": ("second",),
}  # fmt: skip
_COUNTED_FROM = frozenset("ago later earlier before after hence".split())  # the smaller part alone is read with these
_LONGEST_SECOND = 3  # figures
_NO_BARE = frozenset({"second", "quarter"})  # "seconds the motion", "living quarters"

_ANY = "u:UNIT/UNITS/SHORT_UNIT/SHORT_UNITS/ODD_UNIT/weekends"
_MORE = "( more | additional | full | straight | consecutive | whole | long | further | extra | other | solid )?"
_WHICH = "( x:first/final/past/last/next/coming/previous/latest/following )?"


def duration(number: Fraction | None, unit: str) -> str:
    """The value of so many units; None is a number that is not told."""
    time, letter, size = _DESIGNATORS[unit]
    if number is None:
        return f"P{time}X{letter}"
    amount = number * size
    whole, half = divmod(amount, 1)
    if half == Fraction(1, 2) and (smaller := _HALVES.get(time + letter)):
        return f"P{time}{f'{whole}{letter}' if whole else ''}{smaller}"
    return f"P{time}{whole if half == 0 else f'{float(amount):.10g}'}{letter}"


def unit_of(match: Match) -> str:
    """The unit that the item `u` took, in the singular."""
    word = str(match.code("u", "UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS", "ODD_UNIT"))
    return "weekend" if word == "weekends" else word


def spelled(match: Match) -> list[str]:
    """The words that the pattern took, in lower case."""
    return [match.words.word(at) for at in range(match.start, match.end)]


@STRETCHES.of(
    f"{COUNT} {_MORE} -? {_ANY} ( -? x:long/old )?",
    f"( the | this | these | those | its | his | her | their )? {_WHICH} {COUNT} {_MORE} -? {_ANY}",
    f"( the | this )? {_WHICH} {COUNT} ( r:or | r:to | r:- ) FIGURES/NUMBER/TENS {_ANY}",
    f"f:FRACTION -? {_ANY}",
    f"n:FIGURES/NUMBER -? ( and )? -? a/one -? half -? {_ANY}",
    f"n:a/an/one {_ANY} and a half",
    f"half ( a | an | - )? {_ANY}",
    f"a half -? {_ANY}",
)
def _counted(match: Match, _: Setting) -> Meaning:
    unit, number, words = unit_of(match), _number(match), spelled(match)
    if number is None or number > _MOST or match.before in {"$", "£", "€"} or _is_age(match):
        return None
    if match.words.written(match.at("u"))[:1].isupper() and match.start < match.at("u"):  # "60 Minutes"
        return None
    if words == ["one", "day"] and (match.before in _MODALS or match.after in _MODALS):
        return Reading("DATE", "FUTURE_REF")
    if not _agrees(match, unit, number) or (number == 1 and len(words) == 2 and _is_rate(match)):
        return None
    # "two or three weeks" is about two of them.
    return Reading("DURATION", duration(number, unit), "APPROX" if match.has("r") else None)


@STRETCHES.of(
    "( t:TENS ( -? o:NUMBER )? | n:FIGURES/NUMBER/a/an ) u:UNIT/UNITS/SHORT_UNIT/SHORT_UNITS ( ,? and | , )? "
    "( s:TENS ( -? p:NUMBER )? | p:FIGURES/NUMBER/a/an ) v:UNIT/UNITS/SHORT_UNIT/SHORT_UNITS"
)
def _in_two_parts(match: Match, _: Setting) -> Meaning:
    """One stretch told in a unit and the next smaller one: "nine minutes and 46 seconds"."""
    larger, smaller, first = (
        unit_of(match),
        str(match.code("v", "UNIT", "UNITS", "SHORT_UNIT", "SHORT_UNITS")),
        count_of(match),
    )
    second = _second_count(match)
    if smaller not in _NEXT_SMALLER.get(larger, ()) or first is None or second is None or _is_age(match):
        return None
    if match.after in _COUNTED_FROM or match.before in {"$", "£", "€"} or not _fits_noun(match.word("v"), second):
        return None
    if not _fits_noun(match.word("u"), first):
        return None
    whole, part = duration(Fraction(first), larger), duration(Fraction(second), smaller)
    return Reading("DURATION", whole + part.removeprefix("PT" if "T" in whole else "P"))


def _second_count(match: Match) -> int | None:
    """The number of the smaller units."""
    number = match.value("s", "TENS") if match.has("s") else 0
    if not match.has("p"):
        return number
    word = match.word("p")
    found = 1 if word in {"a", "an"} else match.code("p", "NUMBER")
    if isinstance(found, str):
        if not found.isdecimal() or len(found) > _LONGEST_SECOND:
            return None
        found = int(found)
    return number + found


def _fits_noun(word: str, number: int) -> bool:
    return word.endswith("s") == (number != 1)


def _agrees(match: Match, unit: str, number: Fraction) -> bool:
    """Whether the noun fits the number: not "a years", no "second" that counts others, no quarter of a whole."""
    is_plural = match.word("u").endswith("s") or match.word("u") == "millennia"
    if match.has("n") and match.word("n") in {"a", "an"} and is_plural and not match.has("k") and not match.has("h"):
        return False
    if unit == "quarter":  # "a quarter of the votes", "three-quarters"
        return number.denominator == 1 and number > 1 and "-" not in spelled(match) and match.after != "of"
    return unit != "second" or is_plural or number > 1


def _number(match: Match) -> Fraction | None:
    words = spelled(match)
    if match.has("f"):
        whole, _, fraction = match.word("f").rpartition(" ")
        return Fraction(int(whole or 0)) + Fraction(fraction)
    if words[0] == "half" or words[:2] == ["a", "half"]:
        return Fraction(1, 2)
    if match.has("n") and re.fullmatch(r"[0-9]{1,9}\.[0-9]{1,9}", match.word("n")):
        return Fraction(match.word("n"))
    number = count_of(match)
    return None if number is None else number + Fraction("half" in words, 2)


def _is_age(match: Match) -> bool:
    """Whether it tells how old someone is: "a 27-year-old", "two years old", "17 years of age"."""
    words, end = match.words, match.end
    if match.has("x") and match.word("x") == "old":
        return match.after not in _AGED
    if match.after == "-" and words.word(end + 1) in {"old", "olds"}:
        return words.word(end + 2) not in _AGED
    return match.after in {"old", "olds"} or (match.after == "of" and words.word(end + 1) == "age")


def _is_rate(match: Match) -> bool:
    """Whether it is the second half of a rate: "900,000 barrels a day", "$5 million a year"."""
    before = match.before
    if match.word("n") not in {"a", "an"}:
        return False
    return (before.endswith("s") and before not in _NO_RATE) or before in _RATED or before[:1].isdigit()


@STRETCHES.of(
    "( a | the | these )? ( x:past/last/next/coming/first/previous )? SEVERAL ( more | long | short | additional )? -? "
    "u:UNITS/SHORT_UNITS",
    "SEVERAL - u:UNIT/SHORT_UNIT",
    "( the | this )? x:past/last/next/coming u:UNITS/SHORT_UNITS",
    "u:UNITS/SHORT_UNITS",
    "u:UNITS/SHORT_UNITS - ( long | x:old )",
    "hundreds/thousands/tens/dozens/scores/millions of u:UNITS/SHORT_UNITS",
)
def _uncounted(match: Match, _: Setting) -> Meaning:
    unit, is_alone = unit_of(match), match.end == match.start + 1
    if _is_age(match):
        return None
    if is_alone and (unit in _NO_BARE or match.before in _NOT_ALONE or match.before[:1].isdigit()):
        return None
    if is_alone and match.before == "the" and (unit == "minute" or match.words.word(match.start - 2) == "over"):
        return None  # "the minutes of the meeting", "over the years"
    return Reading("DURATION", duration(None, unit))


@STRETCHES.of("a? quarter -? ( of a )? century")
def _quarter_century(_: Match, __: Setting) -> Meaning:
    return Reading("DURATION", "P25Y")


@STRETCHES.of("l:LONG")
def _long(match: Match, _: Setting) -> Meaning:
    return Reading("DURATION", str(match.code("l", "LONG")))


@STRETCHES.of("( the | this )? x:past/last/next u:UNIT", "u:UNIT/SHORT_UNIT - long")
def _one(match: Match, _: Setting) -> Meaning:
    """One of them: "over the past year"; "last year" by itself is a date."""
    if match.has("x") and match.start == match.at("x") and match.word("x") != "past":
        return None
    return Reading("DURATION", duration(Fraction(1), unit_of(match)))
