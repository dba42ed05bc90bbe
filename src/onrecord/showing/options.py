"""Options that several commands share."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click


class Date(click.ParamType[str]):
    """An ISO 8601 date at any precision."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The date as it is written, where it is one."""
        from onrecord.reading.dates import check_date

        try:
            return check_date(value)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class OwnEvents(click.ParamType[str]):
    """A file with a user's own types of events, seen to be one before anything is read."""

    name = "file"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The file's name, where it is such a file."""
        from onrecord.errors import VocabularyError
        from onrecord.vocabulary.own_events import read_own_events

        try:
            read_own_events(Path(value))
        except VocabularyError as error:
            self.fail(str(error), param, ctx)
        return value


class Columns(click.ParamType[dict[str, str]]):
    """Which column of a table holds what: "text=body,title=headline"."""

    name = "columns"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> dict[str, str]:
        """The column by what it holds."""
        from onrecord.reading.tables import COLUMNS

        chosen = {}
        for pair in value.split(","):
            part, equals, name = (each.strip() for each in pair.partition("="))
            if not equals or not name or part not in COLUMNS:
                self.fail(f'{pair!r} is not one of {", ".join(COLUMNS)}, "=" and a column\'s name', param, ctx)
            chosen[part] = name
        return chosen


WIDTH = click.option(
    "--width",
    type=click.IntRange(min=20),
    metavar="COLUMNS",
    help="How wide text is; by default as wide as the terminal, or 80.",
)
COLOR = click.option(
    "--color",
    type=click.Choice(("auto", "always", "never")),
    default="auto",
    show_default=True,
    help="Colour text. auto: on a terminal, minding NO_COLOR and FORCE_COLOR.",
)


def is_colored(choice: str, output: str) -> bool:
    """Whether text gets colour: as was chosen, else as the environment and the output would have it."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return output == "-" and is_terminal(sys.stdout) and os.environ.get("TERM") != "dumb"


def is_terminal(stream: object) -> bool:
    """Whether a person sits at the other end."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
