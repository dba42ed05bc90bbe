import pytest
from hypothesis import given
from hypothesis import strategies as st

from evaluation.clusters import b_cubed, ceaf_e, conll_f1, muc

# Two clusters of two and three, and the ways to get them wrong.
GOLD = [{1, 2}, {3, 4, 5}]
MERGED = [{1, 2, 3, 4, 5}]
SPLIT = [{1}, {2}, {3}, {4}, {5}]


@pytest.mark.parametrize(
    ("answer", "kept"),
    [(GOLD, (3, 3)), (MERGED, (3, 3)), (SPLIT, (0, 3)), ([{1, 2}, {3, 4}, {5}], (2, 3)), ([], (0, 3))],
)
def test_muc_counts_the_links_that_are_kept(answer, kept):
    assert muc(GOLD, answer) == kept


@pytest.mark.parametrize(
    ("answer", "kept"), [(GOLD, 5), (MERGED, 5), (SPLIT, 2), ([{1, 2}, {3, 4}, {5}], 2 + 4 / 3 + 1 / 3), ([], 0)]
)
def test_b_cubed_counts_the_share_that_stays_with_each_mention(answer, kept):
    assert b_cubed(GOLD, answer) == (pytest.approx(kept), 5)


@pytest.mark.parametrize(
    ("answer", "likeness"),
    [(GOLD, 2), (MERGED, 6 / 8), (SPLIT, 2 / 3 + 2 / 4), ([{1, 2}, {3, 4}, {5}], 1 + 4 / 5), ([], 0)],
)
def test_ceaf_aligns_each_cluster_with_one(answer, likeness):
    assert ceaf_e(GOLD, answer) == (pytest.approx(likeness), 2)


# The two answers that Bagga and Baldwin (1998) hold against each other: MUC gives both a precision of 90 %, B³ one of
# 76 % and one of 58 %; recall is 100 %.
KEY = [{1, 2, 3, 4, 5}, {6, 7}, {8, 9, 10, 11, 12}]
SMALL_JOINED = [{1, 2, 3, 4, 5}, {6, 7, 8, 9, 10, 11, 12}]
LARGE_JOINED = [{1, 2, 3, 4, 5, 8, 9, 10, 11, 12}, {6, 7}]


@pytest.mark.parametrize("answer", [SMALL_JOINED, LARGE_JOINED])
def test_muc_has_the_known_precision(answer):
    assert muc(answer, KEY) == (9, 10)


@pytest.mark.parametrize(("answer", "precision"), [(SMALL_JOINED, 0.76), (LARGE_JOINED, 0.58)])
def test_b_cubed_has_the_known_precision(answer, precision):
    right, of = b_cubed(answer, KEY)
    assert right / of == pytest.approx(precision, abs=0.005)


@pytest.mark.parametrize("answer", [SMALL_JOINED, LARGE_JOINED])
@pytest.mark.parametrize("measure", [muc, b_cubed])
def test_recall_of_what_is_only_joined_is_whole(measure, answer):
    right, of = measure(KEY, answer)
    assert right == of


def test_what_is_found_as_it_is_scores_one():
    assert conll_f1([(GOLD, GOLD)]) == 1


def test_what_finds_nothing_scores_nought():
    assert conll_f1([(GOLD, [])]) == 0


def test_no_texts_score_nought():
    assert conll_f1([]) == 0


def test_all_in_one_scores_the_mean_of_the_three():
    three = [2 * 1 * (3 / 4) / (1 + 3 / 4), 2 * 1 * (13 / 25) / (1 + 13 / 25), 2 * (3 / 8) * (3 / 4) / (3 / 8 + 3 / 4)]
    assert conll_f1([(GOLD, MERGED)]) == pytest.approx(sum(three) / 3)


def test_mentions_that_the_gold_does_not_have_cost_precision():
    assert conll_f1([(GOLD, [*GOLD, {8, 9}])]) < 1


def test_texts_are_summed_and_not_averaged():
    assert conll_f1([(GOLD, GOLD), ([{1, 2}], [{1}, {2}])]) > (1 + conll_f1([([{1, 2}], [{1}, {2}])])) / 2


@st.composite
def clusterings(draw):
    owners = draw(st.lists(st.integers(0, 3), min_size=1, max_size=8))
    return [{i for i, owner in enumerate(owners) if owner == number} for number in sorted(set(owners))]


@given(clusterings(), clusterings())
def test_gold_and_found_may_change_places(a, b):
    assert conll_f1([(a, b)]) == pytest.approx(conll_f1([(b, a)]))


@given(clusterings(), clusterings())
def test_a_score_is_between_nought_and_one(a, b):
    assert 0 <= conll_f1([(a, b)]) <= 1 + 1e-9
