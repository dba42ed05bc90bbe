"""Whether a number is exact, a least, a most or a guess, by the words before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import PRONOUNS
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words

_MOST_PHRASES = 4


@dataclass(frozen=True, slots=True)
class Bound:
    """What the words around a number make of it.

    Attributes:
        name: "exact", "at_least", "at_most" or "about".
        first: the first word of the bound before the number, or of the number.
        end: where a bound after the number ends; else where the number ends.
        begins: the first word of all that belongs to the number, "a record" and "another" included.
    """

    name: str
    first: int
    end: int
    begins: int


def read_before(words: Words, first: int) -> Bound:
    """The bound before a number whose words begin at `first`."""
    name, starts, begins = "exact", first, first
    for _ in range(_MOST_PHRASES):
        if words.breaks(begins) or words.begins(begins):
            break
        found = _phrase_before(words, begins)
        if found is None:
            break
        bound, begins = found
        if bound != "exact":
            name, starts = bound, begins
    return Bound(name, starts, first, begins)


def read_after(words: Words, end: int, next_: int) -> tuple[str, int] | None:
    """The bound after the number that ends at `end`, or after its noun that ends at `next_`, with its own end."""
    if words.at(end) == "+" and words.touches(end):
        return "at_least", end + 1
    if words.is_hyphen(end) and words.at(end + 1) == "plus":
        return "at_least", end + 2
    for place in (end, next_):
        for phrase, bound in number_words().after.by_word.get(words.at(place), ()):
            stop = place + len(phrase)
            if words.low[place:stop] != phrase or words.breaks(place):
                continue
            if phrase == ("plus",) and not (words.touches(place) or place == end):
                continue
            if phrase[-1] in ("more", "up", "over", "under", "below", "above") and words.at(stop) in ("than", "to"):
                continue
            if phrase == ("and", "more") and (words.is_word(stop) and words.at(stop) not in ("in", "on", "at")):
                continue
            return bound, stop
    return None


def _phrase_before(words: Words, end: int) -> tuple[str, int] | None:
    for phrase, bound in number_words().before.by_word.get(words.at(end - 1), ()):
        first = end - len(phrase)
        if first < 0 or words.low[first:end] != phrase or any(words.breaks(k) for k in range(first + 1, end)):
            continue
        if bound != "exact" and _is_preposition(words, first, phrase):
            continue
        return bound, first
    return None


def _is_preposition(words: Words, first: int, phrase: tuple[str, ...]) -> bool:
    """Whether "about", "over", "up to" … link the number to a word before them instead of bounding it."""
    before = words.at(first - 1)
    if before in PRONOUNS or before == "her" or words.is_capital(first - 1):
        before = words.at(first - 2)  # "they asked her about 12 boats"
    if phrase == ("up", "to"):
        return before in ("is", "was", "it's", "now", "be", "been", "not", "stand", "stood", "standing", "own", "owned")
    if len(phrase) > 1:
        return False
    return before in number_words().prepositional.get(phrase[0], ())
