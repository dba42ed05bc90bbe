"""Disputes that the words themselves name: "blamed", "denied that", "later admitted"; no network is asked for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.interpreting.disputes.denying import find_denial

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.records import Statement

_UNSAID = re.compile(
    r"(?:n['’]t|\b(?:not|never|nor|neither|no longer|did|cannot|if|unless|would|could|should|might|may|nobody|no one|"
    r"without|confirm(?:ed)? (?:or|nor)|too (?:early|soon) to|refus\w+ to|declin\w+ to))\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_BACK = 40  # characters before a word in which it may be taken back
_BLAMING = frozenset({"blame", "scapegoat", "point the finger", "point a finger", "point fingers"})
_TO_BLAME = re.compile(
    r"\b(?:is|are|was|were|be|been) (?:\w+ly |also )?to blame for\b"
    r"|\b(?:bears?|bore|carr(?:y|ies|ied)) (?:\w+ ){0,3}?blame\b"
    r"|\b(?:fault|blame) (?:lies|lay) (?:\w+ )?(?:with|at)\b"
    r"|\b(?:only|have|has) (?:itself|himself|herself|themselves) to blame\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:who|what|which|whether)(?: \w+)?\s*$", re.IGNORECASE)  # "the question who is to blame"
_EARLIER = frozenset({"accuse", "deny", "claim", "say", "reject", "criticize", "promise"})
_TURNED = re.compile(r"\b(?:later|then|now|afterwards?|eventually|subsequently)\b", re.IGNORECASE)


def read_explicit(text: str, statements: tuple[Statement, ...]) -> Iterator[tuple[str, int, Statement]]:
    """Kinds of disputes that the statements of a sentence name, where in the text, and the statement that does."""
    for statement in statements:
        if (named := _named(text, statement)) is not None:
            yield *named, statement
    if (turning := _turning_back(statements, text)) is not None:
        yield "reversal", turning.cue.spans[0].start if turning.cue else 0, turning


def is_said(text: str, start: int, end: int, named: re.Pattern[str]) -> bool | None:
    """Whether a word that names a dispute stands in a sentence and is not taken back; None where there is none."""
    found = list(named.finditer(text, start, end))
    return any(not is_unsaid(text, start, one.start()) for one in found) if found else None


def is_unsaid(text: str, start: int, at: int) -> bool:
    """Whether words of a sentence from `start` on take back what stands at `at`: "did not blame", "if he denies"."""
    return _UNSAID.search(text[max(start, at - _BACK) : at]) is not None


def _named(text: str, statement: Statement) -> tuple[str, int] | None:
    """The kind of dispute that a statement names, and where."""
    if statement.cue is None or not statement.content.spans:
        return None
    cue = statement.cue.spans[0]
    if is_unsaid(text, 0, cue.start) or _UNSAID.search(cue.surface + " "):
        return None
    if statement.cue.lemma in _BLAMING:
        return "blame", cue.start
    if (at := find_denial(text, statement, statement.cue)) is not None:
        return "denial", at
    for span in statement.content.spans:
        if told := _TO_BLAME.search(span.surface):
            at = span.start + told.start()
            is_open = is_unsaid(text, span.start, at) or _ASKED.search(text[span.start : at])
            return None if is_open else ("blame", at)
    return None


def _turning_back(statements: tuple[Statement, ...], text: str) -> Statement | None:
    """Where one speaker says something, and in the same sentence later admits what goes against it: the first."""
    for earlier in statements:
        for later in statements:
            if earlier.cue is None or later.cue is None or later.cue.act != "admit" or earlier.cue.act not in _EARLIER:
                continue
            first, second = earlier.cue.spans[0], later.cue.spans[0]
            if first.end > second.start or not _TURNED.search(text[first.end : second.end]):
                continue
            if not (earlier.source and later.source):
                continue
            mine, theirs = ({entity.id for entity in one.source.entities} for one in (earlier, later) if one.source)
            if mine and mine == theirs:
                return earlier
    return None
