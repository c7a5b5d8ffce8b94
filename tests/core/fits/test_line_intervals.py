"""Intervals and bands of a line: their definitions, and that they hold as often as they say."""

import numpy as np
import pytest
from scipy import stats

from core.fits.line import fit_line
from tests.core.fits.clouds import FAR, cloud


def test_intervals_are_t_quantiles_of_standard_errors():
    fit = fit_line(*cloud(12))
    (low, high), _ = fit.confidence_interval(0.9)
    assert high - fit.slope == pytest.approx(stats.t.ppf(0.95, 10) * fit.slope_stderr)
    assert fit.slope - low == pytest.approx(high - fit.slope)


def test_bands_by_their_definition():
    x, y = cloud(12)
    fit = fit_line(x, y)
    at = np.array([-2.0, 0.5, 4.0])
    spread = 1 / 12 + (at - x.mean()) ** 2 / ((x - x.mean()) ** 2).sum()
    t = stats.t.ppf(0.975, 10) * fit.residual_sd
    for band, variance in ((fit.confidence_band, spread), (fit.prediction_band, 1 + spread)):
        low, high = band(at)
        assert low == pytest.approx(fit.predict(at) - t * np.sqrt(variance))
        assert high == pytest.approx(fit.predict(at) + t * np.sqrt(variance))


def test_the_band_at_0_is_the_interval_of_the_intercept():
    fit = fit_line(*cloud(30))
    low, high = fit.confidence_band(0.0)
    assert (low, high) == pytest.approx(fit.confidence_interval()[1])


@pytest.mark.slow
def test_intervals_and_bands_cover_as_often_as_they_say():
    random = np.random.default_rng(4)
    x = np.linspace(0, 1, 8)
    hits = np.zeros(3)
    for _ in range(2000):
        fit = fit_line(x, 3 * x + 1 + random.normal(size=8))
        (a, b), _ = fit.confidence_interval(0.9)
        low, high = fit.confidence_band(0.3, 0.9)
        new = 3 * 0.3 + 1 + random.normal()
        under, over = fit.prediction_band(0.3, 0.9)
        hits += [a <= 3 <= b, low <= 1.9 <= high, under <= new <= over]
    assert hits / 2000 == pytest.approx([0.9] * 3, abs=0.025)


@pytest.mark.parametrize("band", ["confidence_band", "prediction_band"])
def test_bands_stay_accurate_far_from_zero(band):
    x, y = np.round(128 * cloud(37)[0]) / 128, cloud(37)[1]
    near, far = getattr(fit_line(x, y), band), getattr(fit_line(x + FAR, y), band)
    at = np.array([-2.0, 0.25, 3.0])
    for a, b in zip(near(at), far(at + FAR), strict=True):
        assert b == pytest.approx(a, rel=1e-13)


def test_a_new_point_has_weight_1():
    """Weights are 1 / variance up to a factor; the factor says what weight 1 means."""
    x, y = cloud(30)
    w = np.linspace(1, 3, 30)
    (low, high), (low4, high4) = (
        fit_line(x, y, weights=f * w).prediction_band(50.0) for f in (1, 4)
    )
    fit, t = fit_line(x, y, weights=w), stats.t.ppf(0.975, 28)
    x_variance = (t * fit.residual_sd) ** 2
    mean = ((high - low) / 2) ** 2 - x_variance
    assert ((high4 - low4) / 2) ** 2 - 4 * x_variance == pytest.approx(mean)
    below, above = fit.confidence_band(50.0)
    assert mean == pytest.approx(((above - below) / 2) ** 2)
