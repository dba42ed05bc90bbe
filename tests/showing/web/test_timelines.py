"""Bars over time, and how they are drawn."""

from __future__ import annotations

import pytest

from onrecord.recording import Tally
from onrecord.showing.web.timelines import draw_timeline, make_timeline


def tally(*days):
    return Tally(sum(number for *_, number in days), True, {}, days)


def on(day, number=1, kind="statement", type_=""):
    return (day, day, kind, type_, number)


def test_a_few_weeks_are_drawn_by_day():
    timeline = make_timeline(tally(on("2031-03-01"), on("2031-03-20")))
    assert (timeline.unit, len(timeline.bars)) == ("day", 20)


def test_a_few_years_are_drawn_by_month():
    timeline = make_timeline(tally(on("2030-11-30"), on("2031-03-20")))
    assert (timeline.unit, [bar.since for bar in timeline.bars][:2]) == ("month", ["2030-11", "2030-12"])


def test_many_years_are_drawn_by_year():
    timeline = make_timeline(tally(on("2020-01-01", 50), on("2031-03-20", 50)))
    assert (timeline.unit, len(timeline.bars)) == ("year", 12)


def test_a_few_mentions_of_long_ago_do_not_coarsen_what_is_told_of_now():
    timeline = make_timeline(tally(on("1951-01-01", 2), *(on(f"2031-03-{day:02}", 3) for day in range(1, 20))))
    assert (timeline.unit, timeline.far) == ("day", 2)


def test_what_may_be_of_any_day_of_a_month_is_told_and_not_drawn_by_day():
    timeline = make_timeline(tally(on("2031-03-01"), on("2031-03-20"), ("2031-03-01", "2031-03-31", "event", "AID", 4)))
    assert (timeline.unit, timeline.coarse, sum(bar.total for bar in timeline.bars)) == ("day", 4, 2)


def test_events_are_of_the_class_of_their_type():
    timeline = make_timeline(tally(on("2031-03-01", 1, "event", "ASSAULT"), on("2031-03-01", 2, "event", "OWN")))
    assert dict(timeline.bars[0].counts) == {"material-conflict": 1, "event": 2}


def test_nothing_is_drawn_of_nothing():
    timeline = make_timeline(tally())
    assert (timeline.unit, timeline.bars) == ("", ())


@pytest.mark.parametrize("is_alone", [False, True])
def test_a_drawing_has_no_style_attribute_and_no_script(is_alone):
    drawing = draw_timeline(
        make_timeline(tally(on("2031-03-01", 3))),
        address=lambda bar: f'/search?from={bar.since}"><script>',
        is_alone=is_alone,
    )
    assert " style=" not in drawing
    assert "<script" not in drawing


def test_every_bar_leads_to_its_time():
    drawing = draw_timeline(make_timeline(tally(on("2031-03-01", 3))), address=lambda bar: f"/search?from={bar.since}")
    assert 'href="/search?from=2031-03-01"' in drawing


def test_a_file_has_no_links_and_says_what_its_colours_mean():
    drawing = draw_timeline(make_timeline(tally(on("2031-03-01", 3))), address=lambda bar: "", is_alone=True)
    assert "href" not in drawing
    assert ">Statements</text>" in drawing


def test_the_first_years_of_all_can_be_drawn():
    days = (on("0001-01-01", 30), on("0002-01-01", 30), on("2031-03-01", 300))
    assert make_timeline(tally(*days)).unit == "year"
