"""On what condition: each condition in a line, "Ines Calder offers: if the wreck is gone → the harbour reopens"."""

from __future__ import annotations

import re
from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.brief import counted, shortened
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView
from onrecord.showing.sureness import sure_part
from onrecord.showing.wording import NOT_STATED, describe_source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Condition, Part, Record

# What the holder does with it; of the last three a holder only says that it is so.
VERBS: Mapping[str, str] = MappingProxyType(
    {
        "offer": "offers",
        "promise": "promises",
        "threat": "threatens",
        "demand": "demands",
        "warning": "warns",
        "prediction": "foresees",
        "hypothetical": "supposes",
        "procedure": "states a rule",
    }
)
_NOUNS: Mapping[str, str] = MappingProxyType({"hypothetical": "supposition", "procedure": "rule"})
_TONES: Mapping[str, str] = MappingProxyType(
    {
        "offer": "verbal-cooperation",
        "promise": "verbal-cooperation",
        "threat": "verbal-conflict",
        "demand": "verbal-conflict",
        "warning": "verbal-conflict",
    }
)
_ARROW = " → "
_LONGEST_PART = 160
_LONGEST_NAME = 48
# A marker that opens an if-part is told before it; others are told by the arrow.
_TOLD = frozenset("if unless until without once when provided assuming before lest".split())


def describe_conditions(record: Record, *, least: float = 0.0) -> SectionView | None:
    """Conditions in text order: who holds it, what has to be met, what follows.

    Those of a confidence below `least`, and those of statements below it, are left out and counted.
    """
    if not record.conditions:
        return None
    conditions = sure_part(record, least)[0].conditions
    return SectionView(
        "on-what-condition",
        "On what condition",
        _count([condition.kind for condition in conditions]),
        tuple(map(_row, conditions)),
        (),
        "",
        left_out=len(record.conditions) - len(conditions),
    )


def _count(kinds: list[str]) -> str:
    """How many, and how many of each kind: "3 conditions: 2 offers, 1 warning"."""
    total = counted(len(kinds), "condition")
    told = [f"{count} {_NOUNS.get(kind, kind)}{'s' if count > 1 else ''}" for kind, count in Counter(kinds).items()]
    return f"{total}: {', '.join(told)}" if len(kinds) > 1 else total


def _row(condition: Condition) -> RowView:
    holder = _holder(condition)
    verb = VERBS.get(condition.kind, condition.kind)
    told = f"{holder} {verb}" if holder else _NOUNS.get(condition.kind, condition.kind).capitalize()
    notes = []
    if condition.counterpart is not None and condition.kind in _TONES:
        notes.append(f"towards {_name(condition.counterpart.name)}")
    if not holder:
        notes.append("not attributed")
    return RowView(
        told or NO_WORDS,
        tuple(sorted(condition.if_.spans)),
        notes=tuple(notes),
        sentence=f"{_if_words(condition)}{_ARROW}{_words(condition.then)}",
        tone=_TONES.get(condition.kind, ""),
        around=tuple(sorted({*condition.then.spans, condition.marker})),
        ids=(condition.id,),
    )


def _if_words(condition: Condition) -> str:
    marker = one_line(condition.marker.surface)
    words = _words(condition.if_)
    first = next(iter(re.sub(r"[\[\]]", "", marker.lower()).split()), "")
    if first in _TOLD or marker.lower().startswith(
        ("only if", "as long as", "so long as", "in case", "in the event", "in exchange", "in return", "on condition")
    ):
        return f"{marker.lower()} {words}"
    return words


def _words(part: Part) -> str:
    return shortened(" … ".join(one_line(span.surface) for span in part.spans), _LONGEST_PART)


def _holder(condition: Condition) -> str:
    if condition.holder is not None:
        return _name(condition.holder.name)
    source = condition.statement.source if condition.statement else None
    words = describe_source(source) if source else NOT_STATED
    return "" if words == NOT_STATED else _name(words)


def _name(words: str) -> str:
    return shortened(one_line(words), _LONGEST_NAME)
