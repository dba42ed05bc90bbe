"""Subjects: who does what a verb tells where he stands elsewhere in the sentence, or where another stands nearer.

The network reads who acts from the words around a trigger. What it misses is told by the sentence's form: "a girl who
was filmed [slapping] troops", "charged a man for [punching] a guard", "she won a prize and [met] the minister". Of the
six records' actors .639 were right without all this, and .754 with it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.chains import PRONOUN
from onrecord.interpreting.events.arguments import is_count
from onrecord.interpreting.events.raw import MUTUAL

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from onrecord.chains import FoundMention
    from onrecord.interpreting.events.arguments import Parties
    from onrecord.interpreting.events.raw import Range, RawEvent

_PLACING = frozenset({"in", "at", "near", "inside", "outside"})  # before where it was, and before nobody who did it
# Who is so perceived does what the next -ing tells.
_PERCEIVED = frozenset(
    "filmed videotaped recorded pictured photographed shown seen spotted caught captured heard observed".split()
)
_AUXILIARY = frozenset("was were is are be been being has have had will would can could did does do".split())
_WHO = frozenset({"who", "that", "which"})
_FOR = frozenset({"for", "of"})
_ARTICLES = frozenset({"a", "an", "the"})
_PLACED = frozenset({"COERCE", "MOBILIZE"})  # "declared an emergency in [Tessen]" is done to Tessen
_FOR_DEEDS = frozenset({"ACCUSE", "COERCE", "SANCTION", "SUPPORT"})  # what is done to someone for a deed of his
_ANDS = frozenset({"and", "but"})
_LISTING = frozenset({"and", "or", "&", ","})
_ADVERBS = frozenset({"also", "then", "later", "even"})
_OF = frozenset({"of", "from"})
_CLAUSES = frozenset("as when while after before because who which that if until".split())
_BELONGING = frozenset("of from in at for to by with".split())
_LED = frozenset({"led", "run", "made", "known"})
_VERBAL = frozenset({"ACCUSE", "REJECT", "REQUEST", "THREATEN"})  # done by who says so
_TOGETHER = frozenset({"CONSULT", "AGREE", "COOPERATE"})  # the speaker is often one of both: "said he would meet him"
_ACTING = frozenset({"person", "organization", "place"})
_PASSIVE_REACH = 8  # words between "filmed" and the deed: "filmed last month in the West Bank slapping"
_WHO_REACH = 4  # words between someone and his "who": "a girl on Monday who"
_OBJECT_REACH = 2  # words between a verb and its object
_LONGEST = 40  # words that a mention reaches back


def settle_subjects(event: RawEvent, others: Sequence[RawEvent], parties: Parties, lower: Sequence[str]) -> RawEvent:
    """An event with its actors as the sentence's form tells them.

    Args:
        event: as the network reads it.
        others: the sentence's other events.
        parties: of the article.
        lower: the article's words.
    """
    start = event.trigger[0]
    actors, recipients = event.actors, event.recipients
    if event.type not in MUTUAL or actors != recipients:
        actors = tuple(words for words in actors if not _is_placed(words, event, parties, lower))
        actors = _without_parts(actors, parties, lower)
        recipients = _targets(event, others, parties, lower)
    if blamed := _blamed_by_actors(event, actors, others, lower):
        return replace(event, actors=blamed, recipients=recipients)
    if any(words[1] <= start for words in actors):
        return replace(event, actors=actors, recipients=recipients)
    if lower[start].endswith("ing"):
        found = _perceived(event, parties, lower) or (() if actors else _blamed(event, others, lower))
        if found:
            # Whom the network took for the actor stands behind the deed: "pictured [biting] a soldier who held him".
            recipients = tuple(words for words in actors if words not in found) or recipients
            actors = found
    elif subject := _shared_subject(event, parties, lower):
        is_both = event.type in MUTUAL and bool(actors) and actors == recipients
        actors = (*subject, *actors) if is_both else subject
        recipients = actors if is_both else recipients
    return replace(event, actors=actors, recipients=recipients)


def told_actors(
    event: RawEvent, speaking: Collection[Range], inside: Collection[Range], parties: Parties
) -> tuple[Range, ...]:
    """Actors as the statement that tells the event has them: who reports a deed has not done it.

    Of what is done with words the speaker is the actor, and not those to whom he speaks.

    Args:
        event: whose actors they are.
        speaking: those of its actors that are the statement's source.
        inside: those that stand in what is said.
        parties: of the article.
    """
    if event.type in _VERBAL:
        kept = () if inside else speaking
    elif event.type in _TOGETHER or not any(one.form != PRONOUN for words in inside for one in parties.mentions(words)):
        kept = ()  # "the army says [it] fired": the same one
    else:
        kept = inside
    return tuple(words for words in event.actors if words in kept) or event.actors


def _targets(event: RawEvent, others: Sequence[RawEvent], parties: Parties, lower: Sequence[str]) -> tuple[Range, ...]:
    """Recipients without those that tell where it was, which one another is, or whom another deed befell."""
    kept = _without_parts(_owners(event.recipients, parties, lower), parties, lower)
    kept = tuple(words for words in kept if not any(_is_of(other, words, event, lower) for other in others))
    if event.type in _FOR_DEEDS:
        end = next((at for at in range(*_behind(event)) if _opens_deed(at, lower)), event.sentence[1])
        kept = tuple(words for words in kept if words[0] < end) or kept
    kept = tuple(words for words in kept if not _is_object(words, event, lower)) or kept
    if event.type == "ASSAULT":
        kept = tuple(words for words in kept if not _is_start(words, event, lower))
    if event.type in _PLACED:
        return kept
    left = tuple(words for words in kept if not _is_placed(words, event, parties, lower))
    return left if any(not is_count(lower[slice(*words)]) for words in left) else kept


def _is_object(words: Range, event: RawEvent, lower: Sequence[str]) -> bool:
    """Whether another deed, that is told of a party, befell someone: "who is guilty of hitting [a guard] is jailed"."""
    at = words[0]
    if not event.sentence[0] + 1 < at < event.trigger[0]:
        return False
    return lower[at - 1].endswith("ing") and lower[at - 2] in _FOR


def _is_start(words: Range, event: RawEvent, lower: Sequence[str]) -> bool:
    """Whether it is where the shots came from: "fired from [the hotel]"."""
    return words[0] > event.trigger[1] - 1 and lower[words[0] - 1] == "from"


def _owners(ranges: Sequence[Range], parties: Parties, lower: Sequence[str]) -> Sequence[Range]:
    """Parties without the things that are theirs: "gave in to the demands of [the drivers]"."""
    things = [words for words in ranges if (one := parties.mention(words)) is not None and one.kind == "other"]
    owned = {thing for thing in things for words in ranges if words not in things and _belongs(thing, words, lower)}
    return [words for words in ranges if words not in owned]


def _is_of(other: RawEvent, words: Range, event: RawEvent, lower: Sequence[str]) -> bool:
    """Whether another deed, told in a clause of its own behind, befell someone: "bit him as he held [her]"."""
    start, end = other.trigger[0], other.trigger[1]
    if not event.trigger[1] <= start < end <= words[0] or words not in other.recipients:
        return False
    return not _CLAUSES.isdisjoint(lower[event.trigger[1] : start])


def _behind(event: RawEvent) -> Range:
    return event.trigger[1], event.sentence[1] - 1


def _opens_deed(at: int, lower: Sequence[str]) -> bool:
    """Whether what someone is accused of is told from here: "of shelling Brusk"."""
    return lower[at] in _FOR and lower[at + 1].endswith("ing")


def _is_placed(words: Range, event: RawEvent, parties: Parties, lower: Sequence[str]) -> bool:
    """Whether it is where something was, and nobody who did it: "in [the West Bank]", "in a [Brusk] street"."""
    at = words[0]
    one = parties.mention(words)
    if at > event.sentence[0] + 1 and lower[at - 1] in _ARTICLES and one is not None and one.kind == "place":
        at -= 1
    return at > event.sentence[0] and lower[at - 1] in _PLACING


def _without_parts(ranges: Sequence[Range], parties: Parties, lower: Sequence[str]) -> tuple[Range, ...]:
    """Parties without those that but tell which one another is: "the section of [the office]", "men linked to [it]"."""
    found = [(words, parties.mention(words)) for words in ranges]
    wholes = [mention for _, mention in found if mention is not None]
    kept = tuple(
        words
        for words, mention in found
        if not any(_belongs(one, words, lower) for one in ranges)
        and not (mention is not None and any(_is_behind_head(mention, whole, lower) for whole in wholes))
    )
    return kept or tuple(ranges)


def _is_behind_head(part: FoundMention, whole: FoundMention, lower: Sequence[str]) -> bool:
    """Whether it lies in another, behind that one's head, and is no member of a list."""
    between = lower[whole.head + 1 : part.first]
    return whole.head < part.first and part.last <= whole.last and _LISTING.isdisjoint(between)


def _belongs(whole: Range, part: Range, lower: Sequence[str]) -> bool:
    between = lower[whole[1] : part[0]]
    if len(between) not in (1, 2) or between[-1] not in _BELONGING:
        return False
    return (len(between) == 1 and between[0] in _OF) or between[0].endswith("ed") or between[0] in _LED


def _perceived(event: RawEvent, parties: Parties, lower: Sequence[str]) -> tuple[Range, ...]:
    """Who was seen doing it: "[a girl] who was filmed slapping troops"."""
    start = event.trigger[0]
    first = max(event.sentence[0] + 1, start - _PASSIVE_REACH)
    seen = next((at for at in range(start - 1, first, -1) if lower[at] in _PERCEIVED), None)
    if seen is None:
        return ()
    at = seen
    while at > event.sentence[0] and (lower[at - 1] in _AUXILIARY or lower[at - 1].endswith("ly")):
        at -= 1
    if at == seen:
        return ()
    is_relative = lower[at - 1] in _WHO
    subject = _ending(at - 1 - _WHO_REACH if is_relative else at - 1, at - 1 if is_relative else at, parties)
    return ((subject.first, subject.last),) if subject is not None else ()


def _ending(low: int, high: int, parties: Parties) -> FoundMention | None:
    """The last party that ends in a range of words."""
    fit = [one for one in parties.between(low - _LONGEST, high) if low < one.last <= high and one.kind in _ACTING]
    return max(fit, key=lambda one: (one.last, one.last - one.first), default=None)


def _blamed_by_actors(
    event: RawEvent, actors: Sequence[Range], others: Sequence[RawEvent], lower: Sequence[str]
) -> tuple[Range, ...]:
    """To whom something was done for a deed that the network gives to those who did it, or to whom one apologised."""
    start = event.trigger[0]
    if not lower[start].endswith("ing") or lower[start - 1] not in _FOR:
        return ()
    charging = {words for one in others if one.type in _FOR_DEEDS and one.trigger[1] < start for words in one.actors}
    is_charging = any(words in charging or words[0] > start for words in actors)
    is_told_sorry = any(_is_told_sorry(words, lower) for words in actors)
    return _blamed(event, others, lower) if is_charging or is_told_sorry else ()


def _is_told_sorry(words: Range, lower: Sequence[str]) -> bool:
    """Whether someone apologises to him: "apologise to [Ek] for hitting him"."""
    return lower[words[0] - 1] == "to" and lower[words[0] - 2].startswith("apolog")


def _blamed(event: RawEvent, others: Sequence[RawEvent], lower: Sequence[str]) -> tuple[Range, ...]:
    """To whom something was done for it: "charged [a man] for punching a guard"."""
    start = event.trigger[0]
    if lower[start - 1] not in _FOR:
        return ()
    before = [one for one in others if one.type in _FOR_DEEDS and one.trigger[1] < start and one.recipients]
    if not before:
        return ()
    return tuple(words for words in before[-1].recipients if words[1] < start)


def _shared_subject(event: RawEvent, parties: Parties, lower: Sequence[str]) -> tuple[Range, ...]:
    """Whose deed an earlier verb tells too: "[she] won a prize and met the minister"."""
    start, end = event.trigger
    at = start
    while at > event.sentence[0] and (lower[at - 1] in _ADVERBS or lower[at - 1].endswith("ly")):
        at -= 1
    has_object = any(0 <= words[0] - end <= _OBJECT_REACH for words in event.recipients)
    if not has_object or at == event.sentence[0] or lower[at - 1] not in _ANDS:
        return ()
    for one in reversed(parties.between(event.sentence[0], at)):
        before = lower[one.first - 1] if one.first > event.sentence[0] else ""
        if before in _BELONGING or one.kind not in _ACTING:
            continue
        if lower[one.last] in _AUXILIARY or lower[one.last].endswith("ed"):
            other = _ending(one.first - 2, one.first - 1, parties) if before == "and" else None
            return tuple((side.first, side.last) for side in (other, one) if side is not None)
    return ()
