"""Find the head of a cue: the word or phrase that tells the act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING

from onrecord.vocabulary.inflection import guess_lemma

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.vocabulary.lexicon import Lexicon, Phrase

_PLAIN = str.maketrans("’‘ʼ`´‐‑", "'''''--")
_NOT = re.compile(r"n\s*'\s*t\b|(?<=\bcan)not\b")
# A tokeniser may part a compound: "co - sponsored". Only before these is a lone hyphen no dash.
_PARTED = re.compile(r"\b(co|e|op|put|re|second|self|so|tight|well) ?- ?(?=[^\W\d_])")
_PREFIX = re.compile(r"^(?:co|counter|cross|fact|live|mis|out|over|pre|re)-(?=[^\W\d_]{4})")
_POSSESSIVE = re.compile(r"(?<=\w)\s*'\s*s\b")
_CLITIC = re.compile(r"(?<=\w)\s*'\s*(?:re|ve|d|ll|m)\b")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|'s")
_FILLERS = ("auxiliaries", "determiners", "fillers", "negators", "particles")
_MAX_GAP = 5  # words inside a phrase that are no part of it: "made it once more abundantly clear" has four


class Rank(IntEnum):
    """How much a word weighs; the search ends at the first that decides, and else takes the weightiest."""

    FILLER = 0  # an auxiliary, an adverb, a pronoun
    WEAK = 1  # a preposition or adverb that has an act where it stands alone
    BARE = 2  # a light verb without an act
    UNKNOWN = 3  # a word that the vocabulary does not hold
    LIGHT = 4  # a light verb with an act
    CARRIER = 5  # a noun that gives way to a verb
    DECIDES = 6


@dataclass(frozen=True, slots=True)
class Head:
    """What decides a cue.

    Attributes:
        lemma: its dictionary form.
        act: the act it stands for, or "" where the vocabulary has none for it.
        start, end: its place among the cue's words, half-open.
        rank: how much it weighs.
    """

    lemma: str
    act: str
    start: int
    end: int
    rank: Rank = Rank.DECIDES


def split_cue(cue: str) -> list[str]:
    """Split a cue into lower-case words; "didn’t" gives "did" and "not", and numbers and signs go."""
    text = _PARTED.sub(r"\1-", cue.lower().translate(_PLAIN))
    text = _CLITIC.sub("", _NOT.sub(" not", text))
    return _WORD.findall(_POSSESSIVE.sub(" 's", text))


def find_head(words: Sequence[str], lexicon: Lexicon) -> Head | None:
    """Find the head of a cue that `split_cue` has split; None where it holds no word."""
    search = _Search(words, lexicon)
    best: Head | None = None
    i = 0
    while i < len(words):
        head = search.read(i)
        if head.rank == Rank.DECIDES:
            return head
        # Of light verbs the last is nearest to the matter ("tried to give"), of all else the first.
        if best is None or head.rank > best.rank or head.rank == best.rank in (Rank.LIGHT, Rank.BARE):
            best = head
        i = head.end
    return best


class _Search:
    """What is known of a cue while it is read from left to right."""

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.lexicon = lexicon
        self.grammar = lexicon.grammar
        self.words = [self._known(word) for word in words]
        self.has_light = False
        self.has_copula = False

    def _known(self, word: str) -> str:
        """`word`, or what follows its prefix where the vocabulary holds only that ("re-affirmed")."""
        is_known = word in self.lexicon.lemmas or word in self.lexicon.singulars or word in self.lexicon.adjectives
        return word if is_known else _PREFIX.sub("", word)

    def read(self, i: int) -> Head:
        """Take the phrase or word at `i`; phrases first, then what the words before it make likely."""
        return self._phrase(i) or self._noun(i) or self._adjective(i) or self._verb(i) or self._rest(i)

    def _phrase(self, i: int) -> Head | None:
        word = self.words[i]
        lemma = self.lexicon.lemmas.get(word, word)
        for first in (word, lemma) if lemma != word else (word,):
            for phrase in self.lexicon.phrases.get(first, ()):
                end = self._end_of(phrase, i)
                if end:
                    is_light = phrase.lemma in self.grammar["light_phrases"]
                    self.has_light |= is_light
                    rank = (Rank.LIGHT if phrase.act else Rank.BARE) if is_light else Rank.DECIDES
                    return Head(phrase.lemma, phrase.act, i, end, rank)
        return None

    def _end_of(self, phrase: Phrase, i: int) -> int:
        """Where `phrase` ends if it begins at `i`, else 0."""
        end = i + 1
        for part in phrase.words[1:]:
            for j in range(end, min(end + _MAX_GAP, len(self.words))):
                word = self.words[j]
                if part in (word, self.lexicon.singulars.get(word), self.lexicon.lemmas.get(word)):
                    end = j + 1
                    break
                if not self._may_skip(word, part):
                    return 0
            else:
                return 0
        return end

    def _may_skip(self, word: str, part: str) -> bool:
        if word in self.grammar["fillers"] or word.endswith("ly"):
            return True
        return part not in self.grammar["particles"] and word not in self.grammar["particles"]

    def _noun(self, i: int) -> Head | None:
        word = self.words[i]
        noun = self.lexicon.singulars.get(word)
        if noun is None or (self._may_be_verb(word) and not self._is_noun(i)):
            return None
        is_carrier = noun in self.grammar["carriers"] and self._has_verb_after(i + 1)
        return Head(noun, self.lexicon.nouns[noun], i, i + 1, Rank.CARRIER if is_carrier else Rank.DECIDES)

    def _may_be_verb(self, word: str) -> bool:
        lemma = self.lexicon.lemmas.get(word)
        return lemma in self.lexicon.verbs or lemma in self.grammar["light"]

    def _is_noun(self, i: int) -> bool:
        """Whether a word that may be either is a noun here."""
        before = self.words[i - 1] if i else ""
        after = self.words[i + 1] if i + 1 < len(self.words) else ""
        if before in self.grammar["auxiliaries"] or before == "to" or self.words[i].endswith("ing"):
            return False
        leads_in = before in self.grammar["determiners"] or before in self.lexicon.adjectives
        return self.has_light or leads_in or after in self.grammar["noun_marks"]

    def _has_verb_after(self, i: int) -> bool:
        """Whether a participle or an infinitive of the vocabulary follows: "a statement accusing"."""
        for j in range(i, len(self.words)):
            lemma = self.lexicon.lemmas.get(self.words[j])
            is_open = self.words[j].endswith("ing") or self.words[j - 1] in ("to", "that", "which")
            if lemma in self.lexicon.verbs and is_open:
                return True
        return False

    def _adjective(self, i: int) -> Head | None:
        word = self.words[i]
        act = self.lexicon.adjectives.get(word)
        if act is None or (self._may_be_verb(word) and not self.has_copula):
            return None
        if i + 1 < len(self.words) and self._noun(i + 1):  # "a clear message", "harsh words"
            return None
        return Head(word, act, i, i + 1)

    def _verb(self, i: int) -> Head | None:
        word = self.words[i]
        lemma = self.lexicon.lemmas.get(word)
        if lemma is None or (i and word in self.grammar["fillers"] and self._may_be_verb(self.words[i - 1])):
            return None  # nothing known, or an adverb that has a verb's form ("screamed back")
        act = self.lexicon.verbs.get(lemma, "")
        if lemma in self.grammar["light"]:
            self.has_light |= lemma != "do"
            self.has_copula = lemma in self.grammar["copulas"]
            rank = Rank.LIGHT if act else Rank.BARE
            if lemma in self.grammar["auxiliaries"]:  # "has" alone is a poll's; with any other word it only helps
                rank = Rank.WEAK if act else Rank.FILLER
            return Head(lemma, act, i, i + 1, rank)
        return Head(lemma, act, i, i + 1, Rank.DECIDES if act else Rank.UNKNOWN)

    def _rest(self, i: int) -> Head:
        word = self.words[i]
        act = self.lexicon.others.get(word)
        if act:
            return Head(word, act, i, i + 1, Rank.WEAK)
        is_filler = word.endswith("ly") or any(word in self.grammar[key] for key in _FILLERS)
        return Head(word if is_filler else guess_lemma(word), "", i, i + 1, Rank.FILLER if is_filler else Rank.UNKNOWN)
