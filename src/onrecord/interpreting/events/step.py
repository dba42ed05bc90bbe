"""The steps that read events and put them on record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.inference import read_manifest
from onrecord.interpreting.events.arguments import Parties, entities_of
from onrecord.interpreting.events.clauses import subject_of
from onrecord.interpreting.events.dates import choose_time, event_date
from onrecord.interpreting.events.details import (
    choose_place,
    choose_quantities,
    find_asserter,
    find_own_statement,
    is_within,
    outcomes_alone,
)
from onrecord.interpreting.events.familiar import is_far_fetched
from onrecord.interpreting.events.judging import judging
from onrecord.interpreting.events.merging import Draft, merge
from onrecord.interpreting.events.reading import ENCODER, HEADS, LABELS, read_events
from onrecord.interpreting.events.returns import with_returns
from onrecord.interpreting.events.settling import settle
from onrecord.interpreting.events.sides import sides_of
from onrecord.interpreting.events.subjects import told_actors
from onrecord.records import Event, EventMention, Span
from onrecord.sentences import find_ends
from onrecord.vocabulary.accusing import accuses
from onrecord.vocabulary.contexts import find_contexts
from onrecord.vocabulary.inflection import guess_lemma
from onrecord.vocabulary.modes import is_told
from onrecord.vocabulary.referring import WE, YOU, I

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.interpreting.events.raw import Range, RawEvent
    from onrecord.records import Entity, Statement
    from onrecord.tokens import Tokens
    from onrecord.vocabulary.own_events import OwnType


class ReadEvents:
    """The step that reads what is done in each sentence."""

    name = "read_events"
    version = "3"
    requires = ("encoding",)
    optional = ("running_text",)
    makes = ("read_events",)

    def __init__(self, own: Sequence[OwnType] = ()) -> None:
        self._own = tuple(own)

    @property
    def models(self) -> Mapping[str, str]:
        """The network's digests."""
        return {name: read_manifest()[name] for name in (ENCODER, HEADS, LABELS)}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the events as the network reads them."""
        return {"read_events": tuple(read_events(dossier.running_text, dossier["encoding"].tokens, self._own))}


class FindEvents:
    """The step that says who is meant, when and where it was, and who says so; one event told twice is one."""

    name = "find_events"
    version = "3"
    requires = ("encoding", "raw_events", "chains", "entity_at", "statements", "times", "places", "quantities")
    makes = ("events",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the events."""
        raw: Sequence[RawEvent] = dossier["raw_events"]
        builder = _Builder(dossier)
        made = [draft for draft in map(builder.draft, raw) if draft is not None]
        told = [draft for draft in made if _is_worth_telling(draft)]
        builder.add_outcomes(told)
        text = dossier.article.text
        with_returns(told, text)
        drafts = merge(told)
        return {"events": tuple(_event(f"v{i}", draft, text) for i, draft in enumerate(drafts, start=1))}


def _is_worth_telling(draft: Draft) -> bool:
    """Whether more is known than a word: a party in words, a place, or a number of those whom it befell.

    What a paper does with its readers is no event: "chat with us".
    """
    first = draft.mentions[0]
    told = [span.surface.lower() for span in (*first.actor_spans, *first.recipient_spans)]
    if told and draft.asserted_by is None and not (draft.actors or draft.recipients) and _READERS.issuperset(told):
        return False
    has_role = any(quantity.role for quantity in draft.quantities)
    return bool(first.actor_spans or first.recipient_spans or draft.place or has_role)


class _Builder:
    """Makes drafts of one article's events."""

    def __init__(self, dossier: Dossier) -> None:
        self._text: str = dossier.article.text
        self._tokens: Tokens = dossier["encoding"].tokens
        self._lower = [word.lower() for word in self._tokens.words]
        self._parties = Parties(dossier["chains"], self._lower)
        self._dossier = dossier
        self._by_sentence: dict[Range, list[RawEvent]] = {}
        for event in dossier["raw_events"]:
            self._by_sentence.setdefault(event.sentence, []).append(event)
        self._places = {place.span.surface for place in dossier["places"] if place.use == "literal"}
        self._statements = [s for s in dossier["statements"] if s.confidence >= _LEAST_STATEMENT]
        self._said = {s.time.id for s in self._statements if s.time is not None}
        self._sources = [span for s in self._statements if s.source is not None for span in s.source.spans]

    def draft(self, raw: RawEvent) -> Draft | None:
        """One event, before it is joined to others; None where its words are none."""
        others = [other for other in self._by_sentence[raw.sentence] if other.trigger != raw.trigger]
        raw = settle(raw, others, self._parties, self._lower)  # linking found mentions of words that had none
        trigger = self._span(raw.trigger)
        asserted_by = find_asserter(self._statements, trigger)
        raw = replace(raw, actors=self._told_actors(raw, asserted_by))
        actors, recipients = (tuple(map(self._span, some)) for some in (raw.actors, raw.recipients))
        whole = self._span(raw.sentence)
        sentence = whole.start, whole.end
        own = find_own_statement(self._statements, trigger)
        time = own.time if own is not None and own.time is not None else None
        if time is None or event_date(time) is None:
            triggers = [self._span(other.trigger) for other in others]
            time = choose_time(self._dossier["times"], self._text, trigger, sentence, triggers, said=self._said)
        doers, targets = map(self._without_places, sides_of(raw, self._parties, self._dossier["entity_at"]))
        if raw.type == "ACCUSE" and not accuses(self._told_with(raw)):
            is_done = subject_of(raw, self._parties, self._lower) is not None
            sides = judging(doers, targets, asserted_by, raw.confidence, is_done=is_done)
            if sides is None:
                return None
            doers, targets = sides
        if is_far_fetched(raw.type, self._lower[slice(*raw.trigger)], raw.confidence, (*doers, *targets)):
            return None
        return Draft(
            type=raw.type,
            mode=raw.mode if raw.mode and is_told(raw.type, raw.mode, whole.surface) else None,
            status=raw.status,
            lemma=" ".join(map(guess_lemma, trigger.surface.lower().split())),
            mentions=[EventMention(trigger, actors, recipients)],
            actors=doers,
            recipients=targets,
            date=event_date(time) if time else None,
            time=time,
            place=choose_place(
                self._dossier["places"], self._text, trigger, sentence, (*actors, *recipients, *self._sources)
            ),
            quantities=choose_quantities(
                self._dossier["quantities"],
                raw.type,
                trigger,
                whole,
                [(other.type, self._span(other.trigger)) for other in others],
            ),
            asserted_by=asserted_by,
            confidence=raw.confidence,
            sentence=whole,
        )

    def _without_places(self, side: tuple[Entity, ...]) -> tuple[Entity, ...]:
        """A side without a place that coreference took for a person: "the attacker in [Ardale] … he fled"."""
        return tuple(
            one for one in side if one.kind != "person" or one.entry is not None or one.name not in self._places
        )

    def _told_with(self, raw: RawEvent) -> str:
        """A trigger's words and the next ones."""
        return " ".join(self._lower[raw.trigger[0] : min(raw.trigger[1] + _BESIDE, raw.sentence[1])])

    def add_outcomes(self, drafts: Sequence[Draft]) -> None:
        """Give assaults the numbers of dead and injured that later sentences tell."""
        assaults = [draft for draft in drafts if draft.type == "ASSAULT" and draft.status == "actual"]
        starts = [0, *(following for _, following in find_ends(self._text))]
        numbers = outcomes_alone(self._dossier["quantities"], [draft.trigger for draft in assaults], starts)
        for at, found in numbers.items():
            assaults[at].quantities += tuple(found)

    def _told_actors(self, raw: RawEvent, told: Statement | None) -> tuple[Range, ...]:
        """Those actors whom the statement that tells an event leaves."""
        if told is None or told.source is None:
            return raw.actors
        entity_at = self._dossier["entity_at"]
        said_by = {entity.id for entity in told.source.entities}
        speaking = {
            words
            for words in raw.actors
            if said_by & {entity.id for entity in entities_of(self._parties, [words], entity_at)}
        }
        inside = {words for words in raw.actors if is_within(self._span(words), told.content.spans)}
        return told_actors(raw, speaking, inside, self._parties)

    def _span(self, words: Range) -> Span:
        return Span.of(self._text, int(self._tokens.starts[words[0]]), int(self._tokens.ends[words[1] - 1]))


def _event(number: str, draft: Draft, text: str) -> Event:
    first = draft.mentions[0]
    words = " ".join(_around(text, mention.trigger) for mention in draft.mentions)
    return Event(
        id=number,
        type=draft.type,
        mode=draft.mode,
        contexts=find_contexts(words),
        trigger=first.trigger,
        mentions=tuple(draft.mentions),
        actors=draft.actors,
        actor_spans=first.actor_spans,
        recipients=draft.recipients,
        recipient_spans=first.recipient_spans,
        date=draft.date,
        time=draft.time,
        place=draft.place,
        quantities=draft.quantities,
        status=draft.status,
        asserted_by=draft.asserted_by,
        confidence=draft.confidence,
    )


def _around(text: str, trigger: Span) -> str:
    """The line's words around a trigger."""
    start = max(text.rfind("\n", 0, trigger.start) + 1, trigger.start - _REACH)
    end = text.find("\n", trigger.end)
    return text[start : min(end if end >= 0 else len(text), trigger.end + _REACH)]


_READERS = I | WE | YOU
_BESIDE = 3  # words behind a trigger that may tell what it is: "[took] the blame"
_REACH = 120  # characters on either side of a trigger that tell its contexts
_LEAST_STATEMENT = 0.4  # confidence of one that tells events, and whose time and source are not theirs
