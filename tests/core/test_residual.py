import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.line import fit_line
from core.residual import intercept_sweep, relative_residual, residual, slope_sweep

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


@pytest.mark.parametrize("sweep", [slope_sweep, intercept_sweep])
@pytest.mark.parametrize("height", [0.5, 4.0])
def test_a_sweep_rises_to_its_height(sweep, height):
    path = sweep(X, Y, height=height, steps=11)
    assert path.relative_residual == pytest.approx(
        relative_residual(X, Y, path.a, path.b), abs=1e-12
    )
    assert path.relative_residual[[0, -1]] == pytest.approx([height, height])
    assert path.relative_residual[5] == 0


def test_a_sweep_varies_one_thing():
    fit = fit_line(X, Y)
    assert set(slope_sweep(X, Y).b) == {fit.intercept}
    assert set(intercept_sweep(X, Y).a) == {fit.slope}


@pytest.mark.parametrize("function", [slope_sweep, intercept_sweep])
def test_a_sweep_needs_a_height(function):
    with pytest.raises(ValueError, match="height"):
        function(X, Y, height=0)


@pytest.mark.parametrize(
    "function", [slope_sweep, intercept_sweep, lambda x, y: relative_residual(x, y, 1, 1)]
)
def test_nothing_is_relative_to_a_perfect_line(function):
    with pytest.raises(ValueError, match="exactly on a line"):
        function([0, 1, 2], [1, 3, 5])
