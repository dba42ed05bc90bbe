"""A record as rows: pure, so that the processes that read can make them, and one that writes has only to put them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from onrecord.knowledge.countries import load_country_names
from onrecord.recording.identity import anchor_of, digest_of, entity_digest, text_digest
from onrecord.recording.likeness import bands_of, signature_of
from onrecord.recording.marks import joined, mark, month_marks
from onrecord.recording.packing import pack
from onrecord.recording.periods import period_of
from onrecord.sentences import find_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.records import Article, Condition, Entity, Event, Maker, Place, Quantity, Record, Statement
    from onrecord.spans import Span

_MOST_SENTENCE = 600  # characters; a "sentence" of a list or table may be longer
_NO_MARKS = {2: " ", 3: " "}  # stand around what a search has found
Row = dict[str, Any]


@dataclass(slots=True)
class PassageRows:
    """A passage's row, the row of its kind, its parties as (part, entity) and its places."""

    passage: Row
    detail: Row
    parties: list[tuple[str, str]]
    locations: list[Row]


@dataclass(slots=True)
class RecordRows:
    """All rows of one record; entities are named by their digests, until the store gives them numbers."""

    article: Article
    maker: Row
    revision: Row
    entities: dict[str, Row] = field(default_factory=dict)
    appearances: list[Row] = field(default_factory=list)
    passages: list[PassageRows] = field(default_factory=list)
    disputes: list[Row] = field(default_factory=list)
    checks: list[Row] = field(default_factory=list)
    signature: bytes = b""
    bands: list[int] = field(default_factory=list)


def make_rows(record: Record, steps: Mapping[str, str] | None = None) -> RecordRows:
    """The rows of `record`.

    Args:
        steps: the versions of the steps that made it, by name, where they are known.
    """
    article = record.article
    packed, digest = pack(record.to_dict())
    signature = signature_of(article.text)
    rows = RecordRows(
        article,
        maker=maker_row(record.onrecord, steps or {}),
        revision={
            "text_digest": text_digest(article.text),
            "title": article.title,
            "publisher": article.publisher,
            "authors": "; ".join(article.authors),
            "published": article.published,
            "published_from": article.published_from,
            "text": article.text,
            "record": packed,
            "record_digest": digest,
        },
        signature=signature,
        bands=bands_of(signature),
    )
    for entity in record.entities:
        id_ = entity_digest(entity)
        rows.entities.setdefault(id_, _entity_row(entity))
        rows.appearances.append({"key": entity.id, "entity": id_, "mentions": len(entity.mentions)})
    maker = _PassageMaker(record)
    rows.passages = [
        *(maker.of_statement(statement) for statement in record.statements),
        *(maker.of_event(event) for event in record.events),
        *(maker.of_condition(condition) for condition in record.conditions),
    ]
    rows.disputes = [
        {
            "key": dispute.id,
            "kind": dispute.kind,
            "about": dispute.about,
            "parties": _names(dispute.parties),
            "statements": " ".join(statement.id for statement in dispute.statements),
        }
        for dispute in record.disputes
    ]
    rows.checks = [
        {name: getattr(check, name) for name in ("rule", "severity", "message", "evidence")} | {"key": check.id}
        for check in record.checks
    ]
    return rows


def maker_row(maker: Maker, steps: Mapping[str, str]) -> Row:
    """What made a record, with a digest that is another for every other version, step or model."""
    models, versions = (json.dumps(known, sort_keys=True) for known in (dict(maker.models), dict(steps)))
    return {
        "digest": digest_of(maker.version, maker.format, models, versions),
        "version": maker.version,
        "format": maker.format,
        "models": models,
        "steps": versions,
    }


def _entity_row(entity: Entity) -> Row:
    known = {name: getattr(entity, name) for name in ("name", "kind", "entry", "wikidata", "country", "sector")}
    return {**known, "is_named": int(entity.named)}


class _PassageMaker:
    """Makes the rows of one record's passages."""

    def __init__(self, record: Record) -> None:
        self._text = record.article.text
        self._published = period_of(record.article.published)
        self._literal = [place for place in record.places if place.use == "literal"]
        self._ends = [0, *(following for _, following in find_ends(self._text)), len(self._text)]

    def of_statement(self, statement: Statement) -> PassageRows:
        speakers = statement.source.entities if statement.source else ()
        cue = statement.cue
        words = _words(statement.source.spans) if statement.source else None
        spans = (*(statement.source.spans if statement.source else ()), *(cue.spans if cue else ()))
        rows = self._rows(
            "statement",
            statement,
            anchor=(*spans, *statement.content.spans),
            text=statement.content.text,
            places=_each([statement.place], self._inside(statement.content.spans)),
            date=statement.time.value if statement.time else None,
            marks=[mark("quotation", statement.quotation), *([mark("act", cue.act)] if cue else [])],
            speaker=_names(speakers) or words or "",
        )
        rows.detail = {
            "act": cue.act if cue else None,
            "cue": _words(cue.spans) if cue else None,
            "quotation": statement.quotation,
            "source": words,
            "nested_in": statement.nested_in.id if statement.nested_in else None,
        }
        rows.parties = [*_parts("speaker", speakers), *_parts("addressee", statement.addressees)]
        return rows

    def of_event(self, event: Event) -> PassageRows:
        source = event.asserted_by.source if event.asserted_by else None
        spans = (event.trigger, *event.actor_spans, *event.recipient_spans)
        marks = [mark("type", event.type), mark("status", event.status)]
        marks += [mark("mode", event.mode)] if event.mode else []
        marks += [mark("context", context) for context in event.contexts]
        rows = self._rows(
            "event",
            event,
            anchor=spans,
            text=self._sentence((event.trigger,)),
            places=_each([event.place]),
            date=event.date,
            marks=marks,
            speaker=(_names(source.entities) or _words(source.spans)) if source else "",
            actor=_names(event.actors) or _words(event.actor_spans),
            recipient=_names(event.recipients) or _words(event.recipient_spans),
        )
        rows.detail = {
            "type": event.type,
            "mode": event.mode,
            "contexts": " ".join(event.contexts),
            "status": event.status,
            "trigger": event.trigger.surface,
            "asserted_by": event.asserted_by.id if event.asserted_by else None,
            "quantities": "; ".join(map(_told_quantity, event.quantities)),
        }
        speakers = source.entities if source else ()
        rows.parties = [
            *_parts("speaker", speakers),
            *_parts("actor", event.actors),
            *_parts("recipient", event.recipients),
        ]
        return rows

    def of_condition(self, condition: Condition) -> PassageRows:
        spans = (condition.marker, *condition.if_.spans, *condition.then.spans)
        holders = tuple(filter(None, [condition.holder]))
        counterparts = tuple(filter(None, [condition.counterpart]))
        rows = self._rows(
            "condition",
            condition,
            anchor=spans,
            text=self._sentence(spans),
            places=self._inside(spans),
            date=None,
            marks=[mark("condition", condition.kind)],
            speaker=_names(holders),
            recipient=_names(counterparts),
        )
        rows.detail = {
            "condition_kind": condition.kind,
            "if_words": _words(condition.if_.spans),
            "then_words": _words(condition.then.spans),
            "marker": condition.marker.surface,
            "statement": condition.statement.id if condition.statement else None,
        }
        rows.parties = [*_parts("holder", holders), *_parts("counterpart", counterparts)]
        return rows

    def _rows(
        self,
        kind: str,
        part: Statement | Event | Condition,
        *,
        anchor: tuple[Span, ...],
        text: str,
        places: Iterable[Place],
        date: str | None,
        marks: list[str],
        speaker: str = "",
        actor: str = "",
        recipient: str = "",
    ) -> PassageRows:
        locations = {place.name: _location_row(place) for place in places}
        own = period_of(date)
        period = own or self._published
        countries = [place["country"] for place in locations.values() if place["country"]]
        passage = {
            "kind": kind,
            "key": part.id,
            "anchor": anchor_of(kind, anchor),
            "text": " ".join(text.translate(_NO_MARKS).split()),
            "speaker": speaker,
            "actor": actor,
            "recipient": recipient,
            "place": "; ".join(_told_place(place) for place in locations.values()),
            "marks": joined(
                [mark("kind", kind), *marks, *(mark("country", code) for code in countries), *month_marks(period)]
            ),
            "date": date if own else None,
            "first_day": period[0] if period else None,
            "last_day": period[1] if period else None,
            "confidence": round(part.confidence, 3),
            "start_offset": min(span.start for span in anchor) if anchor else 0,
        }
        return PassageRows(passage, {}, [], list(locations.values()))

    def _inside(self, spans: tuple[Span, ...]) -> Iterable[Place]:
        """The places that something is at, among those named within the spans."""
        return [
            place
            for place in self._literal
            if any(span.start <= place.span.start and place.span.end <= span.end for span in spans)
        ]

    def _sentence(self, spans: tuple[Span, ...]) -> str:
        """The words from the first sentence that a span lies in to the last."""
        first, last = min(span.start for span in spans), max(span.end for span in spans)
        start = max(end for end in self._ends if end <= first)
        stop = min(end for end in self._ends if end >= last)
        if stop - start > _MOST_SENTENCE:
            start, stop = max(start, first - _MOST_SENTENCE // 2), min(stop, last + _MOST_SENTENCE // 2)
        return self._text[start:stop].strip()


def _each(*groups: Iterable[Place | None]) -> list[Place]:
    return [place for group in groups for place in group if place is not None]


def _location_row(place: Place) -> Row:
    return {name: getattr(place, name) for name in ("geonames", "country", "lat", "lon")} | {
        "place": place.name,
        "region": place.region,
    }


def _told_place(place: Row) -> str:
    """A place with its region and country, which one may ask for too: "Kharkiv, Kharkiv Oblast, Ukraine"."""
    country = load_country_names().get(place["country"] or "")
    return ", ".join(dict.fromkeys(filter(None, [place["place"], place["region"], country])))


def _told_quantity(quantity: Quantity) -> str:
    high = "" if quantity.high is None else f"–{quantity.high:g}"
    bound = {"at_least": "≥", "at_most": "≤", "about": "~"}.get(quantity.bound, "")
    return " ".join(filter(None, [f"{bound}{quantity.value:g}{high}", quantity.unit, quantity.role]))


def _names(entities: Iterable[Entity]) -> str:
    return "; ".join(dict.fromkeys(entity.name for entity in entities))


def _words(spans: tuple[Span, ...]) -> str:
    return " … ".join(" ".join(span.surface.split()) for span in spans)


def _parts(part: str, entities: Iterable[Entity]) -> list[tuple[str, str]]:
    return list(dict.fromkeys((part, entity_digest(entity)) for entity in entities))
