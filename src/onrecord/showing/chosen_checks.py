"""Which checks to print, and whether one is grave enough for the exit status to tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.showing.checks import SEVERITIES

if TYPE_CHECKING:
    from onrecord.records import Check, Record

# The names of all rules; a test holds them to onrecord.interpreting.checks, which is too heavy to be loaded for --help.
RULES = (
    *("office-at-date", "weekday", "anniversary", "arithmetic", "number", "headline"),
    *("unattributed", "unnamed-source", "hearsay", "altered-quotation"),
)
_NONE, _OFF = "none", "-"


@dataclass(frozen=True, slots=True)
class ChosenChecks:
    """A choice of checks.

    Attributes:
        severities: those to print.
        without: rules that are switched off.
        only: rules that are on; all where it is empty.
    """

    severities: tuple[str, ...] = SEVERITIES
    without: frozenset[str] = frozenset()
    only: frozenset[str] = frozenset()

    def applied(self, record: Record) -> Record:
        """The record with the chosen checks only, numbered anew."""
        kept = [check for check in record.checks if self._is_chosen(check)]
        if len(kept) == len(record.checks):
            return record
        return replace(record, checks=tuple(replace(check, id=f"k{n}") for n, check in enumerate(kept, 1)))

    def _is_chosen(self, check: Check) -> bool:
        is_on = check.rule not in self.without and (not self.only or check.rule in self.only)
        return is_on and check.severity in self.severities


def parse_checks(value: str) -> ChosenChecks:
    """A choice as one types it: "error,warning", "weekday,arithmetic", "error,-headline", "none".

    Raises:
        ValueError: a word is neither a severity nor a rule.
    """
    severities: list[str] = []
    only: set[str] = set()
    without: set[str] = set()
    for word in filter(None, (part.strip() for part in value.split(","))):
        if word == _NONE:
            return ChosenChecks(severities=())
        name = word.removeprefix(_OFF)
        if name in RULES:
            (without if word.startswith(_OFF) else only).add(name)
        elif word in SEVERITIES:
            severities.append(word)
        else:
            raise ValueError(f"{word!r} is neither one of {', '.join(SEVERITIES)} nor a rule ({', '.join(RULES)})")
    return ChosenChecks(tuple(severities) or SEVERITIES, frozenset(without), frozenset(only))


def is_grave(record: Record, least: str) -> bool:
    """Whether a check of a record is as grave as `least`, one of SEVERITIES, or graver."""
    return any(SEVERITIES.index(check.severity) <= SEVERITIES.index(least) for check in record.checks)
