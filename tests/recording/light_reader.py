"""A reader that needs no models, for tests of what becomes of records: three steps made of patterns.

It knows "Ana Duarte denied that the road is safe." as a statement, "Rebels attacked Korda in Maravia on 2031-03-02." as
an event, and reads both in well under a millisecond.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any, ClassVar

from onrecord.pipeline import Reader
from onrecord.records import (
    Content,
    Cue,
    Entity,
    Event,
    EventMention,
    Mention,
    Place,
    Source,
    Span,
    Statement,
    Time,
)

_SAID = re.compile(r"([A-Z]\w+ [A-Z]\w+) (said|denied|warned|promised) (?:that )?([^.\n]+)\.")
_ACTS = {"said": "say", "denied": "deny", "warned": "warn", "promised": "promise"}
_DID = re.compile(r"([A-Z]\w+) (attacked|met) ([A-Z]\w+) in ([A-Z]\w+)(?: on (\d{4}-\d{2}-\d{2}))?\.")
_TYPES = {"attacked": "ASSAULT", "met": "CONSULT"}


@dataclass(frozen=True)
class LightStep:
    """Makes entities, statements, times, places and events; another `version` is another maker."""

    version: str = "1"
    confidence: float = 0.9
    name: str = "read_lightly"
    requires: tuple[str, ...] = ()
    makes: tuple[str, ...] = ("statements", "entities", "events", "times", "places")
    models: ClassVar[dict[str, str]] = {"light": "a" * 64}

    def __call__(self, dossier: Any) -> dict[str, Any]:
        text = dossier.article.text
        if "breaks the step" in text:
            raise RuntimeError("as was asked")
        names: dict[str, list[Span]] = {}

        def span(match: re.Match[str], group: int) -> Span:
            return Span.of(text, *match.span(group))

        said, did = list(_SAID.finditer(text)), list(_DID.finditer(text))
        for match, groups in (*((m, (1,)) for m in said), *((m, (1, 3)) for m in did)):
            for group in groups:
                names.setdefault(match[group], []).append(span(match, group))
        entities = {
            name: Entity(f"e{n}", name, "person", mentions=tuple(Mention(each, "name") for each in spans))
            for n, (name, spans) in enumerate(names.items(), start=1)
        }
        statements = tuple(
            Statement(
                f"s{n}",
                Source((span(match, 1),), (entities[match[1]],)),
                Cue((span(match, 2),), match[2], _ACTS[match[2]]),
                Content.of((span(match, 3),)),
                "indirect",
                self.confidence,
            )
            for n, match in enumerate(said, start=1)
        )
        times = {
            match.start(): Time(f"t{n}", span(match, 5), "DATE", match[5])
            for n, match in enumerate((m for m in did if m[5]), start=1)
        }
        places = [
            Place(
                f"p{n}", span(match, 4), "literal", None, match[4], 1000 + n, "MAR", 1.5, 2.5, 0.9, region="The North"
            )
            for n, match in enumerate(did, start=1)
        ]
        events = []
        for n, (match, place) in enumerate(zip(did, places, strict=True), start=1):
            actor, recipient, trigger = span(match, 1), span(match, 3), span(match, 2)
            events.append(
                Event(
                    f"v{n}",
                    _TYPES[match[2]],
                    "aerial" if match[2] == "attacked" else None,
                    ("military",),
                    trigger,
                    (EventMention(trigger, (actor,), (recipient,)),),
                    (entities[match[1]],),
                    (actor,),
                    (entities[match[3]],),
                    (recipient,),
                    match[5],
                    times.get(match.start()),
                    place,
                    (),
                    "actual",
                    None,
                    self.confidence,
                )
            )
        return {
            "entities": tuple(entities.values()),
            "statements": statements,
            "times": tuple(times.values()),
            "places": tuple(places),
            "events": tuple(events),
        }


def make_light_reader() -> Reader:
    return Reader(steps=[LightStep()])


def make_newer_reader() -> Reader:
    return Reader(steps=[LightStep(version="2", confidence=0.8)])


def counts_of(items: Any) -> Counter[str]:
    return Counter(type(item).__name__ for item in items)
