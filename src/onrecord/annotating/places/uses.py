"""Uses: whether a toponym says where something is, or stands for a government, a people, an origin."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.tokens import GAPS
from onrecord.vocabulary.directions import BETWEEN, POINTS, SIDES
from onrecord.vocabulary.places import load_words
from onrecord.vocabulary.titles import BODIES, OFFICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.places.resolving import Resolved
    from onrecord.tokens import Tokens

LITERAL, ASSOCIATIVE = "literal", "associative"
_LINE, _JOINED = GAPS.index("line"), GAPS.index("joined")
_APOSTROPHES = frozenset("'’")
_JOINS = frozenset({",", "and", "or", "&", "/", "the"})
_HYPHENS = frozenset("-–—")
_ACTORS = ("country", "capital", "site")  # what acts by its government
_DIRECTIONS = (
    POINTS
    | SIDES
    | BETWEEN
    | frozenset("central upper lower downtown rural nearby neighboring neighbouring occupied".split())
)
_ON = frozenset({"on", "upon"})  # a country is no island: "sanctions on Iran"
_STRIKES = frozenset(
    "attack attacks assault assaults strike strikes raid raids march war bombs missiles invasion".split()
)
_NOUN_REACH = 2  # words behind an adjective among which its noun is: "Ukrainian border cities"
_TITLE_REACH = 5  # words before "of" among which a title is: "Minister of Defence of Azerbaijan"
_LONGEST_LIST = 3  # words between two of a list: ", and the"


def find_uses(resolved: Sequence[Resolved], tokens: Tokens) -> list[str]:
    """The use of each toponym, in the same order."""
    reader = _Reader(tokens)
    told = [reader.use(one) for one in resolved]
    for at in range(1, len(resolved)):  # "Parkland, Florida"
        if reader.is_inside(resolved[at - 1], resolved[at]):
            told[at - 1] = told[at - 1] or LITERAL
            told[at] = told[at] or told[at - 1]
    for at in range(1, len(resolved)):  # in a list all are what the first is
        if told[at] is None and told[at - 1] and reader.is_listed(resolved[at - 1], resolved[at]):
            told[at] = told[at - 1]
    for at in range(len(resolved) - 2, -1, -1):  # or, where the first leaves it open, what the next is
        if told[at] is None and told[at + 1] == ASSOCIATIVE and reader.is_listed(resolved[at], resolved[at + 1]):
            told[at] = ASSOCIATIVE
    return [use or (ASSOCIATIVE if _acts(one) else LITERAL) for use, one in zip(told, resolved, strict=True)]


class _Reader:
    """Reads the words around toponyms."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens
        self._lower = [word.lower() for word in tokens.words]
        self._words = load_words()

    def use(self, one: Resolved) -> str | None:
        """What the words around say, or None where they leave it open."""
        first, last = one.toponym.first, one.toponym.last
        behind = self._behind(last)
        if one.toponym.is_adjective:
            return LITERAL if self._is_ground(behind) else ASSOCIATIVE
        if one.toponym.is_embedded:
            return ASSOCIATIVE
        if not one.toponym.senses:
            return LITERAL
        if behind[:1] and behind[0] in _APOSTROPHES and behind[1:2] == ["s"]:
            return LITERAL if self._is_ground(behind[2:]) else ASSOCIATIVE
        if behind[:1] and behind[0] in _HYPHENS and last + 1 < len(self._lower) and self._is_compound(last):
            return LITERAL if behind[1] in ("based", "born") else ASSOCIATIVE
        if self._is_ground(behind[:1]):
            return LITERAL
        lead_at = self._lead(first)
        lead = self._lower[lead_at] if lead_at >= 0 else ""
        is_located = lead in self._words.locating
        if self._is_noun(behind[:1]) and not (
            is_located and (behind[0].endswith("ing") or self._is_plain(first, last))
        ):
            return ASSOCIATIVE
        if lead in _ON and _acts(one):
            return LITERAL if self._lower[lead_at - 1] in _STRIKES else ASSOCIATIVE
        if is_located:
            return LITERAL
        if lead in self._words.dealing:
            return ASSOCIATIVE if _acts(one) else LITERAL
        if lead == "of":
            return ASSOCIATIVE if self._is_title(lead_at) else LITERAL
        if last < len(self._lower) and self._tokens.gaps[first] == _LINE and self._lower[last] in _HYPHENS | {"(", ","}:
            return LITERAL  # a dateline
        return None

    def is_listed(self, one: Resolved, other: Resolved) -> bool:
        """Whether only commas, "and" and the like stand between two toponyms."""
        between = self._lower[one.toponym.last : other.toponym.first]
        return 0 < len(between) <= _LONGEST_LIST and _JOINS.issuperset(between)

    def is_inside(self, one: Resolved, other: Resolved) -> bool:
        """Whether a comma parts a place from the region or country that it lies in."""
        inner, outer = one.sense, other.sense
        if inner is None or outer is None or self._lower[one.toponym.last : other.toponym.first] != [","]:
            return False
        if outer.kind == "country":
            return inner.kind != "country" and inner.country == outer.country
        return outer.kind == "region" and inner.region == outer.number

    def _behind(self, last: int) -> list[str]:
        """The words behind, as far as the line goes."""
        end = last
        while end < min(len(self._lower), last + 2 + _NOUN_REACH) and self._tokens.gaps[end] != _LINE:
            end += 1
        return self._lower[last:end]

    def _lead(self, first: int) -> int:
        """Where the word stands that leads to a toponym, before directions and articles; -1 for none."""
        at = first
        while at > 0 and self._tokens.gaps[at] != _LINE:
            at -= 1
            if self._lower[at] not in _DIRECTIONS and self._lower[at] != "the":
                return at
        return -1

    def _is_ground(self, behind: Sequence[str]) -> bool:
        """Whether what is said of a place is a part of it: "Ukrainian cities"."""
        for word in behind[:_NOUN_REACH]:
            if word in self._words.grounds or word in self._words.regions:
                return True
            if not word.isalpha() or word in self._words.loose:
                return False
        return False

    def _is_compound(self, last: int) -> bool:
        """Whether a hyphen joins a toponym to more: "U.S.-led", "Asia-Pacific"."""
        return bool(self._tokens.gaps[last] == _JOINED and self._tokens.gaps[last + 1] == _JOINED)

    def _is_noun(self, behind: Sequence[str]) -> bool:
        """Whether the word behind looks like a noun that the toponym is said of: "Parkland students"."""
        words = self._words
        if not behind or not behind[0].isalpha() or behind[0].endswith(("ed", "ly")):
            return False
        return behind[0] not in words.loose | words.verbs | words.locating | words.dealing

    def _is_plain(self, first: int, last: int) -> bool:
        """Whether a name has no "the" and is not short: "at Ukraine overnight", but "at the U.S. embassy"."""
        name = self._tokens.words[first:last]
        return self._lower[first - 1] != "the" and "." not in name and not all(word.isupper() for word in name)

    def _is_title(self, of: int) -> bool:
        """Whether "of" stands behind a title or a body: "the Ruler of Dubai"."""
        before = self._lower[max(0, of - _TITLE_REACH) : of]
        titles = {"government", "people", "citizens", "party", "ruler", "leaders", "members"} | OFFICES | BODIES
        return bool(before) and (before[-1] in titles or ("of" in before and not titles.isdisjoint(before)))


def _acts(one: Resolved) -> bool:
    return one.sense is not None and one.sense.kind in _ACTORS
