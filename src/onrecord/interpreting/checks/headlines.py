"""Headlines: a number or a name there that the text does not carry."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case
    from onrecord.records import Quantity

_NUMBER = re.compile(r"(?<![\w.,$£€#:/’'-])(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)(?![\w:/’'-]|[.,]\d)")
_NAME = re.compile(r"(?<![\w’'.-])[A-Z][a-zà-ÿ]{3,}(?:-[A-Z][a-zà-ÿ]+)?(?![\w-])")
_FIGURE = r"\d{1,3}(?:,\d{3})+|\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_ROLES = {
    "kill": "killed",
    "dead": "killed",
    "die": "killed",
    "hurt": "injured",
    "injur": "injured",
    "wound": "injured",
}
_TOLL = re.compile(
    rf"\b(?P<verb>kill(?:s|ed|ing)?|hurts?|injur(?:es|ed|ing)|wound(?:s|ed|ing)?) (?P<number>{_FIGURE})(?![\w,.-]\w)|"
    rf"\b(?P<number2>{_FIGURE})(?: people| persons| others)?(?: are| were)? (?P<verb2>dead|die[ds]?|killed|hurt|injured|wounded)\b",
    re.IGNORECASE,
)
_ROUGHLY, _ROUNDED, _ROUND = 0.1, 0.02, 100  # shares of a number, and from where on headlines round
_LEAST = 10  # smaller numbers in headlines are of products, parts and lists
_LONG = 400  # characters of a text that can carry what its headline says
_YEAR = range(1900, 2101)
_FEWEST_SMALL = 0.5  # share of a headline's words without a capital, where capitals tell names


def check_headline(case: Case) -> Iterator[Finding]:
    """Numbers and names of the title that stand nowhere in the text."""
    if not case.title or len(case.text) < _LONG or case.text.lstrip()[:1] == "":
        return
    body = _without_title(case.text, case.title)
    yield from _numbers(case, body)
    yield from _names(case, body)
    yield from _tolls(case)


def _tolls(case: Case) -> Iterator[Finding]:
    """A number of dead, injured or detained in the headline that is none of those in the text."""
    for match in _TOLL.finditer(case.title):
        role = next(role for word, role in _ROLES.items() if (match["verb"] or match["verb2"]).lower().startswith(word))
        group = "number" if match["number"] else "number2"
        value = _value(match[group])
        told = [quantity for quantity in case.quantities if quantity.role == role]
        exact = [quantity for quantity in told if quantity.bound == "exact" and quantity.high is None]
        if value is None or not exact or any(_can_be(quantity, value) for quantity in told):
            continue
        spans = tuple((quantity.span.start, quantity.span.end) for quantity in exact[:3])
        yield Finding(
            "warning",
            f"The headline’s number of {role} is none of those in the text.",
            spans,
            f"In the text: {', '.join(quantity.span.surface for quantity in exact[:3])}.",
            (match.span(group),),
        )


def _can_be(quantity: Quantity, value: float) -> bool:
    """Whether a number of the text can be that of the headline."""
    if quantity.high is not None or quantity.bound == "range":
        return quantity.value <= value <= (quantity.high or quantity.value)
    within = {"at_least": value >= quantity.value, "at_most": value <= quantity.value}
    slack = _ROUGHLY if quantity.bound == "about" else _ROUNDED if value >= _ROUND else 0.0
    return within.get(quantity.bound, abs(value - quantity.value) <= slack * quantity.value)


def _value(words: str) -> float | None:
    if words[0].isdecimal():
        return float(words.replace(",", ""))
    return number_words().cardinals.get(words.lower())


def _without_title(text: str, title: str) -> str:
    """The text, but for the headline where that is its first line."""
    first, _, rest = text.lstrip().partition("\n")
    return rest if first.strip() == title.strip() else text


def _numbers(case: Case, body: str) -> Iterator[Finding]:
    start = len(case.text) - len(body)
    numbers = [quantity for quantity in case.quantities if quantity.span.start >= start]
    told = {quantity.value for quantity in numbers} | {q.high for q in numbers if q.high is not None}
    told |= {float(figure.replace(",", "")) for figure in re.findall(r"\d[\d,]*(?:\.\d+)?", body) if figure.strip(",")}
    words = {word.lower() for word in re.findall(r"[A-Za-z-]+", body)}
    cardinals = number_words().cardinals
    told |= {cardinals[word] for word in words & cardinals.keys()}
    tolls = [match.span() for match in _TOLL.finditer(case.title)]
    for match in _NUMBER.finditer(case.title):
        if any(first <= match.start() < last for first, last in tolls):
            continue
        value = float(match[1].replace(",", ""))
        after = case.title[match.end() : match.end() + 10].strip().lower()
        is_rounded = any(
            value and abs(number / _scale(after) - value) <= 0.06 * value for number in told if number >= 1000
        )
        if value < _LEAST or int(value) in _YEAR or value in told or is_rounded or value * _scale(after) in told:
            continue
        if any(_tells(word, value) for word in words):
            continue
        yield Finding(
            "warning",
            f"The headline’s {match[1]} stands nowhere in the text.",
            (),
            "The numbers of the text.",
            (match.span(1),),
        )


def _scale(after: str) -> float:
    return {"m": 1e6, "mi": 1e6, "bi": 1e9, "bn": 1e9, "th": 1e3, "tr": 1e12}.get(
        after[:2], 1e6 if after[:1] == "m" else 1.0
    )


def _tells(word: str, value: float) -> bool:
    """Whether a word tells a number that may be rounded: "dozens" 24 to 99, "twenty-four"."""
    if word in {"dozens", "scores"}:
        return 20 <= value <= 99
    if word in {"hundreds", "thousands"}:
        return value >= 100
    cardinals = number_words().cardinals
    tens, _, ones = word.partition("-")
    return tens in cardinals and ones in cardinals and cardinals[tens] + cardinals[ones] == value


def _names(case: Case, body: str) -> Iterator[Finding]:
    """Names, where the headline is written so that capitals tell them; the first word has one in any case."""
    words = re.findall(r"[A-Za-z][\w’'-]*", case.title)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    if len(small) < _FEWEST_SMALL * len([word for word in words if len(word) > 3]):
        return
    lower = body.lower()
    for match in _NAME.finditer(case.title):
        if match.start() == 0 or case.title[: match.start()].rstrip()[-1:] in ":.!?|-–—‘'“\"":
            continue
        stem = match[0].lower()[:5]
        if stem not in lower and not is_demonym((match[0].lower(),)):
            yield Finding(
                "warning",
                f"“{match[0]}” of the headline stands nowhere in the text.",
                (),
                "The words of the text.",
                (match.span(),),
            )
