"""Whether a time is told as past or as still ahead: the passage's own verdict, and cues that stand close to times."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from onrecord.annotating.dating.passage import Passage

Direction = Literal["gone", "past", "ahead", None]
_POSSESSIVE = frozenset("'’")
_REACH = 70  # characters before the time
# Of 222 bare weekdays in the dev articles the passage's verdict alone puts 198 where they belong, with these cues 201;
# of 42 bare months 34 and 38.
_AHEAD = re.compile(
    r"\bas (?:soon|early) as\b|\bno (?:later|earlier) than\b|\b(?:is|are|was|were) to \w+|"
    r"\b(?:set|scheduled|planned|planning|expected|due|slated|poised|ready|agreed|invited|vowed|pledged|hope[sd]?) "
    r"(?:to|for)\b|"
    r"\bwould (?:be|begin|start|meet|hold|travel|take|visit|vote|go|come|return|leave|arrive|resume|release|make|"
    r"decide)\b|"
    r"\b(?:ends|begins|starts|expires|opens|takes (?:place|effect|office))\b|"
    r"\b(?:scheduled|planned|plans|called for) (?:a|an|the|another|more) |"
    r"\b(?:postponed|delayed|adjourned|extended|effective|payable)\b|"
    r"(?<!began )(?<!started )(?<!continued )(?<!failed )(?<!managed )(?<!tried )(?<!refused )(?<!voted )(?<!forced )"
    r"\bto (?!the\b|his\b|her\b|its\b|their\b|this\b|that\b|those\b|these\b)"
    r"(?:be |re)?[a-z]{3,12} (?:[\w'’-]{1,30} ){0,2}(?:on |in |by |until |as of )?$"
)
_GONE = re.compile(
    r"(?:\bsince(?: late| early| mid)?|\bdating (?:back )?to|\bas of|\b(?:was|were|had been) (?:\w+ly )?"
    r"(?!scheduled|expected|planned|slated|supposed)[a-z]+(?:ed|wn|en|rn) (?:\w+ ){0,3}(?:in|on|at)) (?:the )?$"
)
# What happened, up to its day: "the man died in the hall on March 3".
_HAPPENED = re.compile(
    r"\b(?:died|fell|happened|occurred|took place|crashed|exploded|erupted|broke out|came into force|took office"
    r"|resigned)"
    r"(?: (?!(?:to|for|until|till|by|that|will|would|and|of)\b|vote|election)[\w’'-]{1,20}){0,4} (?:in|on) (?:the )?$"
)
_UNDONE = re.compile(r"\bhad (?:previously )?been (?:scheduled|due|set|expected|planned|supposed)\b")
_OPENING = 10  # characters before a time that opens its sentence: "In late January, …"
_PAST = re.compile(r"\b(?:said|told|was|were|had|did|went|came|took|met|held|killed|[a-z]{2,}ed)\b")


def tense_of(passage: Passage, start: int, end: int) -> Direction:
    """Whether the words from `start` to `end` are told as past or as still ahead; "gone" is past beyond doubt."""
    verdict = passage.tense(start, end)
    if verdict == "ahead":
        return verdict
    first, _ = passage.sentence(start)
    lead = max(first, start - _REACH)
    if verdict == "past" and (start - first < _OPENING or _GONE.search(passage.text, lead, start)):
        return "gone"
    if _HAPPENED.search(passage.text, lead, start):
        return "gone"
    if _UNDONE.search(passage.text, lead, start):
        return None
    cues = [match.end() for match in _AHEAD.finditer(passage.text, lead, start)]
    if not cues or passage.text[end : end + 1] in _POSSESSIVE or _PAST.search(passage.text, cues[-1], start):
        return verdict
    return "ahead"
