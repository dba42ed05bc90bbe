"""One number or a range of two, with the sign before it: "$5 million to $7 million", "between 10 and 15"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.figures import read_numeral
from onrecord.annotating.quantities.words import HYPHENS
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.numerals import Numeral
    from onrecord.annotating.quantities.words import Words


@dataclass(frozen=True, slots=True)
class Amount:
    """A number or a range.

    Attributes:
        first, end: its words, half-open, with the sign before it and "between".
        number: the index of the first number's first word.
        low, high: the numerals; `high` is None unless it is a range.
        value, top: what they come to.
        money: the ISO 4217 code, or noun, of the sign before it, or None.
        is_pair: two figures joined by a hyphen, not written as a range can be ("3-1").
    """

    first: int
    end: int
    number: int
    low: Numeral
    high: Numeral | None
    value: float
    top: float | None
    money: str | None
    is_pair: bool = False


# Codes that are other names where a number touches them: "COP29".
_NAMES = frozenset({"COP", "MAD", "PEN", "TRY", "GEL"})


def read_amount(words: Words, i: int) -> Amount | None:
    """The amount whose first number begins at word `i`."""
    low = read_numeral(words, i)
    if low is None:
        return None
    first, money = _sign(words, i)
    single = Amount(first, low.end, i, low, None, low.value, None, money)
    if low.form == "plural":
        return single
    return _range(words, single) or single


def _sign(words: Words, i: int) -> tuple[int, str | None]:
    """Where the currency's sign before word `i` begins, and its code."""
    known = units()
    before = i - 1
    if before < 0 or words.breaks(i):
        return i, None
    if words.at(before) == "." and words.at(before - 1) == "rs":
        before -= 1
    sign = words.at(before)
    if sign in ("$", "¥") and words.touches(before) and sign != words.at(before - 1):
        long = words.at(before - 1).replace(".", "") + sign
        if long in known.signs:
            return before - 1, known.signs[long]
    if sign == "$" and words.at(before - 1) in ("us", "u.s.") and not words.breaks(before):
        return before - 1, "USD"
    if sign in known.signs and (not sign.isalpha() or words.raw[before][0].isupper()):
        return before, known.signs[sign]
    if words.raw[before] in known.codes and not (words.raw[before] in _NAMES and words.touches(i)):
        return before, words.raw[before]
    return i, None


def _range(words: Words, low: Amount) -> Amount | None:
    """The range that begins with `low`, or a pair of figures that is none."""
    end = low.end
    unit_end = _unit_end(words, end)
    joint = unit_end
    has_from = words.at(low.first - 1) == "from" and words.at(low.first - 2) not in counting().ranging
    has_between = "between" in (words.at(low.first - 1), words.at(low.first - 2))
    if words.at(joint) in HYPHENS and not words.breaks(joint) and not words.breaks(joint + 1):
        is_tight = words.touches(joint) and words.touches(joint + 1)
        if words.at(joint + 1) in ("to", "or") and words.at(joint + 2) in HYPHENS:
            link, second = "to", joint + 3
        elif is_tight or words.at(joint) in "–—":
            link, second = "-", joint + 1
        else:
            return None
    elif words.at(joint) in ("to", "or", "and") and not words.breaks(joint):
        link, second = words.at(joint), joint + 1
        if (link == "and" and not has_between) or (link == "to" and has_from):
            return None
    else:
        return None
    start, money = _second_sign(words, second)
    high = read_numeral(words, start)
    if high is None or high.form == "plural" or (money and money != low.money):
        return None
    if link in ("to", "or") and words.at(start) in ("a", "an"):
        return None
    if unit_end > end and not _same_unit(words, end, unit_end, high.end):
        return None
    value, top = _scaled(words, low, high)
    is_apart = link == "to" and (unit_end > end or money) and words.at(low.first - 1) in counting().changes
    both_parts = (low.low.form == "part") == (high.form == "part")
    if value < top and not is_apart and both_parts and (link != "or" or _may_be_either(low, high)):
        first = low.first - 1 if words.at(low.first - 1) == "between" else low.first
        return Amount(first, high.end, low.number, low.low, high, value, top, low.money)
    if link == "-" and words.is_figure(low.number) and words.is_figure(start) and not money:
        return Amount(low.first, high.end, low.number, low.low, high, low.value, high.value, low.money, is_pair=True)
    return None


def _may_be_either(low: Amount, high: Numeral) -> bool:
    """Whether "A or B" is a guess, not a choice: "two or three", "15 or 20"."""
    return high.value <= 2.5 * low.value or high.value - low.value <= 3 or high.is_scaled


def _scaled(words: Words, low: Amount, high: Numeral) -> tuple[float, float]:
    """Both ends, the lower one with the magnitude that only the upper one has: "10 to 15 million"."""
    value, top = low.value, high.value
    if high.is_scaled and not low.low.is_scaled and words.is_figure(low.number) == words.is_figure(high.first):
        at = high.first
        bare = (
            float(words.raw[at].replace(",", ""))
            if words.is_figure(at)
            else number_words().cardinals.get(words.at(at), 0)
        )
        if 0 < value < bare and top > bare:
            return value * (top / bare), top
    return value, top


def _second_sign(words: Words, i: int) -> tuple[int, str | None]:
    """Where the number begins after a sign at word `i`, and the sign's code."""
    known = units()
    if words.at(i) in known.signs and not words.at(i).isalpha():
        return i + 1, known.signs[words.at(i)]
    if words.at(i + 1) == "$" and words.touches(i + 1) and words.at(i) + "$" in known.signs:
        return i + 2, known.signs[words.at(i) + "$"]
    return i, None


def _same_unit(words: Words, i: int, end: int, second: int) -> bool:
    """Whether the measure after a range's second number is the one after its first."""
    stop = _unit_end(words, second)
    first, last = " ".join(words.low[i:end]), " ".join(words.low[second:stop])
    known = {**units().measures, **units().nouns}
    return bool(last) and known.get(first) == known.get(last)


def _unit_end(words: Words, i: int) -> int:
    """Where a measure ends that begins at word `i` and stands before the range's second number."""
    for length in (2, 1):
        spelling = " ".join(words.low[i : i + length])
        if spelling in units().measures and not words.breaks(i):
            return i + length
    if words.at(i) in units().nouns and not words.breaks(i):
        return i + 1
    return i
