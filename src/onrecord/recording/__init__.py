"""Recording: the store, and the only place that knows SQL."""

from __future__ import annotations

from onrecord.recording.findings import Finding, Findings, FoundArticle
from onrecord.recording.judging import Judgement
from onrecord.recording.queries import KINDS, Query
from onrecord.recording.reports import AddReport, Change, CheckReport, Refusal, Stats
from onrecord.recording.rows import RecordRows, make_rows
from onrecord.recording.store import RecordStore
from onrecord.recording.writing import Outcome

__all__ = [
    "KINDS",
    "AddReport",
    "Change",
    "CheckReport",
    "Finding",
    "Findings",
    "FoundArticle",
    "Judgement",
    "Outcome",
    "Query",
    "RecordRows",
    "RecordStore",
    "Refusal",
    "Stats",
    "make_rows",
]
