"""Statements inside statements, kept together when some are replaced or left out."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.records import Statement


def relinked(statements: Iterable[Statement]) -> tuple[Statement, ...]:
    """The statements, each nested in the one of these with its holder's id, or in none where that is not among them.

    Whoever replaces statements, or leaves some out, makes the nested ones follow with this.
    """
    by_id = {statement.id: statement for statement in statements}
    done: dict[str, Statement] = {}

    def link(statement: Statement) -> Statement:
        if statement.id not in done:
            before = statement.nested_in
            holder = by_id.get(before.id) if before else None
            after = link(holder) if holder else None
            done[statement.id] = statement if after is before else replace(statement, nested_in=after)
        return done[statement.id]

    return tuple(map(link, by_id.values()))
