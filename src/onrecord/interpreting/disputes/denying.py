"""Denials that a statement's own words tell: "denied that", "rejected the claim", "called the report a fairy tale"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.vocabulary.disputes import load_dispute_words

if TYPE_CHECKING:
    from onrecord.records import Cue, Statement

_DENYING = frozenset({"deny", "refute", "rebut", "repudiate"})
_DOUBTING = frozenset({"dispute", "contest", "challenge"})  # of a report, too, they say that it is not so
_ASSERTING = frozenset({"say", "claim", "deny", "reject", "describe", "insist", "announce", "believe"})
# What a judge or an insurer turns down is a claim of another sort.
_JUDGING = re.compile(
    r"\b(?:courts?|judges?|justices?|jury|jurors?|tribunal|magistrates?|panel|insurers?|arbitrators?)\b", re.IGNORECASE
)
_FAR = 100  # characters behind a cue in which it is told what it is said of
_WORDS = r"(?:[\w.-]+(?:['’]s?)? )"  # the rest of a noun phrase: "the mayor's latest "
_QUOTES = "[\"“‘' ]*"
# What is denied: a clause, a deed, a charge. Entry, visas, bail and requests are denied otherwise.
_CLAUSE = (
    r"(?:he|she|they|there|his|her|its|their|the \w+|[A-Z]\w+)(?: \w+){0,3} "
    r"(?:had|has|have|was|were|is|are|did|would|will|could|ever)"
)


class _Patterns(NamedTuple):
    denied: re.Pattern[str]
    turned_down: re.Pattern[str]
    disputed: re.Pattern[str]
    called: re.Pattern[str]
    is_lie: re.Pattern[str]


def find_denial(text: str, statement: Statement, cue: Cue) -> int | None:
    """Where a statement says of something that is said elsewhere that it is not so; None where it does not."""
    patterns, words = _patterns(), load_dispute_words()
    at = cue.spans[0].start
    if cue.lemma in _DENYING and patterns.denied.match(statement.content.spans[0].surface):
        return at
    if statement.source is None or any(_JUDGING.search(span.surface) for span in statement.source.spans):
        return None
    following = text[cue.spans[-1].end : cue.spans[-1].end + _FAR]
    if cue.lemma in words.turning_down | _DENYING and patterns.turned_down.match(following):
        return at
    if cue.lemma in _DOUBTING | _DENYING and patterns.disputed.match(following):
        return at
    if cue.lemma in words.calling and patterns.called.match(following):
        return at
    if cue.act in _ASSERTING:
        for span in statement.content.spans:
            if told := patterns.is_lie.search(span.surface):
                return span.start + told.end() - 1
    return None


@cache
def _patterns() -> _Patterns:
    words = load_dispute_words()
    charges, writings, lies, deeds, harms = (
        words.charges.pattern, words.writings.pattern, words.lies.pattern, words.deeds.pattern, words.harms.pattern
    )  # fmt: skip
    both = f"(?:{charges}|{writings})"
    that = rf"(?:it|this|that|them|these|those|{_WORDS}{{0,5}}?{both})"
    is_ = r"(?:is|are|was|were|['’]s|['’]re)"
    return _Patterns(
        denied=re.compile(
            rf"^{_QUOTES}(?:(?:that|any|it|this|those|these|all|\w+ing|ever \w+ing)\b|"
            rf"{_WORDS}{{0,2}}?(?:{both}|{deeds})|{_CLAUSE}\b)"
        ),
        turned_down=re.compile(
            rf"^(?: (?:at|against|on|back))? {_WORDS}{{0,5}}?(?:{charges}(?! for\b)|reports? (?:that|of|in|by)\b)",
            re.IGNORECASE,
        ),
        disputed=re.compile(rf"^ {_WORDS}{{0,4}}?{both}", re.IGNORECASE),
        called=re.compile(
            rf"^ {_QUOTES}{that}\b(?: \w+){{0,5}}[ ,]+{_QUOTES}(?:\w+[ ,-]+){{0,4}}{lies}", re.IGNORECASE
        ),
        is_lie=re.compile(
            rf"(?:(?<=[.;,:!?] )|(?<=[\"“‘'])|^|\b(?:that|but|and|however) ){_QUOTES}{that}(?: \w+){{0,8}}? {is_} "
            rf"(?:an? )?(?:\w+ly |\w+ and |[a-z]+, |(?:pure|utter|sheer|total|complete|just|all) ){{0,3}}{lies}"
            r"|\b(?:not a (?:word|grain|shred) of|no) truth (?:in|to)\b"
            r"|\bnothing (?:of the (?:kind|sort)|like (?:it|that)) (?:(?:had|has|ever) ){0,2}(?:happen|occur|take|took)"
            r"|\b(?:that|it|this) (?:had )?(?:never|did not|didn['’]t) happen(?:ed)?\b"
            rf"|\bha(?:d|s|ve) (?:absolutely |had )?nothing to do with (?:it|this|that|them|{_WORDS}{{0,3}}?{harms})",
            re.IGNORECASE,
        ),
    )
