"""People: which of those that bear a name an article means, by their offices, its day and its countries."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.interpreting.linking.likeness import BONES_ALIKE, FAMILY_FIRST, LOOSE, REIGNING, SUFFIXES, likeness
from onrecord.knowledge.entries import OFFICES
from onrecord.knowledge.holding import rank
from onrecord.knowledge.periods import earliest, has_begun, is_soon
from onrecord.knowledge.spelling import fold

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.interpreting.linking.scene import Scene
    from onrecord.knowledge.base import Knowledge
    from onrecord.knowledge.entries import Person
    from onrecord.knowledge.office_names import NamedOffice, OfficeNames

# Their names are written in Latin letters, and so in one way: McCain is no McCone, Burke no Barrack.
_SPELLED = frozenset(
    """
    AGO ARG ATG AUS AUT BDI BEL BEN BFA BHS BLZ BOL BRA BRB BWA CAN CHE CHL CIV CMR COD COG COL CPV CRI CUB CZE
    DEU DMA DNK DOM ECU ESP EST FIN FJI FRA FSM GAB GBR GHA GNB GNQ GRD GTM GUY HND HRV HTI HUN IRL ISL ITA JAM KEN KIR
    KNA LBR LCA LIE LTU LUX LVA MDG MEX MHL MLT MOZ MUS MWI NAM NGA NIC NLD NOR NRU NZL PAN PER PHL PLW PNG POL PRT PRY
    ROU RWA SLB SLE SLV STP SUR SVK SVN SWE SYC TGO TON TTO TUV TZA UGA URY USA VCT VEN VUT WSM ZAF ZMB ZWE
    """.split()
)
# Those of these sectors are of one world: a lawmaker becomes a minister, a general rules.
_POLITICAL = frozenset({"GOV", "LEG", "PTY", "OPP", "ELI", "IGO", "UNO", "EUR", "REB", "PRE", "MIL", "SPY"})
# For a full name with nothing else, a president gets 5.1 points, and 2 are enough for a link: with an age beside it, or
# a word that says what its bearer does, there is none.
_AGED = 3.5
_FIRST_SAME = 2.4  # of likeness; a stranger's name is often like a known one
_OF_OTHER_WORLD, _OF_NO_WORLD = 3.5, 3.2  # a priest or a nurse; a voter, who may be anyone
_TWO = 2
_FEW_GIVEN = 2
_JOINED = ("el", "al")
_HEADS = 2  # ranks below this are heads of state and government
_DEPUTY = OFFICES.index("deputy")
_LONG_AGO = 15  # years
_OF_LATE = 6  # years
_TRANSITION = 30  # days
_OF_BODY = 0.4  # what a body that the article names counts for, in shares of countries
_OTHER = OFFICES.index("other")
_HINTED, _LEADER, _MINISTER, _OWNED = 1.0, 0.65, 0.35, 1.0
_NEAR = 0.4
_A_YEAR = 0.05  # what each year out of office counts
_NO_OFFICE = 0.5  # the "Bush" of 2013 is the former president, and not his brother
_CABINET = (_DEPUTY, *map(OFFICES.index, ("foreign_minister", "defence_minister", "head_of_body")))
# Leaders of these are in no news but their own.
_TERRITORIES = frozenset(
    """
    AIA ABW ASM BMU COK CUW CYM FLK FRO GGY GIB GUM IMN JEY MAC MNP MSR NCL NIU PRI PYF SHN SXM TCA TKL VGB VIR WLF
    """.split()
)
_ALONE = 3.0  # the lead of the only one who is called so


@dataclass(frozen=True, slots=True)
class Chosen:
    """The person that a name means, with the sum of what speaks for it and its lead over the next.

    Attributes:
        is_told: the article's own words give an office that this person holds or held.
        is_whole: the name is a full one of this person's, but for its transliteration.
        bearers: how many people of the knowledge base are called so; beside a leader only those of the last years.
        led: the person is or was a head of state or government.
        leads: the person is a head of state or government, or a deputy, on the article's day.
        serves: the person holds some office on that day.
        is_given: the name is a single one that is mostly a first name.
        is_of_late: no office of the person's, if any, ended years before that day.
    """

    person: Person
    points: float
    lead: float
    is_told: bool
    is_whole: bool
    bearers: int
    led: bool
    leads: bool
    serves: bool
    is_given: bool
    is_of_late: bool


def choose_person(
    names: OfficeNames,
    scene: Scene,
    name: str,
    described: Sequence[NamedOffice],
    *,
    sectors: Collection[str] = (),
    has_age: bool = False,
    present: Collection[str] = (),
    hinted: Collection[str] = (),
    owners: Collection[str] = (),
    near: Collection[str] = (),
) -> Chosen | None:
    """The person that a name most likely means; None where nobody bears it.

    Args:
        name: as the article writes it most fully, without title.
        described: what its titles and descriptions say of offices.
        sectors: PLOVER's, that its descriptions tell.
        has_age: the article tells how old its bearer is, as of people whom nobody knows.
        present: ids of bodies that the article names.
        hinted: ids of offices that it speaks of without a name, which tell whose surname it is.
        owners: codes of the countries whose the name is told to be: "South Korea's Park".
        near: codes of the countries that the name's sentences tell of, where namesakes are of several.
    """
    words = [word for word in fold(name).split() if word not in SUFFIXES]
    if not words:
        return None
    reigns = any(REIGNING.intersection(named.title.split()) for named in described)
    people = names.knowledge.find_people(words[-1])
    if len(words) == 1 or not people:
        people = tuple(dict.fromkeys((*people, *names.knowledge.find_people(words[0]))))
    fits = {person: likeness(person, words, reigns=reigns) for person in people}
    if all(fit is None for fit in fits.values()) and not name.isupper():  # an acronym sounds like nobody
        alike = tuple(p for p in names.knowledge.find_alike(words[-1]) if _is_transliterated(names.knowledge, p))
        if len(words) > 1 and words[-1].startswith(_JOINED):
            alike += names.knowledge.find_people(words[-1][2:])  # "Elsisi" is el-Sisi
        fits = {p: likeness(p, words, reigns=reigns) for p in alike}
    fits = {p: fit for p, fit in fits.items() if fit is None or _is_spelled_so(names.knowledge, p, words, fit)}
    nearest = max((fit for fit in fits.values() if fit is not None), default=0.0)
    if len(words) > _TWO and nearest >= LOOSE:  # George H. W. Bush is not George W.
        fits = {person: fit for person, fit in fits.items() if fit == nearest}
    scored = []
    for person, fit in fits.items():
        if fit is not None:
            told = _offices(names, scene, person, described)
            if has_age and len(words) > 1 and fit < _FIRST_SAME:
                told = min(told, 0.0)  # coreference gave a stranger the office of someone whose name is like hers
            points = fit + _standing(names, scene, person, present) + told
            if told <= 0 and _is_of_other_world(names, person, sectors):
                points -= _OF_NO_WORLD if set(sectors) == {"CVL"} else _OF_OTHER_WORLD
            if has_age and told <= 0 and not (len(words) == 1 and _leads(names.knowledge, person, scene.day)):
                points -= _AGED  # strangers are brought in with a full name: "Papandreou, 76," is the premier
            if len(words) == 1 and told <= 0:
                points += _hinted(names, scene, person, hinted)
            if owners:
                points += _OWNED if _is_of(names, person, owners) else -_OWNED
            is_open = len(words) == 1 or not (sectors or has_age or not scene.share(person.country))
            ahead = points + (_in_news(names, scene, person) if is_open else 0.0)  # in 2002 "George Bush" is the son
            if len(words) == 1 and _leads(names.knowledge, person, scene.day) and _is_of(names, person, near):
                ahead += _NEAR
            if len(words) == 1:
                ahead -= _forgotten(names.knowledge, person, scene.day)
            scored.append((ahead, points, told > 0, fit >= LOOSE, person))
    if not scored:
        return None
    scored.sort(key=lambda one: (-one[0], one[-1].id))
    ahead, points, is_told, is_whole, person = scored[0]
    knowledge = names.knowledge
    now = _ranks_about(knowledge, person, scene.day) if scene.day else []
    led = any(rank(knowledge.offices[term.office]) < _HEADS for term in knowledge.offices_of.get(person.id, ()))
    lead = ahead - scored[1][0] if len(scored) > 1 else _ALONE
    if len(words) == 1 and any(_followed(knowledge, person, one[-1], scene.day) for one in scored[1:]):
        lead = min(lead, 0.0)  # of a father and a son in the week of the change nothing tells which is meant
    return Chosen(
        person,
        points,
        lead,
        is_told,
        is_whole,
        1 + sum(not (led and _is_long_gone(knowledge, one[-1], scene.day)) for one in scored[1:]),
        led=led,
        leads=min(now, default=_DEPUTY + 1) <= _DEPUTY,
        serves=bool(now),
        is_given=len(words) == 1 and words[0] in _given_names(knowledge),
        is_of_late=_is_of_late(knowledge, person, scene.day),
    )


def _leads(knowledge: Knowledge, person: Person, day: str | None) -> bool:
    """Whether someone is head of a state or government on a day."""
    held = knowledge.held(person.id, day) if day else ()
    return any(rank(knowledge.offices[term.office]) < _HEADS for term in held)


def _followed(knowledge: Knowledge, person: Person, other: Person, day: str | None) -> bool:
    """Whether someone took an office from another within the last weeks: Kim Jong Un from Kim Jong Il."""
    if not day:
        return False
    left = {
        term.office
        for term in knowledge.offices_of.get(other.id, ())
        if term.end and is_soon(term.end, day, _TRANSITION) and rank(knowledge.offices[term.office]) < _HEADS
    }
    return any(term.office in left for term in knowledge.held(person.id, day))


def _forgotten(knowledge: Knowledge, person: Person, day: str | None) -> float:
    """How far a surname's bearer falls behind others: the more, the longer ago the last office ended."""
    ends = [term.end for term in knowledge.offices_of.get(person.id, ())]
    if not ends:
        return _NO_OFFICE
    if not day or not all(ends):
        return 0.0
    return min(_NO_OFFICE, max(0.0, _A_YEAR * (int(day[:4]) - int(max(ends)[:4]))))


def _is_of_late(knowledge: Knowledge, person: Person, day: str | None) -> bool:
    """Whether the last office of someone did not end years before a day: Harvey of 2018 is a hurricane."""
    ends = [term.end for term in knowledge.offices_of.get(person.id, ())]
    return not day or not ends or not all(ends) or int(day[:4]) - int(max(ends)[:4]) <= _OF_LATE


def _is_long_gone(knowledge: Knowledge, person: Person, day: str | None) -> bool:
    """Whether all offices of someone had ended long before a day: nobody thinks of them at a surname."""
    terms = knowledge.offices_of.get(person.id, ())
    if not day or not terms:
        return False
    ends = [earliest(term.end or knowledge.known_until(knowledge.offices[term.office]) or "9999") for term in terms]
    return int(day[:4]) - int(max(ends)[:4]) > _LONG_AGO


def _is_transliterated(knowledge: Knowledge, person: Person) -> bool:
    """Whether a person's name comes from another script, as all that is known of its bearer's countries tells."""
    terms = knowledge.offices_of.get(person.id, ())
    lands = {knowledge.offices[term.office].of for term in terms} | {person.country}
    return _SPELLED.isdisjoint(lands) and not lands.isdisjoint(knowledge.countries)


def _is_spelled_so(knowledge: Knowledge, person: Person, words: Sequence[str], fit: float) -> bool:
    """Whether a likeness is more than one of sounds, where a name can be written in one way only: Fred is no Fried."""
    if _is_transliterated(knowledge, person):
        return True
    if len(words) > 1:
        return fit != BONES_ALIKE  # William Sianis is no William Sessions
    names = (fold(name).split() for name in (person.name, *person.aliases))
    return any(_plain(words[0]) == _plain(word) for name in names for word in name)


def _plain(word: str) -> str:
    """A word without what stands for an umlaut: "Schroeder" is Schröder."""
    return word.replace("oe", "o").replace("ue", "u").replace("ae", "a")


@lru_cache(maxsize=1)  # a process has one knowledge base
def _given_names(knowledge: Knowledge) -> frozenset[str]:
    """First names, which alone are seldom surnames: those of three people and more, and of more than have it last."""
    people = [fold(one.name).split() for one in knowledge.people.values() if one.country not in FAMILY_FIRST]
    first = Counter(words[0] for words in people if len(words) > 1)
    last = Counter(words[-1] for words in people if len(words) > 1)
    last.update(fold(one.name).split()[0] for one in knowledge.people.values() if one.country in FAMILY_FIRST)
    return frozenset(word for word, count in first.items() if count > max(_FEW_GIVEN, last[word]))


def _hinted(names: OfficeNames, scene: Scene, person: Person, hinted: Collection[str]) -> float:
    """What speaks for a surname's bearer: to hold an office that the article speaks of."""
    held = names.knowledge.held(person.id, scene.day) if scene.day else ()
    return _HINTED * any(term.office in hinted for term in held)


def _is_of(names: OfficeNames, person: Person, lands: Collection[str]) -> bool:
    """Whether someone is of a country, or holds or held an office of it."""
    knowledge = names.knowledge
    offices = (knowledge.offices[term.office].of for term in knowledge.offices_of.get(person.id, ()))
    return person.country in lands or not set(lands).isdisjoint(offices)


def _in_news(names: OfficeNames, scene: Scene, person: Person) -> float:
    """What a bearer of a name is ahead of relatives by: to lead a country, also soon, its diplomacy or a body."""
    ranks = _ranks_about(names.knowledge, person, scene.day) if scene.day else []
    if person.country in _TERRITORIES and not scene.share(person.country):
        return -_LEADER
    return max(
        (_LEADER if one < _HEADS else _MINISTER for one in ranks if one < _HEADS or one in _CABINET), default=0.0
    )


def _is_of_other_world(names: OfficeNames, person: Person, sectors: Collection[str]) -> bool:
    """Whether all that descriptions tell is what a person is not known as: a priest, a nurse, a sheriff."""
    known = names.knowledge
    own = {known.offices[term.office].sector for term in known.offices_of.get(person.id, ())} | {person.sector}
    if own & _POLITICAL:
        own |= _POLITICAL
    return bool(sectors) and own.isdisjoint(sectors)


def _standing(names: OfficeNames, scene: Scene, person: Person, present: Collection[str]) -> float:
    """What the article's day, its countries and bodies say for a person."""
    knowledge = names.knowledge
    terms = knowledge.offices_of.get(person.id, ())
    lands = {knowledge.offices[term.office].of for term in terms} | {person.country}
    share = max((_OF_BODY if land in present else scene.share(land) for land in lands), default=0.0)
    points = min(1.2, 0.5 + 1.4 * share) if share else (-0.4 if scene.shares else 0.0)
    if scene.day and terms:
        day = scene.day
        now = [rank(knowledge.offices[term.office]) for term in terms if knowledge.holds(term, day)]
        if now:
            points += 0.9 if min(now) <= _DEPUTY else 0.2 if min(now) == _OTHER else 0.5
        elif not any(has_begun(term.start, day) for term in terms):
            points -= 0.0 if is_soon(day, min(term.start for term in terms)) else 1.5
        else:
            last = max(
                earliest(term.end or knowledge.known_until(knowledge.offices[term.office]) or "0000") for term in terms
            )
            points += 0.2 if int(day[:4]) - int(last[:4] or 0) <= _LONG_AGO else -0.6
    return points


def _ranks_about(knowledge: Knowledge, person: Person, day: str) -> list[int]:
    """The ranks of the offices that a person holds on a day, left in the months before, or takes soon after."""
    return [
        rank(knowledge.offices[term.office])
        for term in knowledge.offices_of.get(person.id, ())
        if knowledge.holds(term, day) or is_soon(day, term.start) or (term.end and is_soon(term.end, day))
    ]


def _offices(names: OfficeNames, scene: Scene, person: Person, described: Sequence[NamedOffice]) -> float:
    """What titles and descriptions say for a person; the best that one says, less for each that speaks against it."""
    knowledge = names.knowledge
    terms = knowledge.offices_of.get(person.id, ())
    held = {term.office for term in terms if not scene.day or has_begun(term.start, scene.day)}
    now = {term.office for term in terms if scene.day and knowledge.holds(term, scene.day)}
    best, against = 0.0, 0.0
    for named in described:
        told = {office.id for office in named.offices}
        if named.offices:  # with its country
            if told & now:
                best = max(best, 3.0 - 1.5 * named.is_former)
            elif told & held:
                best = max(best, 2.5 if named.is_former else 1.5)
            else:
                against = max(against, 1.5)
        elif named.title and not named.subjects:
            called = {office.id for office in names.by_title.get(named.title, ())}
            if called & now:
                best = max(best, 1.8 - 0.8 * named.is_former)
            elif called & held:
                best = max(best, 1.6 if named.is_former else 0.7)
            elif called:
                against = max(against, 0.7)
    return best - against
