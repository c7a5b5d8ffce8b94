import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import stats

from core.fits.line import fit_line, linear_regression
from core.fits.moments import Moments
from tests.core.oracle import Line, digits

STATISTICS = (
    "rss",
    "residual_sd",
    "r_squared",
    "slope_stderr",
    "intercept_stderr",
)


def cloud(n, seed=0):
    random = np.random.default_rng(seed)
    x = random.normal(size=n)
    return x, 2 * x + 1 + random.normal(size=n)


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
    "nearly perfect": lambda x, y: (x, 2 * x + 1 + 1e-13 * y, None),
    "perfect but for rounding": lambda x, _: (x, 2 * x + 1, None),
    "intercept cancels": lambda x, y: (x + 1000, 2 * (x + 1000) + 1e-3 * y, None),
    "one point far off": lambda x, y: (np.r_[x[:-1], 1e9], y, None),
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
