"""Sentences with a condition marked in them.

A line holds a kind, " | " and the text with its parts in brackets: `[m If] [i it rains], [t the match is off]`. Words
of no part are left as they are. `none` has a marker and no parts.

    python -m training.conditions.markup FILE ...

checks files and counts what is in them.
"""

from __future__ import annotations

import collections
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KINDS = ("none", "offer", "promise", "threat", "demand", "warning", "prediction", "hypothetical", "procedure")
Range = tuple[int, int]
_OPEN = re.compile(r"\[([mit])\d? ")


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with one marker looked at; spans are half-open offsets of characters."""

    text: str
    kind: str
    marker: Range
    if_: tuple[Range, ...]
    then: tuple[Range, ...]


def read_line(line: str) -> Marked:
    """A line of a marked file.

    Raises:
        ValueError: it is malformed.
    """
    kind, _, marked = line.partition(" | ")
    if kind not in KINDS:
        raise ValueError(f"no kind {kind!r}")
    text, spans = read_marks(marked)
    if len(spans["m"]) != 1:
        raise ValueError(f"{len(spans['m'])} markers")
    if kind != "none" and not (spans["i"] and spans["t"]):
        raise ValueError("a part is missing")
    return Marked(text, kind, spans["m"][0], tuple(spans["i"]), tuple(spans["t"]))


def read_marks(marked: str) -> tuple[str, dict[str, list[Range]]]:
    """The text without its marks, and the spans of each; other brackets stay.

    Raises:
        ValueError: brackets do not close.
    """
    spans: dict[str, list[Range]] = {"m": [], "i": [], "t": []}
    open_marks: list[tuple[str, int]] = []
    text = ""
    at = 0
    while at < len(marked):
        if match := _OPEN.match(marked, at):
            open_marks.append((match[1], len(text)))
            at = match.end()
        elif marked[at] == "[":
            open_marks.append(("", 0))
            text += marked[at]
            at += 1
        elif marked[at] == "]" and open_marks:
            name, start = open_marks.pop()
            if name:
                spans[name].append((start, len(text)))
            else:
                text += marked[at]
            at += 1
        else:
            text += marked[at]
            at += 1
    if open_marks:
        raise ValueError("a mark is not closed")
    return text, {name: sorted(some) for name, some in spans.items()}


def read_file(path: Path) -> Iterator[Marked]:
    """The lines of a marked file.

    Raises:
        ValueError: one is malformed; its number is named.
    """
    for number, line in enumerate(path.read_text("utf8").split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            try:
                yield read_line(line.strip())
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error


def main() -> None:
    """Check files."""
    for name in sys.argv[1:]:
        kinds = collections.Counter(marked.kind for marked in read_file(Path(name)))
        print(name, sum(kinds.values()), dict(kinds))


if __name__ == "__main__":
    main()
