"""Sentences with what is known of their events: marked ones, pairs with a type, sentences with nothing to code."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

from onrecord.interpreting.events.pairs import with_marks
from onrecord.interpreting.events.pairs import words_of as all_words_of
from onrecord.tokens import Tokens, tokenize
from training.events.markup import STATUSES, Sentence, read_file

TYPES = (
    *("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST"),
    *("ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
)
FOLDED = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
PAIR_TYPES = tuple(dict.fromkeys(FOLDED.get(name, name) for name in TYPES))
PLAIN_GENRES = frozenset({"academic", "conversation", "textbook", "voyage"})
_PLAIN = 0.6  # weight of a sentence that nobody looked at
_FEWEST_WORDS = 8
Range = tuple[int, int]


@dataclass(slots=True)
class Event:
    """An event in words: half-open ranges; `mode` is "TYPE.mode" or empty."""

    type: int
    status: int
    mode: str
    trigger: Range
    actors: list[Range]
    recipients: list[Range]


@dataclass(slots=True)
class Example:
    """A sentence.

    Attributes:
        events: all that it has; None where they are not known.
        pairs: an actor's and a recipient's words with the type between them, an index into PAIR_TYPES.
        weight: of its triggers in the loss.
    """

    id: str
    text: str
    tokens: Tokens
    events: list[Event] | None = None
    pairs: list[tuple[list[Range], list[Range], int]] = field(default_factory=list)
    weight: float = 1.0


def words_of(tokens: Tokens, span: Iterable[int]) -> Range | None:
    """The words of a span of characters; None where it covers none."""
    start, end = span
    first = int(np.searchsorted(tokens.ends, start, side="right"))
    last = int(np.searchsorted(tokens.starts, end, side="left"))
    return (first, last) if first < last else None


def marked_example(name: str, sentence: Sentence, tokenizer: Any) -> Example:
    """A marked sentence."""
    tokens = tokenize(sentence.text, tokenizer)
    events = []
    for marked in sentence.events:
        trigger = words_of(tokens, marked.trigger)
        if trigger is None:
            continue
        actors = [r for r in (words_of(tokens, span) for span in marked.actors) if r]
        recipients = [r for r in (words_of(tokens, span) for span in marked.recipients) if r]
        mode = f"{marked.type}.{marked.mode}" if marked.mode else ""
        events.append(Event(TYPES.index(marked.type), STATUSES.index(marked.status), mode, trigger, actors, recipients))
    return Example(name, sentence.text, tokens, events)


def read_marked(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of a file of marked articles."""
    for name, sentences in read_file(path):
        for number, sentence in enumerate(sentences):
            yield marked_example(f"{name}:{number}", sentence, tokenizer)


def pairs_of(example: Example) -> Iterator[Example]:
    """A sentence's events with an actor and another recipient, each as a pair with marks."""
    for number, event in enumerate(example.events or ()):
        if event.actors and event.recipients and event.actors != event.recipients:
            kind = _as_published(event, example)
            kind = FOLDED.get(kind, kind)
            yield pair_example(
                replace(example, id=f"{example.id}/{number}"), event.actors, event.recipients, PAIR_TYPES.index(kind)
            )


def _as_published(event: Event, example: Example) -> str:
    """The type that the published pairs give a deed where they part from the manual that the marks keep to.

    Of its convictions 11 are ACCUSE, 2 COERCE and none SANCTION; of sanctions imposed 10 are COERCE and 1 is SANCTION.
    """
    if event.mode == "SANCTION.convict":
        return "ACCUSE"
    words = " ".join(example.tokens.words[slice(*event.trigger)]).lower()
    return "COERCE" if TYPES[event.type] == "SANCTION" and "sanction" in words else TYPES[event.type]


def pair_example(example: Example, actors: list[Range], recipients: list[Range], kind: int) -> Example:
    """A pair in its sentence, the parties marked; the sentence's events count as not known."""
    marked, actors, recipients = with_marks(example.tokens, actors, recipients)
    return replace(example, tokens=marked, events=None, pairs=[(actors, recipients, kind)])


def read_pairs(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of plover_pairs_*.jsonl: a pair each, their events not known."""
    for row in _rows(path):
        tokens = tokenize(row["text"], tokenizer)
        actors, recipients = all_words_of(tokens, row["actor_spans"]), all_words_of(tokens, row["recipient_spans"])
        example = Example(row["id"], row["text"], tokens)
        yield pair_example(example, actors, recipients, PAIR_TYPES.index(row["type"]))


def read_nothing(path: Path, tokenizer: Any) -> Iterator[Example]:
    """The sentences of quad_*.jsonl with nothing to code."""
    for row in _rows(path):
        if row["quad"] == 0:
            yield Example(row["id"], row["text"], tokenize(row["text"], tokenizer), [])


def read_plain(path: Path, tokenizer: Any) -> Iterator[Example]:
    """Sentences of GUM's texts that are about other things than politics, each taken to have nothing to code."""
    for row in _rows(path):
        if row["genre"] not in PLAIN_GENRES:
            continue
        for number, (start, end) in enumerate(row["sentences"]):
            tokens = tokenize(row["text"][start:end], tokenizer)
            if len(tokens) >= _FEWEST_WORDS:
                yield Example(f"{row['id']}:{number}", row["text"][start:end], tokens, [], weight=_PLAIN)


def _rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf8").split("\n") if line.strip()]
