"""Records made by hand, with text written for these tests."""

from __future__ import annotations

from hashlib import sha256

from onrecord.records import (
    Article,
    Content,
    Cue,
    Entity,
    Maker,
    Mention,
    Record,
    Source,
    Span,
    Statement,
    Time,
)

MAKER = Maker("0.1.0", models={"encoder.onnx": "a" * 64})

PARLIAMENT = '"If it brings peace, I will resign," President Ana Duarte told parliament on Monday.'

COUNCIL = """Ana Duarte warned that the generals had told her "the road is not safe" and that the whole of the \
northern valley, from the dam to the sea, would be under water within the week.
“We heard nothing of it,” a senior official who asked not to be named said. “Nothing
at all.”
It was reported that 水利局長官 called the plan “a fine 🎉 thing”.
"""


def words(text: str, surface: str) -> Span:
    """The first place of `surface` in `text`."""
    start = text.index(surface)
    return Span.of(text, start, start + len(surface))


def make_article(text: str, **known: object) -> Article:
    return Article(sha256(text.encode("utf-8", "surrogatepass")).hexdigest(), text, **known)


def make_parliament(*, language: str | None = "en") -> Record:
    """The example of the record format."""
    text = PARLIAMENT
    duarte = Entity("e1", "Ana Duarte", "person", mentions=(Mention(words(text, "President Ana Duarte"), "name"),))
    parliament = Entity("e2", "parliament", "organization", mentions=(Mention(words(text, "parliament"), "nominal"),))
    monday = Time("t1", words(text, "Monday"), "DATE", "2031-03-03")
    return Record(
        MAKER,
        make_article(
            text,
            title="Duarte offers to resign",
            url="https://example.org/duarte",
            publisher="The River Post",
            language=language,
            published="2031-03-05",
            published_from="given",
        ),
        entities=(duarte, parliament),
        times=(monday,),
        statements=(
            Statement(
                "s1",
                Source((words(text, "President Ana Duarte"),), (duarte,)),
                Cue((words(text, "told"),), "tell", "say"),
                Content.of((words(text, '"If it brings peace, I will resign,"'),)),
                "direct",
                0.934,
                addressees=(parliament,),
                time=monday,
            ),
        ),
    )


def make_council() -> Record:
    """Nested, mixed, discontinuous and unsourced statements, wide characters, no title and no date."""
    text = COUNCIL
    her_words = text[text.index("that the generals") : text.index("within the week") + len("within the week")]
    unsourced = text[text.index("that 水") : text.index("thing”") + len("thing”")]
    official = "a senior official who asked not to be named"
    warning = Statement(
        "s1",
        Source((words(text, "Ana Duarte"),)),
        Cue((words(text, "warned"),), "warn", "warn"),
        Content.of((words(text, her_words),)),
        "mixed",
        0.71,
    )
    report = Statement(
        "s4",
        None,
        Cue((words(text, "was reported"),), "report", "report"),
        Content.of((words(text, unsourced),)),
        "mixed",
        0.5,
    )
    return Record(
        MAKER,
        make_article(text),
        statements=(
            warning,
            Statement(
                "s2",
                Source((words(text, "the generals"),)),
                Cue((words(text, "had told"),), "tell", "say"),
                Content.of((words(text, '"the road is not safe"'),)),
                "direct",
                0.414,
                nested_in=warning,
            ),
            Statement(
                "s3",
                Source((words(text, official),)),
                Cue((words(text, "said"),), "say", "say"),
                Content.of((words(text, "“We heard nothing of it,”"), words(text, "“Nothing\nat all.”"))),
                "direct",
                0.88,
            ),
            report,
            Statement(
                "s5",
                Source((words(text, "水利局長官"),)),
                Cue((words(text, "called"),), "call", "describe"),
                Content.of((words(text, "the plan “a fine 🎉 thing”"),)),
                "mixed",
                0.66,
                nested_in=report,
            ),
        ),
    )


def make_hostile(text: str) -> Record:
    """A record that holds `text` wherever words can stand."""
    span = Span.of(text, 0, len(text))
    article = make_article(
        text,
        given_id=text,
        title=text,
        url=text,
        publisher=text,
        authors=(text,),
        published=text,
        published_from="given",
    )
    entity = Entity("e1", text, "person")
    time = Time("t1", span, "DATE", text)
    statements: list[Statement] = []
    for entities, act, quotation in [
        ((), "say", "direct"),
        ((entity,), "warn", "indirect"),
        ((), "no such act", "mixed"),
    ]:
        statement = Statement(
            f"s{len(statements) + 1}",
            Source((span,), entities),
            Cue((span,), text, act),
            Content.of((span, span)),
            quotation,
            0.2,
            addressees=(entity,),
            time=time,
            nested_in=statements[0] if len(statements) == 1 else None,
        )
        statements.append(statement)
    return Record(MAKER, article, entities=(entity,), times=(time,), statements=tuple(statements))
