"""The step that puts disputes on record: whose they are, about what, and both sides' words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from onrecord.chains import NAME, NOMINAL
from onrecord.inference import read_manifest
from onrecord.interpreting.disputes.reading import MODEL, SURE, read_disputes
from onrecord.interpreting.shared_layers import SHARED
from onrecord.records import Dispute, Span
from onrecord.tokens import word_range

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.chains import FoundMention
    from onrecord.dossier import Dossier
    from onrecord.interpreting.disputes.candidates import Sentence
    from onrecord.interpreting.disputes.reading import Found
    from onrecord.records import Entity, Statement
    from onrecord.tokens import Tokens

_CHARGES = r"(?:accusation|allegation|charge|claim|report|suggestion|assertion|account)s?"
_BY = re.compile(rf"\b{_CHARGES} (?:made )?(?:by|from) $")
_WHOSE = re.compile(rf"^['’]s? (?:\w+ )?{_CHARGES}\b")
_NEGATION = re.compile(
    r"\b(?:no|not|never|nothing|none|nobody|false|untrue|invention|lie|nonsense|neither)\b|n['’]t\b", re.IGNORECASE
)
_LONGEST_ABOUT = 90  # characters
_PARTY_KINDS = frozenset({"person", "organization", "group", "place"})
_BLAMED = frozenset({"person", "organization"})
_FOR = re.compile(r" (?:for|over|because|since|as|which|whose)\b")
_DENYING = frozenset({"deny", "reject", "doubt"})
_ACCUSING = frozenset({"accuse", "criticize"})
_LEADING = re.compile(
    r"^(?:that|to|whether|the (?:claim|charge|accusation|allegation|suggestion|report)s? (?:that|of))\s+", re.IGNORECASE
)


class FindDisputes:
    """The step that finds denials, contradictions, reversals and blame."""

    name = "find_disputes"
    version = "3"
    requires = ("encoding", "statements", "chains", "entity_at")
    optional = ("running_text",)
    makes = ("disputes",)

    @property
    def models(self) -> Mapping[str, str]:
        """The network's digests."""
        return {name: read_manifest()[name] for name in (SHARED, MODEL)}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the disputes, in text order."""
        encoding, statements = dossier["encoding"], dossier["statements"]
        builder = _Builder(dossier, encoding.tokens)
        read = [one for one in read_disputes(dossier.running_text, encoding, statements) if builder.holds(one)]
        made = [builder.dispute(one) for one in _without_doubles(read)]
        made.sort(key=lambda dispute: dispute.spans)
        return {
            "disputes": tuple(
                Dispute(f"d{number}", one.kind, one.about, one.parties, one.statements, one.spans)
                for number, one in enumerate(made, 1)
            )
        }


def _without_doubles(found: Sequence[Found]) -> Iterator[Found]:
    """Each once: a denial that is read alone is told with its other side where it has one.

    Two sides are against each other in one way only, the likeliest; a contradiction of which one side denies something
    by itself is that denial.
    """
    denying = {one.sentences[0].number for one in found if one.kind == "denial" and len(one.sentences) == 1}
    found = [one._replace(kind="denial") if _is_answered(one, denying) else one for one in found]
    told: set[tuple[str, int]] = set()
    against = {sentence.number for one in found if len(one.sentences) > 1 for sentence in one.sentences}
    for one in sorted(found, key=lambda one: (-len(one.sentences), -one.chance)):
        way = one.kind if one.kind == "blame" else "against"
        keys = {(some, sentence.number) for sentence in one.sentences for some in (one.kind, way)}
        if keys & told:  # the pairs come first
            continue
        if one.kind == "blame" and one.chance < 1.0 and any(number in against for _, number in keys):
            continue  # "they fired first" is said against another who denies it
        told |= keys
        yield one


def _is_answered(found: Found, denying: set[int]) -> bool:
    return found.kind == "contradiction" and any(sentence.number in denying for sentence in found.sentences)


class _Builder:
    """Makes one article's disputes."""

    def __init__(self, dossier: Dossier, tokens: Tokens) -> None:
        self._text: str = dossier.article.text
        self._tokens = tokens
        self._entity_at: Mapping[int, Entity] = dossier["entity_at"]
        self._mentions: Sequence[FoundMention] = sorted(
            (m for chain in dossier["chains"] for m in chain.mentions), key=lambda m: m.first
        )

    def holds(self, found: Found) -> bool:
        """Whether blame is put on somebody, and not on the weather; and whether what no word denies is a denial."""
        statements = [self._statement(found.kind, sentence) for sentence in found.sentences]
        if found.kind == "blame":
            first = statements[0]
            # The words that name blame tell on whom it is put; where the network sees it they may stand anywhere.
            if first is not None and found.chance == 1.0:
                return self._is_put_on_somebody(first)
            if any(one.cue is not None and one.cue.act == "admit" for one in found.sentences[0].statements):
                return False  # who "had said it was the crew's fault" and now admits something takes it back
            return self._speaks_of_another(first, found.sentences[0])
        if found.kind == "reversal" and len(statements) > 1 and not all(statements):
            return self._is_of_one(found, statements)
        if found.kind == "denial" and not found.is_named and found.chance < SURE:
            return self._denying(found, statements) is not None
        return True

    def _is_of_one(self, found: Found, statements: Sequence[Statement | None]) -> bool:
        """Whether a deed that goes against somebody's words is told of him who said them."""
        for own, deed in ((0, 1), (1, 0)):
            if (said := statements[own]) is not None and statements[deed] is None:
                speakers = set(said.source.entities) if said.source else set()
                return bool(speakers & set(self._parties_in(found.sentences[deed])))
        return False

    def dispute(self, found: Found) -> Dispute:
        """The dispute on record; its id is given later."""
        sides = [self._statement(found.kind, sentence) for sentence in found.sentences]
        statements = [one for one in sides if one is not None]
        if found.kind == "contradiction" and (denying := self._denying(found, sides)) is not None:
            found = found._replace(kind="denial")
            statements.sort(key=lambda one: one is not denying)
        elif found.kind == "denial" and len(statements) > 1:
            statements.sort(key=lambda one: one.cue is None or one.cue.act not in _DENYING)
        speakers = [entity for one in statements for entity in (one.source.entities if one.source else ())]
        parties = list(dict.fromkeys(speakers)) if statements else self._parties_in(found.sentences[0])[:2]
        if len(found.sentences) == 1 and found.kind == "blame" and statements:
            parties += [one for one in self._others(statements[0]) if one not in parties][:1]
        elif len(found.sentences) == 1 and found.kind == "denial":
            parties += [one for one in self._accusers(found.sentences[0]) if one not in parties][:1]
        elif found.kind == "reversal" and len(statements) > 1:
            sources = [set(one.source.entities) if one.source else set() for one in statements]
            parties = [party for party in parties if all(party in some for some in sources)] or parties
        return Dispute(
            id="",
            kind=found.kind,
            about=self._about(statements[0] if statements else None, found.sentences[0]),
            parties=tuple(parties if found.kind != "reversal" else parties[:1]),
            statements=tuple(sorted(_each_once(statements), key=lambda one: (len(one.id), one.id))),
            spans=tuple(self._span(sentence) for sentence in found.sentences),
        )

    def _denying(self, found: Found, statements: Sequence[Statement | None]) -> Statement | None:
        """Of two statements the one whose speaker is spoken of in the other, and says no: that is a denial."""
        if len(statements) < 2:
            return None
        for own, other in ((0, 1), (1, 0)):
            sentence, said, charge = found.sentences[own], statements[own], statements[other]
            if said is None or said.source is None:
                continue
            if not _NEGATION.search(self._text, sentence.start, sentence.end):
                continue
            others = self._others(charge) if charge is not None else self._parties_in(found.sentences[other])
            if set(others) & set(said.source.entities):
                return said
        return None

    def _statement(self, kind: str, sentence: Sentence) -> Statement | None:
        """The statement of a sentence that the dispute is about: the one whose act fits, else the first."""
        acts = {"denial": _DENYING, "blame": _ACCUSING}.get(kind, frozenset())
        fit = [one for one in sentence.statements if one.cue is not None and one.cue.act in acts]
        return next(iter(fit or sentence.statements), None)

    def _parties_in(self, sentence: Sentence) -> list[Entity]:
        """The parties that a sentence speaks of, in its order."""
        first, last = sentence.words
        found = (self._entity_at.get(one.head) for one in self._mentions if first <= one.first and one.last <= last)
        return list(dict.fromkeys(one for one in found if one is not None and one.kind in _PARTY_KINDS))

    def _accusers(self, sentence: Sentence) -> Iterator[Entity]:
        """Whose claim a sentence denies: "accusations by [the navy]", "[the navy]'s report"."""
        first, last = sentence.words
        for mention in self._mentions:
            if not first <= mention.first < last or mention.form not in (NAME, NOMINAL):
                continue
            start, end = int(self._tokens.starts[mention.first]), int(self._tokens.ends[mention.last - 1])
            if _BY.search(self._text[max(0, start - 40) : start]) or _WHOSE.match(self._text[end : end + 40]):
                entity = self._entity_at.get(mention.head)
                if entity is not None and entity.kind in _PARTY_KINDS:
                    yield entity

    def _others(self, statement: Statement) -> Iterator[Entity]:
        """The parties that the words of a statement name: whom it blames, whose claim it denies."""
        for span in statement.content.spans:
            first, last = word_range(self._tokens, span)
            for mention in self._mentions:
                if first <= mention.first and mention.last <= last and mention.form in (NAME, NOMINAL):
                    entity = self._entity_at.get(mention.head)
                    if entity is not None and entity.kind in _PARTY_KINDS:
                        yield entity

    def _is_put_on_somebody(self, statement: Statement) -> bool:
        """Whether the words of blame, before what it is for, name people or bodies, or "they"."""
        speakers = set(statement.source.entities) if statement.source else set()
        for span in statement.content.spans:
            end = _FOR.search(self._text, span.start, span.end)
            first, last = word_range(
                self._tokens, span if end is None else Span.of(self._text, span.start, end.start())
            )
            for mention in self._mentions:
                if not (first <= mention.first and mention.last <= last):
                    continue
                entity = self._entity_at.get(mention.head)
                if entity not in speakers and (mention.kind in _BLAMED or entity is not None):
                    return True
        return False

    def _speaks_of_another(self, statement: Statement | None, sentence: Sentence) -> bool:
        """Whether a sentence speaks of a person or a body other than who says it."""
        speakers = set(statement.source.entities) if statement and statement.source else set()
        first, last = sentence.words
        return any(
            mention.kind in _BLAMED and self._entity_at.get(mention.head) not in speakers
            for mention in self._mentions
            if first <= mention.first and mention.last <= last
        )

    def _about(self, statement: Statement | None, sentence: Sentence) -> str:
        """What a dispute is about, in the words of its first side, of its sentence where it has some in there."""
        if statement is None:
            return self._shortened(self._span(sentence).surface)
        spans = [span for span in statement.content.spans if span.start < sentence.end and sentence.start < span.end]
        inside = (self._text[max(span.start, sentence.start) : min(span.end, sentence.end)] for span in spans)
        return self._shortened(" … ".join(inside) or statement.content.text)

    def _shortened(self, told: str) -> str:
        words = _LEADING.sub("", " ".join(told.split()).strip(" \"“”'‘’,.;"))
        if len(words) <= _LONGEST_ABOUT:
            return words
        return words[:_LONGEST_ABOUT].rsplit(" ", 1)[0] + " …"

    def _span(self, sentence: Sentence) -> Span:
        start = (
            sentence.start
            + len(self._text[sentence.start : sentence.end])
            - len(self._text[sentence.start : sentence.end].lstrip())
        )
        return Span.of(self._text, start, sentence.end)


def _each_once(statements: Sequence[Statement]) -> list[Statement]:
    """Statements, each once."""
    return list({one.id: one for one in statements}.values())
