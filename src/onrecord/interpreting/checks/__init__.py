"""Checks: what a careful editor would flag, each held against a fact."""

from onrecord.interpreting.checks.rules import RULE_NAMES, RULES, Rule
from onrecord.interpreting.checks.step import FindChecks

__all__ = ["RULES", "RULE_NAMES", "FindChecks", "Rule"]
