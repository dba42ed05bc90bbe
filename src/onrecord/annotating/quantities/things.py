"""What a number counts: the measure, the compound, the "of" phrase or the noun phrase after it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, SPEECH, STOPS
from onrecord.annotating.quantities.measures import rated, read_measure
from onrecord.annotating.quantities.nouns import Noun
from onrecord.annotating.quantities.phrases import LONGEST, read_phrase
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words


_OF_WHICH = frozenset({"which", "whom"})
_OF_THEM = frozenset({"them", "these", "those", "us", "you"})
# Between "of" and the number of the whole: "six of the at least 20 boats".
_BEFORE_WHOLE = frozenset("about around at least more nearly over some than".split())


def read_noun(
    words: Words, number: int, i: int, *, value: float, is_part: bool = False, is_range: bool = False
) -> Noun:
    """What the number counts that begins at word `number` and ends before word `i`."""
    if words.breaks(i):
        return Noun(None, "none", i, i)
    measure = read_measure(words, number, i, value)
    if measure:
        return rated(words, measure)
    if is_part:
        return Noun("share", "share", i, _partitive_end(words, i))
    if words.is_hyphen(i) and words.is_word(i + 1):
        return _compound(words, i)
    is_one = value == 1 and not is_range
    if words.at(i) == "of" or (words.at(i) in ("more", "others", "other") and words.at(i + 1) == "of"):
        return _partitive(words, i, is_plural=words.at(i - 1) in number_words().plurals)
    return rated(words, read_phrase(words, i, is_one=is_one))


def _compound(words: Words, i: int) -> Noun:
    """Read the noun after a hyphen: "10-member panel", "20-mile march"."""
    noun = words.at(i + 1)
    end = i + 2
    if noun in units().times:
        return Noun(None, "time", end, end)
    if noun == "strong":  # "a 267-strong force"
        return Noun(None, "none", end, end, refers="compound")
    # "a seven-judge bench" counts judges; "12 Iranian-made" never comes here, its hyphen is not at the number.
    return Noun(units().singular(noun) if units().is_plural(noun) else noun, "noun", end, end, refers="compound")


def _partitive_end(words: Words, i: int) -> int:
    """Where "of voters", "of the crop", "of all eligible voters" ends after a share."""
    if words.at(i) != "of":
        return i
    end = i + 1
    while end - i < LONGEST and (words.is_word(end) or words.is_figure(end)) and not words.breaks(end):
        if words.at(end) in AUXILIARIES | CONJUNCTIONS | SPEECH or words.at(end) in PREPOSITIONS:
            break
        if words.at(end) in role_words().verbs and words.at(end - 1) not in DETERMINERS and end > i + 1:
            break
        end += 1
    return end


def _partitive(words: Words, i: int, *, is_plural: bool) -> Noun:
    """Read "two of the soldiers", "dozens of homes", "300,000 of them", "three of which", "two of the 12 boats"."""
    of = i if words.at(i) == "of" else i + 1
    after = words.at(of + 1)
    if after in _OF_WHICH:
        return Noun(None, "none", i, of + 2, refers="which")
    is_bare = after not in ("those", "these") or not words.is_word(of + 2) or words.at(of + 2) in STOPS
    if after in _OF_THEM and is_bare:
        return _of_them(words, i, of + 2)
    start = _past_determiners(words, of + 1)
    whole = _past_number(words, start)
    if whole:
        # The number counts too, and its noun is this one's: "six of the 20 boats".
        phrase = read_phrase(words, whole, is_one=False)
        return replace(phrase, end=i if phrase.kind == "none" else phrase.end, refers="of")
    phrase = read_phrase(words, start, is_one=False, is_mass=is_plural)
    if phrase.kind == "none":  # "seven of those killed"
        return Noun(None, "none", i, of + 2 if after in ("those", "these", "the") else i)
    return phrase


def _of_them(words: Words, i: int, end: int) -> Noun:
    """Nothing, or what stands right after it: "three of them children"."""
    phrase = read_phrase(words, end, is_one=False)
    if words.at(end - 1) == "them" and phrase.kind == "noun" and words.at(end) not in role_words().verbs:
        return phrase
    return Noun(None, "none", i, end, refers="them")


def _past_determiners(words: Words, i: int) -> int:
    for _ in range(5):
        if words.at(i) not in DETERMINERS and words.at(i) not in _BEFORE_WHOLE:
            break
        i += 1
    return i


def _past_number(words: Words, i: int) -> int:
    """Where a number ends that begins at word `i`; 0 where none does."""
    known = number_words()
    if not words.is_figure(i) and (words.at(i) not in known.cardinals or words.at(i) == "one"):
        return 0
    i += 1
    for _ in range(4):
        if words.at(i) in known.magnitudes:
            i += 1
        elif words.is_hyphen(i) and words.at(i + 1) in known.cardinals:
            i += 2
    return i
