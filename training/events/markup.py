"""Events as they are marked in text: `{A1|Police} {T1:COERCE.arrest|arrested} {R1|three men}`.

A file holds articles, each under a line `# id`, a sentence a line. `python -m training.events.markup FILE` checks it.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

STATUSES = ("actual", "planned", "hypothetical", "denied")
_MARK = re.compile(r"\{((?:[AR]\d+)+|T\d+:[A-Za-z.~-]+)\|([^{}|]+)\}")
_ROLE = re.compile(r"([AR])(\d+)")
_TRIGGER = re.compile(r"T(\d+):([A-Z]+)(?:\.([a-z-]+))?(?:~([a-z]+))?")
_ONTOLOGY = Path(__file__).parents[2] / "src" / "onrecord" / "vocabulary" / "plover.json"


@dataclass(slots=True)
class Marked:
    """An event of one sentence; spans are half-open ranges of its characters."""

    type: str = ""
    mode: str | None = None
    status: str = "actual"
    trigger: tuple[int, int] = (0, 0)
    actors: list[tuple[int, int]] = field(default_factory=list)
    recipients: list[tuple[int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Sentence:
    """A sentence without its marks, and its events."""

    text: str
    events: list[Marked]


def read_modes() -> dict[str, set[str]]:
    """The modes of each type."""
    ontology = json.loads(_ONTOLOGY.read_text("utf8"))
    return {event["name"]: {mode["name"] for mode in event["modes"]} for event in ontology["events"]}


def read_sentence(line: str, modes: dict[str, set[str]]) -> Sentence:
    """A marked sentence.

    Raises:
        ValueError: a mark is not as it should be.
    """
    text, at = "", 0
    events: dict[int, Marked] = {}
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        start, end = len(text), len(text) + len(found[2])
        text += found[2]
        at = found.end()
        if found[2] != found[2].strip():
            raise ValueError(f"white space at the edge of {found[0]}")
        trigger = _TRIGGER.fullmatch(found[1])
        if trigger:
            number, type_, mode, status = trigger.groups()
            event = events.setdefault(int(number), Marked())
            if event.type:
                raise ValueError(f"event {number} has two triggers")
            if type_ not in modes or (mode and mode not in modes[type_]) or (status or "actual") not in STATUSES:
                raise ValueError(f"no such type, mode or status: {found[1]}")
            event.type, event.mode, event.status, event.trigger = type_, mode, status or "actual", (start, end)
        elif found[1].startswith("T"):
            raise ValueError(f"not understood: {found[1]}")
        else:
            for role, number in _ROLE.findall(found[1]):
                event = events.setdefault(int(number), Marked())
                (event.actors if role == "A" else event.recipients).append((start, end))
    text += line[at:]
    if "{" in text or "}" in text:
        raise ValueError("a brace is left over")
    for number, event in events.items():
        if not event.type:
            raise ValueError(f"event {number} has no trigger")
    return Sentence(text, sorted(events.values(), key=lambda event: event.trigger))


def read_file(path: Path) -> Iterator[tuple[str, list[Sentence]]]:
    """The articles of a file.

    Raises:
        ValueError: a line is not as it should be; the message names it.
    """
    modes = read_modes()
    name, sentences = "", []
    for number, line in enumerate(path.read_text("utf8").split("\n"), 1):
        if line.startswith("# "):
            if sentences:
                yield name, sentences
            name, sentences = line[2:].strip(), []
        elif line.strip():
            try:
                sentences.append(read_sentence(line.strip(), modes))
            except ValueError as error:
                raise ValueError(f"{path.name}:{number}: {error}") from error
    if sentences:
        yield name, sentences


def main() -> None:
    """Check files and count what is in them."""
    for argument in sys.argv[1:]:
        articles = list(read_file(Path(argument)))
        sentences = [sentence for _, some in articles for sentence in some]
        events = [event for sentence in sentences for event in sentence.events]
        print(argument, len(articles), "articles", len(sentences), "sentences", len(events), "events")
        print("  without an event:", sum(not sentence.events for sentence in sentences))
        print("  ", Counter(event.type for event in events).most_common())
        print("  ", Counter(event.status for event in events).most_common())
        print(
            "   without actors:",
            sum(not e.actors for e in events),
            "without recipients:",
            sum(not e.recipients for e in events),
        )


if __name__ == "__main__":
    main()
