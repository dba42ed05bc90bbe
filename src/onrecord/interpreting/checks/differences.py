"""Arithmetic of two numbers and a third that is reckoned from them: margins, deficits, products, averages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.interpreting.checks.case import Finding
from onrecord.interpreting.checks.masks import N, P, W, tell

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.interpreting.checks.case import Case

_ANY = rf"(?:{N}|{P})"
_GAP = r"[^.;:!?«»]{0,60}?"
_PERIOD = r"(?:a|per|every|each) (?:year|month|week|day|hour)"


class _Relation(NamedTuple):
    """Words around three numbers a, b and d, and what d has to be.

    Attributes:
        told: how the reckoning is written.
    """

    pattern: re.Pattern[str]
    reckon: Callable[[float, float], float]
    told: str


def _relation(pattern: str, reckon: Callable[[float, float], float], told: str) -> _Relation:
    return _Relation(re.compile(pattern, re.IGNORECASE), reckon, told)


def _difference(a: float, b: float) -> float:
    return abs(a - b)


_RELATIONS = (
    _relation(
        rf"(?P<a>{_ANY}){W}{{0,40}}? (?:to|against){W}{{0,40}}? (?P<b>{_ANY}){W}{{0,50}}?, (?:or )?(?:a|an) "
        rf"(?:\w+ )?(?:majority|margin|lead|gap|difference|edge|advantage) of (?P<d>{N})",
        _difference,
        "−",
    ),
    _relation(
        rf"(?P<a>{_ANY}){W}{{0,60}}?,? (?:to|from|against|after) (?P<b>{_ANY}){W}{{0,60}}?, (?:a|an) (?:\w+ )?"
        rf"(?:fall|drop|decline|decrease|loss|rise|increase|gain|growth|jump|improvement) of (?P<d>{N}) (?:percentage )?points?\b",
        _difference,
        "−",
    ),
    _relation(
        rf"(?P<a>{N}){W}{{0,80}}?, (?P<d>{N}){W}{{0,12}}? (?:more|fewer|less) than (?:the )?(?P<b>{N})",
        _difference,
        "−",
    ),
    _relation(
        rf"\b(?:took in|earned|received|revenues? of|income of) (?P<a>{N}){_GAP}\b(?:and )?(?:spent|spending of|costs? of|expenses of) "
        rf"(?P<b>{N}){_GAP}, (?:leaving|for|with|which leaves|a) (?:a |an )?(?:deficit|shortfall|loss|surplus|profit) of (?P<d>{N})",
        _difference,
        "−",
    ),
    _relation(
        rf"\b(?:up|down|rose|fell|increased|dropped) by (?P<d>{N}){_GAP}\bto (?P<a>{N}){_GAP},? from (?P<b>{N})",
        _difference,
        "−",
    ),
    _relation(
        rf"\bopened (?P<a>{N}){W}{{0,60}}? and (?:shut|closed) (?P<b>{N}){W}{{0,60}}?\b(?:with|had) (?P<d>{N}) (?:more|fewer)",
        _difference,
        "−",
    ),
    _relation(
        rf"(?P<a>{N}){_GAP} (?:at|for) (?P<b>{N}) (?:apiece|each|a \w+|per \w+|a piece){_GAP},? (?:a (?:deal|contract|sale|purchase|sum) "
        rf"(?:worth|of)|for a total of|a total of|worth|or|making|in all) (?P<d>{N})",
        lambda a, b: a * b,
        "×",
    ),
    _relation(
        rf"(?P<a>{N}){_GAP} in (?:the )?(?:first |last |past )?(?P<b>{N}) (?:years|months|weeks|days|hours){_GAP}, (?P<d>{N}) "
        rf"{_PERIOD} on average",
        lambda a, b: a / b,
        "÷",
    ),
)
_SLACK = 0.01  # share of what is reckoned
_AVERAGE_SLACK = 0.5

_FEWEST = 3  # numbers of a sentence that a rule reckons with


def check_differences(case: Case) -> Iterator[Finding]:
    """Numbers that the two beside them contradict."""
    for masked in case.masked:
        if len(masked.figures) < _FEWEST:
            continue
        for relation in _RELATIONS:
            for match in relation.pattern.finditer(masked.text):
                a, b, d = (masked.figure(match, name) for name in "abd")
                if a.unit and b.unit and a.unit != b.unit and relation.told == "−":
                    continue
                exact = relation.reckon(a.value, b.value)
                rounding = (a.high - a.low + b.high - b.low) / 2 if relation.told == "−" else 0.0
                rounding += (d.high - d.low) / 2 + (_AVERAGE_SLACK if relation.told == "÷" else 0.0)
                if abs(exact - d.value) <= rounding + _SLACK * abs(exact) * (relation.told != "−") + 1e-9:
                    continue
                if relation.told == "−" and abs(exact - d.value) < 1e-6 + 0.051 * (a.unit == "percent"):
                    continue
                first, second = (a, b) if a.value >= b.value or relation.told != "−" else (b, a)
                yield Finding(
                    "error",
                    f"{tell(d)} does not fit {tell(a)} and {tell(b)}.",
                    (d.span, a.span, b.span),
                    f"{tell(first)} {relation.told} {tell(second)} = {exact:,.12g}.",
                )
