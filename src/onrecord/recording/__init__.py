"""Recording: the store, and the only place that knows SQL."""

from __future__ import annotations

from onrecord.recording.catalogue import Catalogue
from onrecord.recording.editing import Remark, Remarks
from onrecord.recording.findings import Finding, Findings, FoundArticle
from onrecord.recording.judging import Judgement
from onrecord.recording.listing import ListedArticle, RevisionFacts
from onrecord.recording.profiles import Party, Profile
from onrecord.recording.queries import KINDS, PARTS, Query
from onrecord.recording.reports import AddReport, Change, CheckReport, Refusal, Stats
from onrecord.recording.rows import RecordRows, make_rows
from onrecord.recording.searching import ORDERS
from onrecord.recording.store import RecordStore
from onrecord.recording.tallying import FACETS, MOST_TALLIED, Spot, Tally
from onrecord.recording.writing import Outcome

__all__ = [
    "FACETS",
    "KINDS",
    "MOST_TALLIED",
    "ORDERS",
    "PARTS",
    "AddReport",
    "Catalogue",
    "Change",
    "CheckReport",
    "Finding",
    "Findings",
    "FoundArticle",
    "Judgement",
    "ListedArticle",
    "Outcome",
    "Party",
    "Profile",
    "Query",
    "RecordRows",
    "RecordStore",
    "Refusal",
    "Remark",
    "Remarks",
    "RevisionFacts",
    "Spot",
    "Stats",
    "Tally",
    "make_rows",
]
