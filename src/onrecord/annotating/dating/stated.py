"""Dates that the text itself states as its own: lines that say when it was published, datelines, notices."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotating.dating.clues import Clue
from onrecord.annotating.dating.days import FIRST_YEAR, LAST_YEAR, Days, ordinal

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotating.dating.expressions import DateWords
    from onrecord.annotating.dating.passage import Passage

_SAYS = "the text says that it was"
_HEAD = 700  # characters in which a page says when it is from
_LABEL = re.compile(
    r"(?:^|[|•·–—]|(?<=\s))[ \t]*(?P<label>(?:first |originally )?(?:published|posted)|publi(?:cation|shed) date|date"
    r"|(?:last )?updated)(?: (?:on|at))?(?P<colon> ?:)?[ \t]*"
    r"(?:\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: [A-Z]{2,4})?,? ?(?:on )?)?$",
    re.IGNORECASE,
)
_PROSE = re.compile(r"[a-z]{4}[^\n]*? [a-z]{4}[^\n]*? [a-z]{4}")  # three words of a sentence
_WORD = re.compile(r"[a-z]{4}")
_AMENDED = re.compile(r"\b(?:amended|corrected|updated|last modified) (?:on|at) (?:[A-Z][a-z]+day,? )?$")
_DATELINE_BEFORE = re.compile(r"^[ \t]*[A-Z][A-Z .,'’/-]{2,40}(?:, ?[A-Z][\w. ]{1,25})?,? ?\(?(?:[A-Z][\w ]{1,20}, )?$")
_DATELINE_AFTER = re.compile(r"^\)?[ \t]*(?:\([A-Z][\w /.-]{1,40}\)[ \t]*)?(?:--|[-–—:_])")
_COPYRIGHT = re.compile(
    r"(?:Copyright|©|\(c\))(?: ©| \(c\))? ?(?P<year>(?:19|20)\d\d),?(?: by)? (?:The )?(?:Associated Press|AP\b|Reuters|"
    r"Thomson Reuters|AFP|Agence France-Presse|Bloomberg|CNN|NPR|BBC)",
    re.IGNORECASE,
)


def read_stated(passage: Passage, dates: Sequence[DateWords]) -> tuple[list[Clue], set[int]]:
    """Clues from what the text says of itself, and the starts of dates that are used up by them.

    A note that it was amended on a day tells only that it was published by then; no other reasoner may take that day
    for one of which the article reports.
    """
    clues, used = [], set()
    for words in dates:
        clue = _read(passage, words)
        if clue is not None:
            clues.append(clue)
            used.add(words.start)
    labelled = [clue for clue in clues if isinstance(clue.why, str) and clue.why.startswith(_SAYS)]
    first = next((clue for clue in labelled if "updated" not in str(clue.why)), None)
    if first is not None:  # a later update does not move the day of publication
        clues = [clue for clue in clues if clue is first or clue not in labelled]
    return [*clues, *_copyright(passage)], used


def _read(passage: Passage, words: DateWords) -> Clue | None:
    text = passage.text
    start, end = text.rfind("\n", 0, words.start) + 1, text.find("\n", words.end)
    before = text[max(start, words.start - 120) : words.start]
    after = text[words.end : min(end if end >= 0 else len(text), words.end + 80)]
    is_head = words.start < _HEAD
    if is_head and words.ordinal is not None and (clue := _labelled(text, words, before, after)):
        return clue
    if words.ordinal is not None and _AMENDED.search(before):
        span = (words.start, words.end)
        return Clue.firm(
            Days.until(words.ordinal), f"a note says that the text was changed on {text[slice(*span)]}", span
        )
    if is_head and words.month and words.day and _DATELINE_BEFORE.match(before) and _DATELINE_AFTER.match(after):
        return _dateline(text, words)
    return None


def _labelled(text: str, words: DateWords, before: str, after: str) -> Clue | None:
    """A line that says when the text was published, or that holds nothing but a date."""
    day, told = words.ordinal or 0, text[words.start : words.end]
    label = _LABEL.search(before)
    if label is not None:
        is_own = not before[: label.start()].strip() or label[0][0] in "|•·"  # after a byline, or alone on its line
        is_line = is_own and not _PROSE.search(after)
        if not (label["colon"] or is_line):
            return None
        verb = "updated" if "updated" in label["label"].lower() else "published"
        span = (words.start - len(before) + label.start("label"), words.end)
        return Clue.firm(Days.between(day, day), f"{_SAYS} {verb} on {told}", span, points=True)
    if not before.strip() and len(after.strip()) <= 25 and not _WORD.search(after):
        return Clue.firm(Days.between(day, day), f"the text is headed {told}", (words.start, words.end), points=True)
    return None


def _dateline(text: str, words: DateWords) -> Clue:
    """The day of "ARDALE, March 5 —", of any year where none is written."""
    years = [words.year] if words.year else range(FIRST_YEAR, LAST_YEAR + 1)
    found = [day for year in years if (day := ordinal(year, words.month or 0, words.day or 0)) is not None]
    days = Days.of((d, d) for d in found if words.weekday is None or d % 7 == (words.weekday + 1) % 7)
    span = (words.start, words.end)
    return Clue.firm(days, f"its dateline is of {text[slice(*span)]}", span, points=True)


def _copyright(passage: Passage) -> Iterator[Clue]:
    for match in _COPYRIGHT.finditer(passage.text):
        year = int(match["year"])
        first, last = ordinal(year, 1, 1), ordinal(year, 12, 31)
        if first and last:
            yield Clue(Days.between(first, last), f"the copyright notice is of {year}", (match.span(),))
