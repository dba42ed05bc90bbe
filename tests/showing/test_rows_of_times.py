"""When: rows by what the words mean."""

from __future__ import annotations

from dataclasses import replace

import pytest
from row_samples import make_times

from onrecord.records import Span, Time
from onrecord.showing.times import describe_times, tell_when


def told(rows):
    return [(row.told, *row.notes) for row in rows]


def time(surface, value, kind="DATE", *, start=0, number=1):
    return Time(f"t{number}", Span(start, start + len(surface), surface), kind, value)


def test_times_stand_in_the_order_of_the_calendar_then_in_that_of_the_text():
    assert told(describe_times(make_times()).rows) == [
        ("Sat 9 March 2030", "“9 March last year”"),
        ("night of 1 to 2 March 2031", "“overnight”"),
        ("Sun 2 March 2031", "“Sunday” ×2"),
        ("Mon 3 March 2031", "“Monday”"),
        ("end of May 2031", "“the end of May”"),
        ("3 days", "“three days”"),
        ("every Monday",),
    ]


def test_vague_times_stand_apart_in_the_article_s_words():
    section = describe_times(make_times())
    assert (section.others_label, told(section.others)) == ("No date", [("Recently",), ("Now",)])


def test_a_day_of_no_known_date_is_told_in_the_article_s_words():
    section = describe_times([time("today", "XXXX-XX-XX"), time("overnight", "XXXX-XX-XXTNI", "TIME", start=10)])
    assert (section.rows, told(section.others)) == ((), [("today",), ("overnight",)])


def test_every_day_is_no_day_of_no_known_date():
    assert told(describe_times([time("daily", "XXXX-XX-XX", "SET")]).rows) == [("every day", "“daily”")]


def test_what_is_known_of_a_date_is_told():
    times = [time("Tuesday", "XXXX-WXX-2"), time("23 February", "XXXX-02-23", start=10)]
    assert told(describe_times(times).rows) == [
        ("a Tuesday", "“Tuesday”"),
        ("23 February, year not stated", "“23 February”"),
    ]


def test_equal_vague_words_share_a_row():
    times = [time("recently", "PAST_REF"), time("Recently", "PAST_REF", start=10)]
    assert told(describe_times(times).others) == [("recently", "2 times")]


def test_mentions_are_counted():
    assert describe_times(make_times()).count == "10 mentions"


def test_words_for_the_same_day_share_a_row():
    times = [
        time("Sunday", "2031-03-02"),
        time("March 2", "2031-03-02", start=10),
        time("sunday", "2031-03-02", start=20),
    ]
    (row,) = describe_times(times).rows
    assert (told([row]), len(row.spans)) == ([("Sun 2 March 2031", "“Sunday” ×2, “March 2”")], 3)


def test_words_that_say_the_same_as_the_value_are_not_repeated():
    assert told(describe_times([time("March 2031", "2031-03")]).rows) == [("March 2031",)]


def test_many_wordings_are_counted():
    times = [time(f"{n} days on", "2031", start=20 * n) for n in range(9)]
    (row,) = describe_times(times).rows
    assert row.notes == ("“0 days on”, “1 days on”, “2 days on”, “3 days on”, and 5 other wordings",)


def test_long_words_are_cut_short():
    (row,) = describe_times([time("the day " * 20, "2031-03-02")]).rows
    assert row.notes[0].endswith("…”")


def test_no_times_make_no_section():
    assert describe_times(()) is None


@pytest.mark.parametrize(
    ("surface", "value", "sentence"),
    [
        ("Monday", "2031-03-03", "on Monday, 3 March 2031"),
        ("last year", "2030", "in 2030"),
        ("recently", "PAST_REF", "recently"),
        ("for\n three days", "P3D", "for three days"),
        ("23 February", "XXXX-02-23", "23 February"),
    ],
)
def test_when_is_told_in_a_sentence(surface, value, sentence):
    assert tell_when(time(surface, value)) == sentence


def test_a_mod_keeps_its_own_row():
    times = make_times()
    assert "May 2031" in [row.told for row in describe_times([*times, replace(times[6], id="t99", mod=None)]).rows]
