"""Names taken for people that their own words, or those beside them, tell to be of something else."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotating.borders import CAPITAL
from onrecord.annotating.known import is_persons
from onrecord.annotating.mere_words import is_within_sentence
from onrecord.chains import KINDS, NAME, NOMINAL, PRONOUN
from onrecord.knowledge.demonyms import is_demonym
from onrecord.tokens import GAPS, SHAPES
from onrecord.vocabulary.nobodies import load_nobodies
from onrecord.vocabulary.small_words import load_small_words
from onrecord.vocabulary.titles import (
    BUILDINGS,
    DEGREES,
    INSTITUTIONS,
    LEGAL_FORMS,
    OFFICES,
    PEOPLES,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from numpy.typing import NDArray

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_PERSON, _ORGANIZATION, _PLACE, _OTHER = range(len(KINDS))
_JOINED, _SPACE = GAPS.index("joined"), GAPS.index("space")
_UPPER = SHAPES.index("upper")
_OWNERS = frozenset({"my", "our", "your", "their", "its", "a", "an"})
_HOMES = frozenset({"of", "from"})
_FEWEST_LETTERS = 3  # of a body's initials
_LONGEST = 4  # words of an institution behind the name
_SHORT = 2  # letters
_ARTICLES = frozenset({"the", "a", "an"})


def without_mistaken(
    mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens, kept: Collection[int] = ()
) -> list[FoundMention]:
    """The mentions without degrees, legal forms, respellings and adjectives, firms and schools no people.

    Args:
        mentions: of a text, in the order of their heads.
        words: the text's words, lower case.
        tokens: the same as they are written.
        kept: heads that are needed whatever they are, as those of sources are; they become descriptions.
    """
    reader = _Mistaken(mentions, words, tokens)
    told: list[FoundMention] = []
    taken = 0  # behind the last word of a firm's name
    for mention in mentions:
        if reader.is_vehicle(mention):
            told.append(replace(mention, form=NOMINAL, kinds=_only(_OTHER)))
            continue
        if mention.form != NAME or (mention.head < taken and mention.first < taken):
            if mention.head >= taken or mention.form == PRONOUN or mention.head in kept:
                told.append(mention)
            continue
        if reader.is_nothing(mention):
            if mention.head in kept:
                told.append(replace(mention, form=NOMINAL, kinds=_only(_OTHER)))
            continue
        mended = reader.mended(mention)
        told.append(mended)
        if mended.last > mention.last:
            taken = mended.last
    return told


class _Mistaken:
    def __init__(self, mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens) -> None:
        self._words, self._tokens = words, tokens
        self._small = load_small_words()
        self._written = frozenset(tokens.words)
        self._people = {m.last for m in mentions if m.form == NAME and m.kind == "person"}
        self._inside = {at for m in mentions if m.form == NAME for at in range(m.first, m.last)}
        self._longer = {
            word for m in mentions if m.form == NAME and m.kind == "person" and m.last - m.head > 1 for word in m.words
        }

    def is_vehicle(self, mention: FoundMention) -> bool:
        """Whether what was taken for people are vehicles or weapons of a country: "Russian Drone", "Iranian drones"."""
        if mention.form == PRONOUN or mention.kind != "person" or mention.last - mention.first == 1:
            return False
        is_thing = self._words[mention.last - 1] in load_nobodies().idle
        return is_thing and any(is_demonym((word,)) for word in mention.words[:-1])

    def is_nothing(self, mention: FoundMention) -> bool:
        """Whether a name is none: "(Hons)", ", Inc.", "(TSVING'-uhl)", "[Muslim] groups", "Port Rights [Agitator]"."""
        own = [word for word in mention.words if word.isalnum()]
        if all(word in LEGAL_FORMS | DEGREES for word in own):
            return True
        if mention.kind != "person":
            return False
        return self._is_respelling(mention) or self._is_adjective(mention) or self._is_of_label(mention)

    def mended(self, mention: FoundMention) -> FoundMention:
        """A name with the kind that its words tell, and with those that go on with it."""
        firm = self._firm(mention)
        if firm is not None:
            first, last = firm
            return self._between(mention, first, last, _only(_ORGANIZATION))
        if mention.kind != "person":
            return mention
        if (last := self._institution_end(mention)) > mention.last or self._names_institution(mention):
            is_site = self._words[last - 1] in BUILDINGS
            return self._between(mention, mention.first, last, _only(_PLACE if is_site else _ORGANIZATION))
        if mention.words[-1] in DEGREES and mention.last - mention.head > 1:
            return replace(mention, last=mention.last - 1, words=mention.words[:-1])
        if self._is_many(mention):
            return replace(mention, form=NOMINAL, kinds=_only(_PERSON), plural=1.0)
        if self._is_initials(mention):
            return replace(mention, kinds=_only(_ORGANIZATION))
        if self._is_home(mention):
            return replace(mention, kinds=_only(_PLACE))
        return mention

    def _between(self, mention: FoundMention, first: int, last: int, kinds: NDArray[np.float32]) -> FoundMention:
        return replace(
            mention, head=last - 1, first=first, last=last, kinds=kinds, words=tuple(self._words[first:last])
        )

    def _is_single(self, mention: FoundMention) -> bool:
        return mention.last - mention.head == 1 and mention.first == mention.head

    def _is_respelling(self, mention: FoundMention) -> bool:
        """Whether a name stands in a bracket that says how the one before it is spoken."""
        at = mention.first - 1
        if at < 1 or self._words[at] != "(" or at not in self._people:
            return False
        end = next((i for i in range(at, min(len(self._words), at + 12)) if self._words[i] == ")"), at)
        return "-" in self._words[at:end] and all(int(self._tokens.gaps[i]) == _JOINED for i in range(at + 2, end))

    def _is_adjective(self, mention: FoundMention) -> bool:
        """Whether a name is but a faith's or a people's adjective before a noun: "the [Arab] Spring"."""
        if not self._is_single(mention) or mention.words[0] not in PEOPLES:
            return False
        behind = self._words[mention.last : mention.last + 1]
        return bool(behind) and behind[0].isalpha() and int(self._tokens.gaps[mention.last]) == _SPACE

    def _is_of_label(self, mention: FoundMention) -> bool:
        """Whether a name is an ordinary word that stands in a label, or behind a word that no name has before it.

        Of "Port Rights Agitator" the last word, and of "my Subcommittee".
        """
        word = mention.words[0]
        if not self._is_single(mention) or mention.head == 0 or word in self._longer:
            return False
        before = self._words[mention.head - 1]
        if int(self._tokens.gaps[mention.head]) != _SPACE or is_persons(self._tokens.words[mention.head]):
            return False
        if before in _OWNERS:
            return True
        is_label = int(self._tokens.shapes[mention.head - 1]) in CAPITAL and mention.head - 1 not in self._inside
        is_label &= is_within_sentence(self._tokens, mention.head - 1)
        return is_label and before in self._small and before not in OFFICES and before not in _ARTICLES

    def _firm(self, mention: FoundMention) -> tuple[int, int] | None:
        """The words of a firm that is called by several names: "Johnson & Johnson", "Lind Ek & Berg"."""
        first, at = mention.first, mention.last
        if first > 1 and self._words[first - 1] == "&" and int(self._tokens.shapes[first - 2]) in CAPITAL:
            first, at = first - 2, first - 1  # of "Lind & Ek" the end was found alone
        if at + 1 >= len(self._words) or self._words[at] != "&" or int(self._tokens.shapes[at + 1]) not in CAPITAL:
            return None
        names = {self._tokens.words[at - 1], self._tokens.words[at + 1]}
        if len(names) > 1 and all(map(is_persons, names)):
            return None  # "Trump & Putin"
        last = at + 1
        while last < len(self._words) and int(self._tokens.shapes[last]) in CAPITAL and self._is_beside(last):
            last += 1
        return first, last

    def _is_beside(self, at: int) -> bool:
        return int(self._tokens.gaps[at]) == _SPACE

    def _institution_end(self, mention: FoundMention) -> int:
        """Where the name of a school, a firm, an estate ends that is called after someone; else where it ended."""
        at, last = mention.last, mention.last
        end = min(len(self._words), at + _LONGEST)
        while at < end and int(self._tokens.shapes[at]) in CAPITAL and self._is_beside(at):
            if len(self._words[at]) <= _SHORT:
                break  # of a headline: "Lind Vows To Close Ardale School"
            at += 1
            if self._words[at - 1] in INSTITUTIONS | BUILDINGS:
                last = at
        return last

    def _names_institution(self, mention: FoundMention) -> bool:
        """Whether a name ends in a word of institutions: "Indian Premier League", an "Executive Order"."""
        return mention.words[-1] in INSTITUTIONS | BUILDINGS and not is_persons(self._tokens.words[mention.last - 1])

    def _is_many(self, mention: FoundMention) -> bool:
        """Whether a name is of all people of a country: "Canadians"."""
        word = mention.words[-1]
        return self._is_single(mention) and word.endswith("s") and is_demonym((word[:-1],))

    def _is_initials(self, mention: FoundMention) -> bool:
        """Whether a name of one word is a body's initials, in a sentence that is not all in capitals."""
        at = mention.head
        if (
            not self._is_single(mention)
            or int(self._tokens.shapes[at]) != _UPPER
            or len(mention.words[0]) < _FEWEST_LETTERS
        ):
            return False
        beside = [i for i in (at - 1, at + 1) if 0 <= i < len(self._words) and self._words[i].isalpha()]
        is_quiet = not any(int(self._tokens.shapes[i]) == _UPPER for i in beside)
        is_quiet &= self._tokens.words[at].title() not in self._written  # "Mara Lind came. LIND spoke"
        return is_quiet and bool(beside) and not is_persons(self._tokens.words[at])

    def _is_home(self, mention: FoundMention) -> bool:
        """Whether a name says where the one before it lives: "Lind, 22, of [Hayes]"."""
        at = mention.first - 1
        if not self._is_single(mention) or at < 2 or self._words[at] not in _HOMES or self._words[at - 1] != ",":
            return False
        behind = self._words[mention.last : mention.last + 1]
        is_aside = bool(behind) and behind[0] in {",", "."}
        return is_aside and (at - 1 in self._people or self._words[at - 2].isdigit())


def _only(kind: int) -> NDArray[np.float32]:
    return np.array([number == kind for number in range(len(KINDS))], np.float32)
