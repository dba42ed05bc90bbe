"""Text from outside made safe to show: one line, and nothing that a terminal would obey.

An article may hold escape sequences, deliberately or by accident, that recolour a terminal, move its cursor or retitle
its window, and marks that reverse the order of what is read. Records keep them; a screen must not get them.
"""

from __future__ import annotations

import contextlib
import os
import unicodedata

# Format characters are invisible; these two shape letters and join emoji, so they stay.
_JOINERS = "\u200c\u200d"


def one_line(text: str) -> str:
    """`text` on one line: white space collapsed, control characters made visible, invisible marks dropped."""
    shown = text if text.isascii() and text.isprintable() else "".join(map(_shown, text))
    return " ".join(shown.split())


def _shown(char: str) -> str:
    if " " <= char <= "~":
        return char
    if char.isspace():
        return " "
    match unicodedata.category(char):
        case "Cc":
            return _pictured(char)
        case "Cs":
            return "\N{REPLACEMENT CHARACTER}"
        case "Cf":
            return char if char in _JOINERS else ""
    return char


def _pictured(control: str) -> str:
    if control < " ":
        return chr(0x2400 + ord(control))
    return "\N{SYMBOL FOR DELETE}" if control == "\x7f" else "\N{REPLACEMENT CHARACTER}"


def input_name(name: str) -> str:
    """The name of an input as it may be shown; bytes that the locale could not decode are taken as UTF-8."""
    with contextlib.suppress(UnicodeEncodeError):  # then it is not from this system, and there is nothing to undo
        name = os.fsencode(name).decode("utf-8", "replace")
    return one_line(name)
