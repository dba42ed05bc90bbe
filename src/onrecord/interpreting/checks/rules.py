"""All rules, by name: what each looks for, how grave its findings are, and what to do about one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from onrecord.interpreting.checks.anniversaries import check_anniversaries
from onrecord.interpreting.checks.changes import check_changes
from onrecord.interpreting.checks.differences import check_differences
from onrecord.interpreting.checks.headlines import check_headline
from onrecord.interpreting.checks.lives import check_lives
from onrecord.interpreting.checks.offices import check_offices
from onrecord.interpreting.checks.shares import check_shares
from onrecord.interpreting.checks.sourcing import (
    check_altered_quotations,
    check_hearsay,
    check_unattributed,
    check_unnamed_sources,
)
from onrecord.interpreting.checks.sums import check_sums
from onrecord.interpreting.checks.tolls import check_tolls
from onrecord.interpreting.checks.weekdays import check_weekdays

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.interpreting.checks.case import Case, Finding, Severity


class Rule(NamedTuple):
    """A rule.

    Attributes:
        severities: those that its findings can have, the gravest first.
        about: what it looks for; remedy: what to do about a finding.
    """

    name: str
    severities: tuple[Severity, ...]
    about: str
    remedy: str
    find: Callable[[Case], Iterator[Finding]]


def _arithmetic(case: Case) -> Iterator[Finding]:
    for find in (check_sums, check_changes, check_differences, check_shares, check_lives):
        yield from find(case)


RULES: tuple[Rule, ...] = (
    Rule(
        "office-at-date",
        ("error", "warning"),
        "A title that contradicts who held the office on the day of publication.",
        "Write the title of that day, or say of which time it is.",
        check_offices,
    ),
    Rule(
        "weekday",
        ("error", "warning", "note"),
        "A weekday beside a date that was another day of the week.",
        "Look both up in the source, and mend the one that is wrong.",
        check_weekdays,
    ),
    Rule(
        "anniversary",
        ("error", "warning", "note"),
        "An anniversary whose number does not go with the years since the event.",
        "Count the years from the event anew.",
        check_anniversaries,
    ),
    Rule(
        "arithmetic",
        ("error",),
        "Parts, shares, changes, ages and stretches of years that do not go with the numbers beside them.",
        "Reckon anew, and mend the number that is wrong.",
        _arithmetic,
    ),
    Rule(
        "number",
        ("warning",),
        "Two different figures of the same dead or injured, with no word on why.",
        "Choose one, or say whose each is and which is newer.",
        check_tolls,
    ),
    Rule(
        "headline",
        ("warning",),
        "A number or a name in the headline that the text does not have.",
        "Take the headline's claim from the text.",
        check_headline,
    ),
    Rule(
        "unattributed",
        ("note",),
        "A claim that is believed, thought or alleged, and nobody is named for it.",
        "Say who believes it.",
        check_unattributed,
    ),
    Rule(
        "unnamed-source",
        ("note",),
        "A statement that rests on a source without a name.",
        "Name the source, or say why it has no name.",
        check_unnamed_sources,
    ),
    Rule(
        "hearsay",
        ("note",),
        "Words like “reportedly”.",
        "Say who reports it.",
        check_hearsay,
    ),
    Rule(
        "altered-quotation",
        ("note",),
        "Words in square brackets inside a direct quotation.",
        "Quote the words as they were said, or tell them without quotation marks.",
        check_altered_quotations,
    ),
)
RULE_NAMES = tuple(rule.name for rule in RULES)
