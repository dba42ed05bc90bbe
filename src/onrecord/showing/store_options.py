"""What the commands of a store have in common: options, how a store is opened, how a line is told."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from onrecord.showing.options import OwnEvents

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.batch import Store

DONE, NOTHING = 0, 1  # exit statuses; those of errors are given by the command line as a whole

STORE = click.argument("store", metavar="STORE")
QUIET = click.option("-q", "--quiet", is_flag=True, help="Show no progress.")
JOBS = click.option(
    "-j", "--jobs", type=click.IntRange(min=1), metavar="N", help="How many processes read; by default one a core."
)
EVENTS = click.option(
    "--events", type=OwnEvents(), metavar="FILE", help="Find events of your own types too (see the guide)."
)


def format_option(*names: str) -> Callable[[Any], Any]:
    """The option `--format`, by default the first of these."""
    return click.option(
        "-f", "--format", "format_", type=click.Choice(names), default=names[0], show_default=True, help="How to print."
    )


def open_store(place: str, *, create: bool = False) -> Store:
    """The store; its own errors are told by the command line as a whole."""
    from onrecord.batch import Store

    return Store(place, create=create)


def tell(line: str) -> None:
    """Say a line on standard error."""
    from onrecord.showing.plain_text import one_line

    sys.stderr.write(f"onrecord: {one_line(line)}\n")
