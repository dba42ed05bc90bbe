"""Where the noun phrase after "one" ends: no plural tells, so verbs and adverbs must."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import PRONOUNS, STOPS, WEEKDAYS
from onrecord.annotating.quantities.nouns import is_stop
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words

_NO_ADVERBS = frozenset({"ally", "assembly", "bully", "elderly", "family", "fly", "rally"})
# Behind an adjective what may be a verb is a noun: "one disastrous attack". No nouns of people end so ("official").
_ADJECTIVAL = ("ous", "ful", "less", "able", "ible", "mental")


def ends_before(words: Words, i: int, *, is_first: bool) -> bool:
    """Whether the noun phrase after "one" has ended before word `i`, since that is a verb or an adverb.

    Args:
        words: the text's.
        i: the word.
        is_first: it is the word right after "one".
    """
    word = words.at(i)
    if word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS:
        return True
    if not is_first and (word in WEEKDAYS or word in PRONOUNS or words.at(i + 1) == "up"):
        return True  # "one microbe pop up"
    if not is_first and word in role_words().verbs and not words.at(i - 1).endswith(_ADJECTIVAL):
        return True
    if word in counting().pasts:
        return True
    ends_phrase = words.at(i + 1) in STOPS or not words.is_word(i + 1)
    if word.endswith(("ed", "ing")) and len(word) > 4 and word not in counting().no_verbs:
        if not is_first:
            return words.raw[i].islower()
        may_be_adjective = word in role_words().participles or word in counting().adjectives or word.startswith("un")
        return ends_phrase or not may_be_adjective
    if not units().is_plural(word):
        return False
    # "one wonders whether", "one official says"; but "one weapons depot", "one series".
    return ends_phrase if not is_first else words.at(i + 1) in STOPS and word not in units().irregular


def is_name_of_kind(words: Words, i: int) -> bool:
    """Whether a name in the phrase goes on to a noun, or is a people's: "one top Baltic banker", "one young Syrian"."""
    end = i
    while end - i < 4 and words.is_capital(end) and words.is_word(end):
        end += 1
    if is_demonym(words.low[i:end]):
        return True
    is_over = is_stop(words, end) or ends_before(words, end, is_first=False)
    return words.is_word(end) and not is_over
