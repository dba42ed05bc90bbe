"""The scene of an article: its day, and the countries that it is about."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.sport import NOUNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.office_names import OfficeNames
    from onrecord.records import Place

_LEAVING = re.compile(
    r"\b(arrested|assassinat\w+|coup|crash\w*|dead|deposed|detain\w*|died|dismiss\w*|fled|impeached|killed|martial law|"
    r"mutin\w+|murdered|ousted|overthr\w+|putsch|quit|removed|resign\w*|sacked|seized power|shot"
    r"|stepp?(?:ed|s|ing) (?:down|aside)|(?:storm|storms|stormed|surrounded) (?:the )?(?:presidential )?palace|toppled"
    r"|under (?:guard|house arrest))\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_SPORTING = 2  # words of sport
_LONGEST = 5  # words of a country's name
_IN_TITLE = 3.0
_OF_TOWN = 0.5
_LEAST_SURE = 0.5
_DAY = 10


class Scene:
    """What the whole article tells about whom its words can mean.

    Attributes:
        day: the day of publication, or None.
        shares: by country's code, its share of what the article says of countries, its title counted thrice.
        tells_of_leaving: it tells that someone died, fell or left.
        words: all its words, in lower case.
        is_sport: it is of the sports pages.
        people: ids of the people whom the article names in full.
        titled: codes of the countries that the title names; of those in its adjectives where it names none.
    """

    def __init__(
        self, names: OfficeNames, *, title: str | None, published: str | None, places: Sequence[Place], text: str = ""
    ) -> None:
        self.day = published[:_DAY] if published else None
        self.people: set[str] = set()
        self.tells_of_leaving = bool(_LEAVING.search(f"{title or ''} {text}"))
        self.words = frozenset(_WORD.findall(f"{title or ''} {text}".lower()))
        self.is_sport = len(self.words & NOUNS) >= _SPORTING
        in_title = _countries_in(names, title or "")
        named = tuple(code for code, is_named in in_title.items() if is_named)
        self.titled = named or tuple(in_title)
        weights: dict[str, float] = defaultdict(float)
        self._by_name: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for code in self.titled:
            weights[code] += _IN_TITLE
        knowledge = names.knowledge
        for place in places:
            if place.country and place.confidence >= _LEAST_SURE:
                weight = 1.0 if _is_country(knowledge, place) else _OF_TOWN
                weights[place.country] += weight
                self._by_name[fold(place.span.surface)][place.country] += weight
        self._weights = weights
        self._share_out()
        self._places = {place.span.start: place for place in places}

    def _share_out(self) -> None:
        total = sum(self._weights.values())
        ranked = sorted(self._weights.items(), key=lambda one: -one[1])
        self.shares = {code: weight / total for code, weight in ranked} if total else {}

    def add(self, name: str, code: str) -> None:
        """Count a person or body of a country, that the article surely names, as a word on that country."""
        self._weights[code] += _OF_TOWN
        self._by_name[fold(name)][code] += _OF_TOWN
        self._share_out()

    def place_at(self, start: int) -> Place | None:
        """The toponym that begins at an offset."""
        return self._places.get(start)

    def countries_between(self, start: int, end: int) -> set[str]:
        """Codes of the countries of the toponyms that begin within some offsets."""
        return {
            place.country
            for at, place in self._places.items()
            if start <= at < end and place.country and place.confidence >= _LEAST_SURE
        }

    def share(self, code: str) -> float:
        """A country's share."""
        return self.shares.get(code, 0.0)

    def weight_beside(self, name: str, code: str) -> float:
        """How much the article says of a country in other words than a name."""
        key = fold(name)
        return sum(weights.get(code, 0.0) for other, weights in self._by_name.items() if other != key)


def _is_country(knowledge: Knowledge, place: Place) -> bool:
    return any(country.code == place.country for country in knowledge.find_countries(place.name))


def _countries_in(names: OfficeNames, title: str) -> dict[str, bool]:
    """Codes of the countries in a title, in its order, and whether it names them and not only has their adjectives."""
    words = title.replace("’", "'").replace("'s ", " ").replace(":", " ").replace(",", " ").split()
    found: dict[str, bool] = {}
    at = 0
    while at < len(words):
        for end in range(min(at + _LONGEST, len(words)), at, -1):
            phrase = " ".join(words[at:end]).strip("'\"“”‘’?!.;")
            codes = [code for code in names.subjects(phrase) if code in names.knowledge.countries]
            codes = codes or [country.code for country in names.knowledge.countries_of_capital(phrase)]
            if len(codes) == 1:
                is_named = not names.knowledge.countries_of_adjective(phrase)
                found[codes[0]] = found.get(codes[0], False) or is_named
                at = end - 1
                break
        at += 1
    return found
