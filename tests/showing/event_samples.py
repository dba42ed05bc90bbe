"""A record with events of every kind, made by hand, with text written for these tests."""

from __future__ import annotations

from row_samples import span_in
from showing_samples import MAKER, make_article

from onrecord.records import (
    Content,
    Cue,
    Entity,
    Event,
    EventMention,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Statement,
    Time,
)

STRAIT = """Drones fall on Ostrel as talks open in Velmora

Tessen launched a record 267 drones at Ostrel overnight and at least one person was killed, officials in Arvelle \
said. The attack on the port was the third in a week.

Foreign Minister Ines Calder condemned Tessen. Envoys of Tessen and Arvelle met in Velmora on Sunday, and the two \
leaders are to meet in April.

Four people were shot at a bus stop near Arda. Dockers downed tools on Monday.

If the shelling goes on, Arvelle would close the strait to Tessen. Tessen denied having boarded the trawler Marsh.

The Fishermen’s Union, the Port Authority, the Red Lantern Society, the council of Arda and the Chamber of Trade gave \
12,000 meals to families whose homes along the northern quay had lost their roofs. The curfew was lifted. Tessen may \
have warned Arvelle.
"""
_PEOPLE = {
    "Tessen": ("organization", ["Tessen launched", "condemned Tessen", "of Tessen", "to Tessen", "Tessen denied"]),
    "Arvelle": ("organization", ["officials in Arvelle", "and Arvelle met", "Arvelle would"]),
    "Ostrel": ("place", ["at Ostrel overnight"]),
    "Ines Calder": ("person", ["Ines Calder"]),
}
_GIVERS = ["The Fishermen’s Union", "the Port Authority", "the Red Lantern Society", "the council of Arda"]
_GIVERS.append("the Chamber of Trade")
_FAMILIES = "families whose homes along the northern quay had lost their roofs"
# Type, mode, status; the trigger, actors and recipients in the words around them; all else by its id.
_EVENTS = (
    (
        "ASSAULT",
        "drone",
        "actual",
        "Tessen [launched]",
        ["[Tessen] launched"],
        ["at [Ostrel] overnight"],
        "t1 q1 q2 s1",
    ),
    ("ACCUSE", "disapprove", "actual", "[condemned]", ["[Ines Calder]"], ["condemned [Tessen]"], ""),
    ("CONSULT", None, "actual", "Arvelle [met]", *[["of [Tessen]", "and [Arvelle] met"]] * 2, "t2 p1"),
    ("CONSULT", None, "planned", "to [meet] in", *[["[the two leaders]"]] * 2, "t3"),
    ("ASSAULT", "firearms", "actual", "[shot]", [], ["[Four people]"], "p2 q3"),
    ("PROTEST", "strike", "actual", "[downed tools]", ["[Dockers]"], [], "t4"),
    ("SANCTION", "discontinue", "hypothetical", "[close]", ["[Arvelle] would"], ["to [Tessen]"], ""),
    ("COERCE", "seize", "denied", "[boarded]", ["[Tessen] denied"], ["[the trawler Marsh]"], "s2"),
    ("AID", None, "actual", "[gave]", [f"[{name}]" for name in _GIVERS], [f"[{_FAMILIES}]"], "q4"),
    ("CONCEDE", None, "actual", "[lifted]", [], [], ""),
    ("THREATEN", None, "actual", "[warned]", ["[Tessen] may"], ["warned [Arvelle]"], ""),
)
_CONTEXTS = {0: ("military", "territory"), 2: ("diplomatic",), 4: ("crime",)}


def _at(marked):
    """The span of the words in brackets."""
    before, _, rest = marked.partition("[")
    words, _, after = rest.partition("]")
    return span_in(STRAIT, before + words + after, words)


def _spans(marked):
    return tuple(_at(one) for one in marked)


def make_entities():
    return {
        name: Entity(
            f"e{number}",
            name,
            kind,
            mentions=tuple(Mention(span_in(STRAIT, around, name), "name") for around in places),
        )
        for number, (name, (kind, places)) in enumerate(_PEOPLE.items(), start=1)
    }


def make_strait():
    """Ten sure events and an unsure one; of each status, with a side or both left open, and told twice."""
    entities = make_entities()
    arvelle, tessen = entities["Arvelle"], entities["Tessen"]
    said = "Tessen launched a record 267 drones at Ostrel overnight and at least one person was killed"
    boarded = "having boarded the trawler Marsh"
    parts = {
        "t1": Time("t1", _at("[overnight]"), "TIME", "2031-03-01TNI"),
        "t2": Time("t2", _at("[Sunday]"), "DATE", "2031-03-02"),
        "t3": Time("t3", _at("[April]"), "DATE", "2031-04"),
        "t4": Time("t4", _at("[Monday]"), "DATE", "2031-03-03"),
        "p1": Place("p1", _at("met in [Velmora]"), "literal", None, "Velmora", 12, "PRT", 38.7, -9.1, 0.97),
        "p2": Place(
            "p2", _at("near [Arda]"), "literal", None, "Arda", 14, "BGR", 41.5, 25.1, 0.9, relation=_at("[near] Arda")
        ),
        "q1": Quantity("q1", _at("[267 drones]"), 267, None, "exact", "drone", "launched"),
        "q2": Quantity("q2", _at("[at least one person]"), 1, None, "at_least", "person", "killed"),
        "q3": Quantity("q3", _at("[Four people]"), 4, None, "exact", "person", "injured"),
        "q4": Quantity("q4", _at("[12,000 meals]"), 12000, None, "exact", "meal", "delivered"),
        "s1": Statement(
            "s1",
            Source((_at("[officials in Arvelle]"),)),
            Cue((_at("[said]"),), "say", "say"),
            Content.of((_at(f"[{said}]"),)),
            "indirect",
            0.9,
        ),
        "s2": Statement(
            "s2",
            Source((_at("[Tessen] denied"),), (tessen,)),
            Cue((_at("[denied]"),), "deny", "deny"),
            Content.of((_at(f"[{boarded}]"),)),
            "indirect",
            0.9,
        ),
    }
    events = []
    for number, (kind, mode, status, trigger, actors, recipients, ids) in enumerate(_EVENTS):
        known = {letter: [parts[name] for name in ids.split() if name[0] == letter] for letter in "tpqs"}
        first = EventMention(_at(trigger), _spans(actors), _spans(recipients))
        mentions = [first, EventMention(_at("[attack]"), (), (_at("[the port]"),))] if not number else [first]
        events.append(
            Event(
                f"v{number + 1}",
                kind,
                mode,
                _CONTEXTS.get(number, ()),
                first.trigger,
                tuple(mentions),
                _entities_at(first.actor_spans, entities),
                first.actor_spans,
                _entities_at(first.recipient_spans, entities),
                first.recipient_spans,
                date=None,
                time=next(iter(known["t"]), None),
                place=next(iter(known["p"]), None),
                quantities=tuple(known["q"]),
                status=status,
                asserted_by=next(iter(known["s"]), None),
                confidence=0.3 if kind == "THREATEN" else 0.9,
            )
        )
    values = {letter: tuple(part for name, part in parts.items() if name[0] == letter) for letter in "tpqs"}
    return Record(
        MAKER,
        make_article(STRAIT, publisher="The River Post", language="en", published="2031-03-04", published_from="given"),
        entities=(tessen, arvelle, entities["Ostrel"], entities["Ines Calder"]),
        statements=values["s"],
        times=values["t"],
        places=values["p"],
        quantities=values["q"],
        events=tuple(events),
    )


def _entities_at(spans, entities):
    """The entities that spans name."""
    return tuple(entity for entity in entities.values() if any(mention.span in spans for mention in entity.mentions))
