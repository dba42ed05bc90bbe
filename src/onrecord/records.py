"""Every record type: frozen values that print to the record format, version 1.

Offsets are half-open ranges of Unicode code points of `Article.text`. Ids are short strings, unique within a record.
Where one thing refers to another it holds the object itself, which prints as its id.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal

from onrecord.brief import brief, counted, quoted, shown
from onrecord.errors import RecordError
from onrecord.integrity import check_whole, part_names
from onrecord.plain import from_plain, to_plain

# Given on under their names here; from_plain reads them in the annotations.
from onrecord.spans import Span as Span  # noqa: PLC0414, TC001
from onrecord.spans import Spans as Spans  # noqa: PLC0414, TC001

FORMAT = 1

Quotation = Literal["direct", "indirect", "mixed"]
PublishedFrom = Literal["given", "metadata", "inferred"]


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

    def __repr__(self) -> str:
        return shown(f"Article {_headed(self)}, {counted(len(self.text), 'character')}")


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that name or mean an entity; form: `name`, `nominal` or `pronoun`."""

    span: Span
    form: str


@dataclass(frozen=True, slots=True)
class Role:
    """An office held on the article's date, or the last one before it; start and end at the precision known.

    Attributes:
        of: the country or body whose office it is.
        source: the file and row that tell it, "unverified", or None where the article's own words do.
    """

    title: str
    of: str | None
    start: str | None
    end: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something that the article speaks of.

    Attributes:
        entry: the id in the knowledge base, which is the Wikidata id where one is known.
        confidence: how sure it is that the entry is the right one, a grade and not fitted; None where there is none.
    """

    id: str
    name: str
    kind: str
    named: bool = True
    wikidata: str | None = None
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    mentions: tuple[Mention, ...] = ()
    entry: str | None = None
    confidence: float | None = None

    def __repr__(self) -> str:
        kind = self.kind if self.named else f"{self.kind}, unnamed"
        return shown(f"Entity {self.id} {brief(self.name)}, {kind}, {counted(len(self.mentions), 'mention')}")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says it: the words, and the entities they mean; several where several speak, none where it is left open."""

    spans: Spans
    entities: tuple[Entity, ...] = ()

    def __repr__(self) -> str:
        names = f": {_names(self.entities)}" if self.entities else ""
        return shown(f"Source {_words(self.spans)!r}{names}")


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

    def __repr__(self) -> str:
        return shown(f"Content {brief(self.text)!r}")

    @classmethod
    def of(cls, spans: Spans) -> Content:
        """The content made of `spans`, in text order."""
        return cls(spans, " … ".join(span.surface for span in spans))


@dataclass(frozen=True, slots=True)
class Statement:
    """One attribution: who said (thought, denied, …) what.

    Attributes:
        source: None where the text names no source.
        nested_in: the statement whose content holds this one.
        confidence: calibrated probability that the attribution as a whole is right.
    """

    id: str
    source: Source | None
    cue: Cue | None
    content: Content
    quotation: Quotation
    confidence: float
    addressees: tuple[Entity, ...] = ()
    time: Time | None = None
    place: Place | None = None
    nested_in: Statement | None = None

    def __repr__(self) -> str:
        speaker = _names(self.source.entities) or _words(self.source.spans) if self.source else "(not stated)"
        cue = f" {_words(self.cue.spans)}" if self.cue else ""
        words = (quoted if self.quotation == "direct" else brief)(self.content.text)
        return shown(f"Statement {self.id} {speaker}{cue}: {words}")


@dataclass(frozen=True, slots=True)
class Time:
    """A TIMEX3 expression; `anchor` is the time it was counted from, "published" or None."""

    id: str
    span: Span
    type: str
    value: str
    mod: str | None = None
    anchor: Time | Literal["published"] | None = None

    def __repr__(self) -> str:
        return shown(f"Time {self.id} {brief(self.span.surface)}: {self.value}")


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym; `use` is `literal` or `associative`.

    Attributes:
        region: the first-level region that it lies in, or is, by its English name: "Donetsk Oblast".
        relation: words that say what is meant lies not at the place but so: "20 km south of", "near".
    """

    id: str
    span: Span
    use: str
    entity: Entity | None
    name: str
    geonames: int | None
    country: str | None
    lat: float | None
    lon: float | None
    confidence: float
    region: str | None = None
    relation: Span | None = None

    def __repr__(self) -> str:
        return shown(f"Place {self.id} {brief(self.name)}, {self.country or 'country not known'}, {self.use}")


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

    def __repr__(self) -> str:
        high = "" if self.high is None else f" to {self.high}"
        return shown(
            f"Quantity {self.id} {brief(self.span.surface)}: {self.bound} {self.value}{high} {self.unit or ''}"
        )


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
    actors: tuple[Entity, ...]
    actor_spans: Spans
    recipients: tuple[Entity, ...]
    recipient_spans: Spans
    date: str | None
    time: Time | None
    place: Place | None
    quantities: tuple[Quantity, ...]
    status: str
    asserted_by: Statement | None
    confidence: float

    def __repr__(self) -> str:
        actors = _names(self.actors) or _words(self.actor_spans) or "?"
        recipients = _names(self.recipients) or _words(self.recipient_spans) or "?"
        return shown(
            f"Event {self.id} {self.type}, {self.status}, {_words((self.trigger,))!r}: {actors} → {recipients}"
        )


@dataclass(frozen=True, slots=True)
class Part:
    """One half of a condition."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Condition:
    """If this, then that; `if_` prints as "if"."""

    id: str
    kind: str
    holder: Entity | None
    counterpart: Entity | None
    if_: Part
    then: Part
    marker: Span
    statement: Statement | None
    confidence: float

    def __repr__(self) -> str:
        return shown(
            f"Condition {self.id} {self.kind}: if {_words(self.if_.spans)!r}, then {_words(self.then.spans)!r}"
        )


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two sides, or one speaker twice, on the same matter."""

    id: str
    kind: str
    about: str
    parties: tuple[Entity, ...]
    statements: tuple[Statement, ...]
    spans: Spans

    def __repr__(self) -> str:
        return shown(f"Dispute {self.id} {self.kind}, {_names(self.parties) or '?'}: {brief(self.about)}")


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

    def __repr__(self) -> str:
        return shown(f"Check {self.id} {self.severity}, {self.rule}: {brief(self.message)}")


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
        RecordError: an id stands twice, or something refers to what is none of the record's own.
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
        check_whole(self, text=self.article.text, title=self.article.title or "")

    def narrowed(self, **parts: Any) -> Record:
        """The record with some of its lists shortened; not checked again, which takes longer than the rest."""
        made = object.__new__(Record)
        for name in part_names(Record):
            object.__setattr__(made, name, parts.get(name, getattr(self, name)))
        return made

    def __repr__(self) -> str:
        found = f"{counted(len(self.statements), 'statement')}, {counted(len(self.entities), 'entity', 'entities')}"
        return shown(f"Record {_headed(self.article)}: {found}")

    @classmethod
    def from_dict(cls, plain: dict[str, Any]) -> Record:
        """The record that `to_dict` gave; keys that the format does not have are passed over.

        Raises:
            RecordError: it is none, or of a newer format, or its parts do not hold together.
        """
        maker = plain.get("onrecord") if isinstance(plain, dict) else None
        made_as = maker.get("format") if isinstance(maker, dict) else None
        if isinstance(made_as, int) and made_as != FORMAT:
            remedy = "; install a newer onrecord" if made_as > FORMAT else ""
            raise RecordError("onrecord.format", f"this onrecord reads format {FORMAT}, not {made_as}{remedy}")
        return from_plain(cls, plain)

    @classmethod
    def from_json(cls, text: str) -> Record:
        """The record that `to_json` gave, or one line of what `--format jsonl` prints.

        Raises:
            RecordError: it is no JSON, or as for `from_dict`.
        """
        try:
            plain = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise RecordError("", f"no JSON: {error}") from error
        return cls.from_dict(plain)

    def to_dict(self) -> dict[str, Any]:
        """The record as plain dicts and lists, exactly as the record format has them; references are ids."""
        return to_plain(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The record as JSON text, on one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)


def _headed(article: Article) -> str:
    return f"{quoted(article.title or article.text.strip())} {article.published or '(no date)'}"


def _names(entities: tuple[Entity, ...]) -> str:
    return " and ".join(brief(entity.name) for entity in entities)


def _words(spans: Spans) -> str:
    return brief(" … ".join(span.surface for span in spans))
