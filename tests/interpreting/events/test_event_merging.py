"""One event told several times is one; two that differ stay two."""

from __future__ import annotations

import pytest

from onrecord.interpreting.events.merging import Draft, merge
from onrecord.records import Entity, EventMention, Place, Quantity, Span, Statement, Time

REBELS, ARMY, TOWN, PORT = (
    Entity(f"e{number}", name, "group") for number, name in enumerate(["rebels", "the army", "a town", "a port"], 1)
)
SUNDAY, MONDAY = "2031-03-02", "2031-03-03"


def place(name):
    return Place(name, Span(0, 1, "x"), "literal", None, name, None, None, None, None, 0.9)


def quantity(id_):
    return Quantity(id_, Span(0, 1, "x"), 3, None, "exact", "person", "killed")


def time_of(date):
    return Time(date, Span(0, 1, "x"), "DATE", date)


def telling(lemma="shelled", *, at=0, sentence="It was so.", sentence_at=None, **changes):
    """A draft of rebels who shelled a town; `at` is where its trigger stands, and its sentence where none is given."""
    parts = {
        "type": "ASSAULT",
        "mode": None,
        "status": "actual",
        "actors": (REBELS,),
        "recipients": (TOWN,),
        "date": None,
        "place": None,
        "quantities": (),
        "asserted_by": None,
        "confidence": 0.7,
        **changes,
    }
    trigger = Span(at, at + len(lemma), lemma)
    time = time_of(parts["date"]) if parts["date"] else None
    start = at if sentence_at is None else sentence_at
    whole = Span(start, start + len(sentence), sentence)
    return Draft(lemma=lemma, mentions=[EventMention(trigger, (), ())], time=time, sentence=whole, **parts)


def merged(first, second):
    """How many events two tellings are."""
    return len(merge([first, second]))


def test_a_deed_told_twice_is_one():
    assert merged(telling(), telling(at=50)) == 1


def test_a_deed_told_twice_has_both_mentions_in_text_order():
    (event,) = merge([telling("shelled"), telling("bombarded", at=50)])
    assert [mention.trigger.surface for mention in event.mentions] == ["shelled", "bombarded"]


def test_the_trigger_is_the_first_mention_s():
    (event,) = merge([telling("shelled"), telling("bombarded", at=50)])
    assert event.trigger.surface == "shelled"


def test_nothing_merged_is_nothing():
    assert merge([]) == []


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"type": "ASSAULT"}, {"type": "COERCE"}, id="type"),
        pytest.param({"date": SUNDAY}, {"date": MONDAY}, id="day"),
        pytest.param({"date": "2031-03"}, {"date": "2031-04-02"}, id="month"),
        pytest.param({"date": "2030"}, {"date": SUNDAY}, id="year"),
        pytest.param({"date": f"{SUNDAY}/{MONDAY}"}, {"date": "2031-03-04"}, id="night and a later day"),
        pytest.param({"place": place("Velmora")}, {"place": place("Ardale")}, id="place"),
        pytest.param({"mode": "firearms"}, {"mode": "explosives"}, id="mode"),
        pytest.param({"status": "actual"}, {"status": "planned"}, id="status"),
        pytest.param({"recipients": (TOWN,)}, {"recipients": (PORT,)}, id="recipient"),
        pytest.param({"actors": (REBELS,)}, {"actors": (ARMY,)}, id="actor"),
        pytest.param({"actors": (REBELS, ARMY)}, {"actors": (ARMY, PORT)}, id="actors that share one"),
    ],
)
@pytest.mark.parametrize("is_turned", [False, True])
def test_deeds_that_differ_stay_two(first, second, is_turned):
    first, second = (second, first) if is_turned else (first, second)
    assert merged(telling(**first), telling(at=50, **second)) == 2


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param({"date": "2031-03"}, {"date": SUNDAY}, id="a day of the month"),
        pytest.param({"date": "2031"}, {"date": SUNDAY}, id="a day of the year"),
        pytest.param({"date": f"{SUNDAY}/{MONDAY}"}, {"date": SUNDAY}, id="the first day of a night"),
        pytest.param({"date": f"{SUNDAY}/{MONDAY}"}, {"date": MONDAY}, id="the second day of a night"),
        pytest.param({"date": None}, {"date": SUNDAY}, id="no date"),
        pytest.param({"place": None}, {"place": place("Velmora")}, id="no place"),
        pytest.param({"place": place("Velmora")}, {"place": place("Velmora")}, id="the same place"),
        pytest.param({"mode": None}, {"mode": "firearms"}, id="no mode"),
        pytest.param({"actors": (REBELS, ARMY)}, {"actors": (REBELS,)}, id="one of two actors"),
    ],
)
@pytest.mark.parametrize("is_turned", [False, True])
def test_deeds_that_may_be_one_are_one(first, second, is_turned):
    first, second = (second, first) if is_turned else (first, second)
    assert merged(telling(**first), telling(at=50, **second)) == 1


@pytest.mark.parametrize(
    ("lemma", "changes", "count"),
    [
        pytest.param("shelled", {"recipients": ()}, 1, id="the same word, no recipient"),
        pytest.param("shelled", {"actors": ()}, 1, id="the same word, no actor"),
        pytest.param("bombarded", {"recipients": ()}, 2, id="another word, no recipient"),
        pytest.param("bombarded", {"actors": ()}, 2, id="another word, no actor"),
        pytest.param("shelled", {"actors": (), "recipients": ()}, 2, id="the same word, no parties"),
    ],
)
def test_with_a_side_left_open_the_word_must_be_the_same(lemma, changes, count):
    assert merged(telling("shelled"), telling(lemma, at=50, **changes)) == count


VERBAL = ["ACCUSE", "REQUEST", "SUPPORT", "REJECT", "THREATEN", "AGREE", "CONCEDE"]


@pytest.mark.parametrize("kind", VERBAL)
def test_verbal_acts_with_other_words_stay_two(kind):
    assert merged(telling("told off", type=kind), telling("scolded", at=50, type=kind)) == 2


@pytest.mark.parametrize("kind", VERBAL)
def test_a_verbal_act_told_twice_with_the_same_words_is_one(kind):
    assert merged(telling("scolded", type=kind), telling("scolded", at=50, type=kind)) == 1


def test_verbal_acts_with_a_side_left_open_stay_two():
    first, second = telling("scolded", type="ACCUSE"), telling("scolded", at=50, type="ACCUSE", recipients=())
    assert merged(first, second) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("mode", "firearms"),
        ("actors", (REBELS,)),
        ("recipients", (TOWN,)),
        ("date", SUNDAY),
        ("place", place("Velmora")),
    ],
)
def test_a_later_telling_fills_what_the_first_leaves_open(name, value):
    left_open = {"actors": (), "recipients": ()}.get(name)
    (event,) = merge([telling(**{name: left_open}), telling(at=50, **{name: value})])
    assert getattr(event, name) == value


@pytest.mark.parametrize(
    ("name", "first", "later"),
    [("date", "2031-03", SUNDAY), ("actors", (REBELS,), (REBELS, ARMY)), ("place", place("Velmora"), None)],
)
def test_a_later_telling_does_not_change_what_the_first_tells(name, first, later):
    (event,) = merge([telling(**{name: first}), telling(at=50, **{name: later})])
    assert getattr(event, name) == first


@pytest.mark.parametrize(("first", "later"), [(None, SUNDAY), ("2031-03", SUNDAY)])
def test_the_date_and_its_words_come_from_one_telling(first, later):
    (event,) = merge([telling(date=first), telling(at=50, date=later)])
    assert event.time.value == event.date


def test_numbers_of_all_tellings_are_kept_each_once():
    one, two = quantity("q1"), quantity("q2")
    (event,) = merge([telling(quantities=(one,)), telling(at=50, quantities=(one, two))])
    assert event.quantities == (one, two)


@pytest.mark.parametrize(("first", "second"), [(0.6, 0.9), (0.9, 0.6)])
def test_the_surest_telling_tells_how_sure_the_event_is(first, second):
    (event,) = merge([telling(confidence=first), telling(at=50, confidence=second)])
    assert event.confidence == 0.9


def test_who_asserts_an_event_stays_the_first_telling_s():
    later = Statement("s2", None, None, None, "indirect", 0.9)
    (event,) = merge([telling(asserted_by=None), telling(at=50, asserted_by=later)])
    assert event.asserted_by is None


def test_events_keep_the_order_of_the_text():
    tellings = [
        telling("shelled"),
        telling("met", at=20, type="CONSULT"),
        telling("shelled", at=40),
        telling("took", at=60, type="COERCE"),
    ]
    assert [event.trigger.surface for event in merge(tellings)] == ["shelled", "met", "took"]


def test_what_was_filled_tells_later_ones_apart():
    tellings = [telling(), telling(at=20, date=SUNDAY), telling(at=40, date=MONDAY)]
    assert [(event.date, len(event.mentions)) for event in merge(tellings)] == [(SUNDAY, 2), (MONDAY, 1)]


def test_a_telling_joins_the_last_event_that_it_may_be():
    tellings = [telling(date=SUNDAY), telling(at=20, date=MONDAY), telling(at=40)]
    assert [len(event.mentions) for event in merge(tellings)] == [1, 2]


# With and without names

GIRL, BOY = (Entity(f"e{number}", words, "person", named=False) for number, words in ((11, "a girl"), (12, "a boy")))
MARA, COUNCIL = Entity("e13", "Mara Lind", "person"), Entity("e14", "Harbour Council", "organization")


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        pytest.param(GIRL, MARA, 1, id="a description and a name"),
        pytest.param(MARA, GIRL, 1, id="a name and a description"),
        pytest.param(GIRL, BOY, 2, id="two descriptions"),
        pytest.param(MARA, TOWN, 2, id="two names"),
        pytest.param(GIRL, COUNCIL, 2, id="a person and a body"),
    ],
)
def test_someone_without_a_name_may_be_one_with_a_name(first, second, count):
    assert merged(telling(recipients=(first,)), telling(at=50, recipients=(second,))) == count


def test_someone_without_a_name_is_no_other_where_other_words_tell_it():
    assert merged(telling("shelled", recipients=(GIRL,)), telling("hit", at=50, recipients=(MARA,))) == 2


@pytest.mark.parametrize(("first", "second"), [(GIRL, MARA), (MARA, GIRL)])
def test_of_a_description_and_a_name_the_name_is_kept(first, second):
    (event,) = merge([telling(recipients=(first,)), telling(at=50, recipients=(second,))])
    assert event.recipients == (MARA,)


# In one sentence


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        pytest.param({}, 1, id="the same parties"),
        pytest.param({"actors": ()}, 1, id="one party"),
        pytest.param({"actors": (), "recipients": ()}, 1, id="no parties"),
        pytest.param({"recipients": (PORT,)}, 2, id="another recipient"),
        pytest.param({"type": "COERCE"}, 2, id="another type"),
        pytest.param({"status": "planned"}, 2, id="another status"),
    ],
)
def test_other_words_of_one_sentence_tell_one_event_where_they_may(changes, count):
    assert merged(telling("shelled"), telling("bombarded", at=10, sentence_at=0, **changes)) == count


# What an assault did


def outcome(**changes):
    return telling("killed", **{"at": 50, "actors": (), "recipients": (GIRL, BOY), **changes})


def test_what_an_assault_did_is_that_assault_in_one_sentence():
    assert merged(telling("shelled"), outcome(sentence_at=0)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "They died in the attack.",
        "That deadly raid killed them.",
        "The explosions killed two.",
        "They fell in this clash.",
    ],
)
def test_what_an_assault_told_before_did_is_that_assault(sentence):
    assert merged(telling("shelled"), outcome(sentence=sentence)) == 1


@pytest.mark.parametrize(
    ("sentence", "changes"),
    [
        pytest.param("Two were killed.", {}, id="no assault told before"),
        pytest.param("Two were killed in an attack.", {}, id="another assault"),
        pytest.param("The army killed two in the attack.", {"actors": (ARMY,)}, id="who did it is told"),
        pytest.param("Two were killed in the attack.", {"date": MONDAY}, id="another day"),
    ],
)
def test_what_another_assault_did_is_an_event_of_its_own(sentence, changes):
    assert merged(telling("shelled", date=SUNDAY), outcome(sentence=sentence, **changes)) == 2


GIRL, LIND = Entity("e8", "a girl", "person", named=False), Entity("e9", "Mara Lind", "person", named=True)


def test_whom_one_event_names_is_named_in_the_others():
    tried = {"type": "COERCE", "recipients": (LIND,)}
    slap = telling("slapped", at=90, actors=(GIRL,), recipients=(PORT,))
    held, slapped = merge([telling("held", **tried | {"recipients": (GIRL,)}), slap, telling("held", at=200, **tried)])
    assert (held.recipients, slapped.actors) == ((LIND,), (LIND,))


LONG = "The rebels have shelled the town since Sunday."


def test_a_sentence_that_is_printed_twice_tells_one_event():
    assert merged(telling(sentence=LONG, recipients=()), telling(at=90, sentence=LONG, actors=(ARMY,))) == 1


def test_a_short_sentence_may_tell_another_event_when_it_comes_again():
    short = "They shelled it."
    assert merged(telling(sentence=short), telling(at=90, sentence=short, actors=(ARMY,))) == 2


def test_in_one_sentence_the_same_sides_do_one_thing_whatever_its_mode():
    first, second = ({"mode": mode, "type": "ACCUSE", "sentence_at": 0} for mode in ("allege", "disapprove"))
    assert merged(telling("called", **first), telling("trial", at=9, **second)) == 1


def test_a_heading_under_each_picture_tells_one_event_and_nothing_of_the_pictures():
    heading = "Pictures: rebels shelled the port of Ardale"
    (event,) = merge(
        [
            telling(at=18, sentence_at=0, sentence=f"{heading} A boat burns.", recipients=()),
            telling(at=98, sentence_at=80, sentence=f"{heading} A girl looks on.", date=MONDAY, recipients=(TOWN,)),
        ]
    )
    assert (len(event.mentions), event.recipients, event.date) == (2, (), None)
