import pytest
from growth import grows_in_line

import onrecord
from onrecord.interpreting.settings import find_settings
from onrecord.records import Content, Cue, Place, Source, Span, Statement, Time


def made(text, *, source, cue, content, times=(), places=()):
    def span(words):
        return Span.of(text, text.index(words), text.index(words) + len(words))

    statement = Statement(
        id="s1",
        source=Source((span(source),)) if source else None,
        cue=Cue((span(cue),), "say", "say"),
        content=Content.of((span(content),)),
        quotation="indirect",
        confidence=0.9,
    )
    (found,) = find_settings(
        text,
        [statement],
        [Time(f"t{i}", span(words), kind, value) for i, (words, kind, value) in enumerate(times, 1)],
        [
            Place(f"p{i}", span(words), use, None, words, None, None, None, None, 0.9)
            for i, (words, use) in enumerate(places, 1)
        ],
    )
    return found


SUNDAY = ("Sunday", "DATE", "2031-03-02")


def test_the_day_behind_the_cue_is_when_it_was_said():
    text = "Mara Lind said on Sunday that the harbour is open."
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", times=[SUNDAY])
    assert found.time.value == "2031-03-02"


def test_the_day_between_source_and_cue_is_when_it_was_said():
    text = "Mara Lind on Sunday said that the harbour is open."
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", times=[SUNDAY])
    assert found.time.value == "2031-03-02"


def test_the_day_that_opens_the_sentence_is_when_it_was_said():
    text = "The port is shut. On Sunday, Mara Lind said that the harbour is open."
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", times=[SUNDAY])
    assert found.time.value == "2031-03-02"


def test_the_day_in_the_words_of_the_cue_is_when_it_was_said():
    text = "“The harbour is open,” Mara Lind said Sunday."
    found = made(text, source="Mara Lind", cue="said Sunday", content="“The harbour is open,”", times=[SUNDAY])
    assert found.time.value == "2031-03-02"


def test_a_day_in_the_content_is_not_when_it_was_said():
    text = "Mara Lind said that the harbour opens on Sunday."
    found = made(text, source="Mara Lind", cue="said", content="that the harbour opens on Sunday", times=[SUNDAY])
    assert found.time is None


def test_the_day_of_something_else_is_not_when_it_was_said():
    text = "“The harbour is open,” Mara Lind said after the attack on Sunday."
    found = made(text, source="Mara Lind", cue="said", content="“The harbour is open,”", times=[SUNDAY])
    assert found.time is None


def test_a_duration_is_not_when_it_was_said():
    text = "Mara Lind said for three days that the harbour is open."
    times = [("three days", "DURATION", "P3D")]
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", times=times)
    assert found.time is None


def test_the_place_behind_the_cue_is_where_it_was_said():
    text = "“The harbour is open,” Mara Lind told reporters in Velmora on Sunday."
    places = [("Velmora", "literal")]
    found = made(text, source="Mara Lind", cue="told", content="“The harbour is open,”", times=[SUNDAY], places=places)
    assert (found.place.name, found.time.value) == ("Velmora", "2031-03-02")


def test_a_government_is_not_where_it_was_said():
    text = "Mara Lind said in Velmora that the harbour is open."
    places = [("Velmora", "associative")]
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", places=places)
    assert found.place is None


@pytest.mark.parametrize("key", ["time", "place"])
def test_settings_print_as_ids(key):
    text = (
        "Mayor Ines Calder told reporters in Oslo on Monday that the harbour would reopen before winter comes. "
        "The city council will meet next week to talk about the costs of the new pier, which are high."
    )
    (statement, *_) = onrecord.read(text, published="2031-03-05").to_dict()["statements"]
    assert statement[key] in {"t1", "p1"}


@pytest.mark.parametrize(("day", "value"), [("Jan. 5", "2031-01-05"), ("5 p.m. Sunday", "2031-03-02T17:00")])
def test_an_abbreviation_ends_no_sentence(day, value):
    text = f"“The harbour is open,” Mara Lind said in St. Velmora on {day}."
    found = made(
        text,
        source="Mara Lind",
        cue="said",
        content="“The harbour is open,”",
        times=[(day, "DATE", value)],
        places=[("St. Velmora", "literal")],
    )
    assert (found.time.value, found.place.name) == (value, "St. Velmora")


def test_an_opening_may_hold_an_abbreviation():
    text = "The port is shut. On Jan. 5, Mara Lind said that the harbour is open."
    times = [("Jan. 5", "DATE", "2031-01-05")]
    found = made(text, source="Mara Lind", cue="said", content="that the harbour is open", times=times)
    assert found.time.value == "2031-01-05"


def test_a_day_in_the_next_sentence_is_not_when_it_was_said():
    text = "“The harbour is open,” Mara Lind said. On Sunday it shut."
    found = made(text, source="Mara Lind", cue="said", content="“The harbour is open,”", times=[SUNDAY])
    assert found.time is None


def settings_of(count):
    """Looks for the settings of as many statements, each with a time and a place of its own."""
    line = "“The harbour is open,” Mara Lind said in Velmora on Sunday.\n"
    text = line * count

    def span(number, words):
        start = len(line) * number + line.index(words)
        return Span.of(text, start, start + len(words))

    statements = [
        Statement(
            f"s{n}",
            Source((span(n, "Mara Lind"),)),
            Cue((span(n, "said"),), "say", "say"),
            Content.of((span(n, "“The harbour is open,”"),)),
            "direct",
            0.9,
        )
        for n in range(count)
    ]
    times = [Time(f"t{n}", span(n, "Sunday"), "DATE", "2031-03-02") for n in range(count)]
    places = [
        Place(f"p{n}", span(n, "Velmora"), "literal", None, "Velmora", None, None, None, None, 0.9)
        for n in range(count)
    ]
    return lambda: find_settings(text, statements, times, places)


def test_time_grows_with_the_text_only():
    few, many = settings_of(300), settings_of(3000)
    assert all(found.time and found.place for found in many())
    assert grows_in_line(few, many, 10)
