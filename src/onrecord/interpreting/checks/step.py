"""The step that checks an article as a careful editor would."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.interpreting.checks.case import SEVERITIES, Case
from onrecord.interpreting.checks.rules import RULES
from onrecord.records import Check, Span

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from onrecord.dossier import Dossier


class FindChecks:
    """The step that finds what a careful editor would flag."""

    name = "find_checks"
    version = "1"
    requires = ("statements", "entities", "times", "quantities", "events")
    optional = ("running_text", "published")
    makes = ("checks",)
    models: Mapping[str, str] = {}

    def __init__(self, without: Collection[str] = ()) -> None:
        """Make the step.

        Args:
            without: names of rules that are switched off.
        """
        self._rules = tuple(rule for rule in RULES if rule.name not in without)

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the findings, the gravest first, then in text order."""
        article = dossier.article
        inferred = dossier.made.get("published")
        case = Case(
            text=dossier.running_text,
            title=article.title or "",
            published=article.published or (inferred[0] if inferred else None),
            statements=dossier["statements"],
            entities=dossier["entities"],
            times=dossier["times"],
            quantities=dossier["quantities"],
            events=dossier["events"],
        )
        found = [(rule.name, finding) for rule in self._rules for finding in rule.find(case)]
        found.sort(key=lambda one: (SEVERITIES.index(one[1].severity), min(one[1].spans, default=(-1, -1))))
        return {
            "checks": tuple(
                Check(
                    id=f"k{number}",
                    rule=name,
                    severity=finding.severity,
                    message=finding.message,
                    spans=tuple(Span.of(article.text, *span) for span in sorted(set(finding.spans))),
                    title_spans=tuple(Span.of(case.title, *span) for span in finding.title_spans),
                    evidence=finding.evidence,
                )
                for number, (name, finding) in enumerate(found, 1)
            )
        }
