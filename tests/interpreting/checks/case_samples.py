"""What a rule finds in a short article, told briefly."""

from __future__ import annotations

from onrecord.annotating.furniture import FindRunningText
from onrecord.annotating.quantities import FindQuantities
from onrecord.annotating.times import FindTimes
from onrecord.dossier import Dossier
from onrecord.interpreting.checks.case import Case
from onrecord.records import Article

DAY = "2031-03-05"  # a Wednesday
_STEPS = (FindRunningText(), FindTimes(), FindQuantities())


def make_case(text, *, published=DAY, title="", **parts):
    """An article with its times and numbers, which need no network; `parts` are what else was found in it."""
    dossier = Dossier(Article("a", text, published=published))
    for step in _STEPS:
        dossier = dossier.joined(step(dossier))
    found = {"times": dossier["times"], "quantities": dossier["quantities"]} | parts
    return Case(dossier.running_text, title, published, **found)


def find(check, text, **known):
    """All findings of a rule in a text."""
    return list(check(make_case(text, **known)))


def flagged(check, text, **known):
    """Errors and warnings: the severity, and the words in text order."""
    return [told(text, finding) for finding in find(check, text, **known) if finding.severity != "note"]


def noted(check, text, **known):
    """Notes: the words in text order."""
    return [told(text, finding)[1:] for finding in find(check, text, **known) if finding.severity == "note"]


def told(text, finding):
    return (finding.severity, *(text[start:end] for start, end in sorted(finding.spans)))


def evidence(check, text, **known):
    """What each error and warning was held against."""
    return [finding.evidence for finding in find(check, text, **known) if finding.severity != "note"]


def read(reader, rule, text, *, published=DAY, title=None):
    """The checks of a rule in an article that was read as a whole."""
    record = reader.read(text, title=title, published=published)
    return [check for check in record.checks if check.rule == rule]
