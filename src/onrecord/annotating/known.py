"""What the knowledge base says that a name is: a newspaper or a country, where the mention head sees a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.knowledge.base import load_knowledge
from onrecord.knowledge.entries import Country, Person

if TYPE_CHECKING:
    from onrecord.tokens import Tokens


def known_kind(text: str) -> str | None:
    """Whether a name is only ever that of an organization or a place; None for others, and where people bear it too.

    Args:
        text: the name as it is written, with single spaces.
    """
    knowledge = load_knowledge()
    found = knowledge.find(text)
    if not found or any(isinstance(entry, Person) for entry in found):
        return None
    if " " not in text and knowledge.find_people(text):
        return None  # Jordan, Chad, Ford
    return "place" if any(isinstance(entry, Country) for entry in found) else "organization"


def is_persons(word: str) -> bool:
    """Whether a word is the name, or a part of the name, of someone who is known."""
    return bool(load_knowledge().find_people(word))


def is_country(text: str) -> bool:
    """Whether a name is a country's, whoever else bears it."""
    return any(isinstance(entry, Country) for entry in load_knowledge().find(text))


def written(tokens: Tokens, first: int, last: int) -> str:
    """The words of a half-open range as they are written, with single spaces where there is a gap."""
    parts = [tokens.words[first]]
    for at in range(first + 1, last):
        parts.append((" " if tokens.gaps[at] else "") + tokens.words[at])
    return "".join(parts)
