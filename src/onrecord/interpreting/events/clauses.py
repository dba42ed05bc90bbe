"""Clauses: whose verb a trigger is. Who stands right before an active verb does it; a passive one befalls him.

The network reads who acts and who is acted upon from all words of a sentence, and mixes them up where another party
stands nearer, or is spoken of more: "Lind said that Ek, who leads the port, had threatened [to fire her]" is no threat
of Lind's. Where the verb's own subject stands in its place, grammar decides.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from onrecord.chains import PRONOUN
from onrecord.interpreting.events.arguments import is_count
from onrecord.interpreting.events.raw import MUTUAL
from onrecord.vocabulary.participles import is_past

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.events.arguments import Parties
    from onrecord.interpreting.events.raw import Range, RawEvent

_BE = frozenset("was were is are am be been being get gets got getting".split())
_HELPING = _BE | frozenset("has have had having will would can could may might shall must do does did".split())
_NEGATED = frozenset("hasn haven hadn won wouldn couldn don doesn didn isn wasn weren aren t ve ll d".split())
_ADVERBS = frozenset(
    "also then later even not never still already again once twice soon now just always so far".split()
)
_MARKS = frozenset({"'", "’"})
_RELATIVE = frozenset({"who", "which"})
_HYPHENS = frozenset({"-", "–"})
_ANDS = frozenset({"and", "&"})
_LISTING = _ANDS | _HYPHENS | {",", "of"}
_PREPOSITIONS = frozenset("of in at from with on for near by against to into under over during without".split())
# Participles that tell a state, and nothing that befell someone: "was opposed to", "is committed to".
_STATES = frozenset(
    """
    opposed committed prepared determined concerned worried outraged pleased engaged involved interested ashamed
    disappointed convinced resigned scheduled expected supposed set poised used married dated based located
    """.split()
)
# Verbs whose subject is done to, though they are active: "received a pardon", "faces a lawsuit".
_UNDERGOING = frozenset(
    """
    receive receives received receiving face faces faced facing suffer suffers suffered draw draws drew drawn undergo
    underwent get gets got gotten incur incurred sustain sustained come comes came earn earned win wins won lose lost
    remain remains remained stand stands stood seem seemed appear appeared
    """.split()
)
# What may befall someone; of the other types few are told in the passive, and those otherwise ("was agreed").
_BEFALLING = frozenset({"ACCUSE", "AID", "ASSAULT", "COERCE", "REQUEST", "SANCTION", "SUPPORT"})
# Behind these a noun phrase may be a subject; behind a verb it is an object: "found guilty of hitting [a guard]".
_OPENING = frozenset(
    """
    that which whom when while because if as after before since until where though although but and or so whether why
    how than said says say saying claims believes says yet then " “ ” ‘ : ; , . ( [ - – — ?
    """.split()
)
_CLAUSES = frozenset('that who which whom said says told when while because if as after before but ; : " “ ”'.split())
_REFERRING = frozenset("it they we i his her its their our my".split())
_TOGETHER = frozenset({"AGREE", "CONSULT", "COOPERATE"})
_DETERMINERS = frozenset("a an the his her its their this that these those him them us it all some two three".split())
_ACTING = frozenset({"person", "organization", "place"})
_LONGEST = 40  # words that a mention reaches back
_BREAKS = _CLAUSES | {",", "and"}
_AGENT_REACH = 8  # words between a participle and its "by"
_RELATIVE_REACH = 25  # words of a relative clause between a subject and its verb


class Subject(NamedTuple):
    """A verb's subject, and whether the verb is passive."""

    mentions: tuple[FoundMention, ...]
    is_passive: bool

    @property
    def ranges(self) -> tuple[Range, ...]:
        """The words of each."""
        return tuple((one.first, one.last) for one in self.mentions)


def with_subject(event: RawEvent, others: Sequence[RawEvent], parties: Parties, lower: Sequence[str]) -> RawEvent:
    """An event with its verb's subject as its actor, or as its recipient where the verb is passive.

    Args:
        event: as the network reads it.
        others: the sentence's other events.
        parties: of the article.
        lower: the article's words.
    """
    if event.type in MUTUAL and event.actors and event.actors == event.recipients:
        return event
    event = _by_agent(event, parties, lower)
    subject = subject_of(event, parties, lower) or _of_verb_before(event, others, parties, lower)
    if subject is None:
        return event
    if subject.is_passive:
        return _befallen(event, subject) if event.type in _BEFALLING else event
    return _with_object(_doing(event, subject, lower), parties)


def _with_object(event: RawEvent, parties: Parties) -> RawEvent:
    """An event of which nobody is told whom it befell with the verb's object: "bit [a guard]'s hand"."""
    if event.type not in _BEFALLING or event.recipients:
        return event
    start, end = event.trigger
    behind = [one for one in parties.between(end, end + 1) if one.kind in ("person", "organization")]
    nearest = min(behind, key=lambda one: one.last, default=None)
    if end - start > 1 or nearest is None:
        return event
    return replace(event, recipients=((nearest.first, nearest.last),))


def _doing(event: RawEvent, subject: Subject, lower: Sequence[str]) -> RawEvent:
    """The subject does it, and nobody else of another clause before it."""
    first = subject.ranges[0][0]
    kept = tuple(words for words in event.actors if _CLAUSES.isdisjoint(lower[words[1] : max(first, words[1])]))
    if event.actors and lower[first] in _REFERRING:
        kept = event.actors  # "the army says [it] fired", "Lind said [his country] will pay": the same side
    elif any(words[1] == first - 1 and lower[words[1]] == "," for words in kept):
        kept = tuple(words for words in kept if not _meets(words, subject.ranges))  # "Ek, [a guard] who shot at them"
    elif not any(_meets(words, subject.ranges) for words in kept):
        is_he = all(one.form == PRONOUN for one in subject.mentions)
        kept = event.actors if event.actors and is_he else subject.ranges  # the network has read whom he means
    if event.type not in _TOGETHER:
        kept = tuple(words for words in kept if words[0] < event.trigger[1]) or kept  # "she bit him as [he] held her"
    recipients = event.recipients
    if event.type not in _TOGETHER:
        recipients = tuple(words for words in recipients if not _meets(words, subject.ranges))
    return replace(event, actors=kept, recipients=recipients)


def _befallen(event: RawEvent, subject: Subject) -> RawEvent:
    """The subject is whom it befell, and did nothing."""
    actors = tuple(words for words in event.actors if not _meets(words, subject.ranges))
    known = tuple(words for words in event.recipients if _meets(words, subject.ranges))
    if all(is_count(one.words) for one in subject.mentions):
        known = event.recipients  # "ten people were killed in attacks on the guild"
    return replace(event, actors=actors, recipients=known or subject.ranges)


def _by_agent(event: RawEvent, parties: Parties, lower: Sequence[str]) -> RawEvent:
    """An event done "by" someone with him as its actor, and nobody behind: "hit by [a lorry] that a guard drove"."""
    end = _agent_at(event, lower)
    if end is None:
        return event
    agents = parties.between(end + 1, end + 2)
    if not agents:
        return event
    reach = max(one.last for one in agents)
    kept = tuple(
        words
        for words in event.actors
        if words[0] > end and all(word in _LISTING for word in lower[min(reach, words[0]) : words[0]])
    )
    kept = kept or ((min(one.first for one in agents), reach),)
    recipients = tuple(words for words in event.recipients if not _meets(words, kept))
    return replace(event, actors=kept, recipients=recipients)


def _agent_at(event: RawEvent, lower: Sequence[str]) -> int | None:
    """Where "by" stands behind a participle, with nothing but a place between: "removed from the site by police"."""
    end = event.trigger[1]
    if not any(map(is_past, lower[event.trigger[0] : end])):
        return None
    verb, start = _start_of(event, lower)
    helping = set(lower[start:verb]) & _HELPING
    if helping and helping.isdisjoint(_BE):
        return None  # "has removed it by night"
    last = min(event.sentence[1] - 1, end + _AGENT_REACH)
    at = next((at for at in range(end, last) if lower[at] == "by"), None)
    if at is None or (at > end and (lower[end] not in _PREPOSITIONS or not _BREAKS.isdisjoint(lower[end:at]))):
        return None
    is_joined = lower[at - 1] in _HYPHENS or lower[at + 1] in _HYPHENS  # "drive-by"
    return None if is_joined or lower[at + 1].endswith("ing") else at


def _meets(words: Range, others: Sequence[Range]) -> bool:
    return any(words[0] < last and first < words[1] for first, last in others)


def subject_of(event: RawEvent, parties: Parties, lower: Sequence[str]) -> Subject | None:
    """The subject that stands in its place before a trigger that is a verb; None where it is told otherwise."""
    verb, at = _start_of(event, lower)
    if verb is None or at <= event.sentence[0] or lower[verb] in _PREPOSITIONS | _UNDERGOING:
        return None
    helping = lower[at:verb]
    is_helped = any(word in _HELPING | _NEGATED for word in helping)
    is_ing = lower[verb].endswith("ing")
    is_passive = not is_ing and not _BE.isdisjoint(helping) and is_past(lower[verb])
    if is_passive and lower[verb] in _STATES:
        return None
    if is_ing and _BE.isdisjoint(helping):
        return None
    mentions = _before(at, event.sentence[0], parties, lower)
    if not mentions:
        return None
    is_relative = lower[mentions[0].first - 1] in _RELATIVE if mentions[0].first > event.sentence[0] else False
    if is_helped or (is_past(lower[verb]) and (is_relative or _has_object(event, parties, lower))):
        return Subject(mentions, is_passive)
    if not is_past(lower[verb]) or _agent_at(event, lower) is None:
        return None
    # "The wife of [a man] shot by police": a participle is told of the nearest noun.
    nearest = max(parties.between(mentions[-1].first, at), key=lambda one: (one.last == at, one.first))
    return Subject((nearest,), is_passive=True)


def _start_of(event: RawEvent, lower: Sequence[str]) -> tuple[int | None, int]:
    """Where the verb stands in a trigger, and where its auxiliaries and adverbs begin."""
    start, end = event.trigger
    verb = next((at for at in range(start, end) if lower[at] not in _HELPING and not _is_adverb(lower[at])), None)
    if verb is None:
        return None, start
    at = verb
    while at > event.sentence[0] and (lower[at - 1] in _HELPING | _NEGATED | _MARKS or _is_adverb(lower[at - 1])):
        at -= 1
    return verb, at


def _is_adverb(word: str) -> bool:
    return word in _ADVERBS or (word.endswith("ly") and len(word) > len("only"))


def _has_object(event: RawEvent, parties: Parties, lower: Sequence[str]) -> bool:
    """Whether an object stands right behind: "the court indicted [the girl]", not "the girl indicted by a court"."""
    end = event.trigger[1]
    if end >= event.sentence[1]:
        return False
    return lower[end] in _DETERMINERS or bool(parties.between(end, end + 1))


def _before(at: int, first: int, parties: Parties, lower: Sequence[str]) -> tuple[FoundMention, ...]:
    """The party that ends at a word, or before the relative clause that does, with those listed before it."""
    end, is_relative = at, False
    if lower[at - 1] == ",":
        relative = next(
            (i for i in range(at - 2, max(first, at - _RELATIVE_REACH), -1) if lower[i] in _RELATIVE | {","}), None
        )
        if relative is None or lower[relative] not in _RELATIVE or lower[relative - 1] != ",":
            return ()
        end = relative - 1
    elif lower[at - 1] in _RELATIVE:  # "a man who was shot", "Ek, who was shot"
        end, is_relative = at - 2 if lower[at - 2] == "," else at - 1, True
    one = _ending(end, first, parties)
    if one is None or one.kind not in _ACTING:
        return ()
    found = [one]
    while found[0].first - 1 > first and lower[found[0].first - 1] in _ANDS:
        other = _ending(found[0].first - 1, first, parties)
        if other is None or other.kind not in _ACTING:
            break
        found.insert(0, other)
    before = lower[found[0].first - 1] if found[0].first > first else ""
    opens = before != "of" if is_relative else not before or before in _OPENING
    return tuple(found) if opens else ()


def _ending(end: int, first: int, parties: Parties) -> FoundMention | None:
    """The longest party that ends at a word."""
    fit = [one for one in parties.between(max(first, end - _LONGEST), end) if one.last == end]
    return min(fit, key=lambda one: one.first, default=None)


def _of_verb_before(
    event: RawEvent, others: Sequence[RawEvent], parties: Parties, lower: Sequence[str]
) -> Subject | None:
    """The subject that a passive verb shares with the one before: "[Ek] was fired and was expelled from the guild"."""
    verb, at = _start_of(event, lower)
    if verb is None or at == verb or at <= event.sentence[0] or lower[at - 1] not in _ANDS:
        return None
    if _BE.isdisjoint(lower[at:verb]) or not is_past(lower[verb]):
        return None
    before = [other for other in others if other.trigger[1] < at]
    last = max(before, key=lambda other: other.trigger, default=None)
    subject = subject_of(last, parties, lower) if last is not None else None
    return subject if subject is not None and subject.is_passive else None
