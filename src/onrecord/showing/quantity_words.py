"""Quantities in words: "at least 1 person killed", "10–15 fighters", "$5 million (USD 5,000,000)"."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from onrecord.showing.plain_text import one_line

if TYPE_CHECKING:
    from onrecord.records import Quantity

_BOUNDS = {"at_least": "at least ", "at_most": "at most ", "about": "about "}
_SIGNS = {"$": "USD", "US$": "USD", "£": "GBP", "€": "EUR"}  # "¥" and "kr" are of several currencies
_SIGNED = re.compile(
    r"(?<![A-Za-z])(?P<sign>US\$|[$£€]) ?(?P<number>\d{1,3}(?:,\d{3}){0,5}(?:\.\d{1,3})?|\d{4,15})"
    r"(?![\d.,]?\d)(?P<rest>.*)",
    re.ASCII,
)
_MONEY = re.compile(r"(?P<currency>[A-Z]{3})(?P<rate> per .+)?", re.ASCII)
# Words for an amount that is only known to be several: the least that they mean is not what the article says.
_SEVERAL = re.compile(r"\b(?:tens|dozens|scores|hundreds|thousands|millions|billions|trillions)\b", re.I)
_FATES = frozenset("body casualty corpse death fatality injury".split())  # units that say what befell them
_LAST_WORD = re.compile(r"(?<![\w-])[^\W\d_]+$")
_MANY = {
    "child": "children",
    "foot": "feet",
    "half": "halves",
    "knife": "knives",
    "life": "lives",
    "man": "men",
    "person": "people",
    "wife": "wives",
    "woman": "women",
}
_SAME = frozenset(
    "cattle deer fish hertz livestock offspring percent personnel police series sheep species staff".split()
)
_NOT_MEN = ("human", "german", "roman", "ottoman", "shaman", "talisman", "caiman")
_LARGEST = 1e15  # larger numbers are told by their powers of ten


def tell_quantity(quantity: Quantity) -> str:
    """The quantity with its bound, its unit and what befell it."""
    return one_line(_told(quantity))  # a part of it may have been blank


def _told(quantity: Quantity) -> str:
    surface = one_line(quantity.span.surface)
    unit = one_line(quantity.unit or "")
    role = f" {quantity.role.replace('_', ' ')}" if quantity.role and unit not in _FATES else ""
    amount = _amount(quantity)
    if unit == "share":
        return f"{_lowered(surface)}{role} ({_percent(quantity)})"
    bound = _BOUNDS.get(quantity.bound, "")
    is_several = quantity.bound == "at_least" and _SEVERAL.search(surface) is not None
    if money := _MONEY.fullmatch(unit):
        if _is_told_by_sign(quantity, surface, money):
            return f"{surface}{role}"
        told = f"{bound if is_several else ''}{money['currency']} {amount}{money['rate'] or ''}"
        return f"{_lowered(surface) if is_several else surface}{role} ({told})"
    if is_several:
        return f"{_lowered(surface)}{role} ({bound}{amount})"
    counted = f"{amount} {_counted(unit, quantity, surface)}"
    return f"{bound}{counted}{role}"


def _is_told_by_sign(quantity: Quantity, surface: str, money: re.Match[str]) -> bool:
    """Whether the words have a sign that only this currency is meant by, and the whole number in figures: "$254"."""
    found = _SIGNED.search(surface)
    if found is None or quantity.high is not None or _SIGNS[found["sign"]] != money["currency"]:
        return False
    is_rate_told = not money["rate"] or found["rest"].strip() != ""
    return is_rate_told and float(found["number"].replace(",", "")) == quantity.value


def _lowered(surface: str) -> str:
    """A number in words without the capital letter that it has at the start of a sentence."""
    return surface[:1].lower() + surface[1:]


def _amount(quantity: Quantity) -> str:
    low = _number(quantity.value)
    return low if quantity.high is None else f"{low}–{_number(quantity.high)}"


def _percent(quantity: Quantity) -> str:
    low = f"{_number(quantity.value, 100, digits=0)}%"
    return low if quantity.high is None else f"{low[:-1]}–{_number(quantity.high, 100, digits=0)}%"


def _number(number: float, factor: float = 1.0, *, digits: int = 3) -> str:
    """A number times `factor` as one writes it, with at most some digits behind the point: "1,500", "0.25"."""
    try:
        number = factor * number
    except OverflowError:  # a whole number that no float can hold
        return "∞"
    if not math.isfinite(number) or abs(number) >= _LARGEST:
        return f"{number:g}"
    told = f"{number:,.{digits}f}"
    told = told.rstrip("0").rstrip(".") if "." in told else told
    return "0" if told == "-0" else told


def _counted(unit: str, quantity: Quantity, surface: str) -> str:
    """The unit in the number that goes with the amount; the article's own plural where it ends the words."""
    if not unit or (quantity.value == 1 and quantity.high is None):
        return unit
    last = _LAST_WORD.search(surface)
    word = last[0].lower() if last else ""
    if word.startswith(unit[:2].lower()) and word != unit and word.endswith(("s", "n", "e")) and " " not in unit:
        return word
    head, per, rest = unit.partition(" per ")
    if head.startswith("degree "):
        return f"degrees{head[6:]}{per}{rest}"
    before, space, noun = head.rpartition(" ")
    return f"{before}{space}{_plural(noun)}{per}{rest}"


def _plural(noun: str) -> str:
    if noun.isupper():  # a currency's code
        return noun
    if noun in _MANY or noun in _SAME or noun.endswith("craft"):
        return _MANY.get(noun, noun)
    if noun.endswith("man") and not noun.endswith(_NOT_MEN):
        return f"{noun[:-2]}en"
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
