"""Articles written for the tests of the store, and their records."""

from __future__ import annotations

from light_reader import make_light_reader

from onrecord.reading import make_article
from onrecord.records import Condition, Part, Record, Span

READER = make_light_reader()

ROAD = (
    "Ana Duarte denied that the drone attack had closed the road to the harbour.\n"
    "Ilse Varga warned that more attacks by drones would come before the winter.\n"
    "Rebels attacked Korda in Maravia on 2031-03-02. The town has been without water since then."
)
TALKS = (
    "Karl Lindahl said the talks in the old town hall would go on until Sunday.\n"
    "Ana Duarte promised that the road would be open again within a week.\n"
    "Varga met Lindahl in Tessen on 2031-04-11. Nobody was told what they spoke about."
)


def read(text, **known):
    """The record of an article; `published` and the like as for `make_article`."""
    return READER.read(make_article(text, **known))


def road(**known):
    return read(
        ROAD, **{"title": "Road closed", "url": "https://post.example/road", "published": "2031-03-05", **known}
    )


def talks(**known):
    return read(TALKS, **{"title": "Talks go on", "url": "https://mail.example/talks", "published": "2031-04", **known})


def threat():
    """A record with a condition, made by hand."""
    text = "If the rebels take the bridge, the army will blow up the dam, Ana Duarte said on Monday in parliament."
    record = read(text, published="2031-05-01", given_id="threat-1")

    def span(words):
        start = text.index(words)
        return Span.of(text, start, start + len(words))

    condition = Condition(
        "c1",
        "threat",
        record.entities[0] if record.entities else None,
        None,
        Part((span("the rebels take the bridge"),)),
        Part((span("the army will blow up the dam"),)),
        span("If"),
        None,
        0.8,
    )
    return Record(record.onrecord, record.article, record.entities, record.statements, conditions=(condition,))


def many(number, **known):
    """Articles that differ, each with a statement and an event."""
    for n in range(number):
        yield read(
            f"Ana Duarte said the count of lamp number {n} in street {n * n} was wrong by {n % 7} or more.\n"
            f"Rebels attacked Korda in Maravia on 2031-03-{n % 28 + 1:02}. It was the raid number {n} of the year.",
            url=f"https://post.example/{n}",
            **known,
        )
