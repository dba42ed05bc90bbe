"""Who disputes it: denials, contradictions, reversals and blame, both sides' words side by side."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.brief import counted, shortened
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import NO_WORDS, RowView, SectionView
from onrecord.showing.sureness import sure_part
from onrecord.showing.wording import NOT_STATED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

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


def tell_dispute(kind: str, parties: Sequence[str], about: str, sides: int) -> tuple[str, str]:
    """A dispute as a sentence, and against whom: ("Lind denies: “she knew”", "against Ek").

    Args:
        about: the words of its first statement.
        sides: how many statements it has. Of two it is not told whose words are denied by whom.
    """
    names = [shortened(one_line(party), _LONGEST_NAME) for party in parties if party] or [NOT_STATED]
    matter = f"“{shortened(one_line(about), _LONGEST_SIDE)}”" if about else "it"
    if sides > 1 and kind in ("denial", "contradiction"):
        return f"{' and '.join(names)} disagree: {matter}", ""
    match kind:
        case "denial":
            others = f"against {' and '.join(names[1:])}" if names[1:] else ""
            return f"{names[0]} denies: {matter}", others
        case "blame":
            return f"{names[0]} blames {' and '.join(names[1:]) or 'others'}: {matter}", ""
        case "reversal":
            return f"{names[0]} said before, and no longer: {matter}", ""
    return f"{' and '.join(names)} disagree: {matter}", ""


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
