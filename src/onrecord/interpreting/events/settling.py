"""The step that settles who acts in each event, and upon whom, by the form of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.interpreting.events.arguments import Parties
from onrecord.interpreting.events.clauses import with_subject
from onrecord.interpreting.events.sides import without_nobodies
from onrecord.interpreting.events.subjects import settle_subjects
from onrecord.tokens import GAPS

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.interpreting.events.raw import Range, RawEvent
    from onrecord.tokens import Tokens

_JOINED = GAPS.index("joined")
_ARTICLES = frozenset({"a", "an", "the"})
_CURRENCY = re.compile(r"[A-Z]{3}")  # the unit of a sum of money


class SettleEvents:
    """The step that gives events the parties that grammar tells, before it is asked who those are.

    It comes before linking: who is settled here to act is put on the list of entities like whom the network read.
    """

    name = "settle_events"
    version = "1"
    requires = ("encoding", "read_events", "chains", "quantities")
    makes = ("raw_events",)
    models: Mapping[str, str] = {}

    def __call__(self, dossier: Dossier) -> Mapping[str, Any]:
        """Make the events with their parties settled."""
        tokens = dossier["encoding"].tokens
        lower = [word.lower() for word in tokens.words]
        parties = Parties(dossier["chains"], lower)
        sums = [q.span for q in dossier["quantities"] if q.unit and _CURRENCY.fullmatch(q.unit)]

        def without_money(ranges: Sequence[Range]) -> tuple[Range, ...]:
            return tuple(
                words
                for words in ranges
                if not any(
                    money.start <= tokens.starts[words[0]] and tokens.ends[words[1] - 1] <= money.end for money in sums
                )
            )

        by_sentence: dict[Range, list[RawEvent]] = {}
        for event in dossier["read_events"]:
            by_sentence.setdefault(event.sentence, []).append(event)
        settled = []
        for event in dossier["read_events"]:
            others = [other for other in by_sentence[event.sentence] if other.trigger != event.trigger]
            paid = replace(
                event,
                actors=compounds(without_money(event.actors), tokens),
                recipients=compounds(without_money(event.recipients), tokens),
            )
            settled.append(settle(paid, others, parties, lower))
        return {"raw_events": tuple(settled)}


def compounds(ranges: Sequence[Range], tokens: Tokens) -> tuple[Range, ...]:
    """Words of parties with the rest of those that hyphens join: "[neo]-Nazis", "his [brother]-in-law"."""
    whole = ((_first_of(words[0], tokens), _last_of(words[1], tokens)) for words in ranges)
    return tuple(words for words in whole if words[0] < words[1])


def _first_of(first: int, tokens: Tokens) -> int:
    while first > 1 and (_is_joint(first - 1, tokens) or _is_abbreviated(first, tokens)):
        first -= 2
    return first


def _is_abbreviated(at: int, tokens: Tokens) -> bool:
    """Whether a word is a later letter of an abbreviation: the "S" of "U.S."."""
    return (
        len(tokens.words[at]) == len(tokens.words[at - 2]) == 1
        and tokens.words[at - 1] == "."
        and int(tokens.gaps[at]) == int(tokens.gaps[at - 1]) == _JOINED
        and tokens.words[at - 2].isupper()
    )


def _last_of(last: int, tokens: Tokens) -> int:
    while last > 1 and tokens.words[last - 1] in _ARTICLES:
        last -= 1  # "called [the warden a] liar"
    while last + 1 < len(tokens) and _is_joint(last, tokens):
        last += 2
    return last


def _is_joint(at: int, tokens: Tokens) -> bool:
    """Whether a word is a hyphen that nothing parts from the words on both sides."""
    return (
        tokens.words[at] == "-"
        and int(tokens.gaps[at]) == int(tokens.gaps[at + 1]) == _JOINED
        and tokens.words[at + 1].isalpha()
        and tokens.words[at - 1].isalpha()
    )


def settle(event: RawEvent, others: Sequence[RawEvent], parties: Parties, lower: Sequence[str]) -> RawEvent:
    """An event with the parties that grammar tells; settled again it stays as it is, but where more mentions are known.

    Args:
        event: as the network reads it.
        others: the sentence's other events.
        parties: of the article.
        lower: the article's words.
    """
    return without_nobodies(
        with_subject(settle_subjects(event, others, parties, lower), others, parties, lower), parties
    )
