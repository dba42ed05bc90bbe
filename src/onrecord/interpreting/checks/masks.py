"""Sentences with their numbers masked, so that a rule is a pattern of words: "rose by «p1», to «n2» from «n3»".

`n` is a number without the noun behind it, `p` a percentage, `s` another share ("a third"), `y` a year. What is no
plain figure ("at least 40", "some 300") is `b`: no rule reckons with it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case, Offsets

N, P, S, Y = "«n\\d+»", "«p\\d+»", "«s\\d+»", "«y\\d+»"  # patterns of masks
# What stands between two numbers of one clause: a letter, a year, a number of months.
W = "(?:[^«».;:!?]|(?<=[A-Z])\\.|«y\\d+»|«n\\d+»(?= (?:years?|quarters?|months?|weeks?|days?|hours?)\\b))"
_MASK = re.compile("«[npsyb]\\d+»")
_MAGNITUDES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "mln": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12}
_FRACTIONS = {
    "half": 1 / 2,
    "third": 1 / 3,
    "quarter": 1 / 4,
    "fifth": 1 / 5,
    "sixth": 1 / 6,
    "eighth": 1 / 8,
    "tenth": 1 / 10,
    "thirds": 1 / 3,
    "quarters": 1 / 4,
    "fifths": 1 / 5,
    "tenths": 1 / 10,
}
_ROUGH = re.compile(
    r"(?:\b(?:about|around|some|nearly|almost|roughly|approximately|over|under|up to|at least|at most|more than|less than|"
    r"fewer than|as many as|no more than|close to|well over|just over|just under|an estimated|estimated|between)\s+(?:a |an )?"
    r"|~)[$£€]?$",
    re.IGNORECASE,
)
_ROUGH_BEHIND = re.compile(r"^(?:[ -]odd|\+|,? or (?:so|more|fewer|less)\b)")
_MOST_ROUNDING = 0.02  # of a figure: "60,000" may stand for 59,500, "2,000" hardly for 1,500
_NOUN = re.compile(r"^[- ]([A-Za-z]+)")


class Figure(NamedTuple):
    """A number in a sentence.

    Attributes:
        low, high: what a rounded figure can stand for.
        unit: "percent", "share", "year", a sign of money, or "".
        noun: the word behind it in lower case, or "".
    """

    value: float
    low: float
    high: float
    unit: str
    noun: str
    span: Offsets


@dataclass(frozen=True, slots=True)
class Masked:
    """A stretch of text with masks.

    Attributes:
        text: with masks for numbers.
        figures: by mask, in text order.
        start: the stretch's offset in the article.
    """

    text: str
    figures: dict[str, Figure]
    start: int

    def figure(self, match: re.Match[str], name: str) -> Figure:
        """The number that a group of a match is."""
        return self.figures[match[name]]

    def all(self, part: str) -> list[Figure]:
        """The numbers of a part of the text, in order."""
        return [self.figures[mask[0]] for mask in _MASK.finditer(part)]


def mask(case: Case, start: int, end: int) -> Masked:
    """A stretch with its numbers masked, but for those of dates and times of day."""
    text = case.text
    if not _ANY.search(text, start, end):
        return Masked(text[start:end], {}, start)
    dated = [(t.span.start, t.span.end) for t in case.times_in(start, end) if t.type in {"DATE", "TIME"}]
    found: dict[str, Figure] = {}
    words, at = "", start
    for match in _numerals(text, start, end):
        a, b = match.span()
        year = _YEAR.fullmatch(match[0])
        is_dated = any(x < b and a < y for x, y in dated)
        if (is_dated and not year) or (year and not is_dated and not _BEFORE_YEAR.search(text, max(start, a - 12), a)):
            if not year:
                continue
            year = None
        figure = (
            Figure(float(match[0]), float(match[0]), float(match[0]), "year", "", (a, b))
            if year
            else _read(match, text)
        )
        if figure is None:
            continue
        kind = {"percent": "p", "share": "s", "year": "y"}.get(figure.unit, "n")
        is_rough = _ROUGH.search(text, max(start, a - 24), a) or _ROUGH_BEHIND.match(text[b : b + 12])
        if is_rough and kind != "y":
            kind = "b"
        name = f"«{kind}{len(found)}»"
        found[name] = figure
        words += text[at:a] + name
        at = b
    return Masked(words + text[at:end], found, start)


# A sentence with none of these has no number worth masking.
_ANY = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|half|third|quarter)",
    re.IGNORECASE,
)
_TOKEN = re.compile(r"(?:(?:US|A|C|HK|NZ)?[$£€])?\d|[A-Za-z]+")
_PRONOUNS = frozenset({"a", "an", "one"})
_AFTER_ONE = "man|woman|child|boy|girl|person|civilian|soldier|policeman|police officer|seat|vote|death|in"
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_BEFORE_YEAR = re.compile(r"\b(?:in|of|since|from|to|until|by|and|after|before|during|for) $", re.IGNORECASE)


def _numerals(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The numerals of a stretch; the long pattern is tried where a figure or a number's word stands, and nowhere else."""
    words = _first_words()
    at = start
    for token in _TOKEN.finditer(text, start, end):
        if token.start() < at or not (token[0][-1].isdigit() or token[0].lower() in words):
            continue
        match = _numeral().match(text, token.start(), end)
        if match is not None:
            at = match.end()
            yield match


@cache
def _first_words() -> frozenset[str]:
    return frozenset({word.lower() for word in number_words().cardinals} | {"a", "one", "half"})


@cache
def _numeral() -> re.Pattern[str]:
    """Numerals in figures or words, with money, magnitude and percent."""
    cardinals = number_words().cardinals
    words = "|".join(sorted((re.escape(word) for word in cardinals if word not in _PRONOUNS), key=len, reverse=True))
    word = rf"(?:{words})(?:-(?:{words}))?"
    magnitudes = "|".join(_MAGNITUDES)
    fractions = "|".join(sorted(_FRACTIONS, key=len, reverse=True))
    figures = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
    return re.compile(
        rf"(?<![\w.,/:$£€-])(?P<money>(?:US|A|C|HK|NZ)?[$£€])?"
        rf"(?:(?P<share>(?:a|one|two|three|four)[ -](?:{fractions})\b|\bhalf\b(?= (?:of|the|its|a)\b)|\ba half\b)"
        rf"|(?P<number>{figures}|\b{word}\b|\bone\b(?= (?:{_AFTER_ONE})\b))(?!(?:,\d|\.\d|:\d|/\d))(?: (?P<magnitude>{magnitudes})\b|(?P<short>bn|mln|m|k)\b)?"
        rf"(?P<percent>\s?%| per ?cent\b)?)"
        rf"(?![\w’']|-(?!(?:year|member|seat|strong|day|week|month|vote|page|point|man|person)))",
        re.IGNORECASE,
    )


def _read(match: re.Match[str], text: str) -> Figure | None:
    span = match.span()
    noun = _NOUN.match(text[span[1] : span[1] + 24])
    word = noun[1].lower() if noun else ""
    if match["share"]:
        count, _, part = match["share"].lower().replace("-", " ").partition(" ")
        share = _FRACTIONS[part or count] * {"two": 2, "three": 3, "four": 4}.get(count, 1)
        return Figure(share, share, share, "share", word, span)
    value = _value(match["number"])
    if value is None:
        return None
    size = _MAGNITUDES.get((match["magnitude"] or "").lower()) or {"bn": 1e9, "mln": 1e6, "m": 1e6, "k": 1e3}.get(
        (match["short"] or "").lower(), 1.0
    )
    step = _step(match["number"], value, size)
    unit = "percent" if match["percent"] else (match["money"] or "")
    value *= size
    return Figure(value, value - step / 2, value + step / 2, unit, word, span)


def _value(numeral: str) -> float | None:
    if numeral[0].isdecimal():
        return float(numeral.replace(",", ""))
    cardinals = number_words().cardinals
    word = numeral.lower()
    if word in cardinals:
        return cardinals[word]
    tens, _, ones = word.partition("-")
    return (
        cardinals[tens] + cardinals[ones] if cardinals.get(tens, 0) >= 20 and 0 < cardinals.get(ones, 0) < 10 else None
    )


def _step(numeral: str, value: float, size: float) -> float:
    """What the last figure of a number counts: a tenth of a billion in "2.1 billion"; a word is exact."""
    if not numeral[0].isdecimal():
        return 0.0
    _, _, decimals = numeral.partition(".")
    if size > 1 or decimals:
        return float(size * 10 ** -len(decimals))
    whole = numeral.replace(",", "")
    zeros = len(whole) - len(whole.rstrip("0"))
    return float(min(10**zeros, abs(value) * _MOST_ROUNDING)) if zeros > 1 else 0.0


def tell(figure: Figure) -> str:
    """A number as a message has it: "2,100,000"."""
    return f"{figure.value:,.12g}"
