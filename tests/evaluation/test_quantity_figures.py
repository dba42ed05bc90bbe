import json

import pytest

from evaluation.quantities import FOLDER, TUNING, Counts, count, read_cases


@pytest.fixture
def cases(tmp_path):
    def write(*rows):
        path = tmp_path / "cases.jsonl"
        path.write_text("\n".join(json.dumps(row) for row in rows), "utf8")
        return read_cases(path)

    return write


GOLD = {"value": 12, "high": None, "bound": "exact", "unit": "boat", "role": "destroyed"}


def test_a_quantity_with_all_its_parts_is_right(cases):
    found = cases({"id": "a", "text": "It sank 12 boats.", "quantities": [{"words": "12 boats", **GOLD}]})
    assert count(found, with_role=True) == Counts(found=1, gold=1, right=1)


def test_a_wrong_role_counts_in_the_second_figure_only(cases):
    row = {"id": "a", "text": "It sank 12 boats.", "quantities": [{"words": "12", **GOLD, "role": None}]}
    assert (count(cases(row)).right, count(cases(row), with_role=True).right) == (1, 0)


@pytest.mark.parametrize("wrong", [{"value": 13}, {"high": 13}, {"bound": "about"}, {"unit": "ship"}])
def test_a_wrong_value_end_bound_or_unit_is_wrong(cases, wrong):
    row = {"id": "a", "text": "It sank 12 boats.", "quantities": [{"words": "12 boats", **GOLD, **wrong}]}
    assert count(cases(row)) == Counts(found=1, gold=1, right=0)


def test_one_finding_is_right_for_one_gold_quantity_only(cases):
    quantity = {"words": "12 boats", **GOLD}
    row = {"id": "a", "text": "It sank 12 boats.", "quantities": [quantity, quantity]}
    assert count(cases(row)) == Counts(found=1, gold=2, right=1)


def test_nth_tells_which_of_the_same_words_is_meant(cases):
    (case,) = cases({"id": "a", "text": "12 and 12", "quantities": [{"words": "12", "nth": 2, **GOLD}]})
    assert case["quantities"][0]["span"] == (7, 9)


def test_words_that_do_not_stand_there_are_refused(cases):
    with pytest.raises(ValueError, match="a: '13' does not stand there 1 times"):
        cases({"id": "a", "text": "12", "quantities": [{"words": "13", **GOLD}]})


def test_figures_are_precision_recall_and_f1():
    assert Counts(found=4, gold=2, right=2).figures == (0.5, 1.0, pytest.approx(2 / 3))


def test_the_tuning_cases_are_read_nearly_all():
    assert count(read_cases(FOLDER / TUNING)).figures[2] > 0.97
