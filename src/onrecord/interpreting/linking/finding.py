"""Linking an article's chains: each looked up by its names or by the offices of its descriptions, joined by entry."""

from __future__ import annotations

import operator
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import NAME, NOMINAL
from onrecord.interpreting.events.arguments import argument_ranges
from onrecord.interpreting.linking.aged import join_aged
from onrecord.interpreting.linking.described import find_described, find_offices
from onrecord.interpreting.linking.describing import Describer
from onrecord.interpreting.linking.former import link_former
from onrecord.interpreting.linking.introductions import join_introduced
from onrecord.interpreting.linking.links import Found
from onrecord.interpreting.linking.looking_up import LookUp
from onrecord.interpreting.linking.merging import make_chain
from onrecord.interpreting.linking.moving import Mover
from onrecord.interpreting.linking.names import find_known_names
from onrecord.interpreting.linking.parties import by_core_end, find_parties, part_unsure, widened
from onrecord.interpreting.linking.plain_bodies import join_plain_bodies
from onrecord.interpreting.linking.pronouns import link_pronouns
from onrecord.interpreting.linking.relatives import part_relatives
from onrecord.interpreting.linking.sexes import part_by_title
from onrecord.interpreting.linking.shortening import link_short_forms
from onrecord.interpreting.linking.surnames import join_bearers, link_surnames
from onrecord.interpreting.linking.towns import part_towns
from onrecord.vocabulary.titles import TELLERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.chains import Chain, FoundMention
    from onrecord.interpreting.events.raw import RawEvent
    from onrecord.interpreting.linking.links import Link
    from onrecord.interpreting.linking.view import View

_ARTICLES = frozenset({"a", "an", "the"})
_OWNING = frozenset({"s", "'", "’"})


def link_chains(
    view: View, chains: Sequence[Chain], events: Sequence[RawEvent] = ()
) -> tuple[tuple[Chain, ...], tuple[Link, ...]]:
    """The chains, those of one entry joined, in the order of their first mentions, and what is known of each.

    Args:
        view: the article.
        chains: as coreference found them.
        events: who does something in one, or to whom it is done, and has no mention there gets one.
    """
    arguments = argument_ranges(events)
    ending = by_core_end(view.wording.lower, arguments)
    known = [_widened(view, chain, ending) for chain in _with_known_names(view, chains)]
    known = join_aged(view, join_plain_bodies(view, _with_names_behind(view, known)))
    known = part_unsure(view, known, arguments)
    known += [make_chain([mention]) for mention in find_parties(view, known, arguments)]
    known = _with_names_behind(view, known)
    look_up = LookUp(view, known)
    found = look_up.find_all(known)
    moved = link_former(view, Mover(view).move(link_short_forms(view, found)))
    known_people = _joined(link_pronouns(view, link_surnames(view, moved)))
    joined = join_introduced(view, join_bearers(view, known_people), events)
    made = [(one.chain if one.is_whole else make_chain(one.mentions, like=one.chain), one.link) for one in joined]
    made.sort(key=lambda one: one[0].mentions[0].head)
    describer = Describer(view)
    return tuple(chain for chain, _ in made), tuple(describer.describe(chain, link) for chain, link in made)


def _with_known_names(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains with the borders of known names mended, and known names and described actors that were missed."""
    mended, missed = find_known_names(view.knowledge, view.wording, view.scene, chains)
    kept = [
        chain if all(map(operator.is_, mentions, chain.mentions)) else make_chain(mentions, like=chain)
        for mentions, chain in zip(mended, chains, strict=True)
        if mentions
    ]
    known = [mention for chain in kept for mention in chain.mentions]
    described = find_described(view.names, view.wording, [*known, *missed])
    kept, described = _without_adjectives(view, kept, described)
    missed += described
    offices = find_offices(view.names, view.wording, [*known, *missed])
    kept, offices = _widened_to(kept, offices)
    missed += offices
    return part_towns(view, part_relatives(view, part_by_title(kept))) + [make_chain([mention]) for mention in missed]


def _widened_to(chains: Sequence[Chain], offices: Sequence[FoundMention]) -> tuple[list[Chain], list[FoundMention]]:
    """The chains, descriptions as wide as the offices that they begin, and the other offices.

    Of "the secretary of state" only "the secretary" was found, and of nobody knew which secretary.
    """
    whole = {one.first: one for one in offices}
    begun = {
        mention.first
        for chain in chains
        for mention in chain.mentions
        if mention.form == NOMINAL and mention.kind == "person"
        if mention.first in whole and mention.last < whole[mention.first].last
    }

    def wide(mention: FoundMention) -> FoundMention:
        office = whole.get(mention.first) if mention.form == NOMINAL and mention.kind == "person" else None
        if office is None or mention.last >= office.last:
            return mention
        return replace(mention, last=office.last, words=office.words)

    kept = [_with_mentions(chain, [wide(mention) for mention in chain.mentions]) for chain in chains]
    return kept, [office for office in offices if office.first not in begun]


def _without_adjectives(
    view: View, chains: Sequence[Chain], described: Sequence[FoundMention]
) -> tuple[list[Chain], list[FoundMention]]:
    """The same without people who are but the adjective of a described actor: "a [former Russian] spy" is one."""
    actors = {mention.head for chain in chains for mention in chain.mentions if mention.form == NOMINAL}
    actors |= {mention.head for mention in described}
    only = {
        mention.last: mention
        for chain in chains
        for mention in chain.mentions
        if mention.last in actors and mention.last - mention.first > 1
        if mention.form == NAME and mention.kind == "person"
        if view.knowledge.countries_of_adjective(view.wording.tokens.words[mention.last - 1])
    }
    if not only:
        return list(chains), list(described)

    def whole(mention: FoundMention) -> FoundMention:
        if mention.form != NOMINAL or mention.head not in only:
            return mention
        first = min(mention.first, only[mention.head].first)
        first -= first > 0 and view.wording.lower[first - 1] in _ARTICLES
        return replace(mention, first=first, words=tuple(view.wording.lower[first : mention.last]))

    kept = []
    for chain in chains:
        mentions = [whole(mention) for mention in chain.mentions if only.get(mention.last) is not mention]
        if mentions:
            is_same = len(mentions) == len(chain.mentions) and all(map(operator.is_, mentions, chain.mentions))
            kept.append(chain if is_same else make_chain(mentions, like=chain))
    return kept, [whole(mention) for mention in described]


def _widened(view: View, chain: Chain, arguments: Mapping[int, Sequence[tuple[int, int]]]) -> Chain:
    """A chain, its descriptions as wide as the arguments that are the same."""
    return _with_mentions(chain, [widened(view, mention, arguments) for mention in chain.mentions])


def _with_names_behind(view: View, chains: Sequence[Chain]) -> list[Chain]:
    """The chains, descriptions of people with the body that "of" brings: "[the head] of the Harbour Board"."""
    lower = view.wording.lower
    names = {
        mention.first: mention.last
        for chain in chains
        for mention in chain.mentions
        if mention.form == NAME or (mention.form == NOMINAL and mention.kind == "organization")
    }

    people = {
        mention.first: mention.last
        for chain in chains
        for mention in chain.mentions
        if mention.form == NOMINAL and mention.kind == "person"
    }

    def whole(mention: FoundMention) -> FoundMention:
        at = mention.last
        if lower[mention.head] in TELLERS and lower[mention.head + 1 : mention.head + 2] == ["for"]:
            end = people.get(mention.head + 2, 0)  # "a spokesman for the Tessian president"
            if end > at:
                return replace(mention, last=end, words=tuple(lower[mention.first : end]))
        is_led = lower[at : at + 1] == ["of"] or (lower[at : at + 1] == ["for"] and lower[mention.head] in TELLERS)
        if mention.form != NOMINAL or mention.kind != "person" or at != mention.head + 1 or not is_led:
            return mention
        start = at + 1 if at + 1 in names or lower[at + 1 : at + 2] != ["the"] else at + 2
        last = names.get(start)
        behind = view.wording.tokens.words[last] if last is not None and last < len(lower) else "."
        if last is None or lower[last - 1] in _OWNING or behind in ("'", "’"):
            return mention
        if lower[at] == "for" and behind[0].isupper():
            return mention  # "a spokesman for U.N. Secretary-General Lind"
        return replace(mention, last=last, words=tuple(lower[mention.first : last]))

    return [_with_mentions(chain, [whole(mention) for mention in chain.mentions]) for chain in chains]


def _with_mentions(chain: Chain, mentions: Sequence[FoundMention]) -> Chain:
    """A chain with mentions in the place of its own; the same one where they are the same."""
    if all(map(operator.is_, mentions, chain.mentions)):
        return chain
    named = next(i for i, mention in enumerate(chain.mentions) if mention is chain.name)
    return replace(chain, mentions=tuple(mentions), name=mentions[named])


def _joined(found: Iterable[Found]) -> list[Found]:
    """Those of one entry made one; the surest link stays, and so does a chain with a name."""
    places: dict[tuple[str, bool], int] = {}
    parts: list[Found] = []
    for one in found:
        if not one.mentions:
            continue
        key = (one.link.entry or "", one.link.is_government)
        if one.link.entry and key in places:
            before = parts[places[key]]
            keeps = before.chain if before.chain.is_named or not one.chain.is_named else one.chain
            surest = max(before.link, one.link, key=lambda link: link.confidence or 0.0)
            acting = next((link for link in (before.link, one.link) if link.is_country and link.kind), None)
            if acting is not None:
                surest = replace(surest, kind=acting.kind, sector=acting.sector)
            parts[places[key]] = Found((*before.mentions, *one.mentions), keeps, surest)
            continue
        if one.link.entry:
            places[key] = len(parts)
        parts.append(one)
    return parts
