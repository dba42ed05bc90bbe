"""The step that puts conditions on record: who holds them, who has to act, and which statement carries them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.chains import NAME, NOMINAL, PRONOUN
from onrecord.inference import read_manifest
from onrecord.interpreting.conditions.reading import MODEL, read_conditions
from onrecord.interpreting.shared_layers import SHARED
from onrecord.records import Condition, Part, Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.chains import FoundMention
    from onrecord.dossier import Dossier
    from onrecord.interpreting.conditions.reading import RawCondition
    from onrecord.interpreting.conditions.windows import Range
    from onrecord.records import Entity, Statement
    from onrecord.spans import Spans
    from onrecord.tokens import Tokens

_FIRST_WORDS = 4  # of an if-part, within which its subject begins
_APOSTROPHES = frozenset({"'", "’"})
# Whoever is meant by these is known from who speaks, and to whom, if at all.
_NO_PARTY = frozenset({"i", "we", "you", "it", "this", "that", "there", "one"})
_PARTY_KINDS = frozenset({"person", "organization", "group", "place"})
# Kinds whose holder asks something of another, or tells him what to fear.
_BARGAINING = frozenset({"offer", "threat", "demand", "promise"})


class FindConditions:
    """The step that finds what is said to depend on what."""

    name = "find_conditions"
    version = "2"
    requires = ("encoding", "statements", "chains", "entity_at")
    optional = ("running_text",)
    makes = ("conditions",)

    @property
    def models(self) -> Mapping[str, str]:
        """The network's digests."""
        return {name: read_manifest()[name] for name in (SHARED, MODEL)}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the conditions, in text order."""
        tokens = dossier["encoding"].tokens
        raw = read_conditions(dossier.running_text, tokens)
        mentions = sorted((m for chain in dossier["chains"] for m in chain.mentions), key=lambda m: m.first)
        sides = Sides(tokens.words, mentions, dossier["entity_at"])
        text, statements = dossier.article.text, dossier["statements"]
        return {
            "conditions": tuple(
                make_condition(f"c{number}", one, (text, tokens), statements, sides)
                for number, one in enumerate(raw, 1)
            )
        }


class Sides:
    """Finds who is a condition's counterpart."""

    def __init__(self, words: Sequence[str], mentions: Sequence[FoundMention], entity_at: Mapping[int, Entity]) -> None:
        self._words = words
        self._mentions = mentions
        self._entity_at = entity_at

    def subject_of(self, words: Range) -> Entity | None:
        """The party that some words begin with: who has to act in "[the rebels] leave the city"."""
        first, last = words
        if self._words[first].lower() in _NO_PARTY:
            return None
        for mention in self._mentions:
            if mention.first >= min(first + _FIRST_WORDS, last):
                return None
            if first <= mention.first and mention.last <= last:
                if mention.last < len(self._words) and self._words[mention.last] in _APOSTROPHES:
                    return None  # "[Ardale]'s membership" says nothing of who acts
                entity = self._entity_at.get(mention.head)
                if mention.form in (NAME, NOMINAL) or (
                    mention.form == PRONOUN and mention.words[0] in {"they", "he", "she"}
                ):
                    return entity if entity is not None and entity.kind in _PARTY_KINDS else None
        return None


def make_condition(
    number: str, raw: RawCondition, source: tuple[str, Tokens], statements: Sequence[Statement], sides: Sides
) -> Condition:
    """The condition on record; `source` is the article's text with its words."""
    text, tokens = source
    marker = _span(text, tokens, raw.marker)
    if_, then = (tuple(_span(text, tokens, words) for words in part) for part in (raw.if_, raw.then))
    statement = find_statement(statements, marker, (*if_, *then))
    speakers = statement.source.entities if statement and statement.source else ()
    holder = speakers[0] if speakers else None
    counterpart = next(
        (
            entity
            for entity in (sides.subject_of(words) for words in raw.if_)
            if entity is not None and entity not in speakers
        ),
        None,
    )
    if counterpart is None and statement is not None and raw.kind in _BARGAINING:
        counterpart = next((entity for entity in statement.addressees if entity.named and entity not in speakers), None)
    return Condition(
        id=number,
        kind=raw.kind,
        holder=holder,
        counterpart=counterpart,
        if_=Part(if_),
        then=Part(then),
        marker=marker,
        statement=statement,
        confidence=raw.confidence,
    )


def find_statement(statements: Sequence[Statement], marker: Span, parts: Spans) -> Statement | None:
    """The innermost statement that carries a condition: its content holds the marker, and most of both parts."""
    size = sum(span.end - span.start for span in parts)

    def held(statement: Statement) -> int:
        return sum(
            max(0, min(span.end, part.end) - max(span.start, part.start))
            for span in statement.content.spans
            for part in parts
        )

    holding = [
        statement
        for statement in statements
        if statement.source is not None
        and any(span.start <= marker.start and marker.end <= span.end for span in statement.content.spans)
        and held(statement) * 3 >= size * 2
    ]
    return min(holding, key=lambda s: sum(span.end - span.start for span in s.content.spans), default=None)


def _span(text: str, tokens: Tokens, words: Range) -> Span:
    return Span.of(text, int(tokens.starts[words[0]]), int(tokens.ends[words[1] - 1]))
