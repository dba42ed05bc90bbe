"""What is enough to take a name for the person whom it most likely means, and how sure that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.interpreting.linking.likeness import is_called

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.interpreting.linking.people import Chosen
    from onrecord.interpreting.linking.scene import Scene

_LEAST_POINTS, _LEAST_LEAD = 2.0, 0.8
_LEAST_LEAD_OF_SURNAME = 0.6  # a president leads his wife by more
_LEAST_LEAD_OF_OWNED = 0.3  # and of those who led it before: "the South's Mr Kim"
_TOLD, _LEADS, _SERVES, _LED = 1.5, 0.15, 1.2, 0.5  # least points of a surname
_MAIN = 0.5  # of what an article says of countries
_UNSHARED, _SOME_OF_IT = 0.9, 0.2  # a surname that no one else has; with 0.5, long-forgotten ministers were linked
_FEW, _SOME = 2, 4  # people of a surname that is a rare one; of a leader's who is far ahead of the others
_FAR_AHEAD = 1.0
_EVERYWHERE = frozenset({"USA"})  # countries whose leader's surname is enough anywhere, however many are called so
_BY_POINTS = ((4.5, 0.98), (3.6, 0.95), (2.8, 0.88), (1.3, 0.78), (-9.0, 0.7))
_UNCLEAR_LEAD, _UNCLEAR = 1.5, 0.85


def is_enough(chosen: Chosen) -> bool:
    """Whether a full name means someone."""
    return chosen.points >= _LEAST_POINTS and chosen.lead >= _LEAST_LEAD


def is_enough_for_surname(chosen: Chosen, scene: Scene, others: Iterable[str], *, is_owned: bool = False) -> bool:
    """Whether a surname alone means someone: by an office that is told, else by office and country.

    "Putin" is enough in any article of his years, a minister's surname only where the country is told of. Where the
    article names someone else in full who is called so, it is not enough.

    Args:
        chosen: the likeliest bearer.
        scene: the article.
        others: the full names with that surname that the article has.
        is_owned: the surname is told to be a country's: "Senegal's Lind", where a Lind of the FAO is named in full.
    """
    if chosen.lead < (_LEAST_LEAD_OF_OWNED if is_owned and chosen.leads else _LEAST_LEAD_OF_SURNAME):
        return False
    if any(not is_called(chosen.person, other) for other in others):
        return chosen.leads and (chosen.is_told or is_owned)  # "Prime Minister Lind", the brother of Mara Lind
    if chosen.is_told:
        return chosen.points >= _TOLD
    if chosen.is_given and not chosen.leads:
        return False  # "James", "Christine"
    is_rare = chosen.bearers <= (_SOME if chosen.leads and chosen.lead >= _FAR_AHEAD else _FEW)
    if is_rare and chosen.led and scene.share(chosen.person.country) >= _MAIN:
        return chosen.points >= _LED  # "the first since Nehru" in an article on India
    if chosen.bearers == 1 and scene.share(chosen.person.country) >= _SOME_OF_IT:
        return chosen.points >= _UNSHARED  # "Navalny" in an article on Germany and Russia
    if chosen.leads:
        is_everywhere = chosen.person.country in _EVERYWHERE and chosen.lead >= _FAR_AHEAD and not scene.is_sport
        return chosen.points >= (_LEADS if is_rare or is_everywhere else _SERVES)
    return chosen.points >= _SERVES and ((is_rare and (chosen.led or chosen.is_of_late)) or chosen.serves)


def grade(chosen: Chosen) -> float:
    """The confidence of a person by what speaks for it, less where someone else is nearly as likely."""
    confidence = next(sure for least, sure in _BY_POINTS if chosen.points >= least)
    return min(confidence, _UNCLEAR) if chosen.lead < _UNCLEAR_LEAD else confidence
