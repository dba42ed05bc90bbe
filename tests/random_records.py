"""Random records for property tests: every kind of part, references between them, any text."""

from __future__ import annotations

from hypothesis import strategies as st

from onrecord.records import (
    Article,
    Check,
    Condition,
    Content,
    Cue,
    Dispute,
    Entity,
    Event,
    EventMention,
    Maker,
    Mention,
    Part,
    Place,
    Quantity,
    Record,
    Role,
    Source,
    Span,
    Statement,
    Time,
    Why,
)

WORDS = st.text(max_size=12)
MAYBE_WORDS = st.none() | WORDS
CHANCES = st.floats(0, 1)
NUMBERS = st.integers(-(10**9), 10**9) | st.floats(allow_nan=False, allow_infinity=False)


def spans_of(text):
    starts = st.integers(0, len(text) - 1)
    return starts.flatmap(
        lambda start: st.builds(Span.of, st.just(text), st.just(start), st.integers(start + 1, len(text)))
    )


def some(things):
    return st.lists(things, max_size=3).map(tuple)


def any_of(parts):
    """Some of these parts, as references to them."""
    return some(st.sampled_from(parts)) if parts else st.just(())


def one_of(parts):
    return st.none() | st.sampled_from(parts) if parts else st.none()


@st.composite
def records(draw):
    text, title = draw(st.text(min_size=1, max_size=40)), draw(st.none() | st.text(max_size=12))
    span = spans_of(text)
    spans = some(span)
    title_spans = some(spans_of(title)) if title else st.just(())

    def numbered(letter, make):
        parts = []
        for number in range(1, draw(st.integers(0, 3)) + 1):
            parts.append(draw(make(f"{letter}{number}", parts)))
        return tuple(parts)

    entities = numbered(
        "e",
        lambda id_, _: st.builds(
            Entity, st.just(id_), WORDS, WORDS, st.booleans(), MAYBE_WORDS, MAYBE_WORDS, MAYBE_WORDS,
            some(st.builds(Role, WORDS, MAYBE_WORDS, MAYBE_WORDS, MAYBE_WORDS)),
            some(st.builds(Mention, span, WORDS)),
        ),
    )  # fmt: skip
    times = numbered(
        "t",
        lambda id_, before: st.builds(
            Time, st.just(id_), span, WORDS, WORDS, MAYBE_WORDS, one_of(before) | st.just("published")
        ),
    )
    places = numbered(
        "p",
        lambda id_, _: st.builds(
            Place, st.just(id_), span, WORDS, one_of(entities), WORDS, st.none() | st.integers(), MAYBE_WORDS,
            st.none() | st.floats(-90, 90), st.none() | st.floats(-180, 180), CHANCES, MAYBE_WORDS, st.none() | span,
        ),
    )  # fmt: skip
    quantities = numbered(
        "q",
        lambda id_, _: st.builds(
            Quantity, st.just(id_), span, NUMBERS, st.none() | NUMBERS, WORDS, MAYBE_WORDS, MAYBE_WORDS
        ),
    )
    statements = numbered(
        "s",
        lambda id_, before: st.builds(
            Statement, st.just(id_), st.none() | st.builds(Source, spans, any_of(entities)),
            st.none() | st.builds(Cue, spans, WORDS, WORDS), spans.map(Content.of),
            st.sampled_from(["direct", "indirect", "mixed"]), CHANCES, any_of(entities), one_of(times), one_of(places),
            one_of(before),
        ),
    )  # fmt: skip
    events = numbered(
        "v",
        lambda id_, _: st.builds(
            Event, st.just(id_), WORDS, MAYBE_WORDS, some(WORDS), span,
            some(st.builds(EventMention, span, spans, spans)),
            any_of(entities), spans, any_of(entities), spans, MAYBE_WORDS, one_of(times), one_of(places),
            any_of(quantities), WORDS, one_of(statements), CHANCES,
        ),
    )  # fmt: skip
    conditions = numbered(
        "c",
        lambda id_, _: st.builds(
            Condition, st.just(id_), WORDS, one_of(entities), one_of(entities), st.builds(Part, spans),
            st.builds(Part, spans), span, one_of(statements), CHANCES,
        ),
    )  # fmt: skip
    disputes = numbered(
        "d",
        lambda id_, _: st.builds(Dispute, st.just(id_), WORDS, WORDS, any_of(entities), any_of(statements), spans),
    )
    checks = numbered(
        "k", lambda id_, _: st.builds(Check, st.just(id_), WORDS, WORDS, WORDS, spans, title_spans, MAYBE_WORDS)
    )
    article = draw(
        st.builds(
            Article, WORDS, st.just(text), MAYBE_WORDS, st.just(title), MAYBE_WORDS, MAYBE_WORDS, some(WORDS),
            MAYBE_WORDS, MAYBE_WORDS, st.sampled_from(["given", "metadata", "inferred", None]),
            st.none() | st.builds(Why, WORDS, spans),
        )
    )  # fmt: skip
    maker = draw(st.builds(Maker, WORDS, models=st.dictionaries(WORDS, WORDS, max_size=2)))
    # References come before what refers to them or after it: the order of a list means nothing to them.
    statements = tuple(draw(st.permutations(statements)))
    return Record(maker, article, entities, statements, times, places, quantities, events, conditions, disputes, checks)
