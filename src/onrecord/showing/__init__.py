"""What people see: the command line and the formats that it prints."""

from onrecord.showing.help_pages import help_pages

__all__ = ["help_pages"]
