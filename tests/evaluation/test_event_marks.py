"""Counting what is read of marked events."""

import pytest

from evaluation.event_marks import Counts, Told


def event(kind="ASSAULT", trigger=(10, 16), actors=((0, 5),), recipients=((20, 30),)):
    return Told(kind, trigger, list(actors), list(recipients))


def figures(marks, events):
    counts = Counts()
    counts.add(marks, events)
    return {name.removeprefix("x, "): value for name, value in counts.figures("x").items()}


def test_what_is_told_as_it_is_marked_is_all_right():
    assert set(figures([event()], [event()]).values()) == {1.0, 0.0}  # nothing was left without


@pytest.mark.parametrize(
    ("told", "found", "typed"),
    [(event("COERCE"), 1.0, 0.0), (event(trigger=(40, 44)), 0.0, 0.0), (event(trigger=(14, 22)), 1.0, 1.0)],
    ids=["another type", "other words", "a word in common"],
)
def test_a_mark_is_found_by_its_trigger_and_typed_by_its_type(told, found, typed):
    scored = figures([event()], [told])
    assert (scored["found F1"], scored["typed F1"]) == (found, typed)


def test_one_event_answers_one_mark():
    assert figures([event(), event()], [event()])["found F1"] == pytest.approx(2 / 3, abs=1e-4)


def test_of_two_in_one_place_the_one_of_the_mark_s_type_is_taken():
    assert figures([event()], [event("COERCE"), event()])["typed F1"] == pytest.approx(2 / 3, abs=1e-4)


@pytest.mark.parametrize(
    ("parties", "right"),
    [([(20, 30)], 1.0), ([(28, 35)], 1.0), ([(50, 60)], 0.0), ([], 0.0), ([(20, 25), (26, 30)], 2 / 3)],
    ids=["the same", "a word in common", "another", "none", "two for one"],
)
def test_a_side_is_as_right_as_its_parties(parties, right):
    assert figures([event()], [event(recipients=parties)])["recipients"] == pytest.approx(right, abs=1e-4)


def test_a_side_that_both_leave_open_is_right():
    assert figures([event(actors=())], [event(actors=())])["actors"] == 1.0


def test_sentences_without_a_mark_are_counted_where_nothing_is_told():
    counts = Counts()
    counts.add([], [])
    counts.add([], [event()])
    assert counts.figures("x")["x, left without"] == 0.5
