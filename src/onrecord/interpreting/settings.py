"""Settings: when and where a statement was made, where the words around its cue say so."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from onrecord.nesting import relinked
from onrecord.sentences import find_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.records import Entity, Mention, Place, Span, Statement, Time

_Thing = TypeVar("_Thing", bound="Time | Place | Mention")
_REACH = 90  # characters from the cue to a setting behind it
_OPENING = 60  # characters of an opening like "On Monday in Velmora, "
# What may stand between a cue and its setting, beside times, places and addressees. With any other word the time may be
# that of something else: "said after the attack on Sunday".
_BETWEEN = re.compile(
    r"(?:[\s,]|\b(?:on|in|at|to|from|late|early|earlier|again|also|an?|the|his|her|its|their|interview|with|statement|"
    r"news|press|conference|speech|briefing|letter|post|tweet|television|televised|phone|video|address|reporters|"
    r"journalists|parliament|lawmakers|telephone|call|message|written|joint|separate)\b)*",
    re.IGNORECASE,
)
_SAID_IN = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?$", re.IGNORECASE)


class FindSettings:
    """The step that gives statements the time and the place at which they were made."""

    name = "find_settings"
    version = "2"
    requires = ("statements", "times", "places")
    makes = ("statements",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the statements anew, with their settings."""
        return {
            "statements": find_settings(
                dossier.article.text, dossier["statements"], dossier["times"], dossier["places"]
            )
        }


def find_settings(
    text: str, statements: Sequence[Statement], times: Sequence[Time], places: Sequence[Place]
) -> tuple[Statement, ...]:
    """The statements with `time` and `place`: the nearest that is said of the cue itself, never of what is told."""
    dated = _Row(time for time in times if time.type in ("DATE", "TIME") and time.value[:1].isdigit())
    sited = _Row(
        place
        for place in places
        if place.use == "literal" and _SAID_IN.search(text, max(0, place.span.start - 12), place.span.start)
    )
    heard = _Heard()
    ends, starts = map(list, zip((0, 0), *find_ends(text), strict=True))
    found = []
    for statement in statements:
        if statement.cue is None:
            found.append(statement)
            continue
        windows = list(_windows(text, statement, ends, starts))
        known: list[_Row[Any]] = [dated, sited, *map(heard.mentions, statement.addressees)]
        time = _nearest(text, statement.cue.spans[-1], windows, dated, known)
        place = _nearest(text, statement.cue.spans[-1], windows, sited, known)
        found.append(replace(statement, time=time, place=place) if time or place else statement)
    return relinked(found)


class _Row(Generic[_Thing]):
    """Things of a text in the order of their spans, so that those in a stretch are found without a look at all."""

    def __init__(self, things: Iterable[_Thing]) -> None:
        self._things = sorted(things, key=lambda thing: thing.span.start)
        self._starts = [thing.span.start for thing in self._things]

    def between(self, start: int, end: int) -> list[_Thing]:
        """Those that stand from `start` to `end`, whole."""
        some = self._things[bisect_left(self._starts, start) : bisect_right(self._starts, end)]
        return [thing for thing in some if thing.span.end <= end]


class _Heard:
    """The mentions of those who are spoken to, put in order once for each."""

    def __init__(self) -> None:
        self._rows: dict[str, _Row[Mention]] = {}

    def mentions(self, entity: Entity) -> _Row[Mention]:
        """All mentions of an entity."""
        if entity.id not in self._rows:
            self._rows[entity.id] = _Row(entity.mentions)
        return self._rows[entity.id]


def _windows(
    text: str, statement: Statement, ends: Sequence[int], starts: Sequence[int]
) -> Iterator[tuple[int, int, int]]:
    """Ranges of characters in which a setting may stand, each with where the words must join it to: cue or source.

    Behind the cue up to the content or the sentence's end; between source and cue; at the opening of the sentence.

    Args:
        ends, starts: where sentences of the text end, and where the next ones begin.
    """
    assert statement.cue is not None  # noqa: S101 - the caller has looked
    cue_start, cue_end = statement.cue.spans[0].start, statement.cue.spans[-1].end
    parts = [*statement.content.spans, *(statement.source.spans if statement.source else ())]
    behind = min([span.start for span in parts if span.start >= cue_end], default=len(text))
    at = bisect_left(ends, cue_end)
    yield cue_end, min(behind, cue_end + _REACH, ends[at] if at < len(ends) else len(text)), cue_end
    if statement.source is None:
        return
    source = statement.source.spans[0]
    if source.end <= cue_start:
        yield source.end, cue_start, source.end
    first = min(source.start, cue_start)
    start = starts[bisect_right(starts, first) - 1]
    is_opening = first - start <= _OPENING and text[start:first].rstrip().endswith(",")
    if is_opening and not any(span.start < first and span.end > start for span in parts):
        yield start, first, start


def _nearest(
    text: str,
    cue: Span,
    windows: Iterable[tuple[int, int, int]],
    things: _Row[_Thing],
    known: Sequence[_Row[Any]],
) -> _Thing | None:
    """The one in the cue's own words, else the first in a window with nothing but idle words before it."""
    for thing in things.between(cue.start, cue.end):
        return thing
    for start, end, joint in windows:
        for thing in things.between(start, end):
            if _is_idle(text, joint, thing.span.start, known):
                return thing
    return None


def _is_idle(text: str, start: int, end: int, known: Sequence[_Row[Any]]) -> bool:
    """Whether the words from `start` to `end` are idle ones, or known times, places and addressees."""
    at = start
    for span in sorted((thing.span for row in known for thing in row.between(start, end)), key=lambda s: s.start):
        if span.start < at:
            continue
        if not _BETWEEN.fullmatch(text, at, span.start):
            return False
        at = span.end
    return _BETWEEN.fullmatch(text, at, end) is not None
