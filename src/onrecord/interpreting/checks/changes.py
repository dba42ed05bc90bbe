"""Arithmetic of changes: a rise, a fall or a multiple against the two numbers that it is between."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.interpreting.checks.masks import N, P, S, tell
from onrecord.interpreting.checks.masks import W as W_ANY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case
    from onrecord.interpreting.checks.masks import Masked

_UP = (
    "rise|rises|risen|rising|rose|increase|increases|increased|increasing|grew|grow|grows|grown|growth|climb|climbed|jump|"
    "jumped|gain|gained|surge|surged|advance|advanced|soar|soared|swell|swelled|higher|more|up"
)
_DOWN = (
    "fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declined|decrease|decreased|shrank|shrink|shrunk|"
    "slid|slide|slump|slumped|plunge|plunged|loss|lost|lower|less|fewer|cut|cuts|reduce|reduced|reduction|down"
)
_CHANGE = rf"(?:{_UP}|{_DOWN})"
_SHARE = rf"(?:{P}|{S})"
# Nothing else begins between the numbers of one change: "rose by 20 percent, and wages from …".
W = rf"(?:(?!, (?:and|while|but|whereas)\b|\band \w+ (?:from|to)\b){W_ANY})"
_A = r"(?:an? |the )(?:\w+ )?"
_OLD_NEW = rf"from (?P<old>{N}){W}{{0,70}}?\bto (?P<new>{N}){W}{{0,50}}?"
_NEW_OLD = rf"to (?P<new>{N}){W}{{0,70}}?\bfrom (?P<old>{N}){W}{{0,50}}?"
_BEHIND = rf",? (?:or |that is )?(?:by |{_A}{_CHANGE} (?:of |by )|{_CHANGE} (?:by )?)(?P<p>{_SHARE})"
_PERCENT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_CHANGE}\b{W}{{0,50}}?(?P<p>{_SHARE}){W}{{0,70}}?,? {_OLD_NEW.removesuffix(W + '{0,50}?')}",
        rf"\b{_CHANGE}\b{W}{{0,50}}?(?P<p>{_SHARE}){W}{{0,70}}?,? {_NEW_OLD.removesuffix(W + '{0,50}?')}",
        rf"\b{_OLD_NEW}{_BEHIND}",
        rf"\b{_NEW_OLD}{_BEHIND}",
        rf"(?P<new>{N}){W}{{0,50}}?,? (?:compared with|against|after|up from|down from) (?P<old>{N}){W}{{0,50}}?, {_A}{_CHANGE} of (?P<p>{_SHARE})",
        rf"(?P<new>{N}){W}{{0,50}}?,? (?P<p>{_SHARE}) (?:{_UP}|{_DOWN}) than (?:the |its )?(?P<old>{N})",
        rf"(?P<new>{N}){W}{{0,50}}?,? (?:up|down|an increase of|a rise of|a fall of|a drop of) (?:by )?(?P<p>{_SHARE}) (?:from|on|over) (?:the )?(?P<old>{N})",
        rf"(?P<new>{N}){W}{{0,50}}?, an? (?P<p>{P})[ -](?:rise|increase|jump|fall|drop|decline|decrease|gain) (?:from|on|over|compared with) (?:the )?(?P<old>{N})",
        rf"(?P<p>{P})[ -](?:rise|increase|jump|fall|drop|decline|decrease|gain|cut){W}{{0,40}}?,? from (?P<old>{N}){W}{{0,70}}?\bto (?P<new>{N})",
        rf"(?P<old>{N})(?: \w+)? in «y\d+» and (?P<new>{N})(?: \w+)? in «y\d+», {_A}{_CHANGE} of (?P<p>{_SHARE})",
    )
)
_TIMES = {
    "doubled": 2.0,
    "tripled": 3.0,
    "trebled": 3.0,
    "quadrupled": 4.0,
    "halved": 0.5,
    "twofold": 2.0,
    "threefold": 3.0,
    "fourfold": 4.0,
    "fivefold": 5.0,
    "sixfold": 6.0,
    "tenfold": 10.0,
}
_WORD = rf"(?P<word>{'|'.join(_TIMES)})"
_GAP = r"[^.;:!?]{0,90}?"
_MULTIPLES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_WORD}\b{_GAP},? {_OLD_NEW.removesuffix(W + '{0,50}?')}",
        rf"\b{_WORD}\b{_GAP},? {_NEW_OLD.removesuffix(W + '{0,50}?')}",
        rf"(?P<new>{N}){_GAP}\b{_WORD} from (?:the )?(?P<old>{N})",
    )
)
_TWICE = re.compile(
    rf"(?P<new>{N}){_GAP}, (?P<word>twice|three times|four times|half) as (?:many|much) as (?:the )?(?P<old>{N})",
    re.IGNORECASE,
)
_AS = {"twice": 2.0, "three times": 3.0, "four times": 4.0, "half": 0.5}
_MORE_THAN = re.compile(r"\b(?:more than|almost|nearly|about|roughly|over|less than)\s+$", re.IGNORECASE)
# A told percentage may miss the exact one by a point, and this share of it more: figures are rounded.
_POINTS, _OF_IT = 1.0, 0.04
_LOOSE = 0.15  # share of a multiple

_FEWEST = 2  # numbers of a sentence that a rule reckons with


def check_changes(case: Case) -> Iterator[Finding]:
    """Changes that the numbers beside them contradict."""
    for masked in case.masked:
        if len(masked.figures) < _FEWEST:
            continue
        yield from _percentages(case, masked)
        yield from _multiples(masked)


def _percentages(case: Case, masked: Masked) -> Iterator[Finding]:
    seen = set()
    for pattern in _PERCENT:
        for match in pattern.finditer(masked.text):
            told, old, new = (masked.figure(match, name) for name in ("p", "old", "new"))
            if told.span in seen or (old.unit != new.unit and old.unit and new.unit):
                continue
            seen.add(told.span)
            if old.value <= 0 or new.value == old.value:
                continue
            percent = told.value * (100 if told.unit == "share" else 1)
            changes = [abs(b - a) / a * 100 for a in (old.low, old.high) if a > 0 for b in (new.low, new.high)]
            slack = _POINTS + _OF_IT * percent
            if min(changes) - slack <= percent <= max(changes) + slack:
                continue
            yield Finding(
                "error",
                f"A change of {case.text[slice(*told.span)]} does not fit {tell(old)} and {tell(new)}.",
                (told.span, old.span, new.span),
                f"From {tell(old)} to {tell(new)} is {abs(new.value - old.value) / old.value * 100:.3g} percent.",
            )


def _multiples(masked: Masked) -> Iterator[Finding]:
    for pattern in (*_MULTIPLES, _TWICE):
        for match in pattern.finditer(masked.text):
            old, new = masked.figure(match, "old"), masked.figure(match, "new")
            word = match["word"].lower()
            if old.value <= 0 or _MORE_THAN.search(masked.text[: match.start("word")]):
                continue
            told = _TIMES.get(word) or _AS[word]
            times = new.value / old.value
            if abs(times - told) <= _LOOSE * told or _is_loose(told, times):
                continue
            yield Finding(
                "error",
                f"“{match['word']}” does not fit {tell(old)} and {tell(new)}.",
                (old.span, new.span),
                f"{tell(new)} is {times:.3g} times {tell(old)}.",
            )


def _is_loose(told: float, times: float) -> bool:
    """Whether what is told is loose talk: "doubled" of what is 2.4 times as much."""
    return told > 1 and told < times < told + 0.5
