"""To whom a statement was said: "told parliament", "said to reporters", "in an interview with the paper"."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.tokens import GAPS, SHAPES, word_range
from onrecord.vocabulary.times import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.records import Statement
    from onrecord.tokens import Tokens

_SPACE = GAPS.index("space")
_CAPITAL = frozenset(SHAPES.index(shape) for shape in ("title", "upper", "mixed"))
_DAYS = words_of("WEEKDAY", "SHORT_WEEKDAY", "MONTH", "SHORT_MONTH")

# Whoever stands right after these is spoken to.
TELLING = frozenset(
    """
    tell ask warn urge inform remind assure advise notify order instruct command implore beg beseech invite encourage
    persuade convince caution brief reassure promise question interview exhort admonish counsel request
    """.split()
)
# These take "to" for it.
SAYING_TO = frozenset(
    """
    say write speak talk explain complain report announce confess admit apologize add confirm state declare mention
    describe suggest propose reply respond swear signal vow boast lament recall insist stress testify tweet whisper
    """.split()
)
# "in an interview with X", "in a letter to X"
_OCCASIONS = frozenset("interview conversation meeting call briefing chat discussion talks".split())
_WRITINGS = frozenset("letter message email memo statement speech remarks address note testimony report".split())
_REACH = 12  # words after the cue in which an occasion is looked for


def find_addressee(
    statement: Statement, tokens: Tokens, words: Sequence[str], mentions: Sequence[FoundMention]
) -> FoundMention | None:
    """The mention of whom the statement is said to, or None where the text does not say.

    Args:
        words: the text's words, lower case.
        mentions: in the order of their heads.
    """
    if statement.cue is None:
        return None
    after = word_range(tokens, statement.cue.spans[-1])[1]
    said = [word_range(tokens, span) for span in statement.content.spans]
    end = min([first for first, _ in said if first >= after], default=min(len(words), after + _REACH))
    lemma = statement.cue.lemma.split()[0] if statement.cue.lemma else ""
    place = _place(lemma, words, after, end)
    if place is None:
        return None
    near = bisect_left(mentions, place, key=lambda m: m.head)
    found = [
        m
        for m in mentions[near : bisect_left(mentions, place + 6, near, key=lambda m: m.head)]
        if place <= m.first <= place + 1
        and not _goes_on(m, words, tokens)
        and not any(first <= m.head < last for first, last in said)
    ]
    person = [m for m in found if m.kinds[:3].sum() > 0.5]
    return max(person, key=lambda m: m.last, default=None)


def _place(lemma: str, words: Sequence[str], after: int, end: int) -> int | None:
    """The word where the addressee begins."""
    if lemma in TELLING and after < end:
        return after
    if lemma in SAYING_TO and after + 1 < end and words[after] == "to":
        return after + 1
    for i in range(after, min(end, after + _REACH, len(words)) - 2):
        if words[i] in (".", "?", "!"):
            return None
        if (words[i] in _OCCASIONS and words[i + 1] == "with") or (words[i] in _WRITINGS and words[i + 1] == "to"):
            return i + 2
    return None


def _goes_on(mention: FoundMention, words: Sequence[str], tokens: Tokens) -> bool:
    """Whether a name is but a part of what is spoken to: "Norway" in "Norway's news agency", in "Radio Norway"."""
    if mention.form != NAME or mention.last >= len(words):
        return False
    is_joined = tokens.gaps[mention.last] == _SPACE and words[mention.last] not in _DAYS
    is_capital = int(tokens.shapes[mention.last]) in _CAPITAL and is_joined
    is_second = mention.first > 0 and int(tokens.shapes[mention.first - 1]) in _CAPITAL
    return words[mention.last] in ("'", "’") or is_capital or (is_second and tokens.gaps[mention.first] == _SPACE)
