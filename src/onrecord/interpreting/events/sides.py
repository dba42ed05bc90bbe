"""Sides of an event: who did it, and to whom, as entities."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, PRONOUN
from onrecord.interpreting.events.arguments import entities_of
from onrecord.interpreting.events.raw import MUTUAL
from onrecord.vocabulary.nobodies import load_nobodies
from onrecord.vocabulary.referring import POSSESSIVES

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.events.arguments import Parties
    from onrecord.interpreting.events.raw import Range, RawEvent
    from onrecord.records import Entity

_MALE, _FEMALE = frozenset({"him", "his"}), frozenset({"her"})
_VISITS = ("visit", "travel", "trip", "tour")
_EVEN = 0.5
_POSSESSIVES = POSSESSIVES - {"her"}  # "her" may be whom it befell


def sides_of(
    event: RawEvent, parties: Parties, entity_at: Mapping[int, Entity]
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """The actors and the recipients of an event.

    Nobody does something to himself but where both sides do it: "they met". In "Lind accused Ek, and Ek called him a
    liar" he is no Ek, but the only other person of the sentence.
    """
    actors = entities_of(parties, event.actors, entity_at)
    told = event.recipients
    if event.type == "MOBILIZE":
        told = tuple(words for words in told if not _is_thing(parties.mention(words)))
    recipients = entities_of(parties, told, entity_at)
    if event.type in MUTUAL:
        if set(actors) == set(recipients) and len(actors) == 1:
            actors = recipients = _with_owner(event, parties, entity_at, actors)
        if _travel_together(event, parties) and set(actors) == set(recipients):
            return actors, ()
        return _both_ways(actors, recipients, meets=event.type == "CONSULT")
    known = tuple(entity for entity in recipients if entity not in actors)
    if known or not recipients:
        return actors, known
    pronouns = [mention for words in event.recipients for mention in parties.mentions(words) if mention.form == PRONOUN]
    return actors, _only_other(pronouns, event, parties, entity_at, actors)


def without_nobodies(event: RawEvent, parties: Parties) -> RawEvent:
    """An event without actors that do nothing by themselves, and recipients to whom nothing is done: a lorry, a day."""
    nobodies = load_nobodies()
    return replace(
        event,
        actors=_without(event.actors, nobodies.idle, parties),
        recipients=_without(event.recipients, nobodies.deaf, parties),
    )


def _without(ranges: Sequence[Range], nouns: Container[str], parties: Parties) -> tuple[Range, ...]:
    """Those words whose mention no such noun describes."""
    kept = []
    for words in _whole(ranges, parties):
        some = parties.mentions(words)
        if not some or any(parties.noun(one, words) not in nouns for one in some):
            kept.append(words)
        elif to := next((at for at in range(words[0] + 1, words[1] - 1) if parties.word(at) == "to"), 0):
            kept.append((to + 1, words[1]))  # "gave bread [every month to the poor]"
    return tuple(kept)


def _whole(ranges: Sequence[Range], parties: Parties) -> Sequence[Range]:
    """Those words that are more than a "his" where there are some: "he apologised, [his] lawyer said"."""
    kept = [words for words in ranges if not _is_possessive(words, parties)]
    return kept or ranges


def _is_possessive(words: Range, parties: Parties) -> bool:
    one = parties.mention(words)
    is_short = one is not None and one.last - one.first == 1 and words[1] - words[0] == 1
    return is_short and parties.word(words[0]) in _POSSESSIVES


def _is_thing(mention: FoundMention | None) -> bool:
    """Whether it is what is readied, and nobody: "launched [a satellite]"."""
    return mention is not None and mention.kind == "other"


def _both_ways(
    actors: tuple[Entity, ...], recipients: tuple[Entity, ...], *, meets: bool
) -> tuple[tuple[Entity, ...], tuple[Entity, ...]]:
    """Every side in both roles where some are in both; alone nobody does something to himself, but a council meets."""
    if not set(actors) & set(recipients):
        return actors, recipients
    sides = tuple({entity.id: entity for entity in (*actors, *recipients)}.values())
    return (sides, sides) if len(sides) > 1 or (meets and sides[0].kind != "person") else (sides, ())


def _with_owner(
    event: RawEvent, parties: Parties, entity_at: Mapping[int, Entity], sides: tuple[Entity, ...]
) -> tuple[Entity, ...]:
    """The sides with the one whose talks they are: "[his] talks with Ek"."""
    at = event.trigger[0] - 1
    owner = entity_at.get(at) if at >= event.sentence[0] and parties.word(at) in POSSESSIVES else None
    return sides if owner is None or owner in sides else (owner, *sides)


def _travel_together(event: RawEvent, parties: Parties) -> bool:
    """Whether all who are listed as sides of a visit stand before it: "Lind and Ek visited the town"."""
    is_visit = any(parties.word(at).startswith(_VISITS) for at in range(*event.trigger))
    return is_visit and len(event.actors) > 1 and all(words[1] <= event.trigger[0] for words in event.actors)


def _only_other(
    pronouns: list[FoundMention],
    event: RawEvent,
    parties: Parties,
    entity_at: Mapping[int, Entity],
    actors: tuple[Entity, ...],
) -> tuple[Entity, ...]:
    """The only person that the sentence names before a "him" or "her", the actors left out."""
    if len(pronouns) != 1 or pronouns[0].words[0] not in _MALE | _FEMALE:
        return ()
    is_male = pronouns[0].words[0] in _MALE
    others = {
        entity_at[mention.head].id: entity_at[mention.head]
        for mention in parties.between(event.sentence[0], pronouns[0].first)
        if mention.form == NAME
        and mention.kind == "person"
        and (mention.male > _EVEN) == is_male
        and mention.head in entity_at
        and entity_at[mention.head] not in actors
    }
    return tuple(others.values()) if len(others) == 1 else ()
