"""Clues put together: the finest date that all of them leave, and the few of them that settle it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotating.dating.days import ANY_DAY, Days

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotating.dating.clues import Clue

# The edges of what clues leave are not sharp: a campaign is spoken of after its end, a vote before it is counted. Where
# they leave a few days only, and none points to the day itself, it is by their edges. Without this, 4 of 840 articles
# of PolNeAR's train split are given a wrong day.
_SLIVER, _LEEWAY = 4, 14


def settle(clues: Sequence[Clue]) -> tuple[Days, list[Clue]] | None:
    """The days that the clues leave, with the few that settle them; None where they leave none or over a year."""
    kept = list({(clue.days, clue.certain, clue.weekday): clue for clue in reversed(clues)}.values())[::-1]
    found = combine(kept)
    date = found.date() if found else None
    if found is None or date is None:
        return None
    for clue in kept[::-1]:
        without = [other for other in kept if other is not clue]
        left = combine(without)
        if left is not None and left.date() == date:
            kept = without
    return found, kept


def combine(clues: Sequence[Clue]) -> Days | None:
    """The days that all clues leave; None where they contradict each other."""
    certain = ANY_DAY
    for clue in clues:
        certain &= clue.certain
    days = certain
    # What ends before something else begins is told in retrospect: a former holder's title, a past campaign.
    latest = max((clue.days.first for clue in clues if clue.days), default=0)
    for clue in clues:
        if clue.days and clue.days.last >= latest and clue.days & certain:
            days &= clue.days
    weekdays = {clue.weekday for clue in clues if clue.weekday is not None}
    if len(weekdays) == 1:
        days = days.on(weekdays.pop())
    if not days:
        return None
    if days.last - days.first < _SLIVER and not any(clue.points for clue in clues):
        return Days.between(days.first - _LEEWAY, days.last + _LEEWAY)
    return days
