"""Rows for programs: JSON, and CSV as spreadsheets read it."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.recording import Findings

FINDING_COLUMNS = (
    "kind", "key", "article", "date", "speaker", "act", "text", "quotation", "source", "type", "mode", "actor",
    "recipient", "status", "quantities", "place", "condition_kind", "if_words", "then_words", "confidence", "verdict",
    "published", "title", "publisher", "url", "near_duplicates",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_UNSAFE = re.compile("[\x7f-\x9f\u2028\u2029\ud800-\udfff]")  # as in export/jsons.py


def show_json(values: Any) -> str:
    """Plain values as indented JSON."""
    text = json.dumps(values, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def show_csv(rows: Iterable[dict[str, Any]], columns: Sequence[str], *, is_for_sheets: bool = False) -> str:
    """Rows as CSV with a head; what is None is empty.

    Args:
        is_for_sheets: put an apostrophe before words that a spreadsheet would take for a formula, and obey.
    """
    if is_for_sheets:
        rows = ({name: _harmless(value) for name, value in row.items()} for row in rows)
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, extrasaction="ignore", restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()


def show_findings(findings: Findings, format_: str, *, is_for_sheets: bool = False) -> str:
    """Findings as "json" or "csv"; see `show_csv`."""
    rows = [finding.to_dict() for finding in findings]
    return show_json(rows) if format_ == "json" else show_csv(rows, FINDING_COLUMNS, is_for_sheets=is_for_sheets)


def _harmless(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA_STARTS) else value
