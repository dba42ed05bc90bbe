"""The verb group to the right of a number: "12 people in the town were killed", "267 drones launched overnight"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotating.quantities.closed import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, PRONOUNS, SPEECH
from onrecord.annotating.quantities.predicates import PAUSES, Governed, is_auxiliary, state_at
from onrecord.annotating.quantities.verb_groups import read_bare_verb, read_verb_group
from onrecord.vocabulary.counting import counting
from onrecord.vocabulary.numbers import number_words
from onrecord.vocabulary.roles import role_words

if TYPE_CHECKING:
    from onrecord.annotating.quantities.predicates import Counted
    from onrecord.annotating.quantities.words import Words

# How many words are looked at. Of the 1,285 quantities in the news of the dev data none changes between 8 and 40.
_FAR = 16
_RELATIVES = frozenset({"that", "which", "who", "whom"})
_JOINING = frozenset({"and", "or", "as", "along", "plus", "&"})
_SUBJECT_PRONOUNS = frozenset({"he", "i", "it", "she", "they", "we"})


def as_subject(words: Words, counted: Counted) -> Governed:
    """What the verb group to the right tells: "12 people in the town died", "three soldiers and a boy were hurt"."""
    return _Walk(words, counted, counted.next, is_tied=_is_prepositional(words, counted)).read()


@dataclass(slots=True)
class _Walk:
    """A walk from what is counted to its verb.

    Attributes:
        at: the word that is looked at.
        is_tied: a preposition governs the number, so that a later verb has another subject.
        is_near: nothing but adverbs and relative pronouns lies behind.
        in_phrase: inside "of them", "in the town".
        in_list: after "and", before the verb of both.
    """

    words: Words
    counted: Counted
    at: int
    is_tied: bool
    is_near: bool = True
    in_phrase: bool = False
    in_list: bool = False

    def read(self) -> Governed:
        """Walk until a predicate, or the end of where one may be."""
        words = self.words
        for _ in range(_FAR):
            word = words.at(self.at)
            if not word or words.breaks(self.at) or words.is_end(self.at) or word in ";:?!":
                break
            told = self._predicate(word)
            if told:
                return told
            before = self.at
            self._step(word)
            if self.at <= before:
                break
        return Governed(None, self.counted.next)

    def _predicate(self, word: str) -> Governed | None:
        """What the word tells, where it is or opens a predicate."""
        words, i = self.words, self.at
        if self.is_near and (word != "in" or self.counted.kind == "none") and (state := state_at(words, i)):
            is_adjective = state[0] == "infected" and words.is_word(i + 1)  # "12 sick children"
            if not is_adjective:
                return Governed(*state)
        if is_auxiliary(words, i):
            is_relative = words.at(i - 1) in _RELATIVES
            if self.is_tied and not (self.is_near and is_relative):
                return Governed(None, self.counted.next)
            told = read_verb_group(words, i, self.counted)
            main = _main_verb(words, told.end, self.counted) if is_relative and told.role and not self.is_tied else None
            return main or told
        if word in role_words().verbs and not (self.in_phrase and words.at(i - 1) in DETERMINERS):
            bare = read_bare_verb(words, i, self.counted, is_near=self.is_near, is_tied=self.is_tied)
            if bare and not self.is_tied:
                return _main_verb(words, bare.end, self.counted) or bare
            is_linking = word in counting().feared  # "12 went missing"
            return bare or (Governed(None, i, has_verb=True) if self.is_near and not is_linking else None)
        if word in SPEECH:
            return Governed(None, i, has_verb=True)
        if word == "," and words.at(i + 1) in role_words().participles and words.at(i + 2) in PREPOSITIONS:
            return read_bare_verb(words, i + 1, self.counted, is_near=True, is_tied=False)  # "one rocket, fired from"
        if self._is_other_verb(word):
            return Governed(None, i, has_verb=True)
        return None

    def _is_other_verb(self, word: str) -> bool:
        """Whether a word that nothing else explains is a verb that tells no role: "12 signed the accord"."""
        if self.in_phrase or self.in_list or not self.words.is_word(self.at) or self.words.is_capital(self.at):
            return False
        known = counting()
        is_known = word in _RELATIVES | _JOINING | PREPOSITIONS | CONJUNCTIONS | DETERMINERS | PRONOUNS
        return not is_known and word not in known.adverbs and word not in known.feared and not word.endswith("ly")

    def _step(self, word: str) -> None:
        """Go on past the word, or stay where the clause ends."""
        words, i = self.words, self.at
        if word in _RELATIVES:
            self.at += self.is_near or word == "who"
        elif self.is_near and word in counting().feared:
            self.at += 1
        elif word in role_words().verbs and not (self.in_phrase and words.at(i - 1) in DETERMINERS):
            may_be_noun = not word.endswith(("ing", "ed", "s")) or self.in_list
            self.at += may_be_noun or (self.in_phrase and words.at(i + 1) not in PREPOSITIONS | DETERMINERS)
        elif word in counting().adverbs or word.endswith("ly"):
            self.at += 1
        elif word in {",", "("} or word in "–—":
            self.at = self._past_pause(word)
        elif word in _JOINING:
            follows = words.at(i + 1)
            is_second_verb = follows in role_words().verbs and not follows.endswith("s")
            if not is_second_verb and _opens_clause(words, self.counted):  # not "lost 12 tanks and three were hit"
                self.in_list, self.is_near, self.in_phrase = True, False, False
                self.at += 1
        elif word in PREPOSITIONS:
            self.in_phrase, self.is_near = True, False
            self.at += 1
        elif word not in CONJUNCTIONS:
            self._past_noun(word)

    def _past_pause(self, word: str) -> int:
        words, counted = self.words, self.counted
        if words.at(counted.first - 1) == "of" and words.at(counted.first - 2) not in counting().groups:
            return self.at  # "of the 27 aboard, 15 were rescued"
        if words.at(self.at + 1) in AUXILIARIES and words.at(counted.first - 1) == ",":
            return self.at + 1  # "the others, about 20 people, were freed"
        end = _past_insertion(words, self.at, closing=")" if word == "(" else word)
        self.in_phrase = self.is_near = False
        return end

    def _past_noun(self, word: str) -> None:
        """Past a word of a phrase or a list; another lower-case word here is a verb that tells no role."""
        if self.in_phrase or self.in_list or word in DETERMINERS | PRONOUNS:
            is_subject = word in (_SUBJECT_PRONOUNS if self.in_phrase else PRONOUNS)
            self.at += not is_subject


def _past_insertion(words: Words, i: int, *, closing: str) -> int:
    """Where the clause goes on after what two commas or brackets hold, of which one stands at word `i`; else 0."""
    known, opens = counting(), words.at(i + 1)
    verbs = role_words().verbs
    if closing == "," and opens in ("who", "which") and (words.at(i + 2) in AUXILIARIES or words.at(i + 2) in verbs):
        return i + 1
    is_list = opens in number_words().cardinals or words.is_figure(i + 1) or opens in ("a", "an")
    is_part = opens == "of" and words.at(i + 2) in _RELATIVES  # ", of whom three died,"
    is_aside = is_part or opens in known.listed or opens in known.insertions or opens.endswith("ly")
    if closing == "," and not is_list and not is_aside:
        return 0
    for j in range(i + 1, min(i + 14, len(words))):
        word, follows = words.at(j), words.at(j + 1)
        if words.breaks(j) or words.is_end(j):
            return 0
        if word == closing and (follows in AUXILIARIES or follows in verbs or follows in known.adverbs):
            return j + 1
        if is_list and word in AUXILIARIES:
            return j
        if is_list and word in verbs and words.at(j - 1) not in DETERMINERS and word.endswith(("d", "n")):
            return j if word not in role_words().participles or follows in PREPOSITIONS else 0
    return 0


def _opens_clause(words: Words, counted: Counted) -> bool:
    """Whether the number may begin a clause's subject: a sentence, a comma, a conjunction or "said" is before it."""
    before = counted.first - 1
    word = words.at(before)
    if words.begins(counted.first) or not words.is_word(before):
        return True
    return (
        word in CONJUNCTIONS | SPEECH
        or word
        in (
            "and",
            "of",
            "with",
            "after",
            "before",
            "including",
            "includes",
            "as",
            "leave",
            "leaves",
            "leaving",
            "left",
            "saw",
            "see",
        )
        or word.endswith("ly")
    )


def _main_verb(words: Words, i: int, counted: Counted) -> Governed | None:
    """The predicate after a reduced clause: "two of the nurses kidnapped in May have been freed"."""
    for j in range(i, min(i + _FAR, len(words))):
        word = words.at(j)
        if words.breaks(j) or words.is_end(j) or word in PAUSES or word in CONJUNCTIONS | SPEECH | PRONOUNS:
            return None
        if is_auxiliary(words, j):
            found = read_verb_group(words, j, counted)
            return found if found.role else None
        if word in role_words().verbs and words.at(j - 1) not in DETERMINERS | PREPOSITIONS:
            return None
    return None


def _is_prepositional(words: Words, counted: Counted) -> bool:
    """Whether a preposition governs the number, "of the city's 12" too, so that a later verb has another subject."""
    before = counted.first - 1
    for _ in range(3):
        if words.at(before) not in DETERMINERS and not words.at(before).endswith("'s"):
            break
        before -= 1
    if before != counted.first - 1 and words.at(before) == "of":
        return not words.begins(before)
    return words.at(counted.first - 1) in PREPOSITIONS and not _is_free(words, counted)


def _is_free(words: Words, counted: Counted) -> bool:
    """Whether the preposition before the number does not tie it: "with 12 killed", "of the 64", "among them three"."""
    before = counted.first - 1
    word = words.at(before)
    if word in ("with", "of") and words.begins(before):
        return True
    if word == "of":
        return words.at(before - 1) in counting().groups or words.at(before - 1) in ("which", "whom")
    return word in ("with", "after", "before", "since", "until", "than", "despite")
