"""What to check: errors, warnings and notes, each with the words and the fact that it was held against."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.brief import counted
from onrecord.showing.plain_text import one_line
from onrecord.showing.rows import RowView, SectionView, quote_wordings

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from onrecord.records import Check, Record

SEVERITIES = ("error", "warning", "note")
_TONES: Mapping[str, str] = MappingProxyType({"error": "material-conflict", "warning": "verbal-conflict"})


def describe_checks(record: Record, *, severities: Collection[str] = SEVERITIES) -> SectionView | None:
    """Findings, the gravest first; those of other severities are left out."""
    checks = [check for check in record.checks if check.severity in severities]
    if not checks:
        return None
    counts = Counter(check.severity for check in checks)
    grave = [check for check in checks if check.severity != "note"]
    return SectionView(
        "what-to-check",
        "What to check",
        ", ".join(counted(counts[severity], severity) for severity in SEVERITIES if counts[severity]),
        tuple(map(_row, grave)),
        tuple(map(_row, [check for check in checks if check.severity == "note"])),
        "Notes",
    )


def _row(check: Check) -> RowView:
    words = quote_wordings((*check.title_spans, *check.spans))
    is_note = check.severity == "note"
    return RowView(
        one_line(check.message) if is_note else check.severity.capitalize(),
        tuple(sorted(check.spans)),
        beside="" if is_note else check.rule,
        notes=tuple(filter(None, (words if not is_note else "", one_line(check.evidence or "")))),
        sentence="" if is_note else one_line(check.message),
        tone=_TONES.get(check.severity, ""),
        ids=(check.id,),
    )
