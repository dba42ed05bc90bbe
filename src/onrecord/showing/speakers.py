"""Who speaks in a record: each entity that statements have as their source, with its statements.

A source that was resolved to nobody stands by its words.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.showing.plain_text import one_line
from onrecord.showing.wording import NOT_STATED, describe_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Statement


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """Someone who speaks.

    Attributes:
        name: the entity's, else the source's words, or NOT_STATED.
        statements: theirs, in text order; one with several speakers is each one's.
    """

    name: str
    statements: tuple[Statement, ...]


def list_speakers(statements: Sequence[Statement]) -> tuple[SpeakerView, ...]:
    """All who speak, who speaks most first; of equals, who speaks first."""
    names: dict[tuple[str, str], str] = {}
    theirs: dict[tuple[str, str], list[Statement]] = {}
    for statement in statements:
        for key, name in dict(_keys(statement)).items():
            names.setdefault(key, name)
            theirs.setdefault(key, []).append(statement)
    speakers = [SpeakerView(name, tuple(theirs[key])) for key, name in names.items()]
    return tuple(sorted(speakers, key=lambda speaker: -len(speaker.statements)))


def _keys(statement: Statement) -> Iterator[tuple[tuple[str, str], str]]:
    """What tells each speaker of `statement` from others, with the name to show."""
    entities = [entity for entity in statement.source.entities if one_line(entity.name)] if statement.source else []
    for entity in entities:
        yield ("entity", entity.id), one_line(entity.name)
    if not entities:
        words = describe_source(statement.source)
        yield ("words", "" if words == NOT_STATED else words.casefold().removeprefix("the ")), words
