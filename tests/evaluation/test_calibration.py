import numpy as np
import pytest

from evaluation.calibration import auroc, cross_validated, expected_calibration_error, fit_confidence, fit_logistic

RNG = np.random.default_rng(3)


def test_confidences_that_come_true_have_no_calibration_error():
    confidence = np.repeat([0.2, 0.8], 50)
    right = np.concatenate([np.arange(50) < 10, np.arange(50) < 40]).astype(float)
    assert expected_calibration_error(confidence, right, bins=2) == pytest.approx(0.0)


def test_being_sure_and_wrong_is_an_error_of_one():
    assert expected_calibration_error(np.ones(20), np.zeros(20)) == pytest.approx(1.0)


def test_a_perfect_ranking_has_an_auroc_of_one():
    assert auroc(np.array([0.1, 0.2, 0.7, 0.9]), np.array([0.0, 0.0, 1.0, 1.0])) == 1.0


def test_ties_count_half():
    assert auroc(np.array([0.5, 0.5]), np.array([0.0, 1.0])) == 0.5


def test_the_logistic_fit_finds_the_weights_that_made_the_data():
    x = RNG.normal(size=(20_000, 2))
    right = (RNG.random(20_000) < 1 / (1 + np.exp(-(x @ [2.0, -1.0] + 0.5)))).astype(float)
    weights, bias = fit_logistic(x, right)
    np.testing.assert_allclose([*weights, bias], [2.0, -1.0, 0.5], atol=0.1)


def test_a_fit_says_what_comes_true():
    x = RNG.normal(size=(4_000, 1))
    chance = np.where(x[:, 0] > 0, 0.9, 0.3)  # no logistic curve has this shape
    right = (RNG.random(4_000) < chance).astype(float)
    confidence = fit_confidence(x, right, np.arange(4_000) % 50).confidence(np.array([[-1.0], [1.0]]))
    np.testing.assert_allclose(confidence, [0.3, 0.9], atol=0.06)


def test_a_fit_keeps_the_order_of_its_regression():
    x = RNG.normal(size=(500, 1))
    right = (RNG.random(500) < 1 / (1 + np.exp(-3 * x[:, 0]))).astype(float)
    rising = fit_confidence(x, right, np.arange(500)).confidence(np.linspace(-4, 4, 50)[:, None])
    assert (np.diff(rising) >= 0).all()


def test_cross_validation_never_learns_from_the_article_it_judges():
    # One article whose rows are all wrong although the feature says right: a fit that saw it would say so.
    features = np.concatenate([np.linspace(-1, 1, 90), np.ones(10)])[:, None]
    right = np.concatenate([(np.linspace(-1, 1, 90) > 0).astype(float), np.zeros(10)])
    groups = np.concatenate([np.arange(90) % 4 + 1, np.zeros(10)]).astype(np.int64)
    assert cross_validated(features, right, groups)[-1] > 0.9
