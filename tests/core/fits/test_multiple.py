import tracemalloc

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from tests.core.fits import nist
from tests.core.oracle import Line, digits, solve

A, B = np.arange(9.0), np.arange(9.0) ** 2
EXACT = pytest.mark.parametrize("exact", [False, True])


NIST = nist.problems("linear")


@EXACT
@pytest.mark.parametrize("problem", NIST.values(), ids=NIST)
def test_certified_by_nist(problem, exact):
    certified, x = problem["certified"], problem["x"]
    intercept, degree = problem["design"] != "noint", problem["design"].removeprefix("poly:")
    X = x ** np.arange(1, int(degree) + 1) if degree.isdigit() else x
    fit = fit_multiple(X, problem["y"], intercept=intercept, exact=exact)
    beta, stderr = (
        ([first] if intercept else []) + rest.tolist()
        for first, rest in ((fit.intercept, fit.coefficients), (fit.intercept_stderr, fit.stderr))
    )
    # The powers of Filip are rounded before they are fitted, which leaves them eight digits.
    tolerance = 1e-7 if degree == "10" else 1e-14
    assert beta == pytest.approx(list(map(float, certified["beta"])), rel=tolerance)
    assert stderr == pytest.approx(list(map(float, certified["se"])), rel=tolerance)
    assert fit.residual_sd == pytest.approx(float(certified["s"]), rel=tolerance)
    assert fit.r_squared == pytest.approx(float(certified["r2"]), rel=tolerance)


@EXACT
def test_wampler_with_coefficients_of_a_tenth(exact):
    powers = np.arange(21.0)[:, None] ** np.arange(1, 6)
    y = 1 + (powers * 0.1 ** np.arange(1, 6)).sum(axis=1)
    fit = fit_multiple(powers, y, exact=exact)
    truth = solve(np.c_[np.ones(21), powers], y)
    for value, coefficient in zip((fit.intercept, *fit.coefficients), truth, strict=True):
        assert digits(value, coefficient) >= 15


@EXACT
@pytest.mark.parametrize("x", [np.arange(60.0, 71.0), np.array([4.0, 5.0, 6.0])])
def test_a_plane_through_the_origin(exact, x):
    y = x + 70 if len(x) == 11 else x - 1
    fit = fit_multiple(x[:, None], y, intercept=False, exact=exact)
    (slope,) = solve(x[:, None], y)
    assert digits(fit.coefficients[0], slope) >= 15
    assert fit.r_squared == pytest.approx(1 - fit.rss / (y @ y))
    assert (fit.intercept, fit.intercept_stderr) == (0.0, 0.0)


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(*[st.floats(-100, 100).map(lambda v: round(v, 2))] * 3, st.integers(1, 4)),
        min_size=4,
        max_size=9,
    )
)
def test_both_ways_agree_with_the_oracle(rows):
    a, b, y, w = np.array(rows, dtype=float).T
    design = np.c_[np.ones(len(a)), a, b]
    assume(np.ptp(a) > 0 < np.ptp(b))
    assume(np.linalg.cond((design - [0, a.mean(), b.mean()]) / np.abs(design).max(axis=0)) < 1e4)
    truth = solve(design, y, w)
    size = float(max(map(abs, truth)))
    for exact in (False, True):
        fit = fit_multiple(np.c_[a, b], y, weights=w, exact=exact)
        for value, coefficient in zip((fit.intercept, *fit.coefficients), truth, strict=True):
            assert value == pytest.approx(float(coefficient), rel=1e-13, abs=1e-15 * size)


@EXACT
def test_one_column_is_the_line(exact):
    random = np.random.default_rng(6)
    x = random.normal(size=50) + 1e6
    y, w = x + random.normal(size=50), random.uniform(1, 2, 50)
    plane, line = fit_multiple(x[:, None], y, weights=w, exact=exact), fit_line(x, y, weights=w)
    for one, other in (
        (plane.coefficients[0], line.slope),
        (plane.intercept, line.intercept),
        (plane.stderr[0], line.slope_stderr),
        (plane.intercept_stderr, line.intercept_stderr),
        (plane.rss, line.rss),
        (plane.residual_sd, line.residual_sd),
        (plane.r_squared, line.r_squared),
    ):
        assert one == pytest.approx(other, rel=1e-12)


@EXACT
@pytest.mark.parametrize(
    ("columns", "name"),
    [
        ((A, 2 * A), "column 1 of X"),
        ((A, B, A - B), "column 2 of X"),
        ((A, np.full(9, 0.1)), "column 1 of X"),
        ((np.zeros(9), A), "column 0 of X"),
    ],
)
def test_the_dependent_column_is_named(columns, name, exact):
    with pytest.raises(ValueError, match=name):
        fit_multiple(np.column_stack(columns), A + B, exact=exact)


def test_a_level_column_is_welcome_without_intercept():
    fit = fit_multiple(np.c_[np.ones(4), np.arange(4)], [1, 3, 5, 7], intercept=False)
    assert fit.coefficients == pytest.approx([1, 2])


def test_as_many_points_as_numbers_leave_nothing_to_judge():
    fit = fit_multiple([[0, 1], [1, 0], [2, 2]], [1, 2, 4])
    assert fit.dof == 0
    assert np.isnan([fit.residual_sd, fit.intercept_stderr, *fit.stderr]).all()


def test_too_few_points():
    with pytest.raises(ValueError, match="2 points are too few"):
        fit_multiple([[0, 1], [1, 0]], [1, 2])


@pytest.mark.parametrize("scale", [1e-200, 1e200])
def test_scale_does_not_matter(scale):
    X, y = np.random.default_rng(7).normal(size=(20, 2)), np.arange(20.0)
    fit, scaled = fit_multiple(X, y), fit_multiple(X * scale, y * scale)
    assert scaled.coefficients == pytest.approx(fit.coefficients, rel=1e-13)
    assert scaled.stderr == pytest.approx(fit.stderr, rel=1e-13)
    assert scaled.r_squared == pytest.approx(fit.r_squared, rel=1e-13)


@EXACT
def test_r_squared_of_y_far_from_0(exact):
    k = np.arange(21.0)
    y = 1e6 + 1e-9 * k**2
    fit = fit_multiple(k[:, None], y, exact=exact)
    assert fit.r_squared == float(Line(k, y).r_squared)
    assert np.isnan(fit_multiple(k[:, None], np.full(21, 0.1), exact=exact).r_squared)


def test_many_columns_of_which_two_are_nearly_equal():
    random = np.random.default_rng(8)
    X = random.normal(size=(20_000, 50))
    X[:, 49] = X[:, 0] + 1e-9 * random.normal(size=20_000)
    y = X[:, :49].sum(axis=1)
    assert fit_multiple(X, y).coefficients == pytest.approx([1] * 49 + [0], abs=1e-5)


def test_many_points_need_little_memory_beside_their_own():
    X, y = np.random.default_rng(9).normal(size=(100_000, 10)), np.arange(100_000.0)
    tracemalloc.start()
    fit_multiple(X, y)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * X.nbytes


def test_the_digits_of_many_points():
    random = np.random.default_rng(10)
    x = random.uniform(1, 2, 12_000)
    X, y = x[:, None] ** np.arange(1, 4), np.exp(x)
    fit, exact = fit_multiple(X, y), fit_multiple(X, y, exact=True)
    assert fit.coefficients == pytest.approx(exact.coefficients, rel=1e-14)
    assert fit.stderr == pytest.approx(exact.stderr, rel=1e-14)
    assert fit.rss == pytest.approx(exact.rss, rel=1e-14)


@pytest.mark.parametrize("n", [9, 12_000])
def test_one_weight_above_all_others(n):
    random = np.random.default_rng(11)
    X, y, w = random.normal(size=(n, 2)), random.normal(size=n), np.ones(n)
    w[4] = 1e20
    fit, exact = fit_multiple(X, y, weights=w), fit_multiple(X, y, weights=w, exact=True)
    assert fit.coefficients == pytest.approx(exact.coefficients, rel=1e-14)
    assert fit.stderr == pytest.approx(exact.stderr, rel=1e-14)


def test_predict():
    fit = fit_multiple([[0, 0], [1, 0], [0, 1], [1, 1]], [1, 3, 4, 6])
    assert fit.predict([[2, 3], [0, 0]]) == pytest.approx([14, 1])
