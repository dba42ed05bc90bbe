"""Who disputes it: denials, contradictions, reversals and blame, both sides' words side by side."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.brief import counted, shortened
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView
from onrecord.showing.sureness import sure_part

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.records import Dispute, Record

_TITLES: Mapping[str, str] = MappingProxyType(
    {"denial": "Denial", "contradiction": "Contradiction", "reversal": "Reversal", "blame": "Blame"}
)
# What joins the parties: who denies against whom, who blames whom.
_LINKS: Mapping[str, str] = MappingProxyType(
    {"denial": " ⇄ ", "contradiction": " ⇄ ", "blame": " → ", "reversal": " and "}
)
_LONGEST_SIDE = 200
_LONGEST_NAME = 48


def describe_disputes(record: Record, *, least: float = 0.0) -> SectionView | None:
    """Disputes in text order; those of statements below `least` are left out and counted."""
    if not record.disputes:
        return None
    disputes = sure_part(record, least)[0].disputes
    return SectionView(
        "who-disputes-it",
        "Who disputes it",
        counted(len(disputes), "dispute"),
        tuple(map(_row, disputes)),
        (),
        "",
        left_out=len(record.disputes) - len(disputes),
    )


def _row(dispute: Dispute) -> RowView:
    names = [shortened(one_line(party.name), _LONGEST_NAME) for party in dispute.parties]
    sides = [f"“{shortened(one_line(span.surface), _LONGEST_SIDE)}”" for span in dispute.spans]
    return RowView(
        _TITLES.get(dispute.kind, dispute.kind) or NO_WORDS,
        tuple(sorted(dispute.spans)),
        beside=_LINKS.get(dispute.kind, " and ").join(names),
        notes=tuple(sides),
        sentence=f"about {shortened(one_line(dispute.about), _LONGEST_SIDE)}" if dispute.about else "",
        tone="verbal-conflict",
        ids=(dispute.id,),
    )
