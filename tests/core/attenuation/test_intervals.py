"""Intervals of mu are honest: they hold the truth as often as they say, also for few counts."""

import numpy as np
import pytest
import scipy

from core.attenuation.fit import METHODS, fit_attenuation
from tests.core.attenuation.coverage import coverage
from tests.core.attenuation.simulated import (
    MU,
    SHEETS_MM,
    TIME_S,
    fit_without_noise,
    simulated_labs,
)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["weighted", "poisson"])
def test_95_percent_intervals_cover_the_truth_in_95_percent_of_2000_labs(method):
    covered, pulls = 0, []
    for counts, background in simulated_labs(2000, seed=20211126):
        fit = fit_attenuation(SHEETS_MM, counts, TIME_S, background=background, method=method)
        low, high = fit.confidence_interval(0.95)
        covered += low <= MU <= high
        pulls.append((fit.mu_per_mm - MU) / fit.mu_stderr)
    assert 0.93 <= covered / 2000 <= 0.97
    assert abs(np.mean(pulls)) < 0.2
    assert np.std(pulls) == pytest.approx(1, abs=0.05)


WEAK = [52, 31, 14, 9, 5, 1, 1, 0]


def deviance_with_mu_held(mu, counts, background):
    """The least deviance over amplitude and background, found by a general minimiser."""
    x = np.arange(len(counts))

    def deviance(theta):
        amplitude, level = theta**2
        expected = amplitude * np.exp(-mu * x) + level
        terms = scipy.special.kl_div(counts, expected).sum()
        if background:
            terms += scipy.special.kl_div(background[0], level * background[1])
        return 2 * terms

    starts = [(counts[0], level) for level in (1e-4, 0.5, 3.0)]
    return min(
        scipy.optimize.minimize(
            deviance, np.sqrt(start), method="Nelder-Mead", options={"xatol": 1e-9, "fatol": 1e-12}
        ).fun
        for start in starts
    )


@pytest.mark.parametrize("background", [None, (3.0, 8.0), (0.0, 8.0)])
@pytest.mark.parametrize("counts", [WEAK, [52, 31, 14, 9, 5, 3, 4, 2]])
def test_the_interval_ends_where_the_deviance_with_mu_held_is_z_squared_higher(counts, background):
    fit = fit_attenuation(np.arange(8.0), counts, 1.0, background=background, method="poisson")
    for level in (0.683, 0.95):
        threshold = fit.statistic + scipy.stats.chi2.ppf(level, df=1)
        for end in fit.confidence_interval(level):
            reached = deviance_with_mu_held(end, counts, background)
            assert reached == pytest.approx(threshold, abs=2e-6)


def test_the_interval_is_that_of_minos():
    # iminuit 2.33.0: deviance of the counts over (ln amplitude, mu, background >= 0), errordef 1,
    # strategy 2, tol 1e-6; migrad twice, then minos("mu", cl=0.95). Background at its limit, 0.
    minos = (0.5291971797125669, 0.8118022413095453)
    fit = fit_attenuation(np.arange(8.0), WEAK, 1.0, method="poisson")
    assert fit.background_rate == 0
    assert fit.confidence_interval(0.95) == pytest.approx(minos, rel=1e-7)


def test_a_background_that_ended_at_0_still_adds_to_the_error_of_mu():
    fit = fit_attenuation(np.arange(8.0), WEAK, 1.0, method="poisson")
    held = fit_attenuation(np.arange(8.0), WEAK, 1.0, method="poisson", background=0.0)
    assert fit.mu_per_mm == pytest.approx(held.mu_per_mm)
    assert fit.mu_stderr > 1.1 * held.mu_stderr
    assert fit.confidence_interval()[1] > held.confidence_interval()[1] + 0.01


def test_many_counts_make_the_likelihood_a_parabola():
    fit = fit_without_noise("poisson")
    reach = scipy.stats.norm.ppf(0.975) * fit.mu_stderr
    assert fit.confidence_interval() == pytest.approx((MU - reach, MU + reach), rel=1e-4)


@pytest.mark.parametrize("method", METHODS)
def test_the_interval_of_the_half_thickness_is_that_of_mu_turned_over(method):
    fit = fit_without_noise(method)
    low, high = fit.confidence_interval(0.9)
    assert fit.half_thickness_interval(0.9) == pytest.approx((np.log(2) / high, np.log(2) / low))


def test_counts_that_bound_mu_on_one_side_give_an_open_interval():
    fit = fit_attenuation([0, 1, 2], [4, 3, 2], 1.0, method="poisson")
    low, high = fit.confidence_interval()
    assert low == 0
    assert high > fit.mu_per_mm
    assert fit.half_thickness_interval()[1] == np.inf


@pytest.mark.parametrize(
    "counts",
    [
        [2, 4, 2, 1, 0, 0, 0, 0, 0, 0],
        [3, 5, 5, 0, 0, 0, 0, 0, 0, 0],
        [1, 0, 0, 0, 1, 0, 0, 0, 0, 0],
    ],
)
def test_a_handful_of_counts_is_fitted_where_the_likelihood_is_largest(counts):
    fit = fit_attenuation(np.arange(10.0), counts, 1.0, method="poisson")
    elsewhere = fit.mu_per_mm * np.array([0.3, 0.8, 0.99, 1.01, 1.25, 3.0])
    assert all(deviance_with_mu_held(mu, counts, None) > fit.statistic for mu in elsewhere)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("counts", "background", "run"),
    [
        (10, 0.0, None),
        (10, 0.0, 15.0),
        (10, 0.2, 1.0),
        (100, 0.01, None),
        (100, 0.01, 15.0),
        (1000, 0.0, 1.0),
    ],
)
def test_95_percent_intervals_cover_few_counts_too(counts, background, run):
    found = coverage(counts, background, run, labs=500)
    # The standard error of the coverage in 500 labs is 1 %; the seed is fixed.
    assert 0.93 <= found.held <= 0.97
    assert found.refused < 0.02
