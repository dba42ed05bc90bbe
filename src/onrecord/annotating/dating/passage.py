"""The text as the reasoners see it: what stands in quotation marks, where sentences end, what is past or ahead."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from itertools import chain
from typing import Literal

from onrecord.sentences import find_ends

Tense = Literal["past", "ahead", None]

_MARK = re.compile(r"\n|''|[\"“”]")
_CAPITAL = re.compile(r"\b[A-Z][a-z]\w+")
_END = re.compile(r"\Z")
_LONGEST_QUOTATION = 2_000  # characters; a mark without its pair must not swallow the article
_LONGEST_SENTENCE = 600  # characters to either side
_REACH = 90  # characters on either side in which a verb tells of what is past or ahead

_AHEAD = re.compile(
    r"(?:\b(?:will|won['’]t|shall|upcoming|forthcoming)|['’]ll|\bas (?:soon|early) as|"
    r"\b(?:is|are|['’]s|['’]re|been) (?:\w+ )?(?:scheduled|slated|set|due|expected|planned|planning|going|poised|"
    r"to be|to take|to hold|to meet|to open)|"
    r"\bnext (?:week|month|year|season|spring|summer|fall|autumn|winter|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)|"
    r"(?<!was )(?<!were )(?<!been )\b(?:scheduled|slated|targeted|planned|due) (?:for|to|on|in)|"
    r"\b(?:plans|aims|hopes|vows|expects|intends) to)\b"
)
_VAGUE = re.compile(r"\b(?:was|were|had been) (?:\w+ )?(?:scheduled|slated|set|due|expected|planned|supposed|going)\b")
_PAST = re.compile(
    r"(?<!\bbe )(?<!\bget )\b(?:was|were|had|did|said|told|won|lost|took|came|went|made|gave|began|begun|"
    r"held|met|left|struck|hit|shot|fell|rose|grew|got|found|wrote|spoke|saw|became|led|ran|sent|put|broke|drew|paid|"
    r"brought|bought|sold|kept|stood|heard|knew|thought|showed|shown|quit|read|dealt|fought|taught|swept|"
    r"sank|fled|flew|blew|drove|rode|hid|swore|threw|withdrew|chose|froze|shook|spent|built|caught|sought|slept|[a-z]{2,}[a-z]ed|ago|last)\b"
)


class Passage:
    """An article's text with what the reasoners ask of it, found once."""

    def __init__(self, text: str) -> None:
        """Look at `text`."""
        self.text = text

    @cached_property
    def _quotations(self) -> tuple[list[int], list[int]]:
        starts, ends, opened = [], [], -1
        for match in chain(_MARK.finditer(self.text), _END.finditer(self.text)):
            mark = match[0]
            if opened >= 0 and match.start() - opened > _LONGEST_QUOTATION:
                opened = -1
            if mark in {"\n", ""}:
                # a quotation that goes on in the next paragraph has a mark at its head again
                if opened >= 0:
                    starts.append(opened)
                    ends.append(match.start())
                opened = -1
            elif opened < 0 and mark != "”":
                opened = match.start()
            elif opened >= 0 and mark != "“":
                starts.append(opened)
                ends.append(match.end())
                opened = -1
        return starts, ends

    def is_quoted(self, position: int) -> bool:
        """Whether `position` stands inside quotation marks."""
        starts, ends = self._quotations
        at = bisect_right(starts, position) - 1
        return at >= 0 and position < ends[at]

    @cached_property
    def names(self) -> frozenset[str]:
        """The words with a capital, without "'s"."""
        return frozenset(_CAPITAL.findall(self.text))

    @cached_property
    def _borders(self) -> list[int]:
        return [0, *(start for _, start in find_ends(self.text))]

    def sentence(self, position: int) -> tuple[int, int]:
        """Start and end of the sentence that holds `position`, or of what stands near it in an endless one."""
        at = bisect_right(self._borders, position)
        end = self._borders[at] if at < len(self._borders) else len(self.text)
        return max(self._borders[at - 1], position - _LONGEST_SENTENCE), min(end, position + _LONGEST_SENTENCE)

    def tense(self, start: int, end: int) -> Tense:
        """Whether the words from `start` to `end` are told as past or as still ahead; None where neither is clear.

        The nearest verb before them tells; where they open the sentence, the first one after them.
        """
        first, last = self.sentence(start)
        lead = max(first, start - _REACH)
        ahead = max((match.end() for match in _AHEAD.finditer(self.text, lead, start)), default=-1)
        past = max((match.end() for match in _PAST.finditer(self.text, lead, start)), default=-1)
        if ahead >= 0 or past >= 0:
            if any(match.end() >= max(ahead, past) for match in _VAGUE.finditer(self.text, lead, start)):
                return None
            return "ahead" if ahead >= past else "past"
        until = min(last, end + _REACH)
        later, earlier = _AHEAD.search(self.text, end, until), _PAST.search(self.text, end, until)
        if later is None and earlier is None:
            return None
        return "past" if later is None or (earlier and earlier.start() < later.start()) else "ahead"
