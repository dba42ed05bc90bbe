"""When: the article's expressions of time by what they mean, in the order of the calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView, quote_wordings
from onrecord.showing.time_words import tell_time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.records import Time
    from onrecord.showing.time_words import TimeWords


def describe_times(times: Sequence[Time]) -> SectionView | None:
    """What has a place in time first, by the calendar; then the others in text order; vague ones apart."""
    if not times:
        return None
    groups: dict[str, tuple[TimeWords, list[Time]]] = {}
    for time in times:
        words = tell_time(time.value, kind=time.type, mod=time.mod)
        groups.setdefault(words.short, (words, []))[1].append(time)
    dated = sorted((g for g in groups.values() if g[0].order), key=lambda group: group[0].order or ())
    undated = [group for group in groups.values() if group[0].order is None and not group[0].is_vague]
    vague = [time for words, members in groups.values() if words.is_vague for time in members]
    return SectionView(
        "when",
        "When",
        counted(len(times), "mention"),
        tuple(_row(*group) for group in [*dated, *undated]),
        _vague_rows(vague),
        "No date",
    )


def tell_when(time: Time) -> str:
    """When, in a sentence: "on Monday, 3 March 2031"; the article's own words where they have no place in time."""
    words = tell_time(time.value, kind=time.type, mod=time.mod)
    return words.adverb or one_line(time.span.surface)


def _row(words: TimeWords, times: Sequence[Time]) -> RowView:
    spans = tuple(sorted(time.span for time in times))
    told = words.short or one_line(spans[0].surface) or NO_WORDS
    wordings = quote_wordings(spans, known=(told,))
    return RowView(told, spans, notes=(wordings,) if wordings else (), ids=tuple(time.id for time in times))


def _vague_rows(times: Sequence[Time]) -> tuple[RowView, ...]:
    """A row for each wording, as the article has it: "recently", "now"."""
    groups: dict[str, list[Time]] = {}
    for time in sorted(times, key=lambda time: time.span):
        groups.setdefault(one_line(time.span.surface).casefold(), []).append(time)
    return tuple(
        RowView(
            one_line(members[0].span.surface) or NO_WORDS,
            tuple(time.span for time in members),
            notes=(f"{len(members)} times",) if len(members) > 1 else (),
            ids=tuple(time.id for time in members),
        )
        for members in groups.values()
    )
