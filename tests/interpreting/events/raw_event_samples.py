"""Events in sentences that are written down word by word."""

from __future__ import annotations

from onrecord.interpreting.events.raw import RawEvent


def at(words, phrase):
    """The range of a phrase's words."""
    parts = phrase.split()
    first = next(i for i in range(len(words)) if words[i : i + len(parts)] == parts)
    return first, first + len(parts)


def event(words, kind, trigger, actors=(), recipients=()):
    """An event of these words; its parties are phrases."""
    ranges = [tuple(at(words, one) for one in some) for some in (actors, recipients)]
    return RawEvent(kind, None, "actual", at(words, trigger), *ranges, (0, len(words)), 0.9)


def in_words(words, made):
    """The actors and recipients of an event, in words."""
    return tuple([" ".join(words[slice(*one)]) for one in some] for some in (made.actors, made.recipients))
