"""Screening: which candidates are toponyms, and not people, companies or common words."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.chains import KINDS, NAME
from onrecord.tokens import GAPS
from onrecord.vocabulary.directions import POINTS, SIDES
from onrecord.vocabulary.places import load_words
from onrecord.vocabulary.titles import ABBREVIATED, BODIES, OFFICES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.places.candidates import Candidate
    from onrecord.chains import Chain, FoundMention
    from onrecord.knowledge.gazetteer import Sense
    from onrecord.tokens import Tokens

_PERSON, _ORGANIZATION, _PLACE = (KINDS.index(kind) for kind in ("person", "organization", "place"))
_SPACE, _LINE, _JOINED = (GAPS.index(gap) for gap in ("space", "line", "joined"))
_LARGE = ("country", "capital", "area", "water", "mountain", "site")
_WIDE = ("country", "capital", "area", "region")
_LARGE_REGION, _LARGE_TOWN = 1_000_000, 100_000  # people: a name of theirs is seldom anything else
_SURELY = 0.7  # the probability of being a place of a mention that surely is one
_LEAST_PLACE = 0.7  # of a name that the gazetteer lacks
_SHORTEST = 4  # letters of the longest word of a name that the gazetteer lacks
_APOSTROPHES = frozenset("'’")
_BEFORE_STATES = frozenset(",-")  # "Springfield, Ill.", "R-Fla."
_DIRECTIONS = POINTS | SIDES | {"central", "upper", "lower", "new"}
_QUARTERS = SIDES | {"central"}
_PREPOSITIONS = frozenset("in at near from to around outside inside across into toward towards".split())
_SETTLEMENTS = frozenset("city town village port capital suburb outskirts".split())
_TITLES = OFFICES | ABBREVIATED


@dataclass(frozen=True, slots=True)
class Toponym:
    """Words that name a place.

    Attributes:
        first, last: half-open range of words.
        key: the words as the gazetteer looks them up.
        senses: what they can mean; empty for what the gazetteer lacks.
        is_adjective: "Irish", "Saudis".
        is_embedded: part of the name of something else: "Boston" in "Boston Globe".
        sureness: how sure it is that they name a place at all, 0 to 1.
    """

    first: int
    last: int
    key: str
    senses: tuple[Sense, ...]
    is_adjective: bool
    is_embedded: bool
    sureness: float


class Screen:
    """What the rest of an article says of the names in it."""

    def __init__(self, tokens: Tokens, chains: Sequence[Chain]) -> None:
        self._tokens = tokens
        self._lower = [word.lower() for word in tokens.words]
        self._words = load_words()
        self._unlike = self._words.common | self._words.people | self._words.others
        self._covering: dict[int, list[FoundMention]] = defaultdict(list)
        self._surnames: set[str] = set()
        self._bodies: set[str] = set()
        self._places: list[FoundMention] = []
        for mention in (m for chain in chains for m in chain.mentions if m.form == NAME):
            for at in range(mention.first, mention.last):
                self._covering[at].append(mention)
            if mention.kind == "organization":
                self._bodies.add(self._lower[self._name_end(mention) - 1])
            if mention.kind == "place" and mention.kinds[_PLACE] > _LEAST_PLACE:
                self._places.append(mention)
            if mention.kind == "person" and self._name_length(mention) > 1:
                self._surnames.add(self._lower[self._name_end(mention) - 1])

    def toponym(
        self, candidate: Candidate, known: frozenset[str] = frozenset(), *, is_held: bool = False
    ) -> Toponym | None:
        """The candidate as a toponym, or None where it is none.

        Args:
            known: keys of names that were found to be toponyms elsewhere in the article.
            is_held: the text names the region or country that it lies in right behind it.
        """
        first, last = candidate.first, candidate.last
        mention = self._mention(first, last)
        if candidate.is_adjective:
            sureness = 0.0 if self._is_surname(candidate, mention) else 0.97
            embedded = mention is not None and mention.kind == "organization" and mention.last > last
        else:
            is_body = mention is not None and mention.kind == "organization" and not self._is_whole(candidate, mention)
            embedded = is_body or self._is_part(first, last)
            sureness = self._sureness(candidate, mention, embedded=embedded, known=known, is_held=is_held)
        if sureness < 0.5:
            return None
        return Toponym(first, last, candidate.key, candidate.senses, candidate.is_adjective, embedded, sureness)

    def _sureness(
        self,
        candidate: Candidate,
        mention: FoundMention | None,
        *,
        embedded: bool,
        known: frozenset[str],
        is_held: bool,
    ) -> float:
        first, last = candidate.first, candidate.last
        is_large = any(map(_is_large, candidate.senses))
        is_whole = mention is not None and self._is_whole(candidate, mention)
        place = float(mention.kinds[_PLACE]) if mention else 0.0
        person = float(mention.kinds[_PERSON]) if mention else 0.0
        holds = is_held or self._has_region_behind(last)
        if last == first + 2 and self._lower[last - 1] == "." and len(self._lower[first]) > 1:
            return 0.95 if first and self._lower[first - 1] in _BEFORE_STATES else 0.0  # "Springfield, Ill."
        if mention and self._is_name_of_person(candidate, mention) and not holds:
            return 0.0
        if self._has_title_before(first) and not holds and not (is_whole and place > _SURELY):
            return 0.0
        single = last - first == 1
        if single and candidate.key in _QUARTERS and not holds:
            return 0.0  # "Northern Bank"; the "Northern Province" is one
        if single and candidate.key in self._unlike and not self._tokens.words[first].isupper():
            is_named = place > 0.6 and is_whole and not embedded and self._is_free_word(candidate)
            is_known = candidate.key in known and candidate.key not in self._words.others and not embedded
            is_known = is_known and not self._begins_sentence(first)
            is_met = self._is_located(first) and any(s.noted for s in candidate.senses)
            is_met = is_met and person < 0.5 and not embedded and not self._is_title_case(first)
            return 0.7 if holds or is_named or is_known or is_met else 0.0
        if single and candidate.key in self._surnames and not holds and not self._is_located(first):
            return 0.0
        is_body = mention is not None and mention.kind == "organization"
        is_free = is_body or place >= 0.5 or candidate.key in known or holds or self._is_beside_body(last)
        is_policed = self._lower[last : last + 1] == ["police"] and candidate.senses[0].named == "name"
        least = 0.65 if is_policed and person < 0.5 else 0.0  # "Slidell police", "the Slidell Police Department"
        if embedded and not is_free and not any(s.kind in _WIDE for s in candidate.senses):
            return least
        if is_large:
            if person > 0.85 and is_whole and not self._is_located(first):
                return 0.3 if not any(s.kind in ("country", "capital") for s in candidate.senses) else 0.6
            return 0.97 if place > 0.5 else 0.9
        if holds:
            return 0.9
        if embedded:
            return 0.8 if candidate.key in known else least
        if first and self._is_capital(first - 1) and self._lower[first - 1] in _DIRECTIONS:
            return 0.0  # "West Wing"
        if place > 0.5 and (is_whole or self._is_located(first)):
            return 0.85
        if candidate.key in known or (self._is_located(first) and person < 0.5 and not self._is_title_case(first)):
            return 0.65
        return least

    def places(self) -> list[tuple[int, int]]:
        """Names that are likely places by the mention head alone, as half-open ranges of words."""
        found = []
        for mention in self._places:
            first, last = mention.first, self._name_end(mention)
            while first < last and not self._is_capital(first):
                first += 1
            while first < last and self._lower[first] == "the":
                first += 1
            capitals = [at for at in range(first, last) if self._is_capital(at)]
            if not capitals or self._goes_on(capitals[-1] + 1) or self._lower[capitals[-1]] in self._surnames:
                continue
            if mention.head not in range(first, capitals[-1] + 1):
                continue
            if self._is_numbered(capitals[-1] + 1):
                continue
            name = self._lower[first : capitals[-1] + 1]
            if len(name) == 2 and name[0] == name[1]:  # a heading without a full stop, and the sentence behind it
                capitals, name = [first], name[:1]
            if name[-1] in self._bodies:
                continue
            if "," not in name and self._is_name(name, self._tokens.words[first]):
                found.append((first, capitals[-1] + 1))
        return found

    def _is_numbered(self, last: int) -> bool:
        """Whether a number is tied to a name, as to rockets and models: "Vostok-2"."""
        behind = self._lower[last : last + 2]
        return len(behind) == 2 and behind[0] == "-" and behind[1].isdigit() and self._tokens.gaps[last] == _JOINED

    def _is_name(self, name: Sequence[str], written: str) -> bool:
        """Whether lower-case words are a name of their own: no "City", no abbreviation, no body."""
        if name[-1] in BODIES or name[0] in self._words.common or not name[0].isalpha():
            return False
        if max(map(len, name)) < _SHORTEST:
            return False
        if len(name) == 1:
            unlike = (
                self._words.sites | self._words.houses | self._words.regions | self._words.people | self._words.others
            )
            return not written.isupper() and name[0] not in unlike
        return True

    def is_person(self, at: int) -> bool:
        """Whether a word is in the name of a person."""
        return any(
            m.kind == "person" and m.kinds[_PERSON] > 0.6 and m.head <= at < self._name_end(m)
            for m in self._covering.get(at, ())
        )

    def _is_beside_body(self, last: int) -> bool:
        """Whether one of the next words ends a body's name: "Boston Police", "Boston Fire Department"."""
        return any(word in BODIES for word in self._lower[last : last + 3])

    def _is_free_word(self, candidate: Candidate) -> bool:
        """Whether a word that looks like a place stands where no other reading is likely."""
        first = candidate.first
        if candidate.key in self._words.others:
            return self._is_located(first)
        if candidate.key in self._words.common:
            return not self._begins_sentence(first) and self._lower[first - 1] != "the"
        return True

    def _mention(self, first: int, last: int) -> FoundMention | None:
        """The narrowest name that holds a range of words."""
        holding = [m for m in self._covering.get(first, ()) if m.first <= first and last <= m.last]
        return min(holding, key=lambda m: m.last - m.first, default=None)

    def _name_end(self, mention: FoundMention) -> int:
        last = mention.last
        if last - mention.first > 2 and self._lower[last - 1] == "s" and self._lower[last - 2] in _APOSTROPHES:
            last -= 2
        return last

    def _name_length(self, mention: FoundMention) -> int:
        return sum(self._lower[at].isalpha() for at in range(mention.head, self._name_end(mention)))

    def _is_whole(self, candidate: Candidate, mention: FoundMention) -> bool:
        """Whether a mention is the candidate and small words only."""
        outside = [*range(mention.first, candidate.first), *range(candidate.last, self._name_end(mention))]
        return not any(self._is_capital(at) and self._lower[at] not in _DIRECTIONS | {"the"} for at in outside)

    def _is_name_of_person(self, candidate: Candidate, mention: FoundMention) -> bool:
        """Whether a candidate is inside a person's name: "Paris Hilton", not "Paris Mayor Anne Hidalgo"."""
        if mention.kind != "person" or mention.kinds[_PERSON] < 0.5:
            return False
        inside = mention.head <= candidate.first and candidate.last <= self._name_end(mention)
        return inside and self._name_length(mention) > candidate.last - candidate.first

    def _is_surname(self, candidate: Candidate, mention: FoundMention | None) -> bool:
        """Whether an adjective is someone's name: "Ian French", "Dawn French"."""
        if mention is None or not self._is_name_of_person(candidate, mention):
            return False
        return candidate.first > mention.head and candidate.last == self._name_end(mention)

    def _is_part(self, first: int, last: int) -> bool:
        """Whether a name goes on before or behind with capitals: "Boston Globe", "Bank of England"."""
        return self._goes_on(last) or (first > 0 and self._leads(first))

    def _goes_on(self, last: int) -> bool:
        if last >= len(self._lower) or self._tokens.gaps[last] != _SPACE or not self._is_capital(last):
            return False
        return self._lower[last] not in _TITLES and self._lower[last - 1] != "."

    def _leads(self, first: int) -> bool:
        before = self._lower[first - 1]
        if self._tokens.gaps[first] == _LINE:
            return False
        if before == "of" and first > 1:
            return self._lower[first - 2] in BODIES and self._is_capital(first - 2)
        return (
            self._is_capital(first - 1)
            and self._tokens.gaps[first] == _SPACE
            and before not in _DIRECTIONS | {"the"}
            and not self._begins_sentence(first - 1)
            and before not in _PREPOSITIONS
        )

    def _has_title_before(self, first: int) -> bool:
        at = first - 2 if first > 1 and self._lower[first - 1] == "." else first - 1
        return at >= 0 and self._lower[at] in ABBREVIATED and self._is_capital(at)

    def _has_region_behind(self, last: int) -> bool:
        """Whether a comma and a name of a region or country follow, or "province" and its like."""
        if last >= len(self._lower) or self._tokens.gaps[last] == _LINE:
            return False
        return self._lower[last] in self._words.regions and self._tokens.gaps[last] == _SPACE

    def _is_located(self, first: int) -> bool:
        at = first - 1
        while at > 0 and (self._lower[at] in _DIRECTIONS or self._lower[at] == "the"):
            at -= 1
        if at < 0 or self._tokens.gaps[first] == _LINE:
            return False
        if self._lower[at] == "of" and at:
            return self._lower[at - 1] in _SETTLEMENTS or self._lower[at - 1] in self._words.regions
        return self._lower[at] in _PREPOSITIONS

    def _begins_sentence(self, at: int) -> bool:
        return at == 0 or self._tokens.gaps[at] == _LINE or self._lower[at - 1] in '.!?"“”:'

    def _is_title_case(self, first: int) -> bool:
        """Whether the words around are all written with capitals, as in headlines."""
        low = max(0, first - 4)
        around = [w for w in self._tokens.words[low : first + 5] if w.isalpha() and len(w) > 3]
        return len(around) > 3 and sum(w[0].isupper() for w in around) > 0.75 * len(around)

    def _is_capital(self, at: int) -> bool:
        return self._tokens.words[at][0].isupper()


def _is_large(sense: Sense) -> bool:
    if sense.kind == "region":
        return sense.population > _LARGE_REGION
    if sense.kind == "town" and not sense.noted:
        return sense.population > _LARGE_TOWN and sense.named == "name"
    return sense.noted or sense.kind in _LARGE
