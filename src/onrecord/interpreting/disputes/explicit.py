"""Disputes that the words themselves name: "blamed", "denied that", "later admitted"; no network is asked for them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.interpreting.disputes.reading import Sentence
    from onrecord.records import Statement

_DENYING = frozenset({"deny", "refute", "rebut", "repudiate"})
# What is denied: a clause, a deed, a charge. Entry, visas, bail and requests are denied otherwise.
_CHARGE = r"(?:accusation|allegation|charge|claim|report|rumou?r|suggestion|assertion|account|finding|story)s?"
_CLAUSE = (
    r"(?:he|she|they|there|his|her|its|their|the \w+|[A-Z]\w+)(?: \w+){0,3} "
    r"(?:had|has|have|was|were|is|are|did|would|will|could|ever)"
)
_DENIED = re.compile(
    r"^[\"“‘']*(?:that|\w+ing|any|it|this|those|these|all|wrongdoing|involvement|responsibility|guilt|"
    rf"(?:(?:the|his|her|its|their|such) (?:\w+ )?)?{_CHARGE}|{_CLAUSE})\b"
)
_UNSAID = re.compile(
    r"(?:n['’]t|\b(?:not|never|nor|neither|no longer|did|cannot|if|unless|would|could|should|might|may|nobody|no one|"
    r"without|confirm(?:ed)? (?:or|nor)))\b[^.;]{0,30}$",
    re.IGNORECASE,
)
_BLAMING = frozenset({"blame", "scapegoat"})
_EARLIER = frozenset({"accuse", "deny", "claim", "say", "reject", "criticize", "promise"})
_TURNED = re.compile(r"\b(?:later|then|now|afterwards?|eventually|subsequently)\b", re.IGNORECASE)


def read_explicit(text: str, sentences: Sequence[Sentence]) -> Iterator[tuple[str, Sentence]]:
    """Kinds of disputes with the sentence that names each."""
    for sentence in sentences:
        for statement in sentence.statements:
            kind = _kind(text, statement)
            if kind is not None:
                yield kind, sentence
        if _turns_back(text, sentence):
            yield "reversal", sentence


def _kind(text: str, statement: Statement) -> str | None:
    if statement.cue is None or not statement.content.spans:
        return None
    cue = statement.cue.spans[0]
    if _UNSAID.search(text[max(0, cue.start - 40) : cue.start]) or _UNSAID.search(cue.surface + " "):
        return None
    if statement.cue.lemma in _BLAMING:
        return "blame"
    if statement.cue.lemma in _DENYING and _DENIED.match(statement.content.spans[0].surface):
        return "denial"
    return None


def _turns_back(text: str, sentence: Sentence) -> bool:
    """Whether one speaker says something, and in the same sentence later admits what goes against it."""
    for earlier in sentence.statements:
        for later in sentence.statements:
            if earlier.cue is None or later.cue is None or later.cue.act != "admit" or earlier.cue.act not in _EARLIER:
                continue
            first, second = earlier.cue.spans[0], later.cue.spans[0]
            if first.end > second.start or not _TURNED.search(text[first.end : second.end]):
                continue
            if not (earlier.source and later.source):
                continue
            mine, theirs = ({entity.id for entity in one.source.entities} for one in (earlier, later) if one.source)
            if mine and mine == theirs:
                return True
    return False
