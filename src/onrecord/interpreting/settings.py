"""Settings: when and where a statement was made, where the words around its cue say so."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from onrecord.nesting import relinked
from onrecord.records import Place, Time

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.records import Span, Statement

_Thing = TypeVar("_Thing", Time, Place)
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
_SENTENCE = re.compile(r"[.!?][\"”’')\]]*\s+|\n")
_SAID_IN = re.compile(r"\b(?:in|at|from)\s+(?:the\s+)?$", re.IGNORECASE)


class FindSettings:
    """The step that gives statements the time and the place at which they were made."""

    name = "find_settings"
    version = "1"
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
    dated = [time for time in times if time.type in ("DATE", "TIME") and time.value[:1].isdigit()]
    sited = [
        place
        for place in places
        if place.use == "literal" and _SAID_IN.search(text, max(0, place.span.start - 12), place.span.start)
    ]
    found = []
    for statement in statements:
        if statement.cue is None:
            found.append(statement)
            continue
        windows = list(_windows(text, statement))
        known = [*(time.span for time in dated), *(place.span for place in sited)]
        known += [mention.span for heard in statement.addressees for mention in heard.mentions]
        time = _nearest(text, statement.cue.spans[-1], windows, dated, known)
        place = _nearest(text, statement.cue.spans[-1], windows, sited, known)
        found.append(replace(statement, time=time, place=place) if time or place else statement)
    return relinked(found)


def _windows(text: str, statement: Statement) -> Iterator[tuple[int, int, int]]:
    """Ranges of characters in which a setting may stand, each with where the words must join it to: cue or source.

    Behind the cue up to the content or the sentence's end; between source and cue; at the opening of the sentence.
    """
    assert statement.cue is not None  # noqa: S101 - the caller has looked
    cue_start, cue_end = statement.cue.spans[0].start, statement.cue.spans[-1].end
    parts = [*statement.content.spans, *(statement.source.spans if statement.source else ())]
    behind = min([span.start for span in parts if span.start >= cue_end], default=len(text))
    stop = _SENTENCE.search(text, cue_end, min(len(text), cue_end + _REACH))
    yield cue_end, min(behind, cue_end + _REACH, stop.start() if stop else len(text)), cue_end
    if statement.source is None:
        return
    source = statement.source.spans[0]
    if source.end <= cue_start:
        yield source.end, cue_start, source.end
    first = min(source.start, cue_start)
    opening = text[max(0, first - _OPENING) : first]
    begins = max((match.end() for match in _SENTENCE.finditer(opening)), default=None if first > _OPENING else 0)
    if begins is not None and opening.rstrip().endswith(","):
        start = first - len(opening) + begins
        if not any(span.start < first and span.end > start for span in parts):
            yield start, first, start


def _nearest(
    text: str, cue: Span, windows: Iterable[tuple[int, int, int]], things: Sequence[_Thing], known: Sequence[Span]
) -> _Thing | None:
    """The one in the cue's own words, else the first in a window with nothing but idle words before it."""
    for thing in things:
        if cue.start <= thing.span.start and thing.span.end <= cue.end:
            return thing
    for start, end, joint in windows:
        for thing in things:
            if start <= thing.span.start and thing.span.end <= end and _is_idle(text, joint, thing.span.start, known):
                return thing
    return None


def _is_idle(text: str, start: int, end: int, known: Sequence[Span]) -> bool:
    """Whether the words from `start` to `end` are idle ones, or known times, places and addressees."""
    at = start
    for span in sorted((s for s in known if start <= s.start and s.end <= end), key=lambda s: s.start):
        if span.start < at:
            continue
        if not _BETWEEN.fullmatch(text, at, span.start):
            return False
        at = span.end
    return _BETWEEN.fullmatch(text, at, end) is not None
