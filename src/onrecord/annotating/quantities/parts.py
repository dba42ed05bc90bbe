"""Numbers that are parts of a whole or bare plurals: "two-thirds", "one in five", "dozens", "several hundred"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.numerals import Numeral, magnified, skip_hyphen
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words


def read_part(words: Words, first: int, at: int) -> Numeral | None:
    """Read "half of", "half the", "half a million", "a quarter of a million", "half a mile"; not "the second half"."""
    known = number_words()
    value = known.parts[words.at(at)]
    after = words.at(at + 1)
    if words.is_hyphen(at + 1):
        scaled = words.at(at + 2) in known.magnitudes
        return magnified(words, first, at + 2, value, "part") if scaled and value == 0.5 else None
    if value == 0.5 and after in known.magnitudes:
        return magnified(words, first, at + 1, value, "part")
    if after in ("a", "an") and words.at(at) == "half":
        if words.at(at + 2) in known.magnitudes:
            return magnified(words, first, at + 2, value, "part")
        return Numeral(first, at + 2, value, "figure")
    if after == "of" and words.at(at + 2) == "a" and words.at(at + 3) in known.magnitudes:
        return magnified(words, first, at + 3, value, "part")
    if (first == at and words.at(at) == "quarter") or words.at(first - 1) in counting().other_halves:
        return None
    if (
        after == "of"
        or (words.at(at) == "half" and after in counting().after_half)
        or (first < at and after in counting().after_part)
    ):
        return Numeral(first, at + 1, value, "part")
    if (
        first == at
        and words.at(at) == "half"
        and words.at(at - 1) in counting().before_half
        and not words.is_word(at + 1)
    ):
        return Numeral(first, at + 1, value, "part")
    return None


def read_plural(words: Words, i: int) -> Numeral | None:
    """Read "dozens", "tens of thousands"; "tens" and "scores" alone are seldom numbers."""
    known = number_words()
    word = words.at(i)
    if words.at(i + 1) == "of" and words.at(i + 2) in known.plurals:
        above = words.at(i + 2)
        unit = {"dozens": 12.0, "scores": 20.0}.get(above) or known.magnitudes.get(above[:-1], 1.0)
        end = i + 3
        value = known.plurals[word] * unit
        if words.at(end) == "of" and words.at(end + 1) in ("millions", "billions") and above == "thousands":
            value, end = value * known.magnitudes[words.at(end + 1)[:-1]], end + 2
        return Numeral(i, end, value, "plural", is_scaled=True)
    if word == "tens" or (word == "scores" and words.at(i + 1) not in counting().after_scores):
        return None
    if word == "scores" and words.at(i - 1) in counting().no_scores:
        return None
    if words.is_capital(i) and not words.begins(i):
        return None
    return Numeral(i, i + 1, known.plurals[word], "plural", is_scaled=True)


def read_vague(words: Words, i: int) -> Numeral | None:
    """Read "several dozen", "a few hundred", "many thousands" as the least that their plural can mean."""
    known = number_words()
    word = words.at(i + 1)
    first = i - 1 if words.at(i) == "few" and words.at(i - 1) == "a" else i
    if word in known.magnitudes and words.at(i) != "many":
        scaled = magnified(words, i, i + 1, 2.0, "words")
        return Numeral(first, scaled.end, scaled.value, "plural", is_scaled=True)
    if word in known.plurals and (found := read_plural(words, i + 1)):
        return Numeral(first, found.end, found.value, "plural", is_scaled=True)
    return None


def read_fraction(words: Words, i: int) -> Numeral | None:
    """Read "two-thirds", "three quarters of"; not "the two quarters"."""
    known = number_words()
    at = skip_hyphen(words, i + 1)
    part = words.at(at)
    if part not in known.parts or known.cardinals[words.at(i)] > 20:
        return None
    after = words.at(at + 1)
    is_share = at > i + 1 or after == "of" or (part.endswith("s") and part not in ("quarters", "halves"))
    if not is_share or (words.is_hyphen(at + 1)):
        return None
    value = known.cardinals[words.at(i)] * known.parts[part]
    exact = {"third": 3, "sixth": 6, "seventh": 7, "ninth": 9}.get(part.rstrip("s"))
    if exact:
        value = known.cardinals[words.at(i)] / exact
    return Numeral(i, at + 1, round(value, 3), "part") if 0 < value < 1 else None


def read_ratio(words: Words, i: int) -> Numeral | None:
    """Read "one in five", "three out of four", "9 in every 10"."""
    value, at = _small(words, i)
    at = skip_hyphen(words, at)
    if words.at(at) == "in":
        at += 1
        is_out = False
    elif words.at(at) == "out" and words.at(at + 1) == "of":
        at += 2
        is_out = True
    else:
        return None
    at = skip_hyphen(words, at)
    if words.at(at) == "every":
        at, is_out = at + 1, True
    whole, end = _small(words, at)
    if words.at(end) in ("hundred", "thousand", "million") and whole:
        whole, end = whole * number_words().magnitudes[words.at(end)], end + 1
    limit = 1e9 if is_out else 1000 if words.is_figure(i) == words.is_figure(at) else 10
    if not 0 < value < whole <= limit or words.is_hyphen(end) or (not is_out and value > 9):
        return None
    return Numeral(i, end, round(value / whole, 3) or value / whole, "part")


def _small(words: Words, i: int) -> tuple[float, int]:
    """A figure or a cardinal of up to two words, with its end; 0 where there is none."""
    if words.is_figure(i):
        digits = words.raw[i].replace(",", "")
        return (float(digits), i + 1) if len(digits) < 8 else (0.0, i)
    cardinals = number_words().cardinals
    value = cardinals.get(words.at(i), 0)
    if not value:
        return 0.0, i
    if value % 10 == 0 and value >= 20 and words.is_hyphen(i + 1) and 0 < cardinals.get(words.at(i + 2), 0) < 10:
        return value + cardinals[words.at(i + 2)], i + 3
    return value, i + 1
