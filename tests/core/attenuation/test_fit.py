"""The three fits: the article's figures, the truth of simulated labs, and what is no fit."""

import numpy as np
import pytest
import scipy

from core.attenuation.fit import METHODS, fit_attenuation
from tests.core.attenuation.simulated import (
    BACKGROUND_TIME_S,
    LEVEL,
    MU,
    SHEETS_MM,
    SOURCE,
    TIME_S,
    expected_rate,
    fit_without_noise,
    simulated_labs,
)
from tests.core.test_bad_input import Labelled


@pytest.mark.parametrize("method", ["weighted", "poisson"])
def test_counts_without_noise_give_back_the_truth(method):
    fit = fit_without_noise(method)
    assert fit.mu_per_mm == pytest.approx(MU, rel=1e-7)
    assert fit.initial_rate == pytest.approx(SOURCE, rel=1e-6)
    assert fit.background_rate == pytest.approx(LEVEL, rel=1e-6)
    assert fit.statistic == pytest.approx(0, abs=1e-6)


def test_the_gross_rate_recipe_comes_out_too_small_even_without_noise():
    fit = fit_without_noise("article")
    assert -0.03 < fit.mu_per_mm / MU - 1 < -0.01


def test_the_recipe_is_the_slope_of_ln_rate_over_the_points_above_ten_backgrounds():
    rate = expected_rate()
    used = rate > 10 * LEVEL
    reference = scipy.stats.linregress(SHEETS_MM[used], np.log(rate[used]))
    fit = fit_without_noise("article")
    assert fit.used.tolist() == used.tolist()
    assert fit.mu_per_mm == pytest.approx(-reference.slope)
    assert fit.mu_stderr == pytest.approx(reference.stderr)
    assert fit.covariance[0, 0] == pytest.approx(reference.intercept_stderr**2)


def test_weights_from_counting_agree_with_an_independent_weighted_fit():
    rng = np.random.default_rng(3)
    x = SHEETS_MM[:6]
    counts = rng.poisson(TIME_S * expected_rate(x, level=0))
    fit = fit_attenuation(x, counts, TIME_S, method="weighted")
    parameters, covariance = scipy.optimize.curve_fit(
        lambda t, ln_rate, mu: ln_rate - mu * t,
        x,
        np.log(counts / TIME_S),
        sigma=1 / np.sqrt(counts),
        absolute_sigma=True,
    )
    assert fit.mu_per_mm == pytest.approx(parameters[1], rel=1e-6)
    np.testing.assert_allclose(fit.covariance, covariance, rtol=1e-4)


def test_poisson_is_the_maximum_of_the_likelihood():
    rng = np.random.default_rng(4)
    counts = rng.poisson(TIME_S * expected_rate())
    run = rng.poisson(BACKGROUND_TIME_S * LEVEL)
    fit = fit_attenuation(
        SHEETS_MM, counts, TIME_S, background=(run, BACKGROUND_TIME_S), method="poisson"
    )

    def minus_log_likelihood(theta):
        rate = np.exp(theta[0] - theta[1] * SHEETS_MM) + theta[2]
        points = scipy.stats.poisson.logpmf(counts, TIME_S * rate).sum()
        return -points - scipy.stats.poisson.logpmf(run, BACKGROUND_TIME_S * theta[2])

    best = np.array([np.log(fit.initial_rate), fit.mu_per_mm, fit.background_rate])
    lowest = minus_log_likelihood(best)
    for step in np.vstack([np.eye(3), -np.eye(3)]) * [1e-3, 1e-4, 1e-2]:
        assert minus_log_likelihood(best + step) > lowest


def test_poisson_without_background_run_finds_the_level_behind_thick_lead():
    counts = TIME_S * expected_rate()
    fit = fit_attenuation(SHEETS_MM, counts, TIME_S, method="poisson")
    assert fit.background_rate == pytest.approx(LEVEL, rel=1e-5)
    assert fit.mu_per_mm == pytest.approx(MU, rel=1e-6)


def test_a_background_below_zero_stays_at_zero():
    steeper_than_one_line = TIME_S * SOURCE * np.exp(-MU * SHEETS_MM - 0.01 * SHEETS_MM**2)
    fit = fit_attenuation(SHEETS_MM, steeper_than_one_line, TIME_S, method="poisson")
    assert fit.background_rate == 0


def test_half_thickness_carries_the_error_of_mu():
    fit = fit_without_noise("weighted")
    assert fit.half_thickness_mm == pytest.approx(np.log(2) / MU)
    assert fit.half_thickness_stderr / fit.half_thickness_mm == pytest.approx(fit.mu_stderr / MU)
    assert fit.half_thickness_g_cm2 == pytest.approx(fit.half_thickness_mm * 1.135)


def test_uncertain_background_widens_the_interval():
    counts = TIME_S * expected_rate()
    errors = [
        fit_attenuation(
            SHEETS_MM, counts, TIME_S, background=(time * LEVEL, time), method="weighted"
        ).mu_stderr
        for time in (300.0, 1.0)
    ]
    assert errors[1] > errors[0]


@pytest.mark.parametrize("method", METHODS)
def test_the_order_of_the_points_does_not_matter(method):
    rng = np.random.default_rng(5)
    counts = rng.poisson(TIME_S * expected_rate())
    shuffled = rng.permutation(len(counts))
    one = fit_attenuation(SHEETS_MM, counts, TIME_S, background=(1500, 300), method=method)
    other = fit_attenuation(
        SHEETS_MM[shuffled], counts[shuffled], TIME_S, background=(1500, 300), method=method
    )
    assert other.mu_per_mm == pytest.approx(one.mu_per_mm, rel=1e-9)
    assert other.used.tolist() == one.used[shuffled].tolist()


@pytest.mark.slow
def test_the_gross_rate_recipe_is_biased_by_more_than_its_error():
    fits = [
        fit_attenuation(SHEETS_MM, counts, TIME_S, background=background, method="article")
        for counts, background in simulated_labs(300, seed=7)
    ]
    mu = np.array([fit.mu_per_mm for fit in fits])
    assert np.mean(mu) - MU < -2 * np.std(mu)
    assert np.mean([fit.confidence_interval()[1] < MU for fit in fits]) > 0.5


@pytest.mark.parametrize("seed", range(40))
def test_poisson_arrives_for_any_sensible_lab(seed):
    rng = np.random.default_rng(seed)
    mu, sheets = 10 ** rng.uniform(-1.3, 0.8), int(rng.integers(4, 16))
    x = np.linspace(0, rng.uniform(1.5, 12), sheets) / mu
    source, level, time = 10 ** rng.uniform([1, -1, 0.7], [4, 1, 2.5]) * [1, seed % 4 > 0, 1]
    counts = rng.poisson(time * expected_rate(x, mu, source, level))
    run = None if seed % 2 else (int(rng.poisson(100 * level)), 100)
    fit = fit_attenuation(x, counts, time, background=run, method="poisson")
    assert abs(fit.mu_per_mm - mu) < 5 * fit.mu_stderr
    assert fit.statistic_per_dof < 5


@pytest.mark.parametrize("background", [None, (10, 1.0), 5.0, 100.0, 500.0])
@pytest.mark.parametrize("counts", [[100, 200, 400, 800], [100, 100, 100, 100]])
def test_counts_that_do_not_fall_have_no_half_thickness(background, counts):
    for method in ("article", "poisson") if background is None else ("poisson",):
        with pytest.raises(ValueError, match="do not fall with thickness"):
            fit_attenuation([0, 1, 2, 3], counts, 1.0, method=method, background=background)


def test_no_counts_have_no_half_thickness():
    with pytest.raises(ValueError, match="do not fall with thickness"):
        fit_attenuation([0, 1, 2, 3], [0, 0, 0, 0], 1.0, method="poisson")


def test_too_few_points_say_which_rule_left_them_out():
    with pytest.raises(ValueError, match=r"only 1 of 4 points are usable.*10 x background"):
        fit_attenuation([0, 1, 2, 3], [900, 300, 100, 100], 1.0, background=(50, 1.0))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"thickness_mm": [0, 1, 2]}, "differ in length"),
        ({"thickness_mm": [0, 1, -2, 3]}, "thickness_mm is negative at index 2"),
        ({"counts": [9, 5, -1, 2]}, "counts is negative at index 2"),
        ({"counts": [9, 5, float("nan"), 2]}, "counts contains NaN at index 2"),
        ({"counts": [[9, 5, 3, 2]]}, "counts has shape"),
        ({"counts": np.ma.masked_array([9, 5, 3, 2], mask=[0, 0, 1, 0])}, "masked"),
        ({"live_time_s": 0.0}, "not a positive time"),
        ({"live_time_s": float("nan")}, "live_time_s contains NaN"),
        (
            {"live_time_s": np.ma.masked_array([1.0, 1, 99, 1], mask=[0, 0, 1, 0])},
            "live_time_s has 1 masked values",
        ),
        ({"live_time_s": [1.0, 2.0]}, "one time, or one for each point"),
        ({"background": (1, 0)}, "background must be"),
        ({"background": -1.0}, "background rate must be 0 or more"),
        ({"background": (float("nan"), 1)}, "background contains NaN"),
        ({"background": np.ma.masked_array([1, 2], mask=[0, 1])}, "background has 1 masked"),
        ({"dead_time_s": [1e-6, 1e-6]}, "dead_time_s must be one number"),
        ({"dead_time_s": -1e-6}, "dead_time_s must be 0 or more"),
        ({"dead_time_s": 1.0}, "not possible with a dead time"),
        ({"method": "guess"}, "choose one of article, weighted, poisson"),
    ],
)
def test_wrong_input_is_refused_with_the_place(change, message):
    arguments = {"thickness_mm": [0, 1, 2, 3], "counts": [9, 5, 3, 2], "live_time_s": 1.0} | change
    with pytest.raises(ValueError, match=message):
        fit_attenuation(**arguments)


@pytest.mark.parametrize(
    "change",
    [
        {"live_time_s": "10"},
        {"live_time_s": ["1", "1", "1", "1"]},
        {"background": ("5", "10")},
        {"dead_time_s": "4e-6"},
    ],
)
def test_text_is_refused_wherever_it_stands(change):
    arguments = {"thickness_mm": [0, 1, 2, 3], "counts": [9, 5, 3, 2], "live_time_s": 1.0} | change
    with pytest.raises(TypeError, match=f"{next(iter(change))} holds text"):
        fit_attenuation(**arguments)


@pytest.mark.parametrize("other", ["counts", "live_time_s"])
def test_columns_with_different_labels_are_refused(other):
    arguments = {"thickness_mm": [0, 1, 2], "counts": [9, 5, 3], "live_time_s": [1, 1, 1]}
    arguments["thickness_mm"] = Labelled(arguments["thickness_mm"], "abc")
    arguments[other] = Labelled(arguments[other], "acb")
    with pytest.raises(ValueError, match=f"thickness_mm and {other} have different indices"):
        fit_attenuation(**arguments)
