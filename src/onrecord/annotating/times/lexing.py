"""A text as words of time: every word gets the code of the classes that it belongs to, all others share one code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.times.patterns import Codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.vocabulary.times import TimeWords, Value

_TOKEN = re.compile(
    r"""
      (?P<line>\n\s*+)
    | (?P<iso>(?<![\w-])[0-9]{4}-[0-9][0-9]-[0-9][0-9](?:[T ][0-9][0-9]:[0-9][0-9](?::[0-9][0-9])?Z?)?(?![\w-]))
    | (?P<slash>(?<![\w/.])(?:[0-9]{1,2}/[0-9]{1,2}/(?:[0-9]{4}|[0-9][0-9])|[0-9]{1,2}\.[0-9]{1,2}\.[0-9]{4})(?![\w/]))
    | (?P<clock>(?<![\w:.])(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?:(?=[ap]\.?m\b)|(?![\w:%]|\.[0-9])))
    | (?P<fiscal>FY\ ?['’]?(?:[0-9]{4}|[0-9][0-9])(?!\w))
    | (?P<attack>(?<![\w/])9/11(?![\w/]))
    | (?P<fraction>(?:[0-9]{1,3}\ )?[1357]/[248](?![\w/]))
    | (?P<ordinal>[0-9]{1,3}(?:st|nd|rd|th)(?!\w))
    | (?P<decade>(?:[0-9]{3}0|['’]?[0-9]0)['’]?s(?!\w))
    | (?P<short>(?<!\w)['’][0-9][0-9](?!\w))
    | (?P<number>[0-9]{1,2}(?:\.[0-9]{2})?(?=[ap]\.?m\b)|[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]++)?(?![\w,])
        |[0-9]++(?:\.[0-9]++)?(?!\w))
    | (?P<half>[ap]\.m\b\.?|[ap]m\b)
    | (?P<own>['’]s\b)
    | (?P<word>\w++)
    | (?P<sign>[^\w\s])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SAME = str.maketrans({"–": "-", "—": "-", "‑": "-", "’": "'", "“": '"', "”": '"'})
_WRAPPED = range(45, 110)  # characters in a line of text that was wrapped to a width


class Lexicon:
    """What the words are: classes of the vocabulary, and words that patterns name themselves."""

    def __init__(self, words: TimeWords, literals: Iterable[str]) -> None:
        """Give each word its code; `literals` are all words and signs that patterns name."""
        self.codes = Codes()
        self._values = words.classes
        plain: dict[str, set[str]] = {word: {word} for word in literals}
        for name, members in words.classes.items():
            for word in members:
                plain.setdefault(word, set()).add(name)
        lower = {
            word: {name for name in names if word not in words.capital.get(name, ())} for word, names in plain.items()
        }
        self._lower = {word: self.codes.code(frozenset(names)) for word, names in lower.items()}
        self._capital = {word: self.codes.code(frozenset(names)) for word, names in plain.items()}
        for shape in _KINDS.values():
            self.codes.code(frozenset({shape}))
        for sign, shape in _BRACKETS.items():
            self._lower[sign] = self.codes.code(frozenset({shape}))
        for shapes in _NUMBER_SHAPES:
            self.codes.code(shapes)

    def code(self, kind: str, word: str) -> str:
        """The code of a word of the text, as written."""
        match kind:
            case "word":
                if word.islower():
                    return self._lower.get(word, Codes.NONE)
                return self._capital.get(word.lower(), Codes.NONE)
            case "number" | "ordinal":
                return self.codes.code(_shapes(word))
            case "sign" | "own":
                return self._lower.get(word.translate(_SAME).lower(), Codes.NONE)
        return self.codes.code(frozenset({_KINDS[kind]}))

    def find(self, name: str, word: str) -> Value | None:
        """The value of a word in a class; None where it is not in it."""
        return self._values[name].get(word)


_KINDS = {
    "iso": "ISO",
    "slash": "SLASH",
    "clock": "CLOCK",
    "fraction": "FRACTION",
    "decade": "DECADE",
    "short": "SHORT_YEAR",
    "half": "HALF",
    "fiscal": "FISCAL",
    "attack": "ATTACK",
}
_BRACKETS = {"(": "OPENING", ")": "CLOSING"}  # the signs themselves bracket patterns
_DAY, _ANY_YEAR = range(1, 32), range(1000, 2200)


def _shapes(word: str) -> frozenset[str]:
    """The classes of a number in figures."""
    if not word.isdigit():
        if word[-1].isalpha():
            return _ORDINAL_DAY if int(word[:-2]) in _DAY else _ORDINAL
        return _FIGURES
    if not word.isascii():
        return _FIGURES
    if len(word) == 4:
        if int(word) in _ANY_YEAR:
            is_clock = int(word[:2]) < 25 and int(word[2:]) < 60
            return _YEAR_CLOCK if is_clock else _YEAR
        return _CLOCK if int(word[:2]) < 25 and int(word[2:]) < 60 else _FIGURES
    if len(word) <= 2:
        return _DAY_FIGURES if int(word) in _DAY else _FIGURES
    return _FIGURES


_ORDINAL, _ORDINAL_DAY = frozenset({"ORDINAL_FIGURES"}), frozenset({"ORDINAL_FIGURES", "ORDINAL_DAY"})
_FIGURES, _DAY_FIGURES = frozenset({"FIGURES"}), frozenset({"FIGURES", "DAY"})
_YEAR, _YEAR_CLOCK = frozenset({"FIGURES", "YEAR"}), frozenset({"FIGURES", "YEAR", "FOUR_CLOCK"})
_CLOCK = frozenset({"FIGURES", "FOUR_CLOCK"})
_NUMBER_SHAPES = (_ORDINAL, _ORDINAL_DAY, _FIGURES, _DAY_FIGURES, _YEAR, _YEAR_CLOCK, _CLOCK)


@dataclass(frozen=True)
class Words:
    """The words of a text.

    Attributes:
        text: the text.
        codes: one character a word.
        starts, ends: code-point offsets of each word, half-open.
    """

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def written(self, at: int) -> str:
        """A word as written; "" beyond the text's ends."""
        return self.text[self.starts[at] : self.ends[at]] if 0 <= at < len(self.starts) else ""

    def word(self, at: int) -> str:
        """A word in lower case, with plain signs; "" beyond the text's ends."""
        return self.written(at).translate(_SAME).lower()


def lex(text: str, lexicon: Lexicon) -> Words:
    """Split a text into words and give each its code."""
    codes, starts, ends = [], [], []
    line = 0
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "word"
        if kind == "line":
            length, line = match.start() - line, match.end()
            if _is_wrapped(text, match, length):
                continue
            codes.append(Codes.NONE)
        else:
            codes.append(lexicon.code(kind, match[0]))
        starts.append(match.start())
        ends.append(match.end())
    return Words(text, "".join(codes), starts, ends)


def _is_wrapped(text: str, line: re.Match[str], length: int) -> bool:
    """Whether a line break stands inside a sentence, in text wrapped to a width."""
    if line[0].count("\n") > 1 or line.start() == 0 or line.end() >= len(text) or length not in _WRAPPED:
        return False
    before, after = text[line.start() - 1], text[line.end()]
    return before not in '!?:;"”' and (before != "." or after.isdigit())
