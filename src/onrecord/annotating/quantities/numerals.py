"""Numbers as they are written: "267", "1.2 million", "two hundred and six", "a dozen"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words


Form = Literal["figure", "words", "plural", "part"]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number in the text.

    Attributes:
        first, end: its words, half-open.
        value: what it comes to; of a plural the least that it can mean.
        form: "figure", "words", "plural" (dozens), or "part" (half).
        is_scaled: a magnitude follows its figure ("2.5 million").
        is_about: "a couple of".
    """

    first: int
    end: int
    value: float
    form: Form
    is_scaled: bool = False
    is_about: bool = False


def plain(value: float) -> float:
    """`value` as an integer where it is one, without the dust of binary fractions."""
    rounded = round(value, 6)
    return int(rounded) if rounded == int(rounded) else rounded


def magnified(words: Words, first: int, end: int, value: float, form: Form) -> Numeral:
    """The number with the magnitudes that follow: "2.5 million", "two dozen", "5bn", "a hundred thousand"."""
    known = number_words()
    is_scaled = False
    for _ in range(2):
        at = skip_hyphen(words, end)
        word = words.at(at)
        if word in known.magnitudes and not words.breaks(at):
            value, end, is_scaled = value * known.magnitudes[word], at + 1, True
        elif (
            form == "figure"
            and not is_scaled
            and word in known.abbreviations
            and at == end
            and _is_abbreviation(words, first, end)
        ):
            return Numeral(first, end + 1, value * known.abbreviations[word], form, is_scaled=True)
        else:
            break
    return Numeral(first, end, value, "words" if is_scaled and form == "part" else form, is_scaled)


def _is_abbreviation(words: Words, first: int, at: int) -> bool:
    """Whether a letter after a figure scales it: "5bn", "£5m", "5m people"; "5 m" and "5m wide" are meters."""
    word = words.at(at)
    if words.at(at + 1) == "." and words.is_capital(at):
        return False
    is_money = (
        first > 0
        and words.touches(first)
        and not words.raw[first - 1].isalnum()
        and words.raw[first - 1] not in "('\"“‘"
    )
    if len(word) > 1 or is_money:
        return words.touches(at) or len(word) > 1 or not words.is_word(at + 1)
    if not words.touches(at):
        return False
    after = words.at(at + 1)
    return words.is_word(at + 1) and not words.touches(at + 1) and after not in counting().after_meters and word != "b"


def skip_hyphen(words: Words, i: int) -> int:
    """The word after a hyphen at word `i`, else `i`."""
    return i + 1 if words.is_hyphen(i) else i


def read_cardinal(words: Words, first: int) -> Numeral:
    """Read "twenty-five", "two hundred and six", "one and a half million"."""
    known = number_words()
    total = group = 0.0
    end = first
    last = 0.0  # the last word's value: after a ten a unit may follow, after a hundred both
    smallest = 10.0**18
    for _ in range(14):
        at = skip_hyphen(words, end) if end > first else end
        word = words.at(at)
        if end > first and words.breaks(at):
            break
        if word == "and" and last >= 100 and words.at(at + 1) in known.cardinals and at == end:
            if known.cardinals[words.at(at + 1)] >= last or (words.at(at + 1) == "one" and words.at(at + 2) == "of"):
                break
            at += 1
            word = words.at(at)
        if word in known.cardinals:
            value = known.cardinals[word]
            if last and not (value < 10 <= last < 100 and last % 10 == 0 and value) and not last >= 100:
                break
            group, last, end = group + value, value, at + 1
        elif word == "hundred" and 0 < group < 100:
            group, last, end = group * 100, 100, at + 1
        elif word in ("thousand", "million", "billion", "trillion") and group and known.magnitudes[word] < smallest:
            smallest = last = known.magnitudes[word]
            total, group, end = total + group * last, 0.0, at + 1
        else:
            break
    value = total + group
    if half := read_and_a_half(words, end):
        return magnified(words, first, half, value + 0.5, "words")
    return (
        magnified(words, first, end, value, "words")
        if not total and group < 100
        else Numeral(first, end, value, "words", is_scaled=total > 0)
    )


def read_and_a_half(words: Words, i: int) -> int:
    """Where "and a half" ends that begins at `i`, hyphens or not; else 0."""
    for part in ("and", "a", "half"):
        i = skip_hyphen(words, i)
        if words.at(i) != part:
            return 0
        i += 1
    return i
