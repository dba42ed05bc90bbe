import json

import pytest

from evaluation.floors import FLOORS, TOLERANCE, broken, write_floors

OLD = {"data": {"dev.jsonl": "abc"}, "floors": {"F1": 0.7, "confidence, calibration error": 0.02}}
HELD = {"F1": 0.7, "confidence, calibration error": 0.02}


def test_figures_on_their_floors_break_nothing():
    assert broken(HELD, {"dev.jsonl": "abc"}, OLD) == []


def test_a_figure_under_its_floor_is_told():
    assert broken({**HELD, "F1": 0.69}, {"dev.jsonl": "abc"}, OLD) == ["F1 fell from 0.7 to 0.69"]


def test_a_difference_between_processors_is_none():
    assert broken({**HELD, "F1": 0.7 - TOLERANCE / 2}, {"dev.jsonl": "abc"}, OLD) == []


def test_an_error_that_grows_breaks_its_floor():
    assert broken({**HELD, "confidence, calibration error": 0.05}, {"dev.jsonl": "abc"}, OLD)


def test_a_figure_that_is_no_longer_measured_is_told():
    assert broken({"confidence, calibration error": 0.02}, {"dev.jsonl": "abc"}, OLD) == ["F1 is no longer measured"]


def test_changed_data_are_told():
    assert broken(HELD, {"dev.jsonl": "xyz"}, OLD)


def test_a_floor_does_not_fall_unless_that_is_said(tmp_path):
    path = tmp_path / "floors.json"
    path.write_text(json.dumps(OLD))
    with pytest.raises(SystemExit):
        write_floors({**HELD, "F1": 0.5}, {"dev.jsonl": "abc"}, path=path)
    write_floors({**HELD, "F1": 0.5}, {"dev.jsonl": "abc"}, may_fall=True, path=path)
    assert json.loads(path.read_text())["floors"]["F1"] == 0.5


def test_floors_are_kept_for_this_project():
    assert json.loads(FLOORS.read_text("utf8"))["floors"]
