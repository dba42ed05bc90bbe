"""Where sentences end: at a mark with white space and a capital or a figure behind it, but not at an abbreviation's."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARK_END = re.compile(r"(?<=[.!?…])[\"”’')\]]{0,3}\s++(?=[\"“‘'(\[]{0,2}[A-Z0-9À-ÖØ-Þ])")
_END = re.compile(rf"{_MARK_END.pattern}|\n+")
_LOOK = 4  # characters behind a border that tell whether it is one
_WORD_BEFORE = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]+\Z")
_LONGEST = 8  # characters of an abbreviation, and one before it
_WORD_AFTER = re.compile(r"\w+")

# Written with a capital, before a name: these never end a sentence.
_TITLES = frozenset(
    """
    adm amb brig capt cmdr col cpl dr fr ft gen gov hon lt maj messrs mr mrs ms mt mx pres prof pvt rep reps rev sen
    sens sgt supt
    """.split()
)
# Written with a capital: these end a sentence where a small word with a capital follows.
_DAYS = frozenset(
    """
    apr aug dec feb fri jan jul jun mar mon nov oct sat sep sept st sun thu thur thurs tue tues wed
    """.split()
)
# The same in any writing.
_OTHERS = frozenset("approx ca cf co corp dept est etc inc jr ltd op sq sr univ vs".split())
# These are words of their own, but before a figure: "No. 5".
_NUMBERED = frozenset("art ch fig no nos p pp sec vol".split())
_OPENERS = frozenset(
    """
    a after also although an and as at because before but by despite during even for from he her here his how however i
    if in it its meanwhile most my on our she since some such that the their then there these they this those though to
    under until we what when while who why with you your
    """.split()
)


def find_ends(text: str, first: int = 0, last: int | None = None, *, lines: bool = True) -> Iterator[tuple[int, int]]:
    """Where sentences end, behind the marks that close them, and where the next begin.

    Args:
        first, last: look between these offsets only; the next sentence begins at `last` at the latest.
        lines: a line's end ends a sentence too.
    """
    last = len(text) if last is None else last
    for match in (_END if lines else _MARK_END).finditer(text, first, min(len(text), last + _LOOK)):
        stop, following = match.span()
        if following > last:
            return
        is_line = lines and "\n" in match[0]
        if is_line or text[stop - 1] != "." or not _is_abbreviated(text, stop, following):
            yield stop + len(match[0].rstrip()), following


def is_abbreviation(word: str, following: str) -> bool:
    """Whether a full stop behind a word is a part of it and ends no sentence.

    Args:
        following: the next word, as written; "" for none.
    """
    low = word.lower()
    is_opener = following[:1].isupper() and following.lower() in _OPENERS
    if "." in word or len(word) == 1 or low in _OTHERS:
        return not is_opener  # "the U.S. Senate", "at 9 p.m. Monday", but "in the U.S. The army"
    if low in _NUMBERED:
        return following[:1].isdecimal()
    return word[:1].isupper() and (low in _TITLES or (low in _DAYS and not is_opener))


def _is_abbreviated(text: str, stop: int, following: int) -> bool:
    """Whether the full stop before `stop` belongs to an abbreviation, with the next word behind `following`."""
    if (before := _WORD_BEFORE.search(text, max(0, stop - 1 - _LONGEST), stop - 1)) is None:
        return False
    after = _WORD_AFTER.search(text, following, following + 2 * _LONGEST)
    return is_abbreviation(before[0], after[0] if after else "")
