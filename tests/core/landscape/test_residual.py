import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.fits.line import fit_line
from core.landscape.residual import relative_residual, residual

X = np.array([0.0, 1.0, 2.0, 3.0, 5.0])
Y = np.array([1.0, 2.5, 5.5, 6.0, 11.0])
numbers = st.floats(-1e3, 1e3)


@given(numbers, numbers)
def test_the_residual_is_the_sum_of_squares(a, b):
    assert residual(X, Y, a, b) == pytest.approx(((Y - a * X - b) ** 2).sum(), rel=1e-12)


@given(numbers, numbers, st.floats(-1e6, 1e6))
def test_no_line_is_better_than_the_best(a, b, shift):
    assert relative_residual(X + shift, Y, a, b) >= 0


@given(st.floats(-1e-9, 1e-9), st.floats(-1e-9, 1e-9))
def test_no_rounding_below_zero_next_to_the_best(da, db):
    fit = fit_line(X, Y)
    assert relative_residual(X, Y, fit.slope + da, fit.intercept + db) >= 0


def test_the_best_line_has_relative_residual_0():
    fit = fit_line(X, Y)
    assert relative_residual(X, Y, fit.slope, fit.intercept) == pytest.approx(0, abs=1e-30)
    assert residual(X, Y, fit.slope, fit.intercept) == fit.rss


def test_slopes_and_intercepts_broadcast():
    a, b = np.linspace(0, 3, 4), np.linspace(-1, 1, 3)
    grid = residual(X, Y, a[:, None], b)
    assert grid.shape == (4, 3)
    assert grid[2, 1] == pytest.approx(residual(X, Y, a[2], b[1]))


def test_nothing_is_relative_to_a_perfect_line():
    with pytest.raises(ValueError, match="exactly on a line"):
        relative_residual([0, 1, 2], [1, 3, 5], 1, 1)
