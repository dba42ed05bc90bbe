"""Disputes: denials, contradictions, reversals and blame."""

from onrecord.interpreting.disputes.step import FindDisputes

__all__ = ["FindDisputes"]
