"""Arithmetic of shares: parts of a whole over 100 percent, and fractions that their numbers contradict."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.interpreting.checks.masks import N, P, S, tell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case
    from onrecord.interpreting.checks.masks import Masked

_SOME = r"[^«».;:!?]{0,60}?"
_SHARE = rf"(?:{P}|{S})"
_WHOLES = (
    r"(?:voters|respondents|people|residents|households|members|the population|adults|votes?|seats|the electorate|ballots|"
    r"those (?:asked|polled|questioned))"
)
_OVER = re.compile(rf"(?P<p>{P}) of (?:all |its |the |their |registered |eligible |valid )*{_WHOLES}\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"\b(?:several|more than one|multiple|two|many) (?:answers?|reasons?|choices?|options?|responses?)|"
    r"\bcould (?:name|choose|give|pick)\b|overlap|rounding|rounded",
    re.IGNORECASE,
)
_ONE_ANSWER = re.compile(
    r"\b(?:each (?:\w+ )?(?:could|was to|was asked to) (?:give|choose|name) (?:only )?(?:one|«n\d+»)|main means)",
    re.IGNORECASE,
)
_REST = re.compile(
    r"\b(?:undecided|no (?:opinion|view|answer|preference)|not (?:made up|decided)|un(?:sure|certain)|don['’]t know|"
    r"did not know|neither|named nobody|the rest|had not made)\b",
    re.IGNORECASE,
)
_VOTES = re.compile(rf"{P} of the (?:valid |popular )?votes?\b", re.IGNORECASE)
_COMPARED = re.compile(
    r"\b(?:from|against «|compared|earlier|last (?:year|month|week|time)|previous\w*|among|points?|rose|fell|turnout|margin)\b|«y",
    re.IGNORECASE,
)
# Shares of different wholes: "40 percent of women", "35 percent in Ostrel".
_APART = re.compile(
    r"«p\d+»(?: of the votes?)? (?:in [A-Z]|of (?!the (?:valid |popular )?votes?\b|those\b|them\b|respondents\b|voters\b|people\b)[a-z])"
)
_PLACED = re.compile(r"\b(?:In|in) [A-Z]\w+")
_FEWEST = 3
_MOST = 102.0  # percent: each share may be rounded up
_FRACTIONS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?P<part>{_SHARE}) of (?:its |the |his |her |their |all )*(?P<whole>{N}){_SOME}, (?:or |that is )?(?P<told>{N})(?: in all)?(?=[,.;]|$)",
        rf"\bOf (?:the |its |their |his |her )?(?:\w+['’]s )?(?P<whole>{N}){_SOME},? (?P<told>{N})(?: \w+)?,? (?:or |that is )?(?P<part>{_SHARE})(?: of [a-z ]{{3,20}})?,",
        rf"\bOf (?:the |its |their |his |her )?(?:\w+['’]s )?(?P<whole>{N}){_SOME},? (?P<part>{_SHARE}),? or (?P<told>{N}),",
        rf"(?P<told>{N}),? or (?P<part>{_SHARE}),? of (?:its |the |their |all )*(?P<whole>{N})",
        rf"(?P<told>{N}) of (?:its |the |their |all )*(?P<whole>{N}){_SOME}, or (?P<part>{_SHARE}),",
    )
)
_ONE_IN = re.compile(
    rf"(?:\bOne|\bone|«n\d+») in (?P<in>{N})[^«».;:!?]{{0,120}}?(?:: | — |, or )(?P<told>{N}) of (?:the |its )?(?P<whole>{N})",
    re.IGNORECASE,
)
_SLACK = 0.07  # share of the exact number that a fraction may miss it by; a percentage by a point


def check_shares(case: Case) -> Iterator[Finding]:
    """Shares that are too large or contradicted."""
    for number, masked in enumerate(case.masked):
        if len(masked.figures) > 1:
            yield from _fractions(case, masked)
            if (finding := _sum_over(case, number, masked)) is not None:
                yield finding
        for match in _OVER.finditer(masked.text) if masked.figures else ():
            share = masked.figure(match, "p")
            if share.value > 100:
                message = f"A share of {share.value:g} percent is more than the whole."
                yield Finding("error", message, (share.span,), "A whole is 100 percent.")


def _sum_over(case: Case, index: int, masked: Masked) -> Finding | None:
    """Shares of one whole in a sentence, and in the one before it, that sum to more than 100."""
    shares = [figure for name, figure in masked.figures.items() if name[1] == "p"]
    words = masked.text
    last = min(len(case.sentences) - 1, index + 2)
    around = case.text[case.sentences[max(0, index - 1)][0] : case.sentences[last][1]]
    if index and len(shares) >= _FEWEST - 1:
        before = case.masked[index - 1]
        is_one = len(before.figures) == 1 and not _COMPARED.search(before.text) and not _PLACED.search(words)
        if _VOTES.search(before.text) and is_one:
            shares = [*before.figures.values(), *shares]
            words = before.text + words
    is_whole = bool(_REST.search(words) or _VOTES.search(words) or _ONE_ANSWER.search(around))
    if len(shares) < _FEWEST or not is_whole or _COMPARED.search(words) or len(_APART.findall(words)) > 1:
        return None
    if _SEVERAL.search(around) and not _ONE_ANSWER.search(around):
        return None
    total = sum(share.value for share in shares)
    if total <= _MOST:
        return None
    told = " + ".join(f"{share.value:g}" for share in shares)
    spans = tuple(share.span for share in shares)
    return Finding("error", f"The shares sum to {total:g} percent.", spans, f"{told} = {total:g}.")


def _fractions(case: Case, masked: Masked) -> Iterator[Finding]:
    seen = set()
    for pattern in (*_FRACTIONS, _ONE_IN):
        for match in pattern.finditer(masked.text):
            whole, told = masked.figure(match, "whole"), masked.figure(match, "told")
            if pattern is _ONE_IN:
                part = masked.figure(match, "in")
                share, is_percent = 1 / part.value if part.value else 0.0, False
            else:
                part = masked.figure(match, "part")
                is_percent = part.unit == "percent"
                share = part.value / 100 if is_percent else part.value
            if told.span in seen or (whole.unit and told.unit and whole.unit != told.unit) or told.value > whole.value:
                continue
            seen.add(told.span)
            slack = 0.01 * whole.value if is_percent else _SLACK * share * whole.value
            rounding = (whole.high - whole.low + told.high - told.low) / 2
            if abs(told.value - share * whole.value) <= max(slack, 0.5) + rounding:
                continue
            yield Finding(
                "error",
                f"{tell(told)} of {tell(whole)} is not {case.text[slice(*part.span)] if pattern is not _ONE_IN else f'one in {part.value:g}'}.",
                (told.span, whole.span, part.span),
                f"{tell(told)} of {tell(whole)} is {100 * told.value / whole.value:.3g} percent.",
            )
