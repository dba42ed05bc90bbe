"""Deeds, people, times, places and numbers: what was found, as rows that every format lays out in its own way."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.brief import shortened
from onrecord.showing.plain_text import one_line

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from onrecord.spans import Span, Spans

_MOST_WORDINGS = 4  # of one thing; more are counted
_LONGEST_WORDING = 60
NO_WORDS = "(no words)"  # what a row is called that has nothing to show


@dataclass(frozen=True, slots=True)
class ContextView:
    """Words of the article with what stands around them."""

    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class RowView:
    """One thing that was found, with all its places in the text.

    Attributes:
        told: what it is: "Sun 23 February 2025", "Kyiv", "267 drones launched".
        beside: what belongs to that, more quietly: a country.
        notes: what else to say: the article's words for it, how often it stands there.
        hint: coordinates, or "".
        link: the address of its entry in a knowledge base, or "".
        context: the first place, where that says more than `notes`.
        spans: all places, in text order.
        code: what analysts call it, or "".
        sentence: what is told of it in full, or "".
        tone: the class that its colour repeats, as in "material-conflict", or "".
        around: what belongs to it in the text, as the words for who did it.
        ids: those of the records that it tells of.
    """

    told: str
    spans: Spans
    beside: str = ""
    notes: tuple[str, ...] = ()
    hint: str = ""
    context: ContextView | None = None
    link: str = ""
    code: str = ""
    sentence: str = ""
    tone: str = ""
    around: Spans = ()
    ids: tuple[str, ...] = ()

    @property
    def brief(self) -> str:
        """The row in a few words, for a list on one line: "Moscow (Russia) ×2"."""
        beside = f" ({self.beside})" if self.beside else ""
        return f"{self.told}{beside}{times_sign(len(self.spans))}"


@dataclass(frozen=True, slots=True)
class SectionView:
    """All that was found of one kind.

    Attributes:
        name: who-did-what, who-they-are, when, where or how-many.
        title: its heading; `count`: what stands beside it.
        rows: what to show first; others: what to show more quietly, under `others_label`.
        most_others: how many of these are named where they stand in one paragraph; the rest are counted.
        left_out: how many were not sure enough to be rows.
    """

    name: str
    title: str
    count: str
    rows: tuple[RowView, ...]
    others: tuple[RowView, ...]
    others_label: str
    most_others: int | None = None
    left_out: int = 0

    @property
    def brief_others(self) -> str:
        """The others in a paragraph: "Moscow (Russia) ×2 · Minsk · and 3 more"."""
        briefs = [other.brief for other in self.others]
        more = len(briefs) - (self.most_others or len(briefs))
        if more > 1:  # of one, the name says more
            briefs = [*briefs[: self.most_others], f"and {more} more"]
        return " · ".join(briefs)


def times_sign(count: int) -> str:
    """How often, behind words: " ×3", or "" for once."""
    return f" ×{count}" if count > 1 else ""


def quote_wordings(spans: Iterable[Span], *, known: Collection[str] = ()) -> str:
    """The article's words in quotation marks, each once and counted, but for `known`: “Sunday” ×2, “February 23”."""
    return quote_phrases((span.surface for span in spans), known=known)


def quote_phrases(phrases: Iterable[str], *, known: Collection[str] = ()) -> str:
    """The same of phrases that are made of the article's words."""
    first: dict[str, str] = {}
    counts: Counter[str] = Counter()
    passed_over = {one_line(each).casefold() for each in known}
    for phrase in phrases:
        words = one_line(phrase)
        key = words.casefold()
        if not words or key in passed_over:
            continue
        first.setdefault(key, words)
        counts[key] += 1
    told = [f"“{shortened(first[key], _LONGEST_WORDING)}”{times_sign(counts[key])}" for key in counts]
    more = len(told) - _MOST_WORDINGS
    if more > 1:
        told = [*told[:_MOST_WORDINGS], f"and {more} other wordings"]
    return ", ".join(told)
