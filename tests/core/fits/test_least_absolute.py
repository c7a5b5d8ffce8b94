import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.fits.least_absolute import fit_least_absolute
from tests.core.oracle import least_absolute

small = st.integers(-3, 3)
real = st.floats(-1e3, 1e3).map(lambda v: round(v, 3))


def triples(values):
    return st.lists(st.tuples(values, values, st.integers(1, 3)), min_size=2, max_size=9)


@settings(deadline=None)
@given(st.one_of(triples(small), triples(real)))
def test_the_optimum_is_that_of_all_pairs_of_points(data):
    x, y, w = zip(*data, strict=True)
    assume(len(set(x)) > 1)
    fit = fit_least_absolute(x, y, weights=w)
    best, lines = least_absolute(x, y, w)
    assert fit.objective == float(best)
    assert (fit.slope, fit.intercept) in {(float(a), float(b)) for a, b in lines}
    assert fit.unique == (len(lines) == 1)


@pytest.mark.parametrize("seed", range(40))
def test_points_and_weights_of_any_size(seed):
    random = np.random.default_rng(seed)
    x, y = random.normal(size=(2, 6)) * 10.0 ** random.uniform(-100, 100, (2, 6))
    w = 10.0 ** random.uniform(-100, 100, 6)
    fit = fit_least_absolute(x, y, weights=w)
    best, lines = least_absolute(x, y, w)
    assert fit.objective == float(best)
    assert (fit.slope, fit.intercept) in {(float(a), float(b)) for a, b in lines}


def test_one_wild_point_changes_nothing():
    x = np.arange(9.0)
    fit = fit_least_absolute(x, np.where(x == 4, 1e9, 2 * x + 1))
    assert (fit.slope, fit.intercept) == (2.0, 1.0)


def test_an_edge_is_reported():
    fit = fit_least_absolute([0, 0, 1, 1], [0, 1, 0, 1])
    assert fit.objective == 2.0
    assert not fit.unique


def test_two_points_have_one_line():
    fit = fit_least_absolute([1, 3], [1, 5])
    assert (fit.slope, fit.intercept, fit.objective, fit.unique) == (2.0, -1.0, 0.0, True)


@pytest.mark.parametrize(("x_scale", "y_scale"), [(1e200, 1e200), (1e-200, 1e100), (1e8, 1e-8)])
def test_scale_does_not_matter(x_scale, y_scale):
    random = np.random.default_rng(2)
    x, y = random.normal(size=(2, 30))
    fit, scaled = fit_least_absolute(x, y), fit_least_absolute(x * x_scale, y * y_scale)
    assert scaled.slope == pytest.approx(fit.slope / x_scale * y_scale, rel=1e-12)
    assert scaled.objective == pytest.approx(fit.objective * y_scale, rel=1e-12)


def test_whole_weights_repeat_points():
    x, y = np.random.default_rng(3).normal(size=(2, 12))
    times = np.arange(12) % 3 + 1
    weighted = fit_least_absolute(x, y, weights=times)
    assert weighted == fit_least_absolute(np.repeat(x, times), np.repeat(y, times))


def test_all_points_on_the_line():
    fit = fit_least_absolute(np.arange(1000), 3 * np.arange(1000))
    assert (fit.slope, fit.objective, fit.unique) == (3.0, 0.0, True)


@pytest.mark.parametrize("slope", [2.0, 0.3, 1 / 3])
def test_many_points_without_noise(slope):
    x = np.arange(100_000) * 0.1
    y = slope * x + 0.7
    fit = fit_least_absolute(x, y)
    # Only the rounding of y is left: half a unit in its last place at most.
    assert fit.slope == pytest.approx(slope, rel=1e-15)
    assert fit.objective <= (np.spacing(y) / 2 + np.spacing(slope * x) / 2).sum()


@pytest.mark.parametrize("y", [lambda x: 2 * x, lambda x: 0 * x + 0.7, lambda x: x // 3 * 2])
def test_many_points_on_a_line(y):
    x = np.random.default_rng(4).integers(-(2**40), 2**40, 100_000) * 3.0
    fit = fit_least_absolute(x, y(x))
    assert (fit.objective, fit.unique) == (0.0, True)


@pytest.mark.parametrize("w_scale", [1e-300, 1e-120, 1e150, 1e300])
def test_the_scale_of_weights_does_not_matter(w_scale):
    random = np.random.default_rng(2)
    x, y = random.normal(size=(2, 30)) * 1e-100
    w = random.uniform(1, 2, 30)
    fit, scaled = fit_least_absolute(x, y, weights=w), fit_least_absolute(x, y, weights=w * w_scale)
    assert (scaled.slope, scaled.intercept) == (fit.slope, fit.intercept)
    assert scaled.objective == pytest.approx(fit.objective * w_scale, rel=1e-12)


@pytest.mark.slow
@pytest.mark.parametrize("ties", [False, True])
def test_many_points(ties):
    random = np.random.default_rng(5)
    x, y = random.normal(size=(2, 100_000))
    if ties:
        x, y = np.round(10 * x), np.round(10 * y)
    fit = fit_least_absolute(x, y)
    best = np.abs(y - fit.predict(x)).sum()
    assert fit.objective == pytest.approx(best, rel=1e-12)
    for da, db in ((1e-6, 0), (-1e-6, 0), (0, 1e-6), (0, -1e-6)):
        assert np.abs(y - (fit.slope + da) * x - fit.intercept - db).sum() >= best * (1 - 1e-12)
