"""The number that begins at a word, in figures or in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.numerals import Numeral, magnified, read_and_a_half, read_cardinal, skip_hyphen
from onrecord.annotating.quantities.parts import read_fraction, read_part, read_plural, read_ratio, read_vague
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words


# A number of more digits is a telephone's, a card's or a file's.
_MOST_DIGITS = 15


def read_numeral(words: Words, i: int) -> Numeral | None:
    """The number that begins at word `i`, the longest there."""
    if words.is_figure(i):
        return _figure(words, i)
    word = words.at(i)
    known = number_words()
    if word in known.cardinals:
        return read_ratio(words, i) or read_fraction(words, i) or read_cardinal(words, i)
    if word in ("a", "an"):
        return _with_article(words, i)
    if word in ("half", "quarter"):
        return read_part(words, i, i)
    if word in known.plurals:
        return read_plural(words, i)
    if word in ("several", "many", "few") and skip_hyphen(words, i + 1) == i + 1:
        return read_vague(words, i)
    if word in "½¼¾⅓⅔" and word:
        return magnified(words, i, i + 1, {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 0.333, "⅔": 0.667}[word], "part")
    return None


def _figure(words: Words, i: int) -> Numeral | None:
    digits = words.raw[i].replace(",", "")
    end = i + 1
    # "12 000": thousands set apart by spaces.
    while words.is_figure(end) and words.raw[end] == "000" and len(digits) <= 12 and "." not in digits:
        if words.starts[end] - words.ends[end - 1] != 1 or words.breaks(end) or len(words.raw[i]) > 3:
            break
        digits += "000"
        end += 1
    if len(digits) > _MOST_DIGITS:
        return None
    value = float(digits)
    if _is_slash(words, end):
        return _slashed(words, i, end, value)
    if words.at(end) in ("½", "¼", "¾") and words.touches(end):
        value, end = value + {"½": 0.5, "¼": 0.25, "¾": 0.75}[words.at(end)], end + 1
    elif words.is_figure(end) and _is_slash(words, end + 1) and words.is_figure(end + 2) and not words.breaks(end):
        numerator, denominator = float(words.raw[end].replace(",", "")), float(words.raw[end + 2].replace(",", ""))
        if 0 < numerator < denominator <= 16:  # "3 1/2"
            return magnified(words, i, end + 3, value + numerator / denominator, "figure")
    if half := read_and_a_half(words, end):
        return magnified(words, i, half, value + 0.5, "figure")
    return read_ratio(words, i) or magnified(words, i, end, value, "figure")


def _is_slash(words: Words, i: int) -> bool:
    return words.at(i) in ("/", "⁄") and words.touches(i) and words.touches(i + 1) and words.is_figure(i + 1)


def _slashed(words: Words, i: int, end: int, value: float) -> Numeral | None:
    """Read "2/3 of"; other figures with a stroke are dates and names."""
    below = float(words.raw[end + 1].replace(",", "")[:_MOST_DIGITS])
    if 0 < value < below <= 20 and words.at(end + 2) == "of":
        return Numeral(i, end + 2, round(value / below, 3), "part")
    return None


def _with_article(words: Words, i: int) -> Numeral | None:
    """Read "a dozen", "a hundred", "a quarter of a million", "a third of", "a couple of"."""
    known = number_words()
    word = words.at(i + 1)
    if word in known.magnitudes:
        return magnified(words, i, i + 1, 1.0, "words")
    if word == "half" and words.at(i + 2) in ("dozen", "million", "billion"):
        return magnified(words, i, i + 2, 0.5, "part")
    if word == "couple" and words.at(i + 2) == "of":
        if words.at(i + 3) in known.magnitudes:
            scaled = magnified(words, i, i + 3, 2.0, "words")
            return Numeral(i, scaled.end, scaled.value, "words", is_scaled=True, is_about=True)
        return Numeral(i, i + 3, 2.0, "words", is_about=True)
    if word == "few":
        return read_vague(words, i + 1)
    if word in known.parts and not word.endswith("s"):
        return read_part(words, i, i + 1)
    return None
