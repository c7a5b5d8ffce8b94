import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.fits.line import fit_line
from core.fits.multiple import fit_multiple
from tests.core.oracle import digits, solve

WAMPLER = np.arange(21.0)
POWERS = WAMPLER[:, None] ** np.arange(1, 6)
NOISE = np.array(
    [
        759,
        -2048,
        2048,
        -2048,
        2523,
        -2048,
        2048,
        -2048,
        1838,
        -2048,
        2048,
        -2048,
        1838,
        -2048,
        2048,
        -2048,
        2523,
        -2048,
        2048,
        -2048,
        759,
    ]
)  # the errors of Wampler's third to fifth problem, orthogonal to the powers of x
A, B = np.arange(9.0), np.arange(9.0) ** 2
EXACT = pytest.mark.parametrize("exact", [False, True])


@EXACT
@pytest.mark.parametrize("times", [0, 1, 100, 10_000])
def test_wampler_with_coefficients_of_one(exact, times):
    y = 1 + POWERS.sum(axis=1) + times * NOISE
    fit = fit_multiple(POWERS, y, exact=exact)
    for value in (fit.intercept, *fit.coefficients):
        assert digits(value, 1) >= (15 if exact else 10)
    rss = int((NOISE.astype(int) ** 2).sum()) * times**2
    assert fit.rss == pytest.approx(rss, rel=1e-12, abs=1e-15)


@EXACT
def test_wampler_with_coefficients_of_a_tenth(exact):
    y = 1 + (POWERS * 0.1 ** np.arange(1, 6)).sum(axis=1)
    fit = fit_multiple(POWERS, y, exact=exact)
    truth = solve(np.c_[np.ones(21), POWERS], y)
    for value, coefficient in zip((fit.intercept, *fit.coefficients), truth, strict=True):
        assert digits(value, coefficient) >= (15 if exact else 14)


@EXACT
@pytest.mark.parametrize("x", [np.arange(60.0, 71.0), np.array([4.0, 5.0, 6.0])])
def test_a_plane_through_the_origin(exact, x):
    y = x + 70 if len(x) == 11 else x - 1
    fit = fit_multiple(x[:, None], y, intercept=False, exact=exact)
    (slope,) = solve(x[:, None], y)
    assert digits(fit.coefficients[0], slope) >= 15
    assert fit.r_squared == pytest.approx(1 - fit.rss / (y @ y))
    assert (fit.intercept, fit.intercept_stderr) == (0.0, 0.0)


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


def test_predict():
    fit = fit_multiple([[0, 0], [1, 0], [0, 1], [1, 1]], [1, 3, 4, 6])
    assert fit.predict([[2, 3], [0, 0]]) == pytest.approx([14, 1])
