"""Names of things: what the mention head takes for people, and the words around their names tell otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotating.borders import CAPITAL
from onrecord.annotating.known import is_country
from onrecord.chains import KINDS, NAME
from onrecord.tokens import GAPS
from onrecord.vocabulary.titles import BODIES

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from onrecord.chains import FoundMention
    from onrecord.tokens import Tokens

_PERSON, _PLACE, _OTHER = (KINDS.index(kind) for kind in ("person", "place", "other"))
_LINE, _SPACE = GAPS.index("line"), GAPS.index("space")
_ARTICLES = frozenset({"the", "a", "an"})
# Behind a name with an article these end its phrase: "the Brun Nine will fly", but not "the Lind trial".
_ENDS = frozenset(
    """
    . , ; : ? ! is was are were will would has had can could may might must should to in into on onto at by for from
    with without over under during after before that which
    """.split()
)
# What bears a name of its own that stands right before it: "Brun Nine rockets".
_VESSELS = frozenset(
    "airliner ferry jet lander missile probe rocket rover satellite ship shuttle submarine tanker vessel".split()
)
_ONE = 0.5  # how likely several are meant, below which it is one: "the Linds" are people
_SURE = 0.9  # of being a person, from which on a country's name is believed to be one's


def without_things(mentions: Sequence[FoundMention], words: Sequence[str], tokens: Tokens) -> list[FoundMention]:
    """The mentions, with names of things and countries no people, wherever they stand.

    A name that somewhere has an article and no title is a thing's, and so is that of a ship or a rocket: "the Brun
    Nine", "Brun Nine rockets". A country's name is the country's where no other name stands beside it anywhere: Jordan
    is, and Michael Jordan is not.
    """
    things = {_name(m) for m in mentions if _is_person(m) and (_has_article(m, words) or _is_kind_of(m, words))}
    lands = {m.words for m in mentions if _is_person(m) and m.last - m.head == 1 and is_country(tokens.words[m.head])}
    borne = {word for land in lands for word in land if _is_borne(word, words, tokens)}

    def told(mention: FoundMention) -> FoundMention:
        if not _is_person(mention):
            return mention
        if _name(mention) in things:
            return replace(mention, kinds=_no_person(mention, _OTHER))
        is_land = mention.words in lands and mention.words[0] not in borne and mention.kinds[_PERSON] < _SURE
        return replace(mention, kinds=_no_person(mention, _PLACE)) if is_land else mention

    return [told(mention) for mention in mentions]


def _is_person(mention: FoundMention) -> bool:
    return mention.form == NAME and mention.kind == "person" and mention.plural < _ONE


def _name(mention: FoundMention) -> tuple[str, ...]:
    """The words of a name without an article or a title before it."""
    return mention.words[mention.head - mention.first :]


def _has_article(mention: FoundMention, words: Sequence[str]) -> bool:
    """Whether an article stands right before a name of two words or more that ends its phrase."""
    if mention.last - mention.head < 2 or not mention.head or words[mention.head - 1] not in _ARTICLES:
        return False
    return mention.last == len(words) or words[mention.last] in _ENDS


def _is_kind_of(mention: FoundMention, words: Sequence[str]) -> bool:
    """Whether a noun for a ship, a car or a weapon stands right behind a name of two words or more."""
    behind = words[mention.last] if mention.last < len(words) else ""
    return mention.last - mention.head > 1 and behind.removesuffix("s") in _VESSELS


def _is_borne(word: str, words: Sequence[str], tokens: Tokens) -> bool:
    """Whether a word somewhere stands beside another with a capital, as a first name or a surname does."""
    return any(
        _is_beside(at, at - 1, words, tokens) or _is_beside(at + 1, at + 1, words, tokens)
        for at, other in enumerate(words)
        if other == word
    )


def _is_beside(gap: int, at: int, words: Sequence[str], tokens: Tokens) -> bool:
    if not 0 <= at < len(words) or gap >= len(words) or tokens.gaps[gap] != _SPACE or words[at] in BODIES:
        return False
    return int(tokens.shapes[at]) in CAPITAL and tokens.words[at].istitle()


def _no_person(mention: FoundMention, kind: int) -> NDArray[np.float32]:
    """The probabilities of what is no person, and likeliest of a kind."""
    kinds = mention.kinds.copy()
    kinds[kind] += kinds[_PERSON]
    kinds[_PERSON] = 0
    return kinds
