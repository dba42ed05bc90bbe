"""Introductions: someone whom an article first describes and then names.

"A 17-year-old boy was arrested for stabbing a guard. Juma Otieno, 17, appeared in court": the boy is Juma Otieno.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL
from onrecord.interpreting.events.arguments import argument_ranges, core_end
from onrecord.vocabulary.participles import is_past
from onrecord.vocabulary.referring import FEMALE_TITLES, HARMED, HARMERS, HE, HELD, MALE_WORDS, SHE
from onrecord.vocabulary.titles import BODIES, COLLECTIVES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.events.raw import RawEvent
    from onrecord.interpreting.linking.links import Found
    from onrecord.interpreting.linking.view import View

_SEVERAL = 0.5
_ARTICLES = frozenset({"a", "an"})
_APOSTROPHES = frozenset({"'", "’"})
_IDENTIFIED = frozenset({"identified", "named"})
_BEFORE_NAME = 12  # words from "the" to a name, those of "24-year-old" counted singly: "the attacker, 24-year-old"
_BEFORE_IDENTIFIED = 4  # words: ", who has been"
_BEHIND_IDENTIFIED = 9  # words: "by the local police as 24-year-old"
_STOPS = _IDENTIFIED | frozenset(", who was is had has as have".split())
_TO_BE = frozenset(", who whom was were is has have been later also since had".split())
_NEAR = 4  # sentences from a description to a name that nothing else brings in
_LEAD = 2  # sentences of an article's beginning
# Who wants to stay without a name, or is nobody's but a paper's: they are not whoever is named next.
_WITHOUT_NAMES = frozenset(
    "adviser advisor aide analyst colleague diplomat expert friend insider neighbor neighbour official onlooker person"
    " resident source spokesman spokesperson spokeswoman worker witness".split()
)
_SPEAKING = frozenset(
    "added agreed argued believes claimed claims declined explained hopes insisted noted said says thinks told warned"
    " wrote".split()
)

_HARMED_BY, _HELD_BY, _DENIED = (
    frozenset({"ASSAULT"}),
    frozenset({"COERCE", "ACCUSE", "SANCTION"}),
    frozenset({"REJECT"}),
)
_BODIES = BODIES | COLLECTIVES
_OFTEN = 4  # mentions


@dataclass(frozen=True, slots=True)
class _Someone:
    """Someone who is described before anyone names him.

    Attributes:
        at: his number among what was found.
        first: his first mention.
        nouns: what he is called, lower case.
        is_presented: brought in by "a" or "an".
        is_human: surely so; a description of a rare noun looks like a thing's.
        age: as digits; empty where none is told.
        does_harm, is_harmed, is_held: what events tell of him.
    """

    at: int
    first: FoundMention
    nouns: frozenset[str]
    is_presented: bool
    is_human: bool
    age: str
    does_harm: bool
    is_harmed: bool
    is_held: bool

    def may_be_called(self, noun: str) -> bool:
        """Whether "the noun" may mean him."""
        return noun in self.nouns or (self.is_human and self._fits(noun))

    def _fits(self, noun: str) -> bool:
        return (
            (noun in HARMERS and self.does_harm)
            or (noun in HARMED and self.is_harmed)
            or (noun in HELD and (self.is_held or self.does_harm))
        )


def join_introduced(view: View, found: Sequence[Found], events: Sequence[RawEvent]) -> list[Found]:
    """What was found, those who are described first and named later made one with their names.

    Only who takes part in an event is looked at, and only where the words leave one: the name stands beside what he was
    called ("the attacker, Imran Qadir"), he is identified as its bearer, the ages are the same, or the name is brought
    in by nothing else and nobody else is open.
    """
    reader = _Introductions(view, found, events)
    return reader.joined()


class _Introductions:
    def __init__(self, view: View, found: Sequence[Found], events: Sequence[RawEvent]) -> None:
        self._view, self._found, self._events = view, found, events
        self._lower: Sequence[str] = view.wording.lower

    def joined(self) -> list[Found]:
        described = self._described()
        if not described:
            return list(self._found)
        names = sorted(self._named(), key=lambda one: one[1].first)
        bearer: dict[int, int] = {}
        for at, name in names:
            is_open = [one for one in described if one.at not in bearer and one.first.last <= name.first]
            meant = self._meant(at, name, [one for one in is_open if not self._clash(one.at, at)])
            if meant is not None:
                bearer[meant] = at
        bearer |= self._identified(taken=bearer)
        return self._made_one(bearer)

    def _made_one(self, bearer: dict[int, int]) -> list[Found]:
        parts: dict[int, list[Found]] = {}
        for at, name in bearer.items():
            parts.setdefault(name, []).append(self._found[at])
        return [
            replace(one, mentions=(*one.mentions, *(m for part in parts[at] for m in part.mentions)))
            if at in parts
            else one
            for at, one in enumerate(self._found)
            if at not in bearer
        ]

    def _described(self) -> list[_Someone]:
        """Who has no name, and does something or has it done to him."""
        ranges = argument_ranges(self._events)
        some = []
        for at, one in enumerate(self._found):
            first = min(one.mentions, key=lambda mention: mention.first)
            if one.chain.is_named or one.link.entry or first.form != NOMINAL:
                continue
            if first.kind not in ("person", "other") or self._is_several(first):
                continue
            if any(begin <= first.head < end for begin, end in ranges):
                some.append(self._someone(at, one, first))
        return some

    def _is_human(self, mention: FoundMention) -> bool:
        """Whether a description is surely a human being's."""
        noun = self._lower[mention.head]
        if noun in _BODIES or (noun.endswith("s") and not noun.endswith("ss")):
            return False  # "the hospital", "the parties"
        return mention.kind == "person" or noun in HARMERS or noun in self._view.knowledge.role_nouns

    def _is_several(self, mention: FoundMention) -> bool:
        return mention.plural > _SEVERAL and self._lower[mention.first] not in _ARTICLES

    def _someone(self, at: int, one: Found, first: FoundMention) -> _Someone:
        heads = {mention.head for mention in one.mentions}
        nouns = frozenset(self._lower[mention.head] for mention in one.mentions if mention.form == NOMINAL)

        return _Someone(
            at=at,
            first=first,
            nouns=nouns,
            is_presented=self._lower[first.first] in _ARTICLES,
            is_human=self._is_human(first),
            age=_age_in(self._lower[first.first : first.last]),
            does_harm=_takes_part(self._events, "actors", _HARMED_BY, heads),
            is_harmed=_takes_part(self._events, "recipients", _HARMED_BY, heads),
            is_held=_takes_part(self._events, "recipients", _HELD_BY, heads),
        )

    def _named(self) -> list[tuple[int, FoundMention]]:
        """People with full names, and where each is first named."""
        some = []
        for at, one in enumerate(self._found):
            names = [mention for mention in one.mentions if mention.form == NAME]
            if not names:
                continue
            first = min(names, key=lambda mention: mention.first)
            if one.chain.kind != "person" and (one.link.entry or not self._is_identified(first)):
                continue
            words = self._view.wording.tokens.words[first.first : first.last]
            if sum(word[0].isupper() for word in words) > 1:
                some.append((at, first))
        return some

    def _is_identified(self, name: FoundMention) -> bool:
        """Whether a name stands behind "identified as", as only people's do, whatever it looks like."""
        before = self._lower[max(0, name.first - _BEHIND_IDENTIFIED) : name.first]
        return before[-1:] == ["as"] and not _IDENTIFIED.isdisjoint(before)

    def _meant(self, at: int, name: FoundMention, some: Sequence[_Someone]) -> int | None:
        """Who of some is meant by a name where it is first told."""
        for noun in self._nouns_beside(name):
            called = [one for one in some if one.may_be_called(noun) and one.is_human]
            if called:
                return called[0].at if len(called) == 1 else None
        age = self._age(name)
        if age:
            aged = [one for one in some if one.age == age]
            if aged:
                return aged[0].at if len(aged) == 1 else None
        is_alone = len(some) == 1 and some[0].is_presented and some[0].is_human and not self._rivals(name, some[0])
        if is_alone and self._found[at].link.entry is None and self._is_unintroduced(at, name, some[0]):
            return some[0].at
        return None

    def _rivals(self, name: FoundMention, one: _Someone) -> bool:
        """Whether anybody else without a name was told of before, in an event or not, whom the name may as well mean.

        "The activist wanted in the death of a doctor may have fled. Erik Lind, 44, was seen": he is no doctor.
        """
        return any(
            at != one.at
            and not other.chain.is_named
            and not other.link.entry
            and any(
                mention.form == NOMINAL
                and mention.first < name.first
                and self._lower[mention.first] in _ARTICLES | {"the"}  # "her lawyer" is the other's
                and not self._is_several(mention)
                and self._is_human(mention)
                for mention in other.mentions
            )
            for at, other in enumerate(self._found)
        )

    def _nouns_beside(self, name: FoundMention) -> list[str]:
        """What a name's bearer is called with "the" right beside it: "the attacker, Imran Qadir"."""
        lower, nouns = self._lower, []
        begin = name.first
        at = next((i for i in range(begin - 1, max(-1, begin - _BEFORE_NAME), -1) if self._ends_walk(i)), -1)
        if at >= 0 and lower[at] == "the" and lower[at - 1 : at] != ["of"]:
            end = next((i for i in range(at + 1, begin) if lower[i] in _STOPS), begin)
            is_told = not _IDENTIFIED.isdisjoint(lower[max(0, at - 1) : begin])
            is_beside = end == begin or (
                lower[end] == "," and not self._view.wording.title(name) and self._is_age_only(end + 1, begin)
            )
            if is_told or is_beside:
                nouns.append(lower[core_end(lower, (at + 1, end)) - 1])
        at = name.last
        if self._age_behind(at):
            at += 2
        if lower[at : at + 1] == [","] and lower[at + 1 : at + 2] == ["the"]:
            end = next((i for i in range(at + 2, min(len(lower), at + _BEFORE_NAME)) if not lower[i].isalpha()), -1)
            if end > at + 2 and lower[end] not in _APOSTROPHES:  # not "Erik Lind, the boy's uncle"
                nouns.append(lower[end - 1])
        # "the clinic caring for Mara Lind", "the party led by Mara Lind": a participle is nobody's name
        return [noun for noun in nouns if not is_past(noun) and not noun.endswith("ing")]

    def _is_age_only(self, first: int, last: int) -> bool:
        return first == last or bool(_age_in(self._lower[first:last]))

    def _ends_walk(self, at: int) -> bool:
        word = self._lower[at]
        return word == "the" or not (word.isalnum() or word in (",", "-"))

    def _age(self, name: FoundMention) -> str:
        """A bearer's age beside the name: "Mara Lind, 47,", "47-year-old Mara Lind"."""
        behind = self._age_behind(name.last)
        return behind or _age_in(self._lower[max(0, name.first - 6) : name.head])

    def _age_behind(self, at: int) -> str:
        words = self._lower[at : at + 3]
        is_age = len(words) == 3 and words[0] == "," and words[1].isdigit() and len(words[1]) <= 2 and words[2] in ",."
        return words[1] if is_age else ""

    def _is_unintroduced(self, at: int, name: FoundMention, one: _Someone) -> bool:
        """Whether nothing but a description in an article's first sentences brings in a name."""
        wording, lower = self._view.wording, self._lower
        age = self._age(name)
        if wording.title(name) or not one.nouns.isdisjoint(_WITHOUT_NAMES):
            return False
        if wording.sentence_start(name.first) != name.first:
            is_bare = lower[name.first - 1].isalpha() and name.first == name.head
            if not is_bare or not self._sex(at) or self._sex(at) != self._sex(one.at):
                return False
        if age and one.age and age != one.age:
            return False
        if self._sentences(0, one.first.first) >= _LEAD or self._sentences(one.first.first, name.first) > _NEAR:
            return False
        if not (self._is_in_same_part(at, name, one) or self._is_main(at)):
            return False
        behind = name.last + (2 if self._age_behind(name.last) else 0)
        if lower[behind : behind + 1] == [","] and lower[behind + 1 : behind + 2] not in (["who"], ["whose"]):
            return bool(self._age_behind(name.last)) and lower[behind + 1 : behind + 2] not in (["a"], ["an"], ["the"])
        return _SPEAKING.isdisjoint(lower[behind : behind + 2]) and lower[behind : behind + 1] != ["of"]

    def _is_in_same_part(self, at: int, name: FoundMention, one: _Someone) -> bool:
        """Whether the sentence that first names someone tells of him what was told of the one without a name."""
        ours = [event for event in self._events if event.sentence[0] <= name.head < event.sentence[1]]
        heads = {mention.head for mention in self._found[at].mentions}
        return (
            (
                one.is_held
                and (_takes_part(ours, "recipients", _HELD_BY, heads) or _takes_part(ours, "actors", _DENIED, heads))
            )
            or (one.is_harmed and _takes_part(ours, "recipients", _HARMED_BY, heads))
            or (one.does_harm and _takes_part(ours, "actors", _HARMED_BY, heads))
        )

    def _is_main(self, at: int) -> bool:
        """Whether nobody of an article's people is mentioned as often, and this one is often."""
        counts = {
            number: len(found.mentions) for number, found in enumerate(self._found) if found.chain.kind == "person"
        }
        most = counts.pop(at, 0)
        return most >= _OFTEN and most > max(counts.values(), default=0)

    def _sentences(self, first: int, last: int) -> int:
        """How many sentences end between two words."""
        start_of, count = self._view.wording.sentence_start, 0
        at = start_of(last)
        while at > first and count <= _NEAR:
            count, at = count + 1, start_of(at - 1)
        return count

    def _clash(self, one: int, other: int) -> bool:
        """Whether two are surely of different sexes."""
        return {self._sex(one), self._sex(other)} == {"he", "she"}

    def _sex(self, at: int) -> str:
        words = {word for mention in self._found[at].mentions for word in mention.words}
        he, she = bool(words & (HE | MALE_WORDS)), bool(words & (SHE | FEMALE_TITLES))
        return "" if he == she else "he" if he else "she"

    def _identified(self, *, taken: dict[int, int]) -> dict[int, int]:
        """Those of whom the words say who they are: "police named the dead man as Ulrich Kern"."""
        names = {mention.first: at for at, mention in self._named()}
        some: dict[int, int] = {}
        for at, one in enumerate(self._found):
            if one.chain.is_named or one.link.entry or at in taken or one.chain.plural > _SEVERAL:
                continue
            for mention in one.mentions:
                name = self._identity(mention, names)
                if name is not None and not self._clash(at, name):
                    some[at] = name
                    break
        return some

    def _identity(self, mention: FoundMention, names: dict[int, int]) -> int | None:
        lower = self._lower
        if mention.kind != "person":
            return None
        if (
            mention.first
            and lower[mention.first - 1] in _IDENTIFIED
            and lower[mention.last : mention.last + 1] == ["as"]
        ):
            verb = mention.last
        else:
            reach = range(mention.last, min(len(lower), mention.last + _BEFORE_IDENTIFIED + 1))
            verb = next((i for i in reach if lower[i] not in _TO_BE), -1)
            if verb < 0 or lower[verb] not in _IDENTIFIED or verb == mention.last:
                return None
        end = min(len(lower), verb + _BEHIND_IDENTIFIED)
        start = next((i + 1 for i in range(verb, end) if lower[i] == "as"), -1)
        if start < 0 or any(lower[i] in ".;:" for i in range(verb, start)):
            return None
        return next((names[i] for i in range(start, min(len(lower), start + _BEFORE_NAME)) if i in names), None)


def _takes_part(events: Iterable[RawEvent], side: str, kinds: Collection[str], heads: Collection[int]) -> bool:
    """Whether someone with mentions of some heads is on a side of an event of some types."""
    return any(
        event.type in kinds and any(begin <= head < end for begin, end in getattr(event, side) for head in heads)
        for event in events
    )


def _age_in(words: Sequence[str]) -> str:
    """The age that "24-year-old" tells; empty where none does."""
    for at, word in enumerate(words):
        rest = "".join(words[at : at + 5])
        if word.isdigit() and (rest.startswith((word + "-year-old", word + "yearold"))):
            return word
        if word.endswith("-year-old"):
            return word.split("-")[0]
    return ""
