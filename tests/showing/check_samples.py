"""Checks made by hand, with text written for these tests."""

from __future__ import annotations

from showing_samples import MAKER, make_article

from onrecord.records import Check, Record, Span

HEADLINE = "Ferry of Ostrel sinks with 15 on board"
FERRY = (
    "The ferry sank on Tuesday, 3 March 2031, and twelve people were saved, officials said. It was reportedly old. "
    "The ferry had sunk before, on Sunday."
)


def at(surface, *, text=FERRY, occurrence=1):
    """The place of some words."""
    start = -1
    for _ in range(occurrence):
        start = text.index(surface, start + 1)
    return Span.of(text, start, start + len(surface))


WEEKDAY = Check(
    "k1",
    "weekday",
    "error",
    "3 March 2031 was a Monday, not a Tuesday.",
    (at("Tuesday, 3 March 2031"),),
    (),
    "The calendar.",
)
TOLL = Check(
    "k2",
    "headline",
    "warning",
    "The headline’s 15 stands nowhere in the text.",
    (at("twelve people"),),
    (at("15", text=HEADLINE),),
    "In the text: twelve people.",
)
SOURCE = Check("k3", "unnamed-source", "note", "“officials”: a source without a name.", (at("officials"),), (), None)
HEARSAY = Check("k4", "hearsay", "note", "“reportedly”: hearsay.", (at("reportedly"),), (), None)
ALL = (WEEKDAY, TOLL, SOURCE, HEARSAY)


def make_checked(*checks):
    """A record with some checks."""
    return Record(MAKER, make_article(FERRY, title=HEADLINE, published="2031-03-05"), checks=checks)
