"""Every record type: frozen values that print to the record format, version 1.

Offsets are half-open ranges of Unicode code points of `Article.text`. Ids are short strings, unique within a record.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Literal

from onrecord.errors import SpanError

FORMAT = 1

Quotation = Literal["direct", "indirect", "mixed"]
PublishedFrom = Literal["given", "metadata", "inferred"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of an article's text with the words it holds.

    Attributes:
        start, end: code-point offsets, 0 <= start < end.
        surface: the words; `text[start:end]`.

    Raises:
        SpanError: the range is empty or negative, or `surface` has another length.
    """

    start: int
    end: int
    surface: str

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise SpanError(f"[{self.start}, {self.end}) is no range of text")
        if len(self.surface) != self.end - self.start:
            raise SpanError(f"[{self.start}, {self.end}) cannot hold {self.surface!r}")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`."""
        return cls(start, end, text[max(start, 0) : max(end, 0)])

    def check(self, text: str) -> None:
        """Raise SpanError unless `text` holds the span's words at its place."""
        if text[self.start : self.end] != self.surface:
            found = text[self.start : self.end]
            raise SpanError(f"[{self.start}, {self.end}) holds {found!r}, not {self.surface!r}")


Spans = tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Why:
    """The reason for an inferred value: one sentence, and the words it rests on."""

    text: str
    spans: Spans


@dataclass(frozen=True, slots=True)
class Article:
    """One published text; its text is final.

    Attributes:
        id: sha256 of the text, in hexadecimal.
        given_id: the id that the input carried.
        language: ISO 639-1 code.
        published: ISO 8601 date or date-time, at the precision known.
    """

    id: str
    text: str
    given_id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    published: str | None = None
    published_from: PublishedFrom | None = None
    published_why: Why | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or mean an entity; form: `name`, `nominal` or `pronoun`."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office held on the article's date; start and end are ISO dates at the precision known."""

    title: str
    of: str | None
    start: str | None
    end: str | None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article speaks of."""

    id: str
    name: str
    kind: str
    named: bool = True
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the words, and the ids of the entities they mean."""

    spans: Spans
    entities: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cue:
    """The words that attribute; `lemma` is the dictionary form of their head, `act` the class of speech act."""

    spans: Spans
    lemma: str
    act: str


@dataclass(frozen=True, slots=True)
class Content:
    """What is attributed; `text` joins the spans' words by " … "."""

    spans: Spans
    text: str

    @classmethod
    def of(cls, spans: Spans) -> Content:
        """The content made of `spans`, in text order."""
        return cls(spans, " … ".join(span.surface for span in spans))


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who said (thought, denied, …) what.

    Attributes:
        source: None where the text names no source.
        nested_in: id of the statement whose content holds this one.
        confidence: calibrated probability that the attribution as a whole is right.
    """

    id: str
    source: Source | None
    cue: Cue | None
    content: Content
    quotation: Quotation
    confidence: float
    addressees: tuple[str, ...] = ()
    time: str | None = None
    place: str | None = None
    nested_in: str | None = None


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression; `anchor` is a time's id, "published" or None."""

    id: str
    span: Span
    type: str
    value: str
    mod: str | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym; `use` is `literal` or `associative`."""

    id: str
    span: Span
    use: str
    entity: str | None
    name: str
    geonames: int | None
    country: str | None
    lat: float | None
    lon: float | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, bound and role."""

    id: str
    span: Span
    value: float
    high: float | None
    bound: str
    unit: str | None
    role: str | None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One place that tells an event."""

    trigger: Span
    actor_spans: Spans
    recipient_spans: Spans


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, in PLOVER's terms."""

    id: str
    type: str
    mode: str | None
    contexts: tuple[str, ...]
    trigger: Span
    mentions: tuple[EventMention, ...]
    actors: tuple[str, ...]
    actor_spans: Spans
    recipients: tuple[str, ...]
    recipient_spans: Spans
    date: str | None
    time: str | None
    place: str | None
    quantities: tuple[str, ...]
    status: str
    asserted_by: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Part:
    """One half of a condition."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Condition:
    """If this, then that; `if_` prints as "if"."""

    id: str
    kind: str
    holder: str | None
    counterpart: str | None
    if_: Part
    then: Part
    marker: Span
    statement: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides, or one speaker twice, on the same matter."""

    id: str
    kind: str
    about: str
    parties: tuple[str, ...]
    statements: tuple[str, ...]
    spans: Spans


@dataclass(frozen=True, slots=True)
class Check:
    """What a careful editor would flag, with the fact it was held against."""

    id: str
    rule: str
    severity: str
    message: str
    spans: Spans
    title_spans: Spans
    evidence: str | None


@dataclass(frozen=True, slots=True)
class Maker:
    """What made a record: onrecord's version, the format's, and each model's name with its digest."""

    version: str
    format: int = FORMAT
    models: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Record:
    """All that was read from one article.

    Raises:
        SpanError: a span does not hold the article's words at its place.
    """

    onrecord: Maker
    article: Article
    entities: tuple[Entity, ...] = ()
    statements: tuple[Statement, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    events: tuple[Event, ...] = ()
    conditions: tuple[Condition, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    checks: tuple[Check, ...] = ()

    def __post_init__(self) -> None:
        _check_spans(self, self.article.text, self.article.title or "")

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, exactly as the record format has them."""
        plain: dict[str, Any] = _plain(self)
        return plain

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text, on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _plain(value: Any) -> Any:
    if isinstance(value, Span):
        return [value.start, value.end]
    if is_dataclass(value):
        return {f.name.rstrip("_"): _plain_field(f.name, getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _plain_field(name: str, value: Any) -> Any:
    return round(value, 3) if name == "confidence" else _plain(value)


def _check_spans(value: Any, text: str, title: str) -> None:
    if isinstance(value, Span):
        value.check(text)
    elif isinstance(value, tuple):
        for item in value:
            _check_spans(item, text, title)
    elif is_dataclass(value):
        for f in fields(value):
            in_title = f.name == "title_spans"
            _check_spans(getattr(value, f.name), title if in_title else text, title)
