"""The step that settles who acts in each event, and upon whom, by the form of the sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.interpreting.events.arguments import Parties
from onrecord.interpreting.events.clauses import with_subject
from onrecord.interpreting.events.sides import without_nobodies
from onrecord.interpreting.events.subjects import settle_subjects

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.dossier import Dossier
    from onrecord.interpreting.events.raw import Range, RawEvent

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
            paid = replace(event, actors=without_money(event.actors), recipients=without_money(event.recipients))
            settled.append(settle(paid, others, parties, lower))
        return {"raw_events": tuple(settled)}


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
