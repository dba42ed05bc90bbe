"""Records for the tests of the page, written as text with its marks in it.

`[1s the mayor] [1k said] [1c the gate is shut]` is statement 1 with its source, cue and content; marks may stand inside
each other, and a content may have several. `[0d Monday]` is what tells the date.
"""

from __future__ import annotations

import re

from showing_samples import MAKER, make_article

from onrecord.records import Content, Cue, Entity, Mention, Record, Source, Span, Statement, Why

_TOKEN = re.compile(r"\[(\d+)([skcd]) |\]")
_DATE = 0


def parse_marks(marked):
    """The plain text, and the offsets of each statement's parts: {number: {letter: [(start, end)]}}."""
    text, open_marks, found, position = "", [], {}, 0
    for match in _TOKEN.finditer(marked):
        text += marked[position : match.start()]
        position = match.end()
        if match[0] == "]":
            number, letter, start = open_marks.pop()
            found.setdefault(number, {}).setdefault(letter, []).append((start, len(text)))
        else:
            open_marks.append((int(match[1]), match[2], len(text)))
    return text + marked[position:], found


def make_record(marked, *, confidences=None, speakers=None, nested=None, quotations=None, why="", **article):
    """A record of `marked`.

    Args:
        confidences, quotations: by a statement's number, where they are not 0.9 and "indirect".
        speakers: names by a statement's number; one may be a tuple of names.
        nested: the holder's number by a statement's number.
        why: the reason for the date.
    """
    text, found = parse_marks(marked)
    spans = {
        number: {letter: tuple(sorted(Span.of(text, *offsets) for offsets in there)) for letter, there in parts.items()}
        for number, parts in found.items()
    }
    names = {name for given in (speakers or {}).values() for name in ([given] if isinstance(given, str) else given)}
    entities = {}
    for place, name in enumerate(sorted(names), start=1):
        mention = next(s for n, given in speakers.items() if name in given for s in spans[n]["s"])
        entities[name] = Entity(f"e{place}", name, "person", mentions=(Mention(mention, "name"),))
    statements = {}
    for number in sorted(spans.keys() - {_DATE}):
        parts = spans[number]
        given = (speakers or {}).get(number, ())
        whose = tuple(entities[name] for name in ([given] if isinstance(given, str) else given))
        cue = parts.get("k", ())
        statements[number] = Statement(
            f"s{number}",
            Source(parts["s"], whose) if "s" in parts else None,
            Cue(cue, "say", "say") if cue else None,
            Content.of(parts["c"]),
            (quotations or {}).get(number, "indirect"),
            (confidences or {}).get(number, 0.9),
            nested_in=statements.get((nested or {}).get(number)),
        )
    if why:
        article |= {"published_from": "inferred", "published_why": Why(why, spans[_DATE]["d"])}
    return Record(MAKER, make_article(text, **article), tuple(entities.values()), tuple(statements.values()))


_FILLER = "The quay was empty by then. " * 25

HARBOUR = f"""Storm closes the harbour of Ostrel 🌊

[1s Mayor Ines Calder] [1k said] on [0d Sunday] [1c that the harbour stays shut until the wreck is gone].

[2c “We have cranes 🏗️ on the way,”] [2s she] [2k told] reporters at the café́ by the quay. [2c “Two of them.”]

[3s The fishermen’s union] [3k complained] \
[3c that [4s the mayor] had [4k promised] [4c a berth for every boat 🛥 by May]].

{_FILLER}

[5s Tomas Reed and Ida Lind], who own the ferry, [5k denied] [5c that they had been warned].

{_FILLER}

It was [6k rumoured] [6c that [7s an engineer] had [7k called] [7c the mole “a wall of sand”]].

{_FILLER}

{_FILLER}

[8s Calder] [8k added] [8c that the council will meet on Tuesday].
[9c Nobody will lose a berth], [9s she] [9k said].
"""


def make_harbour():
    """Nested, discontinuous and unsure statements, several speakers at once, characters of every width."""
    return make_record(
        HARBOUR,
        confidences={6: 0.3, 9: 0.45},
        speakers={
            1: "Ines Calder",
            2: "Ines Calder",
            3: "the fishermen’s union",
            4: "Ines Calder",
            5: ("Tomas Reed", "Ida Lind"),
            8: "Ines Calder",
            9: "Ines Calder",
        },
        nested={4: 3, 7: 6},
        quotations={2: "direct", 7: "mixed"},
        why="It was a Sunday, and the wreck of 21 March 2031 was two days old.",
        published="2031-03-23",
        publisher="The River Post",
        authors=("Noor Vale", "B. Quint"),
        url="https://example.org/harbour",
        language="en",
    )


def make_crossing():
    """Statements that overlap without nesting, and two that share their words."""
    return make_record(
        "[1s Ann] [1k said] [1c the gate [2c was] shut], [2s Bo] [2k said]. "
        "[3s Cy] [3k said] [3c [4c it rains]] , [4s Di] too.",
        title="Crossing",
    )


def make_many(count):
    """A long article with as many statements, for measuring."""
    paragraphs = (
        f"[{n}s Speaker {n % 97}] [{n}k said] [{n}c that the road, number {n}, would be open]. {_FILLER[:350]}"
        for n in range(1, count + 1)
    )
    return make_record("\n\n".join(paragraphs), title="Many", confidences=dict.fromkeys(range(1, count, 9), 0.4))
