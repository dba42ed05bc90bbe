"""Candidates: words that the gazetteer knows as a name of some place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import fold
from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.gazetteer import Gazetteer, Sense
    from onrecord.tokens import Tokens

_JOINED, _LINE = GAPS.index("joined"), GAPS.index("line")
_LONGEST = 8  # words, with hyphens and full stops: "U.S." has four
_ARTICLES = frozenset("al el ad an ar as ash at az ed er es ez".split())
_INNER = frozenset("of the and d l de la del al el ez du da do dos das di le les en sur upon on under am au y".split())
_MARKS = frozenset("-'’‘‑.")
_APOSTROPHES = frozenset("'’")
_ADJECTIVAL = ("adjective", "people")
_SHORT = 3  # letters: a name in capitals up to this length is an abbreviation
_ACRONYM = 5  # letters: one that stands among small letters may be an acronym: "NADA"
_WHOLE = ("country", "area", "region")
_KNOWN_SIZE = 500_000  # a town's abbreviation is known from this many people on


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be a toponym.

    Attributes:
        first, last: half-open range of words.
        key: the words as the gazetteer looks them up.
        senses: what they can mean; empty for sites, which it lacks.
    """

    first: int
    last: int
    key: str
    senses: tuple[Sense, ...]

    @property
    def is_adjective(self) -> bool:
        """Whether it says of what country or region something is: "Irish", also of people: "Saudis"."""
        return bool(self.senses) and self.senses[0].named in _ADJECTIVAL


def find_candidates(text: str, tokens: Tokens, gazetteer: Gazetteer) -> list[Candidate]:
    """All names of places, the longest where they overlap, in text order."""
    gaps, starts, ends = tokens.gaps.tolist(), tokens.starts.tolist(), tokens.ends.tolist()
    spans = {}
    for first, word in enumerate(tokens.words):
        if (word[0].isupper() or word in _ARTICLES) and _may_begin(tokens.words, gaps, first):
            for last in _ends(tokens.words, gaps, first):
                spans[first, last] = text[starts[first] : ends[last - 1]]
    known = gazetteer.find(set(spans.values()))
    found: list[Candidate] = []
    reached = 0
    for (first, last), written in sorted(spans.items(), key=lambda item: (item[0][0], -item[0][1])):
        if first < reached or written not in known:
            continue
        senses = _told_apart(_fitting(written, known[written], is_heading=_is_heading(tokens, first, last)))
        if senses:
            found.append(Candidate(first, last, fold(written), senses))
            reached = last
    return found


def _may_begin(words: Sequence[str], gaps: Sequence[int], at: int) -> bool:
    word = words[at]
    if word[0].isupper():
        return at == 0 or gaps[at] != _JOINED or words[at - 1] not in _APOSTROPHES
    return (
        word in _ARTICLES
        and at + 2 < len(words)
        and words[at + 1] == "-"
        and gaps[at + 1] == gaps[at + 2] == _JOINED
        and words[at + 2][0].isupper()
    )


def _ends(words: Sequence[str], gaps: Sequence[int], first: int) -> list[int]:
    """Where a name that begins at a word can end."""
    ends = []
    for at in range(first, min(first + _LONGEST, len(words))):
        word = words[at]
        is_joined = at > first and gaps[at] == _JOINED
        if at > first and gaps[at] == _LINE:
            break
        if word[0].isupper() or (word.isalnum() and is_joined and words[at - 1] in _MARKS and word != "s"):
            ends.append(at + 1)
        elif word == "." and is_joined:
            if len(words[at - 1]) == 1 or (at - 1 == first and len(words[first]) <= 5):
                ends.append(at + 1)
            elif len(words[at - 1]) > 3:
                break
        elif word not in _INNER and not (is_joined and (word in _MARKS or word == "s")):
            break
    return ends


def _is_heading(tokens: Tokens, first: int, last: int) -> bool:
    if tokens.gaps[first] == _LINE:
        return True
    around = [*tokens.words[max(0, first - 2) : first], *tokens.words[last : last + 2]]
    return any(word.isupper() and len(word) > 1 for word in around)


def _told_apart(senses: tuple[Sense, ...]) -> tuple[Sense, ...]:
    """The senses as an adjective, if there are any and no country or large town bears the name itself.

    "Arab" is also a town in Alabama; "Turkmen" is no town.
    """
    adjectives = tuple(s for s in senses if s.named in _ADJECTIVAL)
    names = tuple(s for s in senses if s.named not in _ADJECTIVAL)
    is_name = any(s.kind in ("country", "region", "capital") or s.population > _KNOWN_SIZE for s in names)
    return names if is_name or not adjectives else adjectives


def _fitting(written: str, senses: Sequence[Sense], *, is_heading: bool) -> tuple[Sense, ...]:
    """The senses that the writing allows: "US" is no "us", "Ill." is Illinois, and "IN" is not Indiana.

    Args:
        is_heading: it begins a line or stands among capitals, as datelines and headlines do.
    """
    letters = [letter for letter in written if letter.isalpha()]
    if written.endswith(".") and "." not in written[:-1]:
        return tuple(s for s in senses if s.kind == "region" and s.named == "alias")
    if written.isupper() and not is_heading and _SHORT < len(letters) <= _ACRONYM and " " not in written:
        return tuple(s for s in senses if s.noted or s.kind in _WHOLE or s.population > _KNOWN_SIZE)
    if len(letters) > _SHORT or " " in written:
        return tuple(senses)
    if written.isupper():
        return tuple(s for s in senses if s.noted or s.kind in ("country", "area"))
    return tuple(s for s in senses if s.named == "name")
