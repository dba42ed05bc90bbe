"""The help pages of all commands as text, for the documentation."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import click

_WIDTH = 78  # of its lines, on a terminal of 80 columns


def help_pages() -> dict[str, str]:
    """What `--help` prints on a terminal of 80 columns, by command, as in "onrecord read"."""
    from onrecord.showing.cli import cli

    return dict(_pages(cli, "onrecord", None))


def _pages(command: click.Command, name: str, parent: click.Context | None) -> Iterator[tuple[str, str]]:
    import click

    context = click.Context(command, parent, info_name=name, terminal_width=_WIDTH, **command.context_settings)
    yield context.command_path, f"{command.get_help(context)}\n"
    if isinstance(command, click.Group):
        for child in command.list_commands(context):
            found = command.get_command(context, child)
            if found and not found.hidden:
                yield from _pages(found, child, context)
