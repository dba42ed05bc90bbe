"""The noun phrase after a number, and its head: "12 Iranian-made drones", "three Syrian and Iraqi fighters"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.ages import AGES
from onrecord.annotating.quantities.closed import MONTHS, STOPS
from onrecord.annotating.quantities.nouns import Noun, is_noun_next, is_stop, joined
from onrecord.annotating.quantities.singles import ends_before, is_name_of_kind
from onrecord.knowledge.demonyms import is_demonym
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.roles import role_words
from onrecord.vocabulary.units import units

if TYPE_CHECKING:
    from onrecord.annotating.quantities.words import Words

# How many words are looked at for the head: in the news of the dev data none needs more than seven.
LONGEST = 8
# Words that a noun phrase ends before, unless a plural follows: "12 home visits", "two early releases".
_EITHER = frozenset({"back", "early", "home"})
# They stand for a noun that was named before: "three others", "one other".
_FOR_NOUNS = frozenset({"apiece", "ones", "others"})
# Words between "one" and its noun that are no nouns: "one more soldier".
_NO_HEADS = frozenset({"additional", "first", "further", "last", "more", "other", "single"})


def read_phrase(words: Words, i: int, *, is_one: bool, is_mass: bool = False) -> Noun:
    """The head of the noun phrase that begins at word `i`.

    Args:
        words: the text's.
        i: the first word after the number.
        is_one: the number is one, so that the head is a singular.
        is_mass: after "millions of" a noun without a plural will do ("livestock").
    """
    return _Phrase(words, i, i, is_one=is_one).read(is_mass=is_mass)


@dataclass(slots=True)
class _Phrase:
    """A walk through a noun phrase.

    Attributes:
        at: the word that is looked at.
        head: the noun as written and where it ends, None before it is met.
        states: words that tell a role ("12 wounded soldiers").
    """

    words: Words
    first: int
    at: int
    is_one: bool
    head: tuple[str, int] | None = None
    states: list[str] = field(default_factory=list)

    def read(self, *, is_mass: bool) -> Noun:
        """Walk to the end of the phrase."""
        for _ in range(LONGEST):
            if self.words.breaks(self.at):
                break
            skipped = self._past_filler()
            if skipped:
                self.at += skipped
                continue
            if not self.words.is_word(self.at):
                break
            noun, end = joined(self.words, self.at)
            if self._is_past_end(end):
                break
            told = self._before_head(noun, end) if self.head is None else None
            if told:
                return told
            if noun in units().times and self.is_one and not self.words.is_capital(self.at):
                return Noun(None, "time", end, end)
            if not self._takes(noun, end):
                break
            self.at = end
        if self.head is None:
            return self._without_head(is_mass=is_mass)
        if self.is_one and _is_described(self.head[0]):
            return Noun(None, "none", self.first, self.first)  # "one purpose-built for"
        return Noun(_unit(self.head[0], is_one=self.is_one), "noun", self.head[1], self.head[1], "", tuple(self.states))

    def _past_filler(self) -> int:
        """How many words that are no words of the phrase's own stand here: commas, quotation marks, models' figures."""
        words, at = self.words, self.at
        is_inside = at > self.first
        if is_inside and words.is_figure(at) and words.is_capital(at - 1) and is_noun_next(words, at + 1):
            return 1  # "four Mirage 2000 fighter jets"
        if self.head is not None:
            return 0
        if words.is_figure(at) and words.is_hyphen(at + 1) and is_noun_next(words, at + 2):
            return 2  # "two 250-bed field hospitals"
        if words.at(at) and words.at(at) in "\"“‘'«" and words.is_word(at + 1):
            return 1
        if is_inside and words.at(at) == "," and self._goes_on(at + 1):
            return 1  # "12 large, heavily armed drones"
        if is_inside and words.at(at) == "and" and not self.states and is_noun_next(words, at + 1):
            return 1  # "three Syrian and Iraqi fighters"
        return 0

    def _goes_on(self, i: int) -> bool:
        word = self.words.at(i)
        is_adjective = word not in STOPS and word not in role_words().verbs and not self.words.is_capital(i)
        return is_adjective and is_noun_next(self.words, i)

    def _is_past_end(self, end: int) -> bool:
        """Whether the phrase has ended before the word: a preposition, an auxiliary, a month."""
        words, at = self.words, self.at
        if end > at + 1:
            return False
        if words.at(at) in MONTHS and words.is_capital(at):
            return True
        if not is_stop(words, at) or words.at(at) == "other":
            return False
        return self.is_one or words.at(at) not in _EITHER or not is_noun_next(words, end)

    def _before_head(self, noun: str, end: int) -> Noun | None:
        """What the phrase is, where this word decides it before a head is met."""
        words, at = self.words, self.at
        if noun in units().times:
            return Noun(None, "time", end, end)
        is_last = noun == "other" and (not words.is_word(end) or is_stop(words, end))
        if noun in _FOR_NOUNS or is_last or (noun == "more" and not is_noun_next(words, end)):
            return Noun(None, "none", self.first, end, "", tuple(self.states))
        word = words.at(at)
        if at == self.first and _is_verb_of_subject(words, at):
            return Noun(None, "none", self.first, at)  # "12 suffered burns"
        if (word,) in role_words().states or word in role_words().participles:
            if not is_noun_next(words, end):
                return Noun(None, "none", self.first, at)
            self.states.append(word)
        return None

    def _takes(self, noun: str, end: int) -> bool:
        """Whether the word belongs to the phrase; the head moves to it where it may be one."""
        words, at = self.words, self.at
        if self.is_one:
            if ends_before(words, at, is_first=at == self.first):
                return False
            if self.head and words.is_capital(at) and not words.is_capital(at - 1) and not is_name_of_kind(words, at):
                return False
            if self.head or noun not in _NO_HEADS or not words.is_word(end):
                self.head = noun, end
            return True
        if self.head and noun in AGES:
            return False  # "20 children ages 6 and 7"
        if (
            units().is_plural(noun)
            and noun not in units().times
            and not (self.head and words.at(at) in role_words().verbs)
        ):
            self.head = noun, end
            return True
        if self.head is None:
            return True
        # A noun that no plural follows ends the phrase, and one after a plural head, unless that is part of a name.
        return (self.head[0] in counting().first_plurals or words.is_capital(at - 1)) and is_noun_next(words, end)

    def _without_head(self, *, is_mass: bool) -> Noun:
        words, last = self.words, self.at - 1
        if not self.is_one and last == self.first and is_demonym((words.at(last),)):
            return Noun(words.at(last), "noun", self.at, self.at)  # "two Chinese"
        if is_mass and last >= self.first and words.is_word(last) and not words.is_capital(last):
            return Noun(words.at(last), "noun", self.at, self.at, "", tuple(self.states))
        return Noun(None, "none", self.first, self.first)


def _is_verb_of_subject(words: Words, i: int) -> bool:
    """Whether a verb stands there whose subject has a role, and that is no adjective: "12 voted yes"."""
    verbs = role_words().verbs.get(words.at(i), ())
    if words.at(i) not in role_words().participles:  # "217 votes", "12 protest marches"
        return False
    if any(not verb.of_subject and not verb.particle for verb in verbs):
        return False
    return any(verb.of_subject and words.low[i + 1 : i + 1 + len(verb.particle)] == verb.particle for verb in verbs)


def _is_described(noun: str) -> bool:
    """Whether a word is a participle with what it is made of, and no noun: "purpose-built", "Iranian-made"."""
    first, hyphen, last = noun.rpartition("-")
    return bool(first and hyphen) and (last in ("built", "made", "led", "run") or last.endswith("ed"))


def _unit(noun: str, *, is_one: bool) -> str:
    noun = noun.removesuffix("'s")
    return noun if is_one and noun not in ("people", "persons") else units().singular(noun)
