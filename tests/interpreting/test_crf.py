import itertools

import numpy as np
import pytest

from onrecord.interpreting.crf import best_tags, constrain, posteriors, tagged_ranges

RNG = np.random.default_rng(7)


def all_paths(words, tags):
    return itertools.product(range(tags), repeat=words)


def weight(path, scores, transitions):
    steps = sum(transitions[a, b] for a, b in itertools.pairwise(path))
    return steps + sum(scores[i, tag] for i, tag in enumerate(path))


@pytest.fixture
def small():
    return RNG.normal(size=(2, 5, 3)), RNG.normal(size=(3, 3))


def test_the_best_tags_are_those_of_the_best_of_all_paths(small):
    scores, transitions = small
    for row, tags in zip(scores, best_tags(scores, transitions), strict=True):
        assert tuple(tags) == max(all_paths(5, 3), key=lambda p: weight(p, row, transitions))


def test_posteriors_are_the_shares_of_all_paths(small):
    scores, transitions = small
    marginals, _ = posteriors(scores, transitions)
    for row, found in zip(scores, marginals, strict=True):
        expected = np.zeros((5, 3))
        for path in all_paths(5, 3):
            expected[np.arange(5), path] += np.exp(weight(path, row, transitions))
        np.testing.assert_allclose(found, expected / expected.sum(1, keepdims=True), rtol=1e-9)


def test_a_span_s_exact_probability_is_the_share_of_paths_that_have_it():
    scores, transitions = constrain(RNG.normal(size=(1, 5, 3)).astype(np.float32), RNG.normal(size=(3, 3)))
    scores[0, 1:3] += [[0, 6, 0], [0, 0, 6]]  # so that the best path has the span of words 1 and 2
    tags = best_tags(scores, transitions)
    marginals, following = posteriors(scores, transitions)
    spans = tagged_ranges(tags[0], marginals[0], following[0])
    exact = next(e for role, first, last, e, _ in spans if (role, first, last) == (0, 1, 3))
    total = having = 0.0
    for path in all_paths(5, 3):
        share = np.exp(weight(path, scores[0], transitions))
        total += share
        having += share * (path[1] == 1 and path[2] == 2 and path[3] != 2)
    assert exact == pytest.approx(having / total)


def test_an_inside_tag_never_follows_another_role():
    scores = RNG.normal(size=(20, 30, 7)).astype(np.float32) * 5
    for tags in best_tags(*constrain(scores, np.zeros((7, 7), np.float32))):
        for before, tag in itertools.pairwise([0, *tags]):
            assert tag % 2 or tag == 0 or before in (tag, tag - 1)


def test_sequences_of_a_batch_do_not_touch_each_other():
    scores, transitions = constrain(RNG.normal(size=(4, 9, 5)).astype(np.float32), RNG.normal(size=(5, 5)))
    together = posteriors(scores, transitions)[0]
    alone = np.concatenate([posteriors(row[None], transitions)[0] for row in scores])
    np.testing.assert_allclose(together, alone, rtol=1e-12)


def test_a_long_text_does_not_underflow():
    marginals, following = posteriors(
        *constrain(RNG.normal(size=(1, 20_000, 7)).astype(np.float32) * 9, np.zeros((7, 7)))
    )
    assert np.isfinite(marginals).all()
    assert np.isfinite(following).all()
