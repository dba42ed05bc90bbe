"""Pairs of sentences made from invented claims."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from training.conditions.claims import make_pairs, read_columns
from training.conditions.disputes import KINDS

FOLDER = Path(__file__).parents[2] / "training/conditions/claims"


@pytest.fixture
def made(tmp_path):
    """The pairs of one file with one line."""

    def do(name, line, times=2):
        (tmp_path / name).write_text(f"# columns\n{line}\n", "utf8")
        return list(make_pairs(tmp_path, random.Random(1), times))

    return do


def test_all_files_that_are_learnt_from_are_well_formed():
    assert all(read_columns(path) for path in FOLDER.glob("*.txt"))


def test_a_line_of_too_few_columns_is_refused(made):
    with pytest.raises(ValueError, match="not 5 columns"):
        made("claims.txt", "the gate was shut | the gate was open")


def test_what_cannot_be_true_beside_a_claim_contradicts_it(made):
    pairs = made("claims.txt", "it was shut | it was open | it was ajar | it was green | it was old")
    kinds = {(KINDS[one.kind], one.is_against) for one in pairs if "was green" in one.one + (one.other or "")}
    assert kinds == {("none", False)}
    assert any(KINDS[one.kind] == "contradiction" for one in pairs)


def test_a_claim_that_its_speaker_turns_round_is_a_reversal(made):
    pairs = made("turns.txt", "{N} said no. | {H} said yes. | {H} said nothing. | {H} left.")
    assert {KINDS[one.kind] for one in pairs if "said yes" in one.one + one.other} == {"reversal"}


def test_one_person_is_meant_in_both_sentences(made):
    pairs = made("turns.txt", "{N} said no. | {S} said yes. | {S} said nothing. | {S} left.")
    for pair in pairs:
        named, again = sorted((pair.one, pair.other), key=lambda one: " said no." not in one)
        assert named.split()[1] == again.split()[0]


def test_the_same_figure_twice_is_no_contradiction(made):
    for one in made("counts.txt", "# cars burned | # cars were sold | # houses burned", 40):
        if one.other is not None and KINDS[one.kind] == "contradiction":
            assert one.one != one.other


def test_a_sentence_that_blames_stands_alone(made):
    assert {(one.other, KINDS[one.kind]) for one in made("blame.txt", "{N} blamed him. | {N} met him.")} == {
        (None, "blame"),
        (None, "none"),
    }
