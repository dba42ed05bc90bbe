"""The contract of a rule: a pattern, and a function that says what the words mean where they stand."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from typing import TYPE_CHECKING, Generic, Literal, TypeVar

from onrecord.annotating.times.lexing import Lexicon, Words
from onrecord.annotating.times.patterns import Row, firsts, parse, to_expression, words_of
from onrecord.vocabulary.times import load_time_words

if TYPE_CHECKING:
    from onrecord.annotating.dating.passage import Passage
    from onrecord.annotating.times.periods import Period
    from onrecord.annotating.times.setting import Setting

Anchor = int | Literal["published"] | None


@dataclass(frozen=True, slots=True)
class Reading:
    """What words of time mean.

    Attributes:
        type, value, mod: as TIMEX3 has them.
        period: the stretch of the calendar, where it is one; later words may be counted from it.
        anchor: what it was counted from: "published", or the place of another time in the list of those found.
        first, last: the half-open range of words, where it is not all that the pattern took.
        is_stated: the year is written, so that it holds without any anchor.
        is_written: it is told by its month and day.
        is_aside: it was named to compare with ("a year ago"), so that nothing later is counted from it.
    """

    type: str
    value: str
    mod: str | None = None
    period: Period | None = None
    anchor: Anchor = None
    first: int | None = None
    last: int | None = None
    is_stated: bool = False
    is_written: bool = False
    is_aside: bool = False

    @classmethod
    def of(cls, period: Period | None, *, anchor: Anchor = None, mod: str | None = None) -> Reading | None:
        """A DATE; None where the period lies beyond what can be written."""
        if period is None or not period.is_real:
            return None
        return cls("DATE", period.value, mod, period, anchor, is_stated=anchor is None)

    def at(self, first: int, last: int) -> Reading:
        """The same, of a range of words."""
        return replace(self, first=first, last=last)


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a pattern took; `start` and `end` are a half-open range of words."""

    words: Words
    start: int
    end: int
    found: re.Match[str]
    lexicon: Lexicon

    def has(self, name: str) -> bool:
        """Whether the pattern has an item of that name and it took a word."""
        return self.at(name) >= 0

    def at(self, name: str) -> int:
        """The place of an item's word; -1 where it took none."""
        groups = self.found.re.groupindex
        number = 0
        while (group := f"{name}_{number}") in groups:
            if (start := self.found.start(group)) >= 0:
                return start
            number += 1
        return -1

    def word(self, name: str) -> str:
        """An item's word in lower case."""
        return self.words.word(self.at(name))

    def value(self, name: str, *classes: str) -> int:
        """The number that an item's word is, in the first of the classes that has it, or in figures."""
        found = self.code(name, *classes)
        return found if isinstance(found, int) else int(re.sub(r"\D", "", found))

    def code(self, name: str, *classes: str) -> int | str:
        """The value that an item's word has in the first of the classes that has it, or the word itself."""
        word = self.word(name)
        for one in classes:
            found = self.lexicon.find(one, word)
            if found is not None:
                return found
        return word

    def is_capital_inside(self, passage: Passage) -> bool:
        """Whether it begins with a capital where no sentence does."""
        start = self.words.starts[self.start]
        return self.words.text[start].isupper() and passage.sentence(start)[0] < start - 2  # an opening mark may stand

    @property
    def before(self) -> str:
        """The word before, in lower case."""
        return self.words.word(self.start - 1)

    @property
    def after(self) -> str:
        """The word after, in lower case."""
        return self.words.word(self.end)


Meaning = Reading | Sequence[Reading] | None
Reader = Callable[[Match, "Setting"], Meaning]
# What leads a time ("the end of", "nearly") is given the time that follows, and says what both are together.
Lead = Callable[[Match, Reading, "Setting"], Reading | None]
R = TypeVar("R", Reader, Lead)


@dataclass(slots=True)
class Rules(Generic[R]):
    """Patterns of one kind with their readers, in the order in which they are preferred."""

    written: list[tuple[str, R]] = field(default_factory=list)

    def of(self, *patterns: str) -> Callable[[R], R]:
        """Make a function the reader of what any of the patterns takes."""

        def add(reader: R) -> R:
            self.written += [(pattern, reader) for pattern in patterns]
            return reader

        return add


class Index(Generic[R]):
    """Compiled patterns, by the code of the word that they can begin with."""

    def __init__(self, written: Sequence[tuple[Row, R]], lexicon: Lexicon) -> None:
        """Compile the patterns."""
        self._lexicon = lexicon
        self._by_first: dict[str, list[tuple[re.Pattern[str], R]]] = {}
        taken = cache(lexicon.codes.taken)
        for row, reader in written:
            expression = re.compile(to_expression(row, taken))
            for code in sorted(firsts(row, taken)):
                self._by_first.setdefault(code, []).append((expression, reader))

    def matches(self, words: Words, start: int) -> list[tuple[Match, R]]:
        """What the patterns take at a word, the longest first; of equals the one that was written first."""
        found = [
            (Match(words, start, match.end(), match, self._lexicon), reader)
            for expression, reader in self._by_first.get(words.codes[start], ())
            if (match := expression.match(words.codes, start))
        ]
        found.sort(key=lambda pair: -pair[0].end)
        return found


class Grammar:
    """All rules and leads, over one lexicon."""

    def __init__(self, rules: Sequence[Rules[Reader]], leads: Sequence[Rules[Lead]]) -> None:
        """Compile the patterns."""
        times = [(parse(pattern), reader) for one in rules for pattern, reader in one.written]
        before = [(parse(pattern), lead) for one in leads for pattern, lead in one.written]
        rows = [row for row, _ in times] + [row for row, _ in before]
        literals = {name for row in rows for name in words_of(row) if name == name.lower()}
        self.lexicon = Lexicon(load_time_words(), literals)
        self.times = Index(times, self.lexicon)
        self.leads = Index(before, self.lexicon)
