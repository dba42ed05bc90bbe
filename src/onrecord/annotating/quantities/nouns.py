"""What a number counts, and the words of one: what every reader of nouns shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.annotating.quantities.closed import STOPS
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words


Kind = Literal["noun", "measure", "money", "time", "share", "none"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What is counted.

    Attributes:
        unit: the noun in the singular, or the measure or currency; None where the text does not say.
        kind: what it is.
        end: where the unit's words end; the number's end where there are none.
        next: where the noun phrase ends, the "others" and "of them" that stand for a noun included.
        refers: "which" where the unit is that of the number before ("three of which"), "of" where a number in a
            partitive says it ("two of the 12"), else "".
        states: words of the phrase between number and noun.
    """

    unit: str | None
    kind: Kind
    end: int
    next: int
    refers: str = ""
    states: tuple[str, ...] = ()


def joined(words: Words, i: int) -> tuple[str, int]:
    """A word with what hyphens or nothing join to it: "Iranian-made", "F-16s", "ex-soldiers"."""
    end = i + 1
    noun = words.at(i)
    while end - i < 9:
        if words.is_hyphen(end) and (words.is_word(end + 1) or words.is_figure(end + 1)):
            noun += "-" + words.at(end + 1)
            end += 2
        elif words.touches(end) and (words.is_figure(end) or (words.is_figure(end - 1) and words.is_word(end))):
            noun += words.at(end)
            end += 1
        else:
            break
    if noun.endswith("'s") and noun[:-2] in units().irregular and not words.is_capital(i):
        return noun[:-2], end
    if noun.endswith("'s") and "-" in noun and any(c.isdigit() for c in noun):
        noun = noun[:-2] + "s"
    return noun, end


def is_stop(words: Words, i: int) -> bool:
    """Whether a noun phrase ends before word `i`; "US" and "IT" are names."""
    return words.at(i) in STOPS and not (len(words.raw[i]) > 1 and words.raw[i].isupper())


def is_noun_next(words: Words, i: int) -> bool:
    """Whether a noun phrase goes on at word `i` to a plural, within four words."""
    at = i
    for _ in range(4):
        if words.is_figure(at) and at > i and words.is_capital(at - 1):
            at += 1
        if not words.is_word(at) or words.breaks(at):
            return False
        noun, end = joined(words, at)
        if is_stop(words, at) and end == at + 1:
            return False
        if units().is_plural(noun):
            return noun not in units().times
        at = end
    return False


def spelled(words: Words, i: int, length: int) -> str:
    """So many words from `i` on as a table spells them, hyphens as spaces; "" where a line ends between them."""
    parts = words.low[i : i + length]
    if len(parts) < length or any(words.breaks(k) for k in range(i + 1, i + length)):
        return ""
    if length == 3 and parts[1] == "-":
        return f"{parts[0]} {parts[2]}"
    if length == 3 and parts[1] == ".":
        return f"{parts[0]}. {parts[2]}"
    return " ".join(parts)
