"""Times found in a text: from left to right, the longest words that a rule takes and can read."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotating.dating.passage import Passage
from onrecord.annotating.times.clocks import CLOCK_LEADS, CLOCKS
from onrecord.annotating.times.counting import COUNTING
from onrecord.annotating.times.dates import DATES
from onrecord.annotating.times.deixis import DEIXIS
from onrecord.annotating.times.fuzzy import FUZZY
from onrecord.annotating.times.holidays import HOLIDAYS
from onrecord.annotating.times.leads import LEADS
from onrecord.annotating.times.lexing import Words, lex
from onrecord.annotating.times.patterns import Codes
from onrecord.annotating.times.quarters import QUARTERS
from onrecord.annotating.times.repeating import REPEATING
from onrecord.annotating.times.rules import Grammar, Reading
from onrecord.annotating.times.setting import Setting, read_published
from onrecord.annotating.times.stretches import STRETCHES
from onrecord.annotating.times.units import UNITS
from onrecord.annotating.times.years import YEARS
from onrecord.records import Span, Time

if TYPE_CHECKING:
    from collections.abc import Sequence


_MOST_LEADS = 2  # "since about the end of 2024": no sensible text has more in a row


@cache
def load_grammar() -> Grammar:
    """All rules, compiled once a process."""
    return Grammar(
        (HOLIDAYS, DATES, YEARS, DEIXIS, UNITS, QUARTERS, COUNTING, FUZZY, CLOCKS, REPEATING, STRETCHES),
        (LEADS, CLOCK_LEADS),
    )


def find_times(text: str, published: str | None = None) -> tuple[Time, ...]:
    """The times of a text, in order.

    Args:
        text: any text.
        published: when it was published, an ISO 8601 date or date-time, at the precision known.
    """
    grammar = load_grammar()
    words = lex(text, grammar.lexicon)
    setting = Setting(words, Passage(text), read_published(published))
    spans: list[Span] = []
    at = 0
    while at < len(words.codes):
        if words.codes[at] == Codes.NONE:
            at += 1
            continue
        setting.position, setting.is_led = words.starts[at], False
        readings, end = _read(grammar, words, at, setting)
        for reading in readings:
            first, last = words.starts[reading.first or at], words.ends[(reading.last or end) - 1]
            spans.append(Span.of(text, first, last))
            setting.add(reading, last)
        at = max(end, at + 1)
    return _times(spans, [reading for reading, _ in setting.found])


def _read(grammar: Grammar, words: Words, at: int, setting: Setting, leads: int = 0) -> tuple[Sequence[Reading], int]:
    """What stands at a word, and where it ends: the longest of what the rules can read, with what leads it."""
    readings, end = _read_plain(grammar, words, at, setting)
    if leads == _MOST_LEADS:
        return readings, end
    for match, lead in grammar.leads.matches(words, at):
        if match.end >= len(words.codes):
            continue
        setting.is_led = True
        inner, last = _read(grammar, words, match.end, setting, leads + 1)
        setting.is_led = leads > 0
        if not inner or last < end or inner[0].first != match.end:
            continue
        led = lead(match, inner[0], setting)
        if led is not None:
            is_one = led.value.endswith("TNI")  # "the night of March 3-4"
            readings = (led.at(at, last),) if is_one else (led.at(at, inner[0].last or last), *inner[1:])
            end = last
            break
    return readings, end


def _read_plain(grammar: Grammar, words: Words, at: int, setting: Setting) -> tuple[Sequence[Reading], int]:
    for match, reader in grammar.times.matches(words, at):
        meaning = reader(match, setting)
        if meaning is None:
            continue
        readings = (meaning,) if isinstance(meaning, Reading) else meaning
        readings = [r if r.first is not None else r.at(match.start, match.end) for r in readings]
        return readings, max(r.last or 0 for r in readings)
    return (), at


def _times(spans: Sequence[Span], readings: Sequence[Reading]) -> tuple[Time, ...]:
    """The records, each with its anchor."""
    times: list[Time] = []
    for number, (span, reading) in enumerate(zip(spans, readings, strict=True), start=1):
        anchor = times[reading.anchor] if isinstance(reading.anchor, int) else reading.anchor
        times.append(Time(f"t{number}", span, reading.type, reading.value, reading.mod, anchor))
    return tuple(times)
