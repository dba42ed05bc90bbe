"""Names that hold a number: "Article 5", "Boeing 737", "No. 2", "Highway 61", "the Big Three"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES, PREPOSITIONS, STOPS
from onrecord.knowledge.countries import load_country_names
from onrecord.vocabulary.numbered import numbered
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.amounts import Amount
    from onrecord.annotating.quantities.nouns import Noun
    from onrecord.annotating.quantities.words import Words

_LINKS = frozenset({"and", "or", "to", "through", ",", "&"})
_CLUBS = frozenset({"big", "council", "gang", "group"})
_TITLES = frozenset({"mr", "mrs", "ms", "officials", "police"})


def is_name(words: Words, amount: Amount, noun: Noun) -> bool:
    """Whether the number is part of a name."""
    first = amount.number
    before = first - 1
    if words.at(before) == "." and words.touches(before):  # "No. 2"
        before -= 1
    if before < 0 or words.breaks(first):
        return False
    if words.at(before) == ":" and words.is_figure(first):  # "Registration number: 130349"
        return words.at(before - 1) in numbered().firm or words.at(before - 1) == "number"
    if not words.is_figure(first):
        return _is_named_in_words(words, first, before, noun)
    has_plural = noun.kind == "noun" and not noun.refers
    if words.at(before) in _LINKS and words.is_figure(before - 1) and not has_plural:
        return _is_numbered_twice(words, before)
    if words.at(before) == "of" and words.is_capital(before - 1) and words.at(before - 1) in _CLUBS and not has_plural:
        return True  # "the Group of 77"
    if units().singular(words.at(before)) in numbered().makers and words.is_capital(before):
        return True
    is_plain = not amount.low.is_scaled and "," not in words.raw[first]
    numbered_noun = _follows_numbered_noun(words, amount, noun, before, is_plain=is_plain, has_plural=has_plural)
    if numbered_noun is not None:
        return numbered_noun
    if noun.kind not in ("none", "noun") or noun.refers or not is_plain or amount.high is not None:
        return False
    return _is_address(words, amount.end) or _follows_name(words, amount, before, has_plural=has_plural)


def _is_address(words: Words, end: int) -> bool:
    """Whether a street's name follows: "10 Downing Street"."""
    for i in range(end, end + 4):
        if not words.is_capital(i) or words.breaks(i):
            return False
        if words.at(i) in numbered().streets:
            return i > end
    return False


def _is_named_in_words(words: Words, first: int, before: int, noun: Noun) -> bool:
    """Whether a number word is named: "the Big Three", "World War Two", "chapter one"."""
    word, known = words.at(before), numbered()
    if words.is_capital(first) and not words.begins(first) and words.is_word(before) and not _is_headline(words, first):
        return True
    is_part = words.at(first + 1) == "of" and words.at(before - 1) != "the"  # "phase two of the talks"
    is_named = word in known.with_words and (noun.kind == "none" or (is_part and word in known.in_words))
    return is_named and (words.is_capital(before) or word in known.in_words)


def _is_numbered_twice(words: Words, link: int) -> bool:
    """Whether the number before is a name, and so this one: "Articles 5 and 6", "rooms 12 to 14"."""
    noun = units().singular(words.at(link - 2))
    return noun in numbered().nouns and (words.is_capital(link - 2) or noun in numbered().firm)


def _follows_numbered_noun(
    words: Words, amount: Amount, noun: Noun, before: int, *, is_plain: bool, has_plural: bool
) -> bool | None:
    """Whether a noun before it is numbered by it ("room 12"); None where no such noun stands there."""
    word, known = words.at(before), numbered()
    singular = units().singular(word)
    if word not in known.nouns and singular not in known.nouns:
        return None
    if words.is_capital(before) and before == amount.number - 1 and not words.is_capital(amount.end):
        return True
    if not has_plural and is_plain:
        return noun.kind == "none" and word not in known.loose
    return word in known.firm


def _follows_name(words: Words, amount: Amount, before: int, *, has_plural: bool) -> bool:
    """Whether a name before it goes on with the number: "Channel 4", "Falcon 9 launches"; not "in Aleppo 30 people"."""
    word, further = words.at(before), words.at(before - 1)
    is_capital = words.is_capital(before) and words.is_word(before) and not words.begins(before)
    if not is_capital or word in STOPS or word in _TITLES or word.endswith("'s") or before != amount.number - 1:
        return False
    if has_plural and (amount.value >= 1000 or _is_country(words, before) or further in PREPOSITIONS | {"and", ","}):
        return False
    if _is_country(words, before) and further in ("and", ",", "while"):
        return False  # "Latvia offered 20 and Estonia 12"
    after = words.at(amount.end)
    is_done = after in role_words().participles and any(not verb.particle for verb in role_words().verbs[after])
    is_counted = after in AUXILIARIES or (after,) in role_words().states or after in ("others", "more", "people")
    return not (is_done or is_counted)


def _is_headline(words: Words, i: int) -> bool:
    """Whether the words around are mostly capitalised, as in a title."""
    near = [
        k for k in range(max(0, i - 3), min(len(words), i + 5)) if k != i and words.is_word(k) and len(words.raw[k]) > 3
    ]
    return len(near) >= 2 and all(words.is_capital(k) for k in near)


def _is_country(words: Words, i: int) -> bool:
    return words.raw[i] in _countries()


@cache
def _countries() -> frozenset[str]:
    return frozenset(load_country_names().values())
