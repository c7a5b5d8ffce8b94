"""A line by least squares: its digits, its weights, and what it says of few points."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from core.fits.line import fit_line, linear_regression
from core.fits.moments import Moments
from tests.core.fits.clouds import cloud
from tests.core.oracle import Line, digits

STATISTICS = (
    "rss",
    "residual_sd",
    "r_squared",
    "slope_stderr",
    "intercept_stderr",
)


def shifted(by):
    return lambda x, y: (x + by, y, None)


HARD = {
    "as it is": lambda x, y: (x, y, None),
    "x + 1e6": shifted(1e6),
    "x + 1e8": shifted(1e8),
    "x + 1e10": shifted(1e10),
    "y + 1e10": lambda x, y: (x, y + 1e10, None),
    "both + 1e8": lambda x, y: (x + 1e8, y + 1e8, None),
    "unix times": lambda x, y: (
        1.7e9 + 60.0 * np.arange(len(x)),
        y + 1e-3 * np.arange(len(x)),
        None,
    ),
    "years": lambda x, y: (np.linspace(1900, 2020, len(x)), y + np.linspace(0, 5, len(x)), None),
    "span of 1e-12": lambda x, y: (1 + np.round(1000 * x) * 2.0**-50, y, None),
    "1e200": lambda x, y: (x * 1e200, y * 1e200, None),
    "1e-200": lambda x, y: (x * 1e-200, y * 1e-200, None),
    "int8": lambda x, y: ((20 * x).astype(np.int8), (10 * y).astype(np.int8), None),
    "int32": lambda x, y: ((3e8 * x).astype(np.int32), (1e8 * y).astype(np.int32), None),
    "float16": lambda x, y: (x.astype(np.float16), y.astype(np.float16), None),
    "float32": lambda x, y: (x.astype(np.float32), (y + 1000).astype(np.float32), None),
    "weights over 1e8": lambda x, y: (x + 1e6, y, 10.0 ** np.linspace(-4, 4, len(x))),
    "weights of 0": lambda x, y: (x, y, np.arange(len(x)) % 3),
    "one weight outweighs all": lambda x, y: (x, y, np.where(np.arange(len(x)) == 1, 3e18, 1)),
    "one weight beyond all digits": lambda x, y: (x, y, np.where(np.arange(len(x)) == 1, 1e40, 1)),
    "two heavy weights": lambda x, y: (x, y, np.where(np.arange(len(x)) < 2, 1e20, 1)),
    "nanoseconds": lambda x, y: (
        1_700_000_000_123_456_789 + (1e9 * np.sort(x)).astype(np.int64),
        y,
        None,
    ),
    "large whole y": lambda x, y: (x, 2**60 + (1e3 * y).astype(np.int64), None),
    "unsigned": lambda x, y: ((1e4 * x + 1e5).astype(np.uint64), y, None),
    "nearly perfect": lambda x, y: (x, 2 * x + 1 + 1e-13 * y, None),
    "perfect but for rounding": lambda x, _: (x, 2 * x + 1, None),
    "intercept cancels": lambda x, y: (x + 1000, 2 * (x + 1000) + 1e-3 * y, None),
    "one point far off": lambda x, y: (np.r_[x[:-1], 1e9], y, None),
    "one x that outweighs all": lambda x, _: (np.r_[x[:-1], 1e15], 2 * np.r_[x[:-1], 1e15], None),
    "whole numbers on a line": lambda x, _: (3 * np.arange(len(x)), np.arange(len(x)), None),
    "hardly related": lambda x, y: (x, y[::-1], None),
}


@pytest.mark.parametrize("n", [7, 300, 9000])
@pytest.mark.parametrize("case", HARD)
def test_fourteen_digits_of_the_line_and_twelve_of_its_statistics(case, n):
    x, y, weights = HARD[case](*cloud(n))
    fit, truth = fit_line(x, y, weights=weights), Line(x, y, weights)
    assert digits(fit.slope, truth.slope) >= 14
    assert digits(fit.intercept, truth.intercept) >= 13.5
    for name in STATISTICS:
        if name != "rss" or 1e-300 < truth.rss < 1e300:
            assert digits(getattr(fit, name), getattr(truth, name)) >= 12, name


@pytest.mark.parametrize("case", HARD)
def test_exact_is_exact(case):
    x, y, weights = HARD[case](*cloud(400))
    fit, truth = fit_line(x, y, weights=weights, exact=True), Line(x, y, weights)
    for name in ("slope", "intercept", *STATISTICS):
        if name != "rss" or 1e-300 < truth.rss < 1e300:
            assert digits(getattr(fit, name), getattr(truth, name)) >= 15.7, name


numbers = st.floats(-1e6, 1e6, allow_subnormal=False)
points = st.lists(st.tuples(numbers, numbers), min_size=2, max_size=12)


@given(points)
def test_few_points_are_always_fitted_exactly(pairs):
    x, y = zip(*pairs, strict=True)
    assume(len(set(x)) > 1)
    fit, truth = fit_line(x, y), Line(x, y)
    assert fit.slope == float(truth.slope)
    assert fit.intercept == float(truth.intercept)
    assert fit.rss == float(truth.rss)
    assert fit.rss >= 0
    assert not truth.r_squared or 0 <= fit.r_squared <= 1


@settings(max_examples=25)
@given(st.floats(-1e3, 1e3), st.floats(1e-3, 1e3), st.floats(-1e3, 1e3))
def test_moving_and_stretching_x_changes_the_line_as_it_must(shift, stretch, tilt):
    x, y = cloud(500)
    fit, other = fit_line(x, y), fit_line(x * stretch + shift, y + tilt * x)
    scale = max(abs(fit.slope), abs(tilt)) / stretch
    rounding = 1e-9 * scale
    assert other.slope == pytest.approx((fit.slope + tilt) / stretch, abs=rounding)
    at = np.array([-1.0, 2.0])
    assert other.predict(at * stretch + shift) == pytest.approx(
        fit.predict(at) + tilt * at, abs=1e-6 * (1 + abs(tilt))
    )


def test_agrees_with_an_independent_program():
    x, y = cloud(60)
    fit, other = fit_line(x, y), stats.linregress(x, y)
    assert fit.slope == pytest.approx(other.slope, rel=1e-12)
    assert fit.intercept == pytest.approx(other.intercept, rel=1e-12)
    assert fit.slope_stderr == pytest.approx(other.stderr, rel=1e-12)
    assert fit.intercept_stderr == pytest.approx(other.intercept_stderr, rel=1e-12)
    assert fit.slope_p_value == pytest.approx(other.pvalue, rel=1e-9)
    assert fit.r_squared == pytest.approx(other.rvalue**2, rel=1e-12)


@pytest.mark.parametrize("n", [50, 500])
def test_symmetry_leaves_no_slope(n):
    x = np.linspace(-1, 1, 2 * n + 1)
    x = (x - x[::-1]) / 2
    fit = fit_line(x, x**2)
    assert (fit.slope, fit.r_squared, fit.slope_p_value) == (0, 0, 1)
    tilted = fit_line(x, x**2 + 2.0**-30 * x, exact=True)
    assert fit_line(x, x**2 + 2.0**-30 * x).slope == pytest.approx(tilted.slope, rel=1e-12)


@pytest.mark.parametrize("heavy", [1e6, 3e18, 1e20, 1e40])
def test_a_dominating_weight_turns_no_line_around(heavy):
    """The line goes through the heavy point, and the others turn it as they should."""
    random = np.random.default_rng(1)
    x = random.normal(size=300)
    y = 2 * x + random.normal(size=300) + 1
    weights = np.ones(300)
    weights[1] = heavy
    fit, truth = fit_line(x, y, weights=weights), Line(x, y, weights)
    assert digits(fit.slope, truth.slope) >= 14
    assert digits(fit.intercept, truth.intercept) >= 13.5
    assert digits(fit.rss, truth.rss) >= 12


@pytest.mark.parametrize("shape", ["noisy", "nearly perfect", "through the origin"])
def test_many_points_are_no_less_exact(shape):
    x, noise = np.random.default_rng(5).normal(size=(2, 40_000))
    y = {"noisy": 2 * x + noise, "nearly perfect": x + 1e-13 * noise, "through the origin": x / 3}
    fit, truth = fit_line(x, y[shape]), fit_line(x, y[shape], exact=True)
    assert digits(fit.slope, truth.slope) >= 14.5
    assert digits(fit.intercept, truth.intercept) >= 12
    assert digits(fit.rss, truth.rss) >= 12


def test_whole_numbers_beyond_2_to_the_53_are_taken_as_they_are():
    x = np.array([2**53, 2**53 + 1, 2**53 + 2])
    assert fit_line(x, [1, 2, 3]).slope == fit_line(x, [1, 2, 3], exact=True).slope == 1


def test_linear_regression_returns_slope_then_intercept():
    assert linear_regression([0, 1, 2], [1, 3, 5]) == (2.0, 1.0)


def test_a_line_that_the_article_could_not_fit():
    x = np.array([1, 2, 3]) + 1e8
    assert linear_regression(x, x - 1e8) == (1.0, -1e8)


def test_whole_weights_repeat_points():
    x, y = cloud(8)
    times = np.array([1, 2, 3, 1, 2, 3, 1, 2])
    weighted = fit_line(x, y, weights=times)
    repeated = fit_line(np.repeat(x, times), np.repeat(y, times))
    assert weighted.slope == repeated.slope
    assert weighted.intercept == repeated.intercept
    assert weighted.rss == repeated.rss
    assert weighted.n == 8


def test_a_point_of_weight_0_does_not_count():
    fit = fit_line([0, 1, 2, 9], [1, 3, 6, 0], weights=[1, 1, 1, 0])
    assert fit == fit_line([0, 1, 2], [1, 3, 6], weights=[1, 1, 1])
    assert fit.n == 3


def test_a_common_factor_of_the_weights_changes_rss_only():
    x, y = cloud(20)
    w = np.linspace(1, 2, 20)
    one, eight = fit_line(x, y, weights=w), fit_line(x, y, weights=8 * w)
    assert eight.slope == one.slope
    assert eight.slope_stderr == one.slope_stderr
    assert eight.rss == 8 * one.rss


def test_two_points_say_nothing_about_their_spread():
    fit = fit_line([1, 3], [2, 6])
    assert (fit.slope, fit.intercept, fit.rss, fit.dof) == (2.0, 0.0, 0.0, 0)
    assert np.isnan([fit.residual_sd, fit.slope_stderr, fit.slope_p_value]).all()
    assert np.isnan(fit.confidence_interval()).all()


def test_a_perfect_line_is_certain():
    fit = fit_line([0, 1, 2, 3], [1, 3, 5, 7])
    assert (fit.rss, fit.r_squared, fit.slope_p_value) == (0.0, 1.0, 0.0)
    assert fit.confidence_interval() == ((2.0, 2.0), (1.0, 1.0))


def test_level_points_have_no_share_to_explain():
    fit = fit_line([0, 1, 2], [5, 5, 5])
    assert (fit.slope, fit.intercept, fit.rss) == (0.0, 5.0, 0.0)
    assert np.isnan(fit.r_squared)
    assert np.isnan(fit.slope_p_value)


def test_predict_stays_accurate_far_from_zero():
    x, y = cloud(50)
    far, near = fit_line(x + 2.0**40, y), fit_line((x + 2.0**40) - 2.0**40, y)
    assert far.predict(np.arange(3) + 2.0**40) == pytest.approx(
        near.predict(np.arange(3)), rel=1e-13
    )


@pytest.mark.parametrize("level", [0, 1, -0.5, 95, float("nan")])
def test_a_level_is_a_probability(level):
    with pytest.raises(ValueError, match="between 0 and 1"):
        fit_line([1, 2, 3], [1, 2, 4]).confidence_interval(level)


def test_moments_and_fit_are_the_same_thing():
    x, y = cloud(10)
    assert fit_line(x, y).moments == Moments.of(x, y)


@pytest.mark.parametrize("method", ["predict", "confidence_band", "prediction_band"])
def test_places_are_numbers(method):
    with pytest.raises(TypeError, match="x holds text"):
        getattr(fit_line([1, 2, 3], [1, 2, 4]), method)(["1", "2"])


def test_a_line_needs_no_special_functions_until_a_p_value_is_asked_for():
    """They take longer to load than anything else: a quarter of a second."""
    program = """
import sys
from core.fits.line import fit_line
fit = fit_line([1, 2, 3], [1, 2, 4])
fit.slope, fit.slope_stderr, fit.r_squared, fit.predict(2.0)
assert "scipy.special" not in sys.modules
assert 0 < fit.slope_p_value < 1
assert "scipy.special" in sys.modules
"""
    root = Path(__file__).parents[3]
    subprocess.run([sys.executable, "-c", program], check=True, cwd=root)
