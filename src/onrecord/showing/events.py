"""Who did what: the article's events, each in a line, in text order."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.brief import counted, shortened
from onrecord.showing.event_words import tell_class, tell_code, tell_context, tell_deed, tell_status
from onrecord.showing.places import tell_where
from onrecord.showing.plain_text import one_line
from onrecord.showing.quantity_words import tell_quantity
from onrecord.showing.rows import NO_WORDS, RowView, SectionView, quote_wordings
from onrecord.showing.sureness import sure_part
from onrecord.showing.time_words import tell_time
from onrecord.showing.wording import NOT_STATED, describe_source, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.records import Entity, Event, Record, Source
    from onrecord.spans import Span, Spans

_SOMEONE = "someone not named"
_MEETING = "CONSULT"
_NOBODY = "no one named"
_TO, _BOTH_WAYS = " → ", " ↔ "
_AMONG_THEMSELVES = "among themselves"  # "the two leaders", who met
_LONGEST_NAME = 48
_LONGEST_ASSERTER = 60
_MOST_NAMES = 3  # on one side; more are counted
_MOST_QUANTITIES = 4
# Words that have a capital letter only where they begin a sentence.
_SMALL = frozenset(
    """
    a all an another at both dozens eight eighteen eleven fifteen few fifty five forty four fourteen her his hundreds
    its many more most nine no one our several seven six some ten that the their these thirty those thousands three
    twelve twenty two your
    """.split()
)
# Words that by themselves name nobody.
_IDLE = frozenset(
    """
    a an he her hers him his i it its me my our she that the their them these they this those us we which who whom whose
    you your
    """.split()
)
_STATUSES = ("actual", "planned", "hypothetical", "denied")
_DONE = "done"


def describe_events(record: Record, *, least: float = 0.0) -> SectionView | None:
    """Events in text order: what was done, by whom to whom, when, where, how many, and who says so.

    Those of a confidence below `least`, and those that a statement below it asserts, are left out and counted.
    """
    if not record.events:
        return None
    events = sorted(sure_part(record, least)[0].events, key=lambda event: event.trigger)
    return SectionView(
        "who-did-what",
        "Who did what",
        _count(events),
        tuple(map(_row, events)),
        (),
        "",
        left_out=len(record.events) - len(events),
    )


def _count(events: Sequence[Event]) -> str:
    """How many, and how many of each status: "3 events: 2 done, 1 planned"."""
    total = counted(len(events), "event")
    counts = Counter(event.status for event in events)
    if counts.keys() <= {"actual"}:
        return total
    ordered = sorted(counts, key=lambda status: _STATUSES.index(status) if status in _STATUSES else len(_STATUSES))
    return f"{total}: {', '.join(f'{counts[status]} {tell_status(status) or _DONE}' for status in ordered)}"


def _row(event: Event) -> RowView:
    mentions = event.mentions
    triggers = tuple(sorted({event.trigger, *(mention.trigger for mention in mentions)}))
    around = {*event.actor_spans, *event.recipient_spans}
    for mention in mentions:
        around |= {*mention.actor_spans, *mention.recipient_spans}
    kind = tell_class(event.type)
    notes = (_tell_words(triggers), kind, ", ".join(filter(None, map(tell_context, event.contexts))))
    return RowView(
        tell_deed(event.type, event.mode) or NO_WORDS,
        triggers,
        beside=tell_status(event.status),
        notes=tuple(filter(None, notes)),
        code=tell_code(event.type, event.mode),
        sentence=_sentence(event),
        tone=kind.replace(" ", "-"),
        around=tuple(sorted(around)),
        ids=(event.id,),
    )


def _tell_words(triggers: Spans) -> str:
    """The words that say it: “launched”, of several also how often it is told."""
    words = quote_wordings(triggers)
    return f"told ×{len(triggers)}: {words}" if len(triggers) > 1 and ", " in words else words


def _has_person(event: Event) -> bool:
    return any(one.kind == "person" for one in event.actors)


def _meets_someone(event: Event) -> bool:
    """Whether one person is told to meet, and not whom."""
    return event.type == _MEETING and len(event.actors) == 1 and _has_person(event) and not event.recipients


def _sentence(event: Event) -> str:
    """By whom to whom, when, where, how many, and in brackets who says so."""
    actors = list(_names(event.actors, event.actor_spans))
    recipients = list(_names(event.recipients, tuple(_but_numbers(event)) or event.recipient_spans))
    is_one = _meets_someone(event) or (len(actors) == 1 and actors == recipients and _has_person(event))
    sides = _BOTH_WAYS.join([*actors, _SOMEONE]) if is_one else _tell_sides(actors, recipients)
    parts = [sides, _tell_when(event)]
    if event.place and one_line(event.place.name) not in {*actors, *recipients}:
        parts.append(tell_where(event.place))
    quantities = list(dict.fromkeys(filter(None, map(tell_quantity, event.quantities))))
    parts += _cut(quantities, _MOST_QUANTITIES, "more numbers")
    asserter = _tell_asserter(event.asserted_by.source if event.asserted_by else None)
    return ", ".join(filter(None, parts)) + (f" ({asserter})" if asserter else "")


def _tell_sides(actors: Sequence[str], recipients: Sequence[str]) -> str:
    """By whom to whom: "Russia → Ukraine", "Iran ↔ Oman"; a side that is not told is someone, or nothing at all."""
    if actors and set(actors) == set(recipients):
        if len(actors) == 1:
            return f"{actors[0]} {_AMONG_THEMSELVES}"
        return _BOTH_WAYS.join(_cut(actors, _MOST_NAMES, "others"))
    # Who stands on both sides of a deed that others are in, too, is told on one.
    others = [name for name in recipients if name not in actors]
    if recipients and not others:
        actors = [name for name in actors if name not in recipients]
    else:
        recipients = others
    if not actors and not recipients:
        return _NOBODY
    return _TO.join(filter(None, [_tell_side(actors) or _SOMEONE, _tell_side(recipients)]))


def _tell_side(names: Sequence[str]) -> str:
    return listed(_cut(names, _MOST_NAMES, "others"))


def _cut(names: Sequence[str], most: int, rest: str) -> list[str]:
    """The first of many, and how many more there are; of one more, the name says more."""
    if len(names) <= most + 1:
        return list(names)
    return [*names[:most], f"{len(names) - most} {rest}"]


def _but_numbers(event: Event) -> Iterator[Span]:
    """The words of recipients, but those who are told as a number too: "at least nine people", nine of them killed."""
    known = [mention.span for entity in event.recipients for mention in entity.mentions]
    numbers = [quantity.span for quantity in event.quantities]
    for span in event.recipient_spans:
        is_known, is_number = (any(_overlap(span, other) for other in some) for some in (known, numbers))
        if is_known or not is_number:
            yield span


def _names(entities: Sequence[Entity], spans: Spans) -> Iterator[str]:
    """The entities' names, and the words for those who have none, each once, in the order of the words."""
    left = list(entities)
    told: set[str] = set()
    for span in spans:
        theirs = [each for each in entities if any(_overlap(mention.span, span) for mention in each.mentions)]
        names = [_name(entity.name) for entity in theirs if entity.named]
        names = names or [_tell_words_for(span.surface) or "".join(_name(entity.name) for entity in theirs[:1])]
        left = [entity for entity in left if entity not in theirs]
        for name in names:
            if name and name not in told:
                told.add(name)
                yield name
    for entity in left:
        if (name := _name(entity.name)) and name not in told:
            told.add(name)
            yield name


def _tell_words_for(surface: str) -> str:
    """Words for those who have no name; "" where they name nobody, as "the" and "they" do."""
    name = _name(surface)
    return "" if _IDLE.issuperset(name.casefold().split()) else name


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _name(words: str) -> str:
    """Words on one line, cut where they are long."""
    return shortened(_inside(one_line(words)), _LONGEST_NAME)


def _inside(words: str) -> str:
    """Words as they are inside a sentence: "the crowd" for "The crowd"."""
    return words[:1].lower() + words[1:] if words.partition(" ")[0].lower() in _SMALL else words


def _tell_when(event: Event) -> str:
    """When it was: in the words of its time, where that is a date, else by its date."""
    if event.time:
        words = tell_time(event.time.value, kind=event.time.type, mod=event.time.mod)
        if words.order:
            return words.short
    return tell_time(event.date).short if event.date else ""


def _tell_asserter(source: Source | None) -> str:
    names = [name for entity in source.entities if (name := _name(entity.name))] if source else []
    words = _tell_side(names) or describe_source(source)
    return "" if words == NOT_STATED else shortened(_inside(words), _LONGEST_ASSERTER)
