"""An article as linking looks at it: its words, its scene, and what its chains are called and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from onrecord.chains import NAME
from onrecord.interpreting.linking.brackets import read_brackets
from onrecord.knowledge.entries import Body, Person

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.linking.scene import Scene
    from onrecord.interpreting.linking.wording import Wording
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.office_names import OfficeNames
    from onrecord.records import Place


HALVES = frozenset({"North", "South"})
_DIVIDED = (("PRK", "KOR"), ("SDN", "SSD"))


@dataclass(frozen=True)
class View:
    """One article beside the knowledge base."""

    names: OfficeNames
    scene: Scene
    wording: Wording

    @property
    def knowledge(self) -> Knowledge:
        """The tables."""
        return self.names.knowledge

    @cached_property
    def introduced(self) -> Mapping[str, str]:
        """By acronym, the name that the article introduces with it."""
        return read_brackets(self.wording.text)

    def names_of(self, chain: Chain, *, only_people: bool = False) -> list[str]:
        """A chain's names, those of most words first."""
        named = [mention for mention in chain.mentions if mention.form == NAME]
        people = [mention for mention in named if mention.kind == "person" or self.is_known_person(mention)]
        names = dict.fromkeys(self.wording.name(mention) for mention in (people if only_people and people else named))
        if chain.full_name:
            names[chain.full_name] = None
        return sorted(filter(None, names), key=lambda name: -len(name.split()))

    def is_known_person(self, mention: FoundMention) -> bool:
        """Whether a name is a known person's in full, whatever the model takes it for."""
        name = self.wording.name(mention)
        return " " in name and any(isinstance(entry, Person) for entry in self.knowledge.find(name))

    def lands_of_owner(self, mention: FoundMention) -> tuple[str, ...]:
        """Codes of the country that owns a name: of "South Korea's Park" and of "the South's Kim".

        None owns a body of many countries: in "Ukraine's NATO membership" it is the membership that is Ukraine's.
        """
        owner = self.wording.owner(mention)
        known = self.knowledge.find(self.wording.surface(*self.wording.bounds(mention))) if owner else ()
        if known and all(isinstance(entry, Body) and not entry.country for entry in known):
            return ()
        if owner in HALVES:
            code = self.half(owner)
            return (code,) if code else ()
        return tuple(one for one in self.names.subjects(owner) if one in self.knowledge.countries) if owner else ()

    def half(self, name: str) -> str:
        """The code of the country that "North" or "South" is in an article on Korea or on Sudan; empty in others."""
        told = [pair for pair in _DIVIDED if any(self.scene.share(code) for code in pair)]
        return told[0][name == "South"] if len(told) == 1 else ""

    def countries_near(self, mention: FoundMention) -> set[str]:
        """Codes of the countries of which a mention's sentence tells."""
        return self.scene.countries_between(*self.wording.sentence(mention))

    def place_of(self, chain: Chain, name: str | None) -> Place | None:
        """The toponym at a chain's first name, or at the first that is written `name`."""
        for mention in chain.mentions:
            if mention.form == NAME:
                first, last = self.wording.bounds(mention)
                if name is None or self.wording.surface(first, last) == name:
                    starts = (int(self.wording.tokens.starts[at]) for at in (first, mention.first))
                    place = next(filter(None, map(self.scene.place_at, starts)), None)
                    if place is not None:
                        return place
        return None
