"""A text as the words, figures and signs that numbers are read from."""

from __future__ import annotations

import re
from dataclasses import dataclass

from onrecord.sentences import is_abbreviation

# "U.S." and "p.m." are one word, "12,500.5" is one figure, "Iranian-made" is three words that touch.
_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:,\d{2,3}(?!\d))*(?:\.\d+)?|\S")
_ENDS = frozenset(".!?")
HYPHENS = frozenset("-‐‑–—−")


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text.

    Attributes:
        text: the text.
        raw, low: each word as written and in lower case, with straight apostrophes.
        starts, ends: code-point offsets, half-open.
    """

    text: str
    raw: tuple[str, ...]
    low: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.raw)

    def at(self, i: int) -> str:
        """Word `i` in lower case, or "" outside the text."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def touches(self, i: int) -> bool:
        """Whether nothing stands between word `i` and the one before it."""
        return 0 < i < len(self.starts) and self.starts[i] == self.ends[i - 1]

    def is_hyphen(self, i: int) -> bool:
        """Whether word `i` is a hyphen or a short dash that touches the words on both sides."""
        return self.at(i) in HYPHENS and self.touches(i) and self.touches(i + 1)

    def is_word(self, i: int) -> bool:
        """Whether word `i` is made of letters."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isalpha()

    def is_figure(self, i: int) -> bool:
        """Whether word `i` is made of digits."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isdecimal()

    def is_capital(self, i: int) -> bool:
        """Whether word `i` begins with a capital."""
        return 0 <= i < len(self.raw) and self.raw[i][0].isupper()

    def breaks(self, i: int) -> bool:
        """Whether a line ends between word `i` and the one before it."""
        return 0 < i < len(self.raw) and "\n" in self.text[self.ends[i - 1] : self.starts[i]]

    def begins(self, i: int) -> bool:
        """Whether a sentence begins at word `i`, or before the quotation mark or bracket in front of it."""
        if i <= 0 or i >= len(self.raw) or self.breaks(i):
            return True
        before = i - 1
        while before and self.raw[before] in "\"'“”‘’()[]" and i - before < 4:
            if self.breaks(before):
                return True
            before -= 1
        return before != i and self.is_end(before)

    def is_end(self, i: int) -> bool:
        """Whether word `i` is a mark that ends a sentence."""
        if self.at(i) not in _ENDS or (self.touches(i + 1) and self.is_word(i + 1)):
            return False
        if self.raw[i] != "." or not self.touches(i) or not self.is_word(i - 1):
            return True
        following = self.raw[i + 1] if i + 1 < len(self.raw) else ""
        return not is_abbreviation(self.raw[i - 1], following)


def split(text: str) -> Words:
    """The words of `text`."""
    raw: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        raw.append(match[0])
        start, end = match.span()
        starts.append(start)
        ends.append(end)
    return Words(text, tuple(raw), tuple(w.lower().replace("’", "'") for w in raw), tuple(starts), tuple(ends))
