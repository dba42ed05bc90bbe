"""Numbers that differ: two exact figures of one event's dead or injured, with no sign of an update or of a dispute."""

from __future__ import annotations

import re
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.interpreting.checks.case import Finding
from onrecord.vocabulary.editing import load_editing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.interpreting.checks.case import Case
    from onrecord.records import Quantity

_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}")
_ROLES = frozenset({"killed", "injured", "missing", "detained"})
_FEWEST = 3  # of one or two another sentence often tells more: "one of them died later"


def check_tolls(case: Case) -> Iterator[Finding]:
    """Different figures that are told of the same event."""
    seen = set()
    for event in case.events:
        told = [q for q in event.quantities if q.role in _ROLES and q.bound == "exact" and q.high is None]
        for one, other in combinations(told, 2):
            if one.role != other.role or one.unit != other.unit or one.value == other.value:
                continue
            key = (one.role, *sorted((one.value, other.value)))
            if key in seen or min(one.value, other.value) < _FEWEST or _is_explained(case, one, other):
                continue
            seen.add(key)
            yield Finding(
                "warning",
                f"Two numbers of {one.role}: {one.value:g} and {other.value:g}.",
                ((one.span.start, one.span.end), (other.span.start, other.span.end)),
                "Both are told of the same event.",
            )


def _is_explained(case: Case, one: Quantity, other: Quantity) -> bool:
    """Whether they stand in one sentence, add up to a third, or words say that one is newer or another side's."""
    sentences = [case.sentence(quantity.span.start) for quantity in (one, other)]
    if sentences[0] == sentences[1]:
        return True
    if any(load_editing().updates.search(case.text, *sentence) for sentence in sentences):
        return True
    names = [set(_NAME.findall(case.text[slice(*sentence)])) for sentence in sentences]
    return not names[0] & names[1]  # nothing but our own joining says that both tell of the same
