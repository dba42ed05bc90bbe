"""The commands of a store, for the command line to take up."""

from __future__ import annotations

from onrecord.showing.adding_commands import add, update
from onrecord.showing.finding_commands import find, show
from onrecord.showing.keeping_commands import check_store, refused, remove, stats
from onrecord.showing.serving_commands import serve

COMMANDS = (add, find, show, serve, stats, refused, check_store, update, remove)
