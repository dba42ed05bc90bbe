"""Whether a bare weekday is the coming one: "by Monday", "talks resume Monday", "the deadline is Friday".

Days of the week look ahead far more often than months do, with words that tell nothing of those.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.times.tenses import Direction, tense_of

if TYPE_CHECKING:
    from onrecord.annotating.dating.passage import Passage

_REACH = 90  # characters on either side in which a verb tells
_LIMIT = re.compile(r"\b(?:until|till|before|ahead of|no later than|not later than) (?:the )?$", re.I)
_DAY_LIMIT = re.compile(
    r"\b(?:by|through|(?:starting|beginning)(?: on| from)?) (?:the )?$", re.I
)  # not "by Monday's vote"
_POSSESSIVE = ("'", "’")
_AHEAD_OF = re.compile(r"\bahead of (?:the )?$", re.I)
_OPENING = 16  # characters of a sentence that the limit opens: "Not later than"
_GIVEN = re.compile(r"\b(?:until|till) $", re.I)
_TO_DO = re.compile(r" to (?!the\b|a\b|an\b|his\b|her\b|their\b)[a-z]{2,12}\b")  # "until Friday to answer"
# What happens at a set time is told in the present tense, and is still ahead.
_SET = re.compile(
    r"\b(?:meets?|resumes?|reopens?|starts?|begins?|opens?|closes|ends?|expires?|travels?|fl(?:y|ies)|convenes?|votes?"
    r"|gathers?|returns?|arrives?|leaves? for|heads? to|faces?|takes? (?:place|effect|office)|kicks? off|goes? to"
    r"|comes? into (?:force|effect)|falls?)(?: (?!and\b|that\b)[\w’'-]{1,20}){0,5}(?: on)? $"
    r"|\b(?:is|are)(?: on)? $"  # "the deadline for bids is Monday"
)
_MODAL = re.compile(
    r"\b(?:will|wo|shall|would|may|might|must|should|can|cannot|could(?! not|n)|ought to|needs? to|ha(?:s|ve) to)\b"
    r"(?! have\b)",
    re.I,
)
_MAY = re.compile(r"\b(?:may|might|must|should) (?:not )?(?!have\b)[a-z]{2,12} (?:[\w’'-]{1,20} ){0,4}(?:on |from )?$")
_FORECAST = re.compile(r"\b(?:forecast|predicted|slated|planned|called|set|due)(?: to [a-z]+)? (?:for|on|by|from) $")
_TOLD = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bbe )(?<!\bbeen )(?<!\bremain )(?<!\bremains )(?<!\bstay )"
    r"\b(?:could not|couldn|was|were|had|did|said|told|won|lost|took|came|went|made|gave|began|held|met|left|struck|hit"
    r"|shot|fell|rose|grew|got|found|wrote|spoke|saw|became|led|ran|sent|broke|drew|paid|kept|stood|heard|knew|[a-z]{2,}[a-z]ed)\b"
)


def weekday_tense(passage: Passage, lead: int, start: int, end: int) -> Direction:
    """Whether the weekday from `start` to `end` is told as past or as still ahead.

    Args:
        lead: where the words begin that belong to it: "9 a.m." in "9 a.m. Tuesday".
    """
    text = passage.text
    first, last = passage.sentence(start)
    low = max(first, lead - _REACH)
    is_own = text[end : end + 1] in _POSSESSIVE
    if _LIMIT.search(text, low, lead) or (not is_own and _DAY_LIMIT.search(text, low, lead)):
        return _of_limit(passage, (low, lead, end, min(last, end + _REACH))) or tense_of(passage, start, end)
    tense = tense_of(passage, start, end)
    if tense == "ahead" or _MAY.search(text, low, lead) or _FORECAST.search(text, low, lead):
        return "ahead"
    is_set = _SET.search(text, low, lead) and not _TOLD.search(text, low, lead)
    return "ahead" if is_set else tense


def _of_limit(passage: Passage, places: tuple[int, int, int, int]) -> Direction:
    """Of what a limit is set for: ahead, unless the verb is past: "By Monday the fires were out"."""
    low, lead, end, until = places
    text = passage.text
    if _GIVEN.search(text, low, lead) and _TO_DO.match(text, end, until):
        return "ahead"
    modal = max((match.end() for match in _MODAL.finditer(text, low, lead)), default=-1)
    told = max((match.end() for match in _TOLD.finditer(text, low, lead)), default=-1)
    if modal < 0 and told < 0:
        if lead - low > _OPENING or _AHEAD_OF.search(text, low, lead):
            return "ahead"
        later, earlier = _MODAL.search(text, end, until), _TOLD.search(text, end, until)
        is_told = earlier is not None and (later is None or earlier.start() < later.start())
        return None if is_told else "ahead"
    return "ahead" if modal > told else None
