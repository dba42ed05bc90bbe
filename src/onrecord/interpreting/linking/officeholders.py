"""Office-holders: whom "the Ukrainian president" or "the prime minister" means on the article's day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.knowledge.periods import earliest, is_soon

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from onrecord.interpreting.linking.scene import Scene
    from onrecord.knowledge.entries import Office, Person, Term
    from onrecord.knowledge.office_names import NamedOffice, OfficeNames

_TOLD, _TITLED, _ONLY = 0.9, 0.88, 0.87
_HEIR = "crown prince"
_MAIN = 0.5  # the share of countries from which on "the president" is that country's
_FAR_AHEAD = 2.0
_LEAST_OF_ALL = 0.25  # of what the article says of all countries, also of those that have no such office
_MUCH = 0.75
_BRIEF = 7  # days
_LATELY = 365  # days in which who took an office is still its "new" holder
_FRESH = 60  # days in which nobody else is, even if the next one is chosen
_CHANGED = 0.8
_STILL_CALLED = 1  # days; with three, a predecessor who was named was taken for the holder
_TWO = 2
_DAY = 10  # characters of a date with its day
_LONE = (
    *("head_of_state", "head_of_government", "head_of_both", "foreign_minister", "defence_minister"),
    *("military_chief", "speaker", "minister", "deputy"),
)


def find_holder(
    names: OfficeNames, scene: Scene, named: NamedOffice, near: Collection[str] = ()
) -> tuple[Person, float] | None:
    """The person who surely holds a named office on the article's day, and how surely it is meant; or None.

    An office without its country is that of the only country in the title, or of the one that the article is about.
    "The president-elect" is who takes the office in the months to come.

    Args:
        names: the offices by name.
        scene: the article.
        named: what the words say.
        near: codes of the countries of which their sentence tells.
    """
    if scene.day is None or named.is_former or not named.title:
        return None
    if named.for_now is not None:
        return find_holder(names, scene, named.for_now, near)
    if named.to_come is not None:
        return _coming(names, scene.day, named.to_come.offices or _offices(names, scene, named.to_come.title, near)[0])
    if named.offices and _is_elsewhere(names, scene, named):
        return None
    if named.offices:
        offices, sure = _of_one_land(names, scene, named.offices), _TOLD
    elif named.subjects:
        return None
    else:
        offices, sure = _offices(names, scene, named.title, near)
    if named.is_new:
        return (
            _newest(names, scene.day, offices, sure, within=_FRESH)
            or _coming(names, scene.day, offices)
            or _newest(names, scene.day, offices, sure)
        )
    return _sole(names, scene, offices, sure)


def _is_elsewhere(names: OfficeNames, scene: Scene, named: NamedOffice) -> bool:
    """Whether bodies of several countries share the name, and the article is rather about another than the office's.

    The tables have the leader of the Labour Party of Britain, and none of New Zealand's.
    """
    lands = {names.knowledge.bodies[one].country for one in named.subjects if one in names.knowledge.bodies} - {""}
    if len(lands) < _TWO:
        return False
    led = max(scene.share(land_of(names, office)) for office in named.offices)
    return led == 0.0 or led < max(scene.share(land) for land in lands)


def _of_one_land(names: OfficeNames, scene: Scene, offices: tuple[Office, ...]) -> tuple[Office, ...]:
    """Of the offices of countries that share a name those of the one that the article is about: "Congo's president"."""
    lands = sorted({land_of(names, office) for office in offices}, key=lambda land: -scene.share(land))
    if len(lands) > 1 and scene.share(lands[0]) and scene.share(lands[0]) >= _FAR_AHEAD * scene.share(lands[1]):
        return tuple(office for office in offices if land_of(names, office) == lands[0])
    return offices


def _offices(names: OfficeNames, scene: Scene, title: str, near: Collection[str]) -> tuple[tuple[Office, ...], float]:
    """The offices that a title without a country means in an article, and how surely."""
    called = tuple(one for one in names.by_title.get(title, ()) if one.kind in _LONE or title == _HEIR)
    if called and len({land_of(names, office) for office in called}) == 1:
        return called, _TITLED  # "the Taoiseach", "the pope"
    titled = tuple(office for office in called if land_of(names, office) in scene.titled)
    if len({land_of(names, office) for office in titled}) == 1:
        return titled, _TITLED
    main = _main_land(scene, {land_of(names, office) for office in called}, near)
    return tuple(office for office in called if land_of(names, office) == main), _ONLY


def _main_land(scene: Scene, lands: set[str], near: Collection[str]) -> str | None:
    """Of some countries the one that an article is about: in one on Iraq and Washington only Iraq has a premier.

    None where the sentence tells of another one, unless the article is about that one much more.
    """
    ranked = sorted(((scene.share(land), land) for land in lands if scene.share(land)), reverse=True)
    total = sum(share for share, _ in ranked)
    if not ranked or ranked[0][0] < max(_LEAST_OF_ALL, _MAIN * total):
        return None
    share, main = ranked[0]
    others = lands.intersection(near) - {main}
    if others and main not in near and share < _MUCH * total:
        return None
    return main if len(ranked) == 1 or share >= _FAR_AHEAD * ranked[1][0] else None


def _coming(names: OfficeNames, day: str, offices: Iterable[Office]) -> tuple[Person, float] | None:
    """The only one who takes one of some offices in the months after a day."""
    terms = [term for office in offices for term in names.knowledge.terms_of.get(office.id, ())]
    chosen = {term.person for term in terms if is_soon(day, term.start) and not names.knowledge.holds(term, day)}
    person = names.knowledge.people.get(chosen.pop()) if len(chosen) == 1 else None
    return (person, _ONLY) if person else None


def _newest(
    names: OfficeNames, day: str, offices: Iterable[Office], confidence: float, *, within: int = _LATELY
) -> tuple[Person, float] | None:
    """The only one who took one of some offices lately: "the new president" is not the old one."""
    terms = [term for office in offices for term in names.knowledge.terms_of.get(office.id, ())]
    chosen = {
        term.person for term in terms if names.knowledge.holds(term, day) and is_soon(earliest(term.start), day, within)
    }
    person = names.knowledge.people.get(chosen.pop()) if len(chosen) == 1 else None
    return (person, confidence) if person else None


def land_of(names: OfficeNames, office: Office) -> str:
    """The country of an office: of Sudan's army chief Sudan, though the army has him."""
    body = names.knowledge.bodies.get(office.of)
    return body.country if body is not None else office.of


def _sole(
    names: OfficeNames, scene: Scene, offices: Iterable[Office], confidence: float
) -> tuple[Person, float] | None:
    """The only holder; in the days after a change the one of the two whom the article names, and else less surely."""
    day = scene.day or ""
    terms = [term for office in offices for term in names.knowledge.terms_of.get(office.id, ())]
    holders = {term.person for term in terms if names.knowledge.holds(term, day)}
    left = {term.person for term in terms if _has_just_left(term, day)} - holders
    if len(left) > 1:  # who held it for a day is not called so
        left -= {term.person for term in terms if _is_brief(term)}
    if left:
        who = left if scene.tells_of_leaving else holders | left
        named = who & scene.people
        holders = named if len(named) == 1 else left if scene.tells_of_leaving else holders or left
        confidence = confidence if len(named) == 1 else min(confidence, _CHANGED)
    if len(holders) != 1:
        return None
    person = names.knowledge.people.get(holders.pop())
    return (person, confidence) if person else None


def _is_brief(term: Term) -> bool:
    """Whether someone held an office for some days only."""
    return bool(term.start) and bool(term.end) and is_soon(term.start, term.end, _BRIEF)


def _has_just_left(term: Term, day: str) -> bool:
    """Whether a term ended so lately that papers still call its holder so: who was killed, toppled, or resigned."""
    if len(term.end) < _DAY or len(day) < _DAY:
        return False
    return 0 <= (date.fromisoformat(day) - date.fromisoformat(term.end)).days <= _STILL_CALLED
