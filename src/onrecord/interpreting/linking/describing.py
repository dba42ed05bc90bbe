"""Describing: what a chain's own words tell of someone who has no entry, and whether a country acts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL
from onrecord.interpreting.events.arguments import core_end
from onrecord.interpreting.linking.acting import acts
from onrecord.interpreting.linking.actors import Described, describe_actor, singular
from onrecord.interpreting.linking.bodies import ALSO
from onrecord.interpreting.linking.links import GOVERNMENT, Link
from onrecord.knowledge.spelling import fold
from onrecord.vocabulary.referring import HARMED, HARMERS, HELD
from onrecord.vocabulary.titles import HOLDERS, TELLERS

if TYPE_CHECKING:
    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.view import View
    from onrecord.records import Place

_SURE = 0.5  # of a place
_NEARLY_ALL = 0.75  # of what an article says of countries
_MOST = 0.6
_SEVERAL = 0.5
_IN_TOWN = 2  # words: "in Bologna"
_DETERMINERS = frozenset("a an some several many few two three four five other no".split())
_NUMBERS = frozenset("two three four five six seven eight nine ten eleven twelve dozens hundreds several".split())
_OF_STATE = frozenset({GOVERNMENT, "MIL", "COP", "LEG", "JUD", "SPY", "OPP", "CRM"})
_LOCAL = frozenset("AGR EDU LAB MED OPP PRM PTY REB REL SOC".split())  # bodies of these are mostly of one country
_LOCAL_OFFICES = frozenset("alderman councillor councilman councilwoman governor mayor prefect sheriff".split())
_AT_HOME = frozenset("AGR BUS COP CVL EDU LAB MED REL".split())  # soldiers and reporters are met abroad
# Sectors whose nouns are people's: "refugees", not "hospitals", "ministries", "banks".
_OF_PEOPLE = frozenset("AGR COP CRM CVL JRN LAB LEG MIL PRM REB REF REL UAF IMG".split())
# Nouns of people that tell no sector.
_NEUTRAL = frozenset(
    """
    analyst economist engineer expert inspector investigator lawyer mediator negotiator observer scientist tourist
    visitor
    """.split()
)
_HUMAN = HOLDERS | HARMERS | HARMED | HELD
# What nobody is called for a description that stands elsewhere: the gunman's brother is no gunman.
_GRAVE = frozenset({"UAF", "REB", "CRM", "IMG"})


class Describer:
    """Describes the chains of one article."""

    def __init__(self, view: View) -> None:
        self._view = view

    def describe(self, chain: Chain, link: Link) -> Link:
        """All that is known of a chain, whether it has an entry or not."""
        if not link.entry:
            return self._describe(chain, link)
        if link.kind == "person" and not (link.sector and link.country):
            told = self._told(chain)
            return replace(link, sector=link.sector or told.sector, country=link.country or told.country)
        return self._as_government(chain, link)

    def _as_government(self, chain: Chain, link: Link) -> Link:
        """The same, with a country that acts as an organization."""
        if link.is_country and acts(chain, self._view.scene, self._view.wording):
            return replace(link, kind="organization", sector=GOVERNMENT)
        return link

    def _describe(self, chain: Chain, link: Link) -> Link:
        """What a chain's own words tell of someone who has no entry."""
        if link.kind == "place":
            return replace(link, country=self._land(chain, self._view.place_of(chain, None)))
        is_several = not chain.is_named and self._is_several(chain)
        place = None if is_several else self._view.place_of(chain, None)
        if place is not None and (place.confidence < _SURE or not self._is_only_place(chain, place)):
            place = None
        if (chain.kind == "place" and not is_several and not self._is_human(chain)) or place is not None:
            return replace(link, kind=None if chain.kind == "place" else "place", country=self._land(chain, place))
        is_human = chain.kind != "person" and not is_several and self._is_human(chain)
        if chain.kind not in ("person", "organization") and not is_several and not is_human:
            return link
        told = self._told(chain)
        is_body = chain.is_named and chain.kind == "organization"
        if told.country is None and chain.kind == "organization" and told.sector in _OF_STATE:
            told = Described(self._seat(chain), told.sector)
        if told.country is None:
            told = Described(self._within(chain, told.sector), told.sector)
        if told.country is None and told.sector in _OF_STATE and not (chain.is_named and chain.kind == "person"):
            told = Described(self._main_country(chain), told.sector)
        elif told.country is None and is_body and told.sector in _LOCAL:
            told = Described(self._most(_NEARLY_ALL), told.sector)
        elif told.country is None and self._is_private(chain, told.sector):
            told = Described(self._home(chain), told.sector)
        kind = "group" if is_several else "person" if is_human else None
        return replace(link, kind=kind, country=told.country, sector=told.sector)

    def _land(self, chain: Chain, place: Place | None) -> str | None:
        """The country of a place, or the one where its sentence tells a town to lie: "Lebanon, a town in Ohio"."""
        for mention in chain.mentions:
            if mention.form == NAME and self._view.wording.is_town(mention):
                _, end = self._view.wording.sentence(mention)
                around = self._view.scene.countries_between(int(self._view.wording.tokens.ends[mention.last - 1]), end)
                if len(around) == 1:
                    return around.pop()
        return self._shared(chain) or (place.country if place else None)

    def _shared(self, chain: Chain) -> str | None:
        """The country of a region that is called as another country is, where the article is about that one."""
        scene, knowledge = self._view.scene, self._view.knowledge
        for name in self._view.names_of(chain):
            for code in (one.code for one in knowledge.find_countries(name)):
                others = [other for other in ALSO.get(code, ()) if scene.weight_beside(name, other)]
                if others and not scene.weight_beside(name, code):
                    return others[0]
        return None

    def _told(self, chain: Chain) -> Described:
        """What a chain's descriptions tell, and of a body its names."""
        phrases = list(dict.fromkeys(phrase for phrase in self._view.wording.descriptions(chain) if phrase))
        if chain.is_named and chain.kind != "person":
            phrases += self._view.names_of(chain)
        phrases += [body for mention in chain.mentions if (body := self._spoken_for(mention))]
        told = describe_actor(self._view.names, phrases, self._view.scene.day)
        if told.country is None and chain.is_named:
            told = Described(self._owner(chain), told.sector)
        if chain.is_named and chain.kind == "person" and told.sector in _GRAVE:
            near = list(self._view.wording.beside_name(chain))
            if describe_actor(self._view.names, near, self._view.scene.day).sector != told.sector:
                return Described(told.country, None)
        return told

    def _spoken_for(self, mention: FoundMention) -> str:
        """The body that a spokesman is told to speak for: "the interior ministry"; empty for anyone else."""
        lower, at = self._view.wording.lower, mention.head + 1
        if mention.form != NOMINAL or lower[mention.head] not in TELLERS or lower[at : at + 1] != ["for"]:
            return ""
        return self._view.wording.surface(at + 1, mention.last)

    def _owner(self, chain: Chain) -> str | None:
        """The only country whose name owns one of a chain's: of "Norway's Fisheries Ministry"."""
        names = (mention for mention in chain.mentions if mention.form == NAME)
        lands = {land for mention in names for land in self._view.lands_of_owner(mention)}
        return lands.pop() if len(lands) == 1 else None

    def _main_country(self, chain: Chain) -> str | None:
        """The country that "the army" is of: the one that nearly all of the article is about."""
        is_bare = chain.plural > _SEVERAL and self._view.wording.lower[chain.name.first] not in _DETERMINERS
        if self._view.wording.lower[chain.name.first] != "the" and not is_bare:
            return None
        return self._most(_NEARLY_ALL)

    def _seat(self, chain: Chain) -> str | None:
        """The only country in whose town a body is told to be: "the foreign ministry in Ankara"."""
        tokens, lower = self._view.wording.tokens, self._view.wording.lower
        lands: set[str] = set()
        for mention in chain.mentions:
            at = next((i for i in range(mention.head, min(mention.last + 1, len(lower) - 1)) if lower[i] == "in"), None)
            if at is not None:
                lands |= self._view.scene.countries_between(int(tokens.starts[at + 1]), int(tokens.ends[at + 1]))
        return lands.pop() if len(lands) == 1 else None

    def _within(self, chain: Chain, sector: str | None) -> str | None:
        """The country of the town in a description of someone who works at home: "a prosecutor in Bologna"."""
        if chain.is_named or sector not in _AT_HOME | {"JUD"}:
            return None
        tokens, lower = self._view.wording.tokens, self._view.wording.lower
        lands: set[str] = set()
        for mention in chain.mentions:
            last = min(len(lower), mention.last + _IN_TOWN * (lower[mention.last : mention.last + 1] == ["in"]))
            start, end = int(tokens.starts[mention.first]), int(tokens.ends[last - 1])
            lands |= self._view.scene.countries_between(start, end)
        return lands.pop() if len(lands) == 1 else None

    def _most(self, share: float) -> str | None:
        """The country that has at least a share of what the article says of countries."""
        code = next(iter(self._view.scene.shares), None)
        return code if code and self._view.scene.share(code) >= share else None

    def _is_private(self, chain: Chain, sector: str | None) -> bool:
        """Whether a name is a private person's: of a trade that people have at home, or with an age beside it."""
        if not chain.is_named or chain.kind != "person":
            return False
        words = {word for phrase in self._view.wording.descriptions(chain) for word in fold(phrase).split()}
        return (
            sector in _AT_HOME
            or not words.isdisjoint(_LOCAL_OFFICES)
            or (not sector and self._view.wording.has_age(chain))
        )

    def _home(self, chain: Chain) -> str | None:
        """The country where a private person is met: of the first sentence with one country, or of the article."""
        scene = self._view.scene
        for mention in chain.mentions:
            found = scene.countries_between(*self._view.wording.sentence(mention))
            if len(found) == 1:
                return found.pop()
        return self._most(_MOST)

    def _is_several(self, chain: Chain) -> bool:
        """Whether a description's noun is a plural of people whom the model takes for something else: "pirates"."""
        noun = fold(self._view.wording.lower[chain.name.head])
        one = singular(noun)
        if one != noun and self._view.wording.lower[chain.name.first] in _NUMBERS:
            return True
        if one == noun or (chain.kind == "person" and not noun.endswith("men")):
            return False
        return one in _NEUTRAL or self._view.knowledge.role_nouns.get(one) in _OF_PEOPLE

    def _is_human(self, chain: Chain) -> bool:
        """Whether a description's noun is one of a single human being, whatever the model takes it for."""
        lower, name = self._view.wording.lower, chain.name
        noun = lower[core_end(lower, (name.first, name.last)) - 1]
        return not chain.is_named and noun in _HUMAN

    def _is_only_place(self, chain: Chain, place: Place) -> bool:
        """Whether a chain is a place: found as one, or a literal toponym that no pronoun and no description means."""
        if chain.kind == "place":
            return True
        return place.use == "literal" and all(mention.form == NAME for mention in chain.mentions)
