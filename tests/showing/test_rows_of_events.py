"""Who did what: a row for each event."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from event_samples import make_strait
from showing_samples import MAKER, make_article

from onrecord.records import (
    Content,
    Entity,
    Event,
    EventMention,
    Mention,
    Place,
    Quantity,
    Record,
    Source,
    Span,
    Statement,
    Time,
)
from onrecord.showing.event_words import DEEDS, tell_class, tell_code, tell_context, tell_deed
from onrecord.showing.events import describe_events
from onrecord.vocabulary.contexts import load_contexts
from onrecord.vocabulary.files import FOLDER

TEXT = "Tessen Arvelle Velmora Ostrel launched launched struck The crowd they Sunday"
NAMES = ("Tessen", "Arvelle", "Velmora", "Ostrel")


def words(surface, *, after=0):
    start = TEXT.index(surface, after)
    return Span.of(TEXT, start, start + len(surface))


ENTITIES = {
    name: Entity(f"e{n}", name, "organization", mentions=(Mention(words(name), "name"),))
    for n, name in enumerate(NAMES)
}
LAUNCHED = words("launched")
PLACE = Place("p1", words("Ostrel"), "literal", None, "Ostrel", 1, "PRT", 41.7, -8.8, 0.9)
STATEMENT = Statement("s1", Source((words("The crowd"),)), None, Content.of((LAUNCHED,)), "indirect", 0.9)


def event(actors=(), recipients=(), *, actor_spans=None, recipient_spans=None, **known):
    """An event between entities, each given by its name, and words that are none."""
    sides = []
    for names, spans in ((actors, actor_spans), (recipients, recipient_spans)):
        sides += [tuple(ENTITIES[name] for name in names), tuple(map(words, names)) if spans is None else spans]
    facts = {
        "type": "ASSAULT",
        "mode": None,
        "contexts": (),
        "trigger": LAUNCHED,
        "mentions": (EventMention(LAUNCHED, sides[1], sides[3]),),
        "date": None,
        "time": None,
        "place": None,
        "quantities": (),
        "status": "actual",
        "asserted_by": None,
        "confidence": 0.9,
    } | known
    facts |= dict(zip(("actors", "actor_spans", "recipients", "recipient_spans"), sides, strict=True))
    return Event("v1", **facts)


@pytest.fixture
def plover():
    return json.loads((FOLDER / "plover.json").read_text("utf-8"))


def describe(*events, least=0.0):
    numbered = tuple(replace(one, id=f"v{n}") for n, one in enumerate(events, start=1))
    statements = tuple({one.asserted_by.id: one.asserted_by for one in events if one.asserted_by}.values())
    parts = {
        "times": tuple({one.time.id: one.time for one in events if one.time}.values()),
        "places": tuple({one.place.id: one.place for one in events if one.place}.values()),
        "quantities": tuple({q.id: q for one in events for q in one.quantities}.values()),
    }
    record = Record(MAKER, make_article(TEXT), tuple(ENTITIES.values()), statements, events=numbered, **parts)
    return describe_events(record, least=least)


def row(*args, **known):
    return describe(event(*args, **known)).rows[0]


def sentence(*args, **known):
    return row(*args, **known).sentence


def test_no_events_make_no_section():
    assert describe() is None


def test_events_stand_in_text_order():
    section = describe(event(type="AID", trigger=words("struck")), event())
    assert [each.told for each in section.rows] == ["Attack", "Aid"]


def test_the_deed_is_told_as_a_noun_with_its_code():
    told = row(mode="drone")
    assert (told.told, told.code) == ("Drone attack", "ASSAULT · drone")


def test_a_code_that_is_the_noun_is_not_told():
    assert row(type="AID").code == ""


def test_a_mode_without_a_noun_goes_by_its_type():
    assert tell_deed("AID", "by air") == "Aid"


def test_a_type_that_plover_does_not_have_is_told_as_it_is():
    told = row(type="DANCE")
    assert (told.told, told.tone) == ("DANCE", "")


def test_every_type_and_mode_of_plover_has_a_noun_and_every_type_a_class(plover):
    wanted = {each["name"] for each in plover["events"]}
    wanted |= {f"{each['name']} {mode['name']}" for each in plover["events"] for mode in each["modes"]}
    assert DEEDS.keys() == wanted
    assert all(tell_class(each["name"]) for each in plover["events"])


def test_no_noun_stands_for_two_deeds():
    assert len(set(DEEDS.values())) == len(DEEDS)


@pytest.mark.parametrize("context", load_contexts())
def test_no_context_is_told_with_a_line_below_its_words(context):
    assert "_" not in tell_context(context)


def test_the_actor_stands_before_the_recipient():
    assert sentence(["Tessen"], ["Arvelle"]) == "Tessen → Arvelle"


def test_an_actor_stands_alone_where_nobody_is_told_of():
    assert sentence(["Tessen"]) == "Tessen"


def test_who_is_not_named_is_someone():
    assert sentence([], ["Arvelle"]) == "someone not named → Arvelle"


def test_an_event_without_sides_says_so():
    assert sentence() == "no one named"


def test_those_on_both_sides_stand_on_both_ends_of_an_arrow():
    assert sentence(["Tessen", "Arvelle"], ["Tessen", "Arvelle"]) == "Tessen ↔ Arvelle"


def test_one_word_for_both_sides_is_among_themselves():
    crowd = (words("The crowd"),)
    assert sentence(actor_spans=crowd, recipient_spans=crowd) == "the crowd among themselves"


def test_a_person_alone_meets_someone_who_is_not_named(monkeypatch):
    monkeypatch.setitem(ENTITIES, "Tessen", replace(ENTITIES["Tessen"], kind="person"))
    assert sentence(["Tessen"], ["Tessen"]) == "Tessen ↔ someone not named"


def test_a_meeting_of_one_person_is_with_someone_who_is_not_named(monkeypatch):
    monkeypatch.setitem(ENTITIES, "Tessen", replace(ENTITIES["Tessen"], kind="person"))
    assert sentence(["Tessen"], type="CONSULT") == "Tessen ↔ someone not named"


@pytest.mark.parametrize("sides", [(["Tessen"], ["Tessen", "Arvelle"]), (["Tessen", "Arvelle"], ["Arvelle"])])
def test_who_stands_on_both_sides_with_others_is_told_once(sides):
    assert sentence(*sides) == "Tessen → Arvelle"


def test_several_are_listed():
    assert sentence(["Tessen", "Arvelle", "Velmora"]) == "Tessen, Arvelle and Velmora"


def test_all_but_three_of_many_are_counted():
    spans = tuple(map(words, (*NAMES, "The crowd")))
    assert sentence(NAMES, actor_spans=spans) == "Tessen, Arvelle, Velmora and 2 others"


def test_who_is_no_entity_goes_by_the_words():
    assert sentence(["Tessen"], recipient_spans=(words("The crowd"),)) == "Tessen → the crowd"


def test_who_has_no_name_goes_by_the_words_at_hand():
    crowd = (words("The crowd"),)
    entity = Entity("e9", "some forty people", "group", named=False, mentions=(Mention(crowd[0], "nominal"),))
    told = replace(event(recipient_spans=crowd), recipients=(entity,))
    record = Record(MAKER, make_article(TEXT), (entity,), events=(told,))
    assert describe_events(record).rows[0].sentence == "someone not named → the crowd"


@pytest.mark.parametrize("surface", ["The", "they"])
def test_words_that_name_nobody_are_not_told(surface):
    assert sentence(["Tessen"], recipient_spans=(words(surface),)) == "Tessen"


def test_an_entity_that_only_a_later_mention_tells_is_named():
    assert sentence(["Tessen"], ["Arvelle"], recipient_spans=()) == "Tessen → Arvelle"


def test_long_words_are_cut():
    assert "→ families whose homes along the northern quay…," in describe_events(make_strait()).rows[8].sentence


def test_the_time_is_told_in_words():
    time = Time("t1", words("Sunday"), "TIME", "2025-02-22TNI")
    assert sentence(["Tessen"], time=time, date="2025-02-22/2025-02-23") == "Tessen, night of 22 to 23 February 2025"


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("2025-02-23", "Sun 23 February 2025"),
        ("2025-02", "February 2025"),
        ("2025-02-17/2025-02-23", "17 to 23 February 2025"),
        ("2025-01/2025-03", "January 2025 to March 2025"),
    ],
)
def test_a_date_without_a_time_is_told_at_its_precision(date, told):
    assert sentence(["Tessen"], date=date) == f"Tessen, {told}"


def test_a_time_that_is_no_date_is_not_told():
    assert sentence(["Tessen"], time=Time("t1", words("Sunday"), "DATE", "PAST_REF")) == "Tessen"


def test_the_place_is_told():
    assert sentence(["Tessen"], place=PLACE) == "Tessen, in Ostrel"


def test_a_place_that_is_a_side_is_told_once():
    assert sentence(["Tessen"], ["Ostrel"], place=PLACE) == "Tessen → Ostrel"


def test_numbers_are_told_with_what_befell():
    numbers = (
        Quantity("q1", words("Sunday"), 267, None, "exact", "drone", "launched"),
        Quantity("q2", words("Sunday"), 1, None, "at_least", "person", "killed"),
    )
    assert sentence(["Tessen"], quantities=numbers) == "Tessen, 267 drones launched, at least 1 person killed"


def test_equal_numbers_are_told_once():
    numbers = tuple(Quantity(f"q{n}", words("Sunday"), 267, None, "exact", "drone", None) for n in (1, 2))
    assert sentence(["Tessen"], quantities=numbers) == "Tessen, 267 drones"


def test_who_says_so_stands_in_brackets():
    assert sentence(["Tessen"], asserted_by=STATEMENT) == "Tessen (the crowd)"


def test_who_says_so_goes_by_the_name():
    source = Source((words("The crowd"),), (ENTITIES["Arvelle"],))
    assert sentence(["Tessen"], asserted_by=replace(STATEMENT, source=source)) == "Tessen (Arvelle)"


def test_a_statement_of_nobody_adds_no_brackets():
    assert sentence(["Tessen"], asserted_by=replace(STATEMENT, source=None)) == "Tessen"


@pytest.mark.parametrize(
    ("status", "beside"),
    [("actual", ""), ("planned", "planned"), ("hypothetical", "hypothetical"), ("denied", "denied")],
)
def test_what_was_not_simply_done_is_told_beside_the_deed(status, beside):
    assert row(status=status).beside == beside


def test_the_words_the_class_and_the_contexts_are_notes():
    told = row(contexts=("human_rights", "cbrn"))
    assert told.notes == (
        "“launched”",
        "material conflict",
        "human rights, nuclear, chemical or biological weapons",
    )


def test_an_event_told_again_in_the_same_words_is_counted():
    again = words("launched", after=LAUNCHED.end)
    told = row(mentions=tuple(EventMention(span, (), ()) for span in (LAUNCHED, again)))
    assert told.notes[0] == "“launched” ×2"


def test_an_event_told_again_in_other_words_is_counted():
    told = row(mentions=tuple(EventMention(span, (), ()) for span in (LAUNCHED, words("struck"))))
    assert told.notes[0] == "told ×2: “launched”, “struck”"


def test_the_row_stands_at_all_its_triggers_and_around_them_those_in_it():
    mentions = (
        EventMention(LAUNCHED, (words("Tessen"),), ()),
        EventMention(words("struck"), (), (words("Arvelle"),)),
    )
    told = row(["Tessen"], mentions=mentions)
    assert [span.surface for span in told.spans] == ["launched", "struck"]
    assert [span.surface for span in told.around] == ["Tessen", "Arvelle"]


def test_events_are_counted():
    assert describe(event()).count == "1 event"


def test_events_that_were_not_done_are_counted_apart():
    section = describe(*(event(status=status) for status in ("denied", "actual", "planned", "actual")))
    assert section.count == "4 events: 2 done, 1 planned, 1 denied"


def test_unsure_events_are_left_out_and_counted():
    section = describe(event(), event(confidence=0.4), least=0.5)
    assert (len(section.rows), section.left_out) == (1, 1)


def test_what_an_unsure_statement_asserts_is_left_out():
    unsure = replace(STATEMENT, confidence=0.2)
    section = describe(event(), event(asserted_by=unsure), least=0.5)
    assert (len(section.rows), section.left_out) == (1, 1)


def test_a_section_of_unsure_events_only_says_so():
    section = describe(event(confidence=0.4), least=0.5)
    assert (section.rows, section.count, section.left_out) == ((), "0 events", 1)


def test_code_of_a_type_without_a_noun_is_not_repeated():
    assert tell_code("DANCE", None) == ""
