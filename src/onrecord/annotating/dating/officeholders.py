"""Offices and candidacies that the text gives to people: when they held them."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotating.dating.clues import Clue, nearest, written
from onrecord.annotating.dating.days import LAST, Days
from onrecord.annotating.dating.phrases import Phrases
from onrecord.knowledge import load_tenures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotating.dating.passage import Passage
    from onrecord.knowledge import Tenure

# "Sen. Ted Cruz", "former Florida Gov. Jeb Bush": what may stand between a title and a name.
_RANK = r"(?:(?:former )?(?:[A-Z][a-z]+ ){0,2}(?:Sen|Gov|Rep|Gen|Dr|Mr|Mrs|Ms)\.? )?"
_WORD = r"(?:(?:al-|el-|de |von der |van )?[A-Z][\w.'’-]*)"
_NAME = re.compile(rf",? {_RANK}(?P<name>{_WORD}(?: {_WORD}){{0,3}})")
# "Ana Duarte, the Republican nominee"
_NAME_BEFORE = re.compile(
    rf"(?P<name>{_WORD}(?: {_WORD}){{0,3}}), (?:who is )?(?:the|now the|a|the (?:likely|current)) $"
)
_FORMER = re.compile(
    r"\b(?:former|ex-?|retired|past|late|then-?|old|onetime|one-time)\s?(?:[A-Z][\w.]*\s)?$", re.IGNORECASE
)
_OTHER = re.compile(
    r"\b(?:deputy|vice|assistant|acting|interim|under|future|next|would-be|potential|eventual|possible|a|an|as|if|hypothetical|"
    r"shadow|lieutenant|become|becoming|elect|be|another)[\s-]$",
    re.IGNORECASE,
)
_DEFINITE = re.compile(r"\b(?:the|its|their|his|['’]s|now the|likely) $", re.I)
_OPEN = re.compile(r"\b(?:be|become|becomes|as|seen as|is|if)(?: the| its| their)? $")
_IS_PRESUMED = re.compile(r"presumptive", re.I)
_ACTS = re.compile(r"['’]s |,? (?:said|has|had|told|also|called|went|tweeted|was)\b")
_YEAR_NEAR = re.compile(r"\b(?:19|20)\d\d\b")

_Found = tuple[list["Tenure"], tuple[int, int], bool]
_CAMPAIGN = re.compile(r" (?:presidential )?campaign\b")
_WHOSE = re.compile(r"\b(?P<name>(?:[A-Z][a-z.]{0,20} )?[A-Z][A-Za-z-]{1,20})(?:['’]s?)?$")
_NO_NAME = ("The", "Mr.", "Mrs.", "Ms.")
# So many who ran at one time, and so many more than at any other, tell which time it is.
_FIELD, _AHEAD = 3, 2


def _campaigns(passage: Passage) -> Iterator[_Found]:
    """The candidacies that "the Duarte campaign" and "Ana Duarte’s presidential campaign" tell of."""
    tenures = [pair for pair in _by_name() if pair[1].contested]
    for match in _CAMPAIGN.finditer(passage.text):
        whose = _WHOSE.search(passage.text, max(0, match.start() - 45), match.start())
        if whose is None or passage.is_quoted(match.start()):
            continue
        span = (whose.start(), match.end())
        if _YEAR_NEAR.search(passage.text, max(0, span[0] - 40), span[1] + 25):
            continue
        words = _words(whose["name"])
        held = _held(words, tenures) or (_held(words[-1:], tenures) if words[0] in _NO_NAME else [])
        if held:
            yield held, span, False


def read_officeholders(passage: Passage) -> Iterator[Clue]:
    """Clues from titles with names, and from campaigns, outside quotations."""
    found = [*_titled(passage), *_campaigns(passage)]
    for held, span, is_former in found:
        if held[0].title_stays and sum(other[0].holder == held[0].holder for other, *_ in found) < 2:
            continue  # "worry about President Ash" may be said of a candidate
        yield _clue(held, span, is_former=is_former)
    if any(tenure.says_who or tenure.contested for held, *_ in found for tenure in held):
        yield from _field(passage)


def _field(passage: Passage) -> Iterator[Clue]:
    """The time at which most of those that the text names ran against each other, if one time stands out."""
    runs, named = _races()
    places = {name: at for name in named if (at := passage.text.find(name)) >= 0}
    counts = [len(places.keys() & names) for names in runs.values()]
    best = max(counts)
    if best < _FIELD or sum(count > best - _AHEAD for count in counts) > 1:
        return
    (first, last), names = list(runs.items())[counts.index(best)]
    running = sorted(places.keys() & names, key=lambda name: places[name])
    spans = tuple((places[name], places[name] + len(name)) for name in running)
    told = f"{', '.join(running[:-1])} and {running[-1]}"
    yield Clue(
        Days.between(first, last), f"{told} all ran for president from {written(first)} to {written(last)}", spans
    )


@cache
def _races() -> tuple[dict[tuple[int, int], set[str]], set[str]]:
    """The names of those who ran at each time, and all of them."""
    contested = [tenure for tenure in load_tenures() if tenure.contested and tenure.until]
    times = [(t.since.toordinal(), t.until.toordinal() - 1) for t in contested if t.until]
    runs: dict[tuple[int, int], set[str]] = {stretch: set() for stretch in Days.of(times).stretches}
    for tenure in contested:
        runs[nearest(tuple(runs), tenure.since.toordinal())].add(tenure.holder)
    return runs, {tenure.holder for tenure in contested}


def _titled(passage: Passage) -> Iterator[_Found]:
    """Titles with names: the tenures that they may mean, their place, and whether they are called former."""
    for start, end, tenures in _titles().find(passage.text):
        if passage.is_quoted(start):
            continue
        before = passage.text[max(0, start - 24) : start]
        name, span = _name(passage.text, start, end)
        if _OTHER.search(before) and span[0] == start:
            continue
        if _YEAR_NEAR.search(passage.text, max(0, span[0] - 40), span[1] + 25):
            continue
        held = _held(name, tenures) if name else _meant(passage, start, end, tenures)
        if held:
            yield held, span, bool(_FORMER.search(before))


def _meant(passage: Passage, start: int, end: int, tenures: list[tuple[list[str], Tenure]]) -> list[Tenure]:
    """Whom a title alone means: those of its holders that the text names elsewhere by their last name."""
    before, after = passage.text[max(0, start - 24) : start], passage.text[end : end + 24]
    if not any(tenure.says_who for _, tenure in tenures) or not _DEFINITE.search(before) or _OPEN.search(before):
        return []
    if not _IS_PRESUMED.match(passage.text, start) and not _ACTS.match(after):
        return []
    return [tenure for full, tenure in tenures if full[-1] in passage.names]


def _name(text: str, start: int, end: int) -> tuple[list[str], tuple[int, int]]:
    """The words of the name that the title goes with, and the span of both."""
    after = _NAME.match(text, end)
    if after:
        return _words(after["name"]), (start, after.end())
    before = _NAME_BEFORE.search(text, max(0, start - 60), start)
    if before:
        return _words(before["name"]), (before.start(), end)
    return [], (start, end)


def _words(name: str) -> list[str]:
    plain = unicodedata.normalize("NFKD", name.replace("’s", "").replace("'s", "").replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).strip(" ,.").split()


def _held(words: list[str], tenures: list[tuple[list[str], Tenure]]) -> list[Tenure]:
    """The tenures of the person whose name begins with the first of `words`, or is the last name alone."""
    return [tenure for full, tenure in tenures if _spelled(full, words)]


def _spelled(full: list[str], words: list[str]) -> bool:
    if words[: len(full)] == full:
        return True
    if words[0] == full[-1]:  # the last name alone
        return True
    # a first name, perhaps a middle one that only one of the two writes, and the last name
    return words[0] == full[0] and full[-1] in words[1:4]


def _clue(held: list[Tenure], span: tuple[int, int], *, is_former: bool) -> Clue:
    """The clue of a title that may mean any of `held`."""
    ends = [tenure.until.toordinal() for tenure in held if tenure.until]
    if is_former and ends:
        why = f"{held[0].holder} had been {held[0].office}, until {written(min(ends))} at the earliest"
        return Clue.firm(Days.since(min(ends)), why, span)
    times = {(t.since.toordinal(), t.until.toordinal() - 1 if t.until else LAST): t for t in held}
    since = Days.since(min(first for first, _ in times))

    def why_on(day: int) -> str:
        tenure = times[nearest(tuple(times), day)]
        until = f" to {written(tenure.until.toordinal())}" if tenure.until and not tenure.title_stays else ""
        return f"{tenure.holder} was {tenure.office} from {written(tenure.since.toordinal())}{until}"

    # Some are called by their title for life, and nobody of whom it is said that they hold it no more held it for good.
    days = since if is_former or held[0].title_stays else Days.of(times)
    return Clue(days, why_on, (span,), since)


_Held = list[tuple[list[str], "Tenure"]]


@cache
def _by_name() -> _Held:
    return [(_words(tenure.holder), tenure) for tenure in load_tenures()]


@cache
def _titles() -> Phrases[_Held]:
    """By title, the names of those who bore it, with their tenures."""
    return Phrases(_by_title())


@cache
def _by_title() -> dict[str, _Held]:
    by_title: dict[str, _Held] = {}
    for tenure in load_tenures():
        for title in tenure.titles:
            by_title.setdefault(title.lower(), []).append((_words(tenure.holder), tenure))
    return by_title
